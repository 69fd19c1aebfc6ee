"""Statements of the public directory. PostgreSQL makes the JSON of its cards; Python hands it on."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BindParameter, Text, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

# A typed word finds what holds it; where nothing does, what is most like it.
_ALIKE: Final = "0.45"
_FOUND: Final = f"""
visible AS (
  SELECT o.* FROM public_organisation o
  WHERE (:kind = '{{}}' OR o.kind = ANY (:kind))
    AND (:department = '{{}}' OR o.department = ANY (:department))
    AND (:theme = '{{}}' OR o.themes && :theme)
    AND (:offer = '{{}}' OR o.offers && :offer)
    AND (:commune = '{{}}' OR o.commune_insee = ANY (:commune))
), asked AS MATERIALIZED (
  SELECT w.word, EXISTS (SELECT FROM visible v WHERE v.search_text LIKE '%' || w.word || '%') AS is_known
  FROM unnest(folded_words(:q)) AS w (word)
), found AS (
  SELECT v.*, CASE WHEN EXISTS (SELECT FROM asked a WHERE v.folded_name NOT LIKE '%' || a.word || '%')
    THEN 1 ELSE 0 END AS rank
  FROM visible v
  WHERE NOT EXISTS (SELECT FROM asked a WHERE NOT (v.search_text LIKE '%' || a.word || '%'
    OR NOT a.is_known AND length(a.word) >= 4
      AND extensions.strict_word_similarity(a.word, v.search_text) >= {_ALIKE}))
)"""  # noqa: S608 -- our own words
_CARD_FIELDS: Final = (
    "id", "slug", "name", "kind", "commune_insee", "commune_name", "department", "latitude", "longitude", "themes",
    "offers",
)  # fmt: skip
_ENTRY_FIELDS: Final = (
    *_CARD_FIELDS, "address", "postal_code", "website", "email", "phone", "description", "updated_at",
)  # fmt: skip
_LISTS: Final = ("kind", "department", "theme", "offer", "commune")
_TYPES: Final[tuple[BindParameter[Any], ...]] = (
    *(bindparam(name, type_=ARRAY(Text)) for name in _LISTS),
    bindparam("q", type_=Text),
)


def _object(fields: tuple[str, ...], row: str) -> str:
    pairs = ", ".join(f"'{name}', {row}.{name}" for name in fields)
    return f"json_build_object({pairs})"


_PAGE: Final = text(f"""
WITH {_FOUND}
SELECT every.total, page.* FROM (SELECT count(*) AS total FROM found) AS every
LEFT JOIN LATERAL (
  SELECT f.rank, f.folded_name, f.id, {_object(_CARD_FIELDS, "f")}::text AS card FROM found f
  WHERE (f.rank, f.folded_name, f.id) > (:rank, :name, :id)
  ORDER BY f.rank, f.folded_name, f.id LIMIT :count
) AS page ON true
ORDER BY page.rank, page.folded_name, page.id
""").bindparams(*_TYPES, bindparam("id", type_=Uuid))  # noqa: S608 -- our own words
_ALL: Final = text(f"""
WITH {_FOUND}
SELECT {_object(_ENTRY_FIELDS, "f")}::text FROM found f ORDER BY f.folded_name, f.id
""").bindparams(*_TYPES)  # noqa: S608 -- our own words


def _counted(name: str, value: str, label: str = "value", order: str = "value") -> str:
    return f"""
'{name}', (SELECT coalesce(json_agg(json_build_object('value', value, 'label', {label}, 'count', n)
  ORDER BY n DESC, {order}), '[]') FROM (SELECT {value} AS value, max(commune_name) AS name, count(*) AS n
  FROM found GROUP BY 1) c)"""  # noqa: S608


_COUNTS: Final = ", ".join(
    (
        _counted("kind", "kind"),
        _counted("department", "department"),
        _counted("theme", "unnest(themes)"),
        _counted("offer", "unnest(offers)"),
        _counted("commune", "commune_insee", "name", "fold(name), value"),
    )
)
_FACETS: Final = text(f"""
WITH {_FOUND}
SELECT json_build_object('total', (SELECT count(*) FROM found),
'without_place', (SELECT count(*) FROM found WHERE latitude IS NULL), {_COUNTS})
""").bindparams(*_TYPES)  # noqa: S608 -- our own words
# The end of an address is the id's; one that was merged leads to what stands.
_ENTRY: Final = text(f"""
SELECT {_object(_ENTRY_FIELDS, "p")}::text FROM public_organisation p
WHERE p.id IN (SELECT coalesce(o.merged_into, o.id) FROM organisation o
  WHERE o.id::text = :key OR right(o.id::text, 12) = right(:key, 12) AND length(:key) >= 13)
ORDER BY p.id LIMIT 1
""")  # noqa: S608 -- our own words
_CONSENT: Final = text("""
SELECT o.is_public, coalesce(c.shows_email, false) AS shows_email, coalesce(c.shows_phone, false) AS shows_phone
FROM organisation o LEFT JOIN directory_consent c ON c.organisation_id = o.id WHERE o.id = :id
""").bindparams(bindparam("id", type_=Uuid))
_GIVE: Final = text("""
INSERT INTO directory_consent (organisation_id, shows_email, shows_phone, given_by)
VALUES (:id, :shows_email, :shows_phone, :by)
ON CONFLICT (organisation_id) DO UPDATE SET shows_email = excluded.shows_email, shows_phone = excluded.shows_phone,
  given_by = excluded.given_by, given_at = now()
""").bindparams(bindparam("id", type_=Uuid), bindparam("by", type_=Uuid))


class PublicDirectoryStore:
    """Public organisations, in one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, filters: Mapping[str, Any], *, after: tuple[int, str, UUID], count: int
    ) -> tuple[list[Any], int]:
        """Return cards as JSON with where they stand in the order, and how many the filters find in all."""
        rank, name, organisation_id = after
        values = {**_values(filters), "rank": rank, "name": name, "id": organisation_id, "count": count}
        rows = (await self._session.execute(_PAGE, values)).all()
        return [row for row in rows if row.id is not None], int(rows[0].total)

    async def all(self, filters: Mapping[str, Any]) -> list[str]:
        """Return every organisation that the filters find, whole, as JSON."""
        return list(await self._session.scalars(_ALL, _values(filters)))

    async def facets(self, filters: Mapping[str, Any]) -> dict[str, Any]:
        """Return counts over what the filters find, codes as their own labels."""
        found: dict[str, Any] = await self._session.scalar(_FACETS, _values(filters)) or {}
        return found

    async def entry(self, key: str) -> str | None:
        """Return an organisation by its address or id, as JSON."""
        found: str | None = await self._session.scalar(_ENTRY, {"key": key})
        return found

    async def contact_shown(self, organisation_id: UUID) -> dict[str, Any]:
        """Return what an organisation that is there agreed to show."""
        return dict((await self._session.execute(_CONSENT, {"id": organisation_id})).mappings().one())

    async def show_contact(self, organisation_id: UUID, values: Mapping[str, bool], by: UUID | None) -> None:
        """Write what an organisation agrees to show."""
        await self._session.execute(_GIVE, {**values, "id": organisation_id, "by": by})


def _values(filters: Mapping[str, Any]) -> dict[str, Any]:
    return {**{name: list(filters[name]) for name in _LISTS}, "q": filters["q"]}
