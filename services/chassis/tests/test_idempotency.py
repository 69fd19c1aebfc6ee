"""What is asked twice with the same key is done once, and answered the same."""

import asyncio
from types import SimpleNamespace
from typing import Annotated

import httpx
import pytest
from fastapi import Body
from ombelle_chassis.app import create_app, current_identity
from ombelle_chassis.errors import DomainError
from ombelle_chassis.idempotency import Once, forget_old_results, forget_results
from ombelle_chassis.identity import ANONYMOUS, Identity
from pgqueuer.db import AsyncpgDriver
from sqlalchemy import text
from subscriber import until

ADA, BOB = Identity("ada"), Identity("bob")
PROGRAM = Identity("ada", scopes=frozenset({"things:write"}), token="t-1")
MAKE = text("INSERT INTO outbox_message (type, key, version, payload) VALUES ('made', :key, 1, '{}')")
WAITING = """
SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted
"""
COUNT = "SELECT count(*) FROM outbox_message"


class Refused(DomainError):
    """The thing says no."""


@pytest.fixture
def desk():
    """Who asks, and what holds a request inside its transaction."""
    return SimpleNamespace(identity=ADA, gate=None, inside=0)


@pytest.fixture
def application(sessions, desk):
    app = create_app(service="things", title="things")
    app.dependency_overrides[current_identity] = lambda: desk.identity

    @app.post("/things", status_code=201)
    async def make(name: Annotated[str, Body(embed=True)], once: Once):
        async with sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return told
            await session.execute(MAKE, {"key": name})
            desk.inside += 1
            if desk.gate:
                await desk.gate.wait()
            if name == "refused":
                raise Refused("Non.")
            return await once.keep(session, {"name": name, "number": desk.inside})

    return app


@pytest.fixture
async def ask(application):
    transport = httpx.ASGITransport(app=application)
    async with httpx.AsyncClient(transport=transport, base_url="http://things") as client:

        async def send(name="a", key="k-1", path="/things"):
            headers = {} if key is None else {"Idempotency-Key": key}
            return await client.post(path, json={"name": name}, headers=headers)

        yield send


async def test_asked_again_it_is_answered_the_same_and_done_once(ask, connection):
    answers = [await ask() for _ in range(3)]
    assert [(one.status_code, one.json()) for one in answers] == [(201, {"name": "a", "number": 1})] * 3
    assert await connection.fetchval(COUNT) == 1


async def test_without_a_key_it_is_done_each_time(ask, connection):
    assert [(await ask(key=None)).json()["number"] for _ in range(2)] == [1, 2]
    assert await connection.fetchval(COUNT) == 2


@pytest.mark.parametrize("asked", [{"name": "b"}, {"path": "/things?more=1"}])
async def test_the_same_key_with_another_request_is_refused(ask, connection, asked):
    await ask()
    refused = await ask(**asked)
    body = refused.json()
    del body["request_id"]
    assert (refused.status_code, body) == (
        422,
        {
            "type": "urn:ombelle:problem:idempotency_key_reused",
            "title": "This Idempotency-Key came before with another request",
            "status": 422,
            "detail": "Cette clé d'idempotence a déjà servi pour une autre demande : prenez-en une nouvelle.",
            "instance": "/things",
            "code": "idempotency_key_reused",
            "errors": [
                {
                    "pointer": "/header/Idempotency-Key",
                    "code": "idempotency_key_reused",
                    "detail": "Clé déjà utilisée.",
                }
            ],
        },
    )
    assert await connection.fetchval(COUNT) == 1


async def test_keys_are_each_caller_s_own(ask, desk, connection):
    for identity in (ADA, BOB, PROGRAM):
        desk.identity = identity
        assert (await ask()).json()["name"] == "a"
    assert await connection.fetchval(COUNT) == 3
    desk.identity = ANONYMOUS  # strangers share nothing, so no key of theirs is kept
    assert [(await ask()).json()["number"] for _ in range(2)] == [4, 5]
    callers = await connection.fetch("SELECT caller FROM idempotent_request ORDER BY caller")
    assert [row["caller"] for row in callers] == ["ada", "bob", "token:t-1"]


async def test_what_was_refused_is_not_kept(ask, connection):
    assert [(await ask("refused")).status_code for _ in range(2)] == [409, 409]
    assert (await ask("a")).status_code == 201
    assert await connection.fetchval(COUNT) == 1


async def test_of_many_at_once_one_does_it_and_the_others_wait_for_its_answer(ask, desk, connection):
    desk.gate = asyncio.Event()
    asking = [asyncio.create_task(ask()) for _ in range(6)]
    await until(lambda: desk.inside == 1)
    await until(lambda: _is(connection, WAITING, 5))
    assert desk.inside == 1
    desk.gate.set()
    answers = await asyncio.gather(*asking)
    assert [(one.status_code, one.json()) for one in answers] == [(201, {"name": "a", "number": 1})] * 6
    assert await connection.fetchval(COUNT) == 1


async def test_when_the_first_of_two_at_once_fails_the_second_does_it(ask, desk, connection):
    desk.gate = asyncio.Event()
    first = asyncio.create_task(ask("refused"))
    await until(lambda: desk.inside == 1)
    second = asyncio.create_task(ask("a"))
    await until(lambda: _is(connection, WAITING, 1))
    desk.gate.set()
    assert ((await first).status_code, (await second).status_code) == (409, 201)
    assert await connection.fetchval(COUNT) == 1


async def _is(connection, query, count):
    return await connection.fetchval(query) == count


@pytest.mark.parametrize("key", ["", "x" * 201, "é".encode(), "a\tb"])
async def test_a_key_is_short_and_printable(ask, connection, key):
    refused = await ask(key=key)
    assert refused.status_code == 422
    assert [one["pointer"] for one in refused.json()["errors"]] == ["/header/Idempotency-Key"]
    assert await connection.fetchval(COUNT) == 0
    assert (await ask(key="x" * 200)).status_code == 201


async def test_answers_are_forgotten_after_two_days_and_with_whom_they_name(ask, desk, sessions, connection):
    await ask(key="old")
    await connection.execute("UPDATE idempotent_request SET at = now() - interval '48 hours 1 second'")
    await ask(key="lately")
    await forget_old_results(AsyncpgDriver(connection))
    left = "SELECT key FROM idempotent_request ORDER BY key"
    assert await connection.fetch(left) == [("lately",)]
    desk.identity = BOB
    await ask("ada", key="names-her")
    await ask("adamant", key="another-word")
    async with sessions() as session, session.begin():
        assert await forget_results(session, ["ada", ""]) == 2
        assert await forget_results(session, [""]) == 0
    assert await connection.fetch(left) == [("another-word",)]
