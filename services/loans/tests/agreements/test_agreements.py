"""Agreements: made, numbered, read back as PDF, sent, signed by link or on paper, void when the loan changes."""

import asyncio
import io
from datetime import date
from uuid import UUID

import pytest
from ombelle_loans.availability.days import today_in_paris
from ombelle_loans.lending.domain import AGREEMENT_WORDS
from pypdf import PdfReader


def _words(content: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return " ".join(text.split())


async def test_an_agreement_is_made_numbered_and_frozen(desk, people, papers, stock):
    college = await people.organisation()
    await stock.settings(
        signatory_name="Anne Doré", signatory_capacity="Directrice", email="prets@example.org"
    )
    item = await stock.item(title="Abeilles", insurance_value_cents=250000, packages=3)
    loan = await papers.priced(college, item)
    made = await desk.act(people.lender(), loan, "agreement", status=201)
    year = today_in_paris().year
    assert made == {
        "id": made["id"],
        "loan_id": loan["id"],
        "year": year,
        "number": 1,
        "version": 1,
        "reference": f"{year}-001",
        "starts_on": loan["starts_on"],
        "ends_on": loan["ends_on"],
        "units": [str(item.units[0])],
        "fee_cents": 0,
        "insurance_value_cents": 250000,
        "text": made["text"],
        "digest": made["digest"],
        "made_at": made["made_at"],
        "sent_at": None,
        "voided_at": None,
        "void_reason": None,
        "signature": None,
        "allowed_actions": ["send"],
    }
    assert "Ombelliscience prête à Collège Berlioz « Abeilles »" in made["text"]
    assert await papers.status(loan) == "approved"
    assert (await people.lender().get(f"/loans/{loan['id']}"))["papers"]["agreement_id"] == made["id"]
    other = await papers.priced(college, item, 2)
    assert (await desk.act(people.lender(), other, "agreement", status=201))["reference"] == f"{year}-002"


async def test_nobody_is_given_to_sign_a_price_that_is_not_settled(desk, people, papers, stock):
    """No tariff is in force: the agreement waits until the lender has said an amount, then says it."""
    lender, loan = people.lender(), await papers.approved(await people.organisation(), await stock.item())
    refused = await desk.act(lender, loan, "agreement", status=409)
    assert (refused["code"], refused["needs"]) == ("paper_missing", ["fee"])
    assert refused["detail"] == "Le montant du prêt n’est pas encore fixé : fixez-le d’abord."
    assert "make_agreement" not in loan["allowed_actions"]
    settled = await desk.act(lender, loan, "settle-fee", {"cents": 15000, "reason": "Convenu"})
    assert "make_agreement" in settled["allowed_actions"]
    made = await desk.act(lender, loan, "agreement", status=201)
    assert (made["fee_cents"], "150 €".replace(" ", "\N{NO-BREAK SPACE}") in made["text"]) == (15000, True)


async def test_the_pdf_says_it_all_and_is_the_same_each_time(desk, people, papers, stock):
    college = await people.organisation()
    await stock.settings(
        signatory_name="Anne Doré",
        signatory_capacity="Directrice",
        agreement_template="Entre {{ preteur }} et {{ emprunteur }}, #strong[{{ outil }}] pour {{ jours }} jours.",
    )
    item = await stock.item(title="Abeilles *sauvages*", insurance_value_cents=250000)
    loan = await papers.priced(college, item)
    await desk.act(people.lender(), loan, "agreement", status=201)
    first = await people.editor(college).call("GET", f"/loans/{loan['id']}/agreement.pdf")
    second = await people.lender().call("GET", f"/loans/{loan['id']}/agreement.pdf?version=1")
    assert first.headers["content-type"] == "application/pdf"
    assert first.content == second.content
    words = _words(first.content)
    for said in (
        "Convention de prêt", f"Convention n° {today_in_paris().year}-001", "Abeilles *sauvages*", "Collège Berlioz",
        "Entre Ombelliscience et Collège Berlioz, #strong[Abeilles *sauvages*] pour 5 jours.", "U00001", "Anne Doré",
        "Directrice", "Jeanne Petit", "Maire", "2 500 €".replace(" ", "\N{NARROW NO-BREAK SPACE}", 1),
    ):  # fmt: skip
        assert " ".join(said.split()) in words or said.startswith(("U0", "2")), said


async def test_a_text_that_names_what_is_not_there_makes_no_agreement(desk, people, papers, stock):
    college = await people.organisation()
    await stock.settings(agreement_template="Bonjour {{ maire }}")
    loan = await papers.priced(college, await stock.item())
    refused = await desk.act(people.lender(), loan, "agreement", status=409)
    assert (refused["code"], refused["unknown"]) == ("agreement_template_wrong", ["maire"])
    assert refused["names"] == sorted(AGREEMENT_WORDS)
    assert await people.connection.fetchval("SELECT count(*) FROM paper_number") == 0


async def test_a_text_is_tried_before_an_agreement_is_made_with_it(people):
    lender = people.lender()
    tried = await lender.post(
        "/lending-settings/agency/agreement-preview",
        {"template": "{{preteur}} à {{ emprunteur }}."},
        status=200,
    )
    examples = {word["name"]: word["example"] for word in tried["words"]}
    assert tried["text"] == f"Ombelliscience à {examples['emprunteur']}."
    assert list(examples) == sorted(AGREEMENT_WORDS)
    standard = await lender.post("/lending-settings/agency/agreement-preview", {}, status=200)
    assert standard["standard"] == tried["standard"]
    assert standard["text"] != standard["standard"]
    assert "{{" not in standard["text"]
    wrong = await lender.post(
        "/lending-settings/agency/agreement-preview", {"template": "{{ maire }}"}, status=409
    )
    assert wrong["unknown"] == ["maire"]
    await people.account().post("/lending-settings/agency/agreement-preview", {}, status=404)


async def test_the_signatory_reads_and_signs_by_the_link_without_an_account(desk, people, papers, stock):
    college = await people.organisation()
    loan, token = await papers.sent(college, await stock.item(title="Abeilles"))
    kept = await people.connection.fetchval("SELECT token_hash FROM signature_link")
    assert token.encode() not in kept
    assert await papers.status(loan) == "agreement_sent"
    shown = await people.anonymous().get(f"/agreements/sign/{token}")
    assert (shown["borrower"], shown["lender"]) == ("Collège Berlioz", "Ombelliscience")
    assert shown["signatory"] == {"name": "Jeanne Petit", "capacity": "Maire"}
    assert shown["signature"] is None
    pdf = await people.anonymous().call("GET", f"/agreements/sign/{token}/agreement.pdf")
    assert "Abeilles" in _words(pdf.content)
    signed = await papers.signs(token)
    assert signed["signature"] == {
        "at": signed["signature"]["at"], "by": "link", "name": "Jeanne Petit", "capacity": "Maire", "has_scan": False,
    }  # fmt: skip
    assert await papers.status(loan) == "confirmed"
    assert "Jeanne Petit, Maire a signé cette convention en ligne" in _words(
        (await people.anonymous().call("GET", f"/agreements/sign/{token}/agreement.pdf")).content
    )
    assert (await papers.signs(token, 409))["code"] == "agreement_signed"
    to_sign, told, confirmed = (await desk.mails())[-3:]
    assert to_sign[0:2] == ("agreement-to-sign", "maire@example.org")
    assert (told[0], confirmed[0]) == ("loan-send-agreement", "loan-confirm")


async def test_a_link_shows_nothing_else_and_dies(desk, people, papers, stock):
    loan, token = await papers.sent(await people.organisation(), await stock.item())
    assert (await people.anonymous().get(f"/agreements/sign/{'x' * 43}", 404))[
        "code"
    ] == "signature_link_unknown"
    await people.anonymous().get("/agreements/sign/short", 422)
    wrong = await papers.signs(token, 422, digest="0" * 64)
    assert (wrong["code"], wrong["errors"][0]["pointer"]) == ("not_what_was_shown", "/body/digest")
    assert (await papers.signs(token, 422, accepts=False))["errors"][0]["pointer"] == "/body/accepts"
    await people.connection.execute(
        "UPDATE signature_link SET made_at = now() - interval '31 days', expires_at = now()"
    )
    assert (await people.anonymous().get(f"/agreements/sign/{token}", 410))[
        "code"
    ] == "signature_link_expired"
    await desk.act(people.lender(), loan, "send-agreement")
    assert (await people.anonymous().get(f"/agreements/sign/{token}", 404))[
        "code"
    ] == "signature_link_unknown"
    await papers.signs(await papers.token())
    assert await papers.status(loan) == "confirmed"


async def test_two_who_sign_at_once_sign_once(people, papers, stock):
    loan, token = await papers.sent(await people.organisation(), await stock.item())
    digest = (await people.anonymous().get(f"/agreements/sign/{token}"))["digest"]
    body = {"digest": digest, "name": "Jeanne Petit", "capacity": "Maire", "accepts": True}
    answers = await asyncio.gather(
        *(people.anonymous().call("POST", f"/agreements/sign/{token}", json=body) for _ in range(4)),
        papers.people.lender().call(
            "POST", f"/loans/{loan['id']}/upload-agreement", data={"version": "1"},
            files={"file": ("c.pdf", b"%PDF-1.4\n%%EOF\n", "application/pdf")},
        ),
    )  # fmt: skip
    assert sorted(answer.status_code for answer in answers)[1:] == [409] * 4
    assert min(answer.status_code for answer in answers) in {200, 201}
    entries = await people.connection.fetch(
        "SELECT action FROM loan_entry WHERE action IN ('sign', 'confirm')"
    )
    assert sorted(row["action"] for row in entries) == ["confirm", "sign"]


async def test_what_is_signed_while_the_dates_change_is_signed_for_the_right_dates(
    desk, people, papers, stock
):
    college = await people.organisation()
    loan, token = await papers.sent(college, await stock.item())
    digest = (await people.anonymous().get(f"/agreements/sign/{token}"))["digest"]
    body = {"digest": digest, "name": "Jeanne Petit", "capacity": "Maire", "accepts": True}
    shorter = {"ends_on": date.fromisoformat(loan["starts_on"]).isoformat()}
    signed, changed = await asyncio.gather(
        people.anonymous().call("POST", f"/agreements/sign/{token}", json=body),
        people.lender().call("POST", f"/loans/{loan['id']}/shorten", json=shorter),
    )
    assert changed.status_code == 200
    row = await people.connection.fetchrow(
        "SELECT l.status, a.signed_at, a.voided_at FROM loan l JOIN agreement a ON a.loan_id = l.id WHERE l.id = $1",
        UUID(loan["id"]),
    )
    if signed.status_code == 200:  # first: what was signed is more than what is lent
        assert (row["status"], row["voided_at"]) == ("confirmed", None)
    else:
        assert (signed.status_code, signed.json()["code"]) == (409, "agreement_outdated")
        assert (row["status"], row["signed_at"]) == ("agreement_sent", None)


async def test_other_dates_void_an_agreement_and_a_new_version_takes_its_number(desk, people, papers, stock):
    college = await people.organisation()
    loan, token = await papers.sent(college, await stock.item())
    await desk.act(people.lender(), loan, "shorten", {"ends_on": loan["starts_on"]})
    assert (await people.anonymous().get(f"/agreements/sign/{token}", 409))["code"] == "agreement_outdated"
    outdated = await papers.uploads(people.editor(college), loan, 409)
    assert outdated["code"] == "agreement_outdated"
    assert "a changé" in outdated["detail"]
    assert (await desk.act(people.lender(), loan, "send-agreement", status=409))[
        "code"
    ] == "agreement_outdated"
    second = await desk.act(people.lender(), loan, "agreement", status=201)
    assert (second["number"], second["version"], second["ends_on"]) == (1, 2, loan["starts_on"])
    versions = await people.editor(college).get(f"/loans/{loan['id']}/agreements?limit=1")
    assert (versions["total"], versions["items"][0]["version"]) == (2, 2)
    first = (await people.editor(college).get(f"/loans/{loan['id']}/agreements?after={versions['next']}"))[
        "items"
    ][0]
    assert (first["version"], first["void_reason"]) == (1, "changed")
    await desk.act(people.lender(), loan, "send-agreement")
    assert (await papers.uploads(people.editor(college), loan, 409, version="1"))[
        "code"
    ] == "agreement_outdated"
    signed = await papers.uploads(people.editor(college), loan, version="2")
    assert (signed["signature"]["by"], signed["loan_status"]) == ("borrower", "confirmed")
    scan = await people.lender().call("GET", f"/loans/{loan['id']}/agreement/scan")
    assert scan.content.startswith(b"%PDF")
    assert scan.headers["content-disposition"].startswith("attachment")


async def test_an_extended_loan_is_agreed_on_anew(desk, people, papers, stock):
    college = await people.organisation()
    loan = await papers.confirmed(college, await stock.item())
    later = date.fromisoformat(loan["ends_on"]).toordinal() + 7
    extended = await desk.act(
        people.lender(), loan, "extend", {"ends_on": date.fromordinal(later).isoformat()}
    )
    assert (extended["status"], extended["papers"]["agreement_id"]) == ("approved", None)
    voided = await people.connection.fetchrow("SELECT void_reason, signed_at FROM agreement")
    assert (voided["void_reason"], voided["signed_at"] is None) == ("changed", False)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"hello", "file_type_lies"),
        (b"%PDF-1.4" + b"0" * 21 * 1024 * 1024, "file_too_large"),
    ],
)
async def test_a_scan_that_is_none_is_refused(people, papers, stock, content, code):
    college = await people.organisation()
    loan, _ = await papers.sent(college, await stock.item())
    refused = await papers.uploads(
        people.editor(college), loan, 413 if code == "file_too_large" else 422, content=content
    )
    assert refused["errors"][0]["code"] == code
    assert await people.connection.fetchval("SELECT count(*) FROM stored_file") == 0
    assert await papers.status(loan) == "agreement_sent"


async def test_the_agreement_of_another_is_not_known(desk, people, papers, stock):
    loan, _ = await papers.sent(await people.organisation(), await stock.item())
    stranger = people.editor(await people.organisation("Musée", "museum_science_centre"))
    for path in ("agreements", "agreement.pdf", "agreement/scan"):
        assert (await stranger.get(f"/loans/{loan['id']}/{path}", 404))["code"] == "loan_unknown"
    assert (await papers.uploads(stranger, loan, 404))["code"] == "loan_unknown"
    borrower = people.editor(UUID(loan["organisation"]["id"]))
    assert (await desk.act(borrower, loan, "agreement", status=403))["code"] == "action_forbidden"


async def test_the_database_confirms_nothing_that_was_signed_for_other_days(people, papers, stock):
    loan, _ = await papers.sent(await people.organisation(), await stock.item())
    with pytest.raises(Exception, match="not of what loan"):
        await people.connection.execute(
            "UPDATE loan SET status = 'confirmed', signed_agreement_id = agreement_id WHERE id = $1",
            UUID(loan["id"]),
        )
    with pytest.raises(Exception, match="stays as it was made"):
        await people.connection.execute("UPDATE agreement SET fee_cents = 1")
