"""Drafts: begun, kept as they are typed, two windows at once."""

from unittest.mock import ANY
from uuid import UUID

import pytest
from dossiers import FORM, WHOLE, Dossiers, named
from ombelle_events.applications.entries import write_edit
from ombelle_events.applications.tables import ApplicationRow
from sqlalchemy import text


async def test_a_draft_as_its_editor_reads_it(dossiers: Dossiers):
    call = await dossiers.call()
    await dossiers.organisations("Musée")
    wanted = {"call_id": str(call), "organisation_id": str(named("Musée"))}
    answer = await dossiers.api.post("/api/v1/applications", json=wanted, headers=dossiers.editor("Musée"))
    assert answer.status_code == 201
    begun = answer.json()
    assert answer.headers["location"] == f"/api/v1/applications/{begun['id']}"
    assert (answer.headers["etag"], answer.headers["cache-control"]) == ('"v1"', "private, no-store")
    assert begun == {
        "id": ANY,
        "call": {"id": str(call), "title": "Appel 2027", "edition": 2027},
        "number": 1,
        "organisation": {"id": str(named("Musée")), "name": "Musée"},
        "status": "draft",
        "decision": None,
        "title": None,
        "theme": None,
        "commune": None,
        "department": None,
        "submitted_at": None,
        "updated_at": ANY,
        "version": 1,
        "standing": "editor",
        "access": {"state": "open", "until": ANY, "by_code": False},
        "allowed_actions": ["edit", "submit", "discard", "transfer"],
        "decided_at": None,
        "amount_granted_cents": None,
        "form": {"version_id": ANY, "number": 1, "is_newer": False},
        "answers": {},
        "former_answers": [],
        "stale_fields": [],
        "answer_by": None,
        "withdrawn_at": None,
        "withdrawal_reason": None,
        "renewed_from_id": None,
        "transfer": None,
        "created_at": ANY,
        "saved_at": ANY,
    }
    saved = await dossiers.save(begun, WHOLE, dossiers.editor("Musée"))
    assert saved == {
        **begun,
        "version": 2,
        "title": "Le ciel d'octobre",
        "theme": "astronomy",
        "commune": {"insee": "80021", "name": "Amiens"},
        "department": "80",
        "updated_at": ANY,
        "saved_at": ANY,
        "answers": WHOLE,
    }
    assert (await dossiers.read(begun, dossiers.editor("Musée"))).json() == saved


async def test_numbers_count_from_one_in_each_call(dossiers: Dossiers):
    first, second = await dossiers.call(), await dossiers.call(year=2028)
    numbers = [(await dossiers.draft(call))["number"] for call in (first, first, second)]
    assert numbers == [1, 2, 1]


async def test_two_windows_on_different_fields_lose_nothing(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call())
    ada = dossiers.editor("Musée")
    await dossiers.save(draft, {"title": "Une nuit"}, ada)
    merged = await dossiers.save(draft, {"summary": "Au planétarium"}, dossiers.editor("Musée", "bob"))
    assert merged["answers"] == {"title": "Une nuit", "summary": "Au planétarium"}
    assert merged["version"] == 3


async def test_two_windows_on_one_field_the_second_gets_both_versions(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call())
    ada = dossiers.editor("Musée")
    first = await dossiers.save(draft, {"title": "Une nuit"}, ada)
    refused = await dossiers.patch(draft, {"title": "Un jour", "summary": "Le soleil"}, ada)
    assert refused.status_code == 412
    assert refused.headers["etag"] == '"v2"'
    assert refused.json() == {
        "type": "urn:ombelle:problem:application_changed_meanwhile",
        "title": "The same fields have changed since they were read",
        "status": 412,
        "detail": ANY,
        "instance": f"/api/v1/applications/{draft['id']}",
        "code": "application_changed_meanwhile",
        "request_id": ANY,
        "fields": ["title"],
        "current": first,
        "yours": {"answers": {"title": "Un jour", "summary": "Le soleil"}},
    }
    assert (await dossiers.read(draft, ada)).json() == first
    chosen = await dossiers.save(first, {"title": "Un jour", "summary": "Le soleil"}, ada)
    assert chosen["answers"] == {"title": "Un jour", "summary": "Le soleil"}


async def test_a_save_whose_answer_was_lost_is_sent_again(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call())
    ada = dossiers.editor("Musée")
    once = await dossiers.save(draft, {"title": "Une nuit"}, ada)
    assert await dossiers.save(draft, {"title": "Une nuit"}, ada) == once


async def test_null_empties_a_field_and_a_star_writes_over_whatever_there_is(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call(), answers={"title": "Une nuit", "is_free": False})
    emptied = await dossiers.save(draft, {"title": None}, dossiers.editor("Musée"))
    assert (emptied["answers"], emptied["title"]) == ({"is_free": False}, None)
    address = f"/api/v1/applications/{draft['id']}"
    for headers in ({"If-Match": "*"}, {"If-Match": 'W/"v3"'}):
        answer = await dossiers.api.patch(
            address, json={"answers": {"title": "Oui"}}, headers={**dossiers.editor("Musée"), **headers}
        )
        assert (answer.status_code, answer.json()["title"]) == (200, "Oui")


@pytest.mark.parametrize("tag", [None, '"3"', "v1", '"v1", "v2"', '"v-1"', ""])
async def test_a_save_says_what_version_it_is_made_on(dossiers: Dossiers, tag):
    draft = await dossiers.draft(await dossiers.call())
    headers = dossiers.editor("Musée") | ({} if tag is None else {"If-Match": tag})
    answer = await dossiers.api.patch(
        f"/api/v1/applications/{draft['id']}", json={"answers": {"title": "x"}}, headers=headers
    )
    assert (answer.status_code, answer.json()["code"]) == (428, "version_needed")


async def test_a_version_that_never_was_is_no_version(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call())
    answer = await dossiers.patch({**draft, "version": 99}, {"title": "x"}, dossiers.editor("Musée"))
    assert (answer.status_code, answer.json()["fields"]) == (412, [])


@pytest.mark.parametrize(
    ("answers", "pointer", "code"),
    [
        ({"title": 3}, "/body/answers/title", "text_expected"),
        ({"title": "x" * 301}, "/body/answers/title", "too_long"),
        ({"title": "a\x00b"}, "/body/answers/title", "hidden_character"),
        ({"theme": "chemistry"}, "/body/answers/theme", "option_unknown"),
        ({"colour": "red"}, "/body/answers/colour", "field_unknown"),
        ({"expenses": [{"amount": -1}]}, "/body/answers/expenses/0/amount", "negative"),
        ({"expenses": [{"older": "a\x00"}]}, "/body/answers/expenses/0", "field_unknown"),
        ({"expenses": [{"what": "a"}] * 51}, "/body/answers/expenses", "too_many_rows"),
    ],
)
async def test_what_cannot_be_kept_is_refused_where_it_stands(dossiers: Dossiers, answers, pointer, code):
    draft = await dossiers.draft(await dossiers.call(), answers={"summary": "Reste"})
    answer = await dossiers.patch(draft, answers, dossiers.editor("Musée"))
    assert answer.status_code == 422
    told = [(error["pointer"], error["code"]) for error in answer.json()["errors"]]
    assert told == [(pointer, code)]
    assert (await dossiers.read(draft, dossiers.editor("Musée"))).json()["answers"] == {"summary": "Reste"}


async def test_a_number_that_is_none_is_refused(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call())
    answer = await dossiers.api.patch(
        f"/api/v1/applications/{draft['id']}",
        content='{"answers": {"expenses": [{"older": NaN}]}}',
        headers={**dossiers.editor("Musée"), "If-Match": '"v1"', "content-type": "application/json"},
    )
    assert answer.status_code == 422


async def test_a_newer_form_holds_at_once_and_keeps_former_answers(dossiers: Dossiers):
    call = await dossiers.call()
    draft = await dossiers.draft(call, answers={"title": "Une nuit", "team": "Deux personnes"})
    shorter = {
        "sections": [
            {
                **section,
                "fields": [
                    *(field for field in section["fields"] if field["id"] != "team"),
                    *(
                        [{"id": "tools", "type": "text", "label": "Outils"}]
                        if section["id"] == "people"
                        else []
                    ),
                ],
            }
            for section in FORM["sections"]
        ]
    }
    newest = await dossiers.publish_form(call, shorter)
    ada = dossiers.editor("Musée")
    opened = (await dossiers.read(draft, ada)).json()
    assert opened["form"] == {"version_id": str(newest), "number": 2, "is_newer": True}
    assert opened["answers"] == {"title": "Une nuit"}
    assert opened["former_answers"] == [{"field_id": "team", "label": "L'équipe", "value": "Deux personnes"}]
    saved = await dossiers.save(opened, {"tools": "Lunettes"}, ada)
    assert saved["form"] == {"version_id": str(newest), "number": 2, "is_newer": False}
    assert saved["former_answers"] == opened["former_answers"]
    stored = await dossiers.connection.fetchval(
        "SELECT form_version_id FROM application WHERE id = $1", UUID(draft["id"])
    )
    assert stored == newest


async def test_a_draft_put_away_is_found_among_those(dossiers: Dossiers):
    call = await dossiers.call()
    draft = await dossiers.draft(call, answers=WHOLE)
    ada = dossiers.editor("Musée")
    address = f"/api/v1/applications/{draft['id']}"
    assert (await dossiers.api.delete(address, headers=ada)).status_code == 204
    assert (await dossiers.api.get("/api/v1/applications", headers=ada)).json()["items"] == []
    put_away = (await dossiers.api.get("/api/v1/applications?status=discarded", headers=ada)).json()
    assert [item["id"] for item in put_away["items"]] == [draft["id"]]
    assert (await dossiers.read(draft, ada)).json()["answers"] == WHOLE
    assert (await dossiers.read(draft, dossiers.coordinator())).status_code == 404
    again = await dossiers.api.delete(address, headers=ada)
    assert (again.status_code, again.json()["code"]) == (409, "action_impossible")


async def test_an_edit_that_began_before_the_last_one_joins_it(dossiers: Dossiers, app):
    draft = await dossiers.draft(await dossiers.call())
    async with app.state.context.sessions() as session, session.begin():
        await session.execute(text("SELECT now()"))  # it begins now, and waits for the dossier
        await dossiers.save(draft, {"title": "Une nuit"}, dossiers.editor("Musée"))
        row = await session.get_one(ApplicationRow, UUID(draft["id"]))
        changes = [{"pointer": "/answers/team", "label": "Équipe", "before": None, "after": "Deux"}]
        assert await write_edit(session, row, actor=str(named("ada")), changes=changes) is False
    history = await dossiers.api.get(
        f"/api/v1/applications/{draft['id']}/history", headers=dossiers.editor("Musée")
    )
    assert [len(entry["changes"]) for entry in history.json()["items"] if entry["action"] == "edited"] == [2]
