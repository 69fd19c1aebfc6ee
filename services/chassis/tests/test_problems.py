"""Every failure of an application has one shape and one media type."""

import json
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal

import httpx
import pytest
from fastapi import FastAPI, Query
from ombelle_chassis.app import CurrentIdentity, create_app, openapi_of
from ombelle_chassis.errors import (
    PROBLEM_JSON,
    DomainError,
    FieldError,
    Forbidden,
    NotFound,
    PreconditionFailed,
    Unavailable,
)
from ombelle_chassis.problems import field_errors, responses_for
from pydantic import BaseModel, ConfigDict, Field, ValidationError


class JarFull(DomainError):
    code = "jar_full"
    title = "The jar is full"


class Database(Exception):
    pass


class Jar(BaseModel):
    model_config = ConfigDict(extra="forbid")
    label: str = Field(max_length=5)
    sizes: list[int]


def make_app() -> FastAPI:
    app = create_app(service="jars", title="Jars", is_unavailable=lambda error: isinstance(error, Database))

    @app.get("/jars", responses=responses_for(NotFound, JarFull, Forbidden))
    async def list_jars(limit: Annotated[int, Query(ge=1, le=300)] = 50) -> dict[str, int]:
        return {"limit": limit}

    @app.post("/jars")
    async def add_jar(jar: Jar) -> Jar:
        return jar

    @app.get("/me")
    async def read_me(identity: CurrentIdentity) -> dict[str, str]:
        return {"subject": identity.subject}

    @app.get("/raise/{what}")
    async def fail(what: str) -> None:
        known: dict[str, Exception] = {
            "full": JarFull("Le bocal est plein.", errors=[FieldError("/body/n", "full", "Trop.")], left=0),
            "forbidden": Forbidden("Pas vous."),
            "stale": PreconditionFailed("Il a changé.", yours="v1", current="v2"),
            "down": Unavailable("Plus tard.", retry_after=7),
            "database": Database("password=hunter2"),
            "bug": RuntimeError("secret-in-a-bug"),
        }
        raise known[what]

    return app


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(make_app())
    async with httpx.AsyncClient(transport=transport, base_url="http://jars") as made:
        yield made


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nowhere", 404, "not_found"),
        ("DELETE", "/jars", 405, "method_not_allowed"),
        ("GET", "/jars?limit=0", 422, "invalid_input"),
        ("GET", "/raise/full", 409, "jar_full"),
        ("GET", "/raise/forbidden", 403, "forbidden"),
        ("GET", "/raise/stale", 412, "precondition_failed"),
        ("GET", "/raise/down", 503, "unavailable"),
        ("GET", "/raise/database", 503, "unavailable"),
        ("GET", "/raise/bug", 500, "internal_error"),
    ],
)
async def test_every_failure_is_a_problem(
    client: httpx.AsyncClient, method: str, path: str, status: int, code: str
) -> None:
    answer = await client.request(method, path, headers={"X-Request-Id": "given-by-caller"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == PROBLEM_JSON
    assert answer.headers["x-request-id"] == "given-by-caller"
    body = answer.json()
    assert body["type"] == f"urn:ombelle:problem:{code}"
    assert (body["code"], body["status"]) == (code, status)
    assert body["instance"] == path.partition("?")[0]
    assert body["request_id"] == "given-by-caller"
    assert body["title"]
    assert body["detail"]


@pytest.mark.parametrize("body", [b"\xff\xfe\x80", b"[" * 100_000, b"1" * 5_000, b'{"label":'])
async def test_bytes_that_are_no_json_are_the_callers_fault(client: httpx.AsyncClient, body: bytes) -> None:
    answer = await client.post("/jars", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
    assert answer.json()["errors"] == [
        {"pointer": "/body", "code": "json_invalid", "detail": "Le corps n'est pas du JSON valable."}
    ]


async def test_a_domain_error_keeps_its_fields_and_extensions(client: httpx.AsyncClient) -> None:
    body = (await client.get("/raise/full")).json()
    assert body["errors"] == [{"pointer": "/body/n", "code": "full", "detail": "Trop."}]
    assert body["left"] == 0
    stale = (await client.get("/raise/stale")).json()
    assert (stale["yours"], stale["current"]) == ("v1", "v2")


async def test_headers_that_are_part_of_the_answer_stay(client: httpx.AsyncClient) -> None:
    assert (await client.delete("/jars")).headers["allow"] == "GET, POST"
    assert (await client.get("/raise/down")).headers["retry-after"] == "7"
    assert "retry-after" in (await client.get("/raise/database")).headers


async def test_a_bug_tells_nothing_outside_and_everything_in_the_log(
    client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await client.get("/raise/bug")
    assert "secret-in-a-bug" not in answer.text
    assert answer.json()["request_id"] in answer.json()["detail"]
    assert "secret-in-a-bug" in caplog.text
    assert "Traceback" in caplog.text


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ({"method": "GET", "url": "/jars?limit=301"}, {"/query/limit": "less_than_equal"}),
        ({"method": "GET", "url": "/jars?limit=x"}, {"/query/limit": "int_parsing"}),
        (
            {"method": "POST", "url": "/jars", "json": {"label": "too long", "sizes": [1, "x"], "a/b": 1}},
            {
                "/body/label": "string_too_long",
                "/body/sizes/1": "int_parsing",
                "/body/a~1b": "extra_forbidden",
            },
        ),
        ({"method": "POST", "url": "/jars", "content": b'{"label": '}, {"/body": "json_invalid"}),
        ({"method": "POST", "url": "/jars"}, {"/body": "missing"}),
    ],
)
async def test_invalid_input_points_at_its_place(
    client: httpx.AsyncClient, request_: dict[str, Any], expected: dict[str, str]
) -> None:
    if "content" in request_:
        request_ = {**request_, "headers": {"content-type": "application/json"}}
    answer = await client.request(**request_)
    assert answer.status_code == 422
    errors = answer.json()["errors"]
    assert {one["pointer"]: one["code"] for one in errors} == expected
    for one in errors:
        assert one["detail"].endswith((".", "…"))
        assert "{" not in one["detail"]


async def test_without_identity_header_nobody_and_with_a_bad_one_401(client: httpx.AsyncClient) -> None:
    app = make_app()
    assert app.state.identity_verifier is None
    assert (await client.get("/me")).json() == {"subject": ""}


@pytest.mark.parametrize("given", ["short", "has space in it", "é" * 10, "x" * 65])
async def test_an_ill_formed_request_id_is_replaced(client: httpx.AsyncClient, given: str) -> None:
    answer = await client.get("/jars", headers={"X-Request-Id": given.encode()})
    assert len(answer.headers["x-request-id"]) == 16


def test_openapi_documents_problems_as_they_are_sent() -> None:
    document = openapi_of(make_app())
    responses = document["paths"]["/jars"]["get"]["responses"]
    assert set(responses) == {"200", "403", "404", "409", "422"}
    assert "jar_full" in responses["409"]["description"]
    for status in ("403", "404", "409", "422"):
        assert set(responses[status]["content"]) == {PROBLEM_JSON}
    assert set(document["paths"]["/jars"]["post"]["responses"]["422"]["content"]) == {PROBLEM_JSON}
    assert "ValidationError" not in json.dumps(document)
    assert document["paths"]["/jars"]["get"]["operationId"] == "list_jars"


def test_two_routes_of_one_name_are_refused() -> None:
    app = make_app()

    @app.get("/other")
    async def list_jars() -> None: ...

    with pytest.raises(ValueError, match="list_jars"):
        openapi_of(app)


async def test_probes() -> None:
    state = {"up": False}

    async def ready() -> None:
        if not state["up"]:
            raise ConnectionRefusedError

    app = create_app(service="jars", title="Jars", ready=ready)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://jars") as client:
        assert (await client.get("/healthz")).status_code == 200
        not_ready = await client.get("/readyz")
        assert not_ready.status_code == 503
        assert not_ready.headers["content-type"] == PROBLEM_JSON
        state["up"] = True
        assert (await client.get("/readyz")).status_code == 200


def test_a_list_of_possible_values_is_told_in_french():
    class Wanted(BaseModel):
        colour: Literal["red", "green", "blue"]

    with pytest.raises(ValidationError) as refused:
        Wanted.model_validate({"colour": "grey"})
    [error] = field_errors(refused.value.errors())
    assert (error.pointer, error.detail) == (
        "/body/colour",
        "Les valeurs possibles sont 'red', 'green' ou 'blue'.",
    )
