"""Batches and what they decide, in one transaction; it never commits."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.viewer import Asker
from ombelle_events.calls.tables import CallRow
from ombelle_events.decisions import statements
from ombelle_events.decisions.tables import (
    DecisionBatchRow,
    DecisionItemRow,
    DecisionPresenceRow,
    DecisionPreviewRow,
)

Row = Mapping[str, Any]
"""The columns of one row, by name."""


class DecisionStore:
    """What somebody of the coordination may know of batches, and how they change."""

    def __init__(self, session: AsyncSession, asker: Asker) -> None:
        self._session = session
        self._asker = asker.values()

    async def _rows(self, statement: Any, **values: Any) -> list[Row]:
        found = await self._session.execute(statement, {**self._asker, **values})
        return [dict(row) for row in found.mappings()]

    async def batches(
        self,
        *,
        batch_id: UUID | None = None,
        call_id: UUID | None = None,
        state: str | None = None,
        before: UUID | None = None,
        count: int = 1,
    ) -> list[Row]:
        """Return batches, the last made first, with their calls and what is decided in them."""
        return await self._rows(
            statements.BATCHES, id=batch_id, call_id=call_id, state=state, before=before, count=count
        )

    async def locked(self, batch_id: UUID) -> DecisionBatchRow | None:
        """Return a batch, which stays locked until the transaction ends."""
        found: DecisionBatchRow | None = await self._session.scalar(
            select(DecisionBatchRow)
            .where(DecisionBatchRow.id == batch_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        return found

    async def items(self, batch_id: UUID, application_id: UUID | None = None) -> list[Row]:
        """Return what a batch decides, by number of the applications, with their scores."""
        return await self._rows(statements.ITEMS, batch_id=batch_id, application_id=application_id)

    async def candidates(self, call_id: UUID, *, after: int, count: int) -> list[Row]:
        """Return applications of a call that no batch decides yet, by number."""
        return await self._rows(statements.CANDIDATES, call_id=call_id, after=after, count=count)

    async def standings(self, call_id: UUID, ids: Collection[UUID]) -> dict[UUID, Row]:
        """Return how these applications of a call stand, by id; those that are not to be known of are left out."""
        rows = await self._rows(statements.STANDINGS, call_id=call_id, ids=list(ids))
        return {row["id"]: row for row in rows}

    async def present(self, batch_id: UUID) -> list[Row]:
        """Return the members of the committee who sat."""
        return await self._rows(statements.PRESENT, batch_id=batch_id)

    async def stood_back(self, batch_id: UUID) -> list[Row]:
        """Return who of those present has a conflict of interest with what is decided."""
        return await self._rows(statements.STOOD_BACK, batch_id=batch_id)

    async def texts(self, call_id: UUID) -> dict[tuple[str, str], Row]:
        """Return what the team wrote for a call's mails and letters, by kind and key."""
        rows = await self._rows(statements.TEXTS, call_id=call_id)
        return {(row["kind"], row["key"]): row for row in rows}

    async def call_exists(self, call_id: UUID) -> bool:
        """Say whether there is such a call."""
        return await self._session.scalar(select(CallRow.id).where(CallRow.id == call_id)) is not None

    async def add(self, batch: DecisionBatchRow) -> DecisionBatchRow:
        """Write a new batch."""
        self._session.add(batch)
        await self._session.flush()
        return batch

    async def put_present(self, batch: DecisionBatchRow, account_ids: Sequence[UUID]) -> bool:
        """Replace those present; say whether all of them are members of the call's committee."""
        await self._session.execute(
            delete(DecisionPresenceRow).where(
                DecisionPresenceRow.batch_id == batch.id, DecisionPresenceRow.account_id.not_in(account_ids)
            )
        )
        if not account_ids:
            return True
        rows = [
            {"batch_id": batch.id, "account_id": account_id, "call_id": batch.call_id}
            for account_id in account_ids
        ]
        try:
            await self._session.execute(insert(DecisionPresenceRow).values(rows).on_conflict_do_nothing())
        except IntegrityError as error:
            if broken_constraint(error) != "fk_decision_presence_member_of_the_committee":
                raise
            return False
        return True

    async def stage(self, batch: DecisionBatchRow, lines: Sequence[Mapping[str, Any]], *, actor: str) -> None:
        """Write what is decided of these applications, in one statement."""
        values = {"batch_id": batch.id, "call_id": batch.call_id, "lines": list(lines), "actor": actor}
        await self._session.execute(statements.STAGE, values)

    async def unstage(self, batch_id: UUID, application_id: UUID) -> None:
        """Take an application out of a batch."""
        await self._session.execute(
            delete(DecisionItemRow).where(
                DecisionItemRow.batch_id == batch_id, DecisionItemRow.application_id == application_id
            )
        )

    async def grow(self, batch: DecisionBatchRow, now: datetime) -> None:
        """Note that a batch, its items or those present have changed."""
        batch.version += 1
        batch.updated_at = now
        await self._session.flush()

    async def keep_preview(
        self, batch: DecisionBatchRow, shown: Mapping[str, Any], *, by: str
    ) -> DecisionPreviewRow:
        """Keep what somebody was shown."""
        preview = DecisionPreviewRow(batch_id=batch.id, version=batch.version, shown=dict(shown), made_by=by)
        self._session.add(preview)
        await self._session.flush()
        return preview

    async def preview(
        self, batch_id: UUID, *, version: int, preview_id: UUID | None
    ) -> DecisionPreviewRow | None:
        """Return a preview of a version of the batch: the one of this id, or the last one."""
        wanted = select(DecisionPreviewRow).where(
            DecisionPreviewRow.batch_id == batch_id, DecisionPreviewRow.version == version
        )
        if preview_id is not None:
            wanted = wanted.where(DecisionPreviewRow.id == preview_id)
        found: DecisionPreviewRow | None = await self._session.scalar(
            wanted.order_by(DecisionPreviewRow.id.desc()).limit(1)
        )
        return found

    async def drop_previews(self, batch_id: UUID) -> None:
        """Forget the previews of a batch that is closed."""
        await self._session.execute(delete(DecisionPreviewRow).where(DecisionPreviewRow.batch_id == batch_id))

    async def lock_dossiers(self, batch: DecisionBatchRow) -> None:
        """Lock the call, whose money is counted, and the applications, always in the same order."""
        await self._session.execute(
            select(CallRow.id).where(CallRow.id == batch.call_id).with_for_update(key_share=True)
        )
        await self._session.execute(statements.LOCK_DOSSIERS, {"batch_id": batch.id})

    async def decidable(self, batch_id: UUID) -> set[UUID]:
        """Return the applications of a batch that may be decided as they are."""
        return set(await self._session.scalars(statements.DECIDABLE, {"batch_id": batch_id}))

    async def count_items(self, batch_id: UUID) -> int:
        """Count what a batch decides, whoever asks."""
        counted = (
            select(func.count()).select_from(DecisionItemRow).where(DecisionItemRow.batch_id == batch_id)
        )
        return int(await self._session.scalar(counted) or 0)

    async def decide(
        self, batch: DecisionBatchRow, letters: Sequence[Mapping[str, Any]], *, sender: str, contact: str | None,
        actor: str, now: datetime,
    ) -> None:  # fmt: skip
        """Write the decisions of a batch, their letters and the lines of the history: a statement for each kind."""
        values = {"batch_id": batch.id, "call_id": batch.call_id, "actor": actor, "now": now}
        await self._session.execute(statements.WRITE_HISTORY, values)
        await self._session.execute(statements.DECIDE, values)
        await self._session.execute(
            statements.WRITE_LETTERS,
            {**values, "letters": list(letters), "sender": sender, "sender_contact": contact},
        )

    async def close(self, batch: DecisionBatchRow, **values: Any) -> None:
        """Write that a batch is applied or discarded; the database checks once more that it is whole."""
        await self._session.execute(
            update(DecisionBatchRow)
            .where(DecisionBatchRow.id == batch.id)
            .values(version=DecisionBatchRow.version + 1, **values)
            .execution_options(synchronize_session=False)
        )

    async def letters(self, application_id: UUID) -> list[Row]:
        """Return the letters that told decisions on an application, the last one first."""
        return await self._rows(statements.LETTERS, application_id=application_id)

    async def batch_letters(self, batch_id: UUID) -> list[Row]:
        """Return every letter of a batch, by number: what is applied has been told, and is no secret any more."""
        return await self._rows(statements.BATCH_LETTERS, batch_id=batch_id)
