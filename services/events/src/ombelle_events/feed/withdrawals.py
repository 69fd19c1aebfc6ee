"""What a source takes away: hidden, never deleted, and only once no feed shows it any more."""

from collections.abc import Sequence
from uuid import UUID

import asyncpg

from ombelle_events.feed import statements as sql
from ombelle_events.transactions import ALONE, WITH_OTHERS


async def withdraw(connection: asyncpg.Connection, feed_id: UUID, external_ids: Sequence[str]) -> int:
    """Withdraw rows of a feed in one transaction, and return how many were still there.

    An event that another feed still shows stays, and that feed speaks for it from now on.

    Raises:
        asyncpg.PostgresError: nothing was withdrawn.

    """
    try:
        return await _withdraw(connection, feed_id, external_ids, WITH_OTHERS)
    except asyncpg.DeadlockDetectedError:
        return await _withdraw(connection, feed_id, external_ids, ALONE)


async def _withdraw(
    connection: asyncpg.Connection, feed_id: UUID, external_ids: Sequence[str], turn: str
) -> int:
    async with connection.transaction():
        await connection.execute(turn)
        found = await connection.fetch(sql.WITHDRAW_RECORDS, feed_id, list(external_ids))
        events = sorted({event_id for event_id, linked in found if not linked})
        await connection.fetch(sql.LOCK_EVENTS, events)
        heirs = await connection.fetch(sql.HAND_OVER, events)
        if heirs:
            await connection.execute(sql.TAKE_OVER, [f for f, _ in heirs], [x for _, x in heirs])
        gone = await connection.fetch(sql.WITHDRAW_EVENTS, events)
        if gone:
            await connection.execute(sql.REFRESH, [event_id for (event_id,) in gone])
    return len(found)
