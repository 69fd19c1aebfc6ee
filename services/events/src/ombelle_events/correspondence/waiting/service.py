"""The use case of what waits for somebody: one transaction, one statement."""

from typing import Any, Final

from sqlalchemy import bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.viewer import VIEWER_BINDS, Asker, visible_to

_MOST: Final = 100
# What waits is gathered first, where indexes find it; then who asks is looked at, for these applications alone.
_WAITING: Final = text(f"""
WITH waiting AS (
  SELECT application_id, 'change_request' AS kind, 'coordination' AS side, 1 AS count, due_on, asked_at AS since
  FROM change_request WHERE answered_at IS NULL
  UNION ALL
  SELECT application_id, 'transfer', NULL, 1, NULL, asked_at
  FROM application_transfer WHERE settled_at IS NULL AND to_organisation_id = ANY (:viewer_organisations)
  UNION ALL
  SELECT application_id, 'invitation', NULL, count(*), NULL, min(invited_at)
  FROM application_party
  WHERE accepted_at IS NULL AND refused_at IS NULL AND organisation_id = ANY (:viewer_organisations)
  GROUP BY application_id
  UNION ALL
  SELECT application_id, 'messages', side, count(*), NULL, min(at)
  FROM application_message WHERE read_at IS NULL GROUP BY application_id, side
)
SELECT w.kind, w.count, w.due_on, w.since, count(*) OVER () AS total, a.id AS application_id, a.number, a.title,
  a.organisation_id, o.name AS organisation_name, a.call_id, l.title AS call_title, e.year
FROM waiting w
JOIN application a ON a.id = w.application_id
JOIN call l ON l.id = a.call_id
JOIN edition e ON e.id = l.edition_id
LEFT JOIN organisation_copy o ON o.organisation_id = a.organisation_id
{visible_to("a", invited=True)}
WHERE a.status <> 'discarded' AND CASE w.kind
  WHEN 'change_request' THEN v.is_editor AND a.status = 'changes_requested'
  WHEN 'messages' THEN CASE w.side WHEN 'coordination' THEN v.is_editor ELSE v.is_coordination AND NOT v.is_editor END
  ELSE true END
ORDER BY w.due_on NULLS LAST, w.since, a.id
LIMIT :most
""").bindparams(*VIEWER_BINDS, bindparam("most", _MOST))  # noqa: S608 (fragments of ours)


class WaitingService:
    """Reads what waits for somebody."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def waiting(self, *, asker: Asker) -> dict[str, Any]:
        """Return what waits for the asker's side, the soonest due first, and how much there is."""
        async with self._sessions() as session, session.begin():
            rows = (await session.execute(_WAITING, asker.values())).mappings().all()
        return {"items": [_shown(dict(row)) for row in rows], "total": rows[0]["total"] if rows else 0}


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    return {
        **row,
        "call": {"id": row["call_id"], "title": row["call_title"], "edition": row["year"]},
        "organisation": {"id": row["organisation_id"], "name": row["organisation_name"]},
    }
