"""Validated, sent, withdrawn; too late, by a code, twice at once."""

import asyncio
from datetime import UTC, datetime, timedelta
from unittest.mock import ANY
from uuid import UUID

from dossiers import WHOLE, Dossiers, named


async def test_validation_names_every_problem_and_stores_nothing(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call(), answers={"title": "Une nuit", "is_free": False})
    answer = await dossiers.post(draft, "validate", dossiers.editor("Musée"))
    assert answer.status_code == 200
    assert answer.json() == {
        "is_complete": False,
        "may_submit": False,
        "problems": [
            {"pointer": "/answers/summary", "code": "required", "detail": "« Résumé » est à remplir."},
            {"pointer": "/answers/sessions", "code": "session_in_official_dates", "detail": ANY},
            {"pointer": "/answers/is_free", "code": "free_of_charge", "detail": ANY},
            {"pointer": "/answers/commune", "code": "venue_in_territory", "detail": ANY},
        ],
        "charter": [
            {
                "rule": "session_in_official_dates",
                "label": "Au moins une séance pendant les dates officielles",
                "passed": False,
                "evidence": ANY,
                "pointer": "/answers/sessions",
            },
            {
                "rule": "free_of_charge",
                "label": "Gratuit pour le public",
                "passed": False,
                "evidence": ANY,
                "pointer": "/answers/is_free",
            },
            {
                "rule": "venue_in_territory",
                "label": "Dans une commune de la région",
                "passed": False,
                "evidence": ANY,
                "pointer": "/answers/commune",
            },
        ],
    }
    assert (await dossiers.read(draft, dossiers.editor("Musée"))).json() == draft


async def test_answers_are_tried_out_without_being_kept(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call())
    ada = dossiers.editor("Musée")
    tried = (await dossiers.post(draft, "validate", ada, {"answers": WHOLE})).json()
    assert (tried["is_complete"], tried["may_submit"], tried["problems"]) == (True, True, [])
    wrong = (
        await dossiers.post(draft, "validate", ada, {"answers": {**WHOLE, "colour": "red", "title": 3}})
    ).json()
    assert [(one["pointer"], one["code"]) for one in wrong["problems"]] == [
        ("/answers/colour", "field_unknown"),
        ("/answers/title", "text_expected"),
    ]
    assert (await dossiers.read(draft, ada)).json() == draft


async def test_a_complete_application_is_sent(dossiers: Dossiers):
    call = await dossiers.call()
    draft = await dossiers.draft(call, answers=WHOLE)
    ada = dossiers.editor("Musée")
    answer = await dossiers.post(draft, "submit", ada)
    sent = answer.json()
    assert (answer.status_code, answer.headers["etag"]) == (200, '"v3"')
    assert sent == {
        **draft,
        "status": "submitted",
        "submitted_at": ANY,
        "updated_at": ANY,
        "saved_at": ANY,
        "version": 3,
        "allowed_actions": ["withdraw", "transfer", "renew"],
    }
    told = await dossiers.connection.fetch(
        "SELECT payload ->> 'event' AS event, payload -> 'organisation_id' #>> '{}' AS organisation, "
        "payload -> 'subject' ->> 'id' AS subject FROM outbox_message WHERE type = 'webhook.told'"
    )
    assert [tuple(row) for row in told] == [("application.submitted", str(named("Musée")), draft["id"])]


async def test_an_incomplete_one_is_refused_with_every_problem(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call(), answers={**WHOLE, "summary": " ", "commune": "75056"})
    answer = await dossiers.post(draft, "submit", dossiers.editor("Musée"))
    assert (answer.status_code, answer.json()["code"]) == (422, "application_incomplete")
    assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [
        ("/answers/summary", "required"),
        ("/answers/commune", "venue_in_territory"),
    ]
    assert (await dossiers.read(draft, dossiers.editor("Musée"))).json()["status"] == "draft"


async def test_only_the_version_that_was_read_is_sent(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call(), answers=WHOLE)
    ada = dossiers.editor("Musée")
    await dossiers.save(draft, {"title": "Changé"}, dossiers.editor("Musée", "bob"))
    stale = await dossiers.post(draft, "submit", ada, **{"If-Match": f'"v{draft["version"]}"'})
    assert (stale.status_code, stale.json()["current"]["answers"]["title"]) == (412, "Changé")


async def test_a_deadline_that_passes_mid_edit_gives_back_what_was_typed(dossiers: Dossiers):
    call = await dossiers.call(closed_message="L'appel a fermé le 3 mai.")
    draft = await dossiers.draft(call, answers=WHOLE)
    await dossiers.close(call)
    ada = dossiers.editor("Musée")
    answer = await dossiers.patch(draft, {"title": "Trop tard"}, ada)
    assert answer.status_code == 409
    assert answer.json() == {
        "type": "urn:ombelle:problem:call_closed",
        "title": "The call has closed",
        "status": 409,
        "detail": "L'appel a fermé le 3 mai.",
        "instance": f"/api/v1/applications/{draft['id']}",
        "code": "call_closed",
        "request_id": ANY,
        "closed_at": ANY,
        "yours": {"answers": {"title": "Trop tard"}},
    }
    assert (await dossiers.post(draft, "submit", ada)).json()["code"] == "call_closed"
    read = (await dossiers.read(draft, ada)).json()
    assert (read["answers"], read["allowed_actions"]) == (WHOLE, ["discard", "transfer"])
    assert read["access"] == {"state": "closed", "until": None, "by_code": False}


async def test_a_grace_lets_what_was_begun_be_ended_and_nothing_begin(dossiers: Dossiers):
    call = await dossiers.call(closing_policy="grace", grace_minutes=30)
    draft = await dossiers.draft(call, answers=WHOLE)
    await dossiers.connection.execute("UPDATE application SET created_at = created_at - interval '1 hour'")
    await dossiers.close(call)
    ada = dossiers.editor("Musée")
    wanted = {"call_id": str(call), "organisation_id": str(named("Musée"))}
    refused = await dossiers.api.post("/api/v1/applications", json=wanted, headers=ada)
    assert (refused.status_code, refused.json()["code"]) == (409, "call_closed")
    saved = await dossiers.save(draft, {"title": "Encore"}, ada)
    assert saved["access"]["state"] == "grace"
    assert (await dossiers.post(draft, "submit", ada)).status_code == 200


async def test_nothing_begins_before_a_call_opens_nor_in_one_that_is_not_published(dossiers: Dossiers):
    soon = datetime.now(UTC) + timedelta(hours=1)
    early = await dossiers.call(opens_at=soon, closes_at=soon + timedelta(days=1))
    hidden = await dossiers.call(year=2028)
    await dossiers.connection.execute(
        "UPDATE call SET publication = 'draft', published_at = NULL WHERE id = $1", hidden
    )
    await dossiers.organisations("Musée")
    told = []
    for call in (early, hidden, named("no call")):
        wanted = {"call_id": str(call), "organisation_id": str(named("Musée"))}
        answer = await dossiers.api.post(
            "/api/v1/applications", json=wanted, headers=dossiers.editor("Musée")
        )
        told.append((answer.status_code, answer.json()["code"]))
    assert told == [(409, "call_not_open"), (404, "call_unknown"), (404, "call_unknown")]


async def test_a_code_used_twice_at_once_lets_exactly_one_in(dossiers: Dossiers):
    call = await dossiers.call()
    await dossiers.close(call)
    await dossiers.code(call)
    names = [f"Structure {n}" for n in range(6)]
    await dossiers.organisations(*names)

    async def begin(name: str) -> tuple[int, str]:
        wanted = {"call_id": str(call), "organisation_id": str(named(name)), "access_code": " retard-1"}
        answer = await dossiers.api.post("/api/v1/applications", json=wanted, headers=dossiers.editor(name))
        return answer.status_code, answer.json().get("code", "")

    answers = sorted(await asyncio.gather(*(begin(name) for name in names)))
    assert answers == [(201, "")] + [(409, "access_code_refused")] * 5
    assert await dossiers.connection.fetchval("SELECT count(*) FROM application") == 1
    assert await dossiers.connection.fetchval("SELECT uses FROM access_code") == 1


async def test_a_code_is_bound_to_the_draft_that_was_late(dossiers: Dossiers):
    call = await dossiers.call()
    draft = await dossiers.draft(call, answers=WHOLE)
    await dossiers.close(call)
    await dossiers.code(call)
    ada = dossiers.editor("Musée")
    let_in = await dossiers.post(draft, "access-code", ada, {"access_code": "RETARD-1"})
    assert let_in.status_code == 200
    assert let_in.json()["access"] == {"state": "late", "until": ANY, "by_code": True}
    again = await dossiers.post(draft, "access-code", ada, {"access_code": "RETARD-1"})
    assert (again.status_code, again.json()["errors"][0]["code"]) == (409, "used_up")
    saved = await dossiers.save(let_in.json(), {"title": "À temps"}, ada)
    assert (await dossiers.post(saved, "submit", ada)).json()["status"] == "submitted"


async def test_a_code_that_expires_ends_the_draft_s_time(dossiers: Dossiers):
    call = await dossiers.call()
    await dossiers.close(call)
    await dossiers.code(call)
    await dossiers.organisations("Musée")
    ada = dossiers.editor("Musée")
    wanted = {"call_id": str(call), "organisation_id": str(named("Musée")), "access_code": "RETARD-1"}
    draft = (await dossiers.api.post("/api/v1/applications", json=wanted, headers=ada)).json()
    await dossiers.connection.execute("UPDATE access_code SET expires_at = now() - interval '1 second'")
    assert (await dossiers.patch(draft, {"title": "x"}, ada)).json()["code"] == "call_closed"


async def test_sent_twice_at_once_it_is_sent_once(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call(), answers=WHOLE)
    people = [dossiers.editor("Musée", name) for name in ("ada", "bob", "eve")]
    answers = await asyncio.gather(*(dossiers.post(draft, "submit", who) for who in people))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    count = "SELECT count(*) FROM application_entry WHERE action = 'submitted'"
    assert await dossiers.connection.fetchval(count) == 1
    assert await dossiers.connection.fetchval("SELECT count(*) FROM outbox_message") == 1


async def test_the_same_request_sent_again_is_answered_the_same(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call(), answers=WHOLE)
    ada = dossiers.editor("Musée")
    answers = [await dossiers.post(draft, "submit", ada, **{"Idempotency-Key": "one"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert await dossiers.connection.fetchval("SELECT count(*) FROM outbox_message") == 1


async def test_sending_and_the_end_of_the_call_at_once(dossiers: Dossiers):
    """Whichever comes first: it was sent, or it is a draft still; never something between."""
    call = await dossiers.call()
    drafts = [await dossiers.draft(call, f"Structure {n}", WHOLE) for n in range(5)]

    async def close() -> None:
        await dossiers.close(call)

    answers = await asyncio.gather(
        *(
            dossiers.post(draft, "submit", dossiers.editor(f"Structure {n}"))
            for n, draft in enumerate(drafts)
        ),
        close(),
    )
    for n, (draft, answer) in enumerate(zip(drafts, answers, strict=False)):
        assert answer is not None
        status = (await dossiers.read(draft, dossiers.editor(f"Structure {n}"))).json()["status"]
        assert (answer.status_code, status) in {(200, "submitted"), (409, "draft")}


async def test_an_application_is_taken_back_with_its_reason(dossiers: Dossiers):
    sent = await dossiers.submitted(await dossiers.call())
    ada = dossiers.editor("Musée")
    answer = await dossiers.post(sent, "withdraw", ada, {"reason": "Le planétarium ferme."})
    assert answer.json() == {
        **sent,
        "status": "withdrawn",
        "withdrawn_at": ANY,
        "withdrawal_reason": "Le planétarium ferme.",
        "version": 4,
        "updated_at": ANY,
        "saved_at": ANY,
        "allowed_actions": ["renew"],
    }
    empty = await dossiers.post(sent, "withdraw", ada, {"reason": " "})
    assert (empty.status_code, empty.json()["errors"][0]["pointer"]) == (422, "/body/reason")


async def test_every_write_is_in_the_audit_log(dossiers: Dossiers):
    start = await dossiers.connection.fetchval("SELECT coalesce(max(seq), 0) FROM audit_entry")
    sent = await dossiers.submitted(await dossiers.call())
    await dossiers.post(sent, "withdraw", dossiers.editor("Musée"), {"reason": "x"})
    rows = await dossiers.connection.fetch(
        "SELECT e.action, e.subject_kind, v.subject_id, v.actor FROM audit_entry e JOIN audit_value v USING (seq) "
        "WHERE e.seq > $1 ORDER BY e.seq",
        start,
    )
    of_it = ("application", sent["id"], str(named("ada")))
    actions = ["application_begun", "application_edited", "application_submitted", "application_withdrawn"]
    assert [tuple(row) for row in rows] == [(action, *of_it) for action in actions]


async def test_the_budget_adds_up(dossiers: Dossiers):
    sent = await dossiers.submitted(await dossiers.call())
    answer = await dossiers.api.get(
        f"/api/v1/applications/{sent['id']}/budget", headers=dossiers.coordinator()
    )
    assert answer.json() == {
        "expenses": [{"label": "Télescope", "amount_cents": 120_000}],
        "income": [{"label": "Mécénat", "amount_cents": 20_000}],
        "expenses_cents": 120_000,
        "income_cents": 20_000,
        "requested_cents": 100_000,
        "balance_cents": 0,
        "is_balanced": True,
        "amount_granted_cents": None,
    }


async def test_the_database_refuses_what_the_table_does_not_know(dossiers: Dossiers):
    import asyncpg
    import pytest

    draft = await dossiers.draft(await dossiers.call())
    for change in (
        "status = 'under_review', submitted_at = now(), submitted_by = 'x'",
        "number = 7",
        "status = 'submitted'",
        "decision = 'labelled'",
        "answers = '[]'",
    ):
        with pytest.raises(asyncpg.CheckViolationError):
            await dossiers.connection.execute(
                f"UPDATE application SET {change} WHERE id = $1", UUID(draft["id"])
            )


async def test_a_draft_is_found_by_its_title_and_by_every_word_once_sent(dossiers: Dossiers):
    call, ada = await dossiers.call(), dossiers.editor("Musée")
    draft = await dossiers.draft(call, answers={**WHOLE, "title": "Fusées", "summary": "Une catapulte"})

    async def found(word: str) -> int:
        answer = await dossiers.api.get("/api/v1/applications", params={"q": word}, headers=ada)
        total: int = answer.json()["total"]
        return total

    assert [await found(word) for word in ("fusées", "catapulte")] == [1, 0]
    saved = await dossiers.save(draft, {"title": "Ballons"}, ada)
    assert [await found(word) for word in ("fusées", "ballons")] == [0, 1]
    assert (await dossiers.post(saved, "submit", ada)).status_code == 200
    assert [await found(word) for word in ("ballons", "catapulte", "martin")] == [1, 1, 1]
