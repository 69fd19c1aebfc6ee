"""The use cases of offices."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.declarations.opening import open_declaration
from ombelle_members.governance.bureau import Chosen, elect
from ombelle_members.governance.checks import actions, refuse_end, refuse_future
from ombelle_members.governance.errors import OfficeUnknown
from ombelle_members.governance.moves import Moves
from ombelle_members.governance.store import GovernanceStore
from ombelle_members.log import record
from ombelle_members.transactions import in_transaction

Row = dict[str, Any]


class OfficeService:
    """Reads offices, enters what the board elects, ends them."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, caller: Caller, asked: Mapping[str, Any], *, before: tuple[date, UUID], count: int
    ) -> tuple[list[Row], int]:
        """Return the offices asked for by `on member`, the last begun first."""
        async with self._sessions() as session, session.begin():
            rows, total = await GovernanceStore(session).offices(asked, before, count, today=today_in_paris())
        return [_described(caller, row) for row in rows], total

    async def elect(
        self, caller: Caller, on: date, offices: Sequence[Chosen], *, is_whole: bool, once: OneRequest
    ) -> Row:
        """Enter what the board elected, and return the offices. Raises DayRefused, and as `bureau.elect`."""
        refuse_future(on)

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            ids = await elect(session, on, offices, is_whole=is_whole)
            made = {"items": [await _read(session, caller, one) for one in ids]}
            values = {"on": on, "is_whole": is_whole, "offices": ids}
            await record(session, caller, "bureau_elected", ("office", ids[0]), values)
            return await once.keep(session, made)

        return await in_transaction(self._sessions, work)

    async def end(
        self,
        caller: Caller,
        office_id: UUID,
        on: date,
        ended_as: Literal["resignation", "revocation"],
        *,
        if_match: str | None,
    ) -> Row:
        """End an office; its board term goes on.

        Raises:
            VersionNeeded, ChangedMeanwhile, OfficeUnknown, TermEnded, DayRefused: as for every end.

        """
        wanted = require_version(if_match)

        async def work(session: AsyncSession) -> Row:
            await Moves(session).hold()
            office = await _read(session, caller, office_id)
            refuse_end(office, wanted, on, began_on=office["began_on"], ended_on=office["ended_on"])
            await Moves(session).end_offices([office_id], on, ended_as)
            detail = {"role": office["role"], "member_id": office["member"]["id"]}
            await open_declaration(
                session, cause=ended_as, occurred_on=on, subject_id=office_id, detail=detail
            )
            values = {"on": on, "ended_as": ended_as}
            await record(session, caller, "office_ended", ("office", office_id), values)
            return await _read(session, caller, office_id)

        return await in_transaction(self._sessions, work)


async def _read(session: AsyncSession, caller: Caller, office_id: UUID) -> Row:
    found = await GovernanceStore(session).office(office_id, today=today_in_paris())
    if found is None:
        raise OfficeUnknown("Cette fonction n’existe pas.")
    return _described(caller, found)


def _described(caller: Caller, row: Row) -> Row:
    return {**row, "allowed_actions": actions(caller, end=row["ended_on"] is None)}
