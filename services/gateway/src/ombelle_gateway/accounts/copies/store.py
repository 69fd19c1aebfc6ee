from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import column, func, literal, select, table, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.copies.tables import MembershipCopyRow, OrganisationCopyRow

_ACCOUNT = table("account", column("id"))


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
        known = select(_ACCOUNT.c.id, literal(organisation_id), literal(role), literal(version)).where(
            _ACCOUNT.c.id == account_id
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

    async def organisations(self, account_id: UUID) -> Sequence[tuple[UUID, str, str]]:
        """Return id, name and role of the organisations that an account acts for, by name."""
        rows = await self._session.execute(
            select(MembershipCopyRow.organisation_id, OrganisationCopyRow.name, MembershipCopyRow.role)
            .join(
                OrganisationCopyRow,
                OrganisationCopyRow.organisation_id == MembershipCopyRow.organisation_id,
            )
            .where(
                MembershipCopyRow.account_id == account_id,
                MembershipCopyRow.role.is_not(None),
                OrganisationCopyRow.merged_into.is_(None),
            )
            .order_by(func.lower(OrganisationCopyRow.name), MembershipCopyRow.organisation_id)
        )
        return [(organisation, name, role or "") for organisation, name, role in rows]

    async def organisation_names(self, organisation_ids: Sequence[UUID]) -> dict[UUID, str]:
        """Return the names of these organisations, as far as they are known here."""
        rows = await self._session.execute(
            select(OrganisationCopyRow.organisation_id, OrganisationCopyRow.name).where(
                OrganisationCopyRow.organisation_id.in_(organisation_ids)
            )
        )
        return {row.organisation_id: row.name for row in rows}
