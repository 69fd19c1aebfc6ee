"""Sessions written here: their times, their clashes, what becomes of them once they are announced."""

import asyncio
from unittest.mock import ANY
from uuid import uuid4

import icalendar
import pytest
from programme_desk import NOON, TEN

LATER = {"starts_at": "2027-10-03T10:00:00+02:00", "ends_at": "2027-10-03T12:00:00+02:00"}


async def test_a_session_is_added_read_and_kept_from_syncs(programme):
    venue = await programme.venue()
    event = await programme.event(venue_id=venue, sessions=[])
    body = {
        "starts_at": TEN,
        "ends_at": NOON,
        "venue_id": venue,
        "capacity": 30,
        "animators": ["Ada Lovelace"],
    }
    written = await programme.bob.do("POST", f"/events/{event['id']}/sessions", body, status=201)
    session = {
        "id": ANY, "event_id": event["id"], "starts_at": "2027-10-02T08:00:00Z", "ends_at": "2027-10-02T10:00:00Z",
        "timezone": "Europe/Paris", "venue_id": None, "venue_name": None, "venue_city": None, "status": "scheduled",
        "status_reason": None, "status_changed_at": None, "previous_starts_at": None, "previous_ends_at": None,
        "audience": None, "capacity": 30, "animators": ["Ada Lovelace"], "version": 1, "pending": None,
        "allowed_actions": ["edit", "cancel", "postpone", "reschedule", "move_online", "remove"],
    }  # fmt: skip
    assert written == {"session": session, "proposal": None, "warnings": [], "event_version": 2}
    assert await programme.bob.get(f"/events/{event['id']}/sessions") == {"items": [session]}
    assert (await programme.bob.get(f"/events/{event['id']}"))["provenance"] == {"sessions": "here"}


@pytest.mark.parametrize(
    ("body", "status", "code", "pointer"),
    [
        ({"starts_at": NOON, "ends_at": TEN}, 422, "event_invalid", "/body/ends_at"),
        ({"starts_at": TEN, "ends_at": "2027-10-03T10:00:01+02:00"}, 422, "event_invalid", "/body/ends_at"),
        (
            {"starts_at": TEN, "ends_at": NOON, "venue_id": str(uuid4())},
            422,
            "event_invalid",
            "/body/venue_id",
        ),
        ({"starts_at": "2027-10-02T10:00:00", "ends_at": NOON}, 422, "invalid_input", "/body/starts_at"),
        (
            {"starts_at": "0001-01-01T00:00:00+14:00", "ends_at": NOON},
            422,
            "invalid_input",
            "/body/starts_at",
        ),
        ({"starts_at": TEN, "ends_at": NOON, "timezone": "../etc"}, 422, "invalid_input", "/body/timezone"),
        ({"starts_at": TEN, "ends_at": NOON, "capacity": 0}, 422, "invalid_input", "/body/capacity"),
        (
            {"starts_at": "2027-10-02T11:00:00+02:00", "ends_at": NOON},
            409,
            "sessions_overlap",
            "/body/starts_at",
        ),
    ],
)
async def test_what_cannot_be_is_refused_where_it_stands(programme, body, status, code, pointer):
    event = await programme.event()
    answer = await programme.bob.ask("POST", f"/events/{event['id']}/sessions", body)
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert len((await programme.bob.get(f"/events/{event['id']}/sessions"))["items"]) == 1


async def test_of_two_overlapping_sessions_at_once_one_is_written(programme):
    event = await programme.event(sessions=[])
    bodies = [{"starts_at": TEN, "ends_at": f"2027-10-02T1{n}:30:00+02:00"} for n in range(1, 7)]
    answers = await asyncio.gather(
        *(programme.bob.ask("POST", f"/events/{event['id']}/sessions", body) for body in bodies)
    )
    assert sorted(answer.status_code for answer in answers) == [201, *[409] * 5]


async def test_postgresql_holds_that_sessions_of_an_event_do_not_overlap_at_a_venue(programme, connection):
    event, venue = await programme.event(), await programme.venue()
    insert = (
        "INSERT INTO event_session (event_id, starts_at, ends_at, venue_id, is_written_here, status, status_reason, "
        "status_changed_at) SELECT $1::text::uuid, '2027-10-02T11:00+02', '2027-10-02T13:00+02', $2::text::uuid, $3, $4, "
        "CASE WHEN $4 = 'cancelled' THEN 'x' END, CASE WHEN $4 = 'cancelled' THEN now() END"
    )
    with pytest.raises(Exception, match="ex_event_session_no_overlap"):
        await connection.execute(insert, event["id"], None, True, "scheduled")
    await connection.execute(insert, event["id"], None, True, "cancelled")
    await connection.execute(insert, event["id"], venue, True, "scheduled")
    with pytest.raises(Exception, match="cancelled_says_why_and_when"):
        await connection.execute("UPDATE event_session SET status = 'cancelled'")


async def test_a_cancelled_session_is_shown_in_every_channel_and_told(programme, api):
    project = await programme.project()
    event = await programme.event(project_id=str(project), description="De l'eau", sessions=[
        {"starts_at": TEN, "ends_at": NOON}, LATER])  # fmt: skip
    await programme.shown(event)
    noted = "SELECT transaction FROM agenda_change WHERE slug = $1 AND NOT deleted"
    before = await programme.rows.connection.fetchval(noted, event["slug"])
    first = (await programme.bob.get(f"/events/{event['id']}/sessions"))["items"][0]
    done = await programme.bob.do("POST", f"/sessions/{first['id']}/cancel", {"reason": "Il pleut"})
    assert done["session"] == {
        **first, "status": "cancelled", "status_reason": "Il pleut", "status_changed_at": ANY, "version": 2,
        "allowed_actions": ["edit", "reschedule", "reinstate"],
    }  # fmt: skip
    shown = (await api.get(f"/api/v1/agenda/{event['slug']}")).json()
    assert [(s["status"], s["status_reason"]) for s in shown["sessions"]] == [
        ("cancelled", "Il pleut"),
        ("scheduled", None),
    ]
    calendar = icalendar.Calendar.from_ical((await api.get(f"/api/v1/agenda/{event['slug']}.ics")).content)
    assert [str(one["status"]) for one in calendar.walk("VEVENT")] == ["CANCELLED", "CONFIRMED"]
    assert await programme.rows.connection.fetchval(noted, event["slug"]) > before
    # The holder cancels: the coordination is written to, and the holder's programs are told.
    [mail] = await programme.posted("mail.requested")
    assert (mail["to"], mail["template"]) == ("fds@agence.example", "session_changed")
    assert "La séance du samedi 2 octobre 2027 à 10:00 est annulée." in mail["text"]
    assert "Il pleut" in mail["text"]
    told = [one for one in await programme.posted("webhook.told") if one["event"].startswith("session.")]
    assert [(one["event"], one["organisation_id"], one["data"]["status"]) for one in told] == [
        ("session.cancelled", str(programme.ours), "cancelled")
    ]


async def test_the_coordination_reschedules_and_the_holder_is_told_when_it_was(programme, api):
    project = await programme.project()
    event = await programme.event(project_id=str(project), description="De l'eau")
    await programme.shown(event)
    session = await programme.session_of(event)
    body = {**LATER, "reason": "Salle prise"}
    moved = (await programme.alice.do("POST", f"/sessions/{session['id']}/reschedule", body))["session"]
    assert (moved["status"], moved["previous_starts_at"], moved["previous_ends_at"]) == (
        "rescheduled", session["starts_at"], session["ends_at"],
    )  # fmt: skip
    shown = (await api.get(f"/api/v1/agenda/{event['slug']}")).json()["sessions"][0]
    assert (shown["starts_at"], shown["previous_starts_at"]) == (LATER["starts_at"], TEN)
    [mail] = await programme.posted("mail.requested")
    assert mail["to"] == "contact@marmite.example"
    assert "du samedi 2 octobre 2027 à 10:00 est déplacée au dimanche 3 octobre 2027 à 10:00." in mail["text"]
    back = {"starts_at": TEN, "ends_at": NOON, "reason": "Salle rendue"}
    again = (await programme.alice.do("POST", f"/sessions/{session['id']}/reschedule", back))["session"]
    assert (again["status"], again["previous_starts_at"], again["status_reason"]) == ("scheduled", None, None)


async def test_a_session_is_postponed_moved_online_and_takes_place_after_all(programme):
    event = await programme.event()
    session = await programme.session_of(event)
    path = f"/sessions/{session['id']}"
    statuses = []
    for action, body in (
        ("postpone", {"reason": "Grève"}),
        ("move-online", {"reason": "Grève", "online_access_url": "https://visio.example/1"}),
        ("reinstate", None),
    ):
        statuses.append((await programme.bob.do("POST", f"{path}/{action}", body))["session"]["status"])
    assert statuses == ["postponed", "moved_online", "scheduled"]
    read = await programme.bob.get(f"/events/{event['id']}")
    assert (read["attendance_mode"], read["online_access_url"]) == ("mixed", "https://visio.example/1")
    impossible = await programme.bob.ask("POST", f"{path}/reinstate")
    assert (impossible.status_code, impossible.json()["code"]) == (409, "session_action_impossible")
    silent = await programme.bob.ask("POST", f"{path}/cancel", {"reason": " "})
    assert (silent.status_code, silent.json()["errors"][0]["pointer"]) == (422, "/body/reason")


async def test_a_cancellation_sent_twice_is_done_once(programme):
    project = await programme.project()
    event = await programme.event(project_id=str(project), description="De l'eau")
    await programme.shown(event)
    session = await programme.session_of(event)
    path = f"/sessions/{session['id']}/cancel"
    answers = await asyncio.gather(
        *(programme.bob.ask("POST", path, {"reason": "Vent"}, Idempotency_Key="k") for _ in range(2))
    )
    assert [a.status_code for a in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert len(await programme.posted("mail.requested")) == 1


async def test_what_is_published_is_cancelled_not_deleted(programme):
    event = await programme.event()
    session = await programme.session_of(event)
    await programme.shown(event)
    refused = await programme.bob.ask("DELETE", f"/sessions/{session['id']}")
    assert (refused.status_code, refused.json()["code"]) == (409, "session_announced")
    await programme.shown(event, "draft")
    await programme.bob.do("DELETE", f"/sessions/{session['id']}", status=204)
    assert await programme.bob.get(f"/events/{event['id']}/sessions") == {"items": []}


async def test_sessions_of_others_are_not_found(programme):
    event = await programme.event()
    session = await programme.session_of(event)
    asked = [
        await programme.zoe.ask("GET", f"/events/{event['id']}/sessions"),
        await programme.zoe.ask("GET", f"/events/{event['id']}/clashes"),
        await programme.zoe.ask("POST", f"/events/{event['id']}/sessions", LATER),
        await programme.zoe.ask("PATCH", f"/sessions/{session['id']}", {"capacity": 1}, If_Match="*"),
        await programme.zoe.ask("DELETE", f"/sessions/{session['id']}"),
        await programme.zoe.ask("POST", f"/sessions/{session['id']}/cancel", {"reason": "Non"}),
    ]
    assert [answer.status_code for answer in asked] == [404] * 6
    assert await programme.session_of(event) == session


async def test_a_stale_edit_of_a_session_is_told_both(programme):
    event = await programme.event()
    session = await programme.session_of(event)
    path = f"/sessions/{session['id']}"
    first = await programme.bob.do("PATCH", path, {"capacity": 12}, If_Match='"v1"')
    assert (first["session"]["capacity"], first["session"]["version"]) == (12, 2)
    late = await programme.bob.ask("PATCH", path, {"capacity": 40}, If_Match='"v1"')
    assert (late.status_code, late.json()["code"], late.json()["yours"]) == (
        412,
        "changed_meanwhile",
        {"capacity": 40},
    )
    assert late.json()["current"]["capacity"] == 12
    unsaid = await programme.bob.ask("PATCH", path, {"capacity": 40})
    assert unsaid.status_code == 428


async def test_clashes_of_venue_and_person_are_warned_of_but_not_others_drafts(programme):
    venue = await programme.venue()
    same = {"starts_at": "2027-10-02T11:00:00+02:00", "ends_at": "2027-10-02T13:00:00+02:00"}
    hidden = await programme.event(
        "Cristaux", by=programme.zoe, organisation_id=str(programme.theirs), venue_id=venue,
        sessions=[{**same, "animators": ["Marie  Curie"]}],
    )  # fmt: skip
    mine = await programme.event(venue_id=venue, sessions=[])
    body = {"starts_at": TEN, "ends_at": NOON, "animators": ["marie  curie"]}
    quiet = await programme.bob.do("POST", f"/events/{mine['id']}/sessions", body, status=201)
    assert quiet["warnings"] == []
    await programme.shown(hidden)
    found = (await programme.bob.get(f"/events/{mine['id']}/clashes"))["items"]
    other = {
        "session_id": quiet["session"]["id"], "event_id": hidden["id"], "event_slug": "cristaux",
        "event_title": "Cristaux", "other_session_id": ANY, "starts_at": "2027-10-02T09:00:00Z",
        "ends_at": "2027-10-02T11:00:00Z",
    }  # fmt: skip
    assert found == [
        {**other, "kind": "person", "subject": "marie  curie"},
        {**other, "kind": "venue", "subject": "Le Beffroi"},
    ]
    assert (await programme.alice.get(f"/events/{hidden['id']}/clashes"))["items"] != []


async def test_stands_of_a_village_share_its_place(programme):
    venue = await programme.venue()
    village = await programme.event(
        "Village", structure="umbrella", activity_type="science_village", venue_id=venue
    )
    stands = [
        await programme.event(title, parent_id=village["id"], venue_id=venue)
        for title in ("Optique", "Magnétisme")
    ]
    assert (await programme.bob.get(f"/events/{stands[0]['id']}/clashes"))["items"] == []
