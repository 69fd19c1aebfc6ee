"""A small Opendatasoft site of our own for tests: records in memory, its limits kept, faults on demand."""

import copy
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from archive_rows import as_v1

DATASET = "fr-esr-fete-de-la-science-17"
KEY = "a-key-that-must-not-leak"
Fault = Callable[[web.Request, Any], web.StreamResponse | None]


class Site:
    """What the site holds; tests change it directly. Rows are flat, as API v2.1 shows them."""

    def __init__(self, rows: list[Any]) -> None:
        self.rows = rows
        self.reach = 10_000
        self.announced: int | None = None
        self.described = True
        self.key: str | None = None
        self.fault: Fault | None = None
        self.requests: list[web.Request] = []

    @property
    def total(self) -> int:
        return len(self.rows) if self.announced is None else self.announced

    def remove(self, *uids: str) -> list[Any]:
        gone = [row for row in self.rows if row["identifiant"] in uids]
        self.rows = [row for row in self.rows if row["identifiant"] not in uids]
        return gone

    def edit(self, uid: str, **changes: Any) -> None:
        next(row for row in self.rows if row["identifiant"] == uid).update(changes)

    def described_as(self) -> web.Response:
        if not self.described:
            return web.json_response({"error_code": "ODSError", "message": "not found"}, status=404)
        names = sorted({name for row in self.rows if isinstance(row, dict) for name in row})
        return web.json_response({"dataset_id": DATASET, "fields": [{"name": name} for name in names]})

    def page(self, request: web.Request, size: str, start: str, most: int) -> list[Any]:
        limit, offset = int(request.query.get(size, "10")), int(request.query.get(start, "0"))
        if not (0 < limit <= most and offset >= 0 and limit + offset <= self.reach):
            raise web.HTTPBadRequest(text=json.dumps({"error_code": "InvalidRESTParameterError"}))
        return copy.deepcopy(self.rows[offset : offset + limit])


@asynccontextmanager
async def serving(site: Site) -> AsyncIterator[str]:
    """Serve on a free loopback port; yields the base address."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if site.key is not None and request.headers.get("Authorization") != f"Apikey {site.key}":
            return web.json_response({"error": "forbidden"}, status=403)
        if "apikey" in request.query:
            return web.json_response({"error": "a key in an address stays in logs"}, status=400)
        if request.path.endswith(f"datasets/{DATASET}"):
            return site.described_as()
        site.requests.append(request)
        body = _body(site, request)
        fault = site.fault(request, body) if site.fault else None
        return fault if fault is not None else web.json_response(body)

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    try:
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


def _body(site: Site, request: web.Request) -> Any:
    path = request.path
    if path.endswith("/records"):
        return {"total_count": site.total, "results": site.page(request, "limit", "offset", 100)}
    if path.endswith("/search/"):
        rows = [as_v1(row) for row in site.page(request, "rows", "start", 1_000)]
        return {"nhits": site.total, "parameters": {}, "records": rows}
    if path.endswith("/download/"):
        return [as_v1(row) for row in copy.deepcopy(site.rows)]
    if path.endswith(("/exports/json", ".json")):
        return copy.deepcopy(site.rows)
    raise web.HTTPNotFound(text="{}")


def address(base: str, form: str) -> str:
    """One of the addresses under which the data set is known."""
    return (
        base
        + {
            "records": f"/api/explore/v2.1/catalog/datasets/{DATASET}/records?limit=20",
            "dataset": f"/api/explore/v2.1/catalog/datasets/{DATASET}",
            "export": f"/api/explore/v2.1/catalog/datasets/{DATASET}/exports/json",
            "search": f"/api/records/1.0/search/?dataset={DATASET}&q=&rows=20",
            "page": f"/explore/dataset/{DATASET}/information/",
            "filtered page": f"/explore/dataset/{DATASET}/table/?refine.region=Hauts-de-France",
            "document": "/some/where/archive.json",
        }[form]
    )


def after(number: int, fault: Fault, times: int = 10**6) -> Fault:
    """Let `number` answers through, then fail `times` times."""
    seen = 0

    def chosen(request: web.Request, body: Any) -> web.StreamResponse | None:
        nonlocal seen
        seen += 1
        return fault(request, body) if number < seen <= number + times else None

    return chosen


def status(code: int, **headers: str) -> Fault:
    return lambda _request, _body: web.Response(status=code, text="<html>oops</html>", headers=headers)


def html(_request: web.Request, _body: Any) -> web.StreamResponse:
    return web.Response(text="<html><body>maintenance</body></html>", content_type="text/html")


def truncated(_request: web.Request, body: Any) -> web.StreamResponse:
    text = json.dumps(body).encode()
    return web.Response(body=text[: len(text) // 2], content_type="application/json")


def no_rows(_request: web.Request, _body: Any) -> web.StreamResponse:
    return web.json_response({"error_code": "ODSError", "message": "internal"})


def closed(request: web.Request, _body: Any) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def redirect(_request: web.Request, _body: Any) -> web.StreamResponse:
    return web.Response(status=302, headers={"Location": "http://127.0.0.1:9/elsewhere"})
