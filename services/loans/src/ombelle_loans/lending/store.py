"""Statements of lenders' settings and tariffs. Whoever may not lend for a lender finds nothing of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping, Select, Uuid, bindparam, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.callers import Caller
from ombelle_loans.lending.domain import DEFAULTS
from ombelle_loans.lending.tables import LenderSettingsRow, PickupPlaceRow, TariffRow

# The agency has no row in the directory: it comes first, under the name that it is called by.
_LENDERS: Final = text("""
WITH mine AS (
  SELECT CAST(NULL AS uuid) AS id, CAST(:agency AS text) AS name, 0 AS rank WHERE :all
  UNION ALL
  SELECT o.organisation_id, o.name, 1 FROM organisation_copy o
  WHERE o.name IS NOT NULL AND o.merged_into IS NULL AND (o.organisation_id = ANY (:organisations)
    OR :all AND (EXISTS (SELECT FROM lender_settings s WHERE s.organisation_id = o.organisation_id)
      OR EXISTS (SELECT FROM item i WHERE i.owner_organisation_id = o.organisation_id)))
), ordered AS (
  SELECT *, fold(name) AS folded, coalesce(id, '00000000-0000-0000-0000-000000000000') AS key FROM mine
)
SELECT every.total, page.* FROM (SELECT count(*) AS total FROM mine) AS every
LEFT JOIN LATERAL (
  SELECT o.id, o.name, o.rank, o.folded, o.key,
    EXISTS (SELECT FROM lender_settings s WHERE s.organisation_id IS NOT DISTINCT FROM o.id) AS has_settings,
    (SELECT count(*) FROM item i WHERE i.owner_organisation_id IS NOT DISTINCT FROM o.id) AS items
  FROM ordered o WHERE (o.rank, o.folded, o.key) > (:rank, :folded, :key)
  ORDER BY o.rank, o.folded, o.key LIMIT :count
) AS page ON true
ORDER BY page.rank, page.folded, page.key
""").bindparams(bindparam("organisations", type_=ARRAY(Uuid)))
_TARIFFS: Final = text("""
WITH found AS (
  SELECT t.id, t.organisation_id, CASE WHEN t.organisation_id IS NULL THEN :agency ELSE o.name END AS lender_name,
    t.category, lower(t.in_force) AS starts_on, upper(t.in_force) - 1 AS ends_on, t.basis, t.period_days,
    t.member_cents, t.other_cents, t.version,
    coalesce(t.organisation_id, '00000000-0000-0000-0000-000000000000') AS lender_key,
    date '9999-12-31' - lower(t.in_force) AS age
  FROM tariff t LEFT JOIN organisation_copy o USING (organisation_id)
  WHERE (:all OR t.organisation_id = ANY (:organisations))
    AND (NOT :of_agency OR t.organisation_id IS NULL)
    AND (CAST(:lender AS uuid) IS NULL OR t.organisation_id = :lender)
    AND (CAST(:category AS text) IS NULL OR t.category = :category)
    AND (CAST(:on AS date) IS NULL OR t.in_force @> CAST(:on AS date))
    AND (CAST(:id AS uuid) IS NULL OR t.id = :id)
)
SELECT every.total, page.* FROM (SELECT count(*) AS total FROM found) AS every
LEFT JOIN LATERAL (
  SELECT * FROM found WHERE (lender_key, category, age, id) > (:after_lender, :after_category, :after_age, :after_id)
  ORDER BY lender_key, category, age, id LIMIT :count
) AS page ON true
ORDER BY lender_key, category, age, id
""").bindparams(
    bindparam("organisations", type_=ARRAY(Uuid)),
    bindparam("lender", type_=Uuid),
    bindparam("id", type_=Uuid),
)
_OVERLAPPING: Final = text("""
SELECT id FROM tariff WHERE organisation_id IS NOT DISTINCT FROM :organisation_id AND category = :category
  AND in_force && daterange(:starts_on, :ends_on, '[]') AND id IS DISTINCT FROM :but ORDER BY in_force
""").bindparams(bindparam("organisation_id", type_=Uuid), bindparam("but", type_=Uuid))
# What the organisation that stands has set holds; of the other one, only what it has nothing of comes along.
_MERGE: Final = (
    text("INSERT INTO organisation_copy (organisation_id, version) VALUES (:into, 0) ON CONFLICT DO NOTHING"),
    text("""
UPDATE lender_settings SET organisation_id = :into, version = version + 1 WHERE organisation_id = :id
  AND NOT EXISTS (SELECT FROM lender_settings s WHERE s.organisation_id = :into)
"""),
    text("""
UPDATE tariff SET organisation_id = :into, version = version + 1 WHERE organisation_id = :id
  AND NOT EXISTS (SELECT FROM tariff t WHERE t.organisation_id = :into)
"""),
)
_FORGET: Final = text("""
UPDATE lender_settings SET email = NULL, version = version + 1, updated_at = now()
WHERE encode(sha256(convert_to(lower(email), 'UTF8')), 'hex') = :digest
""")


class LendingStore:
    """Settings, pick-up places and tariffs, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def lenders(
        self, caller: Caller, agency: str, *, after: tuple[int, str, UUID], count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return the lenders that the caller lends for, and how many there are in all."""
        rank, folded, key = after
        values = {**who(caller), "agency": agency, "rank": rank, "folded": folded, "key": key, "count": count}
        return _paged((await self._session.execute(_LENDERS, values)).mappings(), "name")

    async def settings(self, organisation_id: UUID | None) -> LenderSettingsRow | None:
        """Return what a lender has set, `None` where it has set nothing."""
        return await self._session.scalar(_settings_of(organisation_id))

    async def held_settings(self, organisation_id: UUID | None) -> LenderSettingsRow:
        """Return what a lender has set, made where there was nothing, and held until the transaction ends."""
        made = insert(LenderSettingsRow).values(organisation_id=organisation_id, version=0)
        await self._session.execute(made.on_conflict_do_nothing())
        asked = _settings_of(organisation_id).with_for_update()
        return (await self._session.scalars(asked.execution_options(populate_existing=True))).one()

    async def places(self, settings_id: UUID | None) -> Sequence[PickupPlaceRow]:
        """Return a lender's pick-up places that are used."""
        row = PickupPlaceRow
        asked = select(row).where(row.settings_id == settings_id, row.ended_at.is_(None))
        return (await self._session.scalars(asked.order_by(row.position, row.id))).all()

    async def set_places(self, settings_id: UUID, wanted: Sequence[Mapping[str, Any]]) -> None:
        """Make these a lender's pick-up places: each one's `id` is one of its own, or nothing."""
        present = {row.id: row for row in await self.places(settings_id)}
        kept = {one["id"] for one in wanted}
        for place in present.values():
            if place.id not in kept:
                place.ended_at = datetime.now(UTC)
        for position, one in enumerate(wanted):
            values = {name: value for name, value in one.items() if name != "id"} | {"position": position}
            if one["id"] is None:
                self._session.add(PickupPlaceRow(settings_id=settings_id, **values))
                continue
            for name, value in values.items():
                setattr(present[one["id"]], name, value)
        await self._session.flush()

    async def tariffs(
        self,
        caller: Caller,
        agency: str,
        filters: Mapping[str, Any],
        *,
        after: tuple[UUID, str, int, UUID],
        count: int,
    ) -> tuple[list[dict[str, Any]], int]:
        """Return tariffs of lenders that the caller lends for, and how many the filters find in all."""
        lender = filters.get("lender")
        names = ("after_lender", "after_category", "after_age", "after_id")
        values = {
            **who(caller), **dict(zip(names, after, strict=True)), "agency": agency, "count": count,
            "of_agency": lender == "agency", "lender": None if lender == "agency" else lender,
            "category": filters.get("category"), "on": filters.get("on"), "id": filters.get("id"),
        }  # fmt: skip
        return _paged((await self._session.execute(_TARIFFS, values)).mappings(), "id")

    async def tariff(self, tariff_id: UUID, *, lock: bool = False) -> TariffRow | None:
        """Return a tariff, with `lock` held until the transaction ends."""
        asked = select(TariffRow).where(TariffRow.id == tariff_id)
        return await self._session.scalar(asked.with_for_update() if lock else asked)

    async def tariff_on(self, organisation_id: UUID | None, category: str, day: date) -> TariffRow | None:
        """Return the tariff of a lender for loans of a category that begin on this day, `None` where it has none."""
        row = TariffRow
        return await self._session.scalar(
            select(row).where(
                row.organisation_id.is_not_distinct_from(organisation_id),
                row.category == category,
                row.in_force.contains(func.date(day)),
            )
        )

    async def overlapping(
        self, organisation_id: UUID | None, category: str, days: tuple[date, date | None], but: UUID | None
    ) -> list[UUID]:
        """Return the tariffs of a lender for a category that hold on one of these days."""
        values = {
            "organisation_id": organisation_id, "category": category, "starts_on": days[0], "ends_on": days[1],
            "but": but,
        }  # fmt: skip
        return list((await self._session.scalars(_OVERLAPPING, values)).all())

    async def merge(self, organisation_id: UUID, into: UUID) -> None:
        """Give what an organisation had set to the one that it is now, where that one has set nothing itself."""
        for statement in _MERGE:
            await self._session.execute(statement, {"id": organisation_id, "into": into})

    async def forget_address(self, digest: str) -> None:
        """Leave no lender the address of somebody who was erased, by its SHA-256 in hexadecimal."""
        await self._session.execute(_FORGET, {"digest": digest})


def settings_values(row: LenderSettingsRow | None) -> dict[str, Any]:
    """Return what a lender has set by name, defaults where it has set nothing."""
    if row is None:
        return {**DEFAULTS, "version": 0, "updated_at": None}
    return {name: getattr(row, name) for name in (*DEFAULTS, "version", "updated_at")}


def _settings_of(organisation_id: UUID | None) -> Select[LenderSettingsRow]:
    row = LenderSettingsRow
    return select(row).where(row.organisation_id.is_not_distinct_from(organisation_id))


def who(caller: Caller) -> dict[str, Any]:
    """Return by what statements know whom a caller lends for: everybody (`all`), or these organisations."""
    return {"all": caller.is_lender, "organisations": sorted(caller.organisations)}


def _paged(found: Iterable[RowMapping], key: str) -> tuple[list[dict[str, Any]], int]:
    rows = [dict(row) for row in found]
    return [row for row in rows if row[key] is not None], int(rows[0]["total"])
