from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

# Of the organisation and of those that went into it. Who did it and to whom stand there by ids, and are named as
# they are called now; what was forgotten of somebody erased is null.
_PAGE: Final = text("""
SELECT e.seq, e.at, e.action, v."values", done.name AS by, concerned.name AS person, o.id AS organisation_id,
  CASE WHEN coalesce(v.actor, 'erasure') = 'erasure' THEN 'erased' WHEN v.actor LIKE 'token:%' THEN 'program'
    WHEN who.account IS NULL THEN 'agency' ELSE 'person' END AS actor_kind
FROM organisation o
JOIN audit_value v ON v.subject_id = o.id::text
JOIN audit_entry e ON e.seq = v.seq AND e.subject_kind = 'organisation'
CROSS JOIN LATERAL (SELECT
  CASE WHEN v.actor ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN v.actor::uuid END AS account,
  CASE WHEN v."values" ->> 'person_id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    THEN (v."values" ->> 'person_id')::uuid END AS person) who
LEFT JOIN person done ON done.account_id = who.account
LEFT JOIN person concerned ON concerned.id = who.person
WHERE (o.id = :organisation OR o.merged_into = :organisation) AND e.seq < :before
ORDER BY e.seq DESC LIMIT :count
""").bindparams(bindparam("organisation", type_=Uuid))


class HistoryStore:
    """What happened to an organisation, in one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(self, organisation_id: UUID, *, before: int, count: int) -> list[dict[str, Any]]:
        """Return what happened to an organisation, the newest first."""
        values = {"organisation": organisation_id, "before": before, "count": count}
        return [dict(row) for row in (await self._session.execute(_PAGE, values)).mappings()]
