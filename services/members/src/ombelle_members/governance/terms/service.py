"""The use cases of board terms; those that elections begin are `beginning`'s."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.governance.checks import actions, refuse_end, refuse_future
from ombelle_members.governance.co_option import co_opt, refuse_unratified
from ombelle_members.governance.domain import TermEnd
from ombelle_members.governance.ending import end_term_of
from ombelle_members.governance.errors import TermUnknown
from ombelle_members.governance.moves import Moves
from ombelle_members.governance.store import GovernanceStore
from ombelle_members.log import record
from ombelle_members.transactions import in_transaction

Row = dict[str, Any]


class TermService:
    """Reads terms, ends them, fills vacancies."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, caller: Caller, asked: Mapping[str, Any], *, before: tuple[date, UUID], count: int
    ) -> tuple[list[Row], int]:
        """Return the terms asked for by `on post member`, the last begun first."""
        async with self._sessions() as session, session.begin():
            rows, total = await GovernanceStore(session).terms(asked, before, count, today=today_in_paris())
        return [_described(caller, row) for row in rows], total

    async def term(self, caller: Caller, term_id: UUID) -> Row:
        """Return a term. Raises TermUnknown."""
        async with self._sessions() as session, session.begin():
            return await _read(session, caller, term_id)

    async def co_opt(self, caller: Caller, wanted: Mapping[str, Any], *, once: OneRequest) -> Row:
        """Fill a vacancy, and return the term. Raises DayRefused, and as `co_option.co_opt`."""
        refuse_future(wanted["on"])

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            term_id = await co_opt(session, **wanted)
            made = await _read(session, caller, term_id)
            await record(session, caller, "member_co_opted", ("board_term", term_id), wanted)
            return await once.keep(session, made)

        return await in_transaction(self._sessions, work)

    async def end(
        self,
        caller: Caller,
        term_id: UUID,
        on: date,
        ended_as: TermEnd,
        reason: str | None,
        *,
        if_match: str | None,
    ) -> Row:
        """End a running term, and the office with it.

        Raises:
            VersionNeeded, ChangedMeanwhile, TermUnknown, TermEnded, DayRefused: as for every end.
            RatificationRefused: it is to end as `not_ratified`, and awaits no ratification.
            DecisionsAfterIt: something was decided of its holder after that day.

        """

        async def ending(session: AsyncSession, term: Row) -> None:
            if ended_as == "not_ratified":
                refuse_unratified(term)
            await end_term_of(session, UUID(term["member"]["id"]), on, ended_as, reason)
            values = {"on": on, "ended_as": ended_as}
            await record(session, caller, "board_term_ended", ("board_term", term_id), values)

        return await self._move(caller, term_id, on, ending, if_match=if_match)

    async def ratify(self, caller: Caller, term_id: UUID, on: date, *, if_match: str | None) -> Row:
        """Note that the assembly ratified a co-option. Raises as `end`."""

        async def ratifying(session: AsyncSession, term: Row) -> None:
            refuse_unratified(term)
            await Moves(session).ratify(term_id, on)
            await record(session, caller, "co_option_ratified", ("board_term", term_id), {"on": on})

        return await self._move(caller, term_id, on, ratifying, if_match=if_match)

    async def _move(
        self,
        caller: Caller,
        term_id: UUID,
        on: date,
        move: Callable[[AsyncSession, Row], Awaitable[None]],
        *,
        if_match: str | None,
    ) -> Row:
        wanted = require_version(if_match)

        async def work(session: AsyncSession) -> Row:
            seen = await _read(session, caller, term_id)
            await Moves(session).hold([UUID(seen["member"]["id"])])
            term = await _read(session, caller, term_id)
            refuse_end(term, wanted, on, began_on=term["began_on"], ended_on=term["ended_on"])
            await move(session, term)
            return await _read(session, caller, term_id)

        return await in_transaction(self._sessions, work)


async def _read(session: AsyncSession, caller: Caller, term_id: UUID) -> Row:
    found = await GovernanceStore(session).term(term_id, today=today_in_paris())
    if found is None:
        raise TermUnknown("Ce mandat n’existe pas.")
    return _described(caller, found)


def _described(caller: Caller, row: Row) -> Row:
    runs = row["ended_on"] is None
    awaits = runs and row["began_as"] == "co_option" and row["ratified_on"] is None
    return {**row, "allowed_actions": actions(caller, end=runs, ratify=awaits, refuse_ratification=awaits)}
