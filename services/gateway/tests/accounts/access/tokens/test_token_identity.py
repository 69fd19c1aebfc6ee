"""Whom a token speaks for, as the edge asks at every request."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import asyncpg
import pytest
from access_people import problem
from ombelle_gateway.accounts.tokens.domain import months_later, new_token, read_token
from token_calls import READ, identity, made, make, today


async def test_the_token_speaks_for_its_organisation_and_its_use_is_noted_once_a_minute(people):
    organisation = await people.organisation()
    editor = await people.member(organisation, "editor")
    token = await made(people, editor, organisation)
    expected = [(token["id"], editor.id, organisation, READ)]
    assert await identity(people, token["secret"]) == expected
    used = "SELECT last_used_at FROM api_token WHERE id = $1"
    first = await people.connection.fetchval(used, token["id"])
    assert await identity(people, token["secret"]) == expected
    assert await people.connection.fetchval(used, token["id"]) == first
    await people.connection.execute(
        "UPDATE api_token SET last_used_at = now() - interval '61 seconds' WHERE id = $1", token["id"]
    )
    await identity(people, token["secret"])
    assert await people.connection.fetchval(used, token["id"]) >= first


async def test_noting_its_use_makes_nobody_wait(people, gateway_database_url):
    organisation = await people.organisation()
    token = await made(people, await people.member(organisation, "editor"), organisation)
    other = await asyncpg.connect(gateway_database_url)
    transaction = other.transaction()
    await transaction.start()
    await other.execute("UPDATE api_token SET last_used_at = now() WHERE id = $1", token["id"])
    await people.connection.execute("SET lock_timeout = '100ms'")
    assert len(await identity(people, token["secret"])) == 1
    await people.connection.execute("RESET lock_timeout")
    await transaction.rollback()
    await other.close()


async def test_a_wrong_secret_under_a_right_prefix_is_nobody(people):
    organisation = await people.organisation()
    token = await made(people, await people.member(organisation, "editor"), organisation)
    prefix, _ = read_token(token["secret"])
    wrong = new_token()
    find = "SELECT * FROM identity_of_token($1, $2)"
    assert await people.connection.fetch(find, prefix, wrong.digest) == []
    assert await people.connection.fetch(find, wrong.prefix, wrong.digest) == []
    assert await people.connection.fetch(find, prefix, b"") == []
    assert (
        await people.connection.fetchval("SELECT last_used_at FROM api_token WHERE id = $1", token["id"])
        is None
    )


async def _leaves(people, someone, organisation, token):
    await people.join(someone, organisation, None)


async def _is_suspended(people, someone, organisation, token):
    await people.connection.execute("UPDATE account SET suspended_at = now() WHERE id = $1", someone.id)


async def _is_erased(people, someone, organisation, token):
    await people.connection.execute("DELETE FROM account WHERE id = $1", someone.id)


async def _expires(people, someone, organisation, token):
    await people.connection.execute(
        "UPDATE api_token SET expires_on = $2 WHERE id = $1", token["id"], today() - timedelta(days=1)
    )


async def _is_ended(people, someone, organisation, token):
    assert (await people.ask("DELETE", f"/tokens/{token['id']}", someone)).status_code == 204


@pytest.mark.parametrize("happens", [_leaves, _is_suspended, _is_erased, _expires, _is_ended])
async def test_the_next_request_is_refused_when_its_maker(people, happens):
    organisation = await people.organisation()
    someone = await people.member(organisation, "editor")
    token = await made(people, someone, organisation)
    assert len(await identity(people, token["secret"])) == 1
    await happens(people, someone, organisation, token)
    assert await identity(people, token["secret"]) == []


async def test_a_token_serves_until_the_end_of_its_last_day(people):
    organisation = await people.organisation()
    token = await made(people, await people.member(organisation, "editor"), organisation)
    await people.connection.execute(
        "UPDATE api_token SET expires_on = $2 WHERE id = $1", token["id"], today()
    )
    assert len(await identity(people, token["secret"])) == 1


async def test_a_token_that_expired_is_not_ended_any_more(people):
    organisation = await people.organisation()
    someone = await people.member(organisation, "editor")
    token = await made(people, someone, organisation)
    await _expires(people, someone, organisation, token)
    (listed,) = (await people.ask("GET", "/tokens", someone)).json()["items"]
    assert (listed["is_live"], listed["ended_at"], listed["allowed_actions"]) == (False, None, [])
    assert (await people.ask("DELETE", f"/tokens/{token['id']}", someone)).status_code == 204
    assert (await people.ask("GET", "/tokens", someone)).json()["items"] == [listed]


async def test_coming_back_revives_no_token(people):
    organisation = await people.organisation()
    someone = await people.member(organisation, "editor")
    other = await people.member(organisation, "editor")
    token, kept = await made(people, someone, organisation), await made(people, other, organisation)
    await people.join(someone, organisation, None)
    await people.join(someone, organisation, "administrator")
    assert await identity(people, token["secret"]) == []
    assert len(await identity(people, kept["secret"])) == 1
    row = await people.connection.fetchrow(
        "SELECT ended_at, ended_by FROM api_token WHERE id = $1", token["id"]
    )
    assert (row["ended_at"] is not None, row["ended_by"]) == (True, "membership")


async def test_another_role_leaves_the_token_as_it_is(people):
    organisation = await people.organisation()
    someone = await people.member(organisation, "administrator")
    token = await made(people, someone, organisation)
    await people.join(someone, organisation, "editor")
    assert len(await identity(people, token["secret"])) == 1


@pytest.mark.parametrize("leaves_first", [True, False])
async def test_tokens_follow_their_organisation_through_merges(people, leaves_first):
    """Messages of two keys come in any order: that nobody is of the one that is gone, and that it is another now."""
    first, second, third = [await people.organisation(name) for name in ("A", "B", "C")]
    someone = await people.member(first, "editor")
    token = await made(people, someone, first)

    async def merge(gone, kept):
        await people.join(someone, kept, "editor")
        steps = [
            people.join(someone, gone, None),
            people.connection.execute(
                "UPDATE organisation_copy SET merged_into = $2 WHERE organisation_id = $1", gone, kept
            ),
        ]
        for step in steps if leaves_first else reversed(steps):
            await step

    await merge(first, second)
    assert await identity(people, token["secret"]) == [(token["id"], someone.id, second, READ)]
    await merge(second, third)
    assert await identity(people, token["secret"]) == [(token["id"], someone.id, third, READ)]
    listed = await people.ask("GET", f"/tokens?organisation_id={third}", someone)
    assert [one["organisation"]["name"] for one in listed.json()["items"]] == ["C"]
    refused = await make(people, someone, second)
    assert problem(refused) == (404, "organisation_unknown")


async def test_a_token_of_who_does_not_follow_the_merge_serves_no_more(people):
    first, second = await people.organisation(), await people.organisation()
    someone = await people.member(first, "editor")
    token = await made(people, someone, first)
    await people.connection.execute(
        "UPDATE organisation_copy SET merged_into = $2 WHERE organisation_id = $1", first, second
    )
    assert await identity(people, token["secret"]) == []


async def test_a_token_ended_while_it_is_used_is_refused_from_then_on(people, gateway_database_url):
    """Sixteen programs ask without pause while it is ended: none that began after the answer gets in."""
    organisation = await people.organisation()
    someone = await people.member(organisation, "editor")
    token = await made(people, someone, organisation)
    pool = await asyncpg.create_pool(gateway_database_url, min_size=4, max_size=4)
    ended = asyncio.Event()
    after: list[list[asyncpg.Record]] = []

    async def use():
        while True:
            was_ended = ended.is_set()
            found = await pool.fetch("SELECT * FROM identity_of_token($1, $2)", *read_token(token["secret"]))
            if was_ended:
                after.append(found)
                return
            assert len(found) <= 1

    async def end():
        assert (await people.ask("DELETE", f"/tokens/{token['id']}", someone)).status_code == 204
        ended.set()

    async with asyncio.timeout(30):
        await asyncio.gather(*(use() for _ in range(16)), end())
    await pool.close()
    assert len(after) == 16
    assert after == [[]] * 16


@pytest.mark.parametrize(
    "text",
    [
        "",
        "omb_",
        "omb_abcdefghij_",
        "omb_abcdefghij_" + "x" * 42,
        "omb_abcdefghij_" + "x" * 44,
        "omb_abcdefghi_" + "x" * 43,
        "omb_abcdefghi0_" + "x" * 43,
        "OMB_abcdefghij_" + "x" * 43,
        "omb_abcdefghij_" + "x" * 42 + "é",
        "omb_abcdefghij_" + "x" * 43 + "\n",
    ],
)
def test_what_is_no_token_is_read_as_none(text):
    assert read_token(text) is None


def test_tokens_are_read_as_they_were_made():
    made_here = [new_token() for _ in range(200)]
    assert len({one.text for one in made_here}) == 200
    assert all(read_token(one.text) == (one.prefix, one.digest) for one in made_here)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-06-30", 6, "2026-12-30"),
    ],
)
def test_months_later(day, months, expected):
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(expected)


def test_the_day_is_the_one_in_paris():
    from ombelle_gateway.accounts.tokens.domain import today as day_of

    assert day_of(datetime(2026, 11, 22, 23, 30, tzinfo=UTC)) == date(2026, 11, 23)
