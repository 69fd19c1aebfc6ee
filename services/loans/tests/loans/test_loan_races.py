"""What several do at the same moment: of one slot one wins, of two decisions one is made."""

import asyncio
from collections import Counter

import asyncpg
import pytest
from loans_desk import line, week
from ombelle_loans.loans.jobs import expire_holds


@pytest.mark.parametrize("modules", [0, 5])
async def test_of_64_that_ask_for_five_units_each_slot_is_won_as_often_as_there_are_units(
    desk, people, stock, modules
):
    """Five copies of one piece serve five; five modules of one copy, asked for whole, serve one."""
    slots, college = 2, await people.organisation()
    item = await stock.item(modules=5) if modules else await stock.item(copies=5)
    ada = people.editor(college)
    body = {
        "organisation_id": str(college),
        "place_of_use": {"name": "CDI", "commune_insee": "80021"},
    }
    answers = await asyncio.gather(
        *(
            ada.call("POST", "/loan-requests", json=body | {"loans": [line(item, number % slots)]})
            for number in range(64)
        )
    )
    winners = 1 if modules else 5
    assert Counter(answer.status_code for answer in answers) == {
        201: winners * slots,
        409: 64 - winners * slots,
    }
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"taken"}
    won = Counter(answer.json()["loans"][0]["starts_on"] for answer in answers if answer.status_code == 201)
    assert won == {str(week(slot)[0]): winners for slot in range(slots)}
    doubled = await people.connection.fetchval(
        "SELECT count(*) FROM unit_block a JOIN unit_block b ON a.unit_id = b.unit_id AND a.id < b.id "
        "AND a.blocked && b.blocked AND a.released_at IS NULL AND b.released_at IS NULL"
    )
    assert (doubled, len(await desk.blocks())) == (0, 5 * slots)
    asked = await people.connection.fetchval("SELECT count(*) FROM loan_request")
    assert asked == winners * slots


async def test_a_crowd_after_one_item_keeps_nobody_from_another(desk, people, stock, loans_database_url):
    """More than there are connections wait for an item whose units somebody has locked: the others are served."""
    college, wanted, other = await people.organisation(), await stock.item(), await stock.item()
    ada = people.editor(college)
    locking, watching = [await asyncpg.connect(loans_database_url) for _ in range(2)]
    async with locking.transaction():
        await locking.execute("SELECT FROM unit WHERE id = $1 FOR UPDATE", wanted.units[0])
        body = {"organisation_id": str(college), "place_of_use": {"name": "CDI", "commune_insee": "80021"}}
        crowd = [
            asyncio.create_task(ada.call("POST", "/loan-requests", json=body | {"loans": [line(wanted)]}))
            for _ in range(20)
        ]
        while not await watching.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted"):
            pass
        answer = await desk.ask(ada, college, line(other))
        assert answer["loans"][0]["status"] == "held"
        assert not any(one.done() for one in crowd)
    answers = await asyncio.gather(*crowd)
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 19}
    for connection in (locking, watching):
        await connection.close()


async def test_of_lenders_that_decide_on_one_loan_one_does(desk, people, stock):
    college, item = await people.organisation(), await stock.item()
    loan = await desk.held(college, item)
    steps = [("approve", None), ("decline", {"reason": "Non"})] * 4
    answers = await asyncio.gather(
        *(desk.attempt(people.lender(), loan, action, body) for action, body in steps)
    )
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 7}
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"action_impossible"}
    decided = await people.connection.fetchval("SELECT count(*) FROM loan_entry WHERE action <> 'ask'")
    assert decided == 1


async def test_of_exceptions_for_one_slot_that_are_approved_together_one_is(desk, people, stock):
    college, item = await people.organisation(), await stock.item(max_days=3)
    ada = people.editor(college)
    loans = [(await desk.ask(ada, college, line(item, as_exception=True)))["loans"][0] for _ in range(6)]
    answers = await asyncio.gather(*(desk.attempt(people.lender(), loan, "approve") for loan in loans))
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 5}
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"taken"}
    assert len(await desk.blocks()) == 1


async def test_a_hold_that_expires_while_it_is_approved_is_one_or_the_other(desk, people, stock):
    college, lender = await people.organisation(), people.lender()
    for is_over in (False, True, True, True):
        loan = await desk.held(college, await stock.item())
        if is_over:
            await desk.let_lapse(loan)
        answer, expired = await asyncio.gather(
            desk.attempt(lender, loan, "approve"), expire_holds(*desk.settings)
        )
        await expire_holds(*desk.settings)
        found = await lender.get(f"/loans/{loan['id']}")
        if is_over:
            assert (answer.status_code, found["status"], found["blocked"]) == (409, "expired", None)
            assert answer.json()["code"] in {"hold_lapsed", "action_impossible"}
        else:
            assert (answer.status_code, found["status"], expired) == (200, "approved", 0)


async def test_what_is_cancelled_twice_at_once_is_cancelled_once_and_offered_once(desk, people, stock):
    holder, waits, item = await people.organisation(), await people.organisation("B"), await stock.item()
    loan = await desk.held(holder, item)
    await desk.ask(people.editor(waits), waits, line(item, waitlist_if_taken=True))
    answers = await asyncio.gather(
        *(desk.attempt(people.editor(holder), loan, "cancel", {"reason": "x"}) for _ in range(4)),
        *(desk.attempt(people.lender(), loan, "cancel", {"reason": "y"}) for _ in range(4)),
    )
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 7}
    assert [mail[1] for mail in await desk.mails() if mail[0] == "loan-offer"] == [str(waits)]
    assert len(await desk.blocks()) == 1


async def test_two_that_ask_for_the_same_items_in_another_order_never_wait_for_one_another(
    desk, people, stock
):
    college = await people.organisation()
    items = [await stock.item() for _ in range(3)]
    ada = people.editor(college)
    body = {"organisation_id": str(college), "place_of_use": {"name": "CDI", "commune_insee": "80021"}}
    orders = [items, items[::-1], items[1:] + items[:1], items[::-1]] * 3
    answers = await asyncio.gather(
        *(
            ada.call("POST", "/loan-requests", json=body | {"loans": [line(one) for one in order]})
            for order in orders
        )
    )
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 11}
    assert len(await desk.blocks()) == 3
