"""What becomes of a loan: approved, declined, cancelled, offered to who waits, expired, returned, closed; who is told."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from loans_desk import line, week
from ombelle_loans.availability.days import today_in_paris
from ombelle_loans.loans.jobs import follow_late, offer_waiting


async def test_an_approved_loan_blocks_for_good_and_both_sides_hear_of_it(desk, people, stock):
    college, owner = await people.organisation(), await people.organisation("Musée", "museum_science_centre")
    await stock.settings(owner, insurance="certificate")
    item = await stock.item(owner=owner, title="Abeilles")
    loan = await desk.held(college, item)
    approved = await desk.act(people.editor(owner), loan, "approve")
    assert approved == loan | {
        "status": "approved",
        "hold": None,
        "papers": loan["papers"] | {"insurance_asked": "certificate"},
        "version": 2,
        "updated_at": approved["updated_at"],
        "allowed_actions": approved["allowed_actions"],
    }
    first, last = week(0)
    days = f"[{first},{last + timedelta(days=1)})"
    assert await desk.blocks() == [("loan", days, days)]
    assert (await desk.mails())[-1] == (
        "loan-approve",
        str(college),
        "Votre prêt de « Abeilles » est accepté",
    )
    assert (await desk.notices())[-2:] == [
        ("loan.approved", str(college), "approved"), ("loan.approved", str(owner), "approved"),
    ]  # fmt: skip
    told = (await people.posted("webhook.told"))[-1]
    assert told == {
        "organisation_id": str(owner),
        "event": "loan.approved",
        "at": told["at"],
        "subject": {"kind": "loan", "id": loan["id"]},
        "data": {
            "number": loan["number"], "request_id": loan["request"]["id"], "status": "approved",
            "item_id": str(item.id), "title": "Abeilles", "starts_on": loan["starts_on"], "ends_on": loan["ends_on"],
        },
    }  # fmt: skip


async def test_a_declined_loan_frees_its_units_and_says_why(desk, people, stock):
    college, item = await people.organisation(), await stock.item()
    loan = await desk.held(college, item)
    declined = await desk.act(people.lender(), loan, "decline", {"reason": "En réparation"})
    assert (declined["status"], declined["decline_reason"], declined["blocked"]) == (
        "declined", "En réparation", None,
    )  # fmt: skip
    assert await desk.blocks() == []
    assert "En réparation" in (await people.posted("mail.requested"))[-1]["text"]
    assert await desk.held(college, item)


@pytest.mark.parametrize(
    ("side", "by", "expected"),
    [("borrower", None, "borrower"), ("borrower", "lender", "borrower"), ("lender", None, "lender"),
     ("lender", "force_majeure", "force_majeure")],
)  # fmt: skip
async def test_a_cancelled_loan_says_by_whom_with_what_notice_and_how_many_days_are_lost(
    desk, people, stock, side, by, expected
):
    college, item = await people.organisation(), await stock.item()
    loan = await desk.held(college, item)
    who = people.lender() if side == "lender" else people.editor(college)
    body = {"reason": "Grève"} | ({} if by is None else {"by": by})
    cancelled = await desk.act(who, loan, "cancel", body)
    today = today_in_paris()
    assert cancelled["cancellation"] == {
        "by": expected, "reason": "Grève", "on": today.isoformat(), "days_lost": 5,
        "notice_days": (week(0)[0] - today).days,
    }  # fmt: skip
    assert (cancelled["status"], await desk.blocks()) == ("cancelled", [])
    assert {mail[:2] for mail in await desk.mails()} == {
        ("loan-asked", str(college)),
        ("loan-cancel", str(college)),
    }


async def test_what_is_freed_is_offered_to_the_first_that_fits_and_to_nobody_else_meanwhile(
    desk, people, stock
):
    first, second, third, holder = [await people.organisation(name) for name in "ABCD"]
    item = await stock.item(max_days=300)
    held = await desk.held(holder, item, 1)
    too_long = {"starts_on": str(week(0)[0]), "ends_on": str(week(3)[1])}
    waiting = {}
    await desk.held(holder, item, 3)
    for organisation, days in ((first, too_long), (second, {}), (third, {})):
        asked = line(item, 1, waitlist_if_taken=True) | days
        waiting[organisation] = (await desk.ask(people.editor(organisation), organisation, asked))["loans"][0]
    await desk.act(people.editor(holder), held, "cancel", {"reason": "Annulé"})
    states = {
        organisation: (await people.lender().get(f"/loans/{loan['id']}"))["status"]
        for organisation, loan in waiting.items()
    }
    assert states == {first: "waitlisted", second: "held", third: "waitlisted"}
    assert (await desk.mails())[-1][:2] != ("loan-offer", str(third))
    assert [mail[1] for mail in await desk.mails() if mail[0] == "loan-offer"] == [str(second)]
    stranger = await people.organisation("E")
    problem = await desk.ask(people.editor(stranger), stranger, line(item, 1), status=409)
    assert problem["code"] == "taken"

    offered = waiting[second]
    problem = await desk.act(people.lender(), offered, "approve", status=409)
    assert (problem["code"], problem["needs"]) == ("paper_missing", ["answer"])
    until = (await people.lender().get(f"/loans/{offered['id']}"))["hold"]["until"]
    accepted = await desk.act(people.editor(second), offered, "accept")
    assert (accepted["status"], accepted["hold"]["offer_accepted_at"] is None) == ("held", False)
    assert accepted["hold"]["until"] > until
    assert (await desk.act(people.lender(), offered, "approve"))["status"] == "approved"


async def test_an_offer_without_an_answer_goes_to_the_next(desk, people, stock):
    holder, first, second = [await people.organisation(name) for name in "ABC"]
    item = await stock.item()
    held = await desk.held(holder, item)
    one, two = [
        (await desk.ask(people.editor(who), who, line(item, waitlist_if_taken=True)))["loans"][0]
        for who in (first, second)
    ]
    await desk.let_lapse(held)
    assert await desk.expire() == 1
    lender = people.lender()
    assert (await lender.get(f"/loans/{one['id']}"))["status"] == "held"
    await desk.let_lapse(one)
    problem = await desk.act(people.editor(first), one, "accept", status=409)
    assert problem["code"] == "hold_lapsed"
    assert await desk.expire() == 1
    assert [(await lender.get(f"/loans/{loan['id']}"))["status"] for loan in (held, one, two)] == [
        "expired", "expired", "held",
    ]  # fmt: skip
    assert len(await desk.blocks()) == 1
    assert await desk.expire() == 0


async def test_a_hold_that_expired_makes_room_for_who_waits_before_who_asks(desk, people, stock):
    holder, waits, asks = [await people.organisation(name) for name in "ABC"]
    item = await stock.item()
    held = await desk.held(holder, item)
    waiting = (await desk.ask(people.editor(waits), waits, line(item, waitlist_if_taken=True)))["loans"][0]
    await desk.let_lapse(held)
    await desk.ask(people.editor(asks), asks, line(item), status=409)
    await desk.ask(people.editor(asks), asks, line(item, 4))  # what was refused undid itself whole
    assert (await people.lender().get(f"/loans/{waiting['id']}"))["status"] == "held"


async def test_a_hold_lasts_again_and_an_expired_one_is_placed_anew(desk, people, stock):
    college, item = await people.organisation(), await stock.item(copies=2)
    lender, loan = people.lender(), await desk.held(college, item)
    again = await desk.act(lender, loan, "hold")
    assert again["hold"]["until"] >= loan["hold"]["until"]
    await desk.let_lapse(loan)
    assert (await desk.act(lender, loan, "hold", status=409))["code"] == "hold_lapsed"
    assert (await desk.act(lender, loan, "approve", status=409))["code"] == "hold_lapsed"
    await desk.expire()
    assert (await desk.act(people.editor(college), loan, "hold", status=403))["code"] == "action_forbidden"
    assert (await desk.act(lender, loan, "hold"))["status"] == "held"
    assert len(await desk.blocks()) == 1


async def test_maintenance_that_ends_is_noticed_by_the_job(desk, people, stock):
    college, item = await people.organisation(), await stock.item()
    first, last = week(0)
    block = await stock.block(item.units[0], f"[{first},{last}]", "maintenance")
    waiting = (await desk.ask(people.editor(college), college, line(item, waitlist_if_taken=True)))["loans"][
        0
    ]
    assert await offer_waiting(*desk.settings) == 0
    await people.connection.execute("UPDATE unit_block SET released_at = now() WHERE id = $1", block)
    assert await offer_waiting(*desk.settings) == 1
    assert (await people.lender().get(f"/loans/{waiting['id']}"))["status"] == "held"


async def test_an_expired_request_may_wait_and_is_offered_what_is_free(desk, people, stock):
    college, item = await people.organisation(), await stock.item()
    loan = await desk.held(college, item)
    await desk.let_lapse(loan)
    await desk.expire()
    found = await desk.act(people.editor(college), loan, "waitlist")
    assert (found["status"], found["hold"]["offer_accepted_at"]) == ("held", None)
    assert "accept" in found["allowed_actions"]


async def test_what_the_lender_s_rules_refuse_never_waits_for_what_nothing_frees(desk, people, stock):
    college, item, lender = await people.organisation(), await stock.item(max_days=3), people.lender()
    asked = (await desk.ask(people.editor(college), college, line(item, as_exception=True)))["loans"][0]
    refused = await desk.act(lender, asked, "waitlist", status=409)
    assert (refused["code"], [why["code"] for why in refused["refusals"]]) == ("not_available", ["too_long"])
    assert (await lender.get(f"/loans/{asked['id']}"))["status"] == "requested"


async def test_an_item_retired_or_broken_meanwhile_is_not_approved(desk, people, stock):
    college, lender = await people.organisation(), people.lender()
    retired, broken = await stock.item(added_on=date(2020, 1, 1)), await stock.item()
    loans = [await desk.held(college, item) for item in (retired, broken)]
    await people.connection.execute("UPDATE item SET retired_on = $1 WHERE id = $2", week(0)[1], retired.id)
    await people.connection.execute("UPDATE unit SET state = 'damaged' WHERE id = $1", broken.units[0])
    problems = [await desk.act(lender, loan, "approve", status=409) for loan in loans]
    assert [problem["refusals"][0]["code"] for problem in problems] == ["retired", "no_unit"]
    assert [(await lender.get(f"/loans/{loan['id']}"))["status"] for loan in loans] == ["held", "held"]


async def test_what_came_back_is_blocked_until_it_was_looked_at_and_closed_once_it_is_paid_for(
    desk, people, stock
):
    college, item, lender = await people.organisation(), await stock.item(), people.lender()
    today = today_in_paris()
    loan = {"id": str(await desk.row(college, item, "out", starts_on=today - timedelta(days=20), ends_on=today,
                                     went_out_on=today - timedelta(days=20)))}  # fmt: skip
    for wrong in (today + timedelta(days=1), today - timedelta(days=21)):
        problem = await desk.act(lender, loan, "return", {"on": str(wrong)}, 422)
        assert problem["code"] == "dates_wrong"
    back = await desk.act(lender, loan, "return", {})
    assert (back["status"], back["returned_on"], len(await desk.blocks())) == ("returned", str(today), 1)
    problem = await desk.act(lender, loan, "inspect", status=409)
    assert (problem["code"], problem["needs"]) == ("paper_missing", ["report_in"])
    closed = {"id": str(await desk.row(college, await stock.item(), "inspected"))}
    assert (await desk.act(lender, closed, "close", status=409))["needs"] == ["fee"]
    assert (await desk.act(lender, closed, "settle-fee", {"cents": 100}, 422))["code"] == "fee_unsaid"
    assert (await desk.act(lender, closed, "settle-fee", {"is_member": True}, 422))["code"] == "fee_unsaid"
    await desk.act(lender, closed, "settle-fee", {"cents": 0, "reason": "Partenaire"})
    assert (await desk.act(lender, closed, "settle-fee", {"is_member": True}, 409))["code"] == "fee_settled"
    assert (await desk.act(lender, closed, "close"))["status"] == "closed"


async def test_what_is_late_goes_on_blocking_puts_the_next_at_risk_and_is_told_once_a_week(
    desk, people, stock
):
    college, other, item = await people.organisation(), await people.organisation("B"), await stock.item()
    today = today_in_paris()
    await stock.settings(email="prets@ombelle.example", buffer_after_days=3)
    late = await desk.row(
        college, item, "out", starts_on=today - timedelta(days=20), ends_on=today - timedelta(days=2)
    )
    following = await desk.row(
        other, item, "approved", starts_on=today + timedelta(days=2), ends_on=today + timedelta(days=9)
    )
    assert [await follow_late(*desk.settings) for _ in range(2)] == [1, 0]
    lender = people.lender()
    found = await lender.get("/loans?late=true")
    assert [(loan["id"], loan["is_late"], loan["ends_on"]) for loan in found["items"]] == [
        (str(late), True, str(today - timedelta(days=2)))
    ]
    assert (await lender.get(f"/loans/{following}"))["is_at_risk"] is True
    assert found["items"][0]["blocked"]["ends_on"] == str(today + timedelta(days=1))
    assert [mail[:2] for mail in await desk.mails()] == [
        ("loan-late", str(college)), ("loan-late", "prets@ombelle.example"),
    ]  # fmt: skip
    await people.connection.execute("UPDATE loan SET late_told_on = late_told_on - 7 WHERE id = $1", late)
    assert await follow_late(*desk.settings) == 1
    assert (await desk.act(lender, {"id": str(late)}, "return", {}))["is_late"] is False


async def test_loans_are_found_by_what_is_asked_of_the_list(desk, people, stock):
    college, library = await people.organisation("Collège Berlioz"), await people.organisation("Médiathèque")
    bees, sky = await stock.item(title="Abeilles"), await stock.item(title="Ciel d'été")
    one, two = await desk.held(college, bees), await desk.held(library, sky, 5)
    lender, last = people.lender(), week(0)[1]
    for query, found in (
        ("", [two, one]), ("q=abeil", [one]), ("q=ete", [two]), (f"q={two['number']}", [two]), ("q=mediath", [two]),
        (f"organisation={college}", [one]), (f"item={sky.id}", [two]), ("status=held", [two, one]),
        ("status=out&status=closed", []), (f"until={last}", [one]), (f"since={last + timedelta(days=1)}", [two]),
        ("late=true", []), ("side=borrower", []), ("side=lender", [two, one]), ("limit=1", [two]),
    ):  # fmt: skip
        answer = await lender.get(f"/loans?{query}")
        assert [loan["id"] for loan in answer["items"]] == [loan["id"] for loan in found], query
    page = await lender.get("/loans?limit=1")
    assert page["total"] == 2
    rest = await lender.get(f"/loans?limit=1&after={page['next']}")
    assert ([loan["id"] for loan in rest["items"]], rest["next"]) == ([one["id"]], None)
    assert UUID(one["id"]) < UUID(two["id"])
