"""What this service does with the messages of the others. Each handler runs in one transaction with the inbox.

An aggregate that names an organisation follows its merge in `take_merge`; one that names an account forgets it in
`take_erasure`.
"""

from typing import Final

from ombelle_chassis import audit
from ombelle_chassis.idempotency import forget_results
from ombelle_chassis.messages import Message, forget_messages
from ombelle_contracts.messages import (
    AccountErased,
    MembershipChanged,
    OrganisationChanged,
    OrganisationMerged,
)
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.availability.closures.store import ClosureStore
from ombelle_loans.catalogue.store import ItemStore
from ombelle_loans.copies.store import CopyStore
from ombelle_loans.evaluations.store import forget_account as forget_evaluations
from ombelle_loans.forwarding.store import follow_merge as follow_forwarded
from ombelle_loans.forwarding.store import forget_account as forget_forwarded
from ombelle_loans.imports.store import follow_merge as follow_references
from ombelle_loans.invoices.following import follow_papers_merge, forget_papers_of
from ombelle_loans.lending.store import LendingStore
from ombelle_loans.loans.following import follow_merge, forget_account
from ombelle_loans.returns.store import follow_merge as follow_returns
from ombelle_loans.returns.store import forget_account as forget_returns

ERASED: Final = "erased"
"""Who did something, where that account is no more."""


async def take_organisation(session: AsyncSession, message: Message) -> None:
    """Take in `organisation.changed`."""
    told = OrganisationChanged.model_validate(message.payload)
    await CopyStore(session).organisation(told.model_dump(), version=message.version)


async def take_merge(session: AsyncSession, message: Message) -> None:
    """Take in `organisation.merged`."""
    told = OrganisationMerged.model_validate(message.payload)
    survivor = await CopyStore(session).merged(told.organisation_id, told.into)
    if survivor is not None:
        await LendingStore(session).merge(told.organisation_id, survivor)
        await ItemStore(session).merge(told.organisation_id, survivor)
        await follow_papers_merge(session, told.organisation_id, survivor)
        await ClosureStore(session).merge(told.organisation_id, survivor)
        await follow_merge(session, told.organisation_id, survivor)
        await follow_forwarded(session, told.organisation_id, survivor)
        await follow_references(session, told.organisation_id, survivor)
        await follow_returns(session, told.organisation_id, survivor)


async def take_membership(session: AsyncSession, message: Message) -> None:
    """Take in `membership.changed`."""
    told = MembershipChanged.model_validate(message.payload)
    await CopyStore(session).membership(
        told.account_id, told.organisation_id, role=told.role, version=message.version
    )


async def take_erasure(session: AsyncSession, message: Message) -> None:
    """Take in `account.erased`: nothing names the account any more; what it did stays, done by somebody who is no more."""
    told = AccountErased.model_validate(message.payload)
    account = str(told.account_id)
    await CopyStore(session).forget_account(told.account_id)
    await forget_account(session, account, ERASED, told.email_digest)
    await forget_forwarded(session, account, ERASED, told.email_digest)
    await forget_evaluations(session, account, ERASED)
    await forget_returns(session, account, ERASED)
    await forget_papers_of(session, account, ERASED)
    await ItemStore(session).forget_address(told.email_digest)
    await LendingStore(session).forget_address(told.email_digest)
    await forget_results(session, [account])
    await forget_messages(session, [account])
    await audit.forget(session, ids=[account], mentions=[account])


HANDLERS: Final = {
    "organisation.changed": take_organisation,
    "organisation.merged": take_merge,
    "membership.changed": take_membership,
    "account.erased": take_erasure,
}
"""Which messages this service takes, by their types."""
