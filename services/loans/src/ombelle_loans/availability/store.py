"""Statements of availability: what blocks units, read and written. Writers hold the units' locks (`lock`)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import TextClause, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as SQL_UUID
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.availability.computing import HORIZON
from ombelle_loans.availability.days import Calendar, Days
from ombelle_loans.availability.domain import FURTHEST, Block, BlockKind, Rules, Unit
from ombelle_loans.availability.public_holidays import public_holidays

MARGIN: Final = timedelta(days=200)
"""More civil days than the longest buffers and closures of a lender take."""
# A lender's closures come with each format: a handful, and one statement instead of two.
RULES_OF: Final = """
SELECT f.id AS format_id, f.item_id, i.slug, i.title, f.format, f.label, r.lender_organisation_id,
  i.handling = 'handled_here' AND i.publication = 'published' AS is_lent_here,
  i.publication = 'draft' AS is_draft, r.hold_days,
  least(i.retired_on, f.retired_on) AS retired_on, r.opening_days, r.near_departments, r.notice_days, r.min_days,
  r.max_days, r.buffer_before_days, r.buffer_after_days, r.far_buffer_before_days, r.far_buffer_after_days, (
    SELECT coalesce(json_agg(json_build_array(lower(c.days), upper(c.days) - 1, c.label) ORDER BY c.days, c.id), '[]')
    FROM closure c WHERE c.organisation_id IS NOT DISTINCT FROM r.lender_organisation_id
      AND c.days && daterange(:first, :last, '[]')) AS closures
FROM item_format f JOIN item i ON i.id = f.item_id JOIN item_rule r ON r.item_id = f.item_id
WHERE {} ORDER BY f.item_id, f.position, f.id
"""
_FORMATS: Final = bindparam("formats", type_=ARRAY(SQL_UUID))
_RULES: Final = text(RULES_OF.format("f.id = ANY (:formats)")).bindparams(_FORMATS)
_OF_ITEMS: Final = text(RULES_OF.format("f.item_id = ANY (:items)")).bindparams(
    bindparam("items", type_=ARRAY(SQL_UUID))
)
_PUBLISHED: Final = text(
    RULES_OF.format("i.publication = 'published' AND (i.slug = :slug OR i.id = CAST(:item AS uuid))")
)
_LOCK: Final = text("SELECT id FROM unit WHERE format_id = ANY (:formats) ORDER BY id FOR UPDATE").bindparams(
    bindparam("formats", type_=ARRAY(SQL_UUID))
)
# What was lent and never released still blocks, however long ago it should have been back.
UNITS_OF: Final = """
SELECT u.format_id, u.id, u.copy_number, u.module_number, coalesce(u.name, '') AS name, u.state = 'usable' AS is_usable,
  b.id AS block_id, b.kind, b.loan_id, lower(b.period) AS first, upper(b.period) - 1 AS last,
  lower(b.blocked) AS blocked_first, upper(b.blocked) - 1 AS blocked_last, b.expires_at <= now() AS has_expired
FROM unit u LEFT JOIN LATERAL (
  SELECT * FROM unit_block b WHERE b.unit_id = u.id AND b.released_at IS NULL
    AND b.blocked && daterange(:first, :last, '[]')
  UNION ALL
  SELECT * FROM unit_block b WHERE b.unit_id = u.id AND b.released_at IS NULL AND b.kind = 'loan'
    AND upper(b.period) <= :first AND upper(b.blocked) <= :first
) b ON true
WHERE {} AND u.state <> 'retired'
"""
_UNITS: Final = text(UNITS_OF.format("u.format_id = ANY (:formats)")).bindparams(_FORMATS)
_INSERT: Final = text("""
INSERT INTO unit_block (unit_id, kind, loan_id, period, blocked, expires_at, reason)
SELECT id, :kind, :loan, daterange(:first, :last, '[]'), daterange(:blocked_first, :blocked_last, '[]'), :expires_at, :reason
FROM unnest(:units) AS id ORDER BY id
ON CONFLICT DO NOTHING RETURNING id
""").bindparams(bindparam("units", type_=ARRAY(SQL_UUID)))
_LAPSE: Final = text("""
UPDATE unit_block SET released_at = now(), version = version + 1
WHERE loan_id = ANY (:loans) AND kind = 'hold' AND released_at IS NULL AND expires_at <= now()
RETURNING loan_id
""").bindparams(bindparam("loans", type_=ARRAY(SQL_UUID)))
_OF_LOAN: Final = text("""
SELECT b.unit_id, u.format_id, b.kind, b.expires_at, b.expires_at <= now() AS has_expired
FROM unit_block b JOIN unit u ON u.id = b.unit_id
WHERE b.loan_id = :loan AND b.released_at IS NULL ORDER BY b.unit_id
""")
_MOVE: Final = text("""
UPDATE unit_block SET period = daterange(:first, :last, '[]'),
  blocked = daterange(:blocked_first, :blocked_last, '[]'), version = version + 1
WHERE loan_id = :loan AND released_at IS NULL RETURNING unit_id
""")
_LEND: Final = text("""
UPDATE unit_block SET kind = 'loan', expires_at = NULL, version = version + 1
WHERE loan_id = :loan AND released_at IS NULL AND (expires_at IS NULL OR expires_at > now()) RETURNING unit_id
""")
_HOLD_UNTIL: Final = text("""
UPDATE unit_block SET expires_at = :until, version = version + 1
WHERE loan_id = :loan AND released_at IS NULL AND kind = 'hold' AND (expires_at IS NULL OR expires_at > now())
RETURNING unit_id
""")
_RELEASE: Final = text("""
UPDATE unit_block SET released_at = now(), version = version + 1
WHERE loan_id = :loan AND released_at IS NULL RETURNING unit_id
""")
_LATE: Final = text("""
SELECT b.id, b.unit_id, u.format_id FROM unit_block b JOIN unit u ON u.id = b.unit_id
WHERE b.released_at IS NULL AND b.kind = 'loan' AND upper(b.period) <= :today
""")
# Up to the next block and no further: the two would refuse one another. Nothing becomes shorter, and the days of the
# loan stay what they are.
_EXTEND: Final = text("""
UPDATE unit_block b SET version = b.version + 1,
  blocked = daterange(lower(b.blocked), greatest(upper(b.blocked), least(w.blocked_until, n.begins)))
FROM unnest(CAST(:ids AS uuid[]), CAST(:until AS date[])) AS w (id, blocked_until)
JOIN unit_block mine ON mine.id = w.id
LEFT JOIN LATERAL (
  SELECT lower(o.blocked) AS begins, o.loan_id FROM unit_block o
  WHERE o.unit_id = mine.unit_id AND o.released_at IS NULL AND o.id <> mine.id AND o.blocked >> mine.blocked
  ORDER BY o.blocked LIMIT 1) n ON true
WHERE b.id = w.id AND b.released_at IS NULL AND upper(b.blocked) < least(w.blocked_until, n.begins)
RETURNING b.loan_id, b.unit_id, CASE WHEN n.begins < w.blocked_until THEN n.loan_id END AS at_risk
""")


@dataclass(frozen=True, slots=True)
class FormatRules:
    """A format with what its lender settled: `rules_for` resolves it for a place of use."""

    row: Mapping[str, Any]
    calendar: Calendar

    @property
    def format_id(self) -> UUID:
        """The format."""
        found: UUID = self.row["format_id"]
        return found

    def rules_for(self, department: str | None) -> Rules:
        """Return the rules of a loan used in this department; where none is told, the near one's buffers."""
        near = self.row["near_departments"]
        far = "far_" if department and near and department not in near else ""
        return Rules(
            calendar=self.calendar,
            buffer_before=self.row[f"{far}buffer_before_days"],
            buffer_after=self.row[f"{far}buffer_after_days"],
            notice_days=self.row["notice_days"],
            minimum_days=self.row["min_days"],
            maximum_days=self.row["max_days"],
            retired_on=self.row["retired_on"],
            is_lent_here=self.row["is_lent_here"],
        )


@dataclass(frozen=True, slots=True)
class Late:
    """A unit that should be back, blocked from now on. `at_risk` is the loan that comes next, when it is too near."""

    loan_id: UUID
    unit_id: UUID
    at_risk: UUID | None


class AvailabilityStore:
    """What blocks units, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def rules(self, formats: Collection[UUID], span: Days) -> list[FormatRules]:
        """Return these formats with their lenders' rules, over calendars of these days, in the order of items."""
        return await self._rules(_RULES, span, {"formats": list(formats)})

    async def rules_of_items(self, items: Collection[UUID], span: Days) -> list[FormatRules]:
        """Return every format of these items, as `rules` does."""
        return await self._rules(_OF_ITEMS, span, {"items": list(items)})

    async def rules_of_published(self, item: UUID | str, span: Days) -> list[FormatRules]:
        """Return the formats of a published item, by its id or its slug, as `rules` does; else none."""
        slug, item_id = (None, item) if isinstance(item, UUID) else (item, None)
        return await self._rules(_PUBLISHED, span, {"slug": slug, "item": item_id})

    async def _rules(self, statement: TextClause, span: Days, values: Mapping[str, Any]) -> list[FormatRules]:
        asked = {**values, "first": span.first, "last": span.last}
        rows = (await self._session.execute(statement, asked)).mappings().all()
        return [rules_of(dict(row), span) for row in rows]

    async def lock(self, formats: Collection[UUID]) -> None:
        """Lock every unit of these formats, in the order of ids: a statement after this one reads what then stands."""
        await self._session.execute(_LOCK, {"formats": list(formats)})

    async def units(self, formats: Collection[UUID], span: Days) -> tuple[dict[UUID, list[Unit]], set[UUID]]:
        """Return the units of each format with what blocks them on these days, and the loans whose hold has expired.

        These block nothing any more, though they are not released yet.
        """
        values = {"formats": list(formats), "first": span.first, "last": span.last}
        return units_of(formats, (await self._session.execute(_UNITS, values)).all())

    async def block(
        self,
        units: Sequence[UUID],
        kind: BlockKind,
        days: Days,
        blocked: Days,
        *,
        loan_id: UUID | None = None,
        expires_at: datetime | None = None,
        reason: str | None = None,
    ) -> list[UUID]:
        """Block units; return the ids of the blocks, fewer than units where one of them is not free.

        A conflict is told by what is missing, since a transaction that the constraint stops could say no more why.
        """
        values: dict[str, Any] = {**_days(days, blocked), "units": list(units), "kind": kind, "loan": loan_id}
        values |= {"expires_at": expires_at, "reason": reason}
        return list(await self._session.scalars(_INSERT, values))

    async def lapse(self, loans: Collection[UUID]) -> list[UUID]:
        """Release the holds of these loans that have expired; return the loans whose was."""
        return sorted(set(await self._session.scalars(_LAPSE, {"loans": list(loans)})))

    async def of_loan(self, loan_id: UUID) -> list[Any]:
        """Return what a loan blocks: `unit_id`, `format_id`, `kind`, `expires_at`, `has_expired`."""
        return list((await self._session.execute(_OF_LOAN, {"loan": loan_id})).all())

    async def move(self, loan_id: UUID, days: Days, blocked: Days) -> list[UUID]:
        """Let a loan block other days on the units it has; return them."""
        return list(await self._session.scalars(_MOVE, {**_days(days, blocked), "loan": loan_id}))

    async def lend(self, loan_id: UUID) -> list[UUID]:
        """Make a hold that has not expired a loan; return its units."""
        return list(await self._session.scalars(_LEND, {"loan": loan_id}))

    async def hold_until(self, loan_id: UUID, until: datetime) -> list[UUID]:
        """Let a hold that has not expired last until then; return its units."""
        return list(await self._session.scalars(_HOLD_UNTIL, {"loan": loan_id, "until": until}))

    async def release(self, loan_id: UUID) -> list[UUID]:
        """Release what a loan blocks; return its units."""
        return list(await self._session.scalars(_RELEASE, {"loan": loan_id}))

    async def late(self, today: date) -> list[Any]:
        """Return what was lent and should be back: `id`, `unit_id`, `format_id`."""
        return list((await self._session.execute(_LATE, {"today": today})).all())

    async def extend(self, until: Mapping[UUID, date]) -> list[Late]:
        """Let these blocks last until a day, excluded, or until the next block."""
        values = {"ids": list(until), "until": list(until.values())}
        return [Late(*row) for row in (await self._session.execute(_EXTEND, values)).all()]


def rules_of(row: Mapping[str, Any], span: Days) -> FormatRules:
    """Return a format of a row of `RULES_OF`, over a calendar of these days."""
    closures = tuple((first, last, label) for first, last, label in row["closures"])
    years = Days(span.first.replace(month=1, day=1), span.last.replace(month=12, day=31))
    return FormatRules(dict(row), _calendar(years, frozenset(row["opening_days"]), closures))


def units_of(formats: Collection[UUID], rows: Iterable[Any]) -> tuple[dict[UUID, list[Unit]], set[UUID]]:
    """Return what `AvailabilityStore.units` does, of rows of its statement: one a unit without blocks, else one a block."""
    blocks: dict[UUID, list[Block]] = {}
    units: dict[UUID, Sequence[Any]] = {}
    expired: set[UUID] = set()
    for row in rows:
        _, unit_id, *_, block_id, kind, loan_id, first, last, blocked_first, blocked_last, has_expired = row
        units[unit_id] = row
        if has_expired:
            expired.add(loan_id)
        elif block_id is not None:
            block = Block(kind, Days(first, last), Days(blocked_first, blocked_last), block_id, loan_id)
            blocks.setdefault(unit_id, []).append(block)
    found: dict[UUID, list[Unit]] = {one: [] for one in formats}
    for unit_id, (format_id, _, copy_number, module_number, name, is_usable, *_) in units.items():
        unit = Unit(unit_id, copy_number, module_number, name, is_usable, tuple(blocks.get(unit_id, ())))
        found[format_id].append(unit)
    return found, expired


def reach_of(days: Days, today: date) -> Days:
    """Return the days that matter to an answer about these: buffers around them, and where the next free ones may be.

    Whatever is refused for being too far or past is answered without its calendar.
    """
    first = max(min(days.first, today), today - HORIZON)
    last = max(min(days.last, today + FURTHEST), today)
    return Days(first - MARGIN, last + HORIZON + MARGIN)


# Thousands of days, which are the same for everybody who asks a lender: of whole years, whatever days are asked for.
@lru_cache(maxsize=64)
def _calendar(
    span: Days, opening_days: frozenset[int], closures: tuple[tuple[str, str, str], ...]
) -> Calendar:
    return Calendar(
        span,
        opening_days=opening_days,
        closures=[
            (Days(date.fromisoformat(first), date.fromisoformat(last)), label)
            for first, last, label in closures
        ],
        holidays=public_holidays(span),
    )


def _days(days: Days, blocked: Days) -> dict[str, date]:
    return {
        "first": days.first,
        "last": days.last,
        "blocked_first": blocked.first,
        "blocked_last": blocked.last,
    }
