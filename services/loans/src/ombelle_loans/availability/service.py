"""When a published item is free: its calendar, and whether given days are. Each reads in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.availability.blocking import days_of, described
from ombelle_loans.availability.computing import Stock
from ombelle_loans.availability.days import DAY, Calendar, Days, today_in_paris
from ombelle_loans.availability.domain import FURTHEST, WHOLE, Busy, Choice, Unit
from ombelle_loans.availability.errors import WindowWrong
from ombelle_loans.availability.lent_by import FormatRules, reach_of
from ombelle_loans.availability.store import AvailabilityStore
from ombelle_loans.catalogue.errors import FormatUnknown, ItemUnknown

WIDEST: Final = 731
"""Days of the widest window, two years."""
_SHOWN: Final = timedelta(days=365)
_PAST: Final = timedelta(days=WIDEST)
_EARLIEST: Final = date(2000, 1, 1)
_LATEST: Final = date(2150, 1, 1)


class AvailabilityService:
    """What anybody may know of when an item is free: never who has it."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def calendar(
        self,
        item: str,
        since: date | None,
        until: date | None,
        *,
        format_id: UUID | None = None,
        choice: Choice = WHOLE,
        department: str | None = None,
    ) -> dict[str, Any]:
        """Return when a published item is free in a window, by `schemas.CalendarOut`.

        Raises:
            WindowWrong: the days are in the wrong order, too many or too far.
            ItemUnknown, FormatUnknown: nothing published is called so.

        """
        today = today_in_paris()
        window = window_of(since, until, today)
        formats, units = await self._read(item, reach_of(window, today))
        if format_id is None and (choice.units or choice.modules):
            formats = [_one_format(formats, None)]
        elif format_id is not None:
            formats = [_one_format(formats, format_id)]
        first = formats[0]
        rules = first.rules_for(department)
        return {
            "item_id": first.row["item_id"],
            "slug": first.row["slug"],
            **(days_of(window) or {}),
            "today": today,
            "is_lent_here": rules.is_lent_here,
            "first_day": rules.first_day(today),
            "notice_days": rules.notice_days,
            "min_days": rules.minimum_days,
            "max_days": rules.maximum_days,
            "opening_days": first.row["opening_days"],
            "closed": closed_days(first.calendar, window),
            "formats": [
                _format(one, units[one.format_id], window, choice, department, today) for one in formats
            ],
        }

    async def check(
        self,
        item: str,
        days: Days,
        *,
        format_id: UUID | None = None,
        choice: Choice = WHOLE,
        department: str | None = None,
    ) -> dict[str, Any]:
        """Return whether a published item is free for a loan of these days, by `schemas.CheckOut`.

        Raises:
            WindowWrong: the item has several formats and none is told.
            ItemUnknown, FormatUnknown: nothing published is called so.

        """
        today = today_in_paris()
        reach = reach_of(days, today)
        formats, units = await self._read(item, reach)
        chosen = _one_format(formats, format_id)
        stock = Stock(units[chosen.format_id], chosen.rules_for(department), today)
        answer = stock.answer(days, choice)
        return {
            "item_id": chosen.row["item_id"],
            "format_id": chosen.format_id,
            **(days_of(days) or {}),
            "is_free": answer.is_free,
            "blocked": days_of(answer.blocked),
            "unit_ids": [unit.id for unit in answer.units],
            **described(answer),
        }

    async def _read(self, item: str, reach: Days) -> tuple[list[FormatRules], Mapping[UUID, Sequence[Unit]]]:
        async with self._sessions() as session, session.begin():
            store = AvailabilityStore(session)
            formats = await store.rules_of_published(_key(item), reach)
            if not formats:
                raise ItemUnknown("Aucun outil du catalogue ne porte cette adresse.")
            units, _ = await store.units([one.format_id for one in formats], reach)
        return formats, units


def window_of(since: date | None, until: date | None, today: date) -> Days:
    """Return the days that are shown: a year from today where nothing is told.

    Raises:
        WindowWrong: they are in the wrong order, too many or too far.

    """
    first = today if since is None else since
    refused = None
    if not today - _PAST <= first <= today + FURTHEST:
        refused = ("/query/from", "Le premier jour est attendu entre il y a deux ans et dans cinq ans.")
    else:
        last = first + _SHOWN if until is None else until
        if last < first:
            refused = ("/query/to", "Le dernier jour vient après le premier.")
        elif (last - first).days >= WIDEST:
            refused = ("/query/to", "Deux ans sont montrés au plus.")
    if refused is not None:
        pointer, detail = refused
        raise WindowWrong(detail, errors=[FieldError(pointer, "window_wrong", detail)])
    return Days(first, last)


def closed_days(calendar: Calendar, window: Days) -> list[dict[str, Any]]:
    """Return the holidays and closures of a window, in order."""
    closed: list[tuple[Days, str, str]] = [
        (Days(day, day), "holiday", name) for day, name in calendar.holidays.items()
    ]
    closed += [(days, "closed_day", label) for days, label in calendar.closures]
    return [
        {**(days_of(shown) or {}), "code": code, "label": label}
        for days, code, label in sorted(closed)
        if (shown := days.within(window)) is not None
    ]


def busy_days(busy: Sequence[Busy]) -> list[dict[str, Any]]:
    """Return ranges of days as the API tells them."""
    return [{**(days_of(one.days) or {}), "code": one.code} for one in busy]


def _format(
    found: FormatRules,
    units: Sequence[Unit],
    window: Days,
    choice: Choice,
    department: str | None,
    today: date,
) -> dict[str, Any]:
    rules = found.rules_for(department)
    stock = Stock(units, rules, today)
    shortest = Days(window.first, window.first + DAY * (rules.minimum_days - 1))
    return {
        "id": found.format_id,
        "format": found.row["format"],
        "label": found.row["label"],
        "retired_on": rules.retired_on,
        "buffer_before_days": rules.buffer_before,
        "buffer_after_days": rules.buffer_after,
        "busy": busy_days(stock.busy(window, choice)),
        "next_free": days_of(stock.next_free(shortest, choice)),
        "units": [
            {
                "id": line.unit.id,
                "name": line.unit.name,
                "copy_number": line.unit.copy_number,
                "module_number": line.unit.module_number,
                "is_usable": line.unit.is_usable,
                "busy": busy_days(line.busy(window)),
            }
            for line in stock.lines
        ],
    }


def _key(item: str) -> UUID | str:
    try:
        return UUID(item)
    except ValueError:
        return item


def _one_format(formats: Sequence[FormatRules], format_id: UUID | None) -> FormatRules:
    if format_id is None:
        if len(formats) > 1:
            detail = "Cet outil existe en plusieurs formats : dites lequel."
            raise WindowWrong(detail, errors=[FieldError("/query/format", "missing", detail)])
        return formats[0]
    for one in formats:
        if one.format_id == format_id:
            return one
    raise FormatUnknown("Cet outil n'existe pas sous ce format.")


def days_asked(starts_on: date, ends_on: date, place: str = "/query") -> Days:
    """Return the days of a loan that somebody asks for, in `place` of the request.

    Raises:
        WindowWrong: they end before they begin, or are not of this century.

    """
    if not _EARLIEST <= starts_on <= ends_on <= _LATEST:
        last = starts_on >= _EARLIEST
        detail = "Le dernier jour vient après le premier." if last else "Une date d'aujourd'hui est attendue."
        if ends_on > _LATEST:
            detail = "Ces dates sont trop lointaines."
        pointer = f"{place}/{'ends_on' if last else 'starts_on'}"
        raise WindowWrong(detail, errors=[FieldError(pointer, "window_wrong", detail)])
    return Days(starts_on, ends_on)
