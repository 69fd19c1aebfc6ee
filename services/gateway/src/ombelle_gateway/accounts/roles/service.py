"""Who has which role of the agency, who may not come in any more, and what happened to an account."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.identity import Identity
from sqlalchemy import RowMapping
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.copies.store import CopyStore
from ombelle_gateway.accounts.people.creation import tell_team
from ombelle_gateway.accounts.people.service import account_of
from ombelle_gateway.accounts.people.tables import AccountRow
from ombelle_gateway.accounts.roles.errors import LastAdministrator
from ombelle_gateway.accounts.roles.store import RoleStore
from ombelle_gateway.accounts.sessions.service import end_sessions_of

_LAST = "C'est la dernière personne qui administre : donnez d'abord ce rôle à quelqu'un d'autre."


class RolesService:
    """What an administrator does with accounts. Giving what is there and taking what is not are no change."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def accounts(
        self, *, words: str | None, role: str | None, after: tuple[str, UUID] | None, limit: int
    ) -> list[dict[str, Any]]:
        """Return at most `limit` accounts by name, with their roles and what they are sorted by."""
        async with self._sessions() as session, session.begin():
            store = RoleStore(session)
            found = await store.accounts(words=words, role=role, after=after, limit=limit)
            roles = await store.roles_of([one.id for one, _ in found]) if found else {}
            return [_describe(one, roles[one.id]) | {"sorted_by": by} for one, by in found]

    async def team(self, role: str, *, after: tuple[str, UUID] | None, limit: int) -> list[dict[str, Any]]:
        """Return at most `limit` people who have a role of the agency and may come in, by name."""
        async with self._sessions() as session, session.begin():
            found = await RoleStore(session).accounts(
                words=None, role=role, after=after, limit=limit, may_come_in=True
            )
            return [
                {"id": one.id, "name": one.name, "email": one.email, "sorted_by": by} for one, by in found
            ]

    async def account(self, account_id: UUID) -> dict[str, Any]:
        """Return an account with its roles and organisations.

        Raises:
            AccountUnknown: there is none with this id.

        """
        async with self._sessions() as session, session.begin():
            account = await account_of(session, account_id)
            roles = await RoleStore(session).roles_of([account_id])
            organisations = await CopyStore(session).organisations(account_id)
            return _describe(account, roles[account_id]) | {
                "organisations": [
                    {"id": one, "name": name, "role": role} for one, name, role in organisations
                ]
            }

    async def give(self, account_id: UUID, role: str, *, by: Identity | str) -> None:
        """Give a role of the agency.

        Raises:
            AccountUnknown: there is no such account.

        """
        async with self._sessions() as session, session.begin():
            account = await account_of(session, account_id, for_update=True)
            giver = by if isinstance(by, str) else by.subject
            if await RoleStore(session).give(account_id, role, by=giver):
                await tell_team(session, account)
                await _trace(session, by, "role_given", account_id, {"role": role})

    async def take(self, account_id: UUID, role: str, *, by: Identity) -> None:
        """Take a role of the agency.

        Raises:
            AccountUnknown: there is no such account.
            LastAdministrator: nobody else could administer.

        """
        async with self._sessions() as session, session.begin():
            account = await account_of(session, account_id, for_update=True)
            try:
                taken = await RoleStore(session).take(account_id, role)
            except IntegrityError as error:
                raise LastAdministrator(_LAST) from error
            if taken:
                await tell_team(session, account)
                await _trace(session, by, "role_taken", account_id, {"role": role})

    async def suspend(self, account_id: UUID, *, by: Identity) -> None:
        """Close an account: its sessions end, and whoever presents its tokens is nobody.

        Raises:
            AccountUnknown: there is no such account.
            LastAdministrator: nobody else could administer.

        """
        async with self._sessions() as session, session.begin():
            await account_of(session, account_id, for_update=True)
            try:
                suspended = await RoleStore(session).suspend(account_id, is_suspended=True)
            except IntegrityError as error:
                raise LastAdministrator(_LAST) from error
            await end_sessions_of(session, account_id)
            if suspended:
                await _trace(session, by, "account_suspended", account_id, {})

    async def reopen(self, account_id: UUID, *, by: Identity) -> None:
        """Open an account again.

        Raises:
            AccountUnknown: there is no such account.

        """
        async with self._sessions() as session, session.begin():
            await account_of(session, account_id, for_update=True)
            if await RoleStore(session).suspend(account_id, is_suspended=False):
                await _trace(session, by, "account_reopened", account_id, {})

    async def history(self, account_id: UUID, *, after: int | None, limit: int) -> Sequence[RowMapping]:
        """Return what happened to an account, newest first.

        Raises:
            AccountUnknown: there is no such account.

        """
        async with self._sessions() as session, session.begin():
            await account_of(session, account_id)
            return await RoleStore(session).history(account_id, after=after, limit=limit)


def _describe(account: AccountRow, roles: list[str]) -> dict[str, Any]:
    suspended = account.suspended_at is not None
    return {
        "id": account.id,
        "name": account.name,
        "email": account.email,
        "locale": account.locale,
        "created_at": account.created_at,
        "suspended_at": account.suspended_at,
        "is_demo": account.demo_key is not None,
        "roles": roles,
        "organisations": None,
        "allowed_actions": ["give_role", "take_role", "reopen" if suspended else "suspend"],
    }


async def _trace(
    session: AsyncSession, by: Identity | str, action: str, account_id: UUID, values: dict[str, Any]
) -> None:
    await record(
        session,
        actor=by,
        action=action,
        subject_kind="account",
        subject_id=str(account_id),
        values=values,
    )
