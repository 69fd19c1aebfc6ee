import asyncio
import hashlib
from datetime import timedelta
from unittest.mock import ANY

import asyncpg
import pytest
from access_people import problem
from ombelle_contracts.scopes import SCOPES
from ombelle_gateway.accounts.tokens.domain import months_later, read_token
from token_calls import READ, identity, made, make, today


async def test_scopes_are_public_and_closed(people):
    answer = await people.ask("GET", "/scopes")
    assert answer.json() == {
        "items": [
            {
                "scope": scope.name,
                "label_fr": scope.label_fr,
                "label_en": scope.label_en,
                "allows_fr": scope.allows_fr,
                "allows_en": scope.allows_en,
            }
            for scope in SCOPES.values()
        ],
        "next": None,
    }
    assert set(SCOPES) == {
        f"{resource}:{action}"
        for resource in ("organisations", "events", "applications", "loans")
        for action in ("read", "write")
    }


async def test_a_token_may_have_every_scope_there_is(people):
    organisation = await people.organisation()
    editor = await people.member(organisation, "editor")
    answer = await make(people, editor, organisation, scopes=list(SCOPES))
    assert (answer.status_code, answer.json()["scopes"]) == (201, list(SCOPES))


async def test_an_editor_makes_a_token_that_is_shown_once(people):
    organisation = await people.organisation()
    editor = await people.member(organisation, "editor")
    answer = await make(people, editor, organisation, scopes=["events:write", "events:read"])
    assert (answer.status_code, answer.headers["cache-control"]) == (201, "private, no-store")
    token = answer.json()
    assert token == {
        "id": ANY,
        "prefix": read_token(token["secret"])[0],
        "name": "Agenda du site",
        "organisation": {"id": str(organisation), "name": "Le Vaisseau"},
        "scopes": ["events:write", "events:read"],
        "created_by": {"id": str(editor.id), "name": "Ada Lovelace"},
        "created_at": ANY,
        "expires_on": str(months_later(today(), 6)),
        "last_used_at": None,
        "ended_at": None,
        "is_live": True,
        "allowed_actions": ["end"],
        "secret": ANY,
    }
    listed = await people.ask("GET", "/tokens", editor)
    secret = token.pop("secret")
    assert listed.json() == {"items": [token], "next": None}
    row = await people.connection.fetchrow("SELECT * FROM api_token WHERE id = $1", token["id"])
    assert row["digest"] == hashlib.sha256(secret[-43:].encode()).digest()
    assert secret[-43:] not in str(dict(row))


async def test_nobody_sees_or_ends_the_tokens_of_another_organisation(people):
    ours, theirs = await people.organisation(), await people.organisation()
    token = await made(people, await people.member(theirs, "administrator"), theirs)
    mine = await people.member(ours, "administrator")
    assert (await people.ask("GET", "/tokens", mine)).json() == {"items": [], "next": None}
    assert problem(await people.ask("GET", f"/tokens?organisation_id={theirs}", mine)) == (
        404,
        "organisation_unknown",
    )
    assert problem(await people.ask("DELETE", f"/tokens/{token['id']}", mine)) == (404, "token_unknown")
    assert problem(await make(people, mine, theirs)) == (404, "organisation_unknown")
    assert len(await identity(people, token["secret"])) == 1


async def test_who_ends_a_token(people):
    organisation = await people.organisation()
    maker, editor = [await people.member(organisation, "editor") for _ in range(2)]
    administrator = await people.member(organisation, "administrator")
    agency = await people.account(roles=("administrator",))
    coordinator = await people.account(roles=("coordinator",))
    tokens = [await made(people, maker, organisation) for _ in range(3)]
    path = f"/tokens/{tokens[0]['id']}"
    listed = await people.ask("GET", f"/tokens?organisation_id={organisation}", editor)
    assert {tuple(one["allowed_actions"]) for one in listed.json()["items"]} == {()}
    assert problem(await people.ask("DELETE", path, editor)) == (403, "token_not_yours")
    assert problem(await people.ask("DELETE", path, coordinator)) == (404, "token_unknown")
    assert problem(await people.ask("DELETE", path)) == (401, "unauthenticated")
    for token, someone in zip(tokens, (maker, administrator, agency), strict=True):
        assert (await people.ask("DELETE", f"/tokens/{token['id']}", someone)).status_code == 204
        assert (await people.ask("DELETE", f"/tokens/{token['id']}", someone)).status_code == 204
    ended = await people.ask("GET", f"/tokens?organisation_id={organisation}", agency)
    assert [(one["is_live"], one["allowed_actions"]) for one in ended.json()["items"]] == [(False, [])] * 3
    by = await people.connection.fetch(
        "SELECT ended_by FROM api_token WHERE organisation_id = $1 ORDER BY id", organisation
    )
    assert [row["ended_by"] for row in by] == [str(one.id) for one in (maker, administrator, agency)]


async def test_the_agency_s_administrator_sees_them_but_makes_none(people):
    organisation = await people.organisation()
    token = await made(people, await people.member(organisation, "editor"), organisation)
    agency = await people.account(roles=("administrator",))
    listed = await people.ask("GET", f"/tokens?organisation_id={organisation}", agency)
    assert [one["id"] for one in listed.json()["items"]] == [token["id"]]
    assert problem(await make(people, agency, organisation)) == (403, "not_of_organisation")
    by_command = people.command_line()
    listed = await people.ask("GET", f"/tokens?organisation_id={organisation}", headers=by_command)
    assert [one["id"] for one in listed.json()["items"]] == [token["id"]]
    body = {"organisation_id": str(organisation), "name": "x", "scopes": READ}
    refused = await people.ask("POST", "/tokens", headers=by_command, json=body)
    assert problem(refused) == (403, "not_of_organisation")


async def test_a_program_makes_sees_and_ends_no_token(people):
    organisation = await people.organisation()
    someone = await people.member(organisation, "administrator")
    token = await made(people, someone, organisation)
    program = people.program(someone, organisation, *SCOPES)
    body = {"organisation_id": str(organisation), "name": "Un autre", "scopes": list(SCOPES)}
    for answer in (
        await people.ask("POST", "/tokens", headers=program, json=body),
        await people.ask("GET", "/tokens", headers=program),
        await people.ask("DELETE", f"/tokens/{token['id']}", headers=program),
    ):
        assert problem(answer) == (403, "scope_missing")
    count = "SELECT count(*) FROM api_token WHERE organisation_id = $1 AND ended_at IS NULL"
    assert await people.connection.fetchval(count, organisation) == 1


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"scopes": []}, "/body/scopes"),
        ({"scopes": ["events:delete"]}, "/body/scopes/0"),
        ({"scopes": ["events:read", "administrator"]}, "/body/scopes/1"),
        ({"scopes": ["events:read", "events:read"]}, "/body/scopes"),
        ({"scopes": "events:read"}, "/body/scopes"),
        ({"name": " "}, "/body/name"),
        ({"name": "x" * 101}, "/body/name"),
        ({"name": "a\0b"}, "/body/name"),
        ({"name": "a\nb"}, "/body/name"),
        ({"name": "\ufb2c" * 100}, "/body/name"),
        ({"name": "a\u202eb"}, "/body/name"),
        ({"expires_on": "2026-02-30"}, "/body/expires_on"),
        ({"account_id": "0199f2a0-0000-7000-8000-000000000000"}, "/body/account_id"),
        ({"digest": "x"}, "/body/digest"),
        ({"prefix": "admin"}, "/body/prefix"),
        ({"created_by": "someone"}, "/body/created_by"),
        ({"organisation_id": "1"}, "/body/organisation_id"),
    ],
)
async def test_what_cannot_be_is_refused_where_it_stands(people, fields, pointer):
    organisation = await people.organisation()
    answer = await make(people, await people.member(organisation, "editor"), organisation, **fields)
    assert problem(answer) == (422, "invalid_input")
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    count = "SELECT count(*) FROM api_token WHERE organisation_id = $1"
    assert await people.connection.fetchval(count, organisation) == 0


@pytest.mark.parametrize(("days", "status"), [(0, 422), (1, 201), (None, 201), ("late", 422)])
async def test_a_token_lives_from_tomorrow_to_a_year_from_now(people, days, status):
    organisation = await people.organisation()
    year = months_later(today(), 12)
    day = {None: year, "late": year + timedelta(days=1)}.get(days) or today() + timedelta(days=days)
    answer = await make(
        people, await people.member(organisation, "editor"), organisation, expires_on=str(day)
    )
    assert answer.status_code == status
    if status == 422:
        assert problem(answer) == (422, "expiry_refused")
        assert [error["pointer"] for error in answer.json()["errors"]] == ["/body/expires_on"]
    else:
        assert answer.json()["expires_on"] == str(day)


async def test_postgresql_too_lets_no_token_live_longer_nor_allow_what_there_is_not(people):
    organisation = await people.organisation()
    token = await made(people, await people.member(organisation, "editor"), organisation)
    for change in ("expires_on = expires_on + 366", "scopes = '{administrator}'", "scopes = '{}'"):
        with pytest.raises(asyncpg.CheckViolationError):
            await people.connection.execute(f"UPDATE api_token SET {change} WHERE id = $1", token["id"])


async def test_of_many_made_at_once_twenty_live(people):
    organisation = await people.organisation()
    someone = await people.member(organisation, "editor")
    for _ in range(17):
        await made(people, someone, organisation)
    answers = await asyncio.gather(*(make(people, someone, organisation) for _ in range(7)))
    assert sorted(answer.status_code for answer in answers) == [201] * 3 + [409] * 4
    assert {problem(answer) for answer in answers if answer.status_code == 409} == {(409, "too_many_tokens")}
    first = next(answer.json()["id"] for answer in answers if answer.status_code == 201)
    await people.ask("DELETE", f"/tokens/{first}", someone)
    assert (await make(people, someone, organisation)).status_code == 201


async def test_the_list_goes_on_page_by_page(people):
    organisation = await people.organisation()
    someone = await people.member(organisation, "editor")
    ids = [(await made(people, someone, organisation))["id"] for _ in range(3)]
    first = (await people.ask("GET", "/tokens?limit=2", someone)).json()
    second = (await people.ask("GET", f"/tokens?limit=2&after={first['next']}", someone)).json()
    assert [one["id"] for one in first["items"] + second["items"]] == ids[::-1]
    assert second["next"] is None


@pytest.mark.parametrize(
    "query", ["after=x", "after=WyJ0b2tlbnMiLDFd", "limit=0", "scope=x", "organisation_id=1"]
)
async def test_a_query_that_means_nothing_is_refused(people, query):
    answer = await people.ask("GET", f"/tokens?{query}", await people.account())
    assert problem(answer) == (422, "invalid_input")
    assert [error["pointer"] for error in answer.json()["errors"]] == [f"/query/{query.partition('=')[0]}"]


async def test_the_list_is_one_statement_however_many(people, statements):
    organisation = await people.organisation()
    someone = await people.member(organisation, "editor")
    counts = []
    for _ in range(2):
        await made(people, someone, organisation)
        await made(people, await people.member(organisation, "editor"), organisation)
        statements.clear()
        listed = await people.ask("GET", "/tokens", someone)
        counts.append((len(statements), len(listed.json()["items"])))
    assert counts == [(1, 2), (1, 4)]


async def test_making_tokens_in_a_loop_ends_in_waiting(people):
    organisation = await people.organisation()
    someone = await people.member(organisation, "editor")
    for _ in range(60):
        token = await made(people, someone, organisation)
        await people.connection.execute(
            "UPDATE api_token SET expires_on = current_date - 1 WHERE id = $1", token["id"]
        )
    refused = await make(people, someone, organisation)
    assert problem(refused) == (429, "too_many_attempts")
    assert 0 < int(refused.headers["retry-after"]) <= 3600
    other = await people.member(organisation, "editor")
    assert (await make(people, other, organisation)).status_code == 201


async def test_administrators_are_told_of_a_new_token(people):
    organisation = await people.organisation("La Fabrique")
    administrator = await people.member(organisation, "administrator")
    english = await people.member(organisation, "administrator")
    await people.connection.execute("UPDATE account SET locale = 'en' WHERE id = $1", english.id)
    editor = await people.member(organisation, "editor", "Émilie du Châtelet")
    token = await made(people, editor, organisation, scopes=["events:read"])
    (mail,) = await people.mails(administrator.email)
    assert (mail["template"], mail["subject"]) == ("token_made", "Un jeton d'API pour La Fabrique")
    for told in ("Émilie du Châtelet", f"omb_{token['prefix']}", SCOPES["events:read"].label_fr):
        assert told in mail["text_body"]
    assert token["secret"] not in mail["text_body"]
    (mail,) = await people.mails(english.email)
    assert SCOPES["events:read"].label_en in mail["text_body"]
    assert await people.mails(editor.email) == []


async def test_making_and_ending_are_in_the_log(people):
    organisation = await people.organisation()
    someone = await people.member(organisation, "editor")
    token = await made(people, someone, organisation)
    await people.ask("DELETE", f"/tokens/{token['id']}", someone)
    rows = await people.connection.fetch(
        "SELECT e.action, v.actor, v.values FROM audit_entry e JOIN audit_value v USING (seq) "
        "WHERE v.subject_id = $1 ORDER BY seq",
        token["id"],
    )
    assert [(row["action"], row["actor"]) for row in rows] == [
        ("token_made", str(someone.id)),
        ("token_ended", str(someone.id)),
    ]
