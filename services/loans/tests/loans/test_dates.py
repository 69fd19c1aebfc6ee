"""Days that change: of what is not agreed on, longer where nobody else has the units, shorter always."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from loans_desk import line, week
from ombelle_loans.loans.quoting import fee_of


async def test_the_days_of_a_hold_change_on_the_version_that_was_read(desk, people, stock, membership):
    college, item = await people.organisation(), await stock.item()
    membership.members = {college: True}
    await people.connection.execute(
        "INSERT INTO tariff (category, in_force, basis, period_days, member_cents, other_cents) "
        "VALUES ('light_exhibition', '[2020-01-01,)', 'per_period', 1, 100, 300)"
    )
    ada, loan = people.editor(college), await desk.held(college, item)
    first, last = week(1)
    days = {"starts_on": str(first), "ends_on": str(first + timedelta(days=2))}
    assert (await ada.patch(f"/loans/{loan['id']}", days, 428, if_match=None))["code"] == "version_needed"
    moved = await ada.patch(f"/loans/{loan['id']}", days, if_match='"v1"')
    assert (moved["starts_on"], moved["days"], moved["fee"]["cents"], moved["version"]) == (
        str(first),
        3,
        300,
        2,
    )
    assert moved["fee"]["member_status"] == {"is_member": True, "on": str(first)}
    stale = await ada.patch(f"/loans/{loan['id']}", {"ends_on": str(last)}, 412, if_match='"v1"')
    assert (stale["current"]["version"], stale["yours"]) == (2, {"ends_on": str(last)})
    backwards = {"ends_on": str(first - timedelta(days=1))}
    assert (await ada.patch(f"/loans/{loan['id']}", backwards, 422))["code"] == "dates_wrong"
    assert (await desk.blocks())[0][1] == f"[{first},{first + timedelta(days=3)})"
    changes = (await ada.get(f"/loans/{loan['id']}/history"))["items"][0]["changes"]
    assert [change["name"] for change in changes] == ["starts_on", "ends_on"]


async def test_days_that_are_somebody_else_s_are_refused_and_nothing_moves(desk, people, stock):
    college, other, item = await people.organisation(), await people.organisation("B"), await stock.item()
    loan = await desk.held(college, item)
    await desk.held(other, item, 1)
    before = await desk.blocks()
    first, last = week(1)
    body = {"starts_on": str(first), "ends_on": str(last)}
    assert (await people.editor(college).patch(f"/loans/{loan['id']}", body, 409))["code"] == "taken"
    assert await desk.blocks() == before


async def test_an_approved_loan_is_extended_as_far_as_nobody_else_has_it(desk, people, stock):
    college, other, item = await people.organisation(), await people.organisation("B"), await stock.item()
    lender, loan = people.lender(), await desk.held(college, item)
    await desk.act(lender, loan, "approve")
    await desk.held(other, item, 1)
    first, last = week(0)
    longer = {"ends_on": str(last + timedelta(days=1))}
    assert (await desk.act(people.editor(college), loan, "extend", longer, 403))["code"] == "action_forbidden"
    extended = await desk.act(lender, loan, "extend", longer)
    assert (extended["ends_on"], extended["status"]) == (longer["ends_on"], "approved")
    problem = await desk.act(lender, loan, "extend", {"ends_on": str(week(1)[0])}, 409)
    assert (problem["code"], problem["refusals"][0]["code"]) == ("taken", "hold")
    for wrong in (longer["ends_on"], str(first)):
        assert (await desk.act(lender, loan, "extend", {"ends_on": wrong}, 422))["code"] == "dates_wrong"


async def test_a_borrower_asks_for_more_days_and_the_lender_answers(desk, people, stock):
    college, item = await people.organisation(), await stock.item()
    await stock.settings(email="prets@ombelle.example")
    ada, lender = people.editor(college), people.lender()
    loan = await desk.held(college, item)
    last = week(0)[1]
    longer = {"ends_on": str(last + timedelta(days=3)), "message": "Une classe de plus"}
    assert (await desk.act(ada, loan, "ask-extension", longer, 409))["code"] == "action_impossible"
    await desk.act(lender, loan, "approve")
    wrong = longer | {"ends_on": str(last)}
    assert (await desk.act(ada, loan, "ask-extension", wrong, 422))["code"] == "dates_wrong"
    assert (await desk.act(lender, loan, "ask-extension", longer, 403))["code"] == "action_forbidden"
    nothing = await desk.act(lender, loan, "decline-extension", {"reason": "Non"}, 409)
    assert (nothing["code"], nothing["needs"]) == ("paper_missing", ["extension"])

    asked = await desk.act(ada, loan, "ask-extension", longer)
    assert asked["extension"] == longer | {"asked_at": asked["extension"]["asked_at"]}
    assert (asked["ends_on"], asked["status"]) == (str(last), "approved")
    assert [one["id"] for one in (await lender.get("/loans?extension_asked=true"))["items"]] == [loan["id"]]
    declined = await desk.act(lender, loan, "decline-extension", {"reason": "Le suivant attend"})
    assert (declined["extension"], declined["ends_on"]) == (None, str(last))
    assert (await lender.get("/loans?extension_asked=true"))["total"] == 0

    await desk.act(ada, loan, "ask-extension", longer)
    extended = await desk.act(lender, loan, "extend", {"ends_on": str(last + timedelta(days=1))})
    assert extended["extension"] is None
    later = longer | {"ends_on": str(last + timedelta(days=4))}
    await desk.act(ada, loan, "ask-extension", later)
    cancelled = await desk.act(ada, loan, "cancel", {"reason": "Grève"})
    assert cancelled["extension"] is None
    lines = (await ada.get(f"/loans/{loan['id']}/history"))["items"]
    assert [line["label"] for line in lines[:4]] == [
        "Annulé", "Prolongation demandée", "Prolongé", "Prolongation demandée",
    ]  # fmt: skip
    mails = [subject for key, _, subject in await desk.mails() if "extension" in key]
    assert mails == [
        "Collège Berlioz demande à prolonger son prêt de « Pop-up de l'histoire naturelle »",
        "Prêt de « Pop-up de l'histoire naturelle » : pas de prolongation",
        "Collège Berlioz demande à prolonger son prêt de « Pop-up de l'histoire naturelle »",
        "Collège Berlioz demande à prolonger son prêt de « Pop-up de l'histoire naturelle »",
    ]


async def test_loans_are_listed_by_their_days_and_by_department(desk, people, stock):
    college, lender = await people.organisation(), people.lender()
    items = [await stock.item() for _ in range(3)]
    loans = [await desk.held(college, item, number) for item, number in zip(items, (2, 0, 1), strict=True)]
    in_order = [loans[place]["id"] for place in (1, 2, 0)]
    for sort in ("starts_on", "ends_on"):
        first = await lender.get(f"/loans?sort={sort}&limit=2&department=80")
        rest = await lender.get(f"/loans?sort={sort}&limit=2&department=80&after={first['next']}")
        assert [one["id"] for one in first["items"] + rest["items"]] == in_order
        assert (first["total"], rest["next"]) == (3, None)
    foreign = await lender.get(f"/loans?sort=starts_on&after={first['next']}", 422)
    assert foreign["code"] == "invalid_input"
    assert (await lender.get("/loans?department=59"))["total"] == 0


@pytest.mark.parametrize("status", ["agreement_sent", "confirmed"])
async def test_what_was_agreed_on_for_other_days_is_agreed_anew(desk, people, stock, status):
    college, item = await people.organisation(), await stock.item()
    loan = {"id": str(await desk.row(college, item, status, insurance_asked="none"))}
    last = week(0)[1]
    extended = await desk.act(people.lender(), loan, "extend", {"ends_on": str(last + timedelta(days=3))})
    assert (extended["status"], extended["papers"]["agreement_id"]) == ("approved", None)
    assert extended["papers"]["signed_agreement_id"] is None


async def test_a_shorter_loan_is_always_possible_and_what_it_frees_is_offered(desk, people, stock):
    college, other, item = await people.organisation(), await people.organisation("B"), await stock.item()
    first, last = week(0)
    loan = {"id": str(await desk.row(college, item, "approved", insurance_asked="none"))}
    shorter = {"starts_on": str(last), "ends_on": str(last)}
    waits = await desk.ask(people.editor(other), other, line(item, waitlist_if_taken=True) | shorter)
    # Buffers that grew since, and a unit that broke, are in nobody's way to give days back.
    await stock.settings(buffer_before_days=0)
    await people.connection.execute("UPDATE lender_settings SET buffer_before_days = 30")
    await people.connection.execute("UPDATE unit SET state = 'damaged'")
    end = first + timedelta(days=1)
    body = await desk.act(people.editor(college), loan, "shorten", {"ends_on": str(end)})
    assert (body["ends_on"], body["status"]) == (str(end), "approved")
    assert (await desk.blocks())[0][1] == f"[{first},{end + timedelta(days=1)})"
    for wrong in (end, first - timedelta(days=1)):
        problem = await desk.act(people.lender(), loan, "shorten", {"ends_on": str(wrong)}, 422)
        assert problem["code"] == "dates_wrong"
    await people.connection.execute("UPDATE unit SET state = 'usable'")
    await people.connection.execute("UPDATE lender_settings SET buffer_before_days = 0")
    await desk.act(people.editor(college), loan, "shorten", {"ends_on": str(first)})
    found = await people.lender().get(f"/loans/{waits['loans'][0]['id']}")
    assert (found["status"], found["hold"]["offer_accepted_at"]) == ("held", None)


async def test_a_fee_that_the_lender_settled_otherwise_stays_when_days_change(desk, people, stock):
    college, item, lender = await people.organisation(), await stock.item(), people.lender()
    loan = await desk.held(college, item)
    await desk.act(lender, loan, "settle-fee", {"cents": 4200, "reason": "Convenu"})
    end = week(0)[0] + timedelta(days=1)
    moved = await lender.patch(f"/loans/{loan['id']}", {"ends_on": str(end)})
    assert (moved["fee"]["cents"], moved["fee"]["reason"]) == (4200, "Convenu")
    assert UUID(moved["id"]) == UUID(loan["id"])


@given(
    days=st.integers(1, 1000),
    period=st.integers(1, 366),
    cents=st.integers(0, 10**8),
    is_member=st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_every_period_that_is_begun_is_paid_for_once(days, period, cents, is_member):
    tariff = {
        "basis": "per_period", "period_days": period, "member_cents": cents, "other_cents": cents + 1,
    }  # fmt: skip
    price = cents if is_member else cents + 1
    paid = fee_of(tariff, days, is_member=is_member)
    begun = len(range(0, days, period))
    assert paid == begun * price
    assert fee_of(tariff | {"basis": "flat"}, days, is_member=is_member) == price
