from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.calls.tables import CallRow, FormVersionRow
from ombelle_events.forms.definition import Definition, read_definition

_EVERY_FIELD: Final[ColumnElement[Any]] = literal_column("'$.sections[*].fields[*]'::jsonpath")


class FormStore:
    """The versions of calls' forms in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def published(self, call_id: UUID) -> FormVersionRow | None:
        """Return the form that people answer today."""
        return await self._session.scalar(
            select(FormVersionRow)
            .join(CallRow, CallRow.form_version_id == FormVersionRow.id)
            .where(CallRow.id == call_id)
        )

    async def online(self, call_id: UUID) -> FormVersionRow | None:
        """Return the form of a published call."""
        return await self._session.scalar(
            select(FormVersionRow)
            .join(CallRow, CallRow.form_version_id == FormVersionRow.id)
            .where(CallRow.id == call_id, CallRow.publication == "published")
        )

    async def version(self, call_id: UUID, form_version_id: UUID) -> FormVersionRow | None:
        """Return a version of a call's form."""
        return await self._session.scalar(
            select(FormVersionRow).where(
                FormVersionRow.id == form_version_id, FormVersionRow.call_id == call_id
            )
        )

    async def draft(self, call_id: UUID) -> FormVersionRow | None:
        """Return the version that is being written."""
        return await self._session.scalar(
            select(FormVersionRow).where(
                FormVersionRow.call_id == call_id, FormVersionRow.published_at.is_(None)
            )
        )

    async def last_number(self, call_id: UUID) -> int:
        """Return the number of a call's newest version, 0 when it has none."""
        return (
            await self._session.scalar(
                select(func.max(FormVersionRow.number)).where(FormVersionRow.call_id == call_id)
            )
            or 0
        )

    async def add(
        self, call_id: UUID, definition: dict[str, Any], *, number: int, by: str, at: datetime | None = None
    ) -> FormVersionRow:
        """Write a version, published at `at`, or one to go on with."""
        row = FormVersionRow(
            call_id=call_id, number=number, definition=definition, created_by=by, published_at=at
        )
        self._session.add(row)
        await self._session.flush()
        await self._session.refresh(row)
        return row

    async def page(
        self, call_id: UUID, *, before: int | None, count: int
    ) -> tuple[Sequence[RowMapping], int]:
        """Return versions, the newest first, older than the number `before`, and how many there are in all."""
        of_call = FormVersionRow.call_id == call_id
        statement = (
            select(
                FormVersionRow.id,
                FormVersionRow.number,
                FormVersionRow.published_at,
                (CallRow.form_version_id == FormVersionRow.id).is_(True).label("is_current"),
                func.jsonb_array_length(
                    func.jsonb_path_query_array(FormVersionRow.definition, _EVERY_FIELD)
                ).label("fields"),
                FormVersionRow.created_at,
                FormVersionRow.updated_at,
                FormVersionRow.version,
            )
            .join(CallRow, CallRow.id == FormVersionRow.call_id)
            .where(of_call)
            .order_by(FormVersionRow.number.desc())
            .limit(count)
        )
        if before is not None:
            statement = statement.where(FormVersionRow.number < before)
        total = await self._session.scalar(select(func.count()).where(of_call))
        return (await self._session.execute(statement)).mappings().all(), total or 0


async def form_of(session: AsyncSession, form_version_id: UUID) -> Definition:
    """Return the form of a version that there is."""
    stored = await session.scalar(
        select(FormVersionRow.definition).where(FormVersionRow.id == form_version_id)
    )
    if stored is None:
        raise LookupError(f"no form version {form_version_id}")
    return read_definition(stored)
