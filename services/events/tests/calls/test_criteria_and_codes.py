"""Criteria, written as one list; codes that let in late, each as often as it may."""

import asyncio
from datetime import UTC, datetime, timedelta
from unittest.mock import ANY
from uuid import UUID, uuid4

import pytest
from ombelle_chassis.database import create_engine, session_maker
from ombelle_events.calls.access_codes.redeeming import redeem
from ombelle_events.calls.errors import AccessCodeRefused

WRITING = ["edit", "edit_form", "edit_criteria", "edit_texts", "add_access_code"]
ONE = {"name": "Un", "help": "", "weight": 1.5, "scale": 5}
TWO = {"name": "Deux", "help": "Mot", "weight": 0.1, "scale": 20}


async def test_criteria_are_written_as_one_list(desk):
    call = await desk.begin()
    path = f"/calls/{call['id']}/criteria"
    written = await desk.ask("PUT", path, {"items": [ONE, TWO]}, If_Match='"v1"')
    assert (written.status_code, written.headers["etag"]) == (200, '"v2"')
    assert written.json() == {
        "items": [{"id": ANY, **ONE}, {"id": ANY, **TWO}], "next": None, "total": 2, "version": 2,
        "allowed_actions": [*WRITING, "publish"],
    }  # fmt: skip
    one, two = written.json()["items"]
    turned = await desk.do(
        "PUT", path, {"items": [{**two, "scale": 10}, {**one, "name": "Premier"}]}, If_Match='"v2"'
    )
    assert turned["items"] == [{**two, "scale": 10}, {**one, "name": "Premier"}]
    assert (await desk.do("GET", path))["items"] == turned["items"]
    stale = await desk.ask("PUT", path, {"items": []}, If_Match='"v2"')
    assert (stale.status_code, stale.json()["current"]["items"], stale.json()["yours"]) == (
        412, turned["items"], {"items": []},
    )  # fmt: skip
    assert (await desk.ask("PUT", path, {"items": []})).status_code == 428
    assert (await desk.do("PUT", path, {"items": []}, If_Match="*"))["total"] == 0


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"weight": 0}, "weight"),
        ({"weight": 0.001}, "weight"),
        ({"weight": "NaN"}, "weight"),
        ({"scale": 0}, "scale"),
        ({"scale": 2.5}, "scale"),
        ({"name": " "}, "name"),
        ({"id": str(uuid4())}, "id"),
    ],
)
async def test_criteria_that_cannot_be(desk, more, pointer):
    call = await desk.begin()
    before = await desk.do("GET", f"/calls/{call['id']}/criteria")
    answer = await desk.ask(
        "PUT", f"/calls/{call['id']}/criteria", {"items": [{**ONE, **more}]}, If_Match="*"
    )
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [f"/body/items/0/{pointer}"]
    assert await desk.do("GET", f"/calls/{call['id']}/criteria") == before


async def test_a_criterion_stands_once_and_is_this_calls(desk):
    call, other = await desk.begin(), await desk.begin()
    [mine, *_] = (await desk.do("GET", f"/calls/{call['id']}/criteria"))["items"]
    [theirs, *_] = (await desk.do("GET", f"/calls/{other['id']}/criteria"))["items"]
    for items, place in (([mine, mine], 1), ([mine, theirs], 1)):
        answer = await desk.ask("PUT", f"/calls/{call['id']}/criteria", {"items": items}, If_Match="*")
        assert [error["pointer"] for error in answer.json()["errors"]] == [f"/body/items/{place}/id"]


def _soon(days=3):
    return (datetime.now(UTC) + timedelta(days=days)).isoformat()


async def test_codes_are_made_listed_and_ended(desk, connection):
    call = await desk.begin()
    path = f"/calls/{call['id']}/access-codes"
    first = await desk.do("POST", path, {"expires_at": _soon(), "label": "Lycée d'Abbeville"})
    assert first == {
        "id": ANY, "code": ANY, "label": "Lycée d'Abbeville", "expires_at": ANY, "max_uses": 1, "uses": 0,
        "ended_at": None, "created_at": ANY, "allowed_actions": ["end"],
    }  # fmt: skip
    second = await desk.do("POST", path, {"code": " retard-27 ", "expires_at": _soon(), "max_uses": 3})
    assert second["code"] == "RETARD-27"
    taken = await desk.ask("POST", path, {"code": "Retard-27", "expires_at": _soon()})
    assert (taken.status_code, taken.json()["code"], taken.json()["errors"][0]["pointer"]) == (
        409, "access_code_taken", "/body/code",
    )  # fmt: skip
    page = await desk.do("GET", f"{path}?limit=1")
    rest = await desk.do("GET", f"{path}?limit=1&after={page['next']}")
    assert [*page["items"], *rest["items"]] == [second, first]
    assert (page["total"], rest["next"], page["allowed_actions"]) == (2, None, [*WRITING, "publish"])
    for _ in range(2):
        assert (await desk.ask("DELETE", f"{path}/{first['id']}")).status_code == 204
    [_, ended] = (await desk.do("GET", path))["items"]
    assert ended == {**first, "ended_at": ANY, "allowed_actions": []}
    assert ended["ended_at"] is not None
    logged = await connection.fetch(
        "SELECT e.action, v.values::text FROM audit_entry e JOIN audit_value v USING (seq) "
        "WHERE v.subject_id = $1 ORDER BY seq", first["id"],
    )  # fmt: skip
    assert [row["action"] for row in logged] == ["access_code_made", "access_code_ended"]
    assert all(first["code"] not in row["values"] for row in logged)
    other = await desk.begin()
    foreign = await desk.ask("DELETE", f"/calls/{other['id']}/access-codes/{second['id']}")
    assert (foreign.status_code, foreign.json()["code"]) == (404, "access_code_unknown")


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "expires_at"),
        ({"expires_at": "2020-01-01T00:00:00Z"}, "expires_at"),
        ({"expires_at": "2099-01-01T00:00:00Z", "max_uses": 0}, "max_uses"),
        ({"expires_at": "2099-01-01T00:00:00Z", "code": "a b c d"}, "code"),
    ],
)
async def test_a_code_that_cannot_be(desk, body, pointer):
    call = await desk.begin()
    answer = await desk.ask("POST", f"/calls/{call['id']}/access-codes", body)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [f"/body/{pointer}"]


@pytest.fixture
async def sessions(territory_url):
    """Sessions of one's own, as many at once as a race needs."""
    engine = create_engine(territory_url, application_name="tests", pool_size=8)
    yield session_maker(engine)
    await engine.dispose()


async def _redeem(sessions, call, code, now=None):
    async with sessions() as session, session.begin():
        return (await redeem(session, UUID(call["id"]), code, now or datetime.now(UTC))).uses


@pytest.mark.parametrize(("max_uses", "at_once"), [(1, 2), (1, 8), (3, 8)])
async def test_a_code_used_at_once_lets_in_as_many_as_it_may(desk, connection, sessions, max_uses, at_once):
    call = await desk.begin()
    made = await desk.do(
        "POST", f"/calls/{call['id']}/access-codes", {"expires_at": _soon(), "max_uses": max_uses}
    )
    told = await asyncio.gather(
        *(_redeem(sessions, call, made["code"]) for _ in range(at_once)), return_exceptions=True
    )
    let_in = sorted(one for one in told if isinstance(one, int))
    assert let_in == list(range(1, max_uses + 1))
    refused = [one.errors[0].code for one in told if isinstance(one, AccessCodeRefused)]
    assert refused == ["used_up"] * (at_once - max_uses)
    assert await connection.fetchval("SELECT uses FROM access_code") == max_uses


async def test_a_use_that_is_rolled_back_never_was(desk, connection, sessions):
    call = await desk.begin()
    made = await desk.do("POST", f"/calls/{call['id']}/access-codes", {"expires_at": _soon()})
    async with sessions() as session, session.begin() as transaction:
        await redeem(session, UUID(call["id"]), made["code"], datetime.now(UTC))
        await transaction.rollback()
    assert await _redeem(sessions, call, f" {made['code'].lower()} ") == 1


async def test_a_code_that_does_not_let_in_says_why(desk, sessions):
    call, other = await desk.begin(), await desk.begin()
    path = f"/calls/{call['id']}/access-codes"
    made = await desk.do("POST", path, {"expires_at": _soon()})
    ended = await desk.do("POST", path, {"expires_at": _soon()})
    await desk.ask("DELETE", f"{path}/{ended['id']}")
    expires_at = datetime.fromisoformat(made["expires_at"])
    reasons = []
    for of, code, now in (
        (call, "NOBODY-KNOWS", None),
        (call, "\x00", None),
        (other, made["code"], None),
        (call, ended["code"], None),
        (call, made["code"], expires_at),
    ):
        with pytest.raises(AccessCodeRefused) as refusal:
            await _redeem(sessions, of, code, now)
        [error] = refusal.value.errors
        reasons.append((error.pointer, error.code))
    assert reasons == [
        ("/body/access_code", why) for why in ("unknown", "unknown", "unknown", "ended", "expired")
    ]
    assert await _redeem(sessions, call, made["code"], expires_at - timedelta.resolution) == 1
