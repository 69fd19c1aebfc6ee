"""What PostgreSQL refuses, whoever writes: states without what they need, moves that there are not, blocks that lie."""

from uuid import uuid4

import asyncpg
import pytest
from loans_desk import week


@pytest.mark.parametrize(
    ("status", "rule"),
    [
        ("approved", "ck_loan_approved_says_insurance"),
        ("agreement_sent", "ck_loan_sent_needs_agreement"),
        ("confirmed", "ck_loan_confirmed_needs_signature"),
        ("out", "ck_loan_out_needs_report"),
        ("inspected", "ck_loan_inspected_needs_report"),
        ("closed", "ck_loan_closed_needs_fee"),
    ],
)
async def test_a_loan_asked_for_here_has_the_papers_of_its_state(
    desk, people, stock, connection, status, rule
):
    """PostgreSQL names the first rule that is broken, by name: each is tried with those before it fulfilled."""
    college, item = await people.organisation(), await stock.item()
    conditions = await connection.fetch(
        "SELECT conname FROM pg_constraint WHERE conrelid = 'loan'::regclass AND contype = 'c'"
    )
    assert rule in {row["conname"] for row in conditions}
    with pytest.raises(asyncpg.CheckViolationError) as refused:
        await desk.row(college, item, status, origin="asked")
    assert refused.value.constraint_name.startswith("ck_loan_")
    papers = _papers_before(status)
    with pytest.raises(asyncpg.CheckViolationError) as refused:
        await desk.row(college, item, status, origin="asked", **papers)
    assert refused.value.constraint_name == rule


def _papers_before(status):
    order = ("approved", "agreement_sent", "confirmed", "out", "inspected", "closed")
    papers = {
        "agreement_sent": {"insurance_asked": "none"},
        "confirmed": {"agreement_id": uuid4()},
        "out": {"signed_agreement_id": uuid4()},
        "inspected": {"condition_report_out_id": uuid4()},
        "closed": {"condition_report_in_id": uuid4()},
    }
    found = {}
    for step in order[: order.index(status) + 1]:
        found |= papers.get(step, {})
    return found


async def test_a_certificate_that_is_asked_for_is_there_or_waived(desk, people, stock):
    college, item = await people.organisation(), await stock.item()
    papers = {"agreement_id": uuid4(), "signed_agreement_id": uuid4()}
    for asked in ("certificate", "yearly"):
        with pytest.raises(asyncpg.CheckViolationError) as refused:
            await desk.row(college, item, "confirmed", origin="asked", insurance_asked=asked, **papers)
        assert refused.value.constraint_name == "ck_loan_confirmed_needs_insurance"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE loan SET status = 'out', went_out_on = current_date",
        "UPDATE loan SET status = 'closed', went_out_on = current_date, returned_on = current_date, held_until = NULL",
        "UPDATE loan SET number = DEFAULT",
        "UPDATE loan SET origin = 'asked'",
    ],
)
async def test_a_loan_goes_where_the_table_says_and_stays_what_it_is(desk, people, stock, connection, change):
    await desk.row(await people.organisation(), await stock.item(), "approved")
    with pytest.raises(asyncpg.CheckViolationError) as refused:
        await connection.execute(change)
    assert refused.value.constraint_name in {"loan_moves", "loan_stays_in_its_request"}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE unit_block SET released_at = now()",
        "DELETE FROM unit_block",
        "DELETE FROM loan_unit",
        "UPDATE unit_block SET period = daterange(lower(period), upper(period) - 1)",
        "UPDATE loan SET ends_on = ends_on + 1",
        "UPDATE loan SET status = 'declined', decline_reason = 'x', held_until = NULL",
    ],
)
async def test_what_a_loan_blocks_is_what_its_state_says(desk, people, stock, connection, change):
    loan = await desk.row(await people.organisation(), await stock.item(), "held")
    with pytest.raises(asyncpg.CheckViolationError) as refused:
        await connection.execute(change)
    assert refused.value.constraint_name == "loan_blocks_agree"
    assert await connection.fetchval("SELECT status FROM loan WHERE id = $1", loan) == "held"


async def test_a_unit_of_another_item_is_none_of_the_loan_s(desk, people, stock, connection):
    loan = await desk.row(await people.organisation(), await stock.item(), "approved")
    other = await stock.item()
    first, last = week(0)

    async def smuggle():
        async with connection.transaction():
            await connection.execute("INSERT INTO loan_unit VALUES ($1, $2)", loan, other.units[0])
            await stock.block(other.units[0], f"[{first},{last}]", loan_id=loan)

    with pytest.raises(asyncpg.CheckViolationError) as refused:
        await smuggle()
    assert refused.value.constraint_name == "loan_blocks_agree"


async def test_the_history_only_grows(desk, people, stock, connection):
    await desk.held(await people.organisation(), await stock.item())
    for change in ("UPDATE loan_entry SET reason = 'x'", "DELETE FROM loan_entry"):
        with pytest.raises(asyncpg.CheckViolationError) as refused:
            await connection.execute(change)
        assert refused.value.constraint_name == "loan_entry_stays"


@pytest.mark.parametrize(
    ("columns", "rule"),
    [
        ({"ends_on": "before"}, "ck_loan_days_in_order"),
        ({"ends_on": "long"}, "ck_loan_days_in_order"),
        ({"fee_cents": -1, "fee_state": "settled"}, "ck_loan_fee_not_negative"),
        ({"fee_cents": 5}, "ck_loan_fee_settled_has_an_amount"),
        ({"decline_reason": "x"}, "ck_loan_declined_says_why"),
    ],
)
async def test_a_loan_s_own_columns_agree(desk, people, stock, columns, rule):
    first, _ = week(0)
    days = {"before": first.replace(year=first.year - 1), "long": first.replace(year=first.year + 100, day=1)}
    values = {
        name: days.get(value, value) if isinstance(value, str) else value for name, value in columns.items()
    }
    with pytest.raises(asyncpg.CheckViolationError) as refused:
        await desk.row(await people.organisation(), await stock.item(), "requested", **values)
    assert refused.value.constraint_name == rule
