"""What holder and coordination write to one another: who reads it, what is read, who is told."""

import asyncio
from unittest.mock import ANY

import pytest


def message(written, side, *, mine=True, read=None):
    return {"id": ANY, "side": side, "is_mine": mine, "text": written, "at": ANY, "read_at": read}


async def test_each_side_reads_the_other_and_says_so(desk):
    await desk.open("submitted")
    path = f"{desk.path}/messages"
    first = await desk.coordinator.do("POST", path, {"text": "  Quel budget ?  "}, status=201)
    assert first == message("Quel budget ?", "coordination")
    seen = await desk.holder.get(path)
    assert seen == {
        "items": [message("Quel budget ?", "coordination", mine=False)],
        "next": None,
        "total": 1,
        "unread": 1,
        "allowed_actions": ["write", "mark_read"],
    }
    assert (await desk.coordinator.get(path))["unread"] == 0
    assert await desk.holder.do("POST", f"{path}/read", {"up_to": first["id"]}) == {"marked": 1, "unread": 0}
    assert await desk.holder.do("POST", f"{path}/read", {}) == {"marked": 0, "unread": 0}
    assert (await desk.coordinator.get(path))["items"] == [message("Quel budget ?", "coordination", read=ANY)]
    assert (await desk.coordinator.get(path))["items"][0]["read_at"] is not None
    await desk.holder.do("POST", path, {"text": "1 200 €"}, status=201)
    both = await desk.coordinator.get(path)
    assert both["items"] == [
        message("1 200 €", "holder", mine=False),
        message("Quel budget ?", "coordination", read=ANY),
    ]
    assert (both["total"], both["unread"]) == (2, 1)
    assert await desk.audited() == ["message_written", "messages_read", "message_written"]


async def test_answering_is_having_read(desk):
    await desk.open("submitted")
    path = f"{desk.path}/messages"
    await desk.coordinator.do("POST", path, {"text": "Un"}, status=201)
    await desk.holder.do("POST", path, {"text": "Deux"}, status=201)
    assert (await desk.holder.get(path))["unread"] == 0


async def test_the_contact_and_programs_are_told_once_until_they_have_read(desk):
    await desk.open("submitted")
    path = f"{desk.path}/messages"
    for written in ("Un", "Deux"):
        await desk.coordinator.do("POST", path, {"text": written}, status=201)
    [mail] = await desk.told("mail.requested")
    assert (mail["to"], mail["template"], mail["sender"]) == (
        "ada@vaisseau.example",
        "message_received",
        "events",
    )
    assert mail["about"] == {"kind": "application", "id": str(desk.id)}
    assert "Un" in mail["text"]
    assert f"https://ombelle.example/espace/dossiers/{desk.id}" in mail["text"]
    told = await desk.told("webhook.told")
    assert [(one["event"], one["organisation_id"]) for one in told] == [
        ("message.received", str(desk.organisation))
    ] * 2
    assert "Un" not in str(told)
    await desk.holder.do("POST", f"{path}/read", {})
    await desk.coordinator.do("POST", path, {"text": "Trois"}, status=201)
    assert len(await desk.told("mail.requested")) == 2


async def test_the_coordination_is_told_at_the_call_s_address(desk):
    await desk.open("submitted")
    await desk.holder.do("POST", f"{desk.path}/messages", {"text": "Bonjour"}, status=201)
    [mail] = await desk.told("mail.requested")
    assert (mail["to"], mail["template"]) == ("fete@agence.example", "message_from_holder")
    assert await desk.told("webhook.told") == []


async def test_nobody_else_reads_or_writes(desk):
    await desk.open("submitted")
    await desk.coordinator.do("POST", f"{desk.path}/messages", {"text": "Secret"}, status=201)
    partner_organisation = await desk.rows.organisation("Partenaire")
    await desk.rows.insert(
        "application_party",
        application_id=desk.id,
        role="partner",
        organisation_id=partner_organisation,
        accepted_at=await desk.connection.fetchval("SELECT now()"),
        invited_by="tests",
    )
    partner = desk.somebody("Paul", organisations=[partner_organisation])
    reviewer = await desk.reviewer()
    body = {"text": "Moi aussi"}
    for by, status, code in (
        (desk.stranger, 404, "application_unknown"),
        (desk.somebody("Zoé"), 404, "application_unknown"),
        (partner, 403, "action_forbidden"),
        (reviewer, 403, "action_forbidden"),
    ):
        for method, path, sent in (
            ("GET", "messages", None),
            ("POST", "messages", body),
            ("POST", "messages/read", {}),
            ("GET", "change-requests", None),
        ):
            answer = await by.ask(method, f"{desk.path}/{path}", sent)
            assert (answer.status_code, answer.json()["code"]) == (status, code), (by.name, path)
            assert "Secret" not in answer.text
    assert (await desk.holder.get(f"{desk.path}/messages"))["unread"] == 1


async def test_a_program_writes_for_its_organisation_within_its_scopes(desk):
    await desk.open("submitted")
    writes = desk.somebody("Q", organisations=[desk.organisation], scopes=["applications:write"], token="2")
    sent = await writes.do("POST", f"{desk.path}/messages", {"text": "Par programme"}, status=201)
    assert sent["side"] == "holder"
    reads = desk.somebody("P", organisations=[desk.organisation], scopes=["applications:read"], token="1")
    seen = await reads.get(f"{desk.path}/messages")
    assert (seen["items"][0]["is_mine"], seen["allowed_actions"]) == (False, [])
    assert (await reads.ask("POST", f"{desk.path}/messages", {"text": "x"})).status_code == 403


@pytest.mark.parametrize("body", [{}, {"text": "  "}, {"text": "x" * 10_001}, {"text": "\x00"}, {"text": 1}])
async def test_a_message_says_something_and_not_too_much(desk, body):
    await desk.open("submitted")
    refused = await desk.holder.ask("POST", f"{desk.path}/messages", body)
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/body/text")


async def test_twenty_megabytes_of_text_are_refused_and_leave_nothing(desk):
    await desk.open("submitted")
    refused = await desk.holder.ask("POST", f"{desk.path}/messages", {"text": "é" * 10 * 1024 * 1024})
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_input")
    assert refused.json()["errors"][0]["detail"] == "Au plus 10000 caractères sont acceptés."
    assert (await desk.holder.get(f"{desk.path}/messages"))["total"] == 0


async def test_sent_twice_with_its_key_it_is_written_once(desk):
    await desk.open("submitted")
    path = f"{desk.path}/messages"
    answers = await asyncio.gather(
        *(desk.holder.ask("POST", path, {"text": "Une fois"}, idempotency_key="k") for _ in range(5))
    )
    assert {one.status_code for one in answers} == {201}
    assert len({one.text for one in answers}) == 1
    assert (await desk.holder.get(path))["total"] == 1
    assert len(await desk.told("mail.requested")) == 1


async def test_many_at_once_are_all_there_and_one_mail_leaves(desk):
    await desk.open("submitted")
    path = f"{desk.path}/messages"
    answers = await asyncio.gather(*(desk.holder.ask("POST", path, {"text": f"N° {n}"}) for n in range(6)))
    assert {one.status_code for one in answers} == {201}
    assert (await desk.coordinator.get(path))["unread"] == 6
    assert len(await desk.told("mail.requested")) == 1


async def test_pages_follow_one_another(desk):
    await desk.open("submitted")
    path = f"{desk.path}/messages"
    for n in range(3):
        await desk.holder.do("POST", path, {"text": str(n)}, status=201)
    first = await desk.holder.get(f"{path}?limit=2")
    rest = await desk.holder.get(f"{path}?limit=2&after={first['next']}")
    assert [one["text"] for one in first["items"] + rest["items"]] == ["2", "1", "0"]
    assert (rest["next"], rest["total"]) == (None, 3)
