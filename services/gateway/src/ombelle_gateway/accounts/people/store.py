from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.people.tables import AccountRow, EmailChangeRow

_PASSKEYS = text("SELECT count(*) FROM passkey WHERE account_id = :account")


class PeopleStore:
    """Accounts in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def by_id(self, account_id: UUID, *, for_update: bool = False) -> AccountRow | None:
        """Return an account, locked until the transaction ends when it is going to be changed."""
        statement = select(AccountRow).where(AccountRow.id == account_id)
        return await self._session.scalar(
            statement.with_for_update(key_share=True) if for_update else statement
        )

    async def by_email(self, email: str) -> AccountRow | None:
        """Return the account with this address, whatever its case."""
        return await self._session.scalar(
            select(AccountRow).where(func.lower(AccountRow.email) == email.lower())
        )

    async def written_as(self, email: str) -> str:
        """Return an address as its account writes it, or as it is: one statement and one row in both cases.

        Some servers tell mailboxes apart by case: what opens an account goes to its own one.
        """
        known = select(AccountRow.email).where(func.lower(AccountRow.email) == email.lower())
        return str(await self._session.scalar(select(func.coalesce(known.scalar_subquery(), email))))

    async def by_demo_key(self, key: str) -> AccountRow | None:
        """Return the account of somebody of the demo."""
        return await self._session.scalar(select(AccountRow).where(AccountRow.demo_key == key))

    async def add(self, values: Mapping[str, Any]) -> AccountRow | None:
        """Make an account; nothing if there is one with its address, made a moment ago by another transaction too."""
        statement = (
            insert(AccountRow)
            .values(dict(values))
            .on_conflict_do_nothing(index_elements=[func.lower(AccountRow.email)])
        )
        return await self._session.scalar(statement.returning(AccountRow))

    async def passkeys(self, account_id: UUID) -> int:
        """Return how many passkeys an account has."""
        return int(await self._session.scalar(_PASSKEYS, {"account": account_id}) or 0)

    async def ask_email_change(self, account_id: UUID, values: Mapping[str, Any]) -> None:
        """Remember which address an account wants; what it wanted before is forgotten."""
        statement = insert(EmailChangeRow).values(account_id=account_id, **values)
        kept = {**values, "created_at": func.now()}
        await self._session.execute(statement.on_conflict_do_update(index_elements=["account_id"], set_=kept))

    async def email_change(self, account_id: UUID, token_hash: bytes) -> str | None:
        """Return the address that this link confirms, and forget the link; nothing if it is none of theirs, or late."""
        return await self._session.scalar(
            delete(EmailChangeRow)
            .where(
                EmailChangeRow.account_id == account_id,
                EmailChangeRow.token_hash == token_hash,
                EmailChangeRow.expires_at > func.now(),
            )
            .returning(EmailChangeRow.email)
        )

    async def change(self, account: AccountRow, values: Mapping[str, Any]) -> None:
        """Write the values and raise the version."""
        await self._session.execute(
            update(AccountRow)
            .where(AccountRow.id == account.id)
            .values(**values, version=AccountRow.version + 1)
        )
        await self._session.refresh(account)
