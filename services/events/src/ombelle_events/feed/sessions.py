"""Sessions of known events, brought to the source's: a moved one keeps its id, and says when it was."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import asyncpg

from ombelle_events.feed import statements as sql
from ombelle_events.feed.domain import SourceSession, StoredSession, match_sessions

COLUMNS = ("event_id", "starts_at", "ends_at", "timezone")


class Slots(Protocol):
    """When an event takes place, as its source says."""

    @property
    def sessions(self) -> tuple[SourceSession, ...]:
        """The slots."""
        ...

    @property
    def timezone(self) -> str:
        """The zone that they are shown in."""
        ...


async def rewrite_sessions(connection: asyncpg.Connection, wanted: Mapping[UUID, Slots]) -> set[UUID]:
    """Bring the sessions of these events to what their sources say, and return the events that changed by it."""
    stored: dict[UUID, list[Any]] = defaultdict(list)
    for found in await connection.fetch(sql.SESSIONS_OF, list(wanted)):
        stored[found["event_id"]].append(found)
    removed: list[UUID] = []
    moved: list[tuple[Any, ...]] = []
    added: list[tuple[Any, ...]] = []
    changed: set[UUID] = set()
    for event_id, event in wanted.items():
        before = len(removed), len(moved), len(added)
        _plan(event_id, event, stored[event_id], removed, moved, added)
        if (len(removed), len(moved), len(added)) != before:
            changed.add(event_id)
    if removed:
        await connection.execute(sql.DELETE_SESSIONS, removed)
    if moved:
        await connection.execute(sql.MOVE_SESSIONS, *(list(c) for c in zip(*moved, strict=True)))
    if added:
        await connection.copy_records_to_table("event_session", records=added, columns=COLUMNS)
    restated = await connection.fetch(sql.SESSION_STATUSES, list(wanted))
    return changed | {event_id for (event_id,) in restated}


def _plan(
    event_id: UUID,
    event: Slots,
    stored: Sequence[Any],
    removed: list[UUID],
    moved: list[tuple[Any, ...]],
    added: list[tuple[Any, ...]],
) -> None:
    rows = {s["id"]: s for s in stored}
    plan = match_sessions(
        (StoredSession(s["id"], s["starts_at"], s["ends_at"]) for s in stored), event.sessions
    )
    for session, slot in plan.kept:
        row = rows[session.id]
        if (session.ends_at, row["timezone"]) != (slot.ends_at, event.timezone):
            previous = row["previous_starts_at"], row["previous_ends_at"]
            moved.append((session.id, slot.starts_at, slot.ends_at, event.timezone, *previous))
    for session, slot in plan.moved:
        row = rows[session.id]
        previous = _previous(row, slot.starts_at)
        moved.append((session.id, slot.starts_at, slot.ends_at, event.timezone, *previous))
    removed += [session.id for session in plan.removed]
    added += [(event_id, s.starts_at, s.ends_at, event.timezone) for s in plan.added]


def _previous(row: Any, starts_at: datetime) -> tuple[datetime | None, datetime | None]:
    """When a session was before it moved; nothing once it is back where it had been."""
    if row["previous_starts_at"] == starts_at:
        return None, None
    return row["starts_at"], row["ends_at"]
