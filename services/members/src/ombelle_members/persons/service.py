"""Persons: what the gateway tells of their accounts, and how the agency finds them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from ombelle_chassis.messages import Message
from ombelle_contracts.messages import AccountChanged
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.persons.store import PersonStore


class PersonService:
    """Reads persons; their accounts say what they are called."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(self, *, q: str, name: str, after: UUID, count: int) -> Sequence[dict[str, Any]]:
        """Return persons by name, those whose name or address holds every word of `q`."""
        async with self._sessions() as session, session.begin():
            rows = await PersonStore(session).page(q=q, name=name, after=after, count=count)
        return [{**row, "allowed_actions": []} for row in rows]


async def take_account(session: AsyncSession, message: Message) -> None:
    """Take in `account.changed`: what somebody is called now, unless they were erased or a newer word is known."""
    account = AccountChanged.model_validate(message.payload)
    store = PersonStore(session)
    if not await store.is_erased(account.account_id):
        await store.put_account(account, message.version)
