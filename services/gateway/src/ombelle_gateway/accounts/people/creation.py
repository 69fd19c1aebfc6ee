"""Accounts come into being here, whatever they signed in by, and every change of one is told to the others."""

from typing import Final

from ombelle_chassis.audit import record
from ombelle_chassis.messages import post
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.people.store import PeopleStore
from ombelle_gateway.accounts.people.tables import AccountRow

# Roles have no version of their own: the clock's microseconds grow, whoever changes them holds the account's row.
_TEAM: Final = text("""
SELECT roles_of(:account) AS roles, CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint) AS version
""")


async def find_or_create(
    session: AsyncSession, *, email: str, name: str, locale: str, demo_key: str | None = None
) -> AccountRow:
    """Return the account with this address, made if there is none, in the caller's transaction.

    Whoever makes one has told that they are 15 or older; `email` and `name` are as `people.domain` returns them.
    """
    store = PeopleStore(session)
    found = await store.by_email(email)
    if found is not None:
        return found
    made = await store.add({"email": email, "name": name, "locale": locale, "demo_key": demo_key})
    if made is None:  # somebody else made it since we looked
        return await find_or_create(session, email=email, name=name, locale=locale)
    await tell(session, made)
    await record(
        session,
        actor=str(made.id),
        action="account_created",
        subject_kind="account",
        subject_id=str(made.id),
        values={"name": name, "email": email},
    )
    return made


async def tell(session: AsyncSession, account: AccountRow) -> None:
    """Tell the other services what an account is now, and that of somebody of the agency to those who work with them."""
    await post(
        session,
        "account.changed",
        key=str(account.id),
        version=account.version,
        payload={
            "account_id": account.id,
            "name": account.name,
            "email": account.email,
            "locale": account.locale,
        },
    )
    if (await session.execute(_TEAM, {"account": account.id})).one().roles:
        await tell_team(session, account)


async def tell_team(session: AsyncSession, account: AccountRow) -> None:
    """Tell which roles of the agency somebody has now."""
    await session.flush()
    now = (await session.execute(_TEAM, {"account": account.id})).one()
    await post(
        session,
        "team.changed",
        key=str(account.id),
        version=now.version,
        payload={
            "account_id": account.id,
            "name": account.name,
            "email": account.email,
            "roles": now.roles,
        },
    )
