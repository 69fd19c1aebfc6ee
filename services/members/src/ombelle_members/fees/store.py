"""Statements of fees. The association reads all of them; others those of the members that they are or act for."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Integer, SmallInteger, Text, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.callers import Caller

_NAMED: Final = """
JOIN member m ON m.id = s.member_id
LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN person p ON p.id = m.person_id
"""
_SEEN: Final = "(:reads_all OR role_in_member(s.member_id, CAST(:account AS uuid)) IS NOT NULL)"
_MEMBER: Final = (
    "json_build_object('id', m.id, 'number', m.number, 'kind', m.kind, "
    "'name', coalesce(o.name, p.name)) AS member"
)
_ORDER: Final = "coalesce(o.folded_name, fold(p.name), '')"
_FOUND: Final = f"""
FROM fee_standing s {_NAMED}
WHERE {_SEEN}
  AND (CAST(:id AS uuid) IS NULL OR s.id = :id) AND (CAST(:member AS uuid) IS NULL OR s.member_id = :member)
  AND (CAST(:year AS smallint) IS NULL OR s.year = :year) AND (CAST(:state AS text) IS NULL OR s.state = :state)
  AND (CAST(:category AS text) IS NULL OR s.category = :category)
  AND (CAST(:college AS text) IS NULL OR s.college = :college)
  AND (NOT :late OR (s.remaining_cents > 0 AND s.due_on < :today))
  AND (CAST(:q AS text) IS NULL OR m.number::text = btrim(:q)
    OR {_ORDER} LIKE ALL (ARRAY(SELECT '%' || word || '%' FROM unnest(folded_words(:q)) AS word)))
"""  # noqa: S608 -- fragments of ours
_BINDS: Final = (
    bindparam("id", type_=Uuid), bindparam("member", type_=Uuid), bindparam("account", type_=Uuid),
    bindparam("year", type_=SmallInteger), bindparam("state", type_=Text), bindparam("category", type_=Text),
    bindparam("college", type_=Text), bindparam("q", type_=Text),
)  # fmt: skip
_PLACE: Final = (
    bindparam("age", type_=Integer), bindparam("after", type_=Uuid), bindparam("count", type_=Integer),
)  # fmt: skip
_PAGE: Final = text(f"""
SELECT s.id, {
    _MEMBER
}, s.member_id, s.year, lower(s.period) AS starts_on, upper(s.period) - 1 AS ends_on, s.category,
  s.college, s.amount_cents, s.amount_reason, s.received_cents, s.remaining_cents, s.state, s.called_on, s.due_on,
  s.remaining_cents > 0 AND s.due_on < :today AS is_late, s.waived_on, s.waive_reason, s.void_on, s.void_reason,
  s.version, {_ORDER} AS folded, -s.year AS age, n.reminders, n.last_reminded_on,
  (SELECT r.year || '-' || lpad(r.number::text, greatest(4, length(r.number::text)), '0')
   FROM fee_receipt r WHERE r.fee_id = s.id AND r.cancelled_on IS NULL) AS receipt,
  (SELECT coalesce(json_agg(json_build_object('id', x.id, 'method', x.method, 'reference', x.reference,
     'received_on', x.received_on, 'amount_cents', x.amount_cents, 'voided_on', x.voided_on, 'void_reason', x.void_reason)
     ORDER BY x.received_on, x.id), '[]') FROM payment x WHERE x.fee_id = s.id) AS payments
{
    _FOUND.replace(
        "WHERE",
        '''CROSS JOIN LATERAL (SELECT count(*)::integer AS reminders, max(y.sent_on) AS last_reminded_on
  FROM fee_notice y WHERE y.fee_id = s.id AND y.kind = 'reminder') n
WHERE''',
        1,
    )
}
  AND (-s.year, {_ORDER}, s.id) > (:age, CAST(:folded AS text), CAST(:after AS uuid))
ORDER BY -s.year, {_ORDER}, s.id LIMIT :count
""").bindparams(*_BINDS, *_PLACE)  # noqa: S608
_TOTALS: Final = text(f"""
SELECT count(*) AS total, coalesce(sum(s.amount_cents) FILTER (WHERE s.state <> 'void'), 0)::bigint AS amount_cents,
  coalesce(sum(s.received_cents), 0)::bigint AS received_cents,
  coalesce(sum(s.remaining_cents), 0)::bigint AS remaining_cents {_FOUND}
""").bindparams(*_BINDS)
NO_FILTER: Final[Mapping[str, Any]] = dict.fromkeys(
    ("id", "member", "year", "state", "category", "college", "q")
) | {"late": False}

# What was owed on a day: called by then, not voided or waived by then, not paid whole by then.
_OWED: Final = """
WITH owed AS (
  SELECT s.id, s.member_id, s.year, s.due_on, :on - s.due_on AS days_late,
    s.amount_cents - fee_received(s.id, :on) AS remaining_cents
  FROM fee s WHERE s.called_on <= :on AND coalesce(s.void_on > :on, true) AND coalesce(s.waived_on > :on, true)
), aged AS (
  SELECT owed.*, CASE WHEN days_late <= 0 THEN 'not_due' WHEN days_late <= 30 THEN 'to_30'
    WHEN days_late <= 60 THEN 'to_60' WHEN days_late <= 90 THEN 'to_90' ELSE 'over_90' END AS age
  FROM owed WHERE remaining_cents > 0
)
"""
_AGEING: Final = text(f"""{_OWED}
SELECT s.id, {_MEMBER}, s.year, s.due_on, s.days_late, s.age, s.remaining_cents,
  (SELECT count(*)::integer FROM fee_notice y WHERE y.fee_id = s.id AND y.kind = 'reminder'
    AND y.sent_on <= :on) AS reminders
FROM aged s {_NAMED}
WHERE (s.due_on, s.id) > (CAST(:due AS date), CAST(:after AS uuid)) ORDER BY s.due_on, s.id LIMIT :count
""").bindparams(bindparam("after", type_=Uuid))  # noqa: S608
_BUCKETS: Final = text(f"""{_OWED}
SELECT age, count(*)::integer AS fees, sum(remaining_cents)::bigint AS remaining_cents FROM aged GROUP BY age
""")  # noqa: S608
_HELD: Final = text("SELECT member_id FROM fee WHERE id = :id FOR NO KEY UPDATE").bindparams(
    bindparam("id", type_=Uuid)
)
_OWN: Final = text(
    "SELECT :reads_all OR role_in_member(:member, CAST(:account AS uuid)) IS NOT NULL"
).bindparams(bindparam("member", type_=Uuid), bindparam("account", type_=Uuid))
_MEMBER_THERE: Final = text("SELECT true FROM member WHERE id = :member").bindparams(
    bindparam("member", type_=Uuid)
)
_CHANGE: Final = {
    "waive": text(
        "UPDATE fee SET waived_on = :on, waive_reason = :reason, version = version + 1 WHERE id = :id"
    ),
    "void": text("UPDATE fee SET void_on = :on, void_reason = :reason, version = version + 1 WHERE id = :id"),
    "postpone": text("UPDATE fee SET due_on = :due_on, version = version + 1 WHERE id = :id"),
    "touch": text("UPDATE fee SET version = version + 1 WHERE id = :id"),
}


class FeeStore:
    """Fees in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self,
        caller: Caller,
        filters: Mapping[str, Any],
        *,
        today: date,
        after: Sequence[Any],
        count: int | None,
    ) -> list[dict[str, Any]]:
        """Return fees that the caller may read: the latest year first, by the members' names; all without a count."""
        age, folded, fee_id = after
        place = {"age": age, "folded": folded, "after": fee_id, "count": count}
        rows = await self._session.execute(_PAGE, _values(caller, filters, today) | place)
        return [dict(row) for row in rows.mappings()]

    async def totals(self, caller: Caller, filters: Mapping[str, Any], *, today: date) -> dict[str, int]:
        """Return how many fees there are, and their amounts in cents."""
        row = (await self._session.execute(_TOTALS, _values(caller, filters, today))).mappings().one()
        return {name: int(value) for name, value in row.items()}

    async def ageing(self, on: date, *, after: tuple[date, UUID], count: int) -> list[dict[str, Any]]:
        """Return what was owed on a day, what was due first before the rest."""
        values = {"on": on, "due": after[0], "after": after[1], "count": count}
        return [dict(row) for row in (await self._session.execute(_AGEING, values)).mappings()]

    async def buckets(self, on: date) -> dict[str, dict[str, Any]]:
        """Return by age how much was owed on a day."""
        rows = (await self._session.execute(_BUCKETS, {"on": on})).mappings()
        return {row["age"]: dict(row) for row in rows}

    async def hold(self, fee_id: UUID) -> UUID | None:
        """Return whose fee this is, held until the transaction ends, `None` where there is none."""
        found: UUID | None = await self._session.scalar(_HELD, {"id": fee_id})
        return found

    async def change(self, what: str, fee_id: UUID, values: Mapping[str, Any] | None = None) -> None:
        """`waive`, `void`, `postpone` a fee, or `touch` it, since its payments changed."""
        await self._session.execute(_CHANGE[what], {"id": fee_id, **(values or {})})

    async def may_read(self, caller: Caller, member_id: UUID) -> bool:
        """Say whether there is such a member, whose fees the caller may read."""
        if not await self._session.scalar(_MEMBER_THERE, {"member": member_id}):
            return False
        return bool(await self._session.scalar(_OWN, {"member": member_id, **_who(caller)}))


def _who(caller: Caller) -> dict[str, Any]:
    return {"reads_all": caller.is_association, "account": caller.account_id}


def _values(caller: Caller, filters: Mapping[str, Any], today: date) -> dict[str, Any]:
    return {**NO_FILTER, **filters, **_who(caller), "today": today}
