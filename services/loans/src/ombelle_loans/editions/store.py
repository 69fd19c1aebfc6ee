from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Text, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_TAKE_TURNS: Final = text("LOCK TABLE catalogue_edition IN SHARE ROW EXCLUSIVE MODE")
# Addresses of people stay out: who asks goes through the catalogue or the organisation.
_FREEZE: Final = text("""
WITH shown AS (
  SELECT i.*, CASE WHEN i.owner_organisation_id IS NULL THEN :agency ELSE o.name END AS owner_name, o.commune_name,
    o.department
  FROM item i LEFT JOIN organisation_copy o ON o.organisation_id = i.owner_organisation_id
  WHERE i.publication = 'published' AND (i.retired_on IS NULL OR i.retired_on > :today)
), made AS (
  SELECT jsonb_build_object('title', CAST(:title AS text), 'frozen_on', CAST(:today AS date), 'items', coalesce(jsonb_agg(
    jsonb_build_object('id', s.id, 'slug', s.slug, 'title', s.title, 'category', s.category, 'abstract', s.abstract,
      'description', s.description, 'themes', s.themes, 'audiences', s.audiences, 'languages', s.languages,
      'accessibility', s.accessibility, 'producer', s.producer, 'year', s.year, 'handling', s.handling,
      'owner', jsonb_build_object('id', s.owner_organisation_id, 'name', s.owner_name, 'commune', s.commune_name,
        'department', s.department),
      'formats', (SELECT coalesce(jsonb_agg(jsonb_build_object('format', f.format, 'label', f.label,
          'panels', f.panels, 'space_m2', coalesce(f.space_m2, s.space_m2),
          'weight_kg', coalesce(f.weight_kg, s.weight_kg), 'needs_power', coalesce(f.needs_power, s.needs_power),
          'insurance_value_cents', coalesce(f.insurance_value_cents, s.insurance_value_cents))
          ORDER BY f.position, f.added_on, f.id), '[]')
        FROM item_format f WHERE f.item_id = s.id AND (f.retired_on IS NULL OR f.retired_on > :today)))
    ORDER BY s.owner_organisation_id IS NOT NULL, fold(s.owner_name), s.folded_title, s.id), '[]')) AS content,
    count(*) AS items, count(DISTINCT s.owner_name) AS lenders
  FROM shown s
)
INSERT INTO catalogue_edition (number, title, content, sha256, items, lenders)
SELECT (SELECT coalesce(max(number), 0) + 1 FROM catalogue_edition), :title, content,
  encode(sha256(convert_to(content::text, 'UTF8')), 'hex'), items, lenders FROM made
RETURNING id, number, title, sha256, items, lenders, frozen_at
""").bindparams(bindparam("agency", type_=Text), bindparam("title", type_=Text))
_PAGE: Final = text("""
SELECT id, number, title, sha256, items, lenders, frozen_at, (SELECT count(*) FROM catalogue_edition) AS total
FROM catalogue_edition WHERE number < :number ORDER BY number DESC LIMIT :count
""")
_ONE: Final = text("""
SELECT id, number, title, sha256, items, lenders, frozen_at, content::text AS content FROM catalogue_edition
WHERE id = :id
""")


class EditionStore:
    """Editions of the common catalogue, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def freeze(self, title: str, agency: str, today: date) -> dict[str, Any]:
        """Freeze what is published today under the next number."""
        await self._session.execute(_TAKE_TURNS)
        values = {"title": title, "agency": agency, "today": today}
        return dict((await self._session.execute(_FREEZE, values)).mappings().one())

    async def page(self, *, before: int, count: int) -> list[Mapping[str, Any]]:
        """Return editions whose numbers are smaller, the newest first, each with how many there are."""
        found = await self._session.execute(_PAGE, {"number": before, "count": count})
        return [dict(row) for row in found.mappings()]

    async def edition(self, edition_id: UUID) -> Mapping[str, Any] | None:
        """Return an edition with its content, as the text that its hash is of."""
        found = (await self._session.execute(_ONE, {"id": edition_id})).mappings().one_or_none()
        return None if found is None else dict(found)
