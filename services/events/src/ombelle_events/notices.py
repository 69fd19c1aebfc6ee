"""What the programs of an organisation are told: facts for its webhooks, which the gateway delivers."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.messages import post
from ombelle_contracts.messages import WebhookSubject, WebhookTold
from pydantic_core import to_jsonable_python
from sqlalchemy.ext.asyncio import AsyncSession


async def notify(
    session: AsyncSession,
    organisation_id: UUID,
    event: str,
    subject: tuple[str, UUID],
    data: Mapping[str, Any] | None = None,
) -> None:
    """Tell an organisation's webhooks that something happened, in the transaction that makes it happen.

    Args:
        session: in that transaction; rolled back, nothing is told.
        organisation_id: whose programs are told.
        event: one of `ombelle_contracts.webhooks.EVENTS`, such as `application.decided`.
        subject: kind and id of what it happened to: `("application", application.id)`. What is told of one subject
            arrives in order.
        data: what else is told; ids, states, dates and titles, never a person, an address or what somebody wrote.

    Raises:
        pydantic.ValidationError: there is no such event.

    """
    kind, identifier = subject
    told = WebhookTold(
        organisation_id=organisation_id,
        event=event,
        at=datetime.now(UTC),
        subject=WebhookSubject(kind=kind, id=str(identifier)),
        data=to_jsonable_python(dict(data or {})),
    )
    await post(session, "webhook.told", key=f"{organisation_id} {kind} {identifier}", version=1, payload=told)
