"""Mails that Mailpit caught, asked of a stand-in that answers as its API does."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from ombelle_demo.season.mailpit import texts_to

_MAILS = {"a1": ("eve@exemple.fr", "Confirmez : /lien"), "b2": ("bob@exemple.fr", "Autre chose")}


class _Mailpit(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        url = urlsplit(self.path)
        if url.path == "/api/v1/search":
            wanted = parse_qs(url.query)["query"][0].removeprefix('to:"').removesuffix('"')
            body = {"messages": [{"ID": key} for key, (to, _) in _MAILS.items() if to == wanted]}
        else:
            body = {"Text": _MAILS[url.path.removeprefix("/api/v1/message/")][1]}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def mailpit() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Mailpit) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_mails_of_one_address_are_read(mailpit: str) -> None:
    assert texts_to(mailpit, "eve@exemple.fr") == ["Confirmez : /lien"]
    assert texts_to(mailpit, "nobody@exemple.fr") == []
