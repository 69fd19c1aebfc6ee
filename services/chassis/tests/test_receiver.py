"""What a service takes in: signed by one of ours, lately, and once."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import httpx
import pytest
from ombelle_chassis.app import create_app
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.messages import Message, is_newer
from ombelle_chassis.messages.dead_letters import dead_letters_router
from ombelle_chassis.messages.receiver import messages_router
from ombelle_chassis.messages.settings import MessagesSecret, Subscribers
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import BigInteger, Column, MetaData, Table, Text, text
from standardwebhooks.webhooks import Webhook
from subscriber import SECRET

ID = "01a20294-3f40-7bcc-b321-3274d8a41139"
PLACE = text("INSERT INTO outbox_message (type, key, version, payload) VALUES (:type, :key, :version, '{}')")


def message(**values) -> Message:
    return Message(
        **({"id": uuid4(), "type": "thing", "key": "k", "version": 1, "payload": {"a": 1}} | values)
    )


def signed(sent: Message, *, secret=SECRET, late=timedelta(), body=None) -> dict:
    content = sent.body() if body is None else body
    at = datetime.now(UTC) - late
    headers = {
        "webhook-id": str(sent.id),
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign(str(sent.id), at, content),
    }
    return {"content": content.encode(), "headers": headers}


async def nobody():
    raise Unauthenticated("Connectez-vous.")


async def administrator():
    return None


@pytest.fixture
def taken():
    return []


@pytest.fixture
def application(sessions, taken):
    async def take(session, received):
        await session.execute(PLACE, {"type": "taken", "key": received.key, "version": received.version})
        taken.append(received)

    async def fail(session, received):
        await take(session, received)
        raise ZeroDivisionError

    app = create_app(service="things", title="things")
    app.state.context = SimpleNamespace(sessions=sessions, settings=SimpleNamespace(messages_secret=SECRET))
    app.include_router(messages_router({"thing": take, "broken": fail}))
    app.include_router(dead_letters_router("things", administrator))
    app.include_router(dead_letters_router("closed", nobody))
    return app


@pytest.fixture
async def service(application):
    transport = httpx.ASGITransport(app=application)
    async with httpx.AsyncClient(transport=transport, base_url="http://things") as client:
        yield client


async def written(connection) -> tuple[int, int]:
    row = await connection.fetchrow(
        "SELECT (SELECT count(*) FROM inbox_message) AS inbox, (SELECT count(*) FROM outbox_message) AS written"
    )
    return tuple(row)


async def test_a_message_is_taken_once_however_often_it_comes(service, connection, taken):
    sent = message()
    answers = await asyncio.gather(*(service.post("/internal/messages", **signed(sent)) for _ in range(8)))
    assert {(answer.status_code, answer.content) for answer in answers} == {(204, b"")}
    assert taken == [sent]
    assert await written(connection) == (1, 1)


async def test_what_its_handler_cannot_do_is_as_if_it_had_not_come(service, connection, taken):
    sent = message(type="broken")
    for _ in range(2):
        assert (await service.post("/internal/messages", **signed(sent))).status_code == 500
    assert len(taken) == 2
    assert await written(connection) == (0, 0)


async def test_an_unknown_type_is_refused_for_good(service, connection):
    answer = await service.post("/internal/messages", **signed(message(type="other")))
    assert (answer.status_code, answer.json()["code"]) == (422, "message_type_unknown")
    assert await written(connection) == (0, 0)


def without(name):
    values = signed(message())
    del values["headers"][name]
    return values


def with_header(name, value):
    values = signed(message())
    values["headers"][name] = value
    return values


@pytest.mark.parametrize(
    "make_request",
    [
        lambda: {"content": message().body().encode()},
        lambda: without("webhook-id"),
        lambda: without("webhook-timestamp"),
        lambda: without("webhook-signature"),
        lambda: with_header("webhook-id", str(uuid4())),
        lambda: with_header("webhook-timestamp", "soon"),
        lambda: with_header("webhook-timestamp", str(int(datetime.now(UTC).timestamp()) - 60)),
        lambda: with_header("webhook-signature", "v1"),
        lambda: with_header("webhook-signature", "v1,!"),
        lambda: with_header("webhook-signature", "v1,é".encode()),
        lambda: with_header("webhook-signature", "v1a,AAAA"),
        lambda: signed(message(), secret="whsec_" + "b3RoZXIh" * 5),
        lambda: signed(message(), late=timedelta(minutes=6)),
        lambda: signed(message(), late=-timedelta(minutes=6)),
        lambda: {**signed(message()), "content": message(version=2).body().encode()},
        lambda: {**signed(message()), "content": b"\xff"},
    ],
)
async def test_what_is_not_signed_by_ours_is_refused(service, connection, taken, make_request):
    answer = await service.post("/internal/messages", **make_request())
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")
    assert (await written(connection), taken) == ((0, 0), [])


@pytest.mark.parametrize(
    "body",
    [
        "[]",
        "{}",
        json.dumps({"id": "x", "type": "thing", "key": "k", "version": 1, "payload": {}}),
        json.dumps({"id": ID, "type": "thing", "key": "k", "version": 1, "payload": {}}),
        json.dumps({"id": ID, "type": "thing", "key": "k", "version": "1", "payload": {}}),
        json.dumps({"id": ID, "type": "thing", "key": "k", "version": 1, "payload": []}),
    ],
)
async def test_what_is_signed_and_no_message_is_refused_for_good(service, connection, body):
    answer = await service.post("/internal/messages", **signed(message(), body=body))
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
    assert await written(connection) == (0, 0)


async def test_a_body_without_end_is_cut_off(service):
    async def endless():
        while True:
            yield b"x" * 65536

    answer = await service.post("/internal/messages", content=endless())
    assert (answer.status_code, answer.json()["code"]) == (413, "message_too_long")


async def test_without_a_secret_nothing_is_taken(service, application):
    application.state.context.settings.messages_secret = None
    assert (await service.post("/internal/messages", **signed(message()))).status_code == 401


async def test_a_copy_is_written_by_newer_facts_only(sessions, connection):
    await connection.execute("CREATE TABLE IF NOT EXISTS copy (id text PRIMARY KEY, version bigint)")
    await connection.execute("INSERT INTO copy VALUES ('a', 3) ON CONFLICT DO NOTHING")
    table = Table("copy", MetaData(), Column("id", Text), Column("version", BigInteger))
    async with sessions() as session, session.begin():
        newer = [await is_newer(session, table, table.c.id == "a", version) for version in (2, 3, 4)]
        assert newer == [False, False, True]
        assert await is_newer(session, table, table.c.id == "b", 1)


async def dead_letter(connection, key) -> str:
    return str(
        await connection.fetchval(
            "WITH m AS (INSERT INTO outbox_message (type, key, version, payload) "
            "VALUES ('thing', $1, 1, '{\"name\": \"Ada\"}') RETURNING *) "
            "INSERT INTO outbox_delivery (message_id, subscriber, key, seq, state, died_at, tries, last_error) "
            "SELECT id, 'others', key, seq, 'dead', now(), 12, 'réponse 500' FROM m RETURNING id",
            key,
        )
    )


async def test_an_administrator_sees_dead_letters_page_by_page_and_sends_one_again(service, connection):
    letters = [await dead_letter(connection, key) for key in "abc"]
    first = await service.get("/api/v1/dead-letters/things?limit=2")
    assert (first.status_code, first.headers["cache-control"]) == (200, "private, no-store")
    assert [letter["id"] for letter in first.json()["items"]] == [letters[2], letters[1]]
    assert "Ada" not in first.text
    shown = first.json()["items"][0]
    for name in ("message_id", "created_at", "died_at"):
        del shown[name]
    assert shown == {
        "id": letters[2], "type": "thing", "key": "c", "version": 1, "subscriber": "others", "tries": 12,
        "state": "dead", "last_error": "réponse 500", "next_try_at": None, "allowed_actions": ["replay"],
    }  # fmt: skip
    rest = (await service.get(f"/api/v1/dead-letters/things?limit=2&after={first.json()['next']}")).json()
    assert ([letter["id"] for letter in rest["items"]], rest["next"]) == ([letters[0]], None)
    again = await service.post(f"/api/v1/dead-letters/things/{letters[0]}/replay")
    assert again.status_code == 202
    [waiting] = (await service.get("/api/v1/dead-letters/things?state=waiting")).json()["items"]
    assert (waiting["id"], waiting["state"], waiting["allowed_actions"]) == (letters[0], "waiting", [])
    assert waiting["next_try_at"] is not None
    twice = await service.post(f"/api/v1/dead-letters/things/{letters[0]}/replay")
    assert (twice.status_code, twice.json()["code"]) == (404, "dead_letter_unknown")
    assert await connection.fetchval("SELECT count(*) FROM pgqueuer WHERE payload = 'others'") == 1


async def test_nobody_else_sees_or_sends_them(service, connection):
    letter = await dead_letter(connection, "a")
    assert (await service.get("/api/v1/dead-letters/closed")).status_code == 401
    assert (await service.post(f"/api/v1/dead-letters/closed/{letter}/replay")).status_code == 401
    bad = await service.get("/api/v1/dead-letters/things?after=x&more=1")
    assert (bad.status_code, bad.json()["errors"][0]["pointer"]) == (422, "/query/more")


def test_subscribers_are_read_from_one_line():
    read = TypeAdapter(Subscribers).validate_python
    assert read("events=http://127.0.0.1:1/, members=https://m.example") == {
        "events": "http://127.0.0.1:1",
        "members": "https://m.example",
    }
    assert read("") == {}
    for wrong in (
        "events",
        "=http://a.example",
        "a=ftp://a.example",
        "a=http://a.example,a=http://b.example",
    ):
        with pytest.raises(ValidationError):
            read(wrong)


@pytest.mark.parametrize("wrong", ["", "whsec_", "short", "é" * 40, "whsec_" + "A" * 20])
def test_a_secret_is_long_and_base64(wrong):
    with pytest.raises(ValidationError):
        TypeAdapter(MessagesSecret).validate_python(wrong)
    assert TypeAdapter(MessagesSecret).validate_python(SECRET) == SECRET
