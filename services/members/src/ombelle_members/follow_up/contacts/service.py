"""People of an organisation to talk to. Its own people, their programs and the agency keep them."""

from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.email_addresses import email_digest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.follow_up.contacts.store import SHOWN, ContactStore
from ombelle_members.follow_up.errors import ContactUnknown, TooManyContacts
from ombelle_members.follow_up.tables import ContactRow
from ombelle_members.organisations.log import record
from ombelle_members.organisations.standing import Standing, standing

MOST: Final = 200
"""Contacts of one organisation."""


class ContactService:
    """Reads and writes the contacts of an organisation."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, caller: Caller, organisation_id: UUID, *, after: UUID, count: int
    ) -> list[dict[str, Any]]:
        """Return the contacts of an organisation, the oldest first.

        Raises:
            OrganisationUnknown, OrganisationMerged: there is none to look at, or it is not theirs.

        """
        async with self._sessions() as session, session.begin():
            found = await standing(session, caller, organisation_id)
            found.require("read_contacts")
            rows = await ContactStore(session).page(organisation_id, after=after, count=count)
        return [_described(found, row) for row in rows]

    async def add(self, caller: Caller, organisation_id: UUID, values: dict[str, Any]) -> dict[str, Any]:
        """Add a contact.

        Raises:
            OrganisationUnknown, OrganisationMerged: there is none to add it to.
            Forbidden: it is not theirs.
            TooManyContacts: there are as many as there may be.

        """
        async with self._sessions() as session, session.begin():
            found = await _may_edit(session, caller, organisation_id)
            store = ContactStore(session)
            if await store.total(organisation_id) >= MOST:
                raise TooManyContacts(f"Une structure a au plus {MOST} contacts : retirez-en d'abord.")
            contact = ContactRow(organisation_id=organisation_id, **_with_digest(values))
            await store.add(contact)
            await record(session, caller, "contact_added", organisation_id, {"contact_id": contact.id})
            return _described(found, _shown(contact))

    async def change(
        self,
        caller: Caller,
        organisation_id: UUID,
        contact_id: UUID,
        values: dict[str, Any],
        *,
        if_match: str | None,
    ) -> dict[str, Any]:
        """Change fields of a contact.

        Raises:
            VersionNeeded: `if_match` is missing.
            OrganisationUnknown, OrganisationMerged, ContactUnknown: there is none to change.
            Forbidden: it is not theirs.
            ChangedMeanwhile: it has another version.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            found = await _may_edit(session, caller, organisation_id)
            contact = await _contact(session, organisation_id, contact_id)
            refuse_stale(wanted, contact.version, current=_shown(contact), yours=values)
            changed = {name: value for name, value in values.items() if getattr(contact, name) != value}
            if changed:
                for name, value in _with_digest(changed).items():
                    setattr(contact, name, value)
                contact.version += 1
                contact.updated_at = datetime.now(UTC)
                written = {"contact_id": contact.id, "fields": sorted(changed)}
                await record(session, caller, "contact_changed", organisation_id, written)
            return _described(found, _shown(contact))

    async def remove(self, caller: Caller, organisation_id: UUID, contact_id: UUID) -> None:
        """Take a contact away.

        Raises:
            OrganisationUnknown, OrganisationMerged, ContactUnknown: there is none.
            Forbidden: it is not theirs.

        """
        async with self._sessions() as session, session.begin():
            await _may_edit(session, caller, organisation_id)
            contact = await _contact(session, organisation_id, contact_id)
            await ContactStore(session).remove(contact)
            await record(session, caller, "contact_removed", organisation_id, {"contact_id": contact_id})


async def _may_edit(session: AsyncSession, caller: Caller, organisation_id: UUID) -> Standing:
    found = await standing(session, caller, organisation_id, lock=True)
    found.require("edit_contacts")
    return found


async def _contact(session: AsyncSession, organisation_id: UUID, contact_id: UUID) -> ContactRow:
    contact = await ContactStore(session).contact(organisation_id, contact_id)
    if contact is None:
        raise ContactUnknown("Ce contact n'existe pas, ou plus.")
    return contact


def _with_digest(values: dict[str, Any]) -> dict[str, Any]:
    if "email" not in values:
        return values
    email = values["email"]
    return {**values, "email_digest": None if email is None else email_digest(email)}


def _shown(contact: ContactRow) -> dict[str, Any]:
    return {name: getattr(contact, name) for name in SHOWN}


def _described(found: Standing, row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "allowed_actions": ["edit", "remove"] if found.may("edit_contacts") else []}
