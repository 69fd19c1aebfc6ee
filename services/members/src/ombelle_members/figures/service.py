"""The use cases of figures: the report of a year, the rows that a figure was counted from, the workbook."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.paging import FIRST
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.figures.domain import SPLIT, Figure, euros
from ombelle_members.figures.rules import RULES, VERSION
from ombelle_members.figures.store import FigureStore
from ombelle_members.figures.workbook import workbook

_BREAKDOWNS: Final = ("by_college", "by_department", "by_kind", "by_fee_category")
_MOST_ROWS: Final = 20_000
"""Rows of one sheet of the workbook."""
_SHEETS: Final[Sequence[Figure]] = (
    "members",
    "new_members",
    "departures",
    "fees_called",
    "board",
    "officers",
)
_MONEY: Final = "_cents"


class FigureService:
    """The figures of the association's years."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def report(self, year: int) -> dict[str, Any]:
        """Return the figures of a year and of the one before, broken down, with the rules by which they are counted."""
        async with self._sessions() as session, session.begin():
            store = FigureStore(session)
            main, before = await store.main(year), await store.main(year - 1)
            parts, years, course = await store.parts(year), await store.years(), await store.course(year)
        return {
            "year": year,
            "counted_at": datetime.now(UTC),
            "members": counted(main),
            "previous": counted(before) if year - 1 in years else None,
            "departures": {"total": main["departures"], "by_reason": main["departures_by_reason"]},
            "fees": _fees(main),
            **{name: [one for one in parts if one["figure"] == name] for name in _BREAKDOWNS},
            "course": [_in_euros(one) for one in course],
            "years": years,
            "rules": {"version": VERSION, "texts": RULES},
        }

    async def rows(
        self, year: int, figure: Figure, value: str | None, *, after: UUID, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return what a figure was counted from, in the order of ids, and how many rows that are in all.

        Raises:
            InvalidInput: a figure that has no parts is asked for one.

        """
        if value is not None and figure not in SPLIT:
            detail = "Ce chiffre n'a pas de parties."
            raise InvalidInput(detail, errors=[FieldError("/query/value", "not_split", detail)])
        async with self._sessions() as session, session.begin():
            rows, total = await FigureStore(session).rows(year, figure, value, after=after, count=count)
        return [_in_euros(row) for row in rows], total

    async def xlsx(self, year: int) -> bytes:
        """Return the report as a workbook, with the rows of its main figures."""
        report = await self.report(year)
        sheets: dict[str, list[dict[str, Any]]] = {}
        async with self._sessions() as session, session.begin():
            for figure in _SHEETS:
                rows, _ = await FigureStore(session).rows(year, figure, None, after=FIRST, count=_MOST_ROWS)
                sheets[figure] = [_in_euros(row) for row in rows]
        return await asyncio.to_thread(workbook, report, sheets)


def counted(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the figures of a year as the yearly report names them."""
    board = {kind: row[f"board_{kind}"] for kind in ("legal", "natural", "staff")}
    return {
        "members": row["members"],
        "members_by_kind": {"legal": row["legal"], "natural": row["natural"]},
        "new_members": row["new_members"],
        "fees_eur": euros(int(row["received_cents"])),
        "board": {**board, "total": sum(board.values())},
        **{name: row[name] for name in ("officers", "board_meetings", "general_assemblies")},
    }


def _fees(row: Mapping[str, Any]) -> dict[str, Any]:
    amounts = ("called", "received", "waived", "remaining", "received_in_year")
    return {
        "called": row["called"],
        "paid": row["paid"],
        **{f"{name}_eur": euros(int(row[f"{name}_cents"])) for name in amounts},
    }


def _in_euros(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        f"{name.removesuffix(_MONEY)}_eur" if name.endswith(_MONEY) else name: euros(int(value))
        if name.endswith(_MONEY)
        else value
        for name, value in row.items()
    }
