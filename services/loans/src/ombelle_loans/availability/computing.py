"""Whether units are free: the one computation that the item's page, a request and its approval all rely on."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final
from uuid import UUID

from ombelle_loans.availability.days import DAY, Days
from ombelle_loans.availability.domain import (
    REASON_OF_KIND,
    STRONGEST,
    WHOLE,
    Answer,
    Block,
    Busy,
    Choice,
    Reason,
    Refusal,
    Rules,
    Unit,
    refusals_by_rules,
)

HORIZON: Final = timedelta(days=731)
"""How far after the day asked for the next free window is looked for."""


class Timeline:
    """One unit, under the rules of who asks, as of today.

    `without` is a loan whose own blocks are not in its way: it is about to move.
    """

    def __init__(self, unit: Unit, rules: Rules, today: date, *, without: UUID | None = None) -> None:
        self.unit = unit
        self.blocks = [block for block in unit.blocks if block.loan_id is None or block.loan_id != without]
        blocks = [block.standing(rules, today) for block in self.blocks]
        self._standing: list[tuple[Days, Block]] = sorted(
            ((rules.refused_around(block.blocked), block) for block in blocks),
            key=lambda one: (one[0].first, one[0].last),
        )
        merged = _merged(refused for refused, _ in self._standing)
        self._firsts, self._lasts = [days.first for days in merged], [days.last for days in merged]

    def is_free(self, days: Days) -> bool:
        """Say whether a loan of these days can have the unit."""
        if not self.unit.is_usable:
            return False
        place = bisect_left(self._lasts, days.first)  # the first refused days that do not end before
        return place == len(self._lasts) or days.last < self._firsts[place]

    def refusals(self, days: Days) -> list[Refusal]:
        """Return why a loan of these days cannot have the unit, in the order of days."""
        unit = self.unit
        if not unit.is_usable:
            return [Refusal("no_unit", unit.id, label=unit.name)]
        return [
            Refusal(REASON_OF_KIND[block.kind], unit.id, block.days, label=unit.name)
            if block.days.overlaps(days)
            else Refusal("buffer", unit.id, block.blocked, label=unit.name)
            for refused, block in self._standing
            if refused.overlaps(days)
        ]

    def busy(self, window: Days) -> list[Busy]:
        """Return the days of the window that no new loan can hold, in order, each once."""
        if not self.unit.is_usable:
            return [Busy(window, "no_unit")]
        layers: list[tuple[Days, Reason]] = [(refused, "buffer") for refused, _ in self._standing]
        layers += [(block.days, REASON_OF_KIND[block.kind]) for _, block in self._standing]
        return _painted(layers, window)


class Stock:
    """The units of one format, under the rules of who asks, as of today."""

    def __init__(
        self, units: Iterable[Unit], rules: Rules, today: date, *, without: UUID | None = None
    ) -> None:
        self.rules = rules
        self.today = today
        self.lines = [
            Timeline(unit, rules, today, without=without)
            for unit in sorted(units, key=lambda unit: (unit.copy_number, unit.module_number or 0))
        ]

    def answer(self, days: Days, choice: Choice = WHOLE, *, waived: Collection[Reason] = ()) -> Answer:
        """Say whether these days are free; else why not, and which days are the next that are.

        Args:
            days: the days of the loan.
            choice: what of the format.
            waived: reasons of the lender's rules that it sets aside itself; what a unit is blocked by stays.

        """
        refusals = refusals_by_rules(days, self.rules, self.today, waived=waived)
        needs = self._needs(choice)
        chosen = _chosen(needs, days)
        if chosen is None:
            refusals += [why for lines, count in needs for why in _lacking(lines, count, days)]
        return Answer(
            asked=days,
            blocked=self.rules.blocked(days),
            units=() if refusals or chosen is None else tuple(line.unit for line in chosen),
            refusals=tuple(dict.fromkeys(refusals)),
            next_free=self.next_free(days, choice) if refusals else None,
        )

    def next_free(self, days: Days, choice: Choice = WHOLE) -> Days | None:
        """Return the earliest days that can be had, from the day asked for on, `None` where the horizon has none.

        They are as many as were asked for, or as few or many as the lender settled, and end on the first working day
        from then on: a week that begins on a Monday ends on the next one.
        """
        rules, needs = self.rules, self._needs(choice)
        length = min(max(days.count, rules.minimum_days), rules.maximum_days)
        since = max(days.first, rules.first_day(self.today))
        if since > self.rules.calendar.span.last:
            return None
        for first in rules.calendar.working_days(since):
            last = rules.calendar.working_day(first + timedelta(days=length - 1))
            if last is None or first > since + HORIZON:
                return None
            found = Days(first, last)
            # What is taken is found out by one comparison, and most days that are passed over are.
            if _chosen(needs, found) is not None and not refusals_by_rules(found, rules, self.today):
                return found
        return None

    def busy(self, window: Days, choice: Choice = WHOLE) -> list[Busy]:
        """Return the days of the window on which what is chosen cannot be had whole, in order, each once."""
        layers: list[tuple[Days, Reason]] = []
        for lines, count in self._needs(choice):
            usable = [line for line in lines if line.unit.is_usable]
            if len(usable) < count:
                return [Busy(window, "no_unit")]
            layers += _shared([line.busy(window) for line in usable], len(usable) - count)
        return _painted(layers, window)

    def _needs(self, choice: Choice) -> list[tuple[list[Timeline], int]]:
        """Return what must be found together: of each of these lists of units, so many."""
        if choice.units:
            known = {line.unit.id: line for line in self.lines}
            return [([known[unit]] if unit in known else [], 1) for unit in sorted(choice.units)]
        modules = choice.modules or {line.unit.module_number for line in self.lines} or {None}
        return [
            ([line for line in self.lines if line.unit.module_number == module], choice.copies)
            for module in sorted(modules, key=lambda number: number or 0)
        ]


def _chosen(needs: Sequence[tuple[list[Timeline], int]], days: Days) -> list[Timeline] | None:
    """Return the units that serve, from as few copies as can be, `None` where they are too few."""
    free: list[tuple[list[Timeline], int]] = []
    for lines, count in needs:
        here = [line for line in lines if line.is_free(days)]
        if len(here) < count:
            return None
        free.append((here, count))
    whole: dict[int, int] = {}
    for lines, _ in free:
        for line in lines:
            whole[line.unit.copy_number] = whole.get(line.unit.copy_number, 0) + 1
    found = []
    for lines, count in free:
        best = sorted(lines, key=lambda line: (-whole[line.unit.copy_number], line.unit.copy_number))
        found += best[:count]
    return found


def _lacking(lines: list[Timeline], count: int, days: Days) -> list[Refusal]:
    """Return why fewer of these units than needed can be had; nothing where enough can."""
    usable = [line for line in lines if line.unit.is_usable]
    if sum(line.is_free(days) for line in usable) >= count:
        return []
    if len(usable) < count:
        return [why for line in lines for why in line.refusals(days) if why.code == "no_unit"] or [
            Refusal("no_unit", limit=count)
        ]
    return [why for line in usable for why in line.refusals(days)]


def _merged(ranges: Iterable[Days]) -> list[Days]:
    """Return ordered ranges with those that overlap or touch made one."""
    found: list[Days] = []
    for days in ranges:
        if found and days.first <= found[-1].last + DAY:
            found[-1] = Days(found[-1].first, max(found[-1].last, days.last))
        else:
            found.append(days)
    return found


def _shared(busy: Sequence[Sequence[Busy]], spare: int) -> list[tuple[Days, Reason]]:
    """Return the days on which more units than `spare` are busy, with each one's reason."""
    if spare == 0:
        return [(one.days, one.code) for unit in busy for one in unit]
    cuts = sorted({edge for unit in busy for one in unit for edge in (one.days.first, one.days.last + DAY)})
    found: list[tuple[Days, Reason]] = []
    for first, following in pairwise(cuts):
        piece = Days(first, following - DAY)
        codes = [one.code for unit in busy for one in unit if one.days.holds(piece)]
        if len(codes) > spare:
            found += [(piece, code) for code in codes]
    return found


def _painted(layers: Iterable[tuple[Days, Reason]], window: Days) -> list[Busy]:
    """Return the days of the window that some layer covers, in order, each with the strongest of its reasons."""
    seen = [(days, code) for whole, code in layers if (days := whole.within(window)) is not None]
    cuts = sorted({edge for days, _ in seen for edge in (days.first, days.last + DAY)})
    found: list[Busy] = []
    for first, following in pairwise(cuts):
        piece = Days(first, following - DAY)
        codes = {code for days, code in seen if days.holds(piece)}
        if not codes:
            continue
        code = min(codes, key=STRONGEST.index)
        if found and found[-1].code == code and found[-1].days.last + DAY == first:
            piece = Days(found.pop().days.first, piece.last)
        found.append(Busy(piece, code))
    return found
