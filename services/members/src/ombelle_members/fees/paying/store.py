"""Statements of payments."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, SmallInteger, Text, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_ADD: Final = text("""
INSERT INTO payment (fee_id, method, reference, received_on, amount_cents)
VALUES (:fee_id, :method, :reference, :received_on, :amount_cents) RETURNING id
""").bindparams(bindparam("fee_id", type_=Uuid))
_KNOWN: Final = text("""
SELECT id, fee_id, received_on, amount_cents, voided_on FROM payment
WHERE method = :method AND lower(reference) = lower(:reference) ORDER BY voided_on NULLS FIRST, id DESC LIMIT 1
""")
_PAYMENT: Final = text("SELECT id, fee_id, amount_cents, voided_on FROM payment WHERE id = :id").bindparams(
    bindparam("id", type_=Uuid)
)
_VOID: Final = text("""
UPDATE payment SET voided_on = :today, void_reason = :reason WHERE id = :id AND voided_on IS NULL RETURNING id
""").bindparams(bindparam("id", type_=Uuid))
# By the member's number or external id; else by an address of theirs; else by their whole name.
_MEMBERS: Final = text("""
SELECT DISTINCT m.id, json_build_object('id', m.id, 'number', m.number, 'kind', m.kind,
  'name', coalesce(o.name, p.name))::text AS member
FROM member m LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN person p ON p.id = m.person_id
WHERE CASE WHEN CAST(:member AS text) IS NOT NULL THEN m.number::text = :member OR m.external_id = :member
  WHEN :by_email THEN :email = ANY (ARRAY[lower(o.email), lower(p.email)]) OR EXISTS (
    SELECT FROM membership s JOIN person q ON q.id = s.person_id
    WHERE s.organisation_id = o.id AND s.ended_at IS NULL AND lower(q.email) = :email)
  ELSE coalesce(o.folded_name, fold(p.name)) = ANY (:names) OR fold(o.legal_name) = ANY (:names) END
LIMIT 2
""").bindparams(
    bindparam("member", type_=Text), bindparam("email", type_=Text), bindparam("names", type_=ARRAY(Text))
)
_OWED: Final = text("""
SELECT id, remaining_cents FROM fee_standing
WHERE member_id = :member AND remaining_cents > 0 AND (CAST(:year AS smallint) IS NULL OR year = :year)
ORDER BY remaining_cents = :amount DESC, year LIMIT 1
""").bindparams(bindparam("member", type_=Uuid), bindparam("year", type_=SmallInteger))
_TAKE_TURNS: Final = text("SELECT pg_advisory_xact_lock(hashtextextended('payment_import', 0))")


class PayingStore:
    """Payments in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def known(self, method: str, reference: str | None) -> dict[str, Any] | None:
        """Return the payment that has this reference, in capitals or not; one that counts before one that was none."""
        if reference is None:
            return None
        row = (
            (await self._session.execute(_KNOWN, {"method": method, "reference": reference}))
            .mappings()
            .one_or_none()
        )
        return None if row is None else dict(row)

    async def add(self, fee_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Keep what was received for a fee. The fee is held."""
        added: UUID = await self._session.scalar(_ADD, {"fee_id": fee_id, **values})
        return added

    async def payment(self, payment_id: UUID) -> dict[str, Any] | None:
        """Return a payment."""
        row = (await self._session.execute(_PAYMENT, {"id": payment_id})).mappings().one_or_none()
        return None if row is None else dict(row)

    async def void(self, payment_id: UUID, reason: str, today: date) -> bool:
        """Say that a payment was none; return whether it was one."""
        values = {"id": payment_id, "reason": reason, "today": today}
        return await self._session.scalar(_VOID, values) is not None

    async def members(
        self, *, member: str | None, email: str | None, names: Sequence[str], by_email: bool
    ) -> list[dict[str, Any]]:
        """Return the members that this may be, two at most."""
        values = {"member": member, "email": email, "names": list(names), "by_email": by_email}
        return [dict(row) for row in (await self._session.execute(_MEMBERS, values)).mappings()]

    async def owed(self, member_id: UUID, year: int | None, amount_cents: int) -> dict[str, Any] | None:
        """Return the fee that a payment is for: of this very amount, else the oldest that is owed."""
        values = {"member": member_id, "year": year, "amount": amount_cents}
        row = (await self._session.execute(_OWED, values)).mappings().one_or_none()
        return None if row is None else dict(row)

    async def take_turns(self) -> None:
        """Let those who take in files do it one after the other."""
        await self._session.execute(_TAKE_TURNS)
