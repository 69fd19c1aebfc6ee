from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.viewer import VIEWER_BINDS, Asker, visible_to
from ombelle_events.reviews.rows import Row, rows_of

_TODAY: Final = "(now() AT TIME ZONE 'Europe/Paris')::date"
_MEMBERS: Final = text(f"""
SELECT m.account_id, m.name, count(r.application_id) AS assigned, count(v.submitted_at) AS submitted,
  count(*) FILTER (WHERE r.due_on < {_TODAY} AND v.submitted_at IS NULL) AS late,
  min(r.due_on) FILTER (WHERE v.submitted_at IS NULL) AS next_due_on,
  (SELECT count(*) FROM assignment s
   WHERE (s.call_id, s.account_id) = (m.call_id, m.account_id) AND s.recused_at IS NOT NULL) AS recused,
  (SELECT count(DISTINCT c.application_id) FROM standing_conflict c JOIN application a ON a.id = c.application_id
   WHERE a.call_id = m.call_id AND c.account_id = m.account_id) AS conflicts
FROM committee_member m
LEFT JOIN reviewing r ON (r.call_id, r.account_id) = (m.call_id, m.account_id)
LEFT JOIN review v ON (v.application_id, v.account_id) = (r.application_id, r.account_id)
WHERE m.call_id = :call AND m.left_at IS NULL
GROUP BY m.call_id, m.account_id ORDER BY fold(m.name), m.account_id
""")  # noqa: S608 (a fragment of ours)
_READABLE: Final = (
    "a.call_id = :call AND a.status IN ('submitted', 'changes_requested', 'under_review', 'decided')"
)
_ASKED: Final = """
LEFT JOIN LATERAL (
  SELECT count(*) AS assigned, count(v.submitted_at) AS submitted
  FROM reviewing r LEFT JOIN review v ON (v.application_id, v.account_id) = (r.application_id, r.account_id)
  WHERE r.application_id = a.id
) asked ON true
"""
# Scores are read where no conflict hides them, and nowhere else.
_DOSSIERS: Final = text(f"""
SELECT a.id, a.number, a.title, a.theme, a.department, a.status, o.name AS organisation, w.has_conflict,
  asked.assigned, asked.submitted, k.reviews, k.mean, k.spread, k.out_of, k.label, k.waitlist, k.not_label,
  (SELECT count(DISTINCT c.account_id) FROM standing_conflict c
   JOIN committee_member m ON m.call_id = a.call_id AND m.account_id = c.account_id AND m.left_at IS NULL
   WHERE c.application_id = a.id) AS conflicts
FROM application a
LEFT JOIN organisation_copy o ON o.organisation_id = a.organisation_id
{visible_to("a", "w")}
{_ASKED}
LEFT JOIN application_score k ON k.application_id = a.id AND NOT w.has_conflict
WHERE {_READABLE} AND (CAST(:after AS integer) IS NULL OR a.number > :after)
ORDER BY a.number LIMIT :count
""").bindparams(*VIEWER_BINDS)  # noqa: S608 (fragments of ours)
_TOTALS: Final = text(f"""
SELECT count(*) AS applications, count(*) FILTER (WHERE asked.assigned >= g.reviews_per_application) AS assigned,
  count(*) FILTER (WHERE asked.submitted >= g.reviews_per_application) AS complete,
  coalesce(sum(asked.assigned), 0)::int AS reviews_asked, coalesce(sum(asked.submitted), 0)::int AS reviews_submitted
FROM application a JOIN call g ON g.id = a.call_id {_ASKED} WHERE {_READABLE}
""")  # noqa: S608 (fragments of ours)
_WAITING: Final = text("""
SELECT m.account_id, m.name, m.email, count(*) AS count, min(r.due_on) AS due_on
FROM reviewing r
JOIN committee_member m ON (m.call_id, m.account_id) = (r.call_id, r.account_id)
JOIN application a ON a.id = r.application_id AND a.status IN ('submitted', 'changes_requested', 'under_review')
LEFT JOIN review v ON (v.application_id, v.account_id) = (r.application_id, r.account_id)
WHERE r.call_id = :call AND v.submitted_at IS NULL AND m.email <> ''
  AND (CAST(:accounts AS uuid[]) IS NULL OR r.account_id = ANY (:accounts))
GROUP BY m.call_id, m.account_id ORDER BY fold(m.name), m.account_id
""").bindparams(bindparam("accounts", type_=ARRAY(Uuid)))


class ProgressStore:
    """How far a call's reviews are, in one transaction."""

    def __init__(self, session: AsyncSession, call_id: UUID) -> None:
        self._session = session
        self._call = {"call": call_id}

    async def members(self) -> list[Row]:
        """Return how far each member of the committee is, by name."""
        return await rows_of(self._session, _MEMBERS, self._call)

    async def dossiers(self, asker: Asker, *, after: int | None, count: int) -> list[Row]:
        """Return how far each application is, by number, with what the asker may know of its scores."""
        values = {**self._call, **asker.values(), "after": after, "count": count}
        return await rows_of(self._session, _DOSSIERS, values)

    async def totals(self) -> Row:
        """Return how far all of them are."""
        [totals] = await rows_of(self._session, _TOTALS, self._call)
        return totals

    async def waiting(self, accounts: Sequence[UUID] | None) -> list[Row]:
        """Return who has something to review, of these accounts where they are told, and how much."""
        values: dict[str, Any] = {**self._call, "accounts": None if accounts is None else list(accounts)}
        return await rows_of(self._session, _WAITING, values)
