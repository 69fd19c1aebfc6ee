from datetime import timedelta

import asyncpg
import pytest
from ombelle_gateway.accounts.retention.rules import ASLEEP, NOTICE

MOMENT = timedelta(seconds=1)


@pytest.fixture
async def sleeper(connection: asyncpg.Connection):
    """An account made now, where nobody signs in again; with the time that it was made."""
    return await connection.fetchrow(
        "INSERT INTO account (email, name, locale) VALUES ('ada@exemple.fr', 'Ada Lovelace', 'en') "
        "RETURNING id, created_at"
    )


async def _mails(connection):
    return [row["template"] for row in await connection.fetch("SELECT template FROM mail ORDER BY id")]


async def test_a_sleeping_account_is_told_and_then_erased(on, connection, sleeper):
    begun = sleeper["created_at"]
    await on(begun + ASLEEP.age - NOTICE - MOMENT)
    assert await _mails(connection) == []
    told = await on(begun + ASLEEP.age - NOTICE)
    assert (told["account_asleep_told"], told["account_asleep"]) == (1, 0)
    [mail] = await connection.fetch("SELECT to_address, locale, text_body, about_id FROM mail")
    assert (mail["to_address"], mail["locale"], mail["about_id"]) == (
        "ada@exemple.fr",
        "en",
        str(sleeper["id"]),
    )
    assert "https://ombelle.example/espace" in mail["text_body"]
    assert (await on(begun + ASLEEP.age - timedelta(days=1)))["account_asleep_told"] == 0
    assert await connection.fetchval("SELECT count(*) FROM account") == 1
    erased = await on(begun + ASLEEP.age)
    assert erased["account_asleep"] == 1
    assert await connection.fetchval("SELECT count(*) FROM account") == 0
    assert await connection.fetchval("SELECT count(*) FROM sleep_notice") == 0
    assert await connection.fetchval("SELECT type FROM outbox_message") == "account.erased"
    assert await connection.fetchval("SELECT count(*) FROM erasure") == 1


async def test_nobody_is_erased_without_thirty_days_of_notice(on, connection, sleeper):
    late = sleeper["created_at"] + ASLEEP.age + timedelta(days=400)  # the job had not run for a year
    assert (await on(late))["account_asleep"] == 0
    assert (await on(late + NOTICE - timedelta(days=1)))["account_asleep"] == 0
    assert (await on(late + NOTICE))["account_asleep"] == 1


SEEN = {
    "a sign-in": "SELECT audit_append($1::text, 'signed_in', 'account', $1::text, '{}')",
    "a session's use": (
        "INSERT INTO sign_in_session (token_hash, account_id, method, created_at) "
        "VALUES (sha256('t'), $1::text::uuid, 'link', now())"
    ),
    "a program": (
        "INSERT INTO api_token (prefix, digest, name, organisation_id, account_id, scopes, expires_on, last_used_at) "
        "VALUES ('p', sha256('t'), 'n', uuidv7(), $1::text::uuid, '{events:read}', current_date, now())"
    ),
}


@pytest.mark.parametrize("seen", SEEN)
async def test_whoever_comes_back_is_awake(on, connection, sleeper, seen):
    begun = sleeper["created_at"] - ASLEEP.age + timedelta(days=1)
    await connection.execute("UPDATE account SET created_at = $1", begun)
    assert (await on(begun + ASLEEP.age - NOTICE))["account_asleep_told"] == 1
    await connection.execute("UPDATE sleep_notice SET noticed_at = $1", begun)
    await connection.execute(SEEN[seen], str(sleeper["id"]))
    met = await on(begun + ASLEEP.age)
    assert (met["account_asleep"], met["account_asleep_told"]) == (0, 0)
    assert await connection.fetchval("SELECT count(*) FROM sleep_notice") == 0
    assert await connection.fetchval("SELECT count(*) FROM account") == 1


async def test_the_last_administrator_sleeps_on(on, connection, sleeper):
    await connection.execute(
        "INSERT INTO account_role (account_id, role, given_by) VALUES ($1, 'administrator', 'x')",
        sleeper["id"],
    )
    begun = sleeper["created_at"]
    await on(begun + ASLEEP.age - NOTICE)
    assert (await on(begun + ASLEEP.age))["account_asleep"] == 0
    assert await connection.fetchval("SELECT count(*) FROM account") == 1
    assert await _mails(connection) == ["account_asleep"]
