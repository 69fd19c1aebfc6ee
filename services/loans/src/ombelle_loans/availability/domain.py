"""The words of availability: what a lender's rules are, what blocks a unit, what is asked for and what is answered.

Plain Python over what was read. Of what blocks a unit, what was released and holds that have expired are not told. A loan
blocks more days than its own: its buffers, counted in the lender's working days, before and after. Buffers add up:
between two loans lie those after the first and those before the second. `computing` answers.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal, get_args
from uuid import UUID

from ombelle_loans.availability.days import Calendar, Days

BlockKind = Literal["hold", "loan", "maintenance", "internal_use"]
BLOCK_KINDS: Final[tuple[BlockKind, ...]] = ("hold", "loan", "maintenance", "internal_use")
Reason = Literal[
    "taken", "hold", "maintenance", "internal_use", "buffer", "closed_day", "holiday", "min_notice", "too_short",
    "too_long", "too_far", "in_the_past", "retired", "not_lent_here", "no_unit",
]  # fmt: skip
REASON_OF_KIND: Final[Mapping[BlockKind, Reason]] = {
    "loan": "taken", "hold": "hold", "maintenance": "maintenance", "internal_use": "internal_use",
}  # fmt: skip
STRONGEST: Final[tuple[Reason, ...]] = (
    "no_unit",
    "taken",
    "hold",
    "maintenance",
    "internal_use",
    "buffer",
)
"""Why a unit is not there; of several reasons for one day the first of these is told."""
RULES: Final[frozenset[Reason]] = frozenset(get_args(Reason)) - frozenset(STRONGEST)
"""What a lender may set aside for one loan."""
LONGEST: Final = 366
"""Days of the longest loan, whatever a lender settles."""
FURTHEST: Final = timedelta(days=5 * 366)
"""How far ahead of today anything may be asked."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What one item is lent by, for one place of use.

    Buffers are working days; `notice_days` go by between the request and the first day; `minimum_days` and
    `maximum_days` count both ends. The item is lent no more from `retired_on`.
    """

    calendar: Calendar
    buffer_before: int = 0
    buffer_after: int = 0
    notice_days: int = 0
    minimum_days: int = 1
    maximum_days: int = LONGEST
    retired_on: date | None = None
    is_lent_here: bool = True

    def blocked(self, days: Days) -> Days:
        """Return the days that a loan of these days blocks."""
        return self.calendar.around(days, before=self.buffer_before, after=self.buffer_after)

    def refused_around(self, blocked: Days) -> Days:
        """Return the days that no loan by these rules can hold, since it would block one of `blocked` too.

        A loan and its buffers meet `blocked` if and only if one of the loan's own days is among those returned.
        """
        return self.calendar.around(blocked, before=self.buffer_after, after=self.buffer_before)

    def first_day(self, today: date) -> date:
        """Return the first day on which a loan that is asked for today may begin."""
        return today + timedelta(days=self.notice_days)


@dataclass(frozen=True, slots=True)
class Block:
    """Days on which a unit is not free: those it is for, and those that it blocks with its buffers."""

    kind: BlockKind
    days: Days
    blocked: Days
    id: UUID | None = None
    loan_id: UUID | None = None

    def is_late(self, today: date) -> bool:
        """Say whether what was lent should be back: a loan blocks until somebody has looked at what came back."""
        return self.kind == "loan" and self.days.last < today

    def standing(self, rules: Rules, today: date) -> "Block":
        """Return the block as it stands today: what is late is out today too, with its buffer from now on."""
        if not self.is_late(today):
            return self
        last = max(self.blocked.last, rules.calendar.after(today, rules.buffer_after))
        return replace(self, days=Days(self.days.first, today), blocked=Days(self.blocked.first, last))


@dataclass(frozen=True, slots=True)
class Unit:
    """A copy, or a module of one. Without a number of module, the copy is one piece."""

    id: UUID
    copy_number: int = 1
    module_number: int | None = None
    name: str = ""
    is_usable: bool = True
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for of a format: these very units, or so many copies of these modules. No module means all."""

    units: frozenset[UUID] = frozenset()
    modules: frozenset[int] = frozenset()
    copies: int = 1


WHOLE: Final = Choice()
"""One copy, with all its modules."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not. `days` are those in the way, `limit` the lender's number, `label` the closure's, holiday's or unit's name."""

    code: Reason
    unit_id: UUID | None = None
    days: Days | None = None
    limit: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether days are free. Free, it names the units that serve; refused, why, and what is free next."""

    asked: Days
    blocked: Days
    units: tuple[Unit, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    next_free: Days | None = None

    @property
    def is_free(self) -> bool:
        """Whether what was asked for can be had."""
        return not self.refusals

    @property
    def is_taken(self) -> bool:
        """Whether a unit is not there: what no lender may set aside."""
        return any(refusal.code in STRONGEST for refusal in self.refusals)


@dataclass(frozen=True, slots=True)
class Busy:
    """Days that no new loan can hold, and the strongest reason."""

    days: Days
    code: Reason


def refusals_by_rules(
    days: Days, rules: Rules, today: date, *, waived: Collection[Reason] = ()
) -> list[Refusal]:
    """Return why the lender does not lend for these days, whatever is free then.

    Args:
        days: the days of the loan.
        rules: the lender's.
        today: the day on which it is asked, in Paris.
        waived: reasons that the lender sets aside for this loan.

    """
    found = []
    if not rules.is_lent_here:
        found.append(Refusal("not_lent_here"))
    if rules.retired_on is not None and days.last >= rules.retired_on:
        found.append(Refusal("retired", days=Days(rules.retired_on, rules.retired_on)))
    first_day = rules.first_day(today)
    if days.first < today:
        found.append(Refusal("in_the_past"))
    elif days.first < first_day:
        found.append(Refusal("min_notice", days=Days(first_day, first_day), limit=rules.notice_days))
    if days.first > today + FURTHEST:
        found.append(Refusal("too_far"))
    if days.count < rules.minimum_days:
        found.append(Refusal("too_short", limit=rules.minimum_days))
    if days.count > rules.maximum_days:
        found.append(Refusal("too_long", limit=rules.maximum_days))
    found += [
        Refusal(closed.code, days=Days(day, day), label=closed.label)
        for day in sorted({days.first, days.last})
        if (closed := rules.calendar.why_closed(day)) is not None
    ]
    return [refusal for refusal in found if refusal.code not in waived]
