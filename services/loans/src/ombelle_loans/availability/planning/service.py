"""The planning: one transaction that reads, in a number of statements that does not grow."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

import orjson
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.availability.days import Days, today_in_paris
from ombelle_loans.availability.lent_by import FormatRules, reach_of
from ombelle_loans.availability.planning.store import PlanningStore
from ombelle_loans.availability.service import closed_days, window_of
from ombelle_loans.availability.store import AvailabilityStore
from ombelle_loans.callers import Caller
from ombelle_loans.loan_briefs import LoanBriefs, no_loan_briefs

_FIRST: Final = ("", UUID(int=0))
_WAYS: Final = ("leaving", "coming_back", "late")
_ITEM: Final = ("id", "slug", "title", "category", "owner_organisation_id", "owner_name")
_FORMAT: Final = ("format", "label", "retired_on", "buffer_before_days", "buffer_after_days")
_UNIT: Final = ("id", "code", "name", "copy_number", "module_number", "state")


class PlanningService:
    """What whoever lends sees of their units. `briefs` tells of loans."""

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], briefs: LoanBriefs = no_loan_briefs
    ) -> None:
        self._sessions = sessions
        self._briefs = briefs

    async def page(
        self,
        caller: Caller,
        filters: Mapping[str, Any],
        *,
        after: tuple[str, UUID] | None,
        count: int,
        shown: int,
    ) -> tuple[dict[str, Any], list[dict[str, Any]], int]:
        """Return a page of the planning by `schemas.PlanningOut`, the rows of its items, and how many there are in all.

        What repeats is JSON already, as orjson takes it.

        Args:
            caller: who asks.
            filters: `since`, `until`, `q`, `item`, `lender`, `category`.
            after: title and id of the last item before.
            count: how many items are read, one more than shown.
            shown: how many are shown.

        Raises:
            WindowWrong: the days are in the wrong order, too many or too far.

        """
        today = today_in_paris()
        window = window_of(filters["since"], filters["until"], today)
        async with self._sessions() as session, session.begin():
            store = PlanningStore(session)
            items, total = await store.items(
                caller, filters, window.first, after=after or _FIRST, count=count
            )
            rules = await AvailabilityStore(session).rules_of_items(
                [item["id"] for item in items[:shown]], reach_of(window, today)
            )
            rows = await store.units(rules, window, today)
            movements = await store.movements(caller, today)
            named = {one["loan_id"] for one in movements}.union(*(row.loans for row in rows if row.loans))
            briefs = await self._briefs(session, named)
        page = {
            "starts_on": window.first,
            "ends_on": window.last,
            "today": today,
            "items": _items(items[:shown], rules, _units(rows), window),
            **{way: [_movement(one) for one in movements if one["way"] == way] for way in _WAYS},
            "loans": {str(loan): brief for loan, brief in briefs.items()},
        }
        return page, items, total


def _units(rows: Iterable[Any]) -> dict[UUID, list[dict[str, Any]]]:
    """Return the units of each format with their blocks."""
    found: dict[UUID, list[dict[str, Any]]] = {}
    for row in rows:
        unit = {name: getattr(row, name) for name in _UNIT}
        found.setdefault(row.format_id, []).append({**unit, "blocks": orjson.Fragment(row.blocks)})
    return found


def _items(
    items: Iterable[Mapping[str, Any]],
    rules: Iterable[FormatRules],
    units: Mapping[UUID, Sequence[Mapping[str, Any]]],
    window: Days,
) -> list[dict[str, Any]]:
    """Return the items; those of one lender share a calendar, whose closed days are found and written once."""
    formats: dict[UUID, list[FormatRules]] = {}
    closed: dict[int, orjson.Fragment] = {}
    for one in rules:
        formats.setdefault(one.row["item_id"], []).append(one)
        if id(one.calendar) not in closed:
            closed[id(one.calendar)] = orjson.Fragment(orjson.dumps(closed_days(one.calendar, window)))
    return [_item(item, formats.get(item["id"], []), units, closed) for item in items]


def _item(
    item: Mapping[str, Any],
    formats: Sequence[FormatRules],
    units: Mapping[UUID, Sequence[Mapping[str, Any]]],
    closed: Mapping[int, orjson.Fragment],
) -> dict[str, Any]:
    return {
        **{name: item[name] for name in _ITEM},
        "opening_days": formats[0].row["opening_days"] if formats else [],
        "closed": closed[id(formats[0].calendar)] if formats else [],
        "formats": [
            {
                "id": one.format_id,
                **{name: one.row[name] for name in _FORMAT},
                "units": units.get(one.format_id, []),
            }
            for one in formats
        ],
    }


def _movement(found: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if name != "way"}
