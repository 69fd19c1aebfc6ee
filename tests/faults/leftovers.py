"""What a killed process may leave behind, and must not."""

from typing import Any

import asyncpg

_NOTHING_LEFT = {
    "runs said to be under way": "SELECT count(*) FROM feed_run WHERE state = 'running'",
    "jobs": "SELECT count(*) FROM pgqueuer",
    "sessions without an event": "SELECT count(*) FROM event_session s WHERE NOT EXISTS "
    "(SELECT FROM event e WHERE e.id = s.event_id)",
    "places of nothing": "SELECT count(*) FROM venue v WHERE NOT EXISTS (SELECT FROM venue_ref r "
    "WHERE r.venue_id = v.id) AND NOT EXISTS (SELECT FROM event e WHERE e.venue_id = v.id)",
    "events without a session": "SELECT count(*) FROM event e WHERE NOT EXISTS "
    "(SELECT FROM event_session s WHERE s.event_id = e.id)",
    "cards of what is not shown": "SELECT count(*) FROM agenda_card c JOIN event e ON e.id = c.event_id "
    "WHERE e.publication <> 'published' OR e.withdrawn_at IS NOT NULL",
    "days of no card": "SELECT count(*) FROM agenda_day d WHERE NOT EXISTS "
    "(SELECT FROM agenda_card c WHERE c.event_id = d.event_id)",
    "advisory locks": "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'",
    "prepared transactions": "SELECT count(*) FROM pg_prepared_xacts",
    "faults of the audit log": "SELECT count(*) FROM audit_faults()",
    "cards that are stale": "SELECT refresh_cards(array(SELECT id FROM event))",
}


async def leftovers(url: str) -> dict[str, Any]:
    """Return what is left that should not be, by its name; nothing in it is changed."""
    connection = await asyncpg.connect(url)
    transaction = connection.transaction()
    await transaction.start()
    try:
        counts = {what: await connection.fetchval(query) for what, query in _NOTHING_LEFT.items()}
    finally:
        await transaction.rollback()
        await connection.close()
    return {what: count for what, count in counts.items() if count}
