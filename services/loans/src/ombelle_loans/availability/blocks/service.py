"""The use cases of maintenance and internal use: each is one transaction, begun again when another one stopped it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from pydantic_core import to_jsonable_python
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.availability.blocks.store import BEGINNING, BlockStore
from ombelle_loans.availability.days import Days
from ombelle_loans.availability.errors import BlockReleased, BlockUnknown, UnitBusy
from ombelle_loans.availability.store import AvailabilityStore
from ombelle_loans.availability.tables import ONE_AT_A_TIME, UnitBlockRow
from ombelle_loans.availability.wording import span
from ombelle_loans.callers import Caller
from ombelle_loans.log import record
from ombelle_loans.transactions import in_transaction, overlapping


class BlockService:
    """Keeps units for their lender: nothing of it and a loan ever share a day."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, caller: Caller, filters: Mapping[str, Any], *, after: tuple[date, UUID] | None, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return blocks of items that the caller lends, and how many the filters find in all."""
        async with self._sessions() as session, session.begin():
            rows, total = await BlockStore(session).page(
                caller, filters, after=after or BEGINNING, count=count
            )
        return [_with_actions(caller, row) for row in rows], total

    async def block(self, caller: Caller, block_id: UUID) -> dict[str, Any]:
        """Return a block.

        Raises:
            BlockUnknown: there is none of an item that the caller lends.

        """
        async with self._sessions() as session, session.begin():
            return await _shown(session, caller, block_id)

    async def add(self, caller: Caller, values: Mapping[str, Any], once: OneRequest) -> dict[str, Any]:
        """Block units together; return `{"items": …}`.

        Raises:
            InvalidInput: a unit is not one that the caller lends.
            UnitBusy: something else blocks one of them; the problem tells `in_the_way`.

        """
        units, days = values["units"], Days(values["starts_on"], values["ends_on"])

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            formats = await BlockStore(session).formats(caller, units)
            _refuse_unknown(units, formats)
            store = AvailabilityStore(session)
            await store.lock(set(formats.values()))
            await _refuse_busy(session, units, days)
            ids = await store.block(units, values["kind"], days, days, reason=values["reason"])
            if len(ids) < len(units):
                raise await _busy(session, units, days)
            rows = await BlockStore(session).blocks(caller, ids)
            told = {"units": [str(unit) for unit in units], "kind": values["kind"], **_told(days)}
            await record(session, caller, "units_blocked", ("unit_block", ids[0]), told)
            return await once.keep(session, {"items": [_with_actions(caller, row) for row in rows]})

        return await in_transaction(self._sessions, work)

    async def change(
        self, caller: Caller, block_id: UUID, values: Mapping[str, Any], *, if_match: str | None
    ) -> dict[str, Any]:
        """Change the days of a block or what it is for.

        Raises:
            VersionNeeded: `if_match` is missing.
            BlockUnknown: there is none of an item that the caller lends.
            BlockReleased: it blocks nothing any more.
            ChangedMeanwhile: it has another version; the problem carries both.
            UnitBusy: something else blocks the unit then; the problem tells `in_the_way`.

        """
        wanted, days = require_version(if_match), Days(values["starts_on"], values["ends_on"])

        async def work(session: AsyncSession) -> dict[str, Any]:
            current, row = await _held(session, caller, block_id)
            refuse_stale(wanted, row.version, current=current, yours=values)
            await _refuse_busy(session, [row.unit_id], days, but=row.id)
            row.period = row.blocked = Range(days.first, days.last, bounds="[]")
            row.reason, row.version = values["reason"], row.version + 1
            try:
                async with session.begin_nested():
                    await session.flush()
            except IntegrityError as error:
                if overlapping(error) != ONE_AT_A_TIME:
                    raise
                raise await _busy(session, [current["unit_id"]], days, but=block_id) from error
            await record(session, caller, "block_changed", ("unit_block", block_id), _told(days))
            return await _shown(session, caller, block_id)

        return await in_transaction(self._sessions, work)

    async def release(self, caller: Caller, block_id: UUID) -> dict[str, Any]:
        """Let a unit be lent again, from now on.

        Raises:
            BlockUnknown: there is none of an item that the caller lends.
            BlockReleased: it was released already.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            _, row = await _held(session, caller, block_id)
            row.released_at, row.version = datetime.now(UTC), row.version + 1
            await session.flush()
            await record(session, caller, "block_released", ("unit_block", block_id))
            return await _shown(session, caller, block_id)

        return await in_transaction(self._sessions, work)


async def _held(session: AsyncSession, caller: Caller, block_id: UUID) -> tuple[dict[str, Any], UnitBlockRow]:
    """Return a block as it is shown, and its row, with its unit locked before it."""
    known = await _shown(session, caller, block_id)
    await AvailabilityStore(session).lock([known["format_id"]])
    row = await BlockStore(session).row(block_id)
    if row is None:
        raise BlockUnknown("Cette immobilisation n'existe pas, ou plus.")
    if row.released_at is not None:
        raise BlockReleased("Cette immobilisation est déjà levée.")
    return await _shown(session, caller, block_id), row


async def _shown(session: AsyncSession, caller: Caller, block_id: UUID) -> dict[str, Any]:
    rows = await BlockStore(session).blocks(caller, [block_id])
    if not rows:
        raise BlockUnknown("Cette immobilisation n'existe pas, ou plus.")
    return _with_actions(caller, rows[0])


async def _refuse_busy(
    session: AsyncSession, units: Sequence[UUID], days: Days, *, but: UUID | None = None
) -> None:
    if await BlockStore(session).in_the_way(units, days, but=but):
        raise await _busy(session, units, days, but=but)


async def _busy(
    session: AsyncSession, units: Sequence[UUID], days: Days, *, but: UUID | None = None
) -> UnitBusy:
    found = await BlockStore(session).in_the_way(units, days, but=but)
    told = f" : bloqué {span(Days(found[0]['blocked_from'], found[0]['blocked_until']))}" if found else ""
    return UnitBusy(
        f"Quelque chose retient déjà une de ces unités sur ces dates{told}.",
        in_the_way=to_jsonable_python(found),
    )


def _refuse_unknown(units: Sequence[UUID], known: Mapping[UUID, UUID]) -> None:
    detail = "Cet exemplaire n'existe pas, ou n'est pas de ceux que vous prêtez."
    errors = [
        FieldError(f"/body/units/{place}", "unit_unknown", detail)
        for place, unit in enumerate(units)
        if unit not in known
    ]
    if errors:
        raise InvalidInput(detail, errors=errors)


def _with_actions(caller: Caller, row: Mapping[str, Any]) -> dict[str, Any]:
    may = caller.may_write and row["released_at"] is None
    return {**row, "allowed_actions": ["edit", "release"] if may else []}


def _told(days: Days) -> dict[str, str]:
    return {"starts_on": days.first.isoformat(), "ends_on": days.last.isoformat()}
