"""A batch is applied whole and once, and everything that follows leaves with it."""

import asyncio

from decision_desk import line


async def _decisions(desk):
    rows = await desk.rows.connection.fetch(
        "SELECT id, status, decision, amount_granted_cents, batch_id::text, decided_at IS NOT NULL AS dated, version "
        "FROM application ORDER BY number"
    )
    return [tuple(row) for row in rows]


async def test_decisions_letters_projects_mails_notices_history_and_audit_leave_together(desk):
    first, second, third = [await desk.application(title) for title in ("Fusées", "Comètes", "Algues")]
    batch = await desk.batch(
        line(first, amount_cents=120_000, motivation="Un beau projet."),
        line(second, "waitlisted", rank=1),
        line(third, "not_labelled", motivation="Hors du champ."),
    )
    done = await desk.apply(batch)
    assert done == {
        "id": batch["id"],
        "state": "applied",
        "version": 3,
        "applied_at": done["applied_at"],
        "applied_by": {"id": str(desk.alice.account_id), "name": "Alice"},
        "counts": {"labelled": 1, "waitlisted": 1, "not_labelled": 1, "total": 3},
        "mails": 3,
        "letters": 3,
        "projects": 1,
    }
    assert await _decisions(desk) == [
        (first, "decided", "labelled", 120_000, batch["id"], True, 2),
        (second, "decided", "waitlisted", None, batch["id"], True, 2),
        (third, "decided", "not_labelled", None, batch["id"], True, 2),
    ]
    fetch = desk.rows.connection.fetch
    projects = await fetch("SELECT application_id, title, amount_granted_cents, contact_email FROM project")
    assert [tuple(row) for row in projects] == [(first, "Fusées", 120_000, "contact@marmite.example")]
    letters = await fetch(
        "SELECT application_id, kind, number, sender, recipient FROM letter ORDER BY number"
    )
    recipient = "La Marmite"
    assert [tuple(row) for row in letters] == [
        (first, "labelled", 1, "Ombelliscience", recipient),
        (second, "waitlisted", 2, "Ombelliscience", recipient),
        (third, "not_labelled", 3, "Ombelliscience", recipient),
    ]
    mails = await desk.posted("mail.requested")
    assert [(mail["to"], mail["template"], mail["about"]["id"], mail["sender"]) for mail in mails] == [
        ("contact@marmite.example", "labelled", str(first), "events"),
        ("contact@marmite.example", "waitlisted", str(second), "events"),
        ("contact@marmite.example", "not_labelled", str(third), "events"),
    ]
    told = await desk.posted("webhook.told")
    assert [(one["event"], one["subject"]["id"], one["data"]["decision"]) for one in told] == [
        ("application.decided", str(first), "labelled"),
        ("application.decided", str(second), "waitlisted"),
        ("application.decided", str(third), "not_labelled"),
    ]
    history = await fetch(
        "SELECT application_id, actor, side, audience, action, status, reason, changes::text "
        "FROM application_entry ORDER BY id"
    )
    change = '[{"after": "%s", "label": "Décision", "before": null, "pointer": "/decision"}]'
    actor = str(desk.alice.account_id)
    assert [tuple(row) for row in history] == [
        (
            first,
            actor,
            "coordination",
            "applicant",
            "decided",
            "decided",
            "Un beau projet.",
            change % "labelled",
        ),
        (second, actor, "coordination", "applicant", "decided", "decided", None, change % "waitlisted"),
        (
            third,
            actor,
            "coordination",
            "applicant",
            "decided",
            "decided",
            "Hors du champ.",
            change % "not_labelled",
        ),
    ]
    [entry] = (await desk.alice.get(f"/applications/{second}/history"))["items"]
    assert (entry["label"], entry["changes"]) == (
        "Décision rendue",
        [
            {
                "pointer": "/decision",
                "label": "Décision",
                "before": None,
                "after": "Sur liste complémentaire",
                "difference": [{"kind": "added", "text": "Sur liste complémentaire"}],
            }
        ],
    )
    actions = await fetch(
        "SELECT action, subject_kind, count(*) FROM audit_entry e JOIN audit_value v USING (seq) WHERE v.actor = $1 "
        "GROUP BY action, subject_kind ORDER BY action",
        actor,
    )
    assert [tuple(row) for row in actions] == [
        ("application_decided", "application", 3),
        ("decision_batch_applied", "decision_batch", 1),
        ("decision_batch_created", "decision_batch", 1),
        ("decisions_staged", "decision_batch", 1),
    ]


async def test_nothing_leaves_before_it_is_applied(desk):
    application = await desk.application()
    batch = await desk.batch(line(application))
    await desk.preview(batch)
    assert await _decisions(desk) == [(application, "submitted", None, None, None, False, 1)]
    assert await desk.posted("mail.requested") == await desk.posted("webhook.told") == []
    assert await desk.rows.connection.fetch("SELECT FROM letter") == []
    assert await desk.rows.connection.fetch("SELECT FROM project") == []


async def test_of_two_coordinators_one_wins_and_the_other_is_told_who_and_when(desk):
    for n in range(6):
        await desk.application(f"Projet {n}")
    batch = await desk.batch(*(line(one) for one in desk.made))
    seen = [await desk.preview(batch, by) for by in (desk.alice, desk.bob)]
    answers = await asyncio.gather(
        *(
            by.ask(
                "POST",
                f"/decision-batches/{batch['id']}/apply",
                {"version": one["version"], "preview_id": one["id"]},
            )
            for by, one in zip((desk.alice, desk.bob), seen, strict=True)
        )
    )
    won, lost = sorted(answers, key=lambda answer: answer.status_code)
    assert (won.status_code, lost.status_code) == (200, 409)
    told, by = lost.json(), won.json()["applied_by"]
    assert (told["code"], told["applied_by"], told["applied_at"][:19]) == (
        "decision_batch_applied", by, won.json()["applied_at"][:19],
    )  # fmt: skip
    assert told["detail"].startswith(f"{by['name']} a appliqué ce lot le ")
    assert len(await desk.posted("mail.requested")) == 6
    assert await desk.rows.connection.fetchval("SELECT count(*) FROM letter") == 6


async def test_asked_again_by_the_same_person_it_answers_the_same_and_sends_nothing_more(desk):
    batch = await desk.batch(line(await desk.application()))
    seen = await desk.preview(batch)
    body = {"version": seen["version"], "preview_id": seen["id"]}
    path = f"/decision-batches/{batch['id']}/apply"
    first, again = [await desk.alice.do("POST", path, body, idempotency_key="a-click") for _ in range(2)]
    third = await desk.alice.do("POST", path, body)
    assert first == again == third
    assert len(await desk.posted("mail.requested")) == 1
    told = await desk.bob.do("POST", path, body, status=409)
    assert told["code"] == "decision_batch_applied"


async def test_what_was_not_previewed_is_not_applied(desk):
    batch = await desk.batch(line(await desk.application()))
    told = await desk.alice.do(
        "POST", f"/decision-batches/{batch['id']}/apply", {"version": batch["version"]}, status=409
    )
    assert (told["code"], told["version"]) == ("preview_needed", 2)


async def test_a_batch_changed_since_its_preview_is_refused_with_the_difference(desk):
    first, second = await desk.application("Fusées"), await desk.application("Comètes")
    batch = await desk.batch(line(first, amount_cents=100))
    seen = await desk.preview(batch)
    items = [line(first, amount_cents=200, version=1), line(second, "not_labelled")]
    await desk.bob.do("POST", f"/decision-batches/{batch['id']}/items", {"items": items})
    told = await desk.alice.do(
        "POST",
        f"/decision-batches/{batch['id']}/apply",
        {"version": seen["version"], "preview_id": seen["id"]},
        status=409,
    )
    assert (told["code"], told["version"]) == ("decision_batch_changed", 3)
    brief = {"decision": "not_labelled", "amount_cents": None, "rank": None}
    assert sorted(told["differences"], key=lambda one: one["number"]) == [
        {
            "application_id": str(first),
            "number": 1,
            "title": "Fusées",
            "field": "amount_cents",
            "before": 100,
            "after": 200,
        },
        {
            "application_id": str(second),
            "number": 2,
            "title": "Comètes",
            "field": "item",
            "before": None,
            "after": brief,
        },
    ]
    assert await desk.posted("mail.requested") == []


async def test_a_text_or_a_dossier_changed_since_the_preview_is_a_difference_too(desk):
    application = await desk.application("Fusées")
    batch = await desk.batch(line(application))
    seen = await desk.preview(batch)
    await desk.rows.insert(
        "text_template",
        "key",
        call_id=desk.call,
        kind="letter",
        key="labelled",
        subject="Oui",
        body="Oui.",
        updated_by="bob",
    )
    body = {"version": seen["version"], "preview_id": seen["id"]}
    told = await desk.alice.do("POST", f"/decision-batches/{batch['id']}/apply", body, status=409)
    assert [(one["field"], one["number"]) for one in told["differences"]] == [("letter", 1)]
    await desk.rows.connection.execute("UPDATE application SET title = 'Comètes' WHERE id = $1", application)
    told = await desk.alice.do("POST", f"/decision-batches/{batch['id']}/apply", body, status=409)
    assert [(one["field"], one["before"], one["after"]) for one in told["differences"]] == [
        ("title", "Fusées", "Comètes")
    ]


async def test_an_application_withdrawn_meanwhile_or_with_open_changes_blocks_the_whole_batch(desk):
    first, second, third = [await desk.application(title) for title in ("Fusées", "Comètes", "Algues")]
    batch = await desk.batch(line(first), line(second), line(third))
    seen = await desk.preview(batch)
    run = desk.rows.connection.execute
    await run(
        "UPDATE application SET status = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'x' WHERE id = $1",
        first,
    )
    await run(
        "UPDATE application SET status = 'changes_requested', returns_to = 'submitted' WHERE id = $1", second
    )
    body = {"version": seen["version"], "preview_id": seen["id"]}
    told = await desk.alice.do("POST", f"/decision-batches/{batch['id']}/apply", body, status=409)
    assert told["code"] == "decision_batch_blocked"
    assert [(one["code"], one["application_id"], one["is_blocking"]) for one in told["warnings"]] == [
        ("application_withdrawn", str(first), True),
        ("changes_requested", str(second), True),
    ]
    again = await desk.preview(batch)
    assert again["may_be_applied"] is False
    assert (
        await desk.rows.connection.fetchval("SELECT count(*) FROM application WHERE decision IS NOT NULL")
        == 0
    )


async def test_who_waits_is_called_up_by_a_later_batch_and_keeps_both_letters(desk):
    application = await desk.application("Fusées")
    other = await desk.application("Comètes")
    first = await desk.batch(line(application, "waitlisted", rank=2), line(other, "waitlisted", rank=1))
    await desk.apply(first)
    second = await desk.batch(line(application, amount_cents=0))
    await desk.apply(second)
    assert [row[1:5] for row in await _decisions(desk)] == [
        ("decided", "labelled", 0, second["id"]),
        ("decided", "waitlisted", None, first["id"]),
    ]
    letters = await desk.alice.get(f"/applications/{application}/letters")
    assert [(one["number"], one["kind"]) for one in letters["items"]] == [(3, "labelled"), (1, "waitlisted")]
    third = await desk.batch(line(other, "not_labelled", motivation="Faute de place."))
    await desk.apply(third)
    told = await desk.alice.do(
        "POST", f"/decision-batches/{(await desk.batch())['id']}/items", {"items": [line(other)]}, status=422
    )
    assert [one["code"] for one in told["errors"]] == ["not_decidable"]


async def test_69_applied_63_labelled_62_projects_counted_from_rows(desk):
    for n in range(1, 70):
        await desk.application(f"Projet {n}")
    lines = [
        line(one) if n < 63 else line(one, "not_labelled", motivation="Hors du champ.")
        for n, one in enumerate(desk.made)
    ]
    batch = await desk.batch(*lines)
    assert batch["counts"] == {"labelled": 63, "waitlisted": 0, "not_labelled": 6, "total": 69}
    done = await desk.apply(batch)
    assert (done["mails"], done["letters"], done["projects"]) == (69, 69, 63)
    fetch = desk.rows.connection.fetchval
    await desk.rows.connection.execute(
        "UPDATE project SET lifecycle = 'cancelled', cancelled_at = now(), cancelled_by = 'x', cancelled_reason = 'Pluie' "
        "WHERE application_id = $1",
        desk.made[0],
    )
    assert await fetch("SELECT count(*) FROM application WHERE submitted_at IS NOT NULL") == 69
    assert await fetch("SELECT count(*) FROM application WHERE decision = 'labelled'") == 63
    assert await fetch("SELECT count(*) FROM project WHERE lifecycle <> 'cancelled'") == 62
    assert await fetch("SELECT count(*) FROM letter") == 69
    posted = [mail["about"]["id"] for mail in await desk.posted("mail.requested")]
    assert sorted(posted) == sorted(map(str, desk.made))


async def test_applying_70_takes_as_many_statements_as_applying_one(desk, statements):
    counts = []
    for many in (1, 1, 70):  # the first asks what the queue's tables are like
        made = [await desk.application(f"Projet {n}") for n in range(many)]
        batch = await desk.batch(*(line(one) for one in made))
        seen = await desk.preview(batch)
        statements.clear()
        body = {"version": seen["version"], "preview_id": seen["id"]}
        await desk.alice.do("POST", f"/decision-batches/{batch['id']}/apply", body)
        counts.append(len(statements))
    assert counts[2] == counts[1]
