"""Fees from their call to their receipt: amounts by the tariff of the year, states that follow what is received."""

import asyncio
from datetime import date, timedelta

import pytest
from members_fees import NEW_YEAR, THIS_YEAR
from ombelle_members.days import today_in_paris

TODAY = today_in_paris()


async def test_a_fee_is_called_paid_in_two_times_and_receipted(treasury):
    await treasury.adopts()
    member = await treasury.legal("Bibliothèque", college="A")
    called = await treasury.calls(member, due_on=str(TODAY + timedelta(days=30)))
    fee = called["id"]
    assert called == {
        "id": fee,
        "member": {"id": str(member), "number": 1, "kind": "legal", "name": "Bibliothèque"},
        "year": THIS_YEAR,
        "starts_on": f"{THIS_YEAR}-01-01",
        "ends_on": f"{THIS_YEAR}-12-31",
        "category": "medium",
        "college": "A",
        "amount_cents": 30000,
        "amount_reason": None,
        "received_cents": 0,
        "remaining_cents": 30000,
        "state": "called",
        "is_late": False,
        "called_on": str(TODAY),
        "due_on": str(TODAY + timedelta(days=30)),
        "waived_on": None,
        "waive_reason": None,
        "void_on": None,
        "void_reason": None,
        "reminders": 0,
        "last_reminded_on": None,
        "receipt": None,
        "payments": [],
        "version": 1,
        "allowed_actions": ["pay", "waive", "void", "postpone", "read_call"],
    }
    part = await treasury.receives(fee, 10000, method="cheque", reference="0012")
    assert (part["state"], part["remaining_cents"], part["receipt"]) == ("partially_paid", 20000, None)
    assert (await treasury.treasurer.get(f"/fees/{fee}/receipt.pdf", 409))["code"] == "fee_not_paid"
    paid = await treasury.receives(fee, 20000)
    assert (paid["state"], paid["remaining_cents"], paid["receipt"]) == ("paid", 0, f"{THIS_YEAR}-0001")
    assert paid["allowed_actions"] == ["void_payment", "read_call", "read_receipt"]
    receipt = await treasury.treasurer.call("GET", f"/fees/{fee}/receipt.pdf")
    assert (receipt.status_code, receipt.headers["content-type"]) == (200, "application/pdf")
    assert receipt.content.startswith(b"%PDF-1.7")


async def test_what_does_not_fit_is_refused_where_it_stands(treasury):
    await treasury.adopts()
    member = await treasury.legal("Fablab", "small")
    large = await treasury.legal("Université", "large")
    fee = (await treasury.calls(member))["id"]

    async def refused(answer, status, code, pointer=None):
        problem = await answer
        found = (problem["status"], problem["code"], problem["errors"][0]["pointer"] if pointer else None)
        assert found == (status, code, pointer)
        return problem

    call = f"/members/{member}/fees"
    again = await refused(
        treasury.treasurer.post(call, {"year": THIS_YEAR}, 409), 409, "fee_called_already", "/body/year"
    )
    assert again["fee_id"] == fee
    await refused(treasury.treasurer.post(call, {"year": 2019}, 409), 409, "fee_not_callable", "/body/year")
    await refused(
        treasury.treasurer.post(f"/members/{large}/fees", {"year": THIS_YEAR}, 409),
        409, "fee_not_callable", "/body/amount_cents",
    )  # fmt: skip
    too_much = await refused(treasury.receives(fee, 5001, 422), 422, "payment_too_much", "/body/amount_cents")
    assert too_much["remaining_cents"] == 5000
    tomorrow = str(TODAY + timedelta(days=1))
    await refused(
        treasury.receives(fee, 10, 422, received_on=tomorrow), 422, "invalid_input", "/body/received_on"
    )
    await treasury.receives(fee, 10)
    await refused(treasury.changes(fee, "void", {"reason": "Erreur."}, 409), 409, "fee_settled")
    await treasury.changes(fee, "waive", {"reason": "Décision du bureau."})
    for what, body in (
        ("waive", {"reason": "x"}),
        ("void", {"reason": "x"}),
        ("postpone", {"due_on": tomorrow}),
    ):
        await refused(treasury.changes(fee, what, body, 409), 409, "fee_settled")
    await refused(treasury.receives(fee, 10, 409), 409, "fee_settled")


async def test_a_payment_counts_once_and_one_that_was_none_takes_its_receipt_along(treasury):
    await treasury.adopts()
    fee = (await treasury.calls(await treasury.legal("Musée")))["id"]
    other = (await treasury.calls(await treasury.legal("Médiathèque")))["id"]
    paid = await treasury.receives(fee, 15000, reference="VIR-1")
    assert await treasury.receives(fee, 15000, reference="vir-1") == paid  # told twice, received once
    taken = await treasury.receives(other, 15000, 409, reference="Vir-1")
    assert (taken["code"], taken["fee_id"]) == ("payment_reference_taken", fee)
    [payment] = paid["payments"]
    voided = await treasury.treasurer.post(
        f"/payments/{payment['id']}/void", {"reason": "Rejet de la banque."}
    )
    assert (voided["state"], voided["receipt"], voided["payments"][0]["void_reason"]) == (
        "called", None, "Rejet de la banque.",
    )  # fmt: skip
    # its reference may be used again; the number of the cancelled receipt stays its own
    assert (await treasury.receives(other, 15000, reference="VIR-1"))["receipt"] == f"{THIS_YEAR}-0002"
    again = await treasury.treasurer.post(f"/payments/{payment['id']}/void", {"reason": "Encore."}, 409)
    assert again["code"] == "payment_void"


async def test_payments_at_once_are_never_more_than_what_is_owed_and_receipts_have_no_gap(treasury):
    await treasury.adopts()
    fees = [(await treasury.calls(await treasury.legal(f"Lieu {n}", "small")))["id"] for n in range(4)]

    async def pays(fee, number):
        paid = {
            "method": "cash",
            "received_on": str(TODAY),
            "amount_cents": 5000,
            "reference": f"{fee}-{number}",
        }
        return (await treasury.treasurer.call("POST", f"/fees/{fee}/payments", json=paid)).status_code

    answers = await asyncio.gather(*(pays(fee, number) for fee in fees for number in range(4)))
    assert sorted(answers) == [201] * 4 + [409] * 12
    numbers = await treasury.connection.fetch("SELECT year, number FROM fee_receipt ORDER BY number")
    assert [tuple(row) for row in numbers] == [(THIS_YEAR, n) for n in (1, 2, 3, 4)]


async def test_two_treasurers_call_the_year_at_once_and_each_member_once(treasury):
    await treasury.adopts()
    for n in range(5):
        await treasury.legal(f"Structure {n}", "small")
    body = {"year": THIS_YEAR, "dry_run": False}
    reports = await asyncio.gather(*(treasury.treasurer.post("/fees/call", body) for _ in range(2)))
    assert sorted(len(report["called"]) for report in reports) == [0, 5]
    assert await treasury.connection.fetchval("SELECT count(*) FROM fee") == 5
    assert await treasury.connection.fetchval("SELECT count(*) FROM fee_notice WHERE kind = 'call'") == 5


async def test_what_was_called_stays_whatever_the_tariff_becomes(treasury):
    adopted = await treasury.adopts()
    assert [line["amount_cents"] for line in adopted["items"][0]["lines"]] == [2000, 5000, 15000, 30000]
    fee = await treasury.calls(await treasury.legal("Planétarium"))
    used = await treasury.put(
        "/fee-tariffs", {"starts_on": str(NEW_YEAR), "adopted_on": str(NEW_YEAR), "lines": [
            {"category": "medium", "amount_cents": 1}]}, 409,
    )  # fmt: skip
    assert used["code"] == "fee_tariff_used"
    next_year = date(THIS_YEAR + 1, 1, 1)
    later = await treasury.adopts(next_year, [{"category": "medium", "amount_cents": 16000}])
    assert [(one["starts_on"], one["ends_on"], one["fees"]) for one in later["items"]] == [
        (str(next_year), None, 0), (str(NEW_YEAR), f"{THIS_YEAR}-12-31", 1),
    ]  # fmt: skip
    stale = await treasury.put(
        "/fee-tariffs", {"starts_on": "2040-01-01", "adopted_on": "2040-01-01", "lines": [
            {"category": "medium", "amount_cents": 1}]}, 412, if_match='"v1"',
    )  # fmt: skip
    assert stale["code"] == "changed_meanwhile"
    assert (await treasury.treasurer.get(f"/fees/{fee['id']}"))["amount_cents"] == 15000
    entries = await treasury.connection.fetch(
        "SELECT facts -> 'from' AS begins FROM register_entry WHERE kind = 'fee_tariff.adopted' ORDER BY number"
    )
    assert [row["begins"] for row in entries][-2:] == [f'"{NEW_YEAR}"', f'"{next_year}"']


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE fee SET amount_cents = 1",
        "DELETE FROM fee",
        "DELETE FROM payment",
        "UPDATE payment SET amount_cents = 1",
    ],
)
async def test_nothing_gets_round_what_was_called_and_received(treasury, statement):
    await treasury.adopts()
    fee = await treasury.calls(await treasury.legal("Observatoire"))
    await treasury.receives(fee["id"], 100)
    with pytest.raises(Exception, match="voided, never changed"):
        await treasury.connection.execute(statement)
