import asyncio
import hashlib
import json
from uuid import uuid4

import asyncpg
import pytest
from access_people import problem
from mail_server import mail_server, sending_by
from ombelle_chassis.mail_templates import Rendered
from ombelle_chassis.messages import post
from ombelle_gateway.accounts.limits.service import keys_of
from ombelle_gateway.accounts.mail.queue import store_mail
from ombelle_gateway.accounts.mail.service import MailService
from ombelle_gateway.accounts.people.domain import email_digest
from schema_traces import traces

NAME = "Zénobie Quatrebarbes"


async def _lived_in(people, app):
    """An account that has left something of itself wherever an account can."""
    someone = await people.account(NAME)
    ada = await people.account("Ada Lovelace")
    organisation = await people.organisation()
    await people.join(someone, organisation, "administrator")
    await people.join(ada, organisation, "administrator")
    await people.sign_in(someone)
    await people.sign_in(ada)
    other = f"ancienne-{uuid4().hex[:8]}@exemple.fr"
    run = people.connection.execute
    await run("INSERT INTO account_role (account_id, role, given_by) VALUES ($1, 'lender', 'x')", someone.id)
    await run(
        "INSERT INTO account_role (account_id, role, given_by) VALUES ($1, 'reviewer', $2)",
        ada.id,
        str(someone.id),
    )
    await run(
        "INSERT INTO sign_in_link (token_hash, email, locale, expires_at) VALUES ($1, $2, 'fr', now())",
        hashlib.sha256(someone.email.encode()).digest(),
        someone.email.upper(),
    )
    await run(
        "INSERT INTO email_change (account_id, email, token_hash, expires_at) VALUES ($1, $2, '\\x01', now())",
        someone.id,
        f"x{other}",
    )
    await run(
        "INSERT INTO passkey (account_id, credential_id, public_key, sign_count, is_synchronised, name) "
        "VALUES ($1, $2, '\\x02', 0, false, $3)",
        someone.id,
        uuid4().bytes,
        f"Téléphone de {NAME}",
    )
    await run(
        "INSERT INTO oidc_identity (issuer, subject, account_id) VALUES ('https://id.example', $1, $2)",
        someone.email,
        someone.id,
    )
    await run(
        "INSERT INTO api_token (prefix, digest, name, organisation_id, account_id, scopes, expires_on) "
        "VALUES ($1, $2, $3, $4, $5, '{events:read}', current_date)",
        uuid4().hex[:12],
        hashlib.sha256(b"t").digest(),
        f"Programme de {NAME}",
        organisation,
        someone.id,
    )
    await run(
        "INSERT INTO webhook (organisation_id, name, url, events, secret, created_by) "
        "VALUES ($1, $2, 'https://exemple.fr', '{application.decided}', 'x', $3)",
        organisation,
        f"Site de {NAME}",
        someone.id,
    )
    await run(
        "INSERT INTO idempotent_request (caller, key, digest, result) VALUES ($1, 'k', $2, '{}')",
        str(someone.id),
        hashlib.sha256(b"t").digest(),
    )
    for actor, action, kind, subject, values in (
        (str(someone.id), "account_created", "account", str(someone.id), {"name": NAME}),
        (str(someone.id), "email_changed", "account", str(someone.id), {"from": other, "to": someone.email}),
        (str(ada.id), "role_given", "account", str(someone.id), {"role": "lender"}),
        (str(ada.id), "note", "account", str(ada.id), {"with": [NAME, {"mail": someone.email}]}),
        (str(someone.id), "role_given", "account", str(ada.id), {"role": "reviewer"}),
    ):
        await run("SELECT audit_append($1, $2, $3, $4, $5)", actor, action, kind, subject, json.dumps(values))
    about_them = ("account", str(someone.id))
    wanted = (
        (someone.email, "Bonjour", None, True),
        (someone.email.upper(), "Bonjour", None, False),
        (other, f"{NAME}, votre adresse a changé", None, True),
        (ada.email, "Un compte", about_them, True),
        (ada.email, f"{NAME} vous invite", None, True),
        (ada.email, f"{NAME} vous attend", None, False),
        (ada.email, "Rien de personnel", None, True),
    )
    async with app.state.context.sessions() as session, session.begin():
        told = {"account_id": someone.id, "name": NAME, "email": someone.email, "locale": "fr"}
        await post(session, "account.changed", key=str(someone.id), version=1, payload=told)
        for to, subject, about, _ in wanted:
            await store_mail(
                session,
                to=to,
                template="sign_in",
                locale="fr",
                rendered=Rendered(subject, f"{subject}\n", f"<p>{subject}</p>"),
                about=about,
                is_secret=False,
            )
    await run(
        "UPDATE mail SET state = 'sent', next_try_at = NULL WHERE subject = ANY ($1)",
        [subject for _, subject, _, left in wanted if left and subject != "Bonjour"],
    )
    await run(
        "UPDATE mail SET state = 'bounced', next_try_at = NULL, last_error = $2 WHERE to_address = $1",
        someone.email,
        f"550 <{someone.email}> unknown",
    )
    await run(
        "INSERT INTO pgqueuer_log (job_id, status, priority, entrypoint, traceback) "
        "VALUES (1, 'exception', 0, 'x', $1)",
        json.dumps({"message": f"no {someone.email}"}),
    )
    return someone, ada, other


async def test_of_an_erased_account_the_schema_keeps_the_receipt_and_nothing_else(people, app, connection):
    await connection.execute("DELETE FROM mail")
    someone, ada, other = await _lived_in(people, app)
    words = (someone.email, other, NAME, str(someone.id))
    before = await traces(connection, *words)
    assert set(before) >= {
        *("account", "account_role", "sign_in_link", "sign_in_session", "email_change", "passkey"),
        *(
            "oidc_identity",
            "api_token",
            "webhook",
            "idempotent_request",
            "audit_value",
            "mail",
            "pgqueuer_log",
            "membership_copy",
        ),
    }
    mails = await connection.fetchval("SELECT count(*) FROM mail")
    answer = await people.ask("POST", "/me/erase", someone, json={"confirm": f" {someone.email.upper()} "})
    assert answer.status_code == 200
    receipt = answer.json()
    assert receipt == {
        "number": receipt["number"],
        "erased_at": receipt["erased_at"],
        "services": ["gateway", "members", "events", "loans"],
    }
    assert "__Host-ombelle=;" in answer.headers["set-cookie"]

    # Until they have left: the message that tells the others, and the one mail that tells them.
    left = await traces(connection, *words)
    assert set(left) == {"outbox_message", "outbox_delivery", "mail"}
    [told] = await connection.fetch(
        "SELECT type, key, version, payload::text FROM outbox_message WHERE key = $1", str(someone.id)
    )
    digest = hashlib.sha256(someone.email.encode()).hexdigest()
    assert (told["type"], json.loads(told["payload"])) == (
        "account.erased",
        {"account_id": str(someone.id), "email_digest": digest},
    )
    assert [row["template"] for row in await people.mails(someone.email)] == ["account_erased"]
    await connection.execute("DELETE FROM outbox_message WHERE key = $1", str(someone.id))
    async with mail_server() as server:
        await _send_all(app, connection, server)
        assert {envelope.rcpt_tos[0] for envelope in server.envelopes} == {someone.email, ada.email}
    assert await traces(connection, *words) == {}

    proof = await people.ask("GET", f"/erasures/{receipt['number'].lower()}")
    assert (proof.status_code, proof.json()) == (
        200,
        {"number": receipt["number"], "erased_at": receipt["erased_at"]},
    )
    assert await connection.fetchval("SELECT count(*) FROM mail") == mails  # one waiting went, one told them
    assert await connection.fetch("SELECT * FROM audit_faults()") == []
    assert [row["subject"] for row in await people.mails(ada.email)] == [None, "Rien de personnel"]
    assert (
        await connection.fetchval("SELECT given_by FROM account_role WHERE account_id = $1", ada.id)
        == "erased"
    )
    assert problem(await people.ask("POST", "/me/erase", someone, json={"confirm": someone.email}))[0] == 404


NAMES_NOBODY = {
    *("alembic_version", "organisation_copy", "erasure", "audit_entry", "audit_head", "inbox_message"),
    *("pgqueuer", "pgqueuer_schedules", "pgqueuer_statistics"),  # jobs name mails and messages by their ids
    *("limit_hit", "oidc_request", "passkey_challenge"),  # digests of the hour; a session's go with it
    "sleep_notice",  # hangs on the account alone
    "webhook_delivery",  # ids, states and titles: what is told to webhooks names nobody
}


async def test_every_table_is_known_to_name_people_or_not(people, app, connection):
    """A new table goes into what is erased, and into `_lived_in`, or above with its reason."""
    someone, _, other = await _lived_in(people, app)
    lived_in = set(await traces(connection, someone.email, other, NAME, str(someone.id)))
    await people.ask("POST", "/me/erase", someone, json={"confirm": someone.email})
    tables = {
        row["relname"]
        for row in await connection.fetch(
            "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"
        )
    }
    assert tables - lived_in - {"outbox_message", "outbox_delivery"} == NAMES_NOBODY


async def _send_all(app, connection, server):
    service = MailService(app.state.context.sessions, sending_by(server.url))
    for row in await connection.fetch("SELECT id FROM mail WHERE state = 'waiting'"):
        assert await service.send(row["id"]) is None


async def test_a_first_name_alone_leaves_other_people_s_mails(people, app, connection):
    someone = await people.account("Marie")
    ada = await people.account("Ada Lovelace")
    await people.sign_in(someone)
    async with app.state.context.sessions() as session, session.begin():
        await store_mail(
            session,
            to=ada.email,
            template="sign_in",
            locale="fr",
            rendered=Rendered("Marie Curie", "Marie Curie", "Marie Curie"),
            about=None,
            is_secret=False,
        )
    await connection.execute(
        "UPDATE mail SET state = 'sent', next_try_at = NULL WHERE to_address = $1", ada.email
    )
    answer = await people.ask("POST", "/me/erase", someone, json={"confirm": someone.email})
    assert answer.status_code == 200
    assert [row["subject"] for row in await people.mails(ada.email)] == ["Marie Curie"]


@pytest.mark.parametrize("typed", ["", "somebody@else.fr", "effacer"])
async def test_the_own_address_is_asked_for(people, typed):
    someone = await people.account()
    await people.sign_in(someone)
    answer = await people.ask("POST", "/me/erase", someone, json={"confirm": typed})
    assert problem(answer) == (422, "not_their_address")
    assert answer.json()["errors"][0]["pointer"] == "/body/confirm"


async def test_an_address_with_accents_is_typed_with_them(people, connection):
    someone = await people.account()
    await people.sign_in(someone)
    await connection.execute("UPDATE account SET email = 'Anne@xn--t-9fab.fr' WHERE id = $1", someone.id)
    answer = await people.ask("POST", "/me/erase", someone, json={"confirm": "anne@Été.fr"})
    assert answer.status_code == 200


async def test_an_old_sign_in_is_asked_to_come_again(people, connection):
    someone = await people.account()
    await people.sign_in(someone)
    age = "UPDATE sign_in_session SET created_at = now() - $2::text::interval WHERE account_id = $1"
    await connection.execute(age, someone.id, "15 minutes 1 second")
    answer = await people.ask("POST", "/me/erase", someone, json={"confirm": someone.email})
    assert problem(answer) == (403, "sign_in_again")
    await connection.execute(age, someone.id, "14 minutes")
    assert (
        await people.ask("POST", "/me/erase", someone, json={"confirm": someone.email})
    ).status_code == 200


async def test_somebody_else_s_fresh_session_is_none(people):
    someone, other = await people.account(), await people.account()
    someone.session = await people.sign_in(other)
    answer = await people.ask("POST", "/me/erase", someone, json={"confirm": someone.email})
    assert problem(answer) == (403, "sign_in_again")


async def test_the_last_administrator_stays(people, connection):
    someone, other = await people.account(), await people.account()
    await people.sign_in(someone)
    give = "INSERT INTO account_role (account_id, role, given_by) VALUES ($1, 'administrator', 'test')"
    await connection.execute(give, someone.id)
    answer = await people.ask("POST", "/me/erase", someone, json={"confirm": someone.email})
    assert problem(answer) == (409, "last_administrator")
    assert await connection.fetchval("SELECT count(*) FROM account WHERE id = $1", someone.id) == 1
    assert await people.mails(someone.email) == []
    await connection.execute(give, other.id)
    assert (
        await people.ask("POST", "/me/erase", someone, json={"confirm": someone.email})
    ).status_code == 200


async def test_asked_many_times_at_once_an_account_is_erased_once(people, connection):
    someone = await people.account()
    await people.sign_in(someone)
    answers = await asyncio.gather(
        *(people.ask("POST", "/me/erase", someone, json={"confirm": someone.email}) for _ in range(6))
    )
    assert sorted(answer.status_code for answer in answers) == [200, *[404] * 5]
    assert len(await people.mails(someone.email)) == 1
    told = await connection.fetchval("SELECT count(*) FROM outbox_message WHERE key = $1", str(someone.id))
    assert told == 1


async def test_attempts_that_were_counted_for_them_go_too(people, connection):
    someone = await people.account()
    await people.sign_in(someone)
    assert (await people.ask("POST", "/sign-in/links", json={"email": someone.email})).status_code == 202
    counted = "SELECT count(*) FROM limit_hit WHERE key = ANY ($1)"
    keys = keys_of(email_digest(someone.email), str(someone.id))
    assert await connection.fetchval(counted, keys) == 1
    await people.ask("POST", "/me/erase", someone, json={"confirm": someone.email})
    assert await connection.fetchval(counted, keys) == 0


async def test_whoever_signs_in_meanwhile_leaves_no_trace_either(people, connection, own_database_url):
    someone = await people.account(NAME)
    await people.sign_in(someone)
    signing_in = await asyncpg.connect(own_database_url)
    transaction = signing_in.transaction()
    await transaction.start()
    await signing_in.execute(
        "INSERT INTO sign_in_session (token_hash, account_id, method) VALUES (sha256('new'), $1, 'link')",
        someone.id,
    )
    await signing_in.execute("SELECT audit_append($1, 'signed_in', 'account', $1, '{}')", str(someone.id))
    erasing = asyncio.create_task(people.ask("POST", "/me/erase", someone, json={"confirm": someone.email}))
    async with asyncio.timeout(20):
        while not await connection.fetchval(  # noqa: ASYNC110 - until the deletion waits for the sign-in
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'DELETE FROM account%'"
        ):
            await asyncio.sleep(0.01)
    await transaction.commit()
    await signing_in.close()
    assert (await erasing).status_code == 200
    left = await traces(connection, someone.email, NAME, str(someone.id))
    assert set(left) == {"outbox_message", "outbox_delivery", "mail"}


async def test_nobody_and_no_program_erases_or_takes_data_away(people):
    someone = await people.account()
    organisation = await people.organisation()
    for path in ("/me/export", "/me/erase"):
        options = {"json": {"confirm": someone.email}}
        assert problem(await people.ask("POST", path, **options)) == (401, "unauthenticated")
        program = people.program(someone, organisation, "events:read")
        assert problem(await people.ask("POST", path, headers=program, **options)) == (403, "scope_missing")
        answer = await people.ask("POST", path, headers=people.command_line(), **options)
        assert problem(answer) == (403, "forbidden")


@pytest.mark.parametrize("number", ["0000-0000-0000-0000", "x", "%00", "a" * 41])
async def test_an_invented_receipt_proves_nothing(people, number):
    answer = await people.ask("GET", f"/erasures/{number}")
    assert problem(answer)[0] in {404, 422}
