"""Events written by holders: of a project, of a village, of no edition; stands held by others; venues; editions."""

import asyncio
from unittest.mock import ANY
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ombelle_events.programme.events.domain import slug_of
from programme_desk import NOON, TEN


async def test_an_event_is_written_with_its_sessions(programme, api):
    project = await programme.project()
    venue = await programme.venue()
    body = {
        "title": "L'œuf et la fusée",
        "organisation_id": str(programme.ours),
        "project_id": str(project),
        "venue_id": venue,
        "long_description": "**Trois**",
        "audience": ["schools"],
        "sessions": [{"starts_at": TEN, "ends_at": NOON}],
    }
    written = await programme.bob.do("POST", "/events", body, status=201)
    event = written["event"]
    assert (written["may_be"], written["warnings"]) == ([], [])
    assert event == {
        "id": ANY, "slug": "l-oeuf-et-la-fusee", "title": "L'œuf et la fusée", "description": None,
        "long_description": "**Trois**", "structure": "single", "parent_id": None, "edition_id": str(programme.edition),
        "venue_id": venue, "activity_type": None, "theme": None, "audience": ["schools"], "school_levels": [],
        "age_min": None, "age_max": None, "accessibility": None, "free": None, "conditions": None, "registration": [],
        "keywords": [], "holder": None, "attendance_mode": "onsite", "online_access_url": None, "status": "scheduled",
        "status_reason": None, "publication": "draft", "withdrawn_at": None, "source_name": None, "source_url": None,
        "additional": {}, "organisation_id": str(programme.ours), "organisation_name": "La Marmite",
        "edition": 2027, "project_id": str(project), "project_title": "Fusées à eau", "parent_title": None,
            "duplicate_of": None, "phase": "before_publication", "rules": ANY, "pending": None,
        "version": 2, "updated_at": ANY, "provenance": {"sessions": "here"}, "allowed_actions": ["edit"],
    }  # fmt: skip
    assert await programme.bob.get(f"/events/{event['id']}") == event
    assert (await api.get(f"/api/v1/agenda/{event['slug']}")).status_code == 404
    await programme.shown(event)
    assert (await api.get(f"/api/v1/agenda/{event['slug']}")).json()["holder"] == "La Marmite"


@pytest.mark.parametrize(
    ("change", "status", "code", "pointer"),
    [
        ({"organisation_id": "theirs"}, 404, "organisation_unknown", None),
        ({"project_id": "theirs"}, 422, "event_invalid", "/body/project_id"),
        ({"parent_id": "theirs"}, 404, "event_unknown", None),
        ({"parent_id": "single"}, 422, "event_invalid", "/body/parent_id"),
        ({"edition": 1999}, 422, "event_invalid", "/body/edition"),
        ({"venue_id": str(uuid4())}, 422, "event_invalid", "/body/venue_id"),
        ({"age_min": 9, "age_max": 8}, 422, "event_invalid", "/body/age_max"),
        ({"publication": "published"}, 422, "invalid_input", "/body/publication"),
        ({"online_access_url": "javascript:alert(1)"}, 422, "invalid_input", "/body/online_access_url"),
        (
            {"sessions": [{"starts_at": TEN, "ends_at": NOON}] * 2},
            409,
            "sessions_overlap",
            "/body/sessions/1/starts_at",
        ),
    ],
)
async def test_what_cannot_be_written_is_refused_whole(programme, change, status, code, pointer):
    village = {"structure": "umbrella", "by": programme.zoe, "organisation_id": str(programme.theirs)}
    values = {
        ("organisation_id", "theirs"): str(programme.theirs),
        ("project_id", "theirs"): str(await programme.project(organisation=programme.theirs)),
        ("parent_id", "theirs"): (await programme.event("Village", **village))["id"],
        ("parent_id", "single"): (await programme.event("Simple"))["id"],
    }
    [(name, value)] = change.items() if len(change) == 1 else [(None, None)]
    wanted = {name: values.get((name, value), value)} if name and not isinstance(value, list) else change
    count = "SELECT count(*) FROM event"
    before = await programme.rows.connection.fetchval(count)
    answer = await programme.bob.ask(
        "POST", "/events", {"title": "x", "organisation_id": str(programme.ours), **wanted}
    )
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert [error["pointer"] for error in answer.json().get("errors", [])] == ([pointer] if pointer else [])
    assert await programme.rows.connection.fetchval(count) == before


async def test_an_event_sent_twice_at_once_is_written_once(programme):
    body = {"title": "Une fois", "organisation_id": str(programme.ours)}
    answers = await asyncio.gather(
        *(programme.bob.ask("POST", "/events", body, Idempotency_Key="same") for _ in range(4))
    )
    assert [a.status_code for a in answers] == [201] * 4
    assert len({a.json()["event"]["id"] for a in answers}) == 1
    assert await programme.rows.connection.fetchval("SELECT count(*) FROM event") == 1


async def test_the_same_title_at_once_gets_addresses_of_its_own(programme):
    events = await asyncio.gather(*(programme.event("Chimie", sessions=[]) for _ in range(4)))
    slugs = sorted(event["slug"] for event in events)
    assert slugs[0] == "chimie"
    assert len(set(slugs)) == 4


async def test_what_the_national_feed_holds_is_told_not_doubled(programme, make):
    venue = await programme.venue()
    national = await make.event("Fusées à eau", venue_id=venue, source_name="OpenAgenda")
    written = await programme.bob.do(
        "POST",
        "/events",
        {
            "title": "Fusées a eau", "organisation_id": str(programme.ours), "edition": 2027, "venue_id": venue,
            "sessions": [{"starts_at": TEN, "ends_at": NOON}],
        },
        status=201,
    )  # fmt: skip
    [candidate] = written["may_be"]
    assert (candidate["event_id"], candidate["state"], candidate["is_in_feed"]) == (
        str(national),
        "open",
        False,
    )
    linked = await programme.alice.do("POST", f"/duplicates/{candidate['id']}/link", {"keep": str(national)})
    assert linked["kept_id"] == str(national)
    read = await programme.bob.get(f"/events/{written['event']['id']}")
    assert read["duplicate_of"] == str(national)
    assert await programme.bob.get(f"/events/{written['event']['id']}/candidates") == {"items": []}


async def test_a_holder_says_ready_and_nothing_more(programme):
    event = await programme.event()
    path = f"/events/{event['id']}"
    ready = await programme.bob.do("PATCH", path, {"publication": "ready"}, If_Match="*")
    assert ready["publication"] == "ready"
    for reserved in ({"publication": "published"}, {"project_id": str(await programme.project())}):
        answer = await programme.bob.ask("PATCH", path, reserved, If_Match="*")
        assert (answer.status_code, answer.json()["code"]) == (403, "field_reserved")
    back = await programme.bob.do("PATCH", path, {"publication": "draft"}, If_Match="*")
    assert back["publication"] == "draft"


async def test_a_co_holder_writes_an_event_of_the_project_and_a_partner_does_not(programme):
    project = await programme.project()
    body = {"title": "Chez nous", "organisation_id": str(programme.theirs), "project_id": str(project)}
    assert (await programme.zoe.ask("POST", "/events", body)).status_code == 422
    await programme.party(project, "partner", programme.theirs)
    assert (await programme.zoe.ask("POST", "/events", body)).status_code == 422
    await programme.rows.connection.execute(
        "UPDATE application_party SET role = 'co_holder' WHERE role = 'partner'"
    )
    written = await programme.zoe.do("POST", "/events", body, status=201)
    assert written["event"]["project_id"] == str(project)


@given(st.text())
def test_an_address_is_made_of_plain_words(title):
    slug = slug_of(title)
    assert 1 <= len(slug) <= 80
    assert all(
        word and word.isascii() and word.isalnum() and word == word.lower() for word in slug.split("-")
    )


# --- stands ---------------------------------------------------------------------------------------------------


async def village_of(programme):
    venue = await programme.venue()
    project = await programme.project()
    return await programme.event(
        "Village", structure="umbrella", venue_id=venue, project_id=str(project), sessions=[]
    )


async def test_a_stand_is_offered_taken_and_written_by_its_own_organisation(programme):
    village = await village_of(programme)
    offer = {"organisation_id": str(programme.theirs), "title": "Optique", "message": "Table 4"}
    offered = await programme.bob.do("POST", f"/events/{village['id']}/stands", offer, status=201)
    shape = {
        "id": offered["id"], "umbrella_id": village["id"], "umbrella_title": "Village",
        "umbrella_organisation_id": str(programme.ours), "umbrella_organisation_name": "La Marmite",
        "organisation_id": str(programme.theirs), "organisation_name": "Le Chaudron", "edition": 2027,
        "title": "Optique", "message": "Table 4", "asked_at": ANY, "settled_at": None, "outcome": None,
        "stand_id": None,
    }  # fmt: skip
    assert offered == {**shape, "allowed_actions": ["withdraw"]}
    [mail] = await programme.rows.connection.fetch(
        "SELECT payload->>'to_organisation' AS receiver, payload->>'subject' AS subject FROM outbox_message "
        "WHERE type = 'mail.requested' AND payload->'about'->>'id' = $1",
        offered["id"],
    )
    assert tuple(mail) == (str(programme.theirs), "Un stand vous est proposé : « Optique »")
    again = await programme.bob.ask("POST", f"/events/{village['id']}/stands", offer)
    assert (again.status_code, again.json()["code"]) == (409, "stand_already_offered")
    assert (await programme.zoe.get("/stand-invitations"))["items"] == [
        {**shape, "allowed_actions": ["accept", "decline"]}
    ]
    path = f"/stand-invitations/{offered['id']}"
    assert (await programme.bob.ask("POST", f"{path}/acceptance")).status_code == 404
    taken = await programme.zoe.do("POST", f"{path}/acceptance")
    stand = taken["stand_id"]
    assert (taken["outcome"], taken["allowed_actions"]) == ("accepted", [])
    read = await programme.zoe.get(f"/events/{stand}")
    assert (read["parent_id"], read["organisation_id"], read["project_id"], read["venue_id"]) == (
        village["id"], str(programme.theirs), village["project_id"], village["venue_id"],
    )  # fmt: skip
    # Theirs to write, not the village's; the village sees that it stands there.
    assert (
        await programme.bob.ask("PATCH", f"/events/{stand}", {"title": "x"}, If_Match="*")
    ).status_code == 404
    await programme.zoe.do("PATCH", f"/events/{stand}", {"title": "Optique et lasers"}, If_Match="*")
    listed = await programme.bob.get(f"/events/{village['id']}/stands")
    assert listed == {
        "items": [
            {
                "id": stand, "slug": "optique", "title": "Optique et lasers",
                "organisation_id": str(programme.theirs), "organisation_name": "Le Chaudron", "publication": "draft",
                "status": "scheduled", "session_count": 0,
            }
        ],
        "invitations": [],
        "allowed_actions": ["offer"],
    }  # fmt: skip
    assert (await programme.zoe.ask("GET", f"/events/{village['id']}/stands")).status_code == 404


async def test_a_stand_is_answered_once(programme):
    village = await village_of(programme)
    offer = {"organisation_id": str(programme.theirs), "title": "Optique"}
    offered = await programme.bob.do("POST", f"/events/{village['id']}/stands", offer, status=201)
    path = f"/stand-invitations/{offered['id']}"
    answers = await asyncio.gather(
        programme.zoe.ask("POST", f"{path}/acceptance"), programme.bob.ask("DELETE", path)
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    stands = await programme.rows.connection.fetchval(
        "SELECT count(*) FROM event WHERE parent_id IS NOT NULL"
    )
    assert stands == (answers[0].status_code == 200)


async def test_a_simple_event_has_no_stands(programme):
    event = await programme.event()
    offer = {"organisation_id": str(programme.theirs), "title": "Optique"}
    answer = await programme.bob.ask("POST", f"/events/{event['id']}/stands", offer)
    assert (answer.status_code, answer.json()["code"]) == (422, "not_an_umbrella")


# --- venues ---------------------------------------------------------------------------------------------------


async def test_a_venue_is_added_once_those_nearly_like_it_were_seen(programme):
    body = {"name": "Salle du Beffroi", "insee": "80021", "organisation_id": str(programme.ours)}
    added = await programme.bob.do("POST", "/venues", body, status=201)
    assert added == {
        "id": ANY, "name": "Salle du Beffroi", "address": None, "postal_code": None, "city": "Amiens",
        "insee": "80021", "department": "80", "latitude": ANY, "longitude": ANY, "phone": None, "email": None,
        "website": None, "access": None, "follows_a_source": False, "version": 1, "allowed_actions": ["edit"],
    }  # fmt: skip
    near = {**body, "name": "Salle du beffroi", "organisation_id": str(programme.theirs)}
    refused = await programme.zoe.ask("POST", "/venues", near)
    assert (refused.status_code, refused.json()["code"]) == (409, "venue_similar")
    assert refused.json()["similar"] == [
        {"id": added["id"], "name": "Salle du Beffroi", "address": None, "city": "Amiens"}
    ]
    other = await programme.zoe.do("POST", "/venues", {**near, "distinct_from": [added["id"]]}, status=201)
    assert other["id"] != added["id"]
    assert await programme.bob.get(f"/venues/{added['id']}") == added
    unknown = await programme.bob.ask("GET", f"/venues/{added['id'][:-4]}0000")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "venue_unknown")
    for words in ("amiens beffroi", "Beffroi, Amiens"):
        assert added in (await programme.bob.get(f"/venues?q={words}"))["items"]
    assert (await programme.bob.get("/venues?q=beffroi lens"))["items"] == []
    found = (await programme.zoe.get("/venues?q=beffroi"))["items"]
    assert [(one["id"], one["allowed_actions"]) for one in found] == [
        (added["id"], []),
        (other["id"], ["edit"]),
    ]


async def test_two_who_add_the_same_venue_at_once_make_one(programme):
    body = {"name": "Salle du Beffroi", "insee": "80021", "organisation_id": str(programme.ours)}
    answers = await asyncio.gather(*(programme.bob.ask("POST", "/venues", body) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"insee": "75056"}, 422, "venue_invalid"),
        ({"organisation_id": str(uuid4())}, 404, "organisation_unknown"),
        ({"organisation_id": None}, 404, "organisation_unknown"),
        ({"latitude": 49.9}, 422, "invalid_input"),
        ({"latitude": 91, "longitude": 2}, 422, "invalid_input"),
        ({"website": "javascript:x"}, 422, "invalid_input"),
    ],
)
async def test_a_venue_that_cannot_be_is_refused(programme, change, status, code):
    body = {"name": "Salle", "insee": "80021", "organisation_id": str(programme.ours), **change}
    answer = await programme.bob.ask("POST", "/venues", body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_a_changed_venue_is_shown_at_once_and_follows_no_source_any_more(programme, api):
    venue = await programme.venue()
    ref = "INSERT INTO venue_ref (source, external_id, venue_id, leads) VALUES ('openagenda', '1', $1::text::uuid, true)"
    await programme.rows.connection.execute(ref, venue)
    event = await programme.event(venue_id=venue)
    await programme.shown(event)
    shared = await programme.bob.ask("PATCH", f"/venues/{venue}", {"name": "Autre"}, If_Match="*")
    assert (shared.status_code, shared.json()["code"]) == (403, "venue_shared")
    changed = await programme.alice.do(
        "PATCH", f"/venues/{venue}", {"name": "La Halle", "insee": "02691"}, If_Match='"v1"'
    )
    assert (changed["name"], changed["city"], changed["follows_a_source"]) == (
        "La Halle",
        "Saint-Quentin",
        False,
    )
    shown = (await api.get(f"/api/v1/agenda/{event['slug']}")).json()["venue"]
    assert (shown["name"], shown["department"]) == ("La Halle", "02")
    stale = await programme.alice.ask("PATCH", f"/venues/{venue}", {"name": "x"}, If_Match='"v1"')
    assert stale.status_code == 412


# --- editions -------------------------------------------------------------------------------------------------


async def test_the_coordination_opens_and_changes_an_edition(programme):
    body = {"year": 2028, "theme": "Océans", "starts_on": "2028-10-06", "ends_on": "2028-10-16"}
    opened = await programme.alice.do("POST", "/editions", body, status=201)
    assert opened == {"id": ANY, **body, "mastering": "nationally", "version": 1}
    twice = await programme.alice.ask("POST", "/editions", body)
    assert (twice.status_code, twice.json()["code"]) == (409, "edition_exists")
    changed = await programme.alice.do("PATCH", "/editions/2028", {"mastering": "here"}, If_Match='"v1"')
    assert (changed["mastering"], changed["version"]) == ("here", 2)
    wrong = await programme.alice.ask("PATCH", "/editions/2028", {"ends_on": "2028-01-01"}, If_Match="*")
    assert (wrong.status_code, wrong.json()["code"]) == (422, "edition_invalid")
    stale = await programme.alice.ask("PATCH", "/editions/2028", {"theme": None}, If_Match='"v1"')
    assert stale.status_code == 412
    assert (await programme.bob.ask("POST", "/editions", body)).status_code == 403
