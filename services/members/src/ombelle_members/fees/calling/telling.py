"""What members are written of their fees."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.days import spoken_day
from ombelle_members.fees.domain import euros
from ombelle_members.mailing import write_to


def recipient(row: Mapping[str, Any]) -> UUID | str | None:
    """Return whom to write to: an organisation's administrators, an address, nobody."""
    to: UUID | str | None = row["to_organisation"] or row["to_address"]
    return to


async def tell_fee(
    session: AsyncSession,
    kind: str,
    row: Mapping[str, Any],
    settings: Mapping[str, Any],
    public_url: str,
) -> UUID | None:
    """Write a call or a reminder, and return the mail's id, `None` where there is nobody to write to.

    Args:
        session: the transaction that wants it.
        kind: `call` or `reminder`.
        row: the fee, with its member, its recipient, `remaining_cents` and `due_on`.
        settings: how one pays.
        public_url: where the member's own page is.

    """
    to = recipient(row)
    if to is None:
        return None
    locale = "en" if row["locale"] == "en" else "fr"
    due_on = row["due_on"]
    values = {
        "member": row["member"]["name"],
        "year": row["year"],
        "amount": euros(row["remaining_cents"]),
        "due_on": spoken_day(due_on) if locale == "fr" else f"{due_on:%d %B %Y}",
        "how_to_pay": settings["how_to_pay"],
        "iban": settings["iban"],
        "payment_link": settings["payment_link"],
        "link": f"{public_url}/espace/mon-adhesion",
    }
    return await write_to(session, to, f"fee-{kind}", values, about=("fee", row["fee_id"]), locale=locale)
