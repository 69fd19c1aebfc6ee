from datetime import UTC, datetime

import icalendar

SESSIONS = [
    ("2027-10-02T10:00+02:00", "2027-10-02T12:00+02:00"),
    (
        "2027-10-03T10:00+02:00",
        "2027-10-03T12:00+02:00",
        {
            "status": "cancelled",
            "status_reason": "Animateur malade",
            "status_changed_at": datetime(2027, 9, 30, tzinfo=UTC),
        },
    ),
]


async def test_an_event_answers_to_its_slug_and_its_id(api, make):
    event = await make.event("Une", slug="une")
    by_slug = await api.get("/api/v1/agenda/une")
    by_id = await api.get(f"/api/v1/agenda/{event}")
    assert by_slug.status_code == 200
    assert by_slug.content == by_id.content


async def test_never_shown_is_404_and_no_longer_shown_410(api, make):
    event = await make.event("Une", slug="une")
    await make.event("Brouillon", slug="brouillon", publication="draft")
    await make.set(event, publication="unpublished")
    for path, status, code in (
        ("une", 410, "event_withdrawn"),
        (str(event), 410, "event_withdrawn"),
        ("brouillon", 404, "event_not_found"),
        ("inconnu", 404, "event_not_found"),
        ("une.ics", 410, "event_withdrawn"),
        ("%00", 404, "not_found"),
        ("%F0%9F%8C%BC", 404, "event_not_found"),
    ):
        answer = await api.get(f"/api/v1/agenda/{path}")
        assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_the_calendar_file_holds_each_session_and_says_what_is_cancelled(api, make):
    venue = await make.venue(
        "Salle", "80021", address="1 rue", postal_code="80000", latitude=49.9, longitude=2.3
    )
    await make.event("Chimie", slug="chimie", sessions=SESSIONS, venue_id=venue)
    answer = await api.get("/api/v1/agenda/chimie.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    sessions = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert [(str(s["summary"]), str(s["status"]), s["dtstart"].dt.isoformat()) for s in sessions] == [
        ("Chimie", "CONFIRMED", "2027-10-02T08:00:00+00:00"),
        ("ANNULÉ – Chimie", "CANCELLED", "2027-10-03T08:00:00+00:00"),
    ]
    assert str(sessions[0]["location"]) == "Salle, 1 rue, 80000, Amiens"
    again = await api.get("/api/v1/agenda/chimie.ics", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


async def test_sessions_of_a_cancelled_event_are_cancelled_and_one_of_two_is_not_the_event(api, make):
    await make.event("Tout annulé", slug="tout", status="cancelled")
    await make.event("Moitié", slug="moitie", sessions=SESSIONS)
    whole = (await api.get("/api/v1/agenda/tout")).json()
    half = (await api.get("/api/v1/agenda/moitie")).json()
    assert (whole["status"], [s["status"] for s in whole["sessions"]]) == ("cancelled", ["cancelled"])
    assert (half["status"], [s["status"] for s in half["sessions"]]) == (
        "scheduled",
        ["scheduled", "cancelled"],
    )
    assert half["sessions"][1]["status_reason"] == "Animateur malade"
