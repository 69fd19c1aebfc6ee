from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, RowMapping, Text, delete, func, select, text, tuple_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.people.tables import AccountRow
from ombelle_gateway.accounts.roles.tables import AccountRoleRow

_HISTORY: Final = text("""
SELECT e.seq, e.at, v.actor, a.name AS actor_name, e.action, v."values"
FROM audit_entry e JOIN audit_value v USING (seq) LEFT JOIN account a ON a.id::text = v.actor
WHERE e.subject_kind = 'account' AND v.subject_id = :account
  AND (CAST(:after AS bigint) IS NULL OR e.seq < :after)
ORDER BY e.seq DESC LIMIT :limit
""")


class RoleStore:
    """Roles of the agency in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def give(self, account_id: UUID, role: str, *, by: str) -> bool:
        """Give a role; say whether the account did not have it."""
        given = await self._session.scalar(
            insert(AccountRoleRow)
            .values(account_id=account_id, role=role, given_by=by)
            .on_conflict_do_nothing(index_elements=["account_id", "role"])
            .returning(AccountRoleRow.role)
        )
        return given is not None

    async def take(self, account_id: UUID, role: str) -> bool:
        """Take a role; say whether the account had it."""
        taken = await self._session.scalar(
            delete(AccountRoleRow)
            .where(AccountRoleRow.account_id == account_id, AccountRoleRow.role == role)
            .returning(AccountRoleRow.role)
        )
        return taken is not None

    async def suspend(self, account_id: UUID, *, is_suspended: bool) -> bool:
        """Close or open an account; say whether that changed anything."""
        changed = await self._session.scalar(
            update(AccountRow)
            .where(AccountRow.id == account_id, AccountRow.suspended_at.is_(None) == is_suspended)
            .values(suspended_at=func.now() if is_suspended else None)
            .returning(AccountRow.id)
        )
        return changed is not None

    async def accounts(
        self,
        *,
        words: str | None,
        role: str | None,
        after: tuple[str, UUID] | None,
        limit: int,
        may_come_in: bool = False,
    ) -> Sequence[Row[AccountRow, str]]:
        """Return at most `limit` accounts by name, and what each is sorted by; after the pair of that and an id.

        With `may_come_in`, those that are suspended are left out.
        """
        name = func.unaccent(func.lower(AccountRow.name), type_=Text)
        statement = select(AccountRow, name).order_by(name, AccountRow.id).limit(limit)
        if words:
            searched = func.unaccent(func.lower(AccountRow.name + " " + AccountRow.email))
            statement = statement.where(func.strpos(searched, func.unaccent(words.lower())) > 0)
        if role is not None:
            holders = select(AccountRoleRow.account_id).where(AccountRoleRow.role == role)
            statement = statement.where(AccountRow.id.in_(holders))
        if may_come_in:
            statement = statement.where(AccountRow.suspended_at.is_(None))
        if after is not None:
            statement = statement.where(tuple_(name, AccountRow.id) > tuple_(*after))
        return (await self._session.execute(statement)).all()

    async def roles_of(self, account_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
        """Return the roles of these accounts, by name."""
        rows = await self._session.execute(
            select(AccountRoleRow.account_id, AccountRoleRow.role)
            .where(AccountRoleRow.account_id.in_(account_ids))
            .order_by(AccountRoleRow.role)
        )
        found: dict[UUID, list[str]] = {account: [] for account in account_ids}
        for account, role in rows:
            found[account].append(role)
        return found

    async def history(self, account_id: UUID, *, after: int | None, limit: int) -> Sequence[RowMapping]:
        """Return what the audit log holds of an account, newest first."""
        values: dict[str, Any] = {"account": str(account_id), "after": after, "limit": limit}
        return (await self._session.execute(_HISTORY, values)).mappings().all()
