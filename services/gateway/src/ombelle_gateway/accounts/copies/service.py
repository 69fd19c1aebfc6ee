"""What the members service tells, taken in: by key in order, and never an older fact over a newer one."""

from collections.abc import Mapping
from typing import Final

from ombelle_chassis.messages import Handler, Message
from ombelle_contracts.messages import MembershipChanged, OrganisationChanged, OrganisationMerged
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.copies.store import CopyStore


async def take_organisation(session: AsyncSession, message: Message) -> None:
    """Take in `organisation.changed`."""
    fact = OrganisationChanged.model_validate(message.payload)
    await CopyStore(session).organisation(
        fact.organisation_id,
        name=fact.name,
        kind=fact.kind,
        merged_into=fact.merged_into,
        version=message.version,
    )


async def take_merge(session: AsyncSession, message: Message) -> None:
    """Take in `organisation.merged`."""
    fact = OrganisationMerged.model_validate(message.payload)
    await CopyStore(session).merged(fact.organisation_id, fact.into, version=message.version)


async def take_membership(session: AsyncSession, message: Message) -> None:
    """Take in `membership.changed`: what somebody may do holds from here on."""
    fact = MembershipChanged.model_validate(message.payload)
    await CopyStore(session).membership(
        fact.account_id, fact.organisation_id, role=fact.role, version=message.version
    )


HANDLERS: Final[Mapping[str, Handler]] = {
    "organisation.changed": take_organisation,
    "organisation.merged": take_merge,
    "membership.changed": take_membership,
}
