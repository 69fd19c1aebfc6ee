"""What a loan costs: the lender's tariff of the start date, by whether the borrower is a member on that day.

members is asked outside of any transaction. What it does not tell leaves the fee to be settled: by the job once it does,
or by the lender.
"""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from ombelle_contracts.membership import MembersAway, MembershipClient
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.loans.domain import FeeState, days_of

MemberOn = Mapping[date, bool | None]
"""Whether an organisation is a member on each of some days; `None` where nobody tells."""

_TARIFF: Final = text("""
SELECT t.id, t.basis, t.period_days, t.member_cents, t.other_cents
FROM item i JOIN tariff t ON t.organisation_id IS NOT DISTINCT FROM i.owner_organisation_id
  AND t.category = i.category AND t.in_force @> CAST(:starts_on AS date)
WHERE i.id = :item_id
""")


@dataclass(frozen=True, slots=True)
class Quote:
    """What a loan costs, in cents; without an amount it is to be settled. `member_status` is what members said."""

    cents: int | None
    tariff_id: UUID | None
    member_status: dict[str, Any] | None

    @property
    def state(self) -> FeeState:
        """Whether it is settled."""
        return "to_be_settled" if self.cents is None else "settled"

    def columns(self) -> dict[str, Any]:
        """Return the loan's columns that hold it."""
        return {
            "fee_state": self.state,
            "fee_cents": self.cents,
            "tariff_id": self.tariff_id,
            "member_status": self.member_status,
        }


async def ask_members(
    client: MembershipClient, organisation_id: UUID, days: Collection[date]
) -> dict[date, bool | None]:
    """Return whether an organisation is a member on each of these days. It is no transaction's: the answer may be slow."""

    async def one(day: date) -> bool | None:
        try:
            return (await client.membership(organisation_id, day)).is_member
        except MembersAway:
            return None

    wanted = sorted(set(days))
    return dict(zip(wanted, await asyncio.gather(*map(one, wanted)), strict=True))


def fee_of(tariff: Mapping[str, Any], days: int, *, is_member: bool) -> int:
    """Return what a loan of so many days costs, in cents: the amount, or that of each period that it begins."""
    amount = int(tariff["member_cents"] if is_member else tariff["other_cents"])
    return amount if tariff["basis"] == "flat" else amount * -(-days // tariff["period_days"])


async def quote(
    session: AsyncSession, item_id: UUID, starts_on: date, ends_on: date, *, is_member: bool | None
) -> Quote:
    """Return what a loan costs.

    Args:
        session: in the use case's transaction.
        item_id: what is lent.
        starts_on: the first day of the loan, by which the tariff is chosen.
        ends_on: its last one.
        is_member: whether the borrower is a member on the first day; `None` where nobody tells. Where both prices
            are the same, nobody need.

    """
    values = {"item_id": item_id, "starts_on": starts_on}
    tariff = (await session.execute(_TARIFF, values)).mappings().one_or_none()
    frozen = None if is_member is None else {"is_member": is_member, "on": starts_on.isoformat()}
    if tariff is None:
        return Quote(None, None, frozen)
    if is_member is None and tariff["member_cents"] != tariff["other_cents"]:
        return Quote(None, tariff["id"], None)
    cents = fee_of(dict(tariff), days_of(starts_on, ends_on), is_member=bool(is_member))
    return Quote(cents, tariff["id"], frozen)
