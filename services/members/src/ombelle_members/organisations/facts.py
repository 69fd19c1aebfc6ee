"""What the other services are told of organisations and of who acts for them, in the transaction that changes it."""

from uuid import UUID

from ombelle_chassis.messages import post
from ombelle_contracts.messages import MembershipChanged, OrganisationChanged
from ombelle_contracts.messages import OrganisationMerged as OrganisationMergedFact
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.organisations.tables import MembershipRow, OrganisationRow


async def tell_organisation(session: AsyncSession, row: OrganisationRow) -> None:
    """Tell an organisation as it is now; its generated columns are read again."""
    await session.flush()
    await session.refresh(row)
    fact = OrganisationChanged(
        organisation_id=row.id,
        name=row.name,
        kind=row.kind,
        commune_insee=row.commune_insee,
        commune_name=row.commune_name,
        department=row.department,
        is_public=row.is_public,
        merged_into=row.merged_into,
    )
    await post(session, "organisation.changed", key=str(row.id), version=row.version, payload=fact)


async def tell_merged(session: AsyncSession, row: OrganisationRow, into: UUID) -> None:
    """Tell that an organisation is another one now."""
    await session.flush()
    fact = OrganisationMergedFact(organisation_id=row.id, into=into)
    await post(session, "organisation.merged", key=str(row.id), version=row.version, payload=fact)


async def tell_membership(session: AsyncSession, account_id: UUID | None, row: MembershipRow) -> None:
    """Tell what an account may do for an organisation now: its role, or nothing once the membership has ended."""
    if account_id is None:
        return
    await session.flush()
    fact = MembershipChanged(
        account_id=account_id,
        organisation_id=row.organisation_id,
        role=None if row.ended_at is not None else row.role,
    )
    await post(session, "membership.changed", key=str(account_id), version=row.version, payload=fact)
