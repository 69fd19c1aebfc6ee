"""Where a call's applications and its programme are, and how full the edition's days are."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from desk_rows import Desk


@pytest.fixture
async def desk(rows, clara) -> Desk:
    return await Desk.make(rows, clara)


async def _edition(desk: Desk) -> Any:
    return await desk.rows.connection.fetchrow(
        "SELECT e.id, e.year FROM edition e JOIN call l ON l.edition_id = e.id"
    )


async def test_coverage_counts_every_commune_once(desk: Desk, make):
    edition = await _edition(desk)
    await desk.add("submitted", number=1, commune_insee="80021")
    await desk.add("under_review", number=2, commune_insee="80021")
    await desk.add("submitted", number=3)  # says nowhere
    await desk.add("draft", number=4, commune_insee="59350")  # not sent: nobody else's to know
    await desk.add(
        "withdrawn", number=5, commune_insee="59350", withdrawn_at=datetime.now(UTC), withdrawal_reason="x"
    )
    venue = await make.venue("Halle", "59350")
    await make.event("Village", edition_id=edition["id"], venue_id=venue)
    await make.event("Annulé", edition_id=edition["id"], venue_id=venue, status="cancelled")
    await make.event("Brouillon", edition_id=edition["id"], venue_id=venue, publication="draft")
    await make.event("Sans édition", venue_id=venue)
    found = await desk.clara.get(f"/calls/{desk.call}/coverage")
    communes = {one["insee"]: one for one in found.pop("communes")}
    amiens, lille = communes["80021"], communes["59350"]
    assert (amiens["name"], amiens["department"], amiens["applications"], amiens["events"]) == (
        "Amiens",
        "80",
        2,
        0,
    )
    assert (lille["name"], lille["applications"], lille["events"]) == ("Lille", 0, 1)
    assert [one for one in communes.values() if one["applications"] + one["events"]] == [amiens, lille]
    total = await desk.rows.connection.fetchval("SELECT count(*) FROM commune")
    assert len(communes) == total
    assert (found["edition"], found["without_place"]) == (edition["year"], 1)
    departments = {one["code"]: one for one in found["departments"]}
    somme = await desk.rows.connection.fetchval("SELECT count(*) FROM commune WHERE department_code = '80'")
    assert departments["80"] == {
        "code": "80", "name": "Somme", "communes": somme, "communes_with_applications": 1,
        "communes_with_events": 0, "communes_without": somme - 1, "applications": 2, "events": 0,
    }  # fmt: skip
    assert departments["59"]["communes_with_events"] == 1
    assert sum(one["communes"] for one in departments.values()) == total
    epcis = {one["code"]: one for one in found["epcis"]}
    assert (epcis[amiens["epci"]]["applications"], epcis[lille["epci"]]["events"]) == (2, 1)
    narrowed = await desk.clara.get(f"/calls/{desk.call}/coverage?status=under_review")
    assert {one["insee"]: one["applications"] for one in narrowed["communes"]}["80021"] == 1


async def test_load_counts_sessions_and_seats_by_half_day_and_department(desk: Desk, make):
    edition = await _edition(desk)
    year = edition["year"]
    amiens, lille = await make.venue("Halle", "80021"), await make.venue("Gare", "59350")
    await make.event(
        "Atelier", edition_id=edition["id"], venue_id=amiens,
        sessions=[
            (f"{year}-10-01T10:00+02:00", f"{year}-10-01T12:00+02:00", {"capacity": 30}),
            (f"{year}-10-01T12:00+02:00", f"{year}-10-01T14:00+02:00"),  # both halves
            (f"{year}-10-01T09:00+02:00", f"{year}-10-01T10:00+02:00",
             {"status": "cancelled", "status_reason": "x", "status_changed_at": datetime.now(UTC)}),
        ],
    )  # fmt: skip
    await make.event(
        "Conférence", edition_id=edition["id"], venue_id=lille, publication="draft",
        sessions=[(f"{year}-10-01T18:00+02:00", f"{year}-10-01T20:00+02:00", {"capacity": 100})],
    )  # fmt: skip
    await make.event(
        "Sans lieu", edition_id=edition["id"],
        sessions=[(f"{year}-10-11T18:00+02:00", f"{year}-10-11T20:00+02:00")],
    )  # fmt: skip
    await make.event("Ailleurs", sessions=[(f"{year}-10-01T10:00+02:00", f"{year}-10-01T12:00+02:00")])
    await desk.add(
        "submitted", number=1, created_at=datetime(2026, 11, 1, 10, tzinfo=UTC),
        submitted_at=datetime(2026, 11, 2, 23, 30, tzinfo=UTC),  # the third in Paris
    )  # fmt: skip
    await desk.add("draft", number=2, created_at=datetime(2026, 11, 1, 12, tzinfo=UTC))
    await desk.add("discarded", number=3, created_at=datetime(2026, 11, 1, 12, tzinfo=UTC))
    found = await desk.clara.get(f"/editions/{year}/load")
    days = {one["day"]: one["halves"] for one in found.pop("days")}
    assert list(days) == [f"{year}-10-{day:02}" for day in range(1, 12)]

    def load(department: str | None, sessions: int, seats: int, without_seats: int) -> dict[str, Any]:
        return {
            "department": department,
            "sessions": sessions,
            "seats": seats,
            "without_seats": without_seats,
        }

    empty = {"sessions": 0, "seats": 0, "without_seats": 0, "departments": []}
    assert days[f"{year}-10-01"] == [
        {"half": "morning", "sessions": 2, "seats": 30, "without_seats": 1, "departments": [load("80", 2, 30, 1)]},
        {
            "half": "afternoon", "sessions": 2, "seats": 100, "without_seats": 1,
            "departments": [load("59", 1, 100, 0), load("80", 1, 0, 1)],
        },
    ]  # fmt: skip
    assert days[f"{year}-10-02"] == [{"half": "morning", **empty}, {"half": "afternoon", **empty}]
    assert days[f"{year}-10-11"][1]["departments"] == [load(None, 1, 0, 1)]
    assert found == {
        "year": year,
        "starts_on": f"{year}-10-01",
        "ends_on": f"{year}-10-11",
        "calls": [
            {
                "id": str(desk.call),
                "title": "Appel",
                "opens_at": "2026-01-01T00:00:00+00:00",
                "closes_at": "2098-01-01T00:00:00+00:00",
                "days": [
                    {"day": "2026-11-01", "begun": 2, "sent": 0},
                    {"day": "2026-11-03", "begun": 0, "sent": 1},
                ],
            }
        ],
    }


async def test_what_there_is_not_is_not_found(desk: Desk):
    assert (await desk.clara.ask("GET", "/editions/1991/load")).json()["code"] == "edition_unknown"
    assert (await desk.clara.ask("GET", f"/calls/{UUID(int=7)}/coverage")).json()["code"] == "call_unknown"
