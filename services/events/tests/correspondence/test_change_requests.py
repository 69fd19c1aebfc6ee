"""Changes asked for, and answered."""

import asyncio
from datetime import date, timedelta
from unittest.mock import ANY

import pytest

LATER = (date.today() + timedelta(days=20)).isoformat()  # noqa: DTZ011 - days from now, whichever
WANTED = {"reason": "incomplete", "message": "Le budget manque.", "field_ids": ["resume"], "due_on": LATER}


async def asked(desk, **changes):
    return await desk.coordinator.do("POST", f"{desk.path}/request-changes", WANTED | changes)


def shown(**changes):
    return {
        "id": ANY,
        "reason": "incomplete",
        "message": "Le budget manque.",
        "fields": [{"id": "resume", "label": "Résumé"}],
        "due_on": LATER,
        "asked_at": ANY,
        "answer": None,
        "answered_at": None,
        "is_open": True,
        "allowed_actions": ["answer"],
        **changes,
    }


@pytest.mark.parametrize("status", ["submitted", "under_review"])
async def test_what_is_asked_for_is_mended_sent_again_and_goes_back(desk, status):
    await desk.open(status)
    given_back = await asked(desk)
    assert (given_back["status"], given_back["version"]) == ("changes_requested", 2)
    path = f"{desk.path}/change-requests"
    assert await desk.holder.get(path) == {"items": [shown()], "next": None}
    assert (await desk.coordinator.get(path))["items"] == [shown(allowed_actions=["put_off"])]
    saved = await desk.holder.do(
        "PATCH", desk.path, {"answers": {"resume": "Mieux"}}, if_match=f'"v{given_back["version"]}"'
    )
    assert saved["answers"]["resume"] == "Mieux"
    back = await desk.holder.do("POST", f"{desk.path}/resubmit", {"answer": "Voilà."})
    assert back["status"] == status
    [answered] = (await desk.coordinator.get(path))["items"]
    assert answered == shown(answer="Voilà.", answered_at=ANY, is_open=False, allowed_actions=[])
    assert answered["answered_at"] is not None
    assert await desk.audited() == ["changes_requested", ANY, "application_resubmitted"]
    history = (await desk.holder.get(f"{desk.path}/history"))["items"]
    assert [(one["action"], one["reason"]) for one in history if one["action"] != "edited"] == [
        ("resubmitted", "Voilà."),
        ("changes_requested", "Le budget manque."),
    ]


async def test_both_sides_are_told(desk):
    await desk.open("submitted")
    await asked(desk)
    await desk.holder.do("POST", f"{desk.path}/resubmit", {"answer": "Voilà."})
    to_holder, to_coordination = await desk.told("mail.requested")
    assert (to_holder["to"], to_holder["template"]) == ("ada@vaisseau.example", "changes_requested")
    assert "Le budget manque." in to_holder["text"]
    assert "Résumé" in to_holder["text"]
    assert (to_coordination["to"], to_coordination["template"]) == ("fete@agence.example", "changes_answered")
    assert "Voilà." in to_coordination["text"]
    first, second = await desk.told("webhook.told")
    assert (first["event"], first["subject"], first["data"]) == (
        "application.changes_requested",
        {"kind": "application", "id": str(desk.id)},
        {
            "number": ANY,
            "call_id": str(desk.call),
            "change_request_id": ANY,
            "reason": "incomplete",
            "field_ids": ["resume"],
            "due_on": LATER,
        },
    )
    assert second["event"] == "application.resubmitted"


async def test_the_team_s_own_words_are_sent(desk):
    await desk.open("submitted")
    await desk.connection.execute(
        "INSERT INTO text_template (call_id, kind, key, subject, body, updated_by) VALUES ($1, 'mail', 'changes_requested', "
        "'À revoir : {{ title }}', 'Bonjour, {{ message }}', 'x') ON CONFLICT (call_id, kind, key) "
        "DO UPDATE SET subject = excluded.subject, body = excluded.body",
        desk.call,
    )
    await asked(desk)
    [mail] = await desk.told("mail.requested")
    assert mail["subject"] == "À revoir : Fusées"


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"reason": "other"}, "/body/reason"),
        ({"message": " "}, "/body/message"),
        ({"field_ids": ["resume", "unknown"]}, "/body/field_ids/1"),
        ({"field_ids": ["resume", "resume"]}, "/body/field_ids"),
        ({"due_on": "2020-01-01"}, "/body/due_on"),
        ({"due_on": "tomorrow"}, "/body/due_on"),
        ({"more": 1}, "/body/more"),
    ],
)
async def test_what_is_wrong_is_said_where(desk, changes, pointer):
    await desk.open("submitted")
    refused = await desk.coordinator.ask("POST", f"{desk.path}/request-changes", WANTED | changes)
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, pointer)
    assert (await desk.holder.get(desk.path))["status"] == "submitted"


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
async def test_only_what_was_sent_is_given_back(desk, status):
    values = {"withdrawn_at": "now()"} if status == "withdrawn" else {}
    await desk.open("draft")
    if values:
        await desk.connection.execute(
            "UPDATE application SET status = 'submitted', submitted_at = now(), submitted_by = 'x'"
        )
        await desk.connection.execute(
            "UPDATE application SET status = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'x'"
        )
    refused = await desk.coordinator.ask("POST", f"{desk.path}/request-changes", WANTED)
    assert (refused.status_code, refused.json()["code"]) == (409, "action_impossible")


async def test_who_may(desk):
    await desk.open("submitted")
    reviewer = await desk.reviewer()
    for by, status in ((desk.holder, 403), (reviewer, 403), (desk.stranger, 404)):
        assert (await by.ask("POST", f"{desk.path}/request-changes", WANTED)).status_code == status
    await asked(desk)
    [request] = (await desk.holder.get(f"{desk.path}/change-requests"))["items"]
    for by, status in ((desk.coordinator, 403), (reviewer, 403), (desk.stranger, 404)):
        assert (await by.ask("POST", f"{desk.path}/resubmit", {})).status_code == status
    for by, status in ((desk.holder, 403), (reviewer, 403), (desk.stranger, 404)):
        answer = await by.ask("PATCH", f"{desk.path}/change-requests/{request['id']}", {"due_on": None})
        assert answer.status_code == status
    assert (await desk.holder.get(desk.path))["status"] == "changes_requested"


async def test_two_who_ask_or_answer_at_once_do_it_once(desk):
    await desk.open("submitted")
    another = desk.somebody("Claire", "coordinator")
    answers = await asyncio.gather(
        *(by.ask("POST", f"{desk.path}/request-changes", WANTED) for by in (desk.coordinator, another))
    )
    assert sorted(one.status_code for one in answers) == [200, 409]
    assert len((await desk.holder.get(f"{desk.path}/change-requests"))["items"]) == 1
    answers = await asyncio.gather(*(desk.holder.ask("POST", f"{desk.path}/resubmit", {}) for _ in range(3)))
    assert sorted(one.status_code for one in answers) == [200, 409, 409]


async def test_sent_twice_with_its_key_it_is_done_once(desk):
    await desk.open("submitted")
    path = f"{desk.path}/request-changes"
    answers = await asyncio.gather(
        *(desk.coordinator.ask("POST", path, WANTED, idempotency_key="k") for _ in range(3))
    )
    assert {one.status_code for one in answers} == {200}
    assert len({one.text for one in answers}) == 1
    assert len(await desk.told("mail.requested")) == 1


async def test_too_late_what_was_typed_is_given_back_and_more_time_helps(desk):
    await desk.open("submitted")
    await asked(desk)
    await desk.connection.execute("UPDATE change_request SET due_on = current_date - 2")
    late = await desk.holder.ask("POST", f"{desk.path}/resubmit", {"answer": "Voilà."})
    assert (late.status_code, late.json()["code"]) == (409, "answer_late")
    assert late.json()["yours"] == {"answer": "Voilà."}
    [request] = (await desk.coordinator.get(f"{desk.path}/change-requests"))["items"]
    path = f"{desk.path}/change-requests/{request['id']}"
    past = await desk.coordinator.ask("PATCH", path, {"due_on": "2020-01-01"})
    assert (past.status_code, past.json()["errors"][0]["pointer"]) == (422, "/body/due_on")
    put_off = await desk.coordinator.do("PATCH", path, {"due_on": LATER})
    assert put_off == shown(allowed_actions=["put_off"])
    assert (await desk.holder.do("POST", f"{desk.path}/resubmit", {"answer": "Voilà."}))[
        "status"
    ] == "submitted"
    gone = await desk.coordinator.ask("PATCH", path, {"due_on": None})
    assert (gone.status_code, gone.json()["code"]) == (404, "change_request_unknown")


async def test_what_is_not_complete_is_not_sent_again(desk):
    await desk.open("submitted")
    given_back = await asked(desk)
    await desk.holder.do(
        "PATCH", desk.path, {"answers": {"titre": None}}, if_match=f'"v{given_back["version"]}"'
    )
    refused = await desk.holder.ask("POST", f"{desk.path}/resubmit", {})
    assert (refused.status_code, refused.json()["code"]) == (422, "application_incomplete")
    assert [one["pointer"] for one in refused.json()["errors"]] == ["/answers/titre"]
    [request] = (await desk.holder.get(f"{desk.path}/change-requests"))["items"]
    assert request["is_open"] is True


async def test_it_may_be_asked_for_again_and_the_last_one_comes_first(desk):
    await desk.open("submitted")
    for message in ("Un", "Deux"):
        await asked(desk, message=message)
        await desk.holder.do("POST", f"{desk.path}/resubmit")
    first = await desk.holder.get(f"{desk.path}/change-requests?limit=1")
    rest = await desk.holder.get(f"{desk.path}/change-requests?limit=1&after={first['next']}")
    assert [one["message"] for one in first["items"] + rest["items"]] == ["Deux", "Un"]
    assert rest["next"] is None
