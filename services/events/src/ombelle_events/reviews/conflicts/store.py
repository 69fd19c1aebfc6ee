from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, func, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.reviews.rows import Row, row_of, rows_of
from ombelle_events.reviews.tables import ConflictOfInterestRow

# The evidence names organisations by their ids; the names are added to it.
_CONFLICTS: Final = text("""
SELECT c.id, c.application_id, c.account_id, c.kind, c.declared_at, c.declared_by, c.dismissed_at, c.dismissed_by,
  c.dismissal_reason, a.call_id, a.number, a.title, a.theme, a.department, a.status, o.name AS organisation,
  coalesce(m.name, t.name, '') AS account_name,
  (SELECT jsonb_agg(CASE WHEN n.name IS NULL THEN e ELSE e || jsonb_build_object('organisation', n.name) END ORDER BY i)
   FROM jsonb_array_elements(c.evidence) WITH ORDINALITY AS x (e, i)
   LEFT JOIN organisation_copy n ON n.organisation_id = CAST(e ->> 'organisation_id' AS uuid)) AS evidence
FROM conflict_of_interest c
JOIN application a ON a.id = c.application_id
LEFT JOIN organisation_copy o ON o.organisation_id = a.organisation_id
LEFT JOIN committee_member m ON (m.call_id, m.account_id) = (a.call_id, c.account_id)
LEFT JOIN team_copy t ON t.account_id = c.account_id
WHERE (CAST(:id AS uuid) IS NULL OR c.id = :id)
  AND (CAST(:call AS uuid) IS NULL OR a.call_id = :call)
  AND (CAST(:application AS uuid) IS NULL OR c.application_id = :application)
  AND (CAST(:account AS uuid) IS NULL OR c.account_id = :account)
  AND (CAST(:kind AS text) IS NULL OR c.kind = :kind)
  AND (CAST(:dismissed AS boolean) IS NULL OR (c.dismissed_at IS NOT NULL) = :dismissed)
  AND (CAST(:before AS uuid) IS NULL OR c.id < :before)
ORDER BY c.id DESC LIMIT :count
""")
_FILTERS: Final = ("id", "call", "application", "account", "kind", "dismissed", "before")
_TELL: Final = text("""
INSERT INTO conflict_of_interest AS c (application_id, account_id, kind, evidence, declared_by)
VALUES (:application, :account, :kind, :evidence, :by)
ON CONFLICT (application_id, account_id, kind) DO UPDATE SET evidence = excluded.evidence,
  declared_at = now(), declared_by = excluded.declared_by,
  dismissed_at = NULL, dismissed_by = NULL, dismissal_reason = NULL
WHERE c.dismissed_at IS NOT NULL
RETURNING c.id, c.application_id, c.account_id, c.kind, c.declared_at
""").bindparams(bindparam("evidence", type_=JSONB))
_JUDGES: Final = text("SELECT true FROM judge WHERE call_id = :call AND account_id = :account")
_STANDS: Final = text("""
SELECT EXISTS (SELECT FROM standing_conflict WHERE application_id = :application AND account_id = :account)
""")


class ConflictStore:
    """Conflicts of interest in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def conflicts(self, *, count: int, **filters: Any) -> list[Row]:
        """Return conflicts, the newest first: of an `id`, `call`, `application`, `account`, `kind`, `dismissed` or not."""
        values = {**dict.fromkeys(_FILTERS), **filters, "count": count}
        return await rows_of(self._session, _CONFLICTS, values)

    async def tell(self, **values: Any) -> Row | None:
        """Note a conflict that somebody tells; return it, or `None` when it stands already."""
        return await row_of(self._session, _TELL, values)

    async def judges(self, call_id: UUID, account_id: UUID) -> bool:
        """Say whether an account could judge applications of a call."""
        return bool(await self._session.scalar(_JUDGES, {"call": call_id, "account": account_id}))

    async def stands(self, application_id: UUID, account_id: UUID | None) -> bool:
        """Say whether a conflict stands between an account and an application."""
        values = {"application": application_id, "account": account_id}
        return account_id is not None and bool(await self._session.scalar(_STANDS, values))

    async def conflict(self, conflict_id: UUID) -> ConflictOfInterestRow | None:
        """Return a conflict, held until the transaction ends."""
        return await self._session.scalar(
            select(ConflictOfInterestRow).where(ConflictOfInterestRow.id == conflict_id).with_for_update()
        )

    async def dismiss(self, conflict: ConflictOfInterestRow, *, by: str, reason: str) -> None:
        """Note that a conflict is none."""
        conflict.dismissed_at = await self._session.scalar(select(func.now()))
        conflict.dismissed_by, conflict.dismissal_reason = by, reason
        await self._session.flush()
