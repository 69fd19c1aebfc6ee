from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Date, bindparam, delete, func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.viewer import VIEWER_BINDS, Asker, visible_to
from ombelle_events.calls.tables import CriterionRow
from ombelle_events.reviews.rows import Row, row_of, rows_of
from ombelle_events.reviews.tables import AssignmentRow, ReviewRow, ReviewScoreRow

_MINE: Final = f"""
FROM reviewing r
JOIN application a ON a.id = r.application_id
JOIN call g ON g.id = r.call_id
LEFT JOIN organisation_copy o ON o.organisation_id = a.organisation_id
LEFT JOIN review v ON (v.application_id, v.account_id) = (r.application_id, r.account_id)
{visible_to("a", "w")}
CROSS JOIN LATERAL (SELECT CASE
  WHEN v.submitted_at IS NOT NULL THEN 'submitted' WHEN v.version IS NOT NULL THEN 'draft' ELSE 'to_do' END AS state
) s
WHERE r.account_id = :viewer_account AND w.is_reviewer
  AND (CAST(:call AS uuid) IS NULL OR r.call_id = :call) AND (CAST(:state AS text) IS NULL OR s.state = :state)
"""
_PAGE: Final = text(f"""
SELECT a.id, a.number, a.theme, a.department, a.status,
  CASE WHEN NOT (g.is_anonymous AND a.title_is_identifying) THEN a.title END AS title,
  CASE WHEN NOT g.is_anonymous THEN o.name END AS organisation,
  g.id AS call_id, g.title AS call_title, r.due_on, s.state, v.submitted_at,
  (s.state = 'submitted')::int AS rank, coalesce(r.due_on, DATE '9999-12-31') AS due
{_MINE}
  AND (CAST(:rank AS int) IS NULL
    OR ((s.state = 'submitted')::int, coalesce(r.due_on, DATE '9999-12-31'), a.id) > (:rank, :due, CAST(:id AS uuid)))
ORDER BY rank, due, a.id LIMIT :count
""").bindparams(*VIEWER_BINDS, bindparam("due", type_=Date))
_TOTAL: Final = text(f"SELECT count(*) {_MINE}").bindparams(*VIEWER_BINDS)
_ALL: Final = text("""
SELECT s.account_id, m.name, s.recused_at, s.recusal_reason, v.version, v.submitted_at, v.comment, v.recommendation,
  k.mean, k.account_id IS NOT NULL AS counts,
  (SELECT jsonb_object_agg(c.criterion_id, c.score) FROM review_score c
   WHERE (c.application_id, c.account_id) = (s.application_id, s.account_id)) AS scores
FROM assignment s
JOIN committee_member m ON (m.call_id, m.account_id) = (s.call_id, s.account_id)
LEFT JOIN review v ON (v.application_id, v.account_id) = (s.application_id, s.account_id)
LEFT JOIN review_mean k ON (k.application_id, k.account_id) = (s.application_id, s.account_id)
WHERE s.application_id = :application ORDER BY fold(m.name), s.account_id
""")
_SCORE: Final = text("SELECT * FROM application_score WHERE application_id = :application")


class ReviewStore:
    """Reviews in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def mine(
        self,
        asker: Asker,
        *,
        call_id: UUID | None,
        state: str | None,
        after: tuple[int, date, UUID] | None,
        count: int,
    ) -> tuple[list[Row], int]:
        """Return at most `count` of what somebody was asked to review, and how many there are in all."""
        rank, due, identifier = after or (None, None, None)
        wanted = {**asker.values(), "call": call_id, "state": state}
        page = {**wanted, "rank": rank, "due": due, "id": identifier, "count": count}
        rows = await rows_of(self._session, _PAGE, page)
        return rows, await self._session.scalar(_TOTAL, wanted) or 0

    async def assignment(
        self, application_id: UUID, account_id: UUID, *, lock: bool = False
    ) -> AssignmentRow | None:
        """Return an assignment that stands; what is written under it takes turns by its lock."""
        statement = select(AssignmentRow).where(
            AssignmentRow.application_id == application_id,
            AssignmentRow.account_id == account_id,
            AssignmentRow.recused_at.is_(None),
        )
        return await self._session.scalar(statement.with_for_update() if lock else statement)

    async def criteria(self, call_id: UUID) -> list[CriterionRow]:
        """Return what a call's applications are scored by, in order."""
        statement = select(CriterionRow).where(CriterionRow.call_id == call_id).order_by(CriterionRow.rank)
        return list(await self._session.scalars(statement))

    async def review(self, application_id: UUID, account_id: UUID) -> ReviewRow | None:
        """Return somebody's review."""
        return await self._session.get(ReviewRow, (application_id, account_id), populate_existing=True)

    async def scores(self, application_id: UUID, account_id: UUID) -> dict[UUID, int]:
        """Return somebody's scores by criterion."""
        rows = await self._session.execute(
            select(ReviewScoreRow.criterion_id, ReviewScoreRow.score).where(
                ReviewScoreRow.application_id == application_id, ReviewScoreRow.account_id == account_id
            )
        )
        return {row.criterion_id: row.score for row in rows}

    async def write(
        self, assignment: AssignmentRow, values: Mapping[str, Any], scores: Mapping[UUID, int]
    ) -> None:
        """Write a review and its scores, all of them. Raises IntegrityError when a rule of the database refuses."""
        key = {"application_id": assignment.application_id, "account_id": assignment.account_id}
        statement = insert(ReviewRow).values(**key, **values)
        await self._session.execute(
            statement.on_conflict_do_update(
                index_elements=list(key),
                set_={**values, "version": ReviewRow.version + 1, "updated_at": func.now()},
            )
        )
        await self._session.execute(
            delete(ReviewScoreRow).where(
                ReviewScoreRow.application_id == assignment.application_id,
                ReviewScoreRow.account_id == assignment.account_id,
            )
        )
        if scores:
            rows = [{**key, "criterion_id": one, "score": score} for one, score in scores.items()]
            await self._session.execute(insert(ReviewScoreRow).values(rows))

    async def all_of(self, application_id: UUID) -> list[Row]:
        """Return everybody's reviews of an application, those not begun and those recused too."""
        return await rows_of(self._session, _ALL, {"application": application_id})

    async def score(self, application_id: UUID) -> Row | None:
        """Return what the submitted reviews of an application say together."""
        return await row_of(self._session, _SCORE, {"application": application_id})
