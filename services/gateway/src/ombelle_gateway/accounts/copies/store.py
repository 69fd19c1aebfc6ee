from uuid import UUID

from sqlalchemy import literal, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.copies.tables import MembershipCopyRow, OrganisationCopyRow
from ombelle_gateway.accounts.people.tables import AccountRow


class CopyStore:
    """Copies in one transaction; it never commits. What is older than what is here changes nothing."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def organisation(
        self, organisation_id: UUID, *, name: str, kind: str, merged_into: UUID | None, version: int
    ) -> None:
        """Take in what an organisation is now."""
        statement = insert(OrganisationCopyRow).values(
            organisation_id=organisation_id, name=name, kind=kind, merged_into=merged_into, version=version
        )
        new = statement.excluded
        await self._session.execute(
            statement.on_conflict_do_update(
                index_elements=["organisation_id"],
                set_={
                    "name": new.name,
                    "kind": new.kind,
                    "merged_into": new.merged_into,
                    "version": new.version,
                },
                where=OrganisationCopyRow.version < new.version,
            )
        )

    async def merged(self, organisation_id: UUID, into: UUID, *, version: int) -> None:
        """Take in that an organisation is another one now."""
        await self._session.execute(
            update(OrganisationCopyRow)
            .where(
                OrganisationCopyRow.organisation_id == organisation_id, OrganisationCopyRow.version <= version
            )
            .values(merged_into=into, version=version)
        )

    async def membership(
        self, account_id: UUID, organisation_id: UUID, *, role: str | None, version: int
    ) -> None:
        """Take in what an account may do in an organisation; an account that is no more may do nothing."""
        known = select(AccountRow.id, literal(organisation_id), literal(role), literal(version)).where(
            AccountRow.id == account_id
        )
        statement = insert(MembershipCopyRow).from_select(
            ["account_id", "organisation_id", "role", "version"],
            known.with_for_update(key_share=True, read=True),
        )
        new = statement.excluded
        await self._session.execute(
            statement.on_conflict_do_update(
                index_elements=["account_id", "organisation_id"],
                set_={"role": new.role, "version": new.version},
                where=MembershipCopyRow.version < new.version,
            )
        )
