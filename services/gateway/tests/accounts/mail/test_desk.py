"""The team's view of mails, by the API; mails that other services ask for; the jobs; what a demo caught."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
from access_people import PUBLIC_URL, People, problem
from aiohttp import web
from aiohttp.test_utils import TestServer
from asgi_lifespan import LifespanManager
from ombelle_chassis.errors import InvalidInput
from ombelle_chassis.identity import Signer, ensure_keys
from ombelle_chassis.messages import Message
from ombelle_gateway.accounts.mail.received import mail_requested
from ombelle_gateway.accounts.mail.service import NO_SERVER
from ombelle_gateway.accounts.mail.settings import MailSettings
from ombelle_gateway.accounts.main import create_app
from ombelle_gateway.accounts.settings import Settings

TEAM = ("coordinator", "secretary", "treasurer", "lender", "administrator")
ANNOUNCEMENT = {"subject": "Réunion", "message": "Venez !", "signed_by": "Léa"}
WRITTEN = {"template": "announcement", "values": ANNOUNCEMENT}


@pytest.fixture(scope="session")
def mail_keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    ensure_keys(folder)
    return folder


@pytest.fixture
async def connection(mail_database_url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(mail_database_url)
    yield connection
    await connection.close()


@pytest.fixture
async def start(
    mail_database_url: str, mail_keys: Path, connection: asyncpg.Connection, sessions: Any
) -> AsyncIterator[Any]:
    """Start accounts with these settings, and give the people who ask."""
    async with AsyncExitStack() as stack:

        async def begin(**options: Any) -> People:
            settings = Settings(
                database_url=mail_database_url,
                jwks_file=mail_keys / "jwks.json",
                public_url=PUBLIC_URL,
                **({"works": False} | options),
            )
            app = create_app(settings)
            await stack.enter_async_context(LifespanManager(app, startup_timeout=60, shutdown_timeout=60))
            client = await stack.enter_async_context(
                httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://accounts")
            )
            return People(connection, client, Signer(mail_keys / "signing.json"))

        yield begin


async def _member(people, *roles):
    return await people.account("Ada Lovelace", roles=roles)


async def test_the_team_reads_mails_newest_first(start, written):
    people = await start()
    first = await written("anne@exemple.fr", about=("account", "x"), **WRITTEN)
    second = await written("bob@exemple.fr", is_secret=True)
    ada = await _member(people, "secretary")
    answer = await people.ask("GET", "/mails", ada)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "private, no-store")
    body = answer.json()
    created = [item.pop("created_at") for item in body["items"]]
    next_try = [item.pop("next_try_at") for item in body["items"]]
    assert created == next_try == sorted(created, reverse=True)
    common = {
        "locale": "fr",
        "sender": "gateway",
        "state": "waiting",
        "sent_at": None,
        "attempts": 0,
        "last_error": None,
        "allowed_actions": ["retry"],
    }
    assert body == {
        "items": [
            common
            | {
                "id": str(second),
                "to": "bob@exemple.fr",
                "subject": "Votre lien pour entrer dans Ombelle",
                "template": "sign_in",
                "about": None,
                "is_secret": True,
            },
            common
            | {
                "id": str(first),
                "to": "anne@exemple.fr",
                "subject": "Réunion",
                "template": "announcement",
                "about": {"kind": "account", "id": "x"},
                "is_secret": False,
            },
        ],
        "next": None,
        "notice": NO_SERVER,
    }
    page = (await people.ask("GET", "/mails?limit=1", ada)).json()
    assert [item["id"] for item in page["items"]] == [str(second)]
    rest = (await people.ask("GET", f"/mails?limit=1&after={page['next']}", ada)).json()
    assert ([item["id"] for item in rest["items"]], rest["next"]) == ([str(first)], None)


async def test_a_server_in_the_settings_leaves_no_notice(start):
    people = await start(mail=MailSettings(smtp_url="smtp://localhost"))
    answer = await people.ask("GET", "/mails", await _member(people, "lender"))
    assert answer.json()["notice"] is None


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=ANNE", ["anne@exemple.fr"]),
        ("q=réunion", ["anne@exemple.fr", "100%@exemple.fr"]),
        ("q=%25", ["100%@exemple.fr"]),
        ("q=_", []),
        ("state=sent", []),
        ("state=waiting&q=bob", ["bob@exemple.fr"]),
    ],
)
async def test_mails_are_searched_by_address_and_subject(start, written, query, found):
    people = await start()
    for to, options in (("anne@exemple.fr", WRITTEN), ("bob@exemple.fr", {}), ("100%@exemple.fr", WRITTEN)):
        await written(to, **options)
    answer = await people.ask("GET", f"/mails?{query}", await _member(people, "treasurer"))
    assert {item["to"] for item in answer.json()["items"]} == set(found)


@pytest.mark.parametrize(
    "query", ["state=lost", "q=", "limit=0", "limit=301", "after=x", "sort=date", "q=%00"]
)
async def test_what_is_not_understood_is_refused(start, query):
    people = await start()
    assert problem(await people.ask("GET", f"/mails?{query}", await _member(people, "lender")))[0] == 422


async def test_a_mail_is_shown_with_what_it_says_unless_it_is_secret(start, written):
    people = await start()
    ada = await _member(people, "coordinator")
    plain, secret = await written(**WRITTEN), await written(is_secret=True)
    body = (await people.ask("GET", f"/mails/{plain}", ada)).json()
    assert body["text"].startswith("Venez !\n\nLéa\n")
    assert "Venez !" in body["html"]
    body = (await people.ask("GET", f"/mails/{secret}", ada)).json()
    assert (body["is_secret"], body["text"], body["html"]) == (True, None, None)
    assert "ABCD1234" not in str(body)


async def test_others_do_not_read_mails(start, written):
    people = await start()
    mail_id = await written(**WRITTEN)
    organisation = await people.organisation()
    someone = await people.member(organisation, "administrator")
    reviewer = await _member(people, "reviewer")
    asked = (
        ("GET", "/mails", None),
        ("GET", f"/mails/{mail_id}", None),
        ("POST", f"/mails/{mail_id}/retry", None),
        ("POST", "/mails/previews", WRITTEN | {"locale": "fr"}),
    )
    for method, path, body in asked:
        assert problem(await people.ask(method, path, json=body)) == (401, "unauthenticated")
        for one in (someone, reviewer):
            assert problem(await people.ask(method, path, one, json=body)) == (403, "forbidden")
        program = people.program(someone, organisation, "organisations:read")
        answer = await people.ask(method, path, headers=program, json=body)
        assert problem(answer) == (403, "scope_missing")
    for role in TEAM:
        assert (await people.ask("GET", "/mails", await _member(people, role))).status_code == 200


async def test_a_mail_that_is_not_there_is_not_found(start):
    people = await start()
    ada = await _member(people, "lender")
    assert problem(await people.ask("GET", f"/mails/{uuid4()}", ada)) == (404, "mail_not_found")
    assert problem(await people.ask("POST", f"/mails/{uuid4()}/retry", ada)) == (404, "mail_not_found")


async def test_a_mail_that_bounced_goes_again_under_another_name(
    start, written, service, server, row, connection
):
    people = await start()
    ada = await _member(people, "secretary")
    server.rcpt = "550 unknown"
    mail_id = await written(**WRITTEN)
    await service.send(mail_id)
    before = (await row(mail_id)).message_key
    answer = await people.ask("POST", f"/mails/{mail_id}/retry", ada)
    body = answer.json()
    assert (answer.status_code, body["state"], body["attempts"], body["last_error"]) == (
        200,
        "waiting",
        0,
        None,
    )
    server.rcpt = "250 OK"
    await service.send(mail_id)
    kept = await row(mail_id)
    assert (kept.state, kept.message_key != before) == ("sent", True)
    assert problem(await people.ask("POST", f"/mails/{mail_id}/retry", ada)) == (409, "mail_gone")
    noted = await connection.fetchrow(
        "SELECT e.action, v.actor FROM audit_entry e JOIN audit_value v USING (seq) WHERE v.subject_id = $1",
        str(mail_id),
    )
    assert tuple(noted) == ("mail_retried", str(ada.id))


async def test_a_secret_mail_that_failed_is_gone(start, written, service, server):
    people = await start()
    server.rcpt = "550 unknown"
    mail_id = await written(is_secret=True)
    await service.send(mail_id)
    ada = await _member(people, "secretary")
    assert (await people.ask("GET", f"/mails/{mail_id}", ada)).json()["allowed_actions"] == []
    assert problem(await people.ask("POST", f"/mails/{mail_id}/retry", ada)) == (409, "mail_gone")


async def test_a_mail_that_a_person_writes_is_seen_before(start):
    people = await start()
    ada = await _member(people, "coordinator")
    asked = {"template": "announcement", "locale": "en", "values": ANNOUNCEMENT | {"message": "<b>Come</b>"}}
    body = (await people.ask("POST", "/mails/previews", ada, json=asked)).json()
    assert (body["subject"], body["text"].splitlines()[0]) == ("Réunion", "<b>Come</b>")
    assert "&lt;b&gt;Come&lt;/b&gt;" in body["html"]
    assert 'lang="en"' in body["html"]


@pytest.mark.parametrize(
    "change",
    [
        {"template": "sign_in"},
        {"template": "../sign_in"},
        {"locale": "de"},
        {"values": ANNOUNCEMENT | {"subject": "a\nBcc: b"}},
        {"values": ANNOUNCEMENT | {"subject": "a\u2028b"} | {"more": "x"}},
        {"values": ANNOUNCEMENT | {"message": "x" * 5001}},
        {"values": {"subject": "a"}},
        {"to": "all@exemple.fr"},
    ],
)
async def test_only_what_a_person_may_write_is_previewed(start, change):
    people = await start()
    asked = WRITTEN | {"locale": "fr"} | change
    answer = await people.ask("POST", "/mails/previews", await _member(people, "lender"), json=asked)
    assert problem(answer)[0] == 422


def _requested(**change: Any) -> Message:
    payload = {
        "to": "anne@été.example",
        "locale": "fr",
        "template": "invitation",
        "subject": "Rejoignez\nnous",
        "text": "Bonjour",
        "html": "<p>Bonjour</p>",
        "about": {"kind": "organisation", "id": "o"},
        "is_secret": True,
        "sender": "members",
    }
    return Message(uuid4(), "mail.requested", "k", 1, payload | change)


async def test_a_mail_that_another_service_asks_for_is_queued_once(sessions, service, server, row):
    message = _requested()
    for _ in range(2):
        async with sessions() as session, session.begin():
            await mail_requested(session, message)
    kept = await row(message.id)
    assert (kept.sender, kept.template, kept.to_address, kept.subject) == (
        "members",
        "invitation",
        "anne@xn--t-9fab.example",
        "Rejoignez nous",
    )
    assert (kept.about_kind, kept.about_id, kept.is_secret) == ("organisation", "o", True)
    await service.send(message.id)
    assert len(server.mails) == 1


@pytest.mark.parametrize("change", [{"to": "nobody"}, {"locale": "de"}, {"to": "a@b.fr\r\nBcc: c@d.fr"}])
async def test_a_mail_that_can_never_leave_is_a_dead_letter(sessions, change):
    async with sessions() as session, session.begin():
        with pytest.raises(InvalidInput):
            await mail_requested(session, _requested(**change))


async def _until(connection: asyncpg.Connection, question: str, *values: Any) -> None:
    async with asyncio.timeout(20):
        while not await connection.fetchval(question, *values):  # noqa: ASYNC110 - the jobs are at work
            await asyncio.sleep(0.02)


IS_SENT = "SELECT state = 'sent' FROM mail WHERE id = $1"


async def test_the_process_sends_what_waited_what_comes_and_what_is_asked_again(
    start, written, server, connection
):
    waited = await written(**WRITTEN)
    await connection.execute("TRUNCATE pgqueuer")  # its job was lost
    people = await start(works=True, mail=MailSettings(smtp_url=server.url, mail_from="a@ombelle.example"))
    await _until(connection, IS_SENT, waited)
    daily = "SELECT count(*) = 2 FROM pgqueuer_schedules WHERE entrypoint IN ('mail-sweep', 'retention')"
    await _until(connection, daily)
    comes = await written(**WRITTEN)
    await _until(connection, IS_SENT, comes)
    server.rcpt = "451 later"
    deferred = await written(**WRITTEN)
    await _until(connection, "SELECT last_error = '451 later' FROM mail WHERE id = $1", deferred)
    sleeps = (
        "SELECT execute_after > now() + interval '5 seconds' FROM pgqueuer "
        "WHERE payload = uuid_send($1) AND status = 'queued'"
    )
    await _until(connection, sleeps, deferred)
    server.rcpt = "250 OK"
    await people.ask("POST", f"/mails/{deferred}/retry", await _member(people, "secretary"))
    await _until(connection, IS_SENT, deferred)
    assert len(server.mails) == 3


@pytest.fixture
async def demo() -> AsyncIterator[str]:
    mail = {
        "id": "0123456789abcdef",
        "to": "ada@exemple.fr",
        "subject": "Votre lien",
        "at": "2027-10-02T12:00:00+00:00",
        "text": "t",
        "html": "<p>t</p>",
    }

    async def mails(_request: web.Request) -> web.Response:
        return web.json_response({"items": [mail]})

    async def one(request: web.Request) -> web.Response:
        return web.json_response(mail, status=200 if request.match_info["id"] == mail["id"] else 404)

    application = web.Application()
    application.router.add_get("/mails", mails)
    application.router.add_get("/mails/{id}", one)
    server = TestServer(application)
    await server.start_server()
    yield str(server.make_url("")).rstrip("/")
    await server.close()


async def test_a_demo_shows_what_it_caught_to_anybody(start, demo):
    people = await start(demo_url=demo)
    answer = await people.ask("GET", "/demo/mails")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    [mail] = answer.json()["items"]
    assert mail == {
        "id": "0123456789abcdef",
        "to": "ada@exemple.fr",
        "subject": "Votre lien",
        "at": "2027-10-02T12:00:00Z",
        "text": "t",
        "html": "<p>t</p>",
    }
    assert (await people.ask("GET", f"/demo/mails/{mail['id']}")).json() == mail
    assert problem(await people.ask("GET", "/demo/mails/fedcba9876543210")) == (404, "mail_not_found")
    assert problem(await people.ask("GET", "/demo/mails/..%2Faccounts"))[0] == 404


@pytest.mark.parametrize("path", ["/demo/mails", "/demo/mails/0123456789abcdef"])
async def test_without_a_demo_nothing_is_there_and_a_dead_one_says_so(start, path):
    people = await start()
    assert problem(await people.ask("GET", path))[0] == 404
    people = await start(demo_url="http://127.0.0.1:1")
    assert problem(await people.ask("GET", path)) == (503, "unavailable")
