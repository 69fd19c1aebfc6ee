from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping, Select, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from ombelle_events.calls.tables import CallRow, CriterionRow, FormVersionRow
from ombelle_events.programme.tables import EditionRow

WHOLE: Final = (
    "id", "title", "introduction", "opens_at", "closes_at", "closing_policy", "grace_minutes", "closed_message",
    "publication", "published_at", "charter_rules", "has_scoring", "has_committee", "quorum", "is_anonymous",
    "reviews_per_application", "budget_cents", "contact_email", "form_version_id", "version", "created_at",
    "updated_at",
)  # fmt: skip
_EDITION: Final = tuple(
    column.label(f"edition_{column.key}")
    for column in (EditionRow.year, EditionRow.theme, EditionRow.starts_on, EditionRow.ends_on)
)
# Open ones first, the one that ends soonest before the others; then those to come, then closed ones, the last first.
_PUBLISHED: Final = text("""
WITH ranked AS (
  SELECT c.*,
    CASE WHEN now() < c.opens_at THEN 1 WHEN now() < c.closes_at THEN 0 ELSE 2 END AS place,
    (extract(epoch FROM CASE WHEN now() < c.opens_at THEN c.opens_at ELSE c.closes_at END) * 1000000)::bigint
      * CASE WHEN now() < c.closes_at THEN 1 ELSE -1 END AS moment
  FROM call c WHERE c.publication = 'published'
)
SELECT r.id, r.title, r.introduction, r.opens_at, r.closes_at, r.closing_policy, r.grace_minutes, r.closed_message,
  r.charter_rules, r.contact_email, r.place, r.moment,
  e.year AS edition_year, e.theme AS edition_theme, e.starts_on AS edition_starts_on, e.ends_on AS edition_ends_on
FROM ranked r JOIN edition e ON e.id = r.edition_id
WHERE (r.place, r.moment, r.id) > (CAST(:place AS integer), CAST(:moment AS bigint), CAST(:id AS uuid))
ORDER BY r.place, r.moment, r.id LIMIT :count
""")
_COUNT_PUBLISHED: Final = text("SELECT count(*) FROM call WHERE publication = 'published'")
Place = tuple[int, int, UUID]
FIRST: Final[Place] = (-1, 0, UUID(int=0))
"""Before every call of the public list."""


class CallStore:
    """Calls in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def call(self, call_id: UUID, *, for_update: bool = False) -> CallRow | None:
        """Return a call; locked until the transaction ends where it, or what belongs to it, is going to change."""
        statement = select(CallRow).where(CallRow.id == call_id)
        return await self._session.scalar(
            statement.with_for_update(key_share=True) if for_update else statement
        )

    async def described(self, call_id: UUID) -> dict[str, Any] | None:
        """Return a call with its edition and the numbers of its forms, as written in this transaction."""
        await self._session.flush()
        found = await self._session.execute(_described().where(CallRow.id == call_id))
        row = found.mappings().one_or_none()
        return None if row is None else _plain(row)

    async def of_edition(
        self, edition_id: UUID, *, before: UUID | None, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return calls of an edition, the last made first, made before `before`, and how many there are in all."""
        statement = (
            _described().where(CallRow.edition_id == edition_id).order_by(CallRow.id.desc()).limit(count)
        )
        if before is not None:
            statement = statement.where(CallRow.id < before)
        total = await self._session.scalar(select(func.count()).where(CallRow.edition_id == edition_id))
        rows = (await self._session.execute(statement)).mappings()
        return [_plain(row) for row in rows], total or 0

    async def published(self, *, after: Place, count: int) -> tuple[list[dict[str, Any]], int]:
        """Return published calls that come after a place in their order, and how many there are in all."""
        place, moment, call_id = after
        values = {"place": place, "moment": moment, "id": call_id, "count": count}
        rows = [_plain(row) for row in (await self._session.execute(_PUBLISHED, values)).mappings()]
        return rows, await self._session.scalar(_COUNT_PUBLISHED) or 0

    async def add(self, values: dict[str, Any]) -> CallRow:
        """Write a new call."""
        row = CallRow(**values)
        self._session.add(row)
        await self._session.flush()
        return row

    async def edition(self, year: int) -> EditionRow | None:
        """Return the edition of a year."""
        return await self._session.scalar(select(EditionRow).where(EditionRow.year == year))

    async def criteria(self, call_id: UUID) -> Sequence[CriterionRow]:
        """Return a call's criteria, in their order."""
        found = await self._session.scalars(
            select(CriterionRow).where(CriterionRow.call_id == call_id).order_by(CriterionRow.rank)
        )
        return found.all()


def _plain(row: RowMapping) -> dict[str, Any]:
    return {str(name): value for name, value in row.items()}


def _described() -> Select[Any]:
    current, draft = aliased(FormVersionRow), aliased(FormVersionRow)
    return (
        select(
            *(getattr(CallRow, name) for name in WHOLE),
            *_EDITION,
            current.number.label("form_number"),
            draft.number.label("form_draft_number"),
        )
        .join(EditionRow, EditionRow.id == CallRow.edition_id)
        .outerjoin(current, current.id == CallRow.form_version_id)
        .outerjoin(draft, (draft.call_id == CallRow.id) & draft.published_at.is_(None))
    )
