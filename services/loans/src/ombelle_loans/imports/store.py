"""Statements of imports: each takes every row of a table at once, as JSON. They say what was new and what changed."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

import orjson
from sqlalchemy import ARRAY, Text, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

# By name and, where it is told, commune; the one that is written just so goes before those that only sound alike.
_CANDIDATES: Final = text("""
SELECT w.external_id, CASE count(*) FILTER (WHERE o.name = w.name)
  WHEN 1 THEN array_agg(o.organisation_id) FILTER (WHERE o.name = w.name)
  ELSE array_remove(array_agg(o.organisation_id), NULL) END AS found
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w (external_id text, name text, insee text)
LEFT JOIN organisation_copy o ON o.merged_into IS NULL AND o.name IS NOT NULL
  AND fold(o.name) = fold(w.name) AND (w.insee IS NULL OR o.commune_insee = w.insee)
GROUP BY w.external_id
""")
_REFER: Final = text("""
INSERT INTO organisation_reference AS r (external_id, organisation_id)
SELECT external_id, organisation_id
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w (external_id text, organisation_id uuid)
ON CONFLICT (external_id) DO UPDATE SET organisation_id = excluded.organisation_id
WHERE r.organisation_id <> excluded.organisation_id
RETURNING old.external_id IS NULL AS is_new
""")
_STANDING: Final = text("""
SELECT w.name AS external_id, o.organisation_id, o.name, o.commune_insee, o.commune_name, o.department
FROM unnest(CAST(:names AS text[])) AS w (name)
LEFT JOIN organisation_reference r ON r.external_id = w.name
JOIN organisation_copy o ON o.organisation_id::text = coalesce(r.organisation_id::text, w.name)
WHERE o.merged_into IS NULL AND o.name IS NOT NULL
""")
_FORMATS: Final = text("""
SELECT f.external_id, f.id AS format_id, f.item_id, f.added_on FROM item_format f WHERE f.external_id = ANY (:names)
""").bindparams(bindparam("names", type_=ARRAY(Text)))
_IDS: Final = text("SELECT uuidv7() FROM generate_series(1, :count)")
_SLUGS: Final = text("SELECT slug FROM item WHERE slug = ANY (:slugs)").bindparams(
    bindparam("slugs", type_=ARRAY(Text))
)
_ADD_ITEMS: Final = text("""
INSERT INTO item (id, slug, owner_organisation_id, title, category, abstract, description, themes, audiences, producer,
  year, space_m2, weight_kg, packages, needs_power, insurance_value_cents, handling, contact_email, contact_phone,
  publication, published_at, added_on, retired_on)
SELECT id, slug, owner, title, category, abstract, description, themes, audiences, producer, year, space_m2, weight_kg,
  packages, needs_power, insurance_value_cents, handling, contact_email, contact_phone, 'published', now(), added_on,
  retired_on
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w (id uuid, slug text, owner uuid, title text, category text,
  abstract text, description text, themes text[], audiences text[], producer text, year smallint, space_m2 integer,
  weight_kg integer, packages integer, needs_power boolean, insurance_value_cents bigint, handling text,
  contact_email text, contact_phone text, added_on date, retired_on date)
""")
_ADD_FORMATS: Final = text("""
INSERT INTO item_format (id, item_id, format, external_id, panels, insurance_value_cents, position, added_on, retired_on)
SELECT id, item_id, format, external_id, panels, insurance_value_cents, position, added_on, retired_on
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w (id uuid, item_id uuid, format text, external_id text, panels integer,
  insurance_value_cents bigint, position smallint, added_on date, retired_on date)
""")
_ADD_UNITS: Final = text("""
INSERT INTO unit (format_id, copy_number)
SELECT w.id, copy FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w (id uuid, copies integer),
  generate_series(1, w.copies) AS copy ORDER BY w.id, copy
""")
_LOANS: Final = text("""
SELECT l.external_id, l.id, l.request_id, l.origin, l.status, l.format_id, l.starts_on, l.ends_on, l.fee_cents,
  l.returned_on, l.cancelled_on, l.cancelled_by, l.cancel_reason, r.organisation_id, r.channel, r.pass_culture_offer,
  i.owner_organisation_id
FROM loan l JOIN loan_request r ON r.id = l.request_id JOIN item i ON i.id = l.item_id
WHERE l.external_id = ANY (:names)
""").bindparams(bindparam("names", type_=ARRAY(Text)))
_REQUEST_COLUMNS: Final = """
jsonb_to_recordset(CAST(:rows AS jsonb)) AS w (id uuid, request_id uuid, item_id uuid, format_id uuid, external_id text,
  status text, starts_on date, ends_on date, days integer, notice integer, cancelled_by text, cancel_reason text,
  cancelled_on date, fee_cents bigint, organisation_id uuid, place_name text, commune_insee text, commune_name text,
  department text, channel text, offer text, returned_on date)
"""
# One of before Ombelle has no history of its own at pass Culture, where nobody told its number.
_ADD_REQUESTS: Final = text(f"""
INSERT INTO loan_request (id, organisation_id, place_name, commune_insee, commune_name, department, channel,
  pass_culture_offer, pass_culture_state, created_by)
SELECT request_id, organisation_id, place_name, commune_insee, commune_name, department, channel, offer,
  CASE WHEN channel = 'pass_culture' THEN CASE WHEN offer IS NULL THEN 'pre_booked' ELSE 'done' END END, 'import'
FROM {_REQUEST_COLUMNS}
""")
_ADD_LOANS: Final = text(f"""
INSERT INTO loan (id, request_id, item_id, format_id, status, origin, external_id, starts_on, ends_on, cancelled_by,
  cancel_reason, cancelled_on, days_lost, notice_days, fee_state, fee_cents, went_out_on, returned_on)
SELECT id, request_id, item_id, format_id, status, 'imported', external_id, starts_on, ends_on, cancelled_by,
  cancel_reason, cancelled_on, days, notice, 'settled', fee_cents,
  CASE WHEN status IN ('out', 'returned', 'inspected', 'closed') THEN starts_on END, returned_on
FROM {_REQUEST_COLUMNS}
""")
_ADD_ENTRIES: Final = text("""
INSERT INTO loan_entry (loan_id, actor, part, action, status)
SELECT id, :actor, 'lender', 'import', status FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w (id uuid, status text)
""")
_UNITS: Final = text("""
SELECT u.format_id, u.copy_number, array_agg(u.id ORDER BY u.id) AS units,
  (SELECT coalesce(json_agg(json_build_array(lower(b.blocked), upper(b.blocked) - 1)), '[]') FROM unit_block b
   JOIN unit o ON o.id = b.unit_id WHERE o.format_id = u.format_id AND o.copy_number = u.copy_number
     AND b.released_at IS NULL) AS blocks
FROM unit u WHERE u.format_id = ANY (:formats) AND u.state = 'usable'
GROUP BY u.format_id, u.copy_number ORDER BY u.format_id, u.copy_number
""").bindparams(bindparam("formats", type_=ARRAY(Uuid)))
_LOCK_UNITS: Final = text(
    "SELECT id FROM unit WHERE format_id = ANY (:formats) ORDER BY id FOR UPDATE"
).bindparams(bindparam("formats", type_=ARRAY(Uuid)))
_ADD_LOAN_UNITS: Final = text("""
INSERT INTO loan_unit (loan_id, unit_id)
SELECT id, unit FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w (id uuid, units uuid[]), unnest(w.units) AS unit
""")
_ADD_BLOCKS: Final = text("""
INSERT INTO unit_block (unit_id, kind, loan_id, period, blocked)
SELECT unit, 'loan', id, daterange(starts_on, ends_on, '[]'), daterange(starts_on, ends_on, '[]')
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w (id uuid, units uuid[], starts_on date, ends_on date),
  unnest(w.units) AS unit
""")
_CHANGE_REQUESTS: Final = text(f"""
UPDATE loan_request r SET organisation_id = w.organisation_id, place_name = w.place_name,
  commune_insee = w.commune_insee, commune_name = w.commune_name, department = w.department, channel = w.channel,
  pass_culture_offer = w.offer, pass_culture_state =
    CASE WHEN w.channel = 'pass_culture' THEN CASE WHEN w.offer IS NULL THEN 'pre_booked' ELSE 'done' END END,
  version = r.version + 1, updated_at = now()
FROM {_REQUEST_COLUMNS} WHERE r.id = w.request_id
""")
_CHANGE_LOANS: Final = text(f"""
UPDATE loan l SET starts_on = w.starts_on, ends_on = w.ends_on, cancelled_by = w.cancelled_by,
  cancel_reason = w.cancel_reason, cancelled_on = w.cancelled_on, days_lost = w.days, notice_days = w.notice,
  fee_cents = w.fee_cents, went_out_on = CASE WHEN l.went_out_on IS NOT NULL THEN w.starts_on END,
  returned_on = w.returned_on, version = l.version + 1, updated_at = now()
FROM {_REQUEST_COLUMNS} WHERE l.id = w.id
""")
# What people answered here since stays as they said it.
_EVALUATE: Final = text("""
INSERT INTO evaluation AS e (loan_id, state, origin, asked_at, first_time, how_known, audience_method, audience,
  audience_types, satisfaction, satisfaction_welcome, satisfaction_logistics, pleased, content_remarks, answered_at,
  answered_by)
SELECT loan_id, 'answered', 'imported', answered_at, first_time, how_known, audience_method, audience, audience_types,
  satisfaction, satisfaction_welcome, satisfaction_logistics, pleased, content_remarks, answered_at, 'import'
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w (loan_id uuid, first_time boolean, how_known text,
  audience_method text, audience integer, audience_types text[], satisfaction text, satisfaction_welcome text,
  satisfaction_logistics text, pleased text, content_remarks text, answered_at timestamptz)
ON CONFLICT (loan_id) DO UPDATE SET first_time = excluded.first_time, how_known = excluded.how_known,
  audience_method = excluded.audience_method, audience = excluded.audience, audience_types = excluded.audience_types,
  satisfaction = excluded.satisfaction, satisfaction_welcome = excluded.satisfaction_welcome,
  satisfaction_logistics = excluded.satisfaction_logistics, pleased = excluded.pleased,
  content_remarks = excluded.content_remarks, answered_at = excluded.answered_at, version = e.version + 1
WHERE e.origin = 'imported' AND e.answered_by = 'import'
  AND (e.first_time, e.how_known, e.audience_method, e.audience, e.audience_types, e.satisfaction,
    e.satisfaction_welcome, e.satisfaction_logistics, e.pleased, e.content_remarks, e.answered_at)
  IS DISTINCT FROM (excluded.first_time, excluded.how_known, excluded.audience_method, excluded.audience,
    excluded.audience_types, excluded.satisfaction, excluded.satisfaction_welcome, excluded.satisfaction_logistics,
    excluded.pleased, excluded.content_remarks, excluded.answered_at)
RETURNING old.id IS NULL AS is_new
""")
_TASKS: Final = text("""
INSERT INTO content_task (evaluation_id, item_id, remark)
SELECT e.id, l.item_id, e.content_remarks FROM evaluation e JOIN loan l ON l.id = e.loan_id
WHERE e.loan_id = ANY (:loans) AND e.content_remarks IS NOT NULL ON CONFLICT (evaluation_id) DO NOTHING
""").bindparams(bindparam("loans", type_=ARRAY(Uuid)))

_RETURNS: Final = text("""
INSERT INTO contributor_return AS c (organisation_id, year, loans, days, answered_at, answered_by)
SELECT organisation_id, year, loans, days, now(), 'import'
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w (organisation_id uuid, year smallint, loans integer, days integer)
ON CONFLICT (organisation_id, year) DO UPDATE SET loans = excluded.loans, days = excluded.days,
  answered_at = coalesce(c.answered_at, excluded.answered_at), answered_by = 'import', version = c.version + 1
WHERE coalesce(c.answered_by, 'import') = 'import'
  AND (c.loans, c.days) IS DISTINCT FROM (excluded.loans, excluded.days)
RETURNING old.id IS NULL AS is_new
""")
_MERGE: Final = text(
    "UPDATE organisation_reference SET organisation_id = :into WHERE organisation_id = :gone"
)
Row = Mapping[str, Any]


class ImportStore:
    """Statements in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def ids(self, count: int) -> list[UUID]:
        """Return new ids, in the order of PostgreSQL's clock."""
        return list(await self._session.scalars(_IDS, {"count": count}))

    async def candidates(self, rows: Sequence[Row]) -> dict[str, list[UUID]]:
        """Return by external id the organisations that a row may mean."""
        found = await self._all(_CANDIDATES, rows)
        return {row["external_id"]: list(row["found"]) for row in found}

    async def refer(self, rows: Sequence[Row]) -> list[bool]:
        """Remember what organisations are called; for each that changed anything, whether it was new."""
        return [row["is_new"] for row in await self._all(_REFER, rows)]

    async def organisations(self, names: Collection[str]) -> dict[str, Row]:
        """Return by external id, or by the directory's own, the organisations that stand."""
        found = await self._session.execute(_STANDING, {"names": sorted(names)})
        return {row["external_id"]: dict(row) for row in found.mappings()}

    async def formats(self, names: Collection[str]) -> dict[str, list[Row]]:
        """Return by external id the formats of that name."""
        found: dict[str, list[Row]] = {}
        for row in (await self._session.execute(_FORMATS, {"names": sorted(names)})).mappings():
            found.setdefault(row["external_id"], []).append(dict(row))
        return found

    async def slugs(self, slugs: Collection[str]) -> set[str]:
        """Return those of these slugs that are taken."""
        return set(await self._session.scalars(_SLUGS, {"slugs": sorted(slugs)}))

    async def add_items(self, items: Sequence[Row], formats: Sequence[Row]) -> None:
        """Add items, formats and a unit for each copy."""
        for statement, rows in ((_ADD_ITEMS, items), (_ADD_FORMATS, formats), (_ADD_UNITS, formats)):
            await self._run(statement, rows)

    async def loans(self, names: Collection[str]) -> dict[str, Row]:
        """Return by external id the loans that were imported before."""
        found = await self._session.execute(_LOANS, {"names": sorted(names)})
        return {row["external_id"]: dict(row) for row in found.mappings()}

    async def add_loans(self, rows: Sequence[Row], actor: str) -> None:
        """Add loans, each with a request of its own, and the first line of their history."""
        await self._run(_ADD_REQUESTS, rows)
        await self._run(_ADD_LOANS, rows)
        await self._run(_ADD_ENTRIES, rows, actor=actor)

    async def copies(self, formats: Collection[UUID]) -> dict[UUID, list[Row]]:
        """Return by format its copies that can be lent whole, with the days that are blocked; they stay so."""
        values = {"formats": sorted(formats)}
        await self._session.execute(_LOCK_UNITS, values)
        found: dict[UUID, list[Row]] = {}
        for row in (await self._session.execute(_UNITS, values)).mappings():
            found.setdefault(row["format_id"], []).append(dict(row))
        return found

    async def block(self, rows: Sequence[Row]) -> None:
        """Block the units of loans for their days."""
        await self._run(_ADD_LOAN_UNITS, rows)
        await self._run(_ADD_BLOCKS, rows)

    async def change_loans(self, rows: Sequence[Row]) -> None:
        """Write these loans as the rows say now."""
        await self._run(_CHANGE_REQUESTS, rows)
        await self._run(_CHANGE_LOANS, rows)

    async def evaluate(self, rows: Sequence[Row]) -> list[bool]:
        """Write what borrowers said; for each that changed anything, whether it was new."""
        if not rows:
            return []
        written = [row["is_new"] for row in await self._all(_EVALUATE, rows)]
        await self._session.execute(_TASKS, {"loans": [row["loan_id"] for row in rows]})
        return written

    async def tell_returns(self, rows: Sequence[Row]) -> list[bool]:
        """Write what contributors told; for each that changed anything, whether it was new."""
        return [row["is_new"] for row in await self._all(_RETURNS, rows)]

    async def _all(self, statement: Any, rows: Sequence[Row]) -> list[Row]:
        found = await self._session.execute(statement, {"rows": _json(rows)})
        return [dict(row) for row in found.mappings()]

    async def _run(self, statement: Any, rows: Sequence[Row], **more: Any) -> None:
        if rows:
            await self._session.execute(statement, {"rows": _json(rows), **more})


def _json(rows: Sequence[Row]) -> str:
    return orjson.dumps(list(rows), default=str).decode()


async def follow_merge(session: AsyncSession, gone: UUID, into: UUID) -> None:
    """Let what imports call an organisation mean the one that it became."""
    await session.execute(_MERGE, {"gone": gone, "into": into})
