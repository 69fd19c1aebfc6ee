"""The one computation, against one that goes day by day; every reason; copies and modules; what is late."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ombelle_loans.availability.computing import Stock, Timeline
from ombelle_loans.availability.days import Calendar, Days
from ombelle_loans.availability.domain import (
    RULES,
    Block,
    Busy,
    Choice,
    Refusal,
    Rules,
    Unit,
)
from ombelle_loans.availability.public_holidays import public_holidays

DAY = timedelta(days=1)
TODAY = date(2027, 11, 2)
SPAN = Days(date(2027, 1, 1), date(2030, 12, 31))
CALENDAR = Calendar(SPAN, opening_days=frozenset({1, 2, 3, 4, 5}), holidays=public_holidays(SPAN))
EVERY_DAY = Calendar(SPAN)
DATES = st.dates(date(2027, 11, 1), date(2028, 4, 30))


def name(number):
    return UUID(int=number)


def days(first, last):
    return Days(date.fromisoformat(first), date.fromisoformat(last))


def unit(number=1, *blocks, copy=1, module=None, is_usable=True):
    return Unit(name(number), copy, module, f"n° {number}", is_usable, blocks)


def block(first, last, kind="loan", around=None):
    period = days(first, last)
    return Block(kind, period, around or period)


@st.composite
def some_days(draw, longest=40):
    first = draw(DATES)
    return Days(first, first + timedelta(days=draw(st.integers(0, longest - 1))))


@st.composite
def some_rules(draw):
    shortest = draw(st.integers(1, 10))
    return Rules(
        calendar=draw(st.sampled_from([CALENDAR, EVERY_DAY])),
        buffer_before=draw(st.integers(0, 4)),
        buffer_after=draw(st.integers(0, 4)),
        notice_days=draw(st.integers(0, 20)),
        minimum_days=shortest,
        maximum_days=shortest + draw(st.integers(0, 40)),
        retired_on=draw(st.none() | DATES),
    )


@st.composite
def some_blocks(draw, rules):
    """Blocks as PostgreSQL lets them be: no two of a unit share a day."""
    found = []
    for period in draw(st.lists(some_days(25), max_size=5)):
        kind = draw(st.sampled_from(["hold", "loan", "maintenance", "internal_use"]))
        blocked = rules.blocked(period) if kind in {"hold", "loan"} else period
        if not any(blocked.overlaps(other.blocked) for other in found):
            found.append(Block(kind, period, blocked))
    return tuple(found)


def each(period):
    return [period.first + DAY * number for number in range(period.count)]


def steps(rules, day, count, step):
    while count:
        day += step
        count -= rules.calendar.why_closed(day) is None
    return day


def taken_days(unit, rules):
    """Every day that a unit is blocked on, counted one by one; what is late is out today, and then cleaned."""
    found = set()
    for one in unit.blocks:
        found.update(each(one.blocked))
        if one.kind == "loan" and one.days.last < TODAY:
            found.update(each(Days(one.days.first, steps(rules, TODAY, rules.buffer_after, DAY))))
    return found


def is_possible(period, rules, units):
    """Whether a loan can be: day by day, with nothing of what is tested."""
    if not rules.minimum_days <= period.count <= rules.maximum_days:
        return False
    if period.first < TODAY + timedelta(days=rules.notice_days):
        return False
    if rules.retired_on is not None and period.last >= rules.retired_on:
        return False
    if any(rules.calendar.why_closed(day) for day in (period.first, period.last)):
        return False
    needed = set(each(Days(
        steps(rules, period.first, rules.buffer_before, -DAY), steps(rules, period.last, rules.buffer_after, DAY)
    )))  # fmt: skip
    return any(needed.isdisjoint(taken_days(unit, rules)) for unit in units)


@given(st.data())
@settings(max_examples=300)
def test_an_answer_is_what_counting_day_by_day_gives(data):
    rules = data.draw(some_rules())
    units = [unit(number, *data.draw(some_blocks(rules)), copy=number) for number in (1, 2)]
    asked = data.draw(some_days())
    answer = Stock(units, rules, TODAY).answer(asked)
    assert answer.is_free is is_possible(asked, rules, units)
    assert answer.blocked.first == steps(rules, asked.first, rules.buffer_before, -DAY)
    assert answer.blocked.last == steps(rules, asked.last, rules.buffer_after, DAY)
    assert (len(answer.units) == 1) is answer.is_free
    assert answer.next_free is None or not answer.is_free


@given(st.data())
@settings(max_examples=300)
def test_a_unit_is_free_if_and_only_if_no_day_of_the_loan_or_its_buffers_is_blocked(data):
    rules = data.draw(some_rules())
    one = unit(1, *data.draw(some_blocks(rules)))
    asked = data.draw(some_days(15))
    answer = Stock([one], rules, TODAY).answer(asked, waived=RULES)
    assert answer.is_free is taken_days(one, rules).isdisjoint(each(rules.blocked(asked)))


@given(st.data())
@settings(max_examples=150)
def test_the_next_free_days_are_free_and_no_earlier_ones_are(data):
    rules = data.draw(some_rules())
    units = [unit(number, *data.draw(some_blocks(rules)), copy=number) for number in (1, 2)]
    asked = data.draw(some_days())
    found = Stock(units, rules, TODAY).next_free(asked)
    length = min(max(asked.count, rules.minimum_days), rules.maximum_days)
    first = max(asked.first, TODAY)
    while found is None or first < found.first:
        if found is None and first > date(2028, 9, 1):
            break  # months after the last block: retired, or no length that ends on a working day
        last = first + timedelta(days=length - 1)
        while rules.calendar.why_closed(last):
            last += DAY
        assert not is_possible(Days(first, last), rules, units)
        first += DAY
    if found is not None:
        assert found.count >= length
        assert is_possible(found, rules, units)
        assert Stock(units, rules, TODAY).answer(found).is_free


@given(st.data())
@settings(max_examples=200)
def test_the_calendar_shows_as_busy_just_the_days_that_no_loan_can_hold(data):
    rules = data.draw(some_rules())
    one = unit(1, *data.draw(some_blocks(rules)))
    window = data.draw(some_days(60))
    line = Timeline(one, rules, TODAY)
    busy = line.busy(window)
    assert [each_one.days for each_one in busy] == sorted({each_one.days for each_one in busy})
    shown = {day for each_one in busy for day in each(each_one.days)}
    assert shown == {day for day in each(window) if not line.is_free(Days(day, day))}
    assert line.is_free(window) is not bool(shown)


SHAPES = {
    "before": ("2027-11-15", "2027-11-17", True),
    "meets": ("2027-11-15", "2027-11-19", True),  # the day before the block begins
    "overlaps": ("2027-11-15", "2027-11-20", False),
    "begins": ("2027-11-20", "2027-11-22", False),
    "inside": ("2027-11-22", "2027-11-24", False),
    "contains": ("2027-11-10", "2027-11-30", False),
    "equal": ("2027-11-20", "2027-11-26", False),
    "ends": ("2027-11-24", "2027-11-26", False),
    "overlapped": ("2027-11-26", "2027-11-30", False),
    "met": ("2027-11-27", "2027-11-30", True),
    "after": ("2027-11-29", "2027-11-30", True),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_of_overlap(shape):
    first, last, is_free = SHAPES[shape]
    line = Timeline(unit(1, block("2027-11-20", "2027-11-26")), Rules(EVERY_DAY), TODAY)
    assert line.is_free(days(first, last)) is is_free


@pytest.mark.parametrize(
    ("rules", "asked", "refusals"),
    [
        (Rules(CALENDAR), ("2027-11-02", "2027-11-02"), []),
        (Rules(CALENDAR), ("2027-10-29", "2027-11-05"), [Refusal("in_the_past")]),
        (
            Rules(CALENDAR, notice_days=7),
            ("2027-11-08", "2027-11-12"),
            [Refusal("min_notice", days=days("2027-11-09", "2027-11-09"), limit=7)],
        ),
        (Rules(CALENDAR, notice_days=6), ("2027-11-08", "2027-11-12"), []),
        (Rules(CALENDAR, minimum_days=30), ("2027-12-01", "2027-12-29"), [Refusal("too_short", limit=30)]),
        (Rules(CALENDAR, minimum_days=30), ("2027-12-01", "2027-12-30"), []),
        (Rules(CALENDAR, maximum_days=30), ("2027-12-01", "2027-12-31"), [Refusal("too_long", limit=30)]),
        (Rules(CALENDAR), ("2027-12-01", "2127-12-01"), [Refusal("too_long", limit=366)]),
        (Rules(EVERY_DAY), ("2040-01-01", "2040-01-02"), [Refusal("too_far")]),
        (
            Rules(CALENDAR),
            ("2027-11-06", "2027-11-11"),
            [
                Refusal("closed_day", days=days("2027-11-06", "2027-11-06")),
                Refusal("holiday", days=days("2027-11-11", "2027-11-11"), label="Armistice"),
            ],
        ),
        (
            Rules(CALENDAR, retired_on=date(2027, 12, 1)),
            ("2027-11-22", "2027-12-01"),
            [Refusal("retired", days=days("2027-12-01", "2027-12-01"))],
        ),
        (Rules(CALENDAR, retired_on=date(2027, 12, 1)), ("2027-11-22", "2027-11-30"), []),
        (Rules(CALENDAR, is_lent_here=False), ("2027-11-22", "2027-11-30"), [Refusal("not_lent_here")]),
        (Rules(CALENDAR, maximum_days=5), ("2028-02-28", "2028-03-03"), []),  # with a leap day
        (Rules(CALENDAR, maximum_days=4), ("2028-02-28", "2028-03-03"), [Refusal("too_long", limit=4)]),
    ],
)
def test_rules_refuse(rules, asked, refusals):
    answer = Stock([unit()], rules, TODAY).answer(days(*asked))
    assert list(answer.refusals) == refusals
    waived = Stock([unit()], rules, TODAY).answer(days(*asked), waived=RULES)
    assert waived.is_free


@pytest.mark.parametrize(
    ("kind", "code"),
    [("loan", "taken"), ("hold", "hold"), ("maintenance", "maintenance"), ("internal_use", "internal_use")],
)
def test_what_blocks_a_unit_is_told_and_waived_by_nobody(kind, code):
    one = unit(1, block("2027-11-22", "2027-11-24", kind))
    answer = Stock([one], Rules(CALENDAR), TODAY).answer(days("2027-11-18", "2027-11-22"), waived=RULES)
    assert answer.refusals == (Refusal(code, name(1), days("2027-11-22", "2027-11-24"), label="n° 1"),)
    assert answer.is_taken
    assert answer.next_free == days("2027-11-25", "2027-11-29")


def test_buffers_of_two_loans_add_up():
    around = days("2027-11-09", "2027-11-16")
    one = unit(1, Block("loan", days("2027-11-10", "2027-11-12"), around))
    rules = Rules(CALENDAR, buffer_before=1, buffer_after=1)
    stock = Stock([one], rules, TODAY)
    refused = stock.answer(days("2027-11-17", "2027-11-19"))
    assert refused.refusals == (Refusal("buffer", name(1), around, label="n° 1"),)
    assert refused.next_free == days("2027-11-18", "2027-11-22")  # three days would end on a Saturday
    assert stock.answer(days("2027-11-18", "2027-11-19")).blocked == days("2027-11-17", "2027-11-22")


def test_a_late_unit_is_not_free_however_long_ago_it_should_have_been_back():
    one = unit(1, block("2027-06-01", "2027-06-30"))
    stock = Stock([one], Rules(EVERY_DAY, buffer_after=2), TODAY)
    refused = stock.answer(days("2027-11-02", "2027-11-05"))
    assert refused.refusals == (Refusal("taken", name(1), days("2027-06-01", "2027-11-02"), label="n° 1"),)
    assert refused.next_free == days("2027-11-05", "2027-11-08")
    window = days("2027-10-30", "2027-11-10")
    assert stock.busy(window) == [
        Busy(days("2027-10-30", "2027-11-02"), "taken"),
        Busy(days("2027-11-03", "2027-11-04"), "buffer"),
    ]


def exhibition(*taken):
    """Two copies of three modules; `taken` are (copy, module) lent in the last week of November."""
    return [
        unit(
            copy * 10 + module,
            *([block("2027-11-22", "2027-11-26")] if (copy, module) in taken else []),
            copy=copy,
            module=module,
        )
        for copy in (1, 2)
        for module in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("taken", "choice", "chosen"),
    [
        ([], Choice(), [11, 12, 13]),
        ([(1, 2)], Choice(), [21, 22, 23]),  # one whole copy before pieces of two
        ([(1, 2), (2, 1)], Choice(), [11, 22, 13]),
        ([(1, 2), (2, 2)], Choice(), None),
        ([(1, 2), (2, 2)], Choice(modules=frozenset({1, 3})), [11, 13]),
        ([(1, 1)], Choice(modules=frozenset({1})), [21]),
        ([], Choice(copies=2), [11, 21, 12, 22, 13, 23]),
        ([(2, 3)], Choice(copies=2), None),
        ([], Choice(copies=3), None),
        ([], Choice(modules=frozenset({4})), None),
        ([(1, 1)], Choice(units=frozenset({name(11)})), None),
        ([(1, 1)], Choice(units=frozenset({name(12), name(23)})), [12, 23]),
        ([], Choice(units=frozenset({name(99)})), None),
    ],
)
def test_copies_and_modules(taken, choice, chosen):
    answer = Stock(exhibition(*taken), Rules(CALENDAR), TODAY).answer(
        days("2027-11-24", "2027-11-30"), choice
    )
    found = [one.id.int for one in answer.units]
    assert (found or None) == chosen
    assert answer.is_free is (chosen is not None)


def test_what_there_is_too_little_of_is_never_free():
    answer = Stock(exhibition(), Rules(CALENDAR), TODAY).answer(
        days("2027-11-24", "2027-11-30"), Choice(copies=3)
    )
    assert (answer.refusals, answer.next_free) == ((Refusal("no_unit", limit=3),), None)


def test_a_damaged_unit_is_named():
    units = [unit(1, is_usable=False), unit(2, is_usable=False, copy=2)]
    stock = Stock(units, Rules(CALENDAR), TODAY)
    asked = days("2027-11-24", "2027-11-30")
    answer = stock.answer(asked)
    assert answer.refusals == (
        Refusal("no_unit", name(1), label="n° 1"),
        Refusal("no_unit", name(2), label="n° 2"),
    )
    assert stock.busy(asked) == [Busy(asked, "no_unit")]
    assert stock.lines[0].busy(asked) == [Busy(asked, "no_unit")]


def test_of_copies_days_are_busy_when_too_few_are_left():
    units = [
        unit(1, block("2027-11-08", "2027-11-14")),
        unit(2, block("2027-11-12", "2027-11-20", "maintenance"), copy=2),
        unit(3, copy=3, is_usable=False),
    ]
    stock = Stock(units, Rules(EVERY_DAY), TODAY)
    window = days("2027-11-01", "2027-11-30")
    assert stock.busy(window) == [Busy(days("2027-11-12", "2027-11-14"), "taken")]
    assert stock.busy(window, Choice(copies=2)) == [
        Busy(days("2027-11-08", "2027-11-14"), "taken"),
        Busy(days("2027-11-15", "2027-11-20"), "maintenance"),
    ]


def test_whoever_moves_is_not_in_their_own_way():
    mine = Block("loan", days("2027-11-22", "2027-11-26"), days("2027-11-22", "2027-11-26"), name(5), name(6))
    stock = Stock([unit(1, mine)], Rules(CALENDAR), TODAY, without=name(6))
    assert stock.answer(days("2027-11-24", "2027-11-30")).is_free
