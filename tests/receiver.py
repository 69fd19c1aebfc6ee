"""A server that takes webhooks, as an organisation's program would: it verifies each before it believes it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks import Webhook, WebhookVerificationError
from typing_extensions import override


class Receiver:
    """What came and was verified, by kind; `refused` counts what was not signed with the secret."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.secret = ""
        self.refused = 0
        self._taken: dict[str, dict[str, Any]] = {}

    def take(self, body: bytes, headers: dict[str, str]) -> int:
        """Return the status to answer; what comes twice is kept once."""
        try:
            told = Webhook(self.secret).verify(body, headers)
        except WebhookVerificationError:
            self.refused += 1
            return 401
        self._taken.setdefault(headers["webhook-id"], told)
        return 204

    def told(self) -> list[tuple[str, str]]:
        """Return what came, in order: its kind and the id of its subject."""
        return [(one["type"], one["data"]["subject"]["id"]) for one in self._taken.values()]


@contextmanager
def listening() -> Iterator[Receiver]:
    """Serve on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            self.send_response(
                receiver.take(body, {name.lower(): value for name, value in self.headers.items()})
            )
            self.end_headers()

        @override
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        receiver = Receiver(f"http://127.0.0.1:{server.server_address[1]}/ombelle")
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield receiver
        finally:
            server.shutdown()
            thread.join()
