"""Statements of items, as those who lend them see them. Whose items somebody may not lend, they find nothing of."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.callers import Caller
from ombelle_loans.catalogue.domain import FORMAT, RESERVED_SLUGS, SHEET, slug_of
from ombelle_loans.catalogue.searching import FOUND, WORDS
from ombelle_loans.catalogue.tables import ItemDocumentRow, ItemFormatRow, ItemPhotoRow, ItemRow, UnitRow

_MINE: Final = "(:all OR i.owner_organisation_id = ANY (:organisations))"
_FILES: Final = """
(SELECT coalesce(json_agg(json_build_object('id', p.id, 'media_type', s.media_type, 'width', p.width,
  'height', p.height, 'alt', p.alt, 'credit', p.credit) ORDER BY p.position, p.id), '[]')
 FROM item_photo p JOIN stored_file s ON s.id = p.file_id WHERE p.item_id = i.id) AS photos,
(SELECT coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'title', d.title, 'name', s.name,
  'media_type', s.media_type, 'size_bytes', s.size_bytes, 'is_public', d.is_public) ORDER BY d.position, d.id), '[]')
 FROM item_document d JOIN stored_file s ON s.id = d.file_id WHERE d.item_id = i.id) AS documents
"""
_WHOLE: Final = (
    "id",
    "slug",
    *SHEET,
    "publication",
    "published_at",
    "retired_on",
    "version",
    "created_at",
    "updated_at",
)
_COLUMNS: Final = ", ".join(f"i.{name}" for name in _WHOLE)
_ITEM: Final = text(f"""
SELECT {_COLUMNS}, i.owner_organisation_id,
  CASE WHEN i.owner_organisation_id IS NULL THEN :agency ELSE o.name END AS owner_name,
(SELECT json_agg(to_jsonb(f) - 'item_id' || jsonb_build_object('units', (
    SELECT coalesce(jsonb_agg(to_jsonb(u) || jsonb_build_object('item_id', i.id)
      ORDER BY u.copy_number, u.module_number, u.id), '[]') FROM unit u WHERE u.format_id = f.id))
  ORDER BY f.position, f.added_on, f.id)
 FROM item_format f WHERE f.item_id = i.id) AS formats,
{_FILES}
FROM item i LEFT JOIN organisation_copy o ON o.organisation_id = i.owner_organisation_id
WHERE i.id = :id AND {_MINE}
""").bindparams(bindparam("organisations", type_=ARRAY(Uuid)))  # noqa: S608 -- our own words
_PAGE: Final = text(f"""
WITH visible AS (
  SELECT i.*, folded_words(coalesce(o.name, :agency)) || i.search_text AS words,
    CASE WHEN i.owner_organisation_id IS NULL THEN :agency ELSE o.name END AS owner_name
  FROM item i LEFT JOIN organisation_copy o ON o.organisation_id = i.owner_organisation_id
  WHERE {_MINE}
    AND (NOT :of_agency OR i.owner_organisation_id IS NULL)
    AND (CAST(:owner AS uuid) IS NULL OR i.owner_organisation_id = :owner)
    AND (CAST(:category AS text) IS NULL OR i.category = :category)
    AND (CAST(:publication AS text) IS NULL OR i.publication = :publication)
    AND (CAST(:retired AS boolean) IS NULL
      OR coalesce(i.retired_on <= (now() AT TIME ZONE 'Europe/Paris')::date, false) = :retired)
), {WORDS},
found AS (SELECT v.* FROM visible v WHERE {FOUND})
SELECT every.total, page.* FROM (SELECT count(*) AS total FROM found) AS every
LEFT JOIN LATERAL (
  SELECT f.id, f.slug, f.owner_organisation_id, f.owner_name, f.title, f.folded_title, f.category, f.publication,
    f.added_on, f.retired_on, f.version,
    (SELECT array_agg(x.format ORDER BY x.position, x.added_on, x.id) FROM item_format x WHERE x.item_id = f.id)
      AS formats,
    (SELECT count(*) FROM unit u JOIN item_format x ON x.id = u.format_id WHERE x.item_id = f.id) AS units
  FROM found f WHERE (f.folded_title, f.id) > (:title, :id) ORDER BY f.folded_title, f.id LIMIT :count
) AS page ON true
ORDER BY page.folded_title, page.id
""").bindparams(  # noqa: S608 -- our own words
    bindparam("organisations", type_=ARRAY(Uuid)), bindparam("owner", type_=Uuid)
)
_SLUGS: Final = text("SELECT slug FROM item WHERE slug = :slug OR slug ~ ('^' || :slug || '-[0-9]+$')")
_UNIT: Final = text(f"""
SELECT u.*, f.item_id FROM unit u JOIN item_format f ON f.id = u.format_id JOIN item i ON i.id = f.item_id
WHERE u.id = :id AND {_MINE}
""").bindparams(bindparam("organisations", type_=ARRAY(Uuid)))  # noqa: S608 -- our own words
_MERGE: Final = (
    text("INSERT INTO organisation_copy (organisation_id, version) VALUES (:into, 0) ON CONFLICT DO NOTHING"),
    text("""
UPDATE item SET owner_organisation_id = :into, version = version + 1, updated_at = now()
WHERE owner_organisation_id = :id
"""),
)
# An address that was somebody's own: without it, an item that was reached by nothing else is a draft again.
_FORGET: Final = text("""
UPDATE item SET contact_email = NULL, version = version + 1, updated_at = now(),
  publication = CASE WHEN publication = 'published' AND (handling = 'forwarded'
    OR handling = 'contact_only' AND contact_phone IS NULL) THEN 'draft' ELSE publication END
WHERE contact_email IS NOT NULL AND encode(sha256(convert_to(lower(contact_email), 'UTF8')), 'hex') = :digest
""")


class ItemStore:
    """Items and what belongs to them, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self,
        caller: Caller,
        agency: str,
        filters: Mapping[str, Any],
        *,
        after: tuple[str, UUID],
        count: int,
    ) -> tuple[list[dict[str, Any]], int]:
        """Return items that the caller lends, by title, and how many the filters find in all."""
        owner = filters["owner"]
        values = {
            **filters, **who(caller), "agency": agency, "title": after[0], "id": after[1], "count": count,
            "of_agency": owner == "agency", "owner": None if owner == "agency" else owner,
        }  # fmt: skip
        rows = (await self._session.execute(_PAGE, values)).mappings().all()
        return [dict(row) for row in rows if row["id"] is not None], int(rows[0]["total"])

    async def item(self, caller: Caller, agency: str, item_id: UUID) -> dict[str, Any] | None:
        """Return an item that the caller lends with all that belongs to it."""
        await self._session.flush()
        values = {**who(caller), "agency": agency, "id": item_id}
        found = (await self._session.execute(_ITEM, values)).mappings().one_or_none()
        return None if found is None else dict(found)

    async def held(self, item_id: UUID) -> ItemRow | None:
        """Return an item, held until the transaction ends: those who change it or what belongs to it take turns."""
        asked = select(ItemRow).where(ItemRow.id == item_id).with_for_update(key_share=True)
        return await self._session.scalar(asked.execution_options(populate_existing=True))

    async def add(self, owner: UUID | None, values: Mapping[str, Any]) -> ItemRow:
        """Enter an item under an address that no other has."""
        given = {name: values[name] for name in SHEET if values.get(name) is not None}
        row = ItemRow(owner_organisation_id=owner, slug=await self._free_slug(values["title"]), **given)
        self._session.add(row)
        await self._session.flush()
        return row

    async def _free_slug(self, title: str) -> str:
        slug = slug_of(title)
        taken = RESERVED_SLUGS.union(await self._session.scalars(_SLUGS, {"slug": slug}))
        number = 2
        free = slug
        while free in taken:
            free, number = f"{slug}-{number}", number + 1
        return free

    async def add_format(self, item_id: UUID, values: Mapping[str, Any]) -> ItemFormatRow:
        """Give an item a format with its units."""
        given = {name: values[name] for name in FORMAT if values.get(name) is not None}
        row = ItemFormatRow(item_id=item_id, **given)
        self._session.add(row)
        await self._session.flush()
        for copy_number in range(1, values["copies"] + 1):
            modules: Iterable[tuple[int | None, str | None]] = enumerate(values["modules"], 1)
            for number, name in modules if values["modules"] else [(None, None)]:
                self._session.add(
                    UnitRow(format_id=row.id, copy_number=copy_number, module_number=number, name=name)
                )
        await self._session.flush()
        return row

    async def format(self, item_id: UUID, format_id: UUID) -> ItemFormatRow | None:
        """Return a format of an item."""
        row = ItemFormatRow
        return await self._session.scalar(select(row).where(row.id == format_id, row.item_id == item_id))

    async def units(self, format_id: UUID) -> Sequence[UnitRow]:
        """Return the units of a format, held in the order of their ids, as those who block them do."""
        row = UnitRow
        asked = select(row).where(row.format_id == format_id).order_by(row.id).with_for_update()
        return (await self._session.scalars(asked)).all()

    async def unit(self, caller: Caller, unit_id: UUID) -> dict[str, Any] | None:
        """Return a unit of an item that the caller lends."""
        await self._session.flush()
        found = await self._session.execute(_UNIT, {**who(caller), "id": unit_id})
        row = found.mappings().one_or_none()
        return None if row is None else dict(row)

    async def held_unit(self, unit_id: UUID) -> UnitRow | None:
        """Return a unit, held until the transaction ends."""
        asked = select(UnitRow).where(UnitRow.id == unit_id).with_for_update(key_share=True)
        return await self._session.scalar(asked.execution_options(populate_existing=True))

    async def photo(self, item_id: UUID, photo_id: UUID) -> ItemPhotoRow | None:
        """Return a photograph of an item."""
        row = ItemPhotoRow
        return await self._session.scalar(select(row).where(row.id == photo_id, row.item_id == item_id))

    async def document(self, item_id: UUID, document_id: UUID) -> ItemDocumentRow | None:
        """Return a document of an item."""
        row = ItemDocumentRow
        return await self._session.scalar(select(row).where(row.id == document_id, row.item_id == item_id))

    async def merge(self, organisation_id: UUID, into: UUID) -> None:
        """Give the items of an organisation to the one that it is now."""
        for statement in _MERGE:
            await self._session.execute(statement, {"id": organisation_id, "into": into})

    async def forget_address(self, digest: str) -> None:
        """Leave no item the address of somebody who was erased, by its SHA-256 in hexadecimal."""
        await self._session.execute(_FORGET, {"digest": digest})


def who(caller: Caller) -> dict[str, Any]:
    """Return by what statements know whose items a caller lends: everybody's (`all`), or these organisations'."""
    return {"all": caller.is_lender, "organisations": sorted(caller.organisations)}
