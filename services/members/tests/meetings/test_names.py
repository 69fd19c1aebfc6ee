"""What the association was called, on what it wrote."""

import pytest
from members_meetings import in_days, planned
from ombelle_members.elections import printing as results
from ombelle_members.meetings.attendance import printing as sheets
from ombelle_members.meetings.minutes import service as minutes

_SEAT = {"address": "1 rue Haute", "postal_code": "80000", "commune_name": "Amiens"}


@pytest.fixture
def printed(monkeypatch):
    """Return what was given to be printed."""
    given = []

    async def prints(template, values, *, made_at):
        given.append((template, values.get("sender", values.get("association"))))
        return b"%PDF"

    for module in (results, sheets, minutes):
        monkeypatch.setattr(module, "document", prints)
    return given


async def test_papers_bear_the_name_of_their_day_and_notices_the_one_of_today(people, printed):
    day = in_days(-30)
    assembly = await planned(
        people, "Atelier", facts={"held_on": str(day), "starts_at": f"{day}T12:00:00Z", "zone": "UTC"}
    )
    secretary, association = assembly.secretary, "/association-versions"
    await secretary.post(association, _SEAT | {"name": "Les Ombelles", "since": "2015-01-01"}, 201)
    await secretary.post(association, _SEAT | {"name": "Ombelle et Cie", "since": str(in_days(-10))}, 201)
    await secretary.post("/posts", {"number": 1, "renewal_group": 1, "begins_on": "2015-05-04"}, 201)
    wanted = {"meeting_id": assembly.id, "title": "Conseil", "renewal_group": 1}
    election = await secretary.post("/elections", wanted, 201)
    await secretary.post(f"{assembly.path}/convene", {"accept_short_notice": True})
    [mail] = await people.posted("mail.requested")
    assert "Ombelle et Cie" in mail["text"]
    await secretary.post(f"{assembly.path}/open")
    await secretary.post(f"{assembly.path}/close", {"at": f"{day}T13:00:00Z"})
    await secretary.post(f"{assembly.path}/minutes", None, 201)
    for path in (f"{assembly.path}/attendance-sheet", f"{assembly.path}/minutes"):
        await secretary.call("GET", f"{path}.pdf")
    await secretary.call("GET", f"/elections/{election['id']}/results.pdf")
    assert printed == [
        ("attendance", "Les Ombelles"),
        ("minutes", "Les Ombelles"),
        ("election", "Les Ombelles"),
    ]
