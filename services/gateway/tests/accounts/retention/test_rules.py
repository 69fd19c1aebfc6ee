from dataclasses import dataclass
from datetime import timedelta

import pytest
from ombelle_chassis.retention import JOB_TRACE
from ombelle_gateway.accounts.retention.rules import ASLEEP, RULES
from ombelle_gateway.accounts.retention.store import STATEMENTS

BY_KIND = {rule.kind: rule for rule in RULES}
MOMENT = timedelta(seconds=1)

ACCOUNT = "INSERT INTO account (email, name) VALUES ('ada@exemple.fr', 'Ada') RETURNING id"
MAIL = (
    "INSERT INTO mail (sender, template, locale, to_address, subject, text_body, html_body, state, next_try_at{more}) "
    "VALUES ('gateway', 'sign_in', 'fr', 'ada@exemple.fr', 'Bonjour', 'a', 'b', {values}) RETURNING created_at"
)
LOG = "SELECT audit_append('ada', '{action}', 'account', 'ada', '{{\"network\": \"192.0.2.0/24\"}}')"
WEBHOOK = (
    "INSERT INTO webhook (organisation_id, name, url, events, secret) "
    "VALUES (uuidv7(), 'n', 'https://exemple.fr', '{e}', 's')"
)
VALUE = " FROM audit_value JOIN audit_entry USING (seq) WHERE action = '{action}' ORDER BY seq DESC LIMIT 1"
LOGGED = "(SELECT at FROM audit_entry ORDER BY seq DESC LIMIT 1)"


@dataclass(frozen=True)
class Case:
    """`make` returns the time that the rule counts from; `kept` says whether what the rule names is there still."""

    kind: str
    make: str
    kept: str
    also: tuple[str, ...] = ()


CASES = (
    Case(
        "sign_in_link",
        "INSERT INTO sign_in_link (token_hash, email, locale, expires_at) VALUES ('a', 'a@b.fr', 'fr', now()) "
        "RETURNING expires_at",
        "SELECT EXISTS (SELECT FROM sign_in_link)",
    ),
    Case(
        "address_change",
        "INSERT INTO email_change (account_id, email, token_hash, expires_at) "
        "SELECT id, 'n@b.fr', 'a', now() FROM account RETURNING expires_at",
        "SELECT EXISTS (SELECT FROM email_change)",
        (ACCOUNT,),
    ),
    Case(
        "attempt",
        "INSERT INTO limit_hit (key, at, expires_at) VALUES ('k', now(), now()) RETURNING expires_at",
        "SELECT EXISTS (SELECT FROM limit_hit)",
    ),
    Case(
        "ceremony",
        "INSERT INTO oidc_request (state_digest, browser_digest, provider, nonce, code_verifier, expires_at) "
        "VALUES ('s', 'b', 'p', 'n', 'v', now()) RETURNING expires_at",
        "SELECT EXISTS (SELECT FROM oidc_request)",
    ),
    Case(
        "ceremony",
        "INSERT INTO passkey_challenge (challenge, browser_digest, expires_at) VALUES ('c', 'b', now()) "
        "RETURNING expires_at",
        "SELECT EXISTS (SELECT FROM passkey_challenge)",
    ),
    Case(
        "session",
        "INSERT INTO sign_in_session (token_hash, account_id, method) SELECT sha256('t'), id, 'link' FROM account "
        "RETURNING last_used_at",
        "SELECT EXISTS (SELECT FROM sign_in_session)",
        (ACCOUNT,),
    ),
    Case(
        "sign_in_trace",
        f"SELECT {LOGGED}",
        'SELECT "values" IS NOT NULL' + VALUE.format(action="signed_in"),
        (LOG.format(action="signed_in"),),
    ),
    Case(
        "audit_trace",
        f"SELECT {LOGGED}",
        'SELECT num_nonnulls(actor, subject_id, "values", values_salt) = 4'
        + VALUE.format(action="role_given"),
        (LOG.format(action="role_given"),),
    ),
    Case(
        "mail_body",
        MAIL.format(more="", values="'sent', NULL"),
        "SELECT num_nulls(text_body, html_body, to_address) = 0 FROM mail",
    ),
    Case(
        "mail_address",
        MAIL.format(more=", about_kind, about_id", values="'sent', NULL, 'account', 'a'"),
        "SELECT num_nulls(to_address, subject, about_kind, about_id) = 0 FROM mail",
    ),
    Case(
        "mail_waiting",
        MAIL.format(more="", values="'waiting', now()"),
        "SELECT state = 'waiting' FROM mail",
    ),
    Case(
        "token",
        "INSERT INTO api_token (prefix, digest, name, organisation_id, account_id, scopes, expires_on, ended_at, "
        "ended_by) SELECT 'p', sha256('t'), 'n', uuidv7(), id, '{events:read}', current_date, now() - interval "
        "'1 day', 'x' FROM account RETURNING ended_at",
        "SELECT EXISTS (SELECT FROM api_token)",
        (ACCOUNT,),
    ),
    Case(
        "token",
        "INSERT INTO api_token (prefix, digest, name, organisation_id, account_id, scopes, expires_on) "
        "SELECT 'p', sha256('t'), 'n', uuidv7(), id, '{events:read}', '2026-10-25' FROM account "
        "RETURNING timestamptz '2026-10-26T00:00+01:00'",
        "SELECT EXISTS (SELECT FROM api_token)",
        (ACCOUNT,),
    ),
    Case(
        "webhook_delivery",
        "INSERT INTO webhook_delivery (webhook_id, event, subject_kind, subject_id, body, state, next_try_at) "
        "SELECT id, 'e', 'k', 'i', '{}', 'failed', NULL FROM webhook RETURNING created_at",
        "SELECT EXISTS (SELECT FROM webhook_delivery)",
        (WEBHOOK,),
    ),
    Case(
        "repeated_request",
        "INSERT INTO idempotent_request (caller, key, digest, result) VALUES ('a', 'k', sha256('t'), '{}') RETURNING at",
        "SELECT EXISTS (SELECT FROM idempotent_request)",
    ),
    Case(
        "erasure",
        "INSERT INTO erasure (number, erased_at, services) VALUES ('N', now(), '{}') RETURNING erased_at",
        "SELECT EXISTS (SELECT FROM erasure)",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.kind)
async def test_each_kind_is_kept_until_its_age_and_no_longer(on, connection, case):
    for statement in case.also:
        await connection.execute(statement)
    begun = await connection.fetchval(case.make)
    age = BY_KIND[case.kind].age
    await on(begun + age - MOMENT)
    assert await connection.fetchval(case.kept) is True
    met = await on(begun + age)
    assert met[case.kind] >= 1
    assert await connection.fetchval(case.kept) is not True
    assert (await on(begun + age))[case.kind] == 0
    assert await connection.fetch("SELECT * FROM audit_faults()") == []


def test_every_rule_is_carried_out_and_tested():
    assert {rule.kind for rule in RULES} == STATEMENTS.keys() | {ASLEEP.kind, JOB_TRACE.kind}
    assert {case.kind for case in CASES} == STATEMENTS.keys()
    assert len(BY_KIND) == len(RULES)


@pytest.mark.parametrize(
    ("column", "age", "role"),
    [
        ("created_at", timedelta(days=180), None),
        ("last_used_at", timedelta(hours=12), "reviewer"),
        ("last_used_at", timedelta(days=30), None),
    ],
)
async def test_a_session_goes_when_it_serves_no_more(on, connection, column, age, role):
    account = await connection.fetchval(ACCOUNT)
    if role:
        await connection.execute(
            "INSERT INTO account_role (account_id, role, given_by) VALUES ($1, $2, 'x')", account, role
        )
    serves = "SELECT session_serves(created_at, last_used_at, EXISTS (SELECT FROM account_role)) FROM sign_in_session"
    async with connection.transaction():  # while it is open, the database's clock stands still
        now = await connection.fetchval("SELECT now()")
        await connection.execute(
            f"INSERT INTO sign_in_session (token_hash, account_id, method, {column}) VALUES (sha256('t'), $1, 'link', $2)",
            account,
            now - age + MOMENT,
        )
        assert await connection.fetchval(serves) is True
    await on(now)
    assert await connection.fetchval("SELECT count(*) FROM sign_in_session") == 1
    await connection.execute(f"UPDATE sign_in_session SET {column} = $1", now - age)
    assert await connection.fetchval(serves) is False
    await on(now)
    assert await connection.fetchval("SELECT count(*) FROM sign_in_session") == 0


async def test_what_a_secret_or_forgotten_mail_held_goes_when_it_is_given_up(on, connection):
    for flag in ("is_secret", "is_forgotten"):
        begun = await connection.fetchval(MAIL.format(more=f", {flag}", values="'waiting', now(), true"))
    await on(begun + BY_KIND["mail_waiting"].age)
    rows = await connection.fetch("SELECT state, to_address, text_body FROM mail ORDER BY id")
    assert rows == [("failed", "ada@exemple.fr", None), ("failed", None, None)]


async def test_the_rules_are_public(on):
    import httpx
    from ombelle_gateway.accounts.main import create_app

    transport = httpx.ASGITransport(app=create_app())
    async with httpx.AsyncClient(transport=transport, base_url="http://accounts") as client:
        answer = await client.get("/api/v1/retention")
    assert answer.status_code == 200
    assert answer.json() == {
        "items": [
            {name: getattr(rule, name) for name in ("kind", "what", "kept", "starts", "basis", "notice")}
            for rule in RULES
        ],
        "next": None,
    }
