"""The use cases of figures: the report of a year, the rows that a figure was counted from, the workbook."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.paging import FIRST
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.callers import Caller
from ombelle_loans.evaluations.domain import METHODS, SATISFACTIONS
from ombelle_loans.figures.domain import SPLIT, TOP, Figure, euros
from ombelle_loans.figures.errors import FiguresUnknown
from ombelle_loans.figures.rules import RULES, VERSION
from ombelle_loans.figures.store import FigureStore
from ombelle_loans.figures.workbook import workbook
from ombelle_loans.shares import percent

_PLAIN: Final = (
    "items", "items_by_category", "new_items", "new_formats", "items_lent", "loans", "days_out", "top_items_days",
    "cancelled", "cancelled_days", "evaluations", "audience", "school_borrowers", "school_borrowers_pass_culture",
)  # fmt: skip
_BREAKDOWNS: Final = ("by_kind", "by_department", "by_channel", "by_month", "by_theme")
_MOST_ROWS: Final = 20_000
"""Rows of one sheet of the workbook."""
_SHEETS: Final[Sequence[Figure]] = ("loans", "cancelled", "items", "evaluations")


class FigureService:
    """The figures of a lender's years. `agency` is what the agency is called."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], agency: str) -> None:
        self._sessions = sessions
        self._agency = agency

    async def report(self, caller: Caller, owner: UUID | None, year: int) -> dict[str, Any]:
        """Return the figures of a year and of the one before, broken down, with the rules by which they are counted.

        Raises:
            FiguresUnknown: there is no such lender, or it is none of the caller's.

        """
        async with self._sessions() as session, session.begin():
            store = FigureStore(session, owner, top=TOP)
            lender = await self._lender(store, caller, owner)
            main, before = await store.main(year), await store.main(year - 1)
            parts, years = await store.broken_down(year), await store.years()
        return {
            "year": year,
            "lender": lender,
            "counted_at": datetime.now(UTC),
            "loans": counted(main),
            "previous": counted(before) if year - 1 in years else None,
            "top_items": main["top_items"],
            **{name: [one for one in parts if one["figure"] == name] for name in _BREAKDOWNS},
            "years": years,
            "rules": {"version": VERSION, "texts": RULES},
        }

    async def rows(
        self,
        caller: Caller,
        owner: UUID | None,
        year: int,
        figure: Figure,
        value: str | None,
        *,
        after: UUID,
        count: int,
    ) -> tuple[list[dict[str, Any]], int]:
        """Return what a figure was counted from, in the order of ids, and how many rows that are in all.

        Raises:
            FiguresUnknown: there is no such lender, or it is none of the caller's.
            InvalidInput: a figure that has no parts is asked for one.

        """
        if value is not None and figure not in SPLIT:
            detail = "Ce chiffre n'a pas de parties."
            raise InvalidInput(detail, errors=[FieldError("/query/value", "not_split", detail)])
        async with self._sessions() as session, session.begin():
            store = FigureStore(session, owner, top=TOP)
            await self._lender(store, caller, owner)
            rows, total = await store.rows(year, figure, value, after=after, count=count)
        return [_shown(row) for row in rows], total

    async def xlsx(self, caller: Caller, owner: UUID | None, year: int) -> bytes:
        """Return the report as a workbook, with the rows of its main figures. Raises FiguresUnknown."""
        report = await self.report(caller, owner, year)
        sheets: dict[str, list[dict[str, Any]]] = {}
        async with self._sessions() as session, session.begin():
            store = FigureStore(session, owner, top=TOP)
            for figure in _SHEETS:
                rows, _ = await store.rows(year, figure, None, after=FIRST, count=_MOST_ROWS)
                sheets[figure] = [_shown(row) for row in rows]
        return await asyncio.to_thread(workbook, report, sheets)

    async def _lender(self, store: FigureStore, caller: Caller, owner: UUID | None) -> dict[str, Any]:
        """Return whose figures they are, when the caller may read them."""
        may = caller.is_lender or (owner is not None and caller.acts_for(owner))
        name = self._agency if owner is None else await store.lender() if may else None
        if not may or name is None:
            raise FiguresUnknown("Ces chiffres n'existent pas, ou ne sont pas de ceux que vous lisez.")
        return {"id": owner, "name": name}


def counted(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the figures of a year as the yearly report names them."""
    return {
        **{name: row[name] for name in _PLAIN},
        "use_rate_percent": percent(row["items_lent"], row["items"]),
        "top_items": [{name: one[name] for name in ("item_id", "loans")} for one in row["top_items"]],
        "fees_eur": euros(int(row["fees_cents"])),
        "evaluation_rate_percent": percent(row["evaluations"], row["came_back"]),
        "satisfaction": {name: row["satisfaction"].get(name, 0) for name in SATISFACTIONS},
        "audience_method": {name: row["audience_method"].get(name, 0) for name in METHODS},
    }


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    if "fee_cents" in row:
        row["fee_eur"] = euros(row.pop("fee_cents"))
    return row
