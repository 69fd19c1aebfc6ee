"""What the programs of an organisation are told: facts for its webhooks, which the gateway delivers."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.messages import Fact, post_all
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
    await notify_all(session, event, [(organisation_id, subject, data or {})])


async def notify_all(
    session: AsyncSession, event: str, told: Iterable[tuple[UUID, tuple[str, UUID], Mapping[str, Any]]]
) -> None:
    """Tell that the same happened to many: organisation, subject and data of each, in as many statements as of one.

    Else as `notify` does.
    """
    now = datetime.now(UTC)
    facts = []
    for organisation_id, (kind, identifier), data in told:
        payload = WebhookTold(
            organisation_id=organisation_id,
            event=event,
            at=now,
            subject=WebhookSubject(kind=kind, id=str(identifier)),
            data=to_jsonable_python(dict(data)),
        )
        facts.append(Fact(f"{organisation_id} {kind} {identifier}", 1, payload))
    await post_all(session, "webhook.told", facts)
