"""Who is told of a step: mails to the two sides, notices to their webhooks, in the transaction that makes the step."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.messages import Fact, post_all
from ombelle_contracts.messages import WebhookSubject, WebhookTold
from pydantic_core import to_jsonable_python
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.loans.moves import Seen
from ombelle_loans.loans.wording import mail_of, sides_told, texts_of
from ombelle_loans.mailing import ask_for_mail

_EVENTS: Final[Mapping[str, str]] = {
    "asked": "loan.requested",
    "hold": "loan.held",
    "waitlist": "loan.waitlisted",
    "offer": "loan.offered",
    "accept": "loan.held",
    "expire": "loan.expired",
    "approve": "loan.approved",
    "decline": "loan.declined",
    "edit": "loan.changed",
    "ask_extension": "loan.changed",
    "decline_extension": "loan.changed",
    "extend": "loan.changed",
    "shorten": "loan.changed",
    "settle_fee": "loan.changed",
    "send_agreement": "loan.agreement_sent",
    "confirm": "loan.confirmed",
    "hand_over": "loan.out",
    "late": "loan.late",
    "return": "loan.returned",
    "inspect": "loan.inspected",
    "close": "loan.closed",
    "cancel": "loan.cancelled",
}
"""What each step is called where programs are told of it."""


async def tell(
    session: AsyncSession,
    seen: Seen,
    step: str,
    *,
    public_url: str,
    reason: str | None = None,
    but: str | None = None,
    more: Mapping[str, str] | None = None,
) -> None:
    """Tell both sides of a step, by mail where there are words for it, and their webhooks.

    Args:
        session: the transaction that makes the step.
        seen: the loan, as it is now.
        step: what was done, such as `approve`.
        public_url: where links begin.
        reason: what the one who did it wrote.
        but: a side that is not written to, since it did this itself.
        more: what else the words of this step name.

    """
    row = now_of(seen)
    for side in sides_told(step):
        if side != but and (to := recipient(row, side)) is not None:
            values = {**texts_of(row, "fr"), "reason": reason or "", **(more or {})}
            await write(session, to, step, side, values, about=("loan", seen.loan.id), public_url=public_url)
    await notify(session, step, row)


async def write(
    session: AsyncSession,
    to: str | UUID,
    step: str,
    side: str,
    values: Mapping[str, Any],
    *,
    about: tuple[str, UUID],
    public_url: str,
) -> None:
    """Have one of the mails about loans sent; `about` is the loan or the request that it opens."""
    page = "prets" if about[0] == "loan" else "prets/demandes"
    parts = mail_of(step, side, "fr", values)
    parts["link"] = f"{public_url}/espace/{page}/{about[1]}"
    await ask_for_mail(session, to, "loan", parts, about=about, key=f"loan-{step.replace('_', '-')}")


async def notify(session: AsyncSession, step: str, *rows: Mapping[str, Any]) -> None:
    """Tell the webhooks of both sides of each of these loans, in as many statements as of one."""
    if (event := _EVENTS.get(step)) is None:
        return
    facts = []
    for row in rows:
        data = {
            "number": row["number"],
            "request_id": row["request_id"],
            "status": row["status"],
            "item_id": row["item_id"],
            "title": row["title"],
            "starts_on": row["starts_on"],
            "ends_on": row["ends_on"],
        }
        sides = (row["organisation_id"], row["owner_organisation_id"])
        for organisation_id in dict.fromkeys(one for one in sides if one is not None):
            told = WebhookTold(
                organisation_id=organisation_id,
                event=event,
                at=datetime.now(UTC),
                subject=WebhookSubject(kind="loan", id=str(row["id"])),
                data=to_jsonable_python(data),
            )
            facts.append(Fact(f"{organisation_id} loan {row['id']}", 1, told))
    await post_all(session, "webhook.told", facts)


def recipient(row: Mapping[str, Any], side: str) -> str | UUID | None:
    """Return who is written to on a side: an organisation's administrators, or the lender's address.

    The agency without an address in its settings reads its desk alone.
    """
    if side == "borrower":
        borrower: UUID = row["organisation_id"]
        return borrower
    lender: str | UUID | None = row["lender_email"] or row["owner_organisation_id"]
    return lender


def now_of(seen: Seen) -> dict[str, Any]:
    """Return the facts of a loan with the loan's own columns as they are now."""
    mapper = type(seen.loan).__mapper__
    return {**seen.facts, **{name: getattr(seen.loan, name) for name in mapper.column_attrs.keys()}}  # noqa: SIM118
