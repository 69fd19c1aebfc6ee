"""Fees of an import, and what was paid of them."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from ombelle_chassis.spreadsheets import Taken
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.imports.fees.store import FeeStore
from ombelle_members.imports.membership.store import MembershipStore
from ombelle_members.imports.rows import FeeRow
from ombelle_members.imports.writing import Writing


class TakingFees:
    """Takes fees in."""

    def __init__(self, session: AsyncSession, writing: Writing) -> None:
        self._store = FeeStore(session)
        self._members = MembershipStore(session)
        self._writing = writing

    async def take(self, rows: Sequence[tuple[int, FeeRow]], taken: Taken) -> None:
        """Take rows in, and count what they did."""
        names = {row.member_id for _, row in rows}
        members, before = await self._members.members(names), await self._store.fees(names)
        for number, row in rows:
            if (member := members.get(row.member_id)) is None:
                self._writing.unknown("fees", number, "member_id", row.member_id, "Aucun membre")
                continue
            there = before.get(row.of_year)
            if there is not None and there["amount_cents"] != _cents(row.amount_eur):
                self._writing.add(
                    "fees",
                    number,
                    "amount_eur",
                    "another_amount",
                    "Un autre montant a été appelé pour cette année.",
                )
                continue
            paid = _cents(row.amount_eur if row.paid_eur is None else row.paid_eur) if row.paid_on else 0
            owed = paid - (there["received_cents"] if there else 0)
            async with self._writing.row("fees", number) as kept:
                fee = await self._fee(row, member["id"]) if there is None else there["id"]
                if owed > 0 and (there is None or there["state"] != "waived"):
                    payment = {
                        "fee": fee,
                        "method": row.method,
                        "reference": row.reference or f"Reprise {row.of_year}",
                        "received_on": row.paid_on,
                        "amount": owed,
                    }
                    await self._store.add_payment(payment)
            taken.created += kept[0] and there is None
            taken.updated += kept[0] and there is not None and owed > 0 and there["state"] != "waived"

    async def _fee(self, row: FeeRow, member: UUID) -> UUID:
        return await self._store.add_fee(
            {
                "member": member,
                "year": row.year,
                "category": row.category,
                "amount": _cents(row.amount_eur),
                "called_on": row.call_day,
                "due_on": row.due_on or row.call_day,
                "waived_on": row.waived_on,
                "name": row.of_year,
            }
        )


def _cents(euros: Decimal) -> int:
    return int(euros * 100)
