"""What goes through to a service, what does not, and what is said when it fails."""

import asyncio
import io
import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from ombelle_chassis.errors import PROBLEM_JSON
from ombelle_chassis.identity import IdentityVerifier, Signer, ensure_keys

# `running`, `start` and `upstream` are described in conftest.py.
EVENT = "/api/v1/events/7"


async def read_problem(answer: aiohttp.ClientResponse, status: int, code: str) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(await answer.read())
    assert (answer.status, body["status"], body["code"]) == (status, status, code)
    assert answer.headers["content-type"] == PROBLEM_JSON
    assert body["request_id"] == answer.headers["x-request-id"]
    assert body["type"] == f"urn:ombelle:problem:{code}"
    return body


@pytest.fixture
def bearer(tmp_path: Path) -> dict[str, str]:
    private, _ = ensure_keys(tmp_path / "keys")
    token = Signer(private).sign_access("ada", ["administrator"], minutes=5)
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/agenda?q=caf%C3%A9&q=&&a=%2C,+%20;x=1",
        "/api/v1/agenda/a%2Fb%20c?x",
        "/api/v1/agenda/",
    ],
)
async def test_path_and_query_go_through_to_the_byte(running: Any, upstream: Any, path: str) -> None:
    async with running.get(path) as answer:
        assert answer.status == 200
    assert upstream.seen[0].raw_path == path


async def test_only_what_may_go_in_goes_in(running: Any, upstream: Any) -> None:
    given = {
        "Ombelle-Identity": "forged",
        "ombelle-identity": "forged",
        "X-Forwarded-For": "10.0.0.1",
        "X-Forwarded-Host": "evil",
        "X-Real-IP": "10.0.0.1",
        "Forwarded": "for=10.0.0.1",
        "Cookie": "session=1",
        "Connection": "close, X-Private",
        "X-Private": "for the next hop only",
        "TE": "trailers",
        "Accept-Language": "fr",
        "X-Request-Id": "caller-request-1",
    }
    async with running.get(EVENT, headers=given) as answer:
        assert answer.headers["x-request-id"] == "caller-request-1"
    got = {name.lower(): value for name, value in upstream.seen[0].headers.items()}
    assert got == {
        "host": upstream.url.removeprefix("http://"),
        "accept": "*/*",
        "accept-language": "fr",
        "user-agent": got["user-agent"],
        "x-request-id": "caller-request-1",
    }


async def test_only_what_may_come_out_comes_out(running: Any, upstream: Any) -> None:
    upstream.gives(
        b"{}",
        cache_control="no-store",
        connection="X-Private",
        x_private="1",
        server="internal 1.0",
        content_security_policy="default-src *",
        x_request_id="somebody-else",
        x_kept="yes",
    )
    async with running.get(EVENT) as answer:
        assert answer.headers["x-kept"] == "yes"
        assert not {"x-private", "server"} & {name.lower() for name in answer.headers}
        assert answer.headers.getall("content-security-policy")[0].startswith("default-src 'self'")
        for once in ("content-security-policy", "x-request-id", "date", "cache-control"):
            assert len(answer.headers.getall(once)) == 1
        assert answer.headers["x-request-id"] != "somebody-else"


async def test_every_answer_carries_the_security_headers(start: Any, upstream: Any) -> None:
    for address, has_hsts in (("https://ombelle.example", True), ("http://localhost:8000", False)):
        async with start(upstream.url, public_url=address) as one:
            for path in ("/healthz", "/", EVENT, "/api/nowhere", "/api/docs", "/robots.txt"):
                async with one.get(path) as answer:
                    headers = answer.headers
                    policy = headers["content-security-policy"]
                    assert "script-src 'self';" in policy
                    assert "unsafe" not in policy
                    assert "frame-ancestors 'none'" in policy
                    assert headers["x-content-type-options"] == "nosniff"
                    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
                    # Where one is, for what is near; the camera, for the codes of the store-room: nothing else.
                    allowed = [
                        one for one in headers["permissions-policy"].split(", ") if not one.endswith("=()")
                    ]
                    assert allowed == ["geolocation=(self)", "camera=(self)", "fullscreen=(self)"]
                    assert headers["cross-origin-opener-policy"] == "same-origin"
                    assert ("strict-transport-security" in headers) is has_hsts


async def test_a_bearer_becomes_a_signed_identity(
    running: Any, upstream: Any, bearer: Any, tmp_path: Path
) -> None:
    async with running.get(EVENT, headers=bearer) as answer:
        assert answer.status == 200
    request = upstream.seen[0]
    assert "Authorization" not in request.headers
    identity = IdentityVerifier(tmp_path / "keys" / "jwks.json").verify(request.headers["Ombelle-Identity"])
    assert (identity.subject, identity.roles) == ("ada", {"administrator"})


async def test_what_proves_nothing_is_refused_at_the_door(
    running: Any, upstream: Any, bearer: Any, tmp_path: Path
) -> None:
    private, _ = ensure_keys(tmp_path / "keys")
    for_services = Signer(private).sign_identity("ada", ["administrator"])
    expired = Signer(private, now=lambda: 1_000_000_000).sign_access("ada", ["administrator"], minutes=1)
    foreign = Signer(ensure_keys(tmp_path / "other")[0]).sign_access("ada", ["administrator"], minutes=1)
    for value in (
        "Basic YTpi",
        "Bearer",
        "Bearer x.y.z",
        *(f"Bearer {one}" for one in (for_services, expired, foreign)),
    ):
        for path in (EVENT, "/api/v1/agenda"):
            async with running.get(path, headers={"Authorization": value}) as answer:
                await read_problem(answer, 401, "unauthenticated")
                assert answer.headers["www-authenticate"] == "Bearer"
    assert upstream.seen == []


async def test_a_services_problem_is_passed_on_untouched(running: Any, upstream: Any) -> None:
    body = b'{"type":"urn:ombelle:problem:x", "code": "x" ,"status":422}'

    async def refuse(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=422, headers={"Content-Type": PROBLEM_JSON, "Retry-After": "3"})

    upstream.handler = refuse
    for path in (EVENT, "/api/v1/agenda?limit=x"):
        async with running.get(path) as answer:
            assert (answer.status, await answer.read()) == (422, body)
            assert answer.headers["content-type"] == PROBLEM_JSON
            assert answer.headers["retry-after"] == "3"


async def test_redirects_are_the_callers_to_follow(running: Any, upstream: Any) -> None:
    upstream.gives(b"", status=307, location="http://127.0.0.1:1/elsewhere")
    async with running.get(EVENT) as answer:
        assert (answer.status, answer.headers["location"]) == (307, "http://127.0.0.1:1/elsewhere")


async def test_a_method_that_nobody_publishes_is_the_services_to_refuse(running: Any, upstream: Any) -> None:
    upstream.gives(b"{}", status=405, allow="GET, PATCH")
    async with running.ask("DELETE", EVENT) as answer:
        assert (answer.status, answer.headers["allow"]) == (405, "GET, PATCH")
    assert upstream.seen[0].method == "DELETE"


@pytest.mark.parametrize(
    "path",
    ["/api/", "/api/v1", "/api/v1/agendas", "/api/v2/agenda", "/api/v1/agenda/../events/7", "/api/v1/agenda/%2e%2e/events/7",
     "/api/v1//agenda", "/api/v1/agenda/..", "/api/v1/agenda/a%5C..%5Cb"],
)  # fmt: skip
async def test_a_path_that_nobody_publishes_is_a_problem(running: Any, upstream: Any, path: str) -> None:
    answer = await running.raw(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 404")
    assert json.loads(body)["code"] == "not_found"
    assert upstream.seen == []


async def test_the_longest_prefix_wins_and_a_service_without_address_is_unavailable(
    running: Any, upstream: Any
) -> None:
    async with running.ask("POST", "/api/v1/imports/events") as answer:
        assert answer.status == 200
    async with running.ask("POST", "/api/v1/imports/loans") as answer:
        body = await read_problem(answer, 503, "upstream_unavailable")
        assert body["service"] == "loans"
    assert [request.path for request in upstream.seen] == ["/api/v1/imports/events"]


async def test_head_is_a_get_without_its_body(running: Any, upstream: Any) -> None:
    upstream.gives(b"x" * 70, cache_control="public")
    for path in (EVENT, "/api/v1/agenda"):
        answer = await running.raw(f"HEAD {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        assert answer.startswith(b"HTTP/1.1 200")
        assert b"content-length: 70\r\n" in answer
        assert answer.endswith(b"\r\n\r\n")
    assert {request.method for request in upstream.seen} == {"GET"}


async def test_a_dead_service_is_a_problem_that_says_when_to_come_back(start: Any) -> None:
    with socket.socket() as held:  # bound, so that nobody else gets the port, and not listening
        held.bind(("127.0.0.1", 0))
        await _dead_is_told(start, held.getsockname()[1])


async def _dead_is_told(start: Any, port: int) -> None:
    async with start(f"http://127.0.0.1:{port}") as one:
        for path in (EVENT, "/api/v1/agenda"):
            async with one.get(path) as answer:
                body = await read_problem(answer, 503, "upstream_unavailable")
                assert int(answer.headers["retry-after"]) > 0
                assert body["instance"] == path
        async with one.get("/healthz") as answer:
            assert answer.status == 200


async def test_a_slow_service_is_another(start: Any, upstream: Any) -> None:
    async def never(_: web.Request) -> web.StreamResponse:
        return await asyncio.get_running_loop().create_future()

    upstream.handler = never
    async with start(upstream.url, total_seconds=0.05) as one:
        for path in (EVENT, "/api/v1/agenda"):
            async with one.get(path) as answer:
                await read_problem(answer, 504, "upstream_timeout")


async def test_an_answer_that_breaks_off_does_not_look_whole(running: Any, upstream: Any) -> None:
    async def break_off(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Length": "2000000"})
        await answer.prepare(request)
        await answer.write(b"x" * 1000)
        assert request.transport is not None
        request.transport.abort()
        return answer

    upstream.handler = break_off
    async with running.get(EVENT) as answer:
        assert answer.status == 200
        with pytest.raises(aiohttp.ClientPayloadError):
            await answer.read()
    async with running.get("/api/v1/agenda") as answer:  # read whole before a word is said, so it can say so
        await read_problem(answer, 503, "upstream_unavailable")


async def test_an_answer_streams(running: Any, upstream: Any) -> None:
    heard = asyncio.Event()

    async def slowly(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        await answer.write(b"first")
        await heard.wait()
        await answer.write(b"second")
        return answer

    upstream.handler = slowly
    async with running.get(EVENT) as answer:
        assert await answer.content.readany() == b"first"
        heard.set()
        assert await answer.content.read() == b"second"


async def test_a_body_streams(running: Any, upstream: Any) -> None:
    heard = asyncio.Event()

    async def listen(request: web.Request) -> web.StreamResponse:
        first = await request.content.readany()
        heard.set()
        return web.Response(body=first + b"|" + await request.content.read())

    upstream.handler = listen

    async def body() -> AsyncIterator[bytes]:
        yield b"first"
        await heard.wait()
        yield b"second"

    async with running.ask("PATCH", EVENT, data=body()) as answer:
        assert await answer.read() == b"first|second"


async def test_a_body_with_a_length_keeps_it(running: Any, upstream: Any) -> None:
    async def echo(request: web.Request) -> web.StreamResponse:
        return web.Response(
            body=await request.read(), headers={"X-Length": request.headers["Content-Length"]}
        )

    upstream.handler = echo
    async with running.ask("PATCH", EVENT, json={"title": "Été"}, headers={"If-Match": '"v1"'}) as answer:
        assert answer.headers["x-length"] == str(len(await answer.read()))
    assert upstream.seen[0].headers["If-Match"] == '"v1"'
    assert upstream.seen[0].headers["Content-Type"] == "application/json"
    async with running.ask("PATCH", EVENT) as answer:  # no body at all
        assert await answer.read() == b""


async def test_too_large_a_body_is_refused(running: Any, upstream: Any) -> None:
    async def swallow(request: web.Request) -> web.StreamResponse:
        await request.read()
        return web.Response()

    upstream.handler = swallow

    async def unannounced() -> AsyncIterator[bytes]:
        for _ in range(3):
            yield b"x" * 500

    async with running.ask("PATCH", EVENT, data=b"x" * 1000) as answer:
        assert answer.status == 200
    async with running.ask("PATCH", EVENT, data=b"x" * 1001) as answer:
        await read_problem(answer, 413, "body_too_large")
    async with running.ask("PATCH", EVENT, data=unannounced()) as answer:
        await read_problem(answer, 413, "body_too_large")


async def test_a_form_may_bring_a_file_of_twenty_megabytes(running: Any, upstream: Any) -> None:
    async def count(request: web.Request) -> web.StreamResponse:
        total = 0
        async for piece in request.content.iter_any():
            total += len(piece)
        return web.json_response(total)

    upstream.handler = count
    form = {"Content-Type": "multipart/form-data; boundary=x"}
    async with running.ask("PATCH", EVENT, data=io.BytesIO(bytes(20 * 1024 * 1024)), headers=form) as answer:
        assert (answer.status, await answer.json()) == (200, 20 * 1024 * 1024)
    async with running.ask(
        "PATCH", EVENT, data=io.BytesIO(bytes(21 * 1024 * 1024 + 1)), headers=form
    ) as answer:
        await read_problem(answer, 413, "body_too_large")


class Fickle:
    """A server that keeps its connections but drops the second request on each of them."""

    def __init__(self) -> None:
        self.requests: list[bytes] = []
        self.connections = 0

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            self.requests.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            await writer.drain()
            self.requests.append(await reader.readuntil(b"\r\n\r\n"))
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()


async def test_a_read_is_tried_again_and_a_write_never_is(start: Any) -> None:
    fickle = Fickle()
    server = await asyncio.start_server(fickle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, start(f"http://127.0.0.1:{port}") as one:
        for _ in range(2):
            async with one.get(EVENT) as answer:
                assert answer.status == 200
        assert fickle.connections == 2
        assert len(fickle.requests) == 3  # the second was dropped, and asked again
        for _ in range(2):
            async with one.ask("PATCH", EVENT) as answer:
                assert answer.status == 200
        assert len(fickle.requests) == 5  # each on a connection of its own, once


async def test_readiness(start: Any, upstream: Any, tmp_path: Path) -> None:
    ready_file = tmp_path / "ready"
    async with start(upstream.url, ready_file=ready_file) as one:
        async with one.get("/readyz") as answer:
            assert (await read_problem(answer, 503, "not_ready"))["waiting_for"] == ["first_sync"]
        ready_file.touch()
        async with one.get("/readyz") as answer:
            assert answer.status == 200
        upstream.gives(b"{}", status=503)
        async with one.get("/readyz") as answer:
            assert (await read_problem(answer, 503, "not_ready"))["waiting_for"] == ["events"]
    assert {request.path for request in upstream.seen} == {"/readyz"}
