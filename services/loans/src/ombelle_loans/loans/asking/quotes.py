"""What items would cost, before they are asked for: the very computation that a request freezes."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_contracts.membership import MembershipClient
from sqlalchemy import ARRAY, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.callers import Caller
from ombelle_loans.loans.asking.errors import ItemUnknown
from ombelle_loans.loans.dates import check_days
from ombelle_loans.loans.domain import days_of
from ombelle_loans.loans.quoting import ask_members, quote
from ombelle_loans.requests.errors import OrganisationNotYours

_PUBLISHED: Final = text("SELECT id FROM item WHERE id = ANY (:items) AND publication <> 'draft'").bindparams(
    bindparam("items", type_=ARRAY(Uuid))
)
_TARIFFS: Final = text("""
SELECT id, basis, period_days, member_cents, other_cents, lower(in_force) AS since FROM tariff WHERE id = ANY (:tariffs)
""").bindparams(bindparam("tariffs", type_=ARRAY(Uuid)))


class QuoteService:
    """Prices that nobody is held to yet."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], membership: MembershipClient) -> None:
        self._sessions = sessions
        self._membership = membership

    async def quotes(self, values: Mapping[str, Any], *, caller: Caller) -> dict[str, Any]:
        """Return what each item would cost an organisation.

        Raises:
            OrganisationNotYours: the caller does not ask in its name.
            DatesWrong, ItemUnknown: the days make no loan, or no item that is lent has this id.

        """
        organisation_id: UUID = values["organisation_id"]
        if not (caller.acts_for(organisation_id) or caller.is_lender):
            raise OrganisationNotYours("Vous ne demandez pas de prêt au nom de cette structure.")
        asked: Sequence[Mapping[str, Any]] = values["loans"]
        for place, one in enumerate(asked):
            check_days(one["starts_on"], one["ends_on"], f"/body/loans/{place}")
        members = await ask_members(self._membership, organisation_id, [one["starts_on"] for one in asked])
        async with self._sessions() as session, session.begin():
            await _known(session, asked)
            prices = [
                await quote(
                    session,
                    one["item_id"],
                    one["starts_on"],
                    one["ends_on"],
                    is_member=members[one["starts_on"]],
                )
                for one in asked
            ]
            tariffs = await _tariffs(session, {price.tariff_id for price in prices if price.tariff_id})
        loans = [
            {
                **one,
                "days": days_of(one["starts_on"], one["ends_on"]),
                "state": price.state,
                "cents": price.cents,
                "tariff": tariffs[price.tariff_id] if price.tariff_id else None,
                "member_status": price.member_status,
            }
            for one, price in zip(asked, prices, strict=True)
        ]
        amounts = [price.cents for price in prices if price.cents is not None]
        return {"loans": loans, "total_cents": sum(amounts) if len(amounts) == len(prices) else None}


async def _known(session: AsyncSession, asked: Sequence[Mapping[str, Any]]) -> None:
    known = set(await session.scalars(_PUBLISHED, {"items": [one["item_id"] for one in asked]}))
    for place, one in enumerate(asked):
        if one["item_id"] not in known:
            detail = "Cet outil n’est pas au catalogue."
            raise ItemUnknown(
                detail, errors=[FieldError(f"/body/loans/{place}/item_id", "item_unknown", detail)]
            )


async def _tariffs(session: AsyncSession, ids: set[UUID]) -> dict[UUID, dict[str, Any]]:
    rows = (await session.execute(_TARIFFS, {"tariffs": sorted(ids)})).mappings()
    return {row["id"]: {name: value for name, value in row.items() if name != "id"} for row in rows}
