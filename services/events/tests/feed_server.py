"""A small OpenAgenda v2 of our own for tests: rows in memory, faults on demand, nothing random."""

import asyncio
import copy
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web
from feed_rows import AGENDA

KEY = "a-key-that-must-not-leak"
Fault = Callable[[web.Request, dict[str, Any]], web.StreamResponse | None]


class Agenda:
    """What the platform holds; tests change it directly. Time moves one second at each change."""

    def __init__(self, rows: list[Any]) -> None:
        self.rows: dict[Any, Any] = {(r["uid"] if isinstance(r, dict) else n): r for n, r in enumerate(rows)}
        self.gone: dict[int, str] = {}
        self.config: dict[str, Any] = copy.deepcopy(AGENDA)
        self.page_size = 300
        self.fault: Fault | None = None
        self.requests: list[web.Request] = []
        self.last_cursor_is_null = False
        self.gate: asyncio.Event | None = None  # pages after the first wait for it
        self._now = datetime(2025, 9, 2, tzinfo=UTC)

    def now(self) -> str:
        self._now += timedelta(seconds=1)
        return self._now.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def edit(self, uid: int, *, bump: bool = True, **changes: Any) -> None:
        self.rows[uid].update(changes)
        if bump:
            self.rows[uid]["updatedAt"] = self.now()

    def remove(self, *uids: int) -> list[dict[str, Any]]:
        for uid in uids:
            self.gone[uid] = self.now()
        return [self.rows.pop(uid) for uid in uids]

    def restore(self, rows: list[dict[str, Any]]) -> None:
        for row in rows:
            self.gone.pop(row["uid"], None)
            self.rows[row["uid"]] = {**row, "updatedAt": self.now()}

    def add(self, *rows: Any, bump: bool = True) -> None:
        for row in rows:
            if bump and isinstance(row, dict):
                row["updatedAt"] = self.now()
            self.rows[row["uid"] if isinstance(row, dict) else f"odd {len(self.rows)}"] = row

    def page(self, request: web.Request) -> dict[str, Any]:
        query = request.query
        rows: list[Any] = list(self.rows.values())
        if query.get("removed") == "null":
            rows += [{"uid": uid, "removed": True, "updatedAt": at} for uid, at in self.gone.items()]
        if since := query.get("updatedAt[gte]"):
            bound = datetime.fromisoformat(since)
            rows = [r for r in rows if not isinstance(r, dict) or _at(r) >= bound]
        rows.sort(key=lambda r: (_at(r), str(r.get("uid"))) if isinstance(r, dict) else (_EARLY, ""))
        total = len(rows)
        after = query.getall("after[]", [])
        start = int(after[-1]) if after else 0
        rows = rows[start : start + min(int(query.get("size", "20")), self.page_size)]
        end = start + len(rows)
        cursor: list[Any] | None = [1663507800000, end] if rows else None
        if self.last_cursor_is_null and end >= total:
            cursor = None
        return {"total": total, "events": copy.deepcopy(rows), "after": cursor, "success": True}


_EARLY = datetime(1970, 1, 1, tzinfo=UTC)


def _at(row: dict[str, Any]) -> datetime:
    try:
        return datetime.fromisoformat(row["updatedAt"])
    except (KeyError, TypeError, ValueError):
        return _EARLY


@asynccontextmanager
async def serving(agenda: Agenda) -> AsyncIterator[str]:
    """Serve on a free loopback port; yields the base address."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.headers.get("key") != KEY or "key" in request.query:
            return web.json_response({"message": "unauthorized"}, status=403)
        if not request.path.endswith("/events"):
            return web.json_response(agenda.config)
        agenda.requests.append(request)
        if agenda.gate is not None and request.query.getall("after[]", []):
            await agenda.gate.wait()
        page = agenda.page(request)
        fault = agenda.fault(request, page) if agenda.fault else None
        return fault if fault is not None else web.json_response(page)

    app = web.Application()
    app.router.add_get("/v2/agendas/4711", answer)
    app.router.add_get("/v2/agendas/4711/events", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    address = runner.addresses[0]
    try:
        yield f"http://{address[0]}:{address[1]}"
    finally:
        await runner.cleanup()


# --- faults -----------------------------------------------------------------------------------------------


def on_page(number: int, fault: Fault, times: int = 10**6) -> Fault:
    """Let the pages before `number` through, then fail `times` times."""
    left = [times]

    def chosen(request: web.Request, page: dict[str, Any]) -> web.StreamResponse | None:
        first = not request.query.getall("after[]", [])
        if (number == 1) is not first or left[0] <= 0:
            return None
        left[0] -= 1
        return fault(request, page)

    return chosen


def status(code: int, **headers: str) -> Fault:
    return lambda _request, _page: web.Response(status=code, text="<html>oops</html>", headers=headers)


def html(_request: web.Request, _page: dict[str, Any]) -> web.StreamResponse:
    return web.Response(text="<html><body>maintenance</body></html>", content_type="text/html")


def truncated(_request: web.Request, page: dict[str, Any]) -> web.StreamResponse:
    body = json.dumps(page).encode()
    return web.Response(body=body[: len(body) // 2], content_type="application/json")


def no_events(_request: web.Request, _page: dict[str, Any]) -> web.StreamResponse:
    return web.json_response({"success": True, "total": 0})


def empty(_request: web.Request, _page: dict[str, Any]) -> web.StreamResponse:
    return web.json_response({"total": 0, "events": [], "after": None})


def closed(request: web.Request, _page: dict[str, Any]) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def redirect(_request: web.Request, _page: dict[str, Any]) -> web.StreamResponse:
    return web.Response(status=302, headers={"Location": "http://127.0.0.1:9/elsewhere"})


def same_cursor(request: web.Request, page: dict[str, Any]) -> web.StreamResponse:
    if request.query.getall("after[]", []):
        page["after"] = request.query.getall("after[]")
    return web.json_response(page)


def doubled(_request: web.Request, page: dict[str, Any]) -> web.StreamResponse:
    page["events"] = [row for row in page["events"] for _ in (0, 1)]
    return web.json_response(page)


def announcing(*totals: int) -> Fault:
    """Announce another total at each page."""
    left = list(totals)

    def chosen(_request: web.Request, page: dict[str, Any]) -> web.StreamResponse:
        page["total"] = left.pop(0) if left else page["total"]
        return web.json_response(page)

    return chosen
