from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.follow_up.tables import ContactRow

SHOWN: Final = ("id", "name", "function", "email", "phone", "version", "created_at", "updated_at")


class ContactStore:
    """Contacts in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(self, organisation_id: UUID, *, after: UUID, count: int) -> list[dict[str, Any]]:
        """Return the contacts of an organisation, the oldest first."""
        row = ContactRow
        found = await self._session.scalars(
            select(row)
            .where(row.organisation_id == organisation_id, row.id > after)
            .order_by(row.id)
            .limit(count)
        )
        return [{name: getattr(contact, name) for name in SHOWN} for contact in found]

    async def total(self, organisation_id: UUID) -> int:
        """Return how many contacts an organisation has."""
        counted = select(func.count()).where(ContactRow.organisation_id == organisation_id)
        return int(await self._session.scalar(counted) or 0)

    async def contact(self, organisation_id: UUID, contact_id: UUID) -> ContactRow | None:
        """Return a contact of this organisation, held."""
        row = ContactRow
        asked = select(row).where(row.id == contact_id, row.organisation_id == organisation_id)
        return await self._session.scalar(asked.with_for_update())

    async def add(self, contact: ContactRow) -> None:
        """Write a contact."""
        self._session.add(contact)
        await self._session.flush()
        await self._session.refresh(contact)

    async def remove(self, contact: ContactRow) -> None:
        """Take a contact away."""
        await self._session.delete(contact)
        await self._session.flush()
