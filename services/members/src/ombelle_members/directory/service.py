"""The public directory's answers, as bytes: nothing in them depends on who asks."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.pagination import encode_cursor
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members import vocabulary
from ombelle_members.callers import Caller
from ombelle_members.directory.errors import EntryUnknown
from ombelle_members.directory.exporting import csv_of, geojson_of
from ombelle_members.directory.store import PublicDirectoryStore
from ombelle_members.organisations.log import record
from ombelle_members.organisations.standing import Standing, standing
from ombelle_members.persons.store import PersonStore

LISTED: Final = "directory"
_LABELS: Final[Mapping[str, Mapping[Any, vocabulary.Label]]] = {
    "kind": vocabulary.KINDS,
    "theme": vocabulary.THEMES,
    "offer": vocabulary.OFFERS,
}


class PublicDirectoryService:
    """What everybody sees of organisations. `public_url` is where their pages are."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], public_url: str) -> None:
        self._sessions = sessions
        self._pages = f"{public_url}/annuaire/"

    async def page(self, filters: Mapping[str, Any], *, after: tuple[int, str, UUID], limit: int) -> bytes:
        """Return a page of the directory."""
        async with self._sessions() as session, session.begin():
            rows, total = await PublicDirectoryStore(session).page(filters, after=after, count=limit + 1)
        following = None
        if len(rows) > limit:
            last = rows[limit - 1]
            following = encode_cursor(LISTED, last.rank, last.folded_name, str(last.id))
        cards = ",".join(row.card for row in rows[:limit])
        return f'{{"items":[{cards}],"next":{json.dumps(following)},"total":{total}}}'.encode()

    async def facets(self, filters: Mapping[str, Any]) -> bytes:
        """Return counts over what the filters find."""
        async with self._sessions() as session, session.begin():
            found = await PublicDirectoryStore(session).facets(filters)
        for name, labels in _LABELS.items():
            for one in found[name]:
                one["label"] = labels[one["value"]].french
        for name in ("department", "commune"):
            for one in found[name]:
                one["label"] = one["label"] or "Non précisé"
        return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()

    async def entry(self, key: str) -> bytes:
        """Return an organisation by its address or id. Raises EntryUnknown."""
        async with self._sessions() as session, session.begin():
            found = await PublicDirectoryStore(session).entry(key)
        if found is None:
            raise EntryUnknown("Cette structure n'est pas, ou plus, dans l'annuaire public.")
        return found.encode()

    async def dump(self, filters: Mapping[str, Any]) -> bytes:
        """Return every organisation that the filters find, whole."""
        rows = await self._all(filters)
        return f'{{"items":[{",".join(rows)}],"total":{len(rows)}}}'.encode()

    async def table(self, filters: Mapping[str, Any]) -> bytes:
        """Return the same as CSV."""
        rows = await self._all(filters)
        return await asyncio.to_thread(lambda: csv_of(map(json.loads, rows), self._pages))

    async def map(self, filters: Mapping[str, Any]) -> bytes:
        """Return those of them that have a place, as GeoJSON."""
        rows = await self._all(filters)
        return await asyncio.to_thread(lambda: geojson_of(map(json.loads, rows), self._pages))

    async def _all(self, filters: Mapping[str, Any]) -> list[str]:
        async with self._sessions() as session, session.begin():
            return await PublicDirectoryStore(session).all(filters)


class ContactService:
    """Which of its contact data an organisation shows on its public page."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def shown(self, caller: Caller, organisation_id: UUID) -> dict[str, Any]:
        """Return what an organisation shows.

        Raises:
            OrganisationUnknown, OrganisationMerged: there is none, or it is not theirs to read.

        """
        async with self._sessions() as session, session.begin():
            found = await standing(session, caller, organisation_id)
            found.require("read_contacts")
            return await _described(session, found)

    async def show(self, caller: Caller, organisation_id: UUID, values: Mapping[str, bool]) -> dict[str, Any]:
        """Write what an organisation agrees to show.

        Raises:
            OrganisationUnknown, OrganisationMerged, Forbidden: it is not theirs to change.

        """
        async with self._sessions() as session, session.begin():
            found = await standing(session, caller, organisation_id, lock=True)
            found.require("edit")
            account = None if caller.identity.is_program else caller.account_id
            by = await PersonStore(session).acting_if_any(account)
            store = PublicDirectoryStore(session)
            before = await store.contact_shown(organisation_id)
            if any(before[name] != value for name, value in values.items()):
                await store.show_contact(organisation_id, values, by)
                await record(session, caller, "directory_consent_given", organisation_id, values)
            return await _described(session, found)


async def _described(session: AsyncSession, found: Standing) -> dict[str, Any]:
    shown = await PublicDirectoryStore(session).contact_shown(found.organisation.id)
    return shown | {"allowed_actions": ["edit"] if found.may("edit") else []}
