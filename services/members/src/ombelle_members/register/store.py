from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_PAGE: Final = text("""
WITH found AS (
  SELECT e.number, e.entered_at, e.effective_on, e.kind, e.subject_id, e.facts, w.words,
    e.words_digest IS NOT NULL AS has_words, encode(e.digest, 'hex') AS digest
  FROM register_entry e LEFT JOIN register_words w ON w.number = e.number
  WHERE (CAST(:from AS date) IS NULL OR e.effective_on >= :from)
    AND (CAST(:to AS date) IS NULL OR e.effective_on <= :to)
    AND (CAST(:kind AS text) IS NULL OR e.kind = :kind)
    AND (CAST(:subject AS uuid) IS NULL OR e.subject_id = :subject
      OR position(CAST(CAST(:subject AS uuid) AS text) IN e.facts::text) > 0)
)
SELECT every.total, page.* FROM (SELECT count(*) AS total FROM found) AS every
LEFT JOIN LATERAL (
  SELECT * FROM found
  WHERE CAST(:after AS bigint) IS NULL OR CASE WHEN :down THEN number < :after ELSE number > :after END
  ORDER BY CASE WHEN :down THEN -number ELSE number END LIMIT :count
) AS page ON true
ORDER BY CASE WHEN :down THEN -page.number ELSE page.number END
""").bindparams(bindparam("subject", type_=Uuid))
_STATE: Final = text("""
SELECT (SELECT count(*) FROM register_entry) AS entries,
  (SELECT encode(digest, 'hex') FROM register_entry ORDER BY number DESC LIMIT 1) AS digest,
  (SELECT jsonb_build_object('number', f.number, 'fault', f.fault) FROM register_faults() f LIMIT 1) AS first_fault
""")
_FORGET: Final = text("SELECT forget_in_register(:person)").bindparams(bindparam("person", type_=Uuid))


class RegisterStore:
    """The register in one transaction: it is only read here, the tables' own triggers write it."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, filters: Mapping[str, Any], *, down: bool, after: int | None = None, count: int | None = None
    ) -> tuple[list[dict[str, Any]], int]:
        """Return entries by their numbers, with `down` the newest first, and how many there are in all."""
        values = {**filters, "down": down, "after": after, "count": count}
        rows = [dict(row) for row in (await self._session.execute(_PAGE, values)).mappings()]
        return [row for row in rows if row["number"] is not None], int(rows[0]["total"])

    async def state(self) -> dict[str, Any]:
        """Recompute the chain: how many `entries`, the last one's `digest`, and the `first_fault`, `None` where it holds."""
        return dict((await self._session.execute(_STATE)).mappings().one())


async def forget_words(session: AsyncSession, person_id: UUID) -> None:
    """Take the words out of every entry that names a person, while the person has their name; the chain still holds."""
    await session.execute(_FORGET, {"person": person_id})
