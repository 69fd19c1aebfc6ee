"""Statements of declarations. What they tell of officers comes from `officers_on`, in SQL."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

_COLUMNS: Final = """
SELECT d.*, d.state IN ('due', 'returned') AND d.due_on < CAST(:today AS date) AS is_overdue,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('cause', c.cause, 'occurred_on', c.occurred_on,
     'subject_id', c.subject_id, 'detail', c.detail) ORDER BY c.number), '[]')
   FROM declaration_cause c WHERE c.declaration_id = d.id) AS causes,
  CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('name', f.name, 'media_type', f.media_type,
    'size_bytes', f.size_bytes, 'scan', f.scan) END AS receipt_file
"""
_FROM: Final = """
FROM declaration d LEFT JOIN stored_file f ON f.id = d.receipt_file_id
WHERE (CAST(:state AS text) IS NULL OR d.state = :state) AND (CAST(:kind AS text) IS NULL OR d.kind = :kind)
  AND (NOT :overdue OR d.state IN ('due', 'returned') AND d.due_on < CAST(:today AS date))
"""
_PAGE: Final = text(f"{_COLUMNS} {_FROM} AND d.number < :before ORDER BY d.number DESC LIMIT :count")
_TOTAL: Final = text(f"SELECT count(*) {_FROM}")
_ONE: Final = text(
    f"{_COLUMNS} FROM declaration d LEFT JOIN stored_file f ON f.id = d.receipt_file_id WHERE d.id = :id"
)
_LOCK: Final = text("SELECT id FROM declaration WHERE id = :id FOR UPDATE")
_STEPS: Final = text("""
SELECT step, on_day, reason, noted_at FROM declaration_step WHERE declaration_id = :id ORDER BY id
""")
_STEP: Final = text("""
INSERT INTO declaration_step (declaration_id, step, on_day, reason) VALUES (:id, :step, :on_day, :reason)
""")
_SUBMIT: Final = text("""
UPDATE declaration SET state = 'submitted', submitted_on = :on_day, submitted_by = :submitted_by,
  declared = :declared, version = version + 1 WHERE id = :id
""").bindparams(bindparam("declared", type_=JSONB))
_MOVE: Final = text("UPDATE declaration SET state = :state, version = version + 1 WHERE id = :id")
_RECEIPT: Final = text("""
UPDATE declaration SET state = 'receipted', receipted_on = :on_day, receipt_number = :receipt_number,
  receipt_file_id = :file_id, version = version + 1 WHERE id = :id
""")
_OFFICERS: Final = text("""
SELECT o.*, d.birth_date, d.nationality, d.occupation, d.home, d.country_of_residence,
  coalesce(d.version, 0) AS version
FROM officers_on(CAST(:on AS date)) WITH ORDINALITY AS o LEFT JOIN officer_details d ON d.person_id = o.person_id
ORDER BY o.ordinality
""")
_ASSOCIATION: Final = text("""
SELECT id, name, acronym, purpose, address, postal_code, commune_name, siren, rna FROM association_version
WHERE period @> CAST(:on AS date)
""")


class DeclarationStore:
    """Declarations in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, filters: Mapping[str, Any], *, today: date, before: int, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return declarations, the newest first, and how many there are. `filters` are `state`, `kind`, `overdue`."""
        values = {**filters, "today": today}
        rows = await self._session.execute(_PAGE, {**values, "before": before, "count": count})
        total = await self._session.scalar(_TOTAL, values)
        return [dict(row) for row in rows.mappings()], int(total or 0)

    async def one(self, declaration_id: UUID, *, today: date, lock: bool = False) -> dict[str, Any] | None:
        """Return a declaration, with `lock` held until the transaction ends."""
        if lock:
            await self._session.execute(_LOCK, {"id": declaration_id})
        asked = {"id": declaration_id, "today": today}
        row = (await self._session.execute(_ONE, asked)).mappings().one_or_none()
        return None if row is None else dict(row)

    async def steps(self, declaration_id: UUID) -> list[dict[str, Any]]:
        """Return the way of a declaration, in its order."""
        rows = await self._session.execute(_STEPS, {"id": declaration_id})
        return [dict(row) for row in rows.mappings()]

    async def note_step(
        self, declaration_id: UUID, step: str, on_day: date, reason: str | None = None
    ) -> None:
        """Note a step of a declaration."""
        values = {"id": declaration_id, "step": step, "on_day": on_day, "reason": reason}
        await self._session.execute(_STEP, values)

    async def submit(
        self, declaration_id: UUID, *, on_day: date, submitted_by: str, declared: Mapping[str, Any]
    ) -> None:
        """Note that it was sent, and what it said."""
        values = {"id": declaration_id, "on_day": on_day, "submitted_by": submitted_by}
        await self._session.execute(_SUBMIT, values | {"declared": dict(declared)})

    async def move(self, declaration_id: UUID, state: str) -> None:
        """Note that it was returned or withdrawn."""
        await self._session.execute(_MOVE, {"id": declaration_id, "state": state})

    async def receipt(
        self, declaration_id: UUID, *, on_day: date, receipt_number: str | None, file_id: UUID
    ) -> None:
        """Note the receipt that came back."""
        values = {"id": declaration_id, "on_day": on_day, "receipt_number": receipt_number}
        await self._session.execute(_RECEIPT, values | {"file_id": file_id})

    async def officers(self, on: date) -> list[dict[str, Any]]:
        """Return those who administer the association on a day, in the form's order, with what it asks of them."""
        return [dict(row) for row in (await self._session.execute(_OFFICERS, {"on": on})).mappings()]

    async def association(self, on: date) -> dict[str, Any] | None:
        """Return the association as it was on a day."""
        row = (await self._session.execute(_ASSOCIATION, {"on": on})).mappings().one_or_none()
        return None if row is None else dict(row)
