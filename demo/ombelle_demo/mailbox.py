"""A mailbox for everybody: mails that the demo's stack sends are caught here by SMTP, and shown instead of leaving."""

import asyncio
import re
import secrets
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, Final

from aiosmtpd.smtp import SMTP, Envelope, Session

KEPT: Final = 200
"""Mails kept, the last ones; nothing outlives the process."""
_LARGEST: Final = 2_000_000
FULL: Final = "boite-pleine"
"""An address that begins so refuses its first mail, as a full mailbox does, and takes the next: for trying again."""
_ROUTE: Final = re.compile(r"/mails/([0-9a-f]{16})")

Mail = dict[str, str]


class Mailbox:
    """The mails caught, the newest first. A mail is `{id, to, subject, at, text, html}`; `html` may be empty."""

    def __init__(self) -> None:
        self._mails: deque[Mail] = deque(maxlen=KEPT)
        self._emptied: deque[str] = deque(maxlen=KEPT)

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, unless its mailbox is full."""
        if address.startswith(FULL) and address not in self._emptied:
            self._emptied.append(address)
            return "552 5.2.2 mailbox full"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep what a client of SMTP hands over, once for each recipient."""
        message = message_from_bytes(envelope.original_content or b"", policy=default)
        for recipient in envelope.rcpt_tos:
            self._mails.appendleft(_shown(message, recipient))
        return "250 OK"

    def answer(self, path: str) -> tuple[int, dict[str, Any]] | None:
        """Answer `GET /mails` and `GET /mails/{id}`; nothing for any other path."""
        if path == "/mails":
            return 200, {"items": list(self._mails)}
        if not (asked := _ROUTE.fullmatch(path)):
            return None
        found = next((mail for mail in list(self._mails) if mail["id"] == asked[1]), None)
        return (200, found) if found else (404, {"message": "mail not found"})

    @contextmanager
    def catching(self, port: int, *, host: str = "127.0.0.1") -> Iterator[int]:
        """Speak SMTP in a thread of its own, and give the port; 0 takes a free one."""
        loop = asyncio.new_event_loop()
        server = loop.run_until_complete(loop.create_server(self._speaker(loop), host, port))
        thread = threading.Thread(target=loop.run_forever, name="mailbox", daemon=True)
        thread.start()
        try:
            yield server.sockets[0].getsockname()[1]
        finally:
            asyncio.run_coroutine_threadsafe(_end(server), loop).result()
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.close()

    def _speaker(self, loop: asyncio.AbstractEventLoop) -> Any:
        return lambda: SMTP(
            self, loop=loop, hostname="mailbox.invalid", data_size_limit=_LARGEST, ident="demo"
        )


async def _end(server: asyncio.Server) -> None:
    server.close()
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()  # conversations under way
    await asyncio.sleep(0)


def _shown(message: EmailMessage, recipient: str) -> Mail:
    return {
        "id": secrets.token_hex(8),
        "to": recipient,
        "subject": str(message["subject"] or ""),
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "text": _part(message, "plain"),
        "html": _part(message, "html"),
    }


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return str(part.get_content()).replace("\r\n", "\n") if part else ""
