"""The platform that serves the synthetic programme: OpenAgenda v2 over real HTTP, with cursors and tombstones."""

import bisect
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import orjson
from aiohttp import web

from faults.programme import AGENDA, AGENDA_UID, FIRST_UID, Programme

KEY = "storm-key"
_BEGAN = datetime(2025, 9, 1, tzinfo=UTC)


class Source:
    """Answers for a programme; `settle` takes in what changed there."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.url = ""
        self._live: list[tuple[int, int, bytes]] = []
        self._all: list[tuple[int, int, bytes]] = []
        self.settle()

    def settle(self) -> None:
        """Make the rows as they stand now, in the order of their last change."""
        programme = self.programme
        live, removed = [], []
        for uid, version in programme.versions.items():
            at = _moment(uid, version)
            row = {**programme.row(uid), "updatedAt": _iso(at)}
            (removed if uid in programme.hidden else live).append((at, uid, orjson.dumps(row)))
        for uid, version in programme.gone.items():
            at = _moment(uid, version)
            tombstone = {"uid": uid, "removed": True, "updatedAt": _iso(at)}
            removed.append((at, uid, orjson.dumps(tombstone)))
        self._live, self._all = sorted(live), sorted(live + removed)

    def page(self, query: Any) -> bytes:
        """Return a page: the live rows, with the tombstones when they are asked for, after the cursor."""
        rows = self._all if query.get("removed") == "null" else self._live
        first = 0
        if since := query.get("updatedAt[gte]"):
            bound = int(datetime.fromisoformat(since).timestamp() * 1000)
            first = bisect.bisect_left(rows, (bound, 0, b""))
        total = len(rows) - first
        if after := query.getall("after[]", []):
            first = bisect.bisect_left(rows, (int(after[0]), int(after[1]) + 1, b""))
        chosen = rows[first : first + min(int(query.get("size", "20")), 300)]
        cursor = [str(chosen[-1][0]), str(chosen[-1][1])] if chosen else None
        events = [orjson.Fragment(row) for _, _, row in chosen]
        return orjson.dumps({"total": total, "events": events, "after": cursor, "success": True})


def _moment(uid: int, version: int) -> int:
    """When a version was made, in milliseconds: a day for each version, a second for each row."""
    return int(_BEGAN.timestamp() + version * 86_400 + (uid - FIRST_UID)) * 1000


def _iso(moment: int) -> str:
    at = datetime.fromtimestamp(moment / 1000, UTC)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


@asynccontextmanager
async def serving(source: Source) -> AsyncIterator[Source]:
    """Serve on a free loopback port, named in `source.url`."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.headers.get("key") != KEY:
            return web.json_response({"message": "unauthorized"}, status=403)
        body = source.page(request.query) if request.path.endswith("/events") else orjson.dumps(AGENDA)
        return web.Response(body=body, content_type="application/json")

    app = web.Application()
    app.router.add_get(f"/v2/agendas/{AGENDA_UID}", answer)
    app.router.add_get(f"/v2/agendas/{AGENDA_UID}/events", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    source.url = f"http://{host}:{port}"
    try:
        yield source
    finally:
        await runner.cleanup()
