"""Invoices: numbered without a gap whoever asks at once, frozen, cancelled by credit notes, exported."""

import asyncio
import csv
import io
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from ombelle_loans.availability.days import today_in_paris

ISSUER = {
    "name": "Ombelliscience", "siret": "73282932000074", "address": "1 rue des Ombelles", "postcode": "80000",
    "city": "Amiens", "iban": None, "vat_note": "TVA non applicable", "payment_days": 30,
}  # fmt: skip
DEBTOR = {
    "name": "Ville d'Amiens", "siret": "21800019800000", "address": "Place de l'Hôtel de Ville",
    "postcode": "80000", "city": "Amiens", "service_code": "CULT", "commitment_number": "E-42",
}  # fmt: skip
_RAM = "{urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100}"


async def _billed(desk, people, papers, stock, count=1, **more):
    """Return confirmed loans that cost 150 euros each, whose lender has said who issues its invoices."""
    hall = await people.organisation("Mairie d'Amiens", "town_hall")
    item = await stock.item(copies=count, title="Abeilles")
    loans = [await papers.confirmed(hall, item, number, **more) for number in range(count)]
    for loan in loans:
        await desk.act(people.lender(), loan, "settle-fee", {"cents": 15000, "reason": "Convenu"})
    await people.lender().put("/invoice-issuers/agency", ISSUER)
    return hall, loans


async def test_an_invoice_says_what_chorus_pro_wants_and_never_changes(desk, people, papers, stock):
    hall, (loan,) = await _billed(desk, people, papers, stock)
    made = await people.lender().post("/invoices", {"loans": [loan["id"]], "debtor": DEBTOR}, 201)
    year = today_in_paris().year
    assert made == {
        "id": made["id"], "kind": "invoice", "reference": f"{year}-0001", "year": year, "number": 1,
        "request_id": loan["request"]["id"], "cancels": None, "cancelled_by": None, "reason": None,
        "issuer": {name: value for name, value in ISSUER.items() if name != "payment_days"}, "debtor": DEBTOR,
        "lines": [{"loan_id": loan["id"], "label": made["lines"][0]["label"], "cents": 15000}],
        "total_cents": 15000, "issued_on": today_in_paris().isoformat(), "due_on": made["due_on"],
        "allowed_actions": ["cancel"],
    }  # fmt: skip
    assert made["lines"][0]["label"].startswith(f"Prêt n° {loan['number']} : Abeilles, du lundi ")
    twice = await people.lender().post("/invoices", {"loans": [loan["id"]], "debtor": DEBTOR}, 409)
    assert (twice["code"], twice["loans"]) == ("not_invoiceable", [{"id": loan["id"], "code": "invoiced"}])
    for statement in (
        "UPDATE invoice SET total_cents = 1",
        "DELETE FROM invoice",
        "UPDATE invoice_line SET cents = 1",
    ):
        with pytest.raises(Exception, match="never changed"):
            await people.connection.execute(statement)
    assert (await people.editor(hall).get(f"/invoices/{made['id']}")) == made | {"allowed_actions": []}
    stranger = people.editor(await people.organisation("Musée"))
    assert (await stranger.get(f"/invoices/{made['id']}", 404))["code"] == "invoice_unknown"
    assert (await stranger.get("/invoices"))["total"] == 0


async def test_loans_to_invoice_are_those_that_an_invoice_takes(desk, people, papers, stock):
    hall, (one, other) = await _billed(desk, people, papers, stock, count=2)
    item = await stock.item(title="Gratuit")
    free = await papers.confirmed(hall, item)
    await desk.act(people.lender(), free, "settle-fee", {"cents": 0, "reason": "Offert"})

    async def listed(wanted: str) -> list[str]:
        found = await people.lender().get(f"/loans?to_invoice={wanted}")
        assert found["total"] == len(found["items"])
        return sorted(loan["id"] for loan in found["items"])

    assert await listed("true") == sorted([one["id"], other["id"]])
    made = await people.lender().post("/invoices", {"loans": [one["id"]], "debtor": DEBTOR}, 201)
    assert await listed("true") == [other["id"]]
    assert await listed("false") == sorted([one["id"], free["id"]])
    await people.lender().post(f"/invoices/{made['id']}/cancel", {"reason": "Erreur"}, 201)
    assert await listed("true") == sorted([one["id"], other["id"]])


async def test_a_credit_note_takes_the_next_number_and_lets_the_loan_be_billed_again(
    desk, people, papers, stock
):
    hall, (loan,) = await _billed(desk, people, papers, stock)
    made = await people.lender().post("/invoices", {"loans": [loan["id"]], "debtor": DEBTOR}, 201)
    path = f"/invoices/{made['id']}/cancel"
    assert (await people.editor(hall).post(path, {"reason": "Non"}, 404))["code"] == "invoice_unknown"
    answers = await asyncio.gather(
        *(people.lender().call("POST", path, json={"reason": "Erreur de SIRET"}) for _ in range(3))
    )
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409]
    note = next(answer.json() for answer in answers if answer.status_code == 201)
    assert (note["kind"], note["number"], note["cancels"], note["total_cents"]) == (
        "credit_note", 2, made["reference"], 15000,
    )  # fmt: skip
    assert (await people.lender().get(f"/invoices/{made['id']}"))["cancelled_by"] == note["reference"]
    again = await people.lender().post("/invoices", {"loans": [loan["id"]], "debtor": DEBTOR}, 201)
    assert again["number"] == 3
    assert (await people.lender().post(f"/invoices/{note['id']}/cancel", {"reason": "x"}, 409))[
        "code"
    ] == "invoice_cancelled"
    listed = await people.lender().get("/invoices?limit=2")
    assert ([one["number"] for one in listed["items"]], listed["total"]) == ([3, 2], 3)


async def test_invoices_asked_at_once_are_numbered_without_a_gap(desk, people, papers, stock):
    _, loans = await _billed(desk, people, papers, stock, count=4)
    refused = {
        "loans": [loans[0]["id"], loans[1]["id"]],
        "debtor": DEBTOR,
    }  # of two requests: takes no number
    bodies = [{"loans": [loan["id"]], "debtor": DEBTOR} for loan in loans]
    answers = await asyncio.gather(
        *(
            people.lender().call("POST", "/invoices", json=body)
            for body in [*bodies[:2], refused, *bodies[2:], bodies[0]]
        )
    )
    made = [answer.json()["number"] for answer in answers if answer.status_code == 201]
    assert sorted(made) == [1, 2, 3, 4]


async def test_what_is_not_to_be_billed_is_refused_with_its_reason(desk, people, papers, stock):
    college = await people.organisation()
    await people.lender().put("/invoice-issuers/agency", ISSUER)
    item = await stock.item(copies=3)
    school = await papers.confirmed(college, item, channel="pass_culture")
    await desk.act(people.lender(), school, "settle-fee", {"cents": 15000, "reason": "Convenu"})
    unsettled = {"id": str(await desk.row(college, item, "confirmed", 1))}
    free = await papers.confirmed(college, item, 2)
    await desk.act(people.lender(), free, "settle-fee", {"cents": 0, "reason": "Offert"})
    early = await papers.approved(college, item, 3)
    loans = [school, unsettled, free, early]
    body = {"loans": [loan["id"] for loan in loans], "debtor": DEBTOR}
    refused = await people.lender().post("/invoices", body, 409)
    assert [one["code"] for one in refused["loans"]] == [
        "pass_culture",
        "to_be_settled",
        "free",
        "not_confirmed",
    ]
    assert refused["errors"][0]["pointer"] == "/body/loans/0"
    with pytest.raises(Exception, match="pass Culture"):
        await people.connection.execute(
            "INSERT INTO invoice_line (invoice_id, loan_id, label, cents, is_live) VALUES (uuidv7(), $1, 'x', 1, true)",
            UUID(school["id"]),
        )
    stranger = people.editor(await people.organisation("Musée"))
    refused = await stranger.post("/invoices", {"loans": [free["id"]], "debtor": DEBTOR}, 409)
    assert [one["code"] for one in refused["loans"]] == ["unknown"]


@pytest.mark.parametrize("siret", ["73282932000075", "123", "quatorze chiffres"])
async def test_a_siret_that_is_none_is_refused(people, siret):
    refused = await people.lender().put("/invoice-issuers/agency", ISSUER | {"siret": siret}, 422)
    assert refused["errors"][0]["pointer"] == "/body/siret"


async def test_who_issues_is_said_by_who_lends(people):
    assert (await people.lender().get("/invoice-issuers/agency", 409))["code"] == "invoice_issuer_missing"
    owner = await people.organisation("Musée")
    said = await people.editor(owner).put(f"/invoice-issuers/{owner}", ISSUER)
    assert said == ISSUER | {"version": 1, "allowed_actions": ["edit"]}
    assert (await people.editor(owner).put(f"/invoice-issuers/{owner}", ISSUER, 428))[
        "code"
    ] == "version_needed"
    assert (await people.editor(owner).get("/invoice-issuers/agency", 404))["code"] == "lender_unknown"


async def test_invoices_are_exported_as_a_table_and_as_xml(desk, people, papers, stock):
    _, (loan,) = await _billed(desk, people, papers, stock)
    debtor = DEBTOR | {"name": "=Ville"}
    made = await people.lender().post("/invoices", {"loans": [loan["id"]], "debtor": debtor}, 201)
    await people.lender().post(f"/invoices/{made['id']}/cancel", {"reason": "Erreur"}, 201)
    year = today_in_paris().year
    answer = await people.lender().call("GET", f"/invoices/export.csv?year={year}")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [(row["numero"], row["montant"], row["debiteur"], row["code_service"]) for row in rows] == [
        (f"{year}-0001", "150,00", "'=Ville", "CULT"), (f"{year}-0002", "-150,00", "'=Ville", "CULT"),
    ]  # fmt: skip
    xml = await people.lender().call("GET", f"/invoices/{made['id']}/invoice.xml")
    root = ET.fromstring(xml.content)
    found = {name: [one.text for one in root.iter(_RAM + name)] for name in
        ("TypeCode", "BuyerReference", "IssuerAssignedID", "GrandTotalAmount")}  # fmt: skip
    assert found == {
        "TypeCode": ["380", "VAT", "VAT"], "BuyerReference": ["CULT"], "IssuerAssignedID": ["E-42"],
        "GrandTotalAmount": ["150.00"],
    }  # fmt: skip
    sirets = [one.text for one in root.iter(_RAM + "ID") if one.get("schemeID") == "0009"]
    assert sirets == [ISSUER["siret"], DEBTOR["siret"]]
