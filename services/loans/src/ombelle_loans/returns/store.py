"""Statements of contributors' yearly returns. An organisation's editors know of its own; the agency's lenders of all."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.loans.sides import SIDE_BINDS

_VISIBLE: Final = "(:asker_lends OR c.organisation_id = ANY (:asker_organisations))"
_FROM: Final = "FROM contributor_return c LEFT JOIN organisation_copy o USING (organisation_id)"
# What was lent here is known; a contributor that lends elsewhere too knows more.
_COLUMNS: Final = f"""
SELECT c.*, o.name, k.loans AS known_loans, k.days AS known_days {_FROM}
LEFT JOIN LATERAL (
  SELECT count(*) FILTER (WHERE l.year = c.year) AS loans,
    coalesce(sum(days_within(l.starts_on, l.ends_on, c.year)), 0)::integer AS days
  FROM counted_loan l WHERE l.went_out AND l.owner_organisation_id IS NOT DISTINCT FROM c.organisation_id
    AND l.starts_on <= make_date(c.year, 12, 31) AND l.ends_on >= make_date(c.year, 1, 1)
) AS k ON true
"""
_ONE: Final = text(f"{_COLUMNS} WHERE c.id = :id AND {_VISIBLE} FOR UPDATE OF c").bindparams(*SIDE_BINDS)
_FILTER: Final = f"WHERE {_VISIBLE} AND (CAST(:year AS integer) IS NULL OR c.year = :year)"
_LIST: Final = text(f"{_COLUMNS} {_FILTER} AND c.id < :after ORDER BY c.id DESC LIMIT :count").bindparams(
    *SIDE_BINDS
)
# What all of them say together is for each of those who were asked, numbers of one alone only for itself and the agency.
_SHARED: Final = """
(:asker_lends OR EXISTS (SELECT FROM contributor_return own
  WHERE own.year = c.year AND own.organisation_id = ANY (:asker_organisations)))
"""
_ANALYSIS: Final = text(f"""
SELECT count(*) FILTER (WHERE {_VISIBLE}) AS total, count(*) AS asked, count(c.answered_at) AS answered,
  count(*) FILTER (WHERE c.loans > 0) AS lent, coalesce(sum(c.loans), 0)::integer AS loans,
  coalesce(sum(c.days), 0)::integer AS days
FROM contributor_return c WHERE (CAST(:year AS integer) IS NULL OR c.year = :year) AND {_SHARED}
""").bindparams(*SIDE_BINDS)
# Whoever has something in the common catalogue is asked, and so is the agency.
_ASK: Final = text("""
INSERT INTO contributor_return (organisation_id, year)
SELECT DISTINCT i.owner_organisation_id, CAST(:year AS integer) FROM item i
WHERE i.publication = 'published' AND (i.retired_on IS NULL OR i.retired_on >= make_date(CAST(:year AS integer), 1, 1))
ON CONFLICT (organisation_id, year) DO NOTHING RETURNING id, organisation_id
""")
_ANSWER: Final = text("""
UPDATE contributor_return SET loans = :loans, days = :days, note = :note, answered_at = coalesce(answered_at, now()),
  answered_by = :by, version = version + 1 WHERE id = :id
""")
# A return of the one that is no more is the other's, unless that has told its own.
_DROP: Final = text("""
DELETE FROM contributor_return c WHERE c.organisation_id = :gone AND EXISTS (
  SELECT FROM contributor_return o WHERE o.organisation_id = :into AND o.year = c.year)
""")
_MOVE: Final = text("UPDATE contributor_return SET organisation_id = :into WHERE organisation_id = :gone")
_FORGET: Final = text("UPDATE contributor_return SET answered_by = :erased WHERE answered_by = :account")


class ReturnStore:
    """Statements in one transaction; it never commits. `asker` is what `sides.asker` gives."""

    def __init__(self, session: AsyncSession, asker: Mapping[str, Any]) -> None:
        self._session = session
        self._asker = dict(asker)

    async def one(self, return_id: UUID) -> dict[str, Any] | None:
        """Return a return, locked."""
        found = await self._session.execute(_ONE, {**self._asker, "id": return_id})
        row = found.mappings().one_or_none()
        return None if row is None else dict(row)

    async def some(
        self, year: int | None, *, after: UUID, count: int
    ) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        """Return returns, the newest first, and what they say together."""
        values = {**self._asker, "year": year}
        rows = await self._session.execute(_LIST, {**values, "after": after, "count": count})
        analysis = (await self._session.execute(_ANALYSIS, values)).mappings().one()
        return [dict(row) for row in rows.mappings()], dict(analysis)

    async def ask(self, year: int) -> Sequence[Any]:
        """Ask every contributor that was not asked of this year yet."""
        return (await self._session.execute(_ASK, {"year": year})).all()

    async def answer(self, return_id: UUID, values: Mapping[str, Any], by: str) -> None:
        """Write what a contributor tells."""
        await self._session.execute(_ANSWER, {**values, "id": return_id, "by": by})


async def follow_merge(session: AsyncSession, gone: UUID, into: UUID) -> None:
    """Let what an organisation told be what the one that it became told."""
    for statement in (_DROP, _MOVE):
        await session.execute(statement, {"gone": gone, "into": into})


async def forget_account(session: AsyncSession, account: str, erased: str) -> None:
    """Name an account nowhere any more."""
    await session.execute(_FORGET, {"account": account, "erased": erased})
