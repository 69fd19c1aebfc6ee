from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

_FROM: Final = "FROM fee_tariff t WHERE (CAST(:on AS date) IS NULL OR t.period @> CAST(:on AS date))"
_PAGE: Final = text(f"""
SELECT t.id, lower(t.period) AS starts_on, upper(t.period) - 1 AS ends_on, t.adopted_on, t.note,
  t.period @> CAST(:today AS date) AS is_current, (SELECT count(*)::integer FROM fee f WHERE f.tariff_id = t.id) AS fees,
  (SELECT coalesce(json_agg(json_build_object('category', l.category, 'college', l.college, 'amount_cents', l.amount_cents)
    ORDER BY array_position('{{natural,small,medium,large}}', l.category), l.college NULLS FIRST), '[]')
   FROM fee_tariff_line l WHERE l.tariff_id = t.id) AS lines
{_FROM} AND lower(t.period) < :before ORDER BY lower(t.period) DESC LIMIT :count
""")  # noqa: S608 -- fragments of ours
_TOTAL: Final = text(f"SELECT count(*) {_FROM}")
_VERSION: Final = text("SELECT coalesce(sum(version), 0)::integer FROM fee_tariff")
_TAKE_TURNS: Final = text("SELECT pg_advisory_xact_lock(hashtextextended('fee_tariff', 0))")
# The one that begins on the day, and the day on which the next one begins.
_AROUND: Final = text("""
SELECT (SELECT id FROM fee_tariff WHERE lower(period) = :day) AS same,
  (SELECT min(lower(period)) FROM fee_tariff WHERE lower(period) > :day) AS next_day
""")
_END: Final = text("""
UPDATE fee_tariff SET period = daterange(lower(period), :day), version = version + 1
WHERE period @> CAST(:day AS date) AND lower(period) < :day
""")
_ADD: Final = text("""
INSERT INTO fee_tariff (period, adopted_on, note)
VALUES (daterange(CAST(:day AS date), CAST(:next_day AS date)), :adopted_on, :note) RETURNING id
""")
_CORRECT: Final = text("""
UPDATE fee_tariff SET adopted_on = :adopted_on, note = :note, version = version + 1 WHERE id = :id
""").bindparams(bindparam("id", type_=Uuid))
_IS_USED: Final = text("SELECT EXISTS (SELECT FROM fee WHERE tariff_id = :id)").bindparams(
    bindparam("id", type_=Uuid)
)
_CLEAR: Final = text("DELETE FROM fee_tariff_line WHERE tariff_id = :id").bindparams(
    bindparam("id", type_=Uuid)
)
_LINES: Final = text("""
INSERT INTO fee_tariff_line (tariff_id, category, college, amount_cents)
SELECT :id, l.category, l.college, l.amount_cents
FROM jsonb_to_recordset(:lines) AS l (category text, college text, amount_cents integer)
""").bindparams(bindparam("id", type_=Uuid), bindparam("lines", type_=JSONB))

_SETTINGS: Final = (
    "due_days", "remind_after_days", "remind_every_days", "most_reminders", "how_to_pay", "iban", "payment_link",
    "siret",
)  # fmt: skip
_READ: Final = f"SELECT {', '.join(_SETTINGS)}, version FROM fee_settings"  # noqa: S608
_SET: Final = text(
    f"UPDATE fee_settings SET {', '.join(f'{name} = :{name}' for name in _SETTINGS)}, version = version + 1"  # noqa: S608
)


class TariffStore:
    """Tariffs and settings of fees, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, *, on: date | None, today: date, before: date, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return tariffs, the latest first, and how many there are."""
        values = {"on": on, "today": today, "before": before, "count": count}
        rows = (await self._session.execute(_PAGE, values)).mappings()
        found = [dict(row) for row in rows]
        return found, int(await self._session.scalar(_TOTAL, {"on": on}) or 0)

    async def version(self) -> int:
        """Return a number that grows with each change of any tariff."""
        return int(await self._session.scalar(_VERSION) or 0)

    async def take_turns(self) -> None:
        """Let those who change tariffs do it one after the other."""
        await self._session.execute(_TAKE_TURNS)

    async def around(self, day: date) -> tuple[UUID | None, date | None]:
        """Return the tariff that begins on a day, and the day on which the next one begins."""
        row = (await self._session.execute(_AROUND, {"day": day})).one()
        return row.same, row.next_day

    async def is_used(self, tariff_id: UUID) -> bool:
        """Say whether a fee was called by a tariff."""
        return bool(await self._session.scalar(_IS_USED, {"id": tariff_id}))

    async def add(
        self, day: date, next_day: date | None, values: Mapping[str, Any], lines: Sequence[Mapping[str, Any]]
    ) -> UUID:
        """Let a tariff begin, and the one before it end on that day."""
        await self._session.execute(_END, {"day": day})
        made = {"day": day, "next_day": next_day, "adopted_on": values["adopted_on"], "note": values["note"]}
        tariff_id: UUID = await self._session.scalar(_ADD, made)
        await self._session.execute(_LINES, {"id": tariff_id, "lines": list(lines)})
        return tariff_id

    async def correct(
        self, tariff_id: UUID, values: Mapping[str, Any], lines: Sequence[Mapping[str, Any]]
    ) -> None:
        """Say anew what a tariff says that nothing was called by."""
        await self._session.execute(_CLEAR, {"id": tariff_id})
        await self._session.execute(_LINES, {"id": tariff_id, "lines": list(lines)})
        await self._session.execute(
            _CORRECT, {"id": tariff_id, "adopted_on": values["adopted_on"], "note": values["note"]}
        )

    async def settings(self, *, lock: bool = False) -> dict[str, Any]:
        """Return how fees are asked for, with `lock` held until the transaction ends."""
        asked = text(_READ + (" FOR NO KEY UPDATE" if lock else ""))
        return dict((await self._session.execute(asked)).mappings().one())

    async def set_settings(self, values: Mapping[str, Any]) -> None:
        """Say how fees are asked for from now on."""
        await self._session.execute(_SET, dict(values))
