"""What waits for somebody: their side's alone, the soonest due first."""

from unittest.mock import ANY

PATH = "/applications/waiting"


def line(desk, kind, *, count=1, due_on=None):
    return {
        "kind": kind,
        "application_id": str(desk.id),
        "number": ANY,
        "title": "Fusées",
        "call": {"id": str(desk.call), "title": ANY, "edition": ANY},
        "organisation": {"id": str(desk.organisation), "name": "Le Vaisseau"},
        "count": count,
        "due_on": due_on,
        "since": ANY,
    }


async def told(someone):
    answer = await someone.get(PATH)
    assert (answer["next"], answer["total"]) == (None, len(answer["items"]))
    return answer["items"]


async def test_each_side_is_told_what_it_has_to_read_and_do(desk):
    await desk.open("submitted")
    for written in ("Quel budget ?", "Et la salle ?"):
        await desk.coordinator.do("POST", f"{desk.path}/messages", {"text": written}, status=201)
    assert await told(desk.holder) == [line(desk, "messages", count=2)]
    assert await told(desk.coordinator) == []
    await desk.holder.do("POST", f"{desk.path}/messages", {"text": "1 200 €"}, status=201)
    assert await told(desk.holder) == []
    assert await told(desk.coordinator) == [line(desk, "messages")]
    wanted = {"reason": "incomplete", "message": "Le plan", "due_on": "2190-05-02"}
    await desk.coordinator.do("POST", f"{desk.path}/request-changes", wanted)
    assert await told(desk.holder) == [line(desk, "change_request", due_on="2190-05-02")]
    assert await told(desk.coordinator) == [line(desk, "messages")]
    assert await told(desk.stranger) == []


async def test_who_is_asked_to_take_part_or_over_is_told_until_they_answer(desk):
    await desk.open("draft")
    other = await desk.rows.organisation("Là-bas")
    asked = desk.somebody("Zoé", organisations=[other])
    await desk.connection.execute(
        "INSERT INTO application_party (application_id, role, organisation_id, invited_by) VALUES ($1, 'partner', $2, 'x')",
        desk.id,
        other,
    )
    assert await told(asked) == [line(desk, "invitation")]
    await desk.connection.execute(
        "INSERT INTO application_transfer (application_id, to_organisation_id, asked_by) VALUES ($1, $2, 'x')",
        desk.id,
        other,
    )
    assert await told(asked) == [line(desk, "invitation"), line(desk, "transfer")]
    assert await told(desk.holder) == []
    await asked.do("POST", f"{desk.path}/transfer/refusal", {}, status=204)
    [party] = [
        one["id"] for one in (await asked.get(f"{desk.path}/parties"))["items"] if one["role"] == "partner"
    ]
    await asked.do("POST", f"{desk.path}/parties/{party}/acceptance", {})
    assert await told(asked) == []


async def test_a_discarded_draft_waits_for_nobody(desk):
    await desk.open("draft")
    await desk.coordinator.do("POST", f"{desk.path}/messages", {"text": "Besoin d'aide ?"}, status=201)
    assert await told(desk.holder) == [line(desk, "messages")]
    await desk.holder.do("DELETE", desk.path, status=204)
    assert await told(desk.holder) == []


async def test_the_number_of_statements_does_not_depend_on_how_much_waits(desk, statements):
    await desk.open("submitted")
    counts = []
    await desk.holder.get(PATH)
    for _ in range(3):
        other = await desk.rows.application(desk.call, desk.organisation, status="submitted", title="Autre")
        await desk.connection.execute(
            "INSERT INTO application_message (application_id, side, author, text) VALUES ($1, 'coordination', 'x', 'y')",
            other,
        )
        statements.clear()
        assert await told(desk.holder)
        counts.append(len(statements))
    assert counts == [counts[0]] * 3
