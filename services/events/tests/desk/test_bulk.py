"""Many applications at once: what was previewed is done, to each wholly or not at all, once."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest
from desk_rows import Desk

WRITE = {"action": "message", "text": "La réunion est avancée."}
ASK = {
    "action": "request_changes", "reason": "incomplete", "message": "Il manque le plan.", "field_ids": ["resume"],
    "due_on": "2090-05-01",
}  # fmt: skip


@pytest.fixture
async def desk(rows, clara) -> Desk:
    return await Desk.make(rows, clara)


def _contact(name: str) -> dict[str, Any]:
    return {"courriel": f"{name}@musee.example"}


async def _preview(desk: Desk, what: dict[str, Any], ids: list[UUID], who: Any = None) -> Any:
    body = {"what": what, "application_ids": [str(one) for one in ids]}
    return await (who or desk.clara).do("POST", f"/calls/{desk.call}/bulk/preview", body)


async def _run(desk: Desk, what: dict[str, Any], preview: Any, who: Any = None, **headers: str) -> Any:
    items = [
        {"application_id": item["application_id"], "version": item["version"] or 1}
        for item in preview["items"]
    ]
    body = {"what": what, "items": items}
    return await (who or desk.clara).do("POST", f"/calls/{desk.call}/bulk", body, **headers)


async def _mails(desk: Desk) -> list[dict[str, Any]]:
    rows = await desk.rows.connection.fetch(
        "SELECT payload::jsonb ->> 'to' AS to, payload::jsonb ->> 'template' AS template FROM outbox_message "
        "WHERE type = 'mail.requested' ORDER BY id"
    )
    return [dict(row) for row in rows]


async def test_changes_are_asked_of_those_that_allow_it_and_the_others_are_told(desk: Desk):
    museum = await desk.rows.organisation("Musée")
    ready = await desk.add("submitted", museum, number=1, title="La nuit", answers=_contact("a"))
    silent = await desk.add("under_review", museum, number=2, title="Le jour")
    draft = await desk.add("draft", museum, number=3)
    elsewhere = uuid4()
    preview = await _preview(desk, ASK, [ready, silent, draft, elsewhere])
    impossible = "Ce dossier n'est pas dans un état qui le permet."
    shared = {"version": 1, "organisation": "Musée", "reminded_at": None, "code": None, "detail": None}
    mail = preview["items"][0].pop("mail")
    assert (mail["to"], mail["subject"]) == (
        "a@musee.example",
        "Votre dossier « La nuit » attend des compléments",
    )
    assert "Il manque le plan." in mail["text"]
    assert "Rubriques concernées : Résumé." in mail["text"]
    assert preview == {
        "action": "request_changes",
        "ready": 2,
        "refused": 2,
        "reviewers": [],
        "items": [
            {**shared, "application_id": str(ready), "number": 1, "title": "La nuit", "column": "submitted"},
            {**shared, "application_id": str(silent), "number": 2, "title": "Le jour", "column": "under_review",
             "mail": None},
            {**shared, "application_id": str(draft), "number": 3, "title": "Dossier", "column": "draft",
             "code": "action_impossible", "detail": impossible, "mail": None},
            {"application_id": str(elsewhere), "version": None, "number": None, "title": None, "organisation": None,
             "column": None, "reminded_at": None, "code": "application_unknown",
             "detail": "Ce dossier n'est pas de cet appel.", "mail": None},
        ],
    }  # fmt: skip
    assert await desk.rows.connection.fetchval("SELECT count(*) FROM change_request") == 0
    await desk.rows.connection.execute("UPDATE application SET version = 2 WHERE id = $1", silent)
    done = await _run(desk, ASK, preview)
    assert done == {
        "action": "request_changes",
        "done": 1,
        "refused": 3,
        "items": [
            {"application_id": str(ready), "number": 1, "done": True, "code": None, "detail": None},
            {"application_id": str(silent), "number": 2, "done": False, "code": "changed_meanwhile",
             "detail": "Ce dossier a changé depuis l'aperçu : relisez-le."},
            {"application_id": str(draft), "number": 3, "done": False, "code": "action_impossible", "detail": impossible},
            {"application_id": str(elsewhere), "number": None, "done": False, "code": "application_unknown",
             "detail": "Ce dossier n'est pas de cet appel."},
        ],
    }  # fmt: skip
    found = await desk.rows.connection.fetch("SELECT application_id, message, field_ids FROM change_request")
    assert [tuple(row) for row in found] == [(ready, "Il manque le plan.", ["resume"])]
    states = await desk.rows.connection.fetch("SELECT status FROM application ORDER BY number")
    assert [row["status"] for row in states] == ["changes_requested", "under_review", "draft"]
    assert await _mails(desk) == [{"to": "a@musee.example", "template": "changes_requested"}]


async def test_the_same_request_sent_again_is_done_once(desk: Desk):
    first = await desk.add("submitted", number=1, answers=_contact("a"))
    preview = await _preview(desk, WRITE, [first])
    answers = await asyncio.gather(*(_run(desk, WRITE, preview, Idempotency_Key="envoi-1") for _ in range(3)))
    assert answers == [answers[0]] * 3
    assert await desk.rows.connection.fetchval("SELECT count(*) FROM application_message") == 1
    assert len(await _mails(desk)) == 1


async def test_drafts_are_reminded_without_telling_what_they_say(desk: Desk):
    museum = await desk.rows.organisation("Musée")
    draft = await desk.add("draft", museum, number=1, title="La nuit", answers=_contact("secrete"))
    silent = await desk.add("draft", museum, number=2)
    sent = await desk.add("submitted", museum, number=3, answers=_contact("b"))
    what = {"action": "remind_draft", "message": "Plus que dix jours."}
    preview = await _preview(desk, what, [draft, silent, sent])
    assert [item["code"] for item in preview["items"]] == [None, "no_contact", "action_impossible"]
    assert preview["items"][0]["mail"]["to"] is None
    assert "Plus que dix jours." in preview["items"][0]["mail"]["text"]
    assert "secrete" not in str(preview)
    done = await _run(desk, what, preview)
    assert [item["done"] for item in done["items"]] == [True, False, False]
    assert await _mails(desk) == [{"to": "secrete@musee.example", "template": "draft_reminder"}]
    again = await _preview(desk, what, [draft])
    assert again["items"][0]["reminded_at"] is not None


async def test_messages_reach_every_holder_and_no_dossier_of_ones_own(desk: Desk, somebody):
    museum, garden = await desk.rows.organisation("Musée"), await desk.rows.organisation("Jardin")
    first = await desk.add("submitted", museum, number=1, answers=_contact("a"))
    own = await desk.add("submitted", garden, number=2, answers=_contact("b"))
    dana = somebody("Dana", "coordinator", organisations=[garden])
    preview = await _preview(desk, WRITE, [first, own], dana)
    assert [item["code"] for item in preview["items"]] == [None, "own_dossier"]
    assert (await _run(desk, WRITE, preview, dana))["done"] == 1
    # The first has not read it yet: the next one is written beside it, and no second mail leaves.
    again = await _preview(desk, WRITE, [first])
    assert again["items"][0]["mail"] is None
    await _run(desk, WRITE, again)
    assert await _mails(desk) == [{"to": "a@musee.example", "template": "message_received"}]
    texts = await desk.rows.connection.fetch("SELECT application_id, side FROM application_message")
    assert [tuple(row) for row in texts] == [(first, "coordination")] * 2


async def test_reviewers_are_asked_where_no_conflict_stands(desk: Desk, somebody):
    rose, bruno = somebody("Rose", "reviewer"), somebody("Bruno", "reviewer")
    for one in (rose, bruno):
        await desk.rows.member(desk.call, one)
    first = await desk.add("submitted", number=1)
    held = await desk.add("submitted", number=2)
    whole = await desk.add("under_review", number=3)
    own = await desk.add("submitted", number=4)
    dana = somebody("Dana", "coordinator")
    for application, who in ((held, rose), (own, dana)):
        await desk.rows.insert(
            "conflict_of_interest", application_id=application, account_id=who.account_id, kind="pinned",
            evidence="[]", declared_by="x",
        )  # fmt: skip
    await desk.rows.assign(first, rose)
    for one in (rose, bruno):
        await desk.rows.assign(whole, one)
    what = {
        "action": "assign",
        "account_ids": [str(rose.account_id), str(bruno.account_id)],
        "due_on": "2090-05-01",
    }
    preview = await _preview(desk, what, [first, held, whole, own], dana)
    codes = [None, "conflict_stands", "assigned_already", "conflict_of_interest"]
    assert [item["code"] for item in preview["items"]] == codes
    assert [(one["account"]["name"], one["count"]) for one in preview["reviewers"]] == [("Bruno", 1)]
    done = await _run(desk, what, preview, dana)
    assert [item["code"] for item in done["items"]] == codes
    found = await desk.rows.connection.fetch(
        "SELECT account_id FROM assignment WHERE application_id = $1", first
    )
    assert {row["account_id"] for row in found} == {rose.account_id, bruno.account_id}
    assert (
        await desk.rows.connection.fetchval("SELECT status FROM application WHERE id = $1", first)
        == "under_review"
    )
    assert await _mails(desk) == [{"to": bruno.email, "template": "review_assigned"}]


async def test_many_are_added_to_a_batch_but_those_with_a_conflict(desk: Desk, somebody):
    batch = await desk.clara.do(
        "POST", "/decision-batches", {"call_id": str(desk.call), "title": "Séance"}, status=201
    )
    first, second = await desk.add("submitted", number=1), await desk.add("under_review", number=2)
    other = await desk.add("submitted", number=3)
    await desk.stage(other, "labelled")
    own = await desk.add("submitted", number=4)
    dana = somebody("Dana", "coordinator")
    await desk.rows.insert(
        "conflict_of_interest", application_id=own, account_id=dana.account_id, kind="pinned", evidence="[]",
        declared_by="x",
    )  # fmt: skip
    what = {
        "action": "stage",
        "batch_id": batch["id"],
        "decision": "not_labelled",
        "motivation": "Hors sujet.",
    }
    preview = await _preview(desk, what, [first, second, other, own], dana)
    codes = [None, None, "staged_elsewhere", "conflict_of_interest"]
    assert [item["code"] for item in preview["items"]] == codes
    assert [item["code"] for item in (await _run(desk, what, preview, dana))["items"]] == codes
    shown = await desk.clara.get(f"/decision-batches/{batch['id']}")
    lines = [(item["number"], item["decision"], item["motivation"]) for item in shown["items"]]
    assert lines == [(1, "not_labelled", "Hors sujet."), (2, "not_labelled", "Hors sujet.")]


async def test_two_at_once_do_each_application_once(desk: Desk):
    ids = [
        await desk.add("submitted", number=number, answers=_contact(str(number))) for number in range(1, 6)
    ]
    preview = await _preview(desk, ASK, ids)
    answers = await asyncio.gather(_run(desk, ASK, preview), _run(desk, ASK, preview))
    assert sorted(answer["done"] for answer in answers) == [0, 5]
    assert await desk.rows.connection.fetchval("SELECT count(*) FROM change_request") == 5


async def test_what_could_be_done_with_none_is_refused_before(desk: Desk):
    first = str(await desk.add("submitted", number=1))
    for what, pointer in (
        ({**ASK, "field_ids": ["inconnu"]}, "/body/what/field_ids/0"),
        ({**ASK, "due_on": "2020-01-01"}, "/body/what/due_on"),
        ({"action": "message"}, "/body/what/message/text"),
    ):
        body = {"what": what, "application_ids": [first]}
        answer = await desk.clara.ask("POST", f"/calls/{desk.call}/bulk/preview", body)
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)
    twice = {"what": WRITE, "application_ids": [first, first]}
    assert (await desk.clara.ask("POST", f"/calls/{desk.call}/bulk/preview", twice)).status_code == 422
    elsewhere = {"action": "stage", "batch_id": str(uuid4()), "decision": "labelled"}
    answer = await desk.clara.ask(
        "POST", f"/calls/{desk.call}/bulk/preview", {"what": elsewhere, "application_ids": [first]}
    )
    assert (answer.status_code, answer.json()["code"]) == (404, "decision_batch_unknown")
