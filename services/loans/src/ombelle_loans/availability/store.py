"""Statements of availability: what blocks units, read and written. Writers hold the units' locks (`lock`)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import TextClause, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as SQL_UUID
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.availability.days import Days
from ombelle_loans.availability.domain import Block, BlockKind, Unit
from ombelle_loans.availability.lent_by import RULES_OF, FormatRules, rules_of

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


def _days(days: Days, blocked: Days) -> dict[str, date]:
    return {
        "first": days.first,
        "last": days.last,
        "blocked_first": blocked.first,
        "blocked_last": blocked.last,
    }
