from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Text, Uuid, bindparam, delete, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.tables import ApplicationRow
from ombelle_events.applications.viewer import VIEWER_BINDS, Asker, visible_to
from ombelle_events.reviews.domain import OPEN
from ombelle_events.reviews.planning import Pick
from ombelle_events.reviews.rows import Row, rows_of
from ombelle_events.reviews.tables import AssignmentRow, ReviewRow

_UUIDS: Final = ARRAY(Uuid)

# `reviewers` are those whose review counts or will; whoever was asked before, in whatever way, is not asked again.
_DOSSIERS: Final = text(f"""
SELECT a.id, a.number, a.title, a.theme, a.department, a.status, o.name AS organisation, w.has_conflict,
  ARRAY(SELECT r.account_id FROM reviewing r WHERE r.application_id = a.id) AS reviewers,
  ARRAY(SELECT s.account_id FROM assignment s WHERE s.application_id = a.id) AS asked,
  ARRAY(SELECT s.account_id FROM assignment s WHERE s.application_id = a.id AND s.recused_at IS NOT NULL) AS recused,
  ARRAY(SELECT DISTINCT c.account_id FROM standing_conflict c WHERE c.application_id = a.id) AS conflicted
FROM application a LEFT JOIN organisation_copy o ON o.organisation_id = a.organisation_id
{visible_to("a", "w")}
WHERE a.call_id = :call AND a.status = ANY (:open) AND (CAST(:wanted AS uuid[]) IS NULL OR a.id = ANY (:wanted))
ORDER BY a.number
""").bindparams(  # noqa: S608 (a fragment of ours)
    bindparam("open", type_=ARRAY(Text)), bindparam("wanted", type_=_UUIDS), *VIEWER_BINDS
)
# Of these applications, those that the asker may have no say in.
_CONFLICTED: Final = text(f"""
SELECT a.id FROM application a {visible_to("a", "w")} WHERE a.id = ANY (:applications) AND w.has_conflict
""").bindparams(bindparam("applications", type_=_UUIDS), *VIEWER_BINDS)  # noqa: S608 (a fragment of ours)
_MEMBERS: Final = text("""
SELECT m.account_id, m.name, m.email, m.themes, m.departments, count(r.application_id) AS load
FROM committee_member m LEFT JOIN reviewing r ON (r.call_id, r.account_id) = (m.call_id, m.account_id)
WHERE m.call_id = :call AND m.left_at IS NULL
GROUP BY m.call_id, m.account_id ORDER BY fold(m.name), m.account_id
""")
# What stands against each pair, at its place in the plan, `NULL` for nothing.
_OBSTACLES: Final = text("""
SELECT w.place, CASE
  WHEN a.id IS NULL THEN 'application_unknown'
  WHEN a.status <> ALL (:open) THEN 'application_closed'
  WHEN m.account_id IS NULL THEN 'not_in_the_committee'
  WHEN EXISTS (SELECT FROM assignment s WHERE (s.application_id, s.account_id) = (w.application_id, w.account_id))
    THEN 'assigned_already'
  WHEN EXISTS (
    SELECT FROM standing_conflict c WHERE (c.application_id, c.account_id) = (w.application_id, w.account_id))
    THEN 'conflict_stands'
  END AS obstacle
FROM unnest(:applications, :accounts) WITH ORDINALITY AS w (application_id, account_id, place)
LEFT JOIN application a ON a.id = w.application_id AND a.call_id = :call
LEFT JOIN committee_member m ON m.call_id = :call AND m.account_id = w.account_id AND m.left_at IS NULL
ORDER BY w.place
""").bindparams(
    bindparam("open", type_=ARRAY(Text)),
    bindparam("applications", type_=_UUIDS),
    bindparam("accounts", type_=_UUIDS),
)
_ASSIGN: Final = text("""
INSERT INTO assignment (application_id, account_id, call_id, assigned_by, due_on)
SELECT w.application_id, w.account_id, :call, :by, :due_on
FROM unnest(:applications, :accounts) AS w (application_id, account_id)
""").bindparams(bindparam("applications", type_=_UUIDS), bindparam("accounts", type_=_UUIDS))


class AssignmentStore:
    """Who is asked to review what, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def dossiers(self, asker: Asker, call_id: UUID, wanted: Sequence[UUID] | None) -> list[Row]:
        """Return a call's applications that may be assigned, of those wanted where that is told.

        `has_conflict` says that a conflict of interest stands between one and the asker.
        """
        told = {"call": call_id, "open": list(OPEN), "wanted": None if wanted is None else list(wanted)}
        values = {**told, **asker.values()}
        return await rows_of(self._session, _DOSSIERS, values)

    async def conflicted(self, asker: Asker, applications: Iterable[UUID]) -> set[UUID]:
        """Return those of these applications with which the asker has a conflict of interest."""
        values = {"applications": list(applications), **asker.values()}
        return set(await self._session.scalars(_CONFLICTED, values))

    async def members(self, call_id: UUID) -> list[Row]:
        """Return who sits in a call's committee, with how many reviews they are asked."""
        return await rows_of(self._session, _MEMBERS, {"call": call_id})

    async def lock(self, call_id: UUID, applications: Iterable[UUID]) -> list[ApplicationRow]:
        """Return these of the call's applications, held until the transaction ends, always in one order."""
        statement = (
            select(ApplicationRow)
            .where(ApplicationRow.call_id == call_id, ApplicationRow.id.in_(set(applications)))
            .order_by(ApplicationRow.id)
            .with_for_update(key_share=True)
        )
        return list(await self._session.scalars(statement))

    async def obstacles(self, call_id: UUID, picks: Sequence[Pick]) -> list[str | None]:
        """Return what stands against each of these assignments, `None` for nothing."""
        rows = await self._session.execute(_OBSTACLES, {**_columns(call_id, picks), "open": list(OPEN)})
        return [row.obstacle for row in rows]

    async def assign(self, call_id: UUID, picks: Sequence[Pick], *, by: str, due_on: date | None) -> None:
        """Ask for these reviews. Raises IntegrityError when a rule of the database refuses one."""
        await self._session.execute(_ASSIGN, {**_columns(call_id, picks), "by": by, "due_on": due_on})

    async def assignment(self, application_id: UUID, account_id: UUID) -> AssignmentRow | None:
        """Return an assignment, held until the transaction ends."""
        return await self._session.scalar(
            select(AssignmentRow)
            .where(AssignmentRow.application_id == application_id, AssignmentRow.account_id == account_id)
            .with_for_update()
        )

    async def has_review(self, application_id: UUID, account_id: UUID) -> bool:
        """Say whether a review was begun there."""
        return await self._session.get(ReviewRow, (application_id, account_id)) is not None

    async def take_back(self, assignment: AssignmentRow) -> None:
        """Ask no more."""
        await self._session.execute(
            delete(AssignmentRow).where(
                AssignmentRow.application_id == assignment.application_id,
                AssignmentRow.account_id == assignment.account_id,
            )
        )


def _columns(call_id: UUID, picks: Sequence[Pick]) -> dict[str, Any]:
    return {
        "call": call_id,
        "applications": [pick.dossier for pick in picks],
        "accounts": [pick.member for pick in picks],
    }
