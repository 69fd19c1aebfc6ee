"""Taking over what a source says of one field, as a sync would have written it had nobody edited the field here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ombelle_events.feed import statements as sql
from ombelle_events.feed.domain import EVENT_FIELDS, SourceSession
from ombelle_events.feed.errors import SourceValueUnusable
from ombelle_events.feed.sessions import rewrite_sessions
from ombelle_events.feed.settling.domain import COLUMNS
from ombelle_events.feed.settling.store import SettlingStore
from ombelle_events.feed.tables import FeedConflictRow
from ombelle_events.programme.tables import EventRow
from ombelle_events.programme.texts import render_markdown


@dataclass(frozen=True, slots=True)
class _Slots:
    sessions: tuple[SourceSession, ...]
    timezone: str


class Takeover:
    """Takes values over in the caller's transaction; `touched` are the events whose cards are to be rebuilt."""

    def __init__(self, store: SettlingStore) -> None:
        self._store = store
        self.touched: set[UUID] = set()

    async def take(self, conflict: FeedConflictRow, event: EventRow) -> None:
        """Write the source's value in the event, and follow the source in this field from now on.

        What it means for other tables is `finish`'s.

        Raises:
            SourceValueUnusable: it names something that is not here, or that cannot stand here.

        """
        field, value = conflict.field, conflict.source_value
        if event.parent_id is not None:
            self.touched.add(event.parent_id)  # which may show one child less
        if field in COLUMNS:
            setattr(event, COLUMNS[field], await self._linked(conflict, event))
        elif field in EVENT_FIELDS:
            setattr(event, field, value)
        elif field != "sessions":
            raise SourceValueUnusable(f"Le champ « {field} » ne vient d'aucune source.")
        if field == "long_description":
            event.long_description_html = render_markdown(value)
        event.version += 1
        event.updated_at = datetime.now(UTC)
        await self._store.forget_edit(event.id, field)
        self.touched.add(event.id)

    async def finish(self, event: EventRow, taken: Mapping[str, Any]) -> None:
        """Write what these values, by field, mean for other tables, once all of them stand in the event."""
        connection = await self._store.raw_connection()
        if "sessions" in taken:
            await self._sessions(event, taken["sessions"])
        elif "status" in taken:
            await connection.execute(sql.SESSION_STATUSES, [event.id])
        if "activity_type" in taken:
            # A village is an umbrella by its kind; the statement leaves alone what was decided here.
            source = await connection.fetchval(
                "SELECT source FROM external_ref WHERE event_id = $1 ORDER BY source LIMIT 1", event.id
            )
            await connection.execute(sql.STRUCTURES, source, [event.id])

    async def _sessions(self, event: EventRow, value: Any) -> None:
        slots = tuple(
            SourceSession(datetime.fromisoformat(starts_at), datetime.fromisoformat(ends_at))
            for starts_at, ends_at in value
        )
        zone = await self._store.zone_of(event.id)
        await rewrite_sessions(await self._store.raw_connection(), {event.id: _Slots(slots, zone)})

    async def _linked(self, conflict: FeedConflictRow, event: EventRow) -> UUID | None:
        field, value = conflict.field, conflict.source_value
        if value is None:
            return None
        if field == "edition":
            found = await self._store.edition_of(value)
        elif field == "venue":
            source = await self._store.origin(conflict)
            found = await self._store.venue_of(source, value["external_id"])
        else:
            return await self._parent(conflict, event)
        if found is None:
            raise SourceValueUnusable("Ce que la source désigne n'existe pas ici.")
        return found

    async def _parent(self, conflict: FeedConflictRow, event: EventRow) -> UUID:
        parent = await self._store.event_of(await self._store.origin(conflict), conflict.source_value)
        if parent is None:
            raise SourceValueUnusable(
                "Les multi-animations que la source désigne ne sont pas venues jusqu'ici."
            )
        if parent.structure != "umbrella" or event.structure != "single" or parent.id == event.id:
            raise SourceValueUnusable(
                f"« {event.title} » ne peut pas se ranger sous « {parent.title} » : "
                "il faut une animation simple sous des multi-animations."
            )
        return parent.id
