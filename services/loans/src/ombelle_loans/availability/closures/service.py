"""The use cases of closures: each opens one transaction. What is blocked already stays as it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.availability.closures.store import BEGINNING, ClosureStore
from ombelle_loans.availability.errors import ClosureUnknown
from ombelle_loans.availability.tables import ClosureRow
from ombelle_loans.callers import Caller
from ombelle_loans.copies.store import CopyStore
from ombelle_loans.lending.errors import LenderUnknown
from ombelle_loans.log import record


class ClosureService:
    """Says when lenders are closed."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, caller: Caller, filters: Mapping[str, Any], *, after: tuple[date, UUID] | None, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return closures of lenders that the caller lends for, and how many the filters find in all."""
        async with self._sessions() as session, session.begin():
            rows, total = await ClosureStore(session).page(
                caller, filters, after=after or BEGINNING, count=count
            )
        return [_with_actions(caller, row) for row in rows], total

    async def closure(self, caller: Caller, closure_id: UUID) -> dict[str, Any]:
        """Return a closure.

        Raises:
            ClosureUnknown: there is none of a lender that the caller lends for.

        """
        async with self._sessions() as session, session.begin():
            return await _shown(session, caller, closure_id)

    async def close(self, caller: Caller, values: Mapping[str, Any], once: OneRequest) -> dict[str, Any]:
        """Close a lender for these days.

        Raises:
            LenderUnknown: there is no such lender that the caller lends for.

        """
        lender = None if values["lender"] == "agency" else values["lender"]
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            may = caller.is_lender or caller.acts_for(lender)
            if not may or (lender is not None and await CopyStore(session).standing(lender) is None):
                raise LenderUnknown("Ce prêteur n'existe pas, ou n'est pas de ceux pour qui vous prêtez.")
            row = ClosureRow(organisation_id=lender, days=_range(values), label=values["label"])
            session.add(row)
            await session.flush()
            shown = await _shown(session, caller, row.id)
            await record(session, caller, "closure_added", ("closure", row.id), _told(row))
            return await once.keep(session, shown)

    async def change(
        self, caller: Caller, closure_id: UUID, values: Mapping[str, Any], *, if_match: str | None
    ) -> dict[str, Any]:
        """Change the days of a closure or its label.

        Raises:
            VersionNeeded: `if_match` is missing.
            ClosureUnknown: there is none of a lender that the caller lends for.
            ChangedMeanwhile: it has another version; the problem carries both.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            current, row = await _held(session, caller, closure_id)
            refuse_stale(wanted, row.version, current=current, yours=values)
            row.days, row.label, row.version = _range(values), values["label"], row.version + 1
            await session.flush()
            shown = await _shown(session, caller, closure_id)
            await record(session, caller, "closure_changed", ("closure", row.id), _told(row))
            return shown

    async def remove(self, caller: Caller, closure_id: UUID) -> None:
        """Take a closure away.

        Raises:
            ClosureUnknown: there is none of a lender that the caller lends for.

        """
        async with self._sessions() as session, session.begin():
            _, row = await _held(session, caller, closure_id)
            await session.delete(row)
            await record(session, caller, "closure_removed", ("closure", closure_id), _told(row))


async def _held(session: AsyncSession, caller: Caller, closure_id: UUID) -> tuple[dict[str, Any], ClosureRow]:
    row = await ClosureStore(session).row(closure_id)
    current = await _shown(session, caller, closure_id)
    if row is None:
        raise ClosureUnknown("Cette fermeture n'existe pas, ou plus.")
    return current, row


async def _shown(session: AsyncSession, caller: Caller, closure_id: UUID) -> dict[str, Any]:
    rows, _ = await ClosureStore(session).page(caller, {"id": closure_id}, after=BEGINNING, count=1)
    if not rows:
        raise ClosureUnknown("Cette fermeture n'existe pas, ou plus.")
    return _with_actions(caller, rows[0])


def _with_actions(caller: Caller, row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "allowed_actions": ["edit", "remove"] if caller.may_write else []}


def _range(values: Mapping[str, Any]) -> Range[date]:
    return Range(values["starts_on"], values["ends_on"], bounds="[]")


def _told(row: ClosureRow) -> dict[str, Any]:
    return {"organisation_id": row.organisation_id, "days": str(row.days)}
