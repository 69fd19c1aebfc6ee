"""A fee as it is shown, with what its reader may do with it; whoever changes one describes it afterwards."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.fees.errors import FeeUnknown
from ombelle_members.fees.store import FeeStore

BEFORE_ALL = (-(10**6), "", UUID(int=0))
"""Before the first fee of any list."""


def described(row: Mapping[str, Any], caller: Caller) -> dict[str, Any]:
    """Return a fee with what the caller may do with it."""
    is_open = row["state"] in {"called", "partially_paid"}
    actions = {
        "pay": caller.is_treasury and is_open,
        "waive": caller.is_treasury and is_open,
        "void": caller.is_treasury and row["state"] not in {"waived", "void"} and row["received_cents"] == 0,
        "postpone": caller.is_treasury and is_open,
        "remind": caller.is_treasury and bool(row["is_late"]),
        "void_payment": caller.is_treasury and row["received_cents"] > 0,
        "read_call": row["state"] != "void",
        "read_receipt": row["receipt"] is not None,
    }
    return {**row, "allowed_actions": [name for name, is_allowed in actions.items() if is_allowed]}


async def read_fee(session: AsyncSession, fee_id: UUID, caller: Caller) -> dict[str, Any]:
    """Return a fee that the caller may read. Raises FeeUnknown."""
    await session.flush()
    rows = await FeeStore(session).page(
        caller, {"id": fee_id}, today=today_in_paris(), after=BEFORE_ALL, count=1
    )
    if not rows:
        raise FeeUnknown(
            "Cette cotisation n’existe pas, ou n’est pas celle d’un adhérent que vous représentez."
        )
    return described(rows[0], caller)


async def held_fee(session: AsyncSession, fee_id: UUID, caller: Caller) -> dict[str, Any]:
    """Return a fee as `read_fee` does, held until the transaction ends."""
    await FeeStore(session).hold(fee_id)
    return await read_fee(session, fee_id, caller)
