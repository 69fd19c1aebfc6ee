"""Units blocked for loans: the constraint, races, holds that expire, moves, releases, what is late."""

import asyncio
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ombelle_chassis.database import create_engine, session_maker
from ombelle_loans.availability.blocking import Blocking
from ombelle_loans.availability.days import Days
from ombelle_loans.availability.domain import RULES, Choice
from ombelle_loans.availability.errors import HoldLapsed, NotAvailable, Taken
from ombelle_loans.catalogue.errors import FormatUnknown
from ombelle_loans.transactions import in_transaction

TODAY = date(2027, 3, 1)
"""A Monday."""


def days(first, last):
    return Days(date.fromisoformat(first), date.fromisoformat(last))


def day(number):
    return TODAY + timedelta(days=number)


@pytest.fixture(scope="module")
async def sessions(loans_database_url):
    """Sixty-four connections, each a process's own as far as PostgreSQL knows."""
    engine = create_engine(loans_database_url, application_name="tests", pool_size=64)
    yield session_maker(engine)
    await engine.dispose()


@pytest.fixture
def blocking(sessions):
    """Call a method of `Blocking` in a transaction of its own."""

    async def call(method, *args, **options):
        async def work(session):
            return await getattr(Blocking(session), method)(*args, **options)

        return await in_transaction(sessions, work)

    return call


async def blocks(connection, **only):
    """What blocks units, in order: unit, kind, period, blocked."""
    rows = await connection.fetch(
        "SELECT unit_id, kind, period::text, blocked::text FROM unit_block WHERE released_at IS NULL "
        "ORDER BY unit_id, period"
    )
    return [tuple(row) for row in rows if all(row[name] == value for name, value in only.items())]


async def test_a_loan_blocks_its_days_and_its_buffers(connection, stock, blocking):
    await stock.settings(
        opening_days=[1, 2, 3, 4, 5], buffer_before_days=2, buffer_after_days=1,
        near_departments=["80"], far_buffer_before_days=3, far_buffer_after_days=2,
    )  # fmt: skip
    item = await stock.item(copies=2)
    loan, other = uuid4(), uuid4()
    placed = await blocking(
        "place", loan, "loan", item.format_id, days("2027-03-15", "2027-03-26"), today=TODAY, department="80"
    )
    assert ([unit.id for unit in placed.units], placed.blocked) == (
        item.units[:1],
        days("2027-03-11", "2027-03-30"),
    )
    far = await blocking(
        "place", other, "hold", item.format_id, days("2027-03-15", "2027-03-26"), today=TODAY, department="59",
        expires_at=datetime(2100, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    assert far.blocked == days("2027-03-10", "2027-03-31")  # Easter Monday is the 29th
    assert await blocks(connection) == [
        (item.units[0], "loan", "[2027-03-15,2027-03-27)", "[2027-03-11,2027-03-31)"),
        (item.units[1], "hold", "[2027-03-15,2027-03-27)", "[2027-03-10,2027-04-01)"),
    ]


async def test_what_is_taken_is_told_with_the_reason_and_the_next_free_days(stock, blocking):
    item = await stock.item(modules=2)
    await stock.block(item.units[1], "[2027-03-15,2027-03-20]", "maintenance")
    with pytest.raises(Taken) as refused:
        await blocking(
            "place", uuid4(), "loan", item.format_id, days("2027-03-08", "2027-03-16"), today=TODAY
        )
    assert refused.value.detail == (
        "En maintenance du lundi 15 mars 2027 au samedi 20 mars 2027. "
        "Prochaines dates libres : du lundi 22 mars 2027 au mardi 30 mars 2027."
    )
    assert refused.value.extensions == {
        "refusals": [
            {
                "code": "maintenance",
                "detail": "En maintenance du lundi 15 mars 2027 au samedi 20 mars 2027.",
                "unit_id": str(item.units[1]),
                "days": {"starts_on": "2027-03-15", "ends_on": "2027-03-20"},
            }
        ],
        "next_free": {"starts_on": "2027-03-22", "ends_on": "2027-03-30"},
    }


async def test_the_lender_may_set_its_own_rules_aside(stock, blocking):
    item = await stock.item(min_days=20)
    asked = (uuid4(), "loan", item.format_id, days("2027-03-08", "2027-03-12"))
    with pytest.raises(NotAvailable) as refused:
        await blocking("place", *asked, today=TODAY)
    assert (refused.value.code, refused.value.extensions["refusals"]) == (
        "not_available",
        [
            {
                "code": "too_short",
                "detail": "Cet outil se prête au moins 20 jours.",
                "unit_id": None,
                "days": None,
            }
        ],
    )
    assert (await blocking("place", *asked, today=TODAY, waived=RULES)).days == asked[3]


async def test_no_format_is_told_so(connection, blocking):
    with pytest.raises(FormatUnknown):
        await blocking("answer", uuid4(), days("2027-03-08", "2027-03-12"))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_the_constraint_and_the_computation_agree_on_every_shape(data, shapes):
    """Before, meets, overlaps, inside, contains, equal: what PostgreSQL refuses is what is answered, and nothing else."""
    connection, unit = shapes
    first, length, other, width = (data.draw(st.integers(0, 12)) for _ in range(4))
    one, two = Days(day(first), day(first + length)), Days(day(other), day(other + width))
    insert = (
        "INSERT INTO unit_block (unit_id, kind, period, blocked) "
        "VALUES ($1, 'maintenance', daterange($2, $3, '[]'), daterange($2, $3, '[]'))"
    )
    transaction = connection.transaction()
    await transaction.start()
    try:
        await connection.execute(insert, unit, one.first, one.last)
        if one.overlaps(two):
            with pytest.raises(asyncpg.ExclusionViolationError):
                await connection.execute(insert, unit, two.first, two.last)
        else:
            await connection.execute(insert, unit, two.first, two.last)
    finally:
        await transaction.rollback()


@pytest.fixture
async def shapes(connection, stock):
    """A connection, and a unit that nothing blocks."""
    return connection, (await stock.item()).units[0]


@pytest.mark.parametrize(
    ("period", "blocked", "rule"),
    [
        ("[2027-03-01,2027-03-05]", "[2027-03-02,2027-03-09]", "ck_unit_block_blocked_holds_period"),
        ("empty", "[2027-03-02,2027-03-09]", "ck_unit_block_days_bounded"),
        ("[2027-03-01,2027-03-05]", "[2027-03-01,)", "ck_unit_block_days_bounded"),
        ("[2027-03-01,2027-03-05]", "(,2027-03-09]", "ck_unit_block_days_bounded"),
    ],
)
async def test_blocks_that_make_no_sense_are_refused(stock, period, blocked, rule):
    item = await stock.item()
    with pytest.raises(asyncpg.CheckViolationError, match=rule):
        await stock.block(item.units[0], period, blocked=blocked)


@pytest.mark.parametrize(
    ("copies", "modules", "clients", "slots"),
    [(1, 0, 24, 8), (1, 3, 24, 6), (1, 5, 64, 4), (3, 0, 24, 4)],
)
async def test_of_many_who_want_a_slot_as_many_get_it_as_there_are_copies(
    connection, stock, sessions, copies, modules, clients, slots
):
    item = await stock.item(copies=copies, modules=modules, min_days=1)
    start = asyncio.Barrier(clients)

    async def client():
        outcomes = []
        for slot in range(slots):
            monday = day(7 * (slot + 26))  # weeks of autumn without a holiday
            asked = Days(monday, monday + timedelta(days=4))

            async def work(session, asked=asked):
                return await Blocking(session).place(uuid4(), "loan", item.format_id, asked, today=TODAY)

            await start.wait()  # all of them at once, at each slot
            try:
                await in_transaction(sessions, work)
                outcomes.append((slot, "won"))
            except Taken as refused:
                outcomes.append((slot, refused.code))
        return outcomes

    found = Counter(
        one for outcomes in await asyncio.gather(*(client() for _ in range(clients))) for one in outcomes
    )
    assert found == {
        (slot, what): count
        for slot in range(slots)
        for what, count in (("won", copies), ("taken", clients - copies))
    }
    assert len(await blocks(connection)) == slots * copies * max(modules, 1)


async def test_requests_for_several_items_in_any_order_do_not_stop_one_another(connection, stock, sessions):
    items = [await stock.item(modules=3) for _ in range(3)]
    formats = [item.format_id for item in items]
    start = asyncio.Barrier(24)

    async def client(number):
        order = formats[number % 3 :] + formats[: number % 3]

        async def work(session):
            blocking = Blocking(session)
            await blocking.lock(order)
            for one in order:
                await blocking.place(uuid4(), "loan", one, days("2027-03-08", "2027-03-12"), today=TODAY)

        await start.wait()
        try:
            await in_transaction(sessions, work)
        except Taken:
            return False
        return True

    assert sum(await asyncio.gather(*(client(number) for number in range(24)))) == 1
    assert len(await blocks(connection)) == 9


@pytest.fixture
async def other(loans_database_url):
    """Somebody else's connection."""
    connection = await asyncpg.connect(loans_database_url)
    yield connection
    await connection.close()


async def until_one_waits(connection):
    """Return once a transaction of the service waits for another."""
    while not await connection.fetchval(
        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0)"
    ):
        pass


@pytest.mark.parametrize("method", ["place", "move"])
async def test_who_writes_without_a_lock_meets_the_constraint(connection, other, stock, blocking, method):
    """What is moved unseen makes the second wait; its refusal reads as any, and leaves nothing."""
    item = await stock.item(modules=2)
    loan, asked = uuid4(), days("2027-03-08", "2027-03-12")
    await stock.block(item.units[1], "[2027-04-05,2027-04-09]")
    call = ("place", loan, "loan", item.format_id, asked)
    if method == "move":
        await blocking("place", loan, "loan", item.format_id, days("2027-05-03", "2027-05-07"), today=TODAY)
        call = ("move", loan, asked)
    unseen = other.transaction()
    await unseen.start()
    await other.execute(
        "UPDATE unit_block SET period = '[2027-03-12,2027-03-15]', blocked = '[2027-03-12,2027-03-15]' "
        "WHERE lower(period) = '2027-04-05'"
    )
    waiting = asyncio.ensure_future(blocking(*call, today=TODAY))
    await until_one_waits(connection)
    await unseen.commit()
    with pytest.raises(Taken) as refused:
        await waiting
    assert refused.value.extensions["next_free"] == {"starts_on": "2027-03-16", "ends_on": "2027-03-22"}
    assert [one for one in await blocks(connection) if "2027-03-08" in one[2]] == []


async def test_a_hold_that_expired_makes_room_and_is_told(connection, stock, blocking):
    item = await stock.item(modules=2)
    late, loan = uuid4(), uuid4()
    for unit in item.units:
        await stock.block(unit, "[2027-03-08,2027-03-12]", "hold", loan_id=late, expires_at="now()")
    asked = days("2027-03-10", "2027-03-16")
    assert (await blocking("answer", item.format_id, asked, today=TODAY)).is_free
    placed = await blocking(
        "place", loan, "loan", item.format_id, asked, Choice(modules=frozenset({1})), today=TODAY
    )
    assert placed.lapsed == (late,)
    assert await blocks(connection) == [
        (item.units[0], "loan", "[2027-03-10,2027-03-17)", "[2027-03-10,2027-03-17)")
    ]


async def test_a_hold_is_approved_or_prolonged_while_it_lasts(connection, stock, blocking):
    item = await stock.item()
    held, lapsed = uuid4(), uuid4()
    await stock.block(
        item.units[0], "[2027-03-08,2027-03-12]", "hold", loan_id=held, expires_at="now() + interval '1 hour'"
    )
    await stock.block(item.units[0], "[2027-04-05,2027-04-09]", "hold", loan_id=lapsed, expires_at="now()")
    until = datetime(2100, 1, 1, tzinfo=UTC)
    assert await blocking("hold_until", held, until) == item.units
    assert await connection.fetchval("SELECT expires_at FROM unit_block WHERE loan_id = $1", held) == until
    assert await blocking("lend", held) == item.units
    assert (await blocks(connection, kind="loan"))[0][2] == "[2027-03-08,2027-03-13)"
    for refused in (("hold_until", lapsed, until), ("lend", lapsed), ("lend", uuid4())):
        with pytest.raises(HoldLapsed):
            await blocking(*refused)


async def test_an_approval_and_a_request_at_the_moment_a_hold_expires(connection, stock, sessions):
    """One of them gets the days, never both: whoever comes second is told so."""
    for _ in range(6):
        item = await stock.item()
        held = uuid4()
        await stock.block(
            item.units[0], "[2027-03-08,2027-03-12]", "hold", loan_id=held,
            expires_at="clock_timestamp() + interval '3 milliseconds'",
        )  # fmt: skip
        start = asyncio.Barrier(8)

        async def approve(session, held=held):
            return await Blocking(session).lend(held)

        async def ask(session, item=item):
            return await Blocking(session).place(
                uuid4(), "loan", item.format_id, days("2027-03-08", "2027-03-12"), today=TODAY
            )

        async def attempt(work, start=start):
            await start.wait()
            try:
                await in_transaction(sessions, work)
            except (HoldLapsed, Taken):
                return 0
            return 1

        await asyncio.gather(attempt(approve), *(attempt(ask) for _ in range(7)))
        assert len(await blocks(connection, unit_id=item.units[0])) == 1


async def test_a_loan_moves_on_its_units_unless_something_is_in_the_way(connection, stock, blocking):
    await stock.settings(buffer_after_days=1)
    item = await stock.item(copies=2)
    loan = uuid4()
    await blocking("place", loan, "loan", item.format_id, days("2027-03-08", "2027-03-12"), today=TODAY)
    moved = await blocking("move", loan, days("2027-03-10", "2027-03-18"), today=TODAY)
    assert (moved.days, moved.blocked) == (days("2027-03-10", "2027-03-18"), days("2027-03-10", "2027-03-19"))
    await stock.block(item.units[0], "[2027-03-22,2027-03-23]")
    with pytest.raises(Taken) as refused:
        await blocking("move", loan, days("2027-03-10", "2027-03-19"), today=TODAY)
    [why] = refused.value.extensions["refusals"]
    assert (why["code"], why["unit_id"]) == ("buffer", str(item.units[0]))
    shorter = await blocking("move", loan, days("2027-03-10", "2027-03-11"), today=TODAY, waived=RULES)
    assert shorter.blocked == days("2027-03-10", "2027-03-12")
    assert (await blocks(connection))[0][2:] == ("[2027-03-10,2027-03-12)", "[2027-03-10,2027-03-13)")


async def test_what_was_released_blocks_nothing_and_moves_no_more(connection, stock, blocking):
    item = await stock.item(modules=2)
    loan = uuid4()
    await blocking("place", loan, "loan", item.format_id, days("2027-03-08", "2027-03-12"), today=TODAY)
    assert sorted(await blocking("release", loan)) == sorted(item.units)
    assert await blocking("release", loan) == []
    with pytest.raises(HoldLapsed):
        await blocking("move", loan, days("2027-03-10", "2027-03-12"), today=TODAY)
    await blocking("place", uuid4(), "loan", item.format_id, days("2027-03-08", "2027-03-12"), today=TODAY)
    assert len(await blocks(connection)) == 2
    assert await connection.fetchval("SELECT count(*) FROM unit_block") == 4


async def test_what_is_late_blocks_until_the_next_block(connection, stock, blocking):
    await stock.settings(buffer_after_days=2)
    item = await stock.item(copies=3)
    free, near, clean = item.units
    late, waiting, following = uuid4(), uuid4(), uuid4()
    await stock.block(free, "[2027-02-01,2027-02-12]", loan_id=late)
    await stock.block(near, "[2027-02-01,2027-02-12]", blocked="[2027-02-01,2027-02-16]", loan_id=waiting)
    await stock.block(near, "[2027-03-03,2027-03-12]", blocked="[2027-03-02,2027-03-12]", loan_id=following)
    await stock.block(clean, "[2027-02-15,2027-03-01]")
    found = await blocking("extend_late", TODAY)
    assert {(one.loan_id, one.unit_id, one.at_risk) for one in found} == {
        (late, free, None), (waiting, near, following),
    }  # fmt: skip
    assert await blocks(connection) == [
        (free, "loan", "[2027-02-01,2027-02-13)", "[2027-02-01,2027-03-04)"),
        (near, "loan", "[2027-02-01,2027-02-13)", "[2027-02-01,2027-03-02)"),
        (near, "loan", "[2027-03-03,2027-03-13)", "[2027-03-02,2027-03-13)"),
        (clean, "loan", "[2027-02-15,2027-03-02)", "[2027-02-15,2027-03-02)"),
    ]
    assert await blocking("extend_late", TODAY) == []


async def test_nothing_late_is_nothing_to_do(connection, blocking):
    assert await blocking("extend_late", TODAY) == []


async def test_a_late_unit_is_refused_before_anybody_extended_it(stock, blocking):
    item = await stock.item()
    await stock.block(item.units[0], "[2027-02-01,2027-02-12]")
    with pytest.raises(Taken) as refused:
        await blocking(
            "place", uuid4(), "loan", item.format_id, days("2027-03-01", "2027-03-05"), today=TODAY
        )
    assert refused.value.extensions["next_free"] == {"starts_on": "2027-03-02", "ends_on": "2027-03-08"}
