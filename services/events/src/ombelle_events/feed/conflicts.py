"""Fields edited here that a source has changed since: noted for a person, never overwritten."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

import asyncpg
import orjson

from ombelle_events.feed import statements as sql
from ombelle_events.feed.domain import conflicting_fields

Disagreement = tuple[UUID, str, Any]

# What a local edit is called on an event, and what the same thing is called in a source row.
_EDITED_AS: Final = {"venue_id": "venue", "parent_id": "parent", "edition_id": "edition"}


def disagreements(
    event_id: UUID, before: Mapping[str, Any], after: Mapping[str, Any], edited: Iterable[str]
) -> list[Disagreement]:
    """What a source changed between two runs among fields edited here: (event, field, the source's value)."""
    changed = conflicting_fields(before, after, {_EDITED_AS.get(name, name) for name in edited})
    return [(event_id, name, after[name]) for name in sorted(changed)]


async def open_conflicts(connection: asyncpg.Connection, feed_id: UUID, found: Sequence[Disagreement]) -> int:
    """Note disagreements, each with the source's latest value, and return how many are new or changed.

    Where the source came round to what stands here, an open conflict is settled instead.
    """
    if not found:
        return 0
    stored = await connection.fetch(sql.EVENTS_AS_JSON, list({event_id for event_id, _, _ in found}))
    here = {event_id: orjson.loads(text) for event_id, text in stored}
    agreed = {(e, name) for e, name, value in found if name in here[e] and here[e][name] == value}
    if agreed:
        await connection.execute(sql.AGREED, [e for e, _ in agreed], [name for _, name in agreed])
    left = [one for one in found if one[:2] not in agreed]
    opened = await connection.fetch(
        sql.OPEN_CONFLICTS,
        feed_id,
        [event_id for event_id, _, _ in left],
        [name for _, name, _ in left],
        [orjson.dumps(value).decode() for _, _, value in left],
    )
    return len(opened)
