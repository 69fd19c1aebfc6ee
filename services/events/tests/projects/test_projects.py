"""Projects: opened by a label, confirmed, cancelled."""

import asyncio
from unittest.mock import ANY

import icalendar
import pytest
from programme_desk import LINK


def summary(programme, project, **values):
    return {
        "id": str(project), "application_id": ANY, "number": ANY, "edition": 2027,
        "organisation_id": str(programme.ours), "organisation_name": "La Marmite", "title": "Fusées à eau",
        "lifecycle": "awaiting_confirmation", "confirmed_at": None, "cancelled_at": None, "cancelled_reason": None,
        "amount_granted_cents": None, "event_count": 0, "ready_count": 0, "published_count": 0, "in_feed_count": 0,
        "reminded_at": None, "version": 1, "allowed_actions": ["edit", "confirm", "cancel", "add_event"], **values,
    }  # fmt: skip


async def test_a_holder_lists_and_reads_a_project_with_its_roles(programme):
    project = await programme.project(confirmed=False)
    await programme.project("Ailleurs", organisation=programme.theirs)
    await programme.party(project, "partner", programme.theirs)
    await programme.rows.connection.execute(
        "UPDATE project SET amount_granted_cents = 50000 WHERE id = $1", project
    )
    listed = await programme.bob.get("/projects")
    mine = summary(programme, project, amount_granted_cents=50_000)
    assert listed == {"items": [mine], "next": None, "total": 1}
    parties = [
        {"role": "lead", "role_label": "Chef de file", "organisation_id": str(programme.ours), "name": "La Marmite",
         "may_edit": True, "accepted_at": ANY},
        {"role": "partner", "role_label": "Partenaire", "organisation_id": str(programme.theirs),
         "name": "Le Chaudron", "may_edit": False, "accepted_at": ANY},
    ]  # fmt: skip
    whole = {
        **mine, "mastering": "here", "contact_name": "Ada Contact", "contact_email": "contact@marmite.example",
        "created_at": ANY, "updated_at": ANY, "parties": parties, "events": [], "reminders": [],
    }  # fmt: skip
    assert await programme.bob.get(f"/projects/{project}") == whole
    # A partner reads it, without what is between the holder and the coordination.
    partner = {
        **whole,
        "amount_granted_cents": None,
        "contact_name": None,
        "contact_email": None,
        "allowed_actions": [],
    }
    assert await programme.zoe.get(f"/projects/{project}") == partner
    assert (await programme.zoe.get("/projects"))["total"] == 2
    assert (await programme.alice.get("/projects?q=fusees"))["total"] == 1


@pytest.mark.parametrize("role", ["partner", "provider", "co_holder"])
async def test_who_only_reads_a_project_changes_nothing(programme, role):
    project = await programme.project(confirmed=False)
    await programme.party(project, role, programme.theirs)
    asked = [
        await programme.zoe.ask("PATCH", f"/projects/{project}", {"title": "x"}, If_Match="*"),
        await programme.zoe.ask("POST", f"/projects/{project}/confirm"),
        await programme.zoe.ask("POST", f"/projects/{project}/cancel", {"reason": "Non"}),
    ]
    assert [(one.status_code, one.json()["code"]) for one in asked] == [
        (409, "project_action_impossible")
    ] * 3
    assert (
        await programme.rows.connection.fetchval("SELECT lifecycle FROM project") == "awaiting_confirmation"
    )


async def test_a_co_holder_who_may_edit_does(programme):
    project = await programme.project(confirmed=False)
    await programme.party(project, "co_holder", programme.theirs, may_edit=True)
    confirmed = await programme.zoe.do("POST", f"/projects/{project}/confirm")
    assert (confirmed["lifecycle"], confirmed["confirmed_at"]) == ("active", ANY)


async def test_a_project_of_others_is_not_found(programme):
    project = await programme.project()
    asked = [
        await programme.zoe.ask("GET", f"/projects/{project}"),
        await programme.zoe.ask("GET", f"/projects/{project}/national-sheet"),
        await programme.zoe.ask("PATCH", f"/projects/{project}", {"title": "x"}, If_Match="*"),
        await programme.zoe.ask("POST", f"/projects/{project}/confirm"),
        await programme.zoe.ask("POST", f"/projects/{project}/cancel", {"reason": "Non"}),
    ]
    assert [one.status_code for one in asked] == [404] * 5


async def test_confirming_twice_at_once_is_done_once(programme):
    project = await programme.project(confirmed=False)
    answers = await asyncio.gather(
        *(programme.bob.ask("POST", f"/projects/{project}/confirm") for _ in range(3))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    assert [one["event"] for one in await programme.posted("webhook.told")] == ["project.confirmed"]


async def test_a_contact_is_changed_on_a_version(programme):
    project = await programme.project()
    body = {"contact_email": "nouvelle@marmite.example"}
    changed = await programme.bob.do("PATCH", f"/projects/{project}", body, If_Match='"v1"')
    assert (changed["contact_email"], changed["version"]) == ("nouvelle@marmite.example", 2)
    stale = await programme.bob.ask("PATCH", f"/projects/{project}", {"contact_name": "x"}, If_Match='"v1"')
    assert (stale.status_code, stale.json()["yours"]) == (412, {"contact_name": "x"})
    wrong = await programme.bob.ask(
        "PATCH", f"/projects/{project}", {"contact_email": "pas une"}, If_Match="*"
    )
    assert wrong.status_code == 422


async def test_a_cancelled_project_is_cancelled_everywhere_and_told_to_all(programme, api):
    project = await programme.project()
    await programme.party(project, "partner", programme.theirs)
    event = await programme.event(project_id=str(project), description="De l'eau")
    await programme.shown(event)
    silent = await programme.bob.ask("POST", f"/projects/{project}/cancel", {})
    assert (silent.status_code, silent.json()["errors"][0]["pointer"]) == (422, "/body/reason")
    body = {"reason": "La salle a brûlé."}
    answers = [
        await programme.bob.ask("POST", f"/projects/{project}/cancel", body, Idempotency_Key="k")
        for _ in range(2)
    ]
    assert [one.status_code for one in answers] == [200, 200]
    cancelled = answers[0].json()
    assert (cancelled["lifecycle"], cancelled["cancelled_reason"], cancelled["allowed_actions"]) == (
        "cancelled", "La salle a brûlé.", [],
    )  # fmt: skip
    assert [(one["status"], one["publication"]) for one in cancelled["events"]] == [
        ("cancelled", "published")
    ]
    shown = (await api.get(f"/api/v1/agenda/{event['slug']}")).json()
    assert (shown["status"], shown["status_reason"], shown["sessions"][0]["status"]) == (
        "cancelled", "La salle a brûlé.", "cancelled",
    )  # fmt: skip
    calendar = icalendar.Calendar.from_ical((await api.get(f"/api/v1/agenda/{event['slug']}.ics")).content)
    assert [str(one["status"]) for one in calendar.walk("VEVENT")] == ["CANCELLED"]
    mails = await programme.posted("mail.requested")
    assert sorted(one["to"] for one in mails) == ["contact@marmite.example", "fds@agence.example"]
    assert all("La salle a brûlé." in one["text"] and f"{LINK}{project}" in one["text"] for one in mails)
    told = await programme.posted("webhook.told")
    assert {one["organisation_id"] for one in told if one["event"] == "project.cancelled"} == {
        str(programme.ours), str(programme.theirs),
    }  # fmt: skip
    refused = await programme.bob.ask(
        "POST", "/events", {"title": "x", "organisation_id": str(programme.ours), "project_id": str(project)}
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "project_cancelled")


async def test_postgresql_holds_what_a_project_is(programme, connection):
    application = await programme.rows.application(programme.call, programme.ours)
    insert = "INSERT INTO project (application_id, edition_id, organisation_id, title) VALUES ($1, $2, $3, 'Non labellisé')"
    with pytest.raises(Exception, match="fk_project_labelled_application"):
        await connection.execute(insert, application, programme.edition, programme.ours)
    project = await programme.project()
    with pytest.raises(Exception, match="cancelled_says_why_when_and_by_whom"):
        await connection.execute("UPDATE project SET lifecycle = 'cancelled' WHERE id = $1", project)
