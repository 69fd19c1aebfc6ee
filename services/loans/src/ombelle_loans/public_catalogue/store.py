"""Statements of the public catalogue. PostgreSQL makes the JSON of its cards and sheets; Python hands it on."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BindParameter, Text, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.catalogue.searching import FOUND, WORDS

_SHOWN: Final = "i.publication = 'published' AND (i.retired_on IS NULL OR i.retired_on > :today)"
_LENT_FORMAT: Final = "f.retired_on IS NULL OR f.retired_on > :today"
_OWNER: Final = """json_build_object('id', i.owner_organisation_id,
  'name', CASE WHEN i.owner_organisation_id IS NULL THEN :agency ELSE o.name END, 'department', o.department)"""
_PHOTO: Final = """json_build_object('url', '/api/v1/catalogue/' || i.id || '/photos/' || p.id, 'width', p.width,
  'height', p.height, 'alt', p.alt, 'credit', p.credit)"""
_SAFE: Final = "s.scan IN ('clean', 'skipped')"
_CARD: Final = f"""
json_build_object('id', i.id, 'slug', i.slug, 'title', i.title, 'category', i.category, 'abstract', i.abstract,
  'themes', i.themes, 'audiences', i.audiences, 'languages', i.languages,
  'formats', (SELECT coalesce(json_agg(x.format ORDER BY x.place), '[]') FROM (
    SELECT f.format, min(f.position) AS place FROM item_format f WHERE f.item_id = i.id AND ({_LENT_FORMAT})
    GROUP BY f.format) x),
  'year', i.year, 'handling', i.handling, 'owner', {_OWNER},
  'photo', (SELECT {_PHOTO} FROM item_photo p JOIN stored_file s ON s.id = p.file_id
    WHERE p.item_id = i.id AND {_SAFE} ORDER BY p.position, p.id LIMIT 1))"""  # noqa: S608
_FILTERED: Final = f"""
visible AS (
  SELECT i.id, i.folded_title, i.category, i.themes, i.audiences, i.languages, i.accessibility,
    i.owner_organisation_id, CASE WHEN i.owner_organisation_id IS NULL THEN :agency ELSE o.name END AS owner_name,
    o.department, folded_words(coalesce(o.name, :agency)) || i.search_text AS words
  FROM item i LEFT JOIN organisation_copy o ON o.organisation_id = i.owner_organisation_id
  WHERE {_SHOWN}
    AND (:category = '{{}}' OR i.category = ANY (:category))
    AND (:theme = '{{}}' OR i.themes && :theme)
    AND (:audience = '{{}}' OR i.audiences && :audience)
    AND (:language = '{{}}' OR i.languages && :language)
    AND (:accessibility = '{{}}' OR i.accessibility && :accessibility)
    AND (:department = '{{}}' OR o.department = ANY (:department))
    AND (:format = '{{}}' OR EXISTS (SELECT FROM item_format f
      WHERE f.item_id = i.id AND f.format = ANY (:format) AND ({_LENT_FORMAT})))
    AND (NOT :of_some OR i.owner_organisation_id = ANY (:owners) OR :of_agency AND i.owner_organisation_id IS NULL)
    AND (NOT :free_only OR i.id = ANY (:free))
), {WORDS},
found AS (
  SELECT v.*, CASE WHEN EXISTS (SELECT FROM asked a WHERE folded_words(v.folded_title) NOT LIKE '% ' || a.stem || '%')
    THEN 1 ELSE 0 END AS rank
  FROM visible v WHERE {FOUND})"""  # noqa: S608
_LISTS: Final = ("category", "theme", "audience", "language", "accessibility", "department", "format")
_TYPES: Final[tuple[BindParameter[Any], ...]] = (
    *(bindparam(name, type_=ARRAY(Text)) for name in _LISTS),
    bindparam("owners", type_=ARRAY(Uuid)),
    bindparam("free", type_=ARRAY(Uuid)),
    bindparam("agency", type_=Text),
)
_PAGE: Final = text(f"""
WITH {_FILTERED}
SELECT every.total, page.* FROM (SELECT count(*) AS total FROM found) AS every
LEFT JOIN LATERAL (
  SELECT f.rank, f.folded_title, f.id, ({_CARD})::text AS card
  FROM (SELECT * FROM found WHERE (rank, folded_title, id) > (:rank, :title, :id)
    ORDER BY rank, folded_title, id LIMIT :count) AS f
  JOIN item i ON i.id = f.id LEFT JOIN organisation_copy o ON o.organisation_id = i.owner_organisation_id
) AS page ON true
ORDER BY page.rank, page.folded_title, page.id
""").bindparams(*_TYPES)  # noqa: S608 -- our own words


def _counted(name: str, values: str) -> str:
    return f"""
'{name}', (SELECT coalesce(json_agg(json_build_object('value', value, 'label', value, 'count', n)
  ORDER BY n DESC, value), '[]') FROM (SELECT {values} AS value, count(*) AS n FROM found GROUP BY 1) c)"""  # noqa: S608


_FACETS: Final = text(f"""
WITH {_FILTERED}
SELECT json_build_object('total', (SELECT count(*) FROM found), {
    ", ".join(
        (
            _counted("category", "category"),
            _counted("theme", "unnest(themes)"),
            _counted("audience", "unnest(audiences)"),
            _counted("department", "department"),
            _counted("language", "unnest(languages)"),
            _counted("accessibility", "unnest(accessibility)"),
        )
    )
},
'format', (SELECT coalesce(json_agg(json_build_object('value', value, 'label', value, 'count', n)
  ORDER BY n DESC, value), '[]') FROM (SELECT f.format AS value, count(DISTINCT f.item_id) AS n
    FROM item_format f JOIN found ON found.id = f.item_id WHERE {_LENT_FORMAT} GROUP BY 1) c),
'owner', (SELECT coalesce(json_agg(json_build_object('value', value, 'label', label, 'count', n)
  ORDER BY n DESC, fold(label), value), '[]') FROM (SELECT coalesce(owner_organisation_id::text, 'agency') AS value,
    owner_name AS label, count(*) AS n FROM found GROUP BY 1, 2) c))
""").bindparams(*_TYPES)  # noqa: S608 -- our own words
_ITEM: Final = text(f"""
SELECT i.id, i.updated_at, json_build_object(
  'id', i.id, 'slug', i.slug, 'title', i.title, 'category', i.category, 'abstract', i.abstract,
  'description', i.description, 'themes', i.themes, 'audiences', i.audiences, 'languages', i.languages,
  'accessibility', i.accessibility, 'producer', i.producer, 'year', i.year, 'credits', i.credits,
  'condition', i.condition, 'handling', i.handling,
  'contact', CASE WHEN i.handling <> 'handled_here'
    THEN json_build_object('email', i.contact_email, 'phone', i.contact_phone) END,
  'owner', {_OWNER}, 'retired_on', i.retired_on,
  'formats', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'format', f.format, 'label', f.label,
      'panels', f.panels, 'dimensions', f.dimensions, 'space_m2', coalesce(f.space_m2, i.space_m2),
      'needs_power', coalesce(f.needs_power, i.needs_power), 'weight_kg', coalesce(f.weight_kg, i.weight_kg),
      'packages', coalesce(f.packages, i.packages), 'transport', coalesce(f.transport, i.transport),
      'setup', coalesce(f.setup, i.setup),
      'insurance_value_cents', coalesce(f.insurance_value_cents, i.insurance_value_cents),
      'copies', (SELECT count(DISTINCT u.copy_number) FROM unit u WHERE u.format_id = f.id AND u.state = 'usable'),
      'modules', (SELECT coalesce(json_agg(m.name ORDER BY m.module_number), '[]') FROM (
        SELECT u.module_number, coalesce(min(u.name), 'Module ' || u.module_number) AS name FROM unit u
        WHERE u.format_id = f.id AND u.module_number IS NOT NULL AND u.state <> 'retired' GROUP BY u.module_number) m)
    ) ORDER BY f.position, f.added_on, f.id), '[]')
    FROM item_format f WHERE f.item_id = i.id AND ({_LENT_FORMAT})),
  'photos', (SELECT coalesce(json_agg({_PHOTO} ORDER BY p.position, p.id), '[]')
    FROM item_photo p JOIN stored_file s ON s.id = p.file_id WHERE p.item_id = i.id AND {_SAFE}),
  'documents', (SELECT coalesce(json_agg(json_build_object(
      'url', '/api/v1/catalogue/' || i.id || '/documents/' || d.id, 'kind', d.kind, 'title', d.title, 'name', s.name,
      'media_type', s.media_type, 'size_bytes', s.size_bytes) ORDER BY d.position, d.id), '[]')
    FROM item_document d JOIN stored_file s ON s.id = d.file_id WHERE d.item_id = i.id AND d.is_public AND {_SAFE}),
  'rules', json_build_object('min_days', r.min_days, 'max_days', r.max_days, 'notice_days', r.notice_days,
    'opening_days', r.opening_days, 'insurance', r.insurance),
  'tariff', (SELECT json_build_object('basis', t.basis, 'period_days', t.period_days, 'member_cents', t.member_cents,
      'other_cents', t.other_cents) FROM tariff t
    WHERE t.organisation_id IS NOT DISTINCT FROM i.owner_organisation_id AND t.category = i.category
      AND t.in_force @> CAST(:today AS date)),
  'pickup_places', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'address', p.address,
      'hours', p.hours, 'directions', p.directions) ORDER BY p.position, p.id), '[]')
    FROM pickup_place p JOIN lender_settings l ON l.id = p.settings_id
    WHERE l.organisation_id IS NOT DISTINCT FROM i.owner_organisation_id AND p.ended_at IS NULL),
  'updated_at', i.updated_at)::text AS sheet
FROM item i JOIN item_rule r ON r.item_id = i.id
LEFT JOIN organisation_copy o ON o.organisation_id = i.owner_organisation_id
WHERE {_SHOWN} AND (i.slug = :key OR i.id::text = :key)
""").bindparams(bindparam("agency", type_=Text))  # noqa: S608 -- our own words
# Themes and audiences in common, the same category, words of the title in common.
_SIMILAR: Final = text(f"""
SELECT ({_CARD})::text FROM item i
LEFT JOIN organisation_copy o ON o.organisation_id = i.owner_organisation_id
JOIN item mine ON mine.id = :id
CROSS JOIN LATERAL (SELECT
  2 * (SELECT count(*) FROM unnest(i.themes) x WHERE x = ANY (mine.themes))
  + (SELECT count(*) FROM unnest(i.audiences) x WHERE x = ANY (mine.audiences))
  + CASE WHEN i.category = mine.category THEN 1 ELSE 0 END
  + 4 * extensions.similarity(i.folded_title, mine.folded_title) AS alike) a
WHERE i.id <> mine.id AND {_SHOWN} AND a.alike >= 2 ORDER BY a.alike DESC, i.folded_title, i.id LIMIT 4
""").bindparams(bindparam("agency", type_=Text))  # noqa: S608 -- our own words
_LENT: Final = text(f"""
SELECT f.id AS format_id, f.item_id FROM item_format f JOIN item i ON i.id = f.item_id
WHERE {_SHOWN} AND i.handling = 'handled_here' AND ({_LENT_FORMAT})
  AND (CAST(:formats AS text[]) = '{{}}' OR f.format = ANY (:formats))
""").bindparams(bindparam("formats", type_=ARRAY(Text)))  # noqa: S608 -- our own words
_FILES: Final = {
    "photos": f"""
SELECT s.storage_key, s.name, s.media_type, s.size_bytes, s.sha256 FROM item_photo p
JOIN item i ON i.id = p.item_id JOIN stored_file s ON s.id = p.file_id
WHERE p.id = :id AND i.id = :item AND {_SHOWN} AND {_SAFE}""",  # noqa: S608 -- our own words
    "documents": f"""
SELECT s.storage_key, s.name, s.media_type, s.size_bytes, s.sha256 FROM item_document d
JOIN item i ON i.id = d.item_id JOIN stored_file s ON s.id = d.file_id
WHERE d.id = :id AND i.id = :item AND d.is_public AND {_SHOWN} AND {_SAFE}""",  # noqa: S608 -- our own words
}


class PublicStore:
    """Published items, in one transaction. `agency` is what the agency is called, `today` the day in Paris."""

    def __init__(self, session: AsyncSession, agency: str, today: date) -> None:
        self._session = session
        self._who = {"agency": agency, "today": today}

    async def page(
        self,
        filters: Mapping[str, Any],
        free: Collection[UUID] | None,
        *,
        after: tuple[int, str, UUID],
        count: int,
    ) -> tuple[list[Any], int]:
        """Return cards as JSON with where they stand in the order, and how many the filters find in all."""
        values = {
            **self._values(filters, free),
            "rank": after[0],
            "title": after[1],
            "id": after[2],
            "count": count,
        }
        rows = (await self._session.execute(_PAGE, values)).all()
        return [row for row in rows if row.id is not None], int(rows[0].total)

    async def facets(self, filters: Mapping[str, Any], free: Collection[UUID] | None) -> dict[str, Any]:
        """Return counts over what the filters find, values as their own labels."""
        found: dict[str, Any] = await self._session.scalar(_FACETS, self._values(filters, free)) or {}
        return found

    def _values(self, filters: Mapping[str, Any], free: Collection[UUID] | None) -> dict[str, Any]:
        owners = filters["owner"]
        return {
            **self._who, **{name: list(filters[name]) for name in _LISTS}, "q": filters["q"],
            "of_some": bool(owners), "of_agency": "agency" in owners,
            "owners": [one for one in owners if one != "agency"], "free_only": free is not None,
            "free": list(free or ()),
        }  # fmt: skip

    async def item(self, key: str) -> Any | None:
        """Return an item by its slug or id: `id`, `updated_at`, and its `sheet` as JSON."""
        return (await self._session.execute(_ITEM, {**self._who, "key": key})).one_or_none()

    async def similar(self, item_id: UUID) -> list[str]:
        """Return the cards of the items that are most like one, as JSON: four at most."""
        return list((await self._session.scalars(_SIMILAR, {**self._who, "id": item_id})).all())

    async def lent(self, formats: Collection[str]) -> dict[UUID, UUID]:
        """Return the formats that are lent here, with their items; where some are named, of these alone."""
        values = {"today": self._who["today"], "formats": list(formats)}
        return {row.format_id: row.item_id for row in await self._session.execute(_LENT, values)}

    async def file(self, kind: str, item_id: UUID, file_id: UUID) -> Mapping[str, Any] | None:
        """Return where a photograph or document (`photos`, `documents`) of a published item is kept."""
        values = {"today": self._who["today"], "item": item_id, "id": file_id}
        found = (await self._session.execute(text(_FILES[kind]), values)).mappings().one_or_none()
        return None if found is None else dict(found)
