"""The interface's files: how long they are kept, what stays outside."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

# `running`, `start`, `upstream`, `dist` and `until` are described in conftest.py.


@pytest.mark.usefixtures("dist")
async def test_files_are_cached_as_their_names_allow(running: Any) -> None:
    async with running.get("/assets/index-abc123.js") as got:
        assert got.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert got.headers["content-type"] == "text/javascript; charset=utf-8"
        assert got.headers["vary"] == "accept-encoding"
        plain = await got.read()
    for _ in range(2):
        async with running.get("/assets/index-abc123.js", headers={"Accept-Encoding": "gzip, br"}) as got:
            assert got.headers["content-encoding"] == "gzip"
            assert gzip.decompress(await got.read()) == plain
            tag = got.headers["etag"]
    async with running.get(
        "/assets/index-abc123.js", headers={"If-None-Match": tag, "Accept-Encoding": "gzip"}
    ) as got:
        assert got.status == 304
    async with running.get("/ombelle.svg") as got:
        assert got.headers["content-type"] == "image/svg+xml"
        assert "immutable" not in got.headers["cache-control"]


async def test_what_the_build_compressed_is_sent_as_it_is(running: Any, dist: Path) -> None:
    (dist / "assets" / "index-abc123.js.br").write_bytes(b"brotli")
    (dist / "assets" / "index-abc123.js.gz").write_bytes(b"gzipped")
    for accepted, body, coding in (("gzip, br", b"brotli", "br"), ("gzip", b"gzipped", "gzip")):
        async with running.get("/assets/index-abc123.js", headers={"Accept-Encoding": accepted}) as got:
            assert (await got.read(), got.headers["content-encoding"]) == (body, coding)
            assert got.headers["content-type"].startswith("text/javascript")


async def test_nothing_outside_the_folder_is_served(running: Any, upstream: Any, dist: Path) -> None:
    (dist.parent / "secret.txt").write_text("hunter2")
    (dist / ".vite").mkdir()
    (dist / ".vite" / "manifest.json").write_text("hunter2")
    (dist / "link.txt").symlink_to(dist.parent / "secret.txt")
    upstream.gives_json({"items": [], "total": 0, "next": None})
    for path in (
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "/link.txt",
        "/.vite/manifest.json",
        "/secret.txt%00.js",
        "/assets/",
        f"/{dist.parent}/secret.txt",
    ):
        got = await running.raw(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        assert b"hunter2" not in got
        assert b" 404 " in got.partition(b"\r\n")[0], path


@pytest.mark.usefixtures("dist")
async def test_pages_are_only_read(running: Any) -> None:
    for path in ("/agenda", "/healthz", "/readyz", "/api/docs", "/api/openapi.json"):
        async with running.ask("POST", path) as got:
            assert (got.status, got.headers["allow"]) == (405, "GET, HEAD"), path
            assert json.loads(await got.read())["code"] == "method_not_allowed"
    got = await running.raw(b"HEAD /assets/index-abc123.js HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert got.startswith(b"HTTP/1.1 200")
    assert got.endswith(b"\r\n\r\n")
