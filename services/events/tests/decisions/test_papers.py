"""Previews, letters and minutes: what they really say, and to whom."""

import io

from decision_desk import line
from pypdf import PdfReader

_EVIL = "#let x = 1 *gras* <script>alert(1)</script>"


def _text(answer):
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "private, no-store"
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages]
    return " ".join("\n".join(pages).split())


async def test_the_preview_shows_every_mail_and_letter_as_it_leaves(desk):
    application = await desk.application(_EVIL)
    batch = await desk.batch(line(application, amount_cents=125_000, motivation="Un projet\nqui vole."))
    words = {"key": "labelled", "updated_by": "alice"}
    texts = (
        ("mail", "{{ title }} : oui", "Bravo {{ recipient }}."),
        ("letter", "Label {{ edition }}", "{{ amount }} pour {{ title }}"),
    )
    for kind, subject, body in texts:
        more = {"kind": kind, "subject": subject, "body": body}
        await desk.rows.insert("text_template", "key", call_id=desk.call, **words, **more)
    (shown,) = (await desk.preview(batch))["items"]
    year = batch["call"]["year"]
    assert shown["letter"] == {
        "recipient": "La Marmite",
        "subject": f"Label {year}",
        "text": f"1\u202f250\u00a0€ pour {_EVIL}\n",
    }
    link = f"http://localhost:8000/espace/dossiers/{application}"
    assert shown["mail"]["to"] == "contact@marmite.example"
    assert shown["mail"]["subject"] == f"{_EVIL} : oui"
    assert shown["mail"]["text"] == (
        f"Bravo Ada Contact.\n\nOuvrir le dossier :\n{link}\n\n-- \nOmbelle\nVous recevez ce courriel parce que vous êtes "
        "le contact de ce dossier.\n"
    )
    assert "<script>" not in shown["mail"]["html"]
    await desk.apply(batch)
    (posted,) = await desk.posted("mail.requested")
    assert {name: posted[name] for name in ("to", "subject", "text", "html")} == shown["mail"]
    (letter,) = (await desk.alice.get(f"/applications/{application}/letters"))["items"]
    assert {name: letter[name] for name in ("recipient", "subject", "text")} == shown["letter"]


async def test_the_letter_as_pdf_is_the_same_bytes_each_time_whatever_changes_since(desk):
    application = await desk.application("Fusées")
    batch = await desk.batch(line(application, "not_labelled", motivation="Hors du champ de l'appel."))
    draft = await desk.alice.ask("GET", f"/decision-batches/{batch['id']}/items/{application}/letter.pdf")
    assert "Projet de lettre" in _text(draft)
    await desk.apply(batch)
    path = f"/applications/{application}/letter.pdf"
    first = await desk.alice.ask("GET", path)
    said = _text(first)
    year = batch["call"]["year"]
    for words in (
        "Ombelliscience fds@agence.example", f"Lettre n° {year}-001", "La Marmite",
        "Hors du champ de l'appel.", "Voies et délais de recours", "R. 421-1",
    ):  # fmt: skip
        assert words in said
    await desk.rows.connection.execute("UPDATE call SET contact_email = 'autre@agence.example'")
    await desk.rows.connection.execute("UPDATE organisation_copy SET name = 'Autre nom'")
    assert (await desk.alice.ask("GET", path)).content == first.content
    assert (await desk.alice.ask("GET", f"{path}?number=1")).content == first.content
    assert (await desk.alice.do("GET", f"{path}?number=2", status=404))["code"] == "letter_unknown"


async def test_the_letters_of_a_batch_come_as_one_document_to_print(desk):
    applications = [await desk.application("Fusées"), await desk.application("Marais")]
    batch = await desk.batch(
        line(applications[0], amount_cents=10_000), line(applications[1], "waitlisted", rank=1)
    )
    path = f"/decision-batches/{batch['id']}/letters.pdf"
    assert (await desk.alice.do("GET", path, status=409))["code"] == "decision_batch_not_applied"
    await desk.apply(batch)
    pages = [
        page.extract_text() for page in PdfReader(io.BytesIO((await desk.bob.ask("GET", path)).content)).pages
    ]
    year = batch["call"]["year"]
    assert [f"Lettre n° {year}-00{n}" in page for n, page in enumerate(pages, 1)] == [True, True]
    assert ["Fusées" in page for page in pages] == [True, False]


async def test_a_letter_is_for_its_holders_and_the_coordination(desk):
    application = await desk.application("Fusées")
    partner = await desk.rows.organisation("Le Partenaire")
    await desk.rows.insert(
        "application_party", application_id=application, role="partner", organisation_id=partner, invited_by="x",
        accepted_at=await desk.rows.connection.fetchval("SELECT now()"),
    )  # fmt: skip
    holder = desk.somebody("Hélène", organisations=[desk.organisation])
    paths = (f"/applications/{application}/letter.pdf", f"/applications/{application}/letters")
    assert (await holder.do("GET", paths[0], status=404))["code"] == "letter_unknown"
    await desk.apply(await desk.batch(line(application, amount_cents=10)))
    assert "Fusées" in _text(await holder.ask("GET", paths[0]))
    assert [one["kind"] for one in (await holder.get(paths[1]))["items"]] == ["labelled"]
    program = desk.somebody(
        "Robot", organisations=[desk.organisation], scopes=["applications:read"], token="t-1"
    )
    assert (await program.ask("GET", paths[0])).status_code == 200
    unscoped = desk.somebody("Robot", organisations=[desk.organisation], scopes=["events:read"], token="t-2")
    strangers = (
        (desk.somebody("Paul", organisations=[partner]), 404, "letter_unknown"),
        (desk.somebody("Zoé"), 404, "application_unknown"),
        (desk.somebody("Rose", "reviewer"), 404, "application_unknown"),
        (unscoped, 403, "scope_missing"),
    )
    for one, status, code in strangers:
        for path in paths:
            assert (await one.do("GET", path, status=status))["code"] == code


async def test_the_minutes_say_who_sat_what_was_decided_and_what_is_left(desk):
    rose = desk.somebody("Rose Évaluatrice", "reviewer")
    run = desk.rows.connection.execute
    await run(
        "UPDATE call SET has_committee = true, quorum = 1, budget_cents = 300000 WHERE id = $1", desk.call
    )
    await desk.rows.member(desk.call, rose)
    made = [await desk.application(title) for title in (_EVIL, "Comètes", "Algues")]
    batch = await desk.batch(
        line(made[0], amount_cents=125_000),
        line(made[1], "waitlisted", rank=1),
        line(made[2], "not_labelled", motivation="Hors du champ."),
        present=[str(rose.account_id)], sitting_on="2027-01-04", notes="Débat #vif.\n\nVote unanime.",
    )  # fmt: skip
    path = f"/decision-batches/{batch['id']}/minutes.pdf"
    assert (await desk.alice.do("GET", path, status=409))["code"] == "decision_batch_not_applied"
    await desk.apply(batch)
    first = await desk.bob.ask("GET", path)
    said = _text(first)
    for words in (
        "Procès-verbal : Séance du 4 janvier", "Séance du : lundi 4 janvier 2027",
        "Quorum : 1 (présents : 1), atteint.", "Rose Évaluatrice", "Débat #vif. Vote unanime.",
        f"Projets labellisés (1) N° Projet Structure Montant Motif 1 {_EVIL}", "1 250 €",
        "Liste complémentaire (1) N° Projet Structure Rang Motif 2 Comètes La Marmite 1",
        "Projets non retenus (1) N° Projet Structure Motif 3 Algues La Marmite Hors du champ.",
        "3 dossiers décidés.", "Reste sur le budget de l'appel : 1 750 €.", "par Alice.",
    ):  # fmt: skip
        assert words in said
    await run("UPDATE organisation_copy SET name = 'Autre nom'")
    assert (await desk.bob.ask("GET", path)).content == first.content


async def test_a_dossier_without_an_address_is_told_by_letter_alone_and_said_so(desk):
    lost = await desk.application("Fusées", answers={"courriel": "pas une adresse"})
    batch = await desk.batch(line(lost), line(await desk.application("Comètes")))
    seen = await desk.preview(batch)
    assert [(one["code"], one["number"], one["is_blocking"]) for one in seen["warnings"]] == [
        ("contact_missing", 1, False)
    ]
    assert [item["mail"] is None for item in seen["items"]] == [True, False]
    done = await desk.apply(batch)
    assert (done["mails"], done["letters"]) == (1, 2)


async def test_a_text_that_cannot_be_filled_stands_in_the_way(desk):
    batch = await desk.batch(line(await desk.application()))
    words = {"subject": "x", "body": "{{ nothing }}", "updated_by": "x"}
    await desk.rows.insert("text_template", "key", call_id=desk.call, kind="mail", key="labelled", **words)
    told = await desk.apply(batch, status=409)
    assert [one["code"] for one in told["warnings"]] == ["text_broken"]


async def test_warnings_that_are_for_who_applies_to_weigh(desk):
    run = desk.rows.connection.execute
    await run("UPDATE call SET has_committee = true, has_scoring = true WHERE id = $1", desk.call)
    made = [await desk.application() for _ in range(2)]
    batch = await desk.batch(line(made[0], "not_labelled"), line(made[1], "waitlisted"))
    seen = await desk.preview(batch)
    assert [(one["code"], one["number"]) for one in seen["warnings"]] == [
        ("sitting_day_missing", None),
        ("motivation_missing", 1),
        ("reviews_missing", 1),
        ("rank_missing", 2),
        ("reviews_missing", 2),
    ]
    assert seen["may_be_applied"] is True
