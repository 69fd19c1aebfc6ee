"""The hours that minutes tell: those of the meeting's day, whenever they are noted."""

import re

import pytest
from members_meetings import convened, in_days, opened

DAY = in_days(-40)
FACTS = {"held_on": str(DAY), "starts_at": f"{DAY}T12:00:00Z", "zone": "UTC"}


def at(clock):
    """Return a moment of the day of the meeting."""
    return f"{DAY}T{clock}:00Z"


async def test_a_sitting_that_is_entered_afterwards_has_the_hours_of_its_day(people):
    assembly = await opened(people, "Atelier", "Brasserie", "Cinéma", facts=FACTS)
    arrivals, departures = f"{assembly.path}/arrivals", f"{assembly.path}/departures"
    ids = assembly.ids
    await assembly.secretary.post(arrivals, {"roll_id": ids["Atelier"], "at": at("12:20")}, 204)
    await assembly.seat("Brasserie").post("/arrival", {}, 204)
    await assembly.secretary.post(arrivals, {"roll_id": ids["Cinéma"], "mode": "online"}, 204)
    await assembly.secretary.post(departures, {"roll_id": ids["Atelier"], "at": at("13:05")}, 204)
    # Where it is held the night after is still of the day.
    await assembly.secretary.post(
        departures, {"roll_id": ids["Cinéma"], "at": f"{in_days(-39)}T00:30:00Z"}, 204
    )
    early = await assembly.secretary.post(f"{assembly.path}/close", {"at": at("17:00")}, 422)
    assert early["errors"][0]["code"] == "before_the_end"
    closed = await assembly.secretary.post(f"{assembly.path}/close", {"at": f"{in_days(-39)}T00:40:00Z"})
    assert (closed["opened_at"], closed["closed_at"]) == (at("12:00"), f"{in_days(-39)}T00:40:00Z")
    lines = (await assembly.secretary.post(f"{assembly.path}/minutes", None, 201))["text"].splitlines()
    assert [line for line in lines if re.search(r"\d h", line)] == [
        "La séance est ouverte à 12 h.",
        "— Atelier, collège A (12 h 20 – 13 h 05)",
        "— Brasserie, collège B (12 h – 0 h 40)",
        "— Cinéma, collège C (12 h – 0 h 30, à distance)",
        "La séance est levée à 0 h 40.",
    ]
    sheet = await assembly.secretary.call("GET", f"{assembly.path}/attendance-sheet.pdf")
    assert sheet.content.startswith(b"%PDF"), sheet.text


@pytest.mark.parametrize(
    ("path", "given", "code"),
    [
        ("arrivals", str(in_days(-39)) + "T12:00:00Z", "other_day"),
        ("arrivals", str(in_days(1)) + "T12:00:00Z", "other_day"),
        ("arrivals", at("12:30"), "there_already"),
        ("departures", at("12:10"), "before_the_arrival"),
        ("departures", None, "before_the_arrival"),  # the hour at which the meeting began
        ("close", None, "before_the_end"),
    ],
)
async def test_an_hour_that_cannot_be_is_refused(people, path, given, code):
    """Atelier came at 12:15 and left at 13:00, Brasserie came at 12:10."""
    assembly = await opened(people, "Atelier", "Brasserie", facts=FACTS)
    atelier, brasserie = ({"roll_id": assembly.ids[name]} for name in ("Atelier", "Brasserie"))
    await assembly.secretary.post(f"{assembly.path}/arrivals", atelier | {"at": at("12:15")}, 204)
    await assembly.secretary.post(f"{assembly.path}/departures", atelier | {"at": at("13:00")}, 204)
    await assembly.secretary.post(f"{assembly.path}/arrivals", brasserie | {"at": at("12:10")}, 204)
    body = {"close": {}, "arrivals": atelier, "departures": brasserie}[path] | {"at": given}
    refused = await assembly.secretary.post(f"{assembly.path}/{path}", body, 422)
    assert [(one["pointer"], one["code"]) for one in refused["errors"]] == [("/body/at", code)]


async def test_without_an_hour_to_begin_with_one_is_asked_for(people):
    assembly = await convened(people, "Atelier", facts={"held_on": str(DAY)})
    asked = await assembly.secretary.post(f"{assembly.path}/open", None, 422)
    assert [(one["pointer"], one["code"]) for one in asked["errors"]] == [("/body/at", "missing")]
    given = await assembly.secretary.post(f"{assembly.path}/open", {"at": f"{DAY}T18:00:00Z"})
    assert given["opened_at"] == f"{DAY}T18:00:00Z"


async def test_today_the_clock_notes_and_an_hour_to_come_is_refused(people):
    assembly = await opened(people, "Atelier")
    roll = {"roll_id": assembly.ids["Atelier"]}
    later = await people.connection.fetchval(
        "SELECT to_char(now() AT TIME ZONE 'UTC' + interval '5 minutes', 'YYYY-MM-DD\"T\"HH24:MI:SSZ')"
    )
    refused = await assembly.secretary.post(f"{assembly.path}/arrivals", roll | {"at": later}, 422)
    assert refused["errors"][0]["code"] == "to_come"
    await assembly.secretary.post(f"{assembly.path}/arrivals", roll, 204)
    noted = await people.connection.fetchval(
        "SELECT lower(span) BETWEEN now() - interval '1 minute' AND now() FROM attendance"
    )
    assert noted is True
    with pytest.raises(Exception, match="attendance on another day"):
        await people.connection.execute(
            "UPDATE attendance SET span = tstzrange(lower(span) - interval '3 days', NULL)"
        )
