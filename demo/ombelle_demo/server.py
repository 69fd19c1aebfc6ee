"""A small HTTP server that gives the demo programme as OpenAgenda's API v2 does."""

import json
import re
import signal
import threading
from contextlib import nullcontext
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

from .edition import KEY, Edition
from .mailbox import Mailbox
from .rows import Row, rows, tombstones
from .schema import agenda
from .season.library import people

COMPACT = (
    *("uid", "slug", "title", "description", "image", "imageCredits", "location", "keywords", "status"),
    *("state", "featured", "attendanceMode", "originAgenda", "dateRange"),
    *("firstTiming", "nextTiming", "lastTiming"),
)
Query = dict[str, list[str]]
Mark = tuple[int, int]

_ROUTE = re.compile(r"/v2/agendas/(\d+)(/events)?")
_LARGEST_PAGE = 300
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Programme:
    """The rows of one edition, and the questions that can be asked about them. Nothing in it ever changes."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.agenda = agenda(edition)
        self.live = rows(edition)
        self.removed = tombstones(edition)

    def page(self, query: Query) -> Row:
        """The answer to `GET /events`.

        As on the real platform, an unreadable or unknown parameter is ignored, and the cursor `after` is
        still there on the last page: only an empty page has none.
        """
        key = _by_update if _one(query, "sort", "").startswith("updatedAt") else _by_timing
        found = sorted((row for row in self._among(query) if _asked(row, query)), key=key)
        if descending := _one(query, "sort", "").endswith(".desc"):
            found.reverse()
        total = len(found)
        if mark := _mark(query.get("after[]", [])):
            found = [row for row in found if (key(row) < mark if descending else key(row) > mark)]
        else:
            found = found[_number(query, "from", 0) :]
        found = found[: max(1, min(_LARGEST_PAGE, _number(query, "size", 20)))]
        return {
            "success": True,
            "total": total,
            "events": [_shown(row, query) for row in found],
            "after": [str(part) for part in key(found[-1])] if found else None,
            "sort": _one(query, "sort", "timingsWithFeatured.asc"),
        }

    def _among(self, query: Query) -> list[Row]:
        removed = _one(query, "removed", "0")
        if removed == "null":
            return self.live + self.removed
        return self.removed if removed == "1" else self.live


def _one(query: Query, name: str, default: str) -> str:
    return query.get(name, [default])[0]


def _number(query: Query, name: str, default: int) -> int:
    written = _one(query, name, "")
    return int(written) if written.isdecimal() else default


def _mark(after: list[str]) -> Mark | None:
    try:
        return (int(after[0]), int(after[-1])) if after else None
    except ValueError:
        return None


def _milliseconds(written: str) -> int:
    moment = datetime.fromisoformat(written)
    return round(((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - _EPOCH).total_seconds() * 1000)


def _by_update(row: Row) -> Mark:
    return _milliseconds(row["updatedAt"]), row["uid"]


def _by_timing(row: Row) -> Mark:
    first = row.get("firstTiming")
    return _milliseconds(first["begin"]) if first else 0, row["uid"]


def _asked(row: Row, query: Query) -> bool:
    updated, uids = _milliseconds(row["updatedAt"]), query.get("uid[]", [])
    since, until = _bound(query, "updatedAt[gte]"), _bound(query, "updatedAt[lte]")
    return (
        (since is None or updated >= since)
        and (until is None or updated <= until)
        and (not uids or str(row["uid"]) in uids)
    )


def _bound(query: Query, name: str) -> int | None:
    try:
        return _milliseconds(_one(query, name, ""))
    except ValueError:
        return None


def _shown(row: Row, query: Query) -> Row:
    if row.get("removed"):
        return row
    if _one(query, "detailed", "0") not in ("1", "true"):
        row = {name: row[name] for name in COMPACT if name in row}
    return {"removed": False, **row} if _one(query, "removed", "0") == "null" else row


class Handler(BaseHTTPRequestHandler):
    """Answers for the agenda, the season's people and the mails caught, which `make_server` sets on the class."""

    protocol_version = "HTTP/1.1"
    programme: ClassVar[Programme]
    mailbox: ClassVar[Mailbox]

    def do_GET(self) -> None:
        """Answer with the agenda or a page of its events, or say why not."""
        url = urlsplit(self.path)
        query = parse_qs(url.query, keep_blank_values=True)
        status, body = self._answer(url.path, query)
        data = json.dumps(body, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _answer(self, path: str, query: Query) -> tuple[int, Row]:
        if path == "/healthz":
            return 200, {"status": "ok"}
        if path == "/accounts":
            return 200, {"accounts": [person.as_json() for person in people().values()]}
        if caught := self.mailbox.answer(path):
            return caught
        match = _ROUTE.fullmatch(path)
        if match is None or int(match[1]) != self.programme.edition.agenda_uid:
            return 404, {"message": "agenda not found" if match else "not found"}
        if (self.headers.get("key") or _one(query, "key", "")) != KEY:
            return 403, {"message": "unauthorized"}
        return 200, self.programme.page(query) if match[2] else self.programme.agenda

    # `typing.override` is younger than the oldest Python we run on.
    def log_message(self, format: str, *args: Any) -> None:  # type: ignore[explicit-override]  # noqa: A002
        """Say nothing: an address may hold a key."""


class Server(ThreadingHTTPServer):
    """Threads that never keep the process alive."""

    daemon_threads = True


def make_server(
    port: int, edition: Edition, *, host: str = "127.0.0.1", mailbox: Mailbox | None = None
) -> Server:
    """A server of `edition`, on the loopback unless told, already listening; port 0 takes a free one."""
    served = {"programme": Programme(edition), "mailbox": mailbox or Mailbox()}
    return Server((host, port), type("DemoHandler", (Handler,), served))


def serve(port: int, edition: Edition, *, host: str = "127.0.0.1", smtp_port: int | None = None) -> None:
    """Serve until SIGTERM or SIGINT, even where SIGINT was inherited ignored; with a port for it, catch mail."""
    mailbox = Mailbox()
    server = make_server(port, edition, host=host, mailbox=mailbox)

    def stop(_signal: int, _frame: object) -> None:
        # `shutdown` waits for the loop to end: from the loop's own thread it would wait for ever.
        threading.Thread(target=server.shutdown).start()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    with server, nullcontext() if smtp_port is None else mailbox.catching(smtp_port, host=host):
        print(f"Demo agenda {edition.agenda_uid} on http://{host}:{server.server_port}", flush=True)
        server.serve_forever(poll_interval=0.2)
