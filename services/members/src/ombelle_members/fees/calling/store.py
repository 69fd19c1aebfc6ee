"""Statements of calls and reminders: who owes what by which tariff, and whom to write to."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

_MEMBER: Final = (
    "json_build_object('id', m.id, 'number', m.number, 'kind', m.kind, "
    "'name', coalesce(o.name, p.name)) AS member"
)
# An organisation is told by whoever administers it, else at its own address; a person at theirs.
_RECIPIENT: Final = """
CASE WHEN o.id IS NOT NULL AND o.unadministered_since IS NULL THEN o.id END AS to_organisation,
coalesce(o.email, p.email) AS to_address, coalesce(p.locale, 'fr') AS locale
"""
# A year is called by the tariff of its first day; where none was in force yet, by the first that began in it.
_CANDIDATES: Final = text(f"""
SELECT m.id AS member_id, {_MEMBER}, m.fee_category AS category, c.college, l.amount_cents, l.tariff_id,
  f.id AS known_id, {_RECIPIENT}
FROM member m JOIN LATERAL (
  SELECT college, period FROM college_membership WHERE member_id = m.id
    AND CASE WHEN :on_day THEN period @> CAST(:day AS date)
      ELSE period && daterange(CAST(:starts_on AS date), CAST(:until AS date)) END
  ORDER BY lower(period) DESC LIMIT 1
) c ON true
LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN person p ON p.id = m.person_id
LEFT JOIN LATERAL (
  SELECT x.amount_cents, x.tariff_id FROM fee_tariff_line x
  WHERE x.category = m.fee_category AND coalesce(x.college = c.college, true) AND x.tariff_id = (
    SELECT id FROM fee_tariff WHERE period && daterange(CAST(:starts_on AS date), CAST(:until AS date))
    ORDER BY lower(period) LIMIT 1)
  ORDER BY x.college NULLS LAST LIMIT 1
) l ON true
LEFT JOIN fee f ON f.member_id = m.id AND f.void_on IS NULL
  AND f.period && daterange(CAST(:starts_on AS date), CAST(:until AS date))
WHERE CAST(:member AS uuid) IS NULL OR m.id = :member
ORDER BY coalesce(o.folded_name, fold(p.name)), m.id
""").bindparams(bindparam("member", type_=Uuid))  # noqa: S608 -- fragments of ours
_ADD: Final = text("""
INSERT INTO fee (member_id, year, period, category, college, amount_cents, tariff_id, amount_reason, called_on, due_on)
SELECT w.member_id, :year, daterange(CAST(:starts_on AS date), CAST(:until AS date)), w.category, w.college,
  w.amount_cents, w.tariff_id, w.amount_reason, :today, :due_on
FROM jsonb_to_recordset(:wanted) AS w (member_id uuid, category text, college text, amount_cents integer,
  tariff_id uuid, amount_reason text)
RETURNING id, member_id
""").bindparams(bindparam("wanted", type_=JSONB))
_TAKE_TURNS: Final = text("SELECT pg_advisory_xact_lock(hashtextextended('fee_call', :year))")
_HOLD: Final = text("SELECT id FROM fee WHERE id = ANY (:fees) ORDER BY id FOR NO KEY UPDATE").bindparams(
    bindparam("fees", type_=ARRAY(Uuid))
)
_LATE: Final = text("""
SELECT id FROM fee_standing WHERE remaining_cents > 0 AND due_on < :today ORDER BY id
""")
_STANDING: Final = text(f"""
SELECT s.id AS fee_id, {_MEMBER}, s.year, s.remaining_cents, s.amount_cents, s.due_on, :today - s.due_on AS days_late,
  n.reminders, n.last_on, {_RECIPIENT}
FROM fee_standing s JOIN member m ON m.id = s.member_id
LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN person p ON p.id = m.person_id
CROSS JOIN LATERAL (SELECT count(*)::integer AS reminders, max(sent_on) AS last_on FROM fee_notice
  WHERE fee_id = s.id AND kind = 'reminder') n
WHERE s.id = ANY (:fees) ORDER BY s.due_on, s.id
""").bindparams(bindparam("fees", type_=ARRAY(Uuid)))  # noqa: S608
_NOTE: Final = text("""
INSERT INTO fee_notice (fee_id, kind, sent_on, mail_id)
SELECT n.fee_id, :kind, :today, n.mail_id FROM jsonb_to_recordset(:notices) AS n (fee_id uuid, mail_id uuid)
""").bindparams(bindparam("notices", type_=JSONB))


class CallingStore:
    """What is called and asked for again, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def take_turns(self, year: int) -> None:
        """Let those who call fees of one year do it one after the other."""
        await self._session.execute(_TAKE_TURNS, {"year": year})

    async def candidates(
        self, *, starts_on: date, until: date, day: date, on_day: bool, member_id: UUID | None = None
    ) -> list[dict[str, Any]]:
        """Return members with what they owe for a year, and the fee that they have already.

        Args:
            starts_on: the year's first day.
            until: the day after its last one.
            day: when somebody must be a member.
            on_day: whether they must be one on that day; else on any of the year.
            member_id: only this one.

        """
        values = {"starts_on": starts_on, "until": until, "day": day, "on_day": on_day, "member": member_id}
        return [dict(row) for row in (await self._session.execute(_CANDIDATES, values)).mappings()]

    async def add(
        self, wanted: Sequence[Mapping[str, Any]], *, starts_on: date, until: date, today: date, due_on: date
    ) -> dict[UUID, UUID]:
        """Call fees, and return their ids by member."""
        names = ("member_id", "category", "college", "amount_cents", "tariff_id", "amount_reason")
        plain = [{name: _plain(row.get(name)) for name in names} for row in wanted]
        values = {
            "wanted": plain, "year": starts_on.year, "starts_on": starts_on, "until": until, "today": today,
            "due_on": due_on,
        }  # fmt: skip
        return {row.member_id: row.id for row in await self._session.execute(_ADD, values)}

    async def late(self, today: date) -> list[UUID]:
        """Return the fees of which something is owed since before today."""
        return list(await self._session.scalars(_LATE, {"today": today}))

    async def standing(self, fees: Sequence[UUID], today: date, *, lock: bool) -> list[dict[str, Any]]:
        """Return how these fees stand and whom to write to, with `lock` held until the transaction ends."""
        if lock:
            await self._session.execute(_HOLD, {"fees": list(fees)})
        rows = await self._session.execute(_STANDING, {"fees": list(fees), "today": today})
        return [dict(row) for row in rows.mappings()]

    async def note(self, kind: str, notices: Mapping[UUID, UUID], today: date) -> None:
        """Keep what was written of which fee: the mail's id by the fee's."""
        plain = [{"fee_id": str(fee), "mail_id": str(mail)} for fee, mail in notices.items()]
        await self._session.execute(_NOTE, {"kind": kind, "notices": plain, "today": today})


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value
