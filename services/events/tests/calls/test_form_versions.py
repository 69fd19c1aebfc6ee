"""Versions of a call's form: written as it comes, published whole, kept for ever."""

import asyncio
from unittest.mock import ANY

import pytest

TITLE = {"id": "title", "type": "text", "label": "Titre", "purpose": "title"}
TOWN = {"id": "town", "type": "commune", "label": "Commune", "purpose": "commune"}
FREE = {"id": "free", "type": "boolean", "label": "Gratuit", "purpose": "is_free"}
WHEN = {"id": "when", "type": "sessions", "label": "Séances", "purpose": "sessions"}
GONE = (
    "Les réponses déjà données restent dans les dossiers, sous « ancien champ », mais ne sont plus demandées."
)
AGAIN = "Les dossiers en cours devront la remplir avant d'être déposés."


async def test_a_form_is_written_published_and_written_again(desk, api):
    call = await desk.begin()
    path = f"/calls/{call['id']}/form"
    written = await desk.write_form(call, TITLE, TOWN, FREE, WHEN)
    assert (written["number"], written["version"], written["problems"]) == (1, 2, [])
    assert [(one["field_id"], one["change"]) for one in written["differences"]] == [
        (name, "added") for name in ("title", "town", "free", "when")
    ]
    online = await desk.publish(call)
    first = (await api.get(f"/api/v1{path}")).json()
    assert first == {
        "id": online["form_version_id"], "number": 1, "published_at": ANY, "definition": written["definition"]
    }  # fmt: skip
    begun = await desk.do("GET", f"{path}/draft")
    assert (begun["number"], begun["version"], begun["differences"]) == (2, 0, [])
    assert begun["definition"] == first["definition"]
    again = await desk.write_form(call, TITLE, TOWN, FREE, WHEN | {"required": "at_submission"}, {
        "id": "more", "type": "text", "label": "Plus", "required": "at_submission"})  # fmt: skip
    assert (again["number"], again["version"]) == (2, 1)
    assert (await api.get(f"/api/v1{path}")).json() == first
    answer = await desk.ask("POST", f"{path}/publish", If_Match='"v1"')
    assert answer.json() == {
        "id": ANY, "number": 2, "published_at": ANY, "allowed_actions": online["allowed_actions"],
        "differences": [
            {"field_id": "when", "label": "Séances", "change": "changed", "aspects": ["required"], "warning": AGAIN},
            {"field_id": "more", "label": "Plus", "change": "added", "aspects": [], "warning": AGAIN},
        ],
    }  # fmt: skip
    assert (await api.get(f"/api/v1{path}")).json()["number"] == 2
    kept = await api.get(f"/api/v1/calls/{call['id']}/form-versions/{first['id']}")
    assert kept.json() == first


async def test_what_is_removed_is_warned_of(desk):
    call = await desk.change(await desk.begin(), charter_rules=[])
    await desk.write_form(call, TITLE, TOWN)
    await desk.publish(call)
    written = await desk.write_form(call, TITLE)
    assert written["differences"] == [
        {"field_id": "town", "label": "Commune", "change": "removed", "aspects": [], "warning": GONE}
    ]


async def test_versions_are_listed_the_newest_first(desk):
    call = await desk.publish(await desk.begin())
    await desk.write_form(call, TITLE, TOWN, FREE, WHEN)
    await desk.do("POST", f"/calls/{call['id']}/form/publish", If_Match="*")
    await desk.write_form(call, TITLE, TOWN, FREE, WHEN)
    path = f"/calls/{call['id']}/form-versions"
    listed = await desk.do("GET", path)
    told = [
        (one["number"], one["published_at"] is not None, one["is_current"], one["fields"])
        for one in listed["items"]
    ]
    assert told == [(3, False, False, 4), (2, True, True, 4), (1, True, False, 49)]
    assert listed["total"] == 3
    first = await desk.do("GET", f"{path}?limit=2")
    rest = await desk.do("GET", f"{path}?limit=2&after={first['next']}")
    assert [one["number"] for one in (*first["items"], *rest["items"])] == [3, 2, 1]
    assert rest["next"] is None


async def test_a_form_that_makes_no_sense_is_kept_and_not_published(desk):
    call = await desk.begin()
    wrong = {"id": "x", "type": "choice", "label": "X", "condition": {"field": "y", "operator": "is_filled"}}
    written = await desk.write_form(call, wrong)
    expected = [
        ("/sections/0/fields/0/condition", "field_not_before"),
        ("/sections/0/fields/0/options", "missing"),
        ("/sections", "purpose_missing"),
        *[("/sections", "purpose_missing")] * 3,
    ]
    assert [(one["pointer"], one["code"]) for one in written["problems"]] == expected
    answer = await desk.ask("POST", f"/calls/{call['id']}/publish")
    assert (answer.status_code, answer.json()["code"]) == (422, "form_invalid")
    assert [(one["pointer"], one["code"]) for one in answer.json()["errors"]] == expected
    assert (await desk.do("GET", f"/calls/{call['id']}/settings"))["publication"] == "draft"
    assert (await desk.do("GET", f"/calls/{call['id']}/form/draft"))["definition"] == written["definition"]


async def test_a_rule_is_not_added_that_the_form_cannot_answer(desk):
    call = await desk.change(await desk.begin(), charter_rules=["free_of_charge"])
    await desk.write_form(call, TITLE, FREE)
    await desk.publish(call)
    body = {"charter_rules": ["free_of_charge", "venue_in_territory"]}
    answer = await desk.ask("PATCH", f"/calls/{call['id']}", body, If_Match="*")
    assert (answer.status_code, answer.json()["code"]) == (422, "call_invalid")
    assert [one["pointer"] for one in answer.json()["errors"]] == ["/body/charter_rules"]


async def test_two_who_write_at_once_lose_nothing(desk):
    call = await desk.publish(await desk.begin())
    path = f"/calls/{call['id']}/form/draft"
    body = {"definition": {"sections": [{"id": "one", "title": "Une", "fields": [TITLE]}]}}
    other = {"definition": {"sections": [{"id": "two", "title": "Deux", "fields": [TOWN]}]}}
    assert (await desk.ask("PUT", path, body)).status_code == 428
    answers = await asyncio.gather(
        desk.ask("PUT", path, body, If_Match='"v0"'), desk.ask("PUT", path, other, If_Match='"v0"')
    )
    won, lost = sorted(answers, key=lambda answer: answer.status_code)
    assert (won.status_code, lost.status_code) == (200, 412)
    told = lost.json()
    sections = {
        told["current"]["definition"]["sections"][0]["id"],
        told["yours"]["definition"]["sections"][0]["id"],
    }
    assert sections == {"one", "two"}
    assert told["current"]["definition"]["sections"][0]["id"] == won.json()["definition"]["sections"][0]["id"]
    stale = await desk.ask("POST", f"/calls/{call['id']}/form/publish", If_Match='"v0"')
    assert stale.status_code == 412


async def test_without_a_written_form_nothing_is_published(desk):
    call = await desk.publish(await desk.begin())
    answer = await desk.ask("POST", f"/calls/{call['id']}/form/publish", If_Match='"v0"')
    assert (answer.status_code, answer.json()["code"]) == (404, "form_unknown")


async def test_the_type_of_a_published_field_stays(desk):
    call = await desk.change(await desk.begin(), charter_rules=[])
    await desk.write_form(call, TITLE, {"id": "x", "type": "text", "label": "X"})
    await desk.publish(call)
    written = await desk.write_form(call, TITLE, {"id": "x", "type": "integer", "label": "X"})
    assert [(one["pointer"], one["code"]) for one in written["problems"]] == [
        ("/sections/0/fields/1/type", "type_changed")
    ]


async def test_nobody_reads_what_is_not_published(desk, api, connection):
    call = await desk.publish(await desk.begin())
    await desk.write_form(call, TITLE)
    draft = await connection.fetchval("SELECT id FROM form_version WHERE published_at IS NULL")
    other = await desk.publish(await desk.begin())
    for found in (draft, other["form_version_id"]):
        answer = await api.get(f"/api/v1/calls/{call['id']}/form-versions/{found}")
        assert (answer.status_code, answer.json()["code"]) == (404, "form_unknown")


@pytest.mark.parametrize(
    ("field", "pointer"),
    [
        ({"id": "Titre"}, "id"),
        ({"type": "colour"}, "type"),
        ({"label": ""}, "label"),
        ({"purpose": "beauty"}, "purpose"),
        ({"required": "always"}, "required"),
        ({"max_size_bytes": 20_000_001}, "max_size_bytes"),
        ({"max_rows": 201}, "max_rows"),
        ({"options": [{"value": "a b", "label": "A"}]}, "options/0/value"),
        ({"colour": "red"}, "colour"),
        ({"condition": {"field": "x"}}, "condition"),
        ({"condition": {"field": "x", "operator": "is", "all": []}}, "condition/all"),
        (
            {
                "condition": {
                    "all": [{"any": [{"all": [{"any": [{"field": "x", "operator": "is_filled"}]}]}]}]
                }
            },
            "condition",
        ),
        ({"condition": {"field": "x", "operator": "like"}}, "condition/operator"),
    ],
)
async def test_a_form_of_another_shape_is_refused(desk, field, pointer):
    call = await desk.begin()
    definition = {"sections": [{"id": "one", "title": "Une", "fields": [{**TITLE, **field}]}]}
    answer = await desk.ask(
        "PUT", f"/calls/{call['id']}/form/draft", {"definition": definition}, If_Match="*"
    )
    assert answer.status_code == 422
    assert [one["pointer"] for one in answer.json()["errors"]] == [
        f"/body/definition/sections/0/fields/0/{pointer}"
    ]


async def test_conditions_however_deep_are_refused_and_nothing_breaks(desk):
    call = await desk.begin()
    condition = {"field": "x", "operator": "is_filled"}
    for _ in range(60):
        condition = {"all": [condition]}
    definition = {"sections": [{"id": "one", "title": "Une", "condition": condition, "fields": []}]}
    answer = await desk.ask(
        "PUT", f"/calls/{call['id']}/form/draft", {"definition": definition}, If_Match="*"
    )
    assert answer.status_code == 422
