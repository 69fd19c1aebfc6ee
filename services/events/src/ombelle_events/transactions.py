"""One transaction a use case, begun again, alone, when a sync and it waited for one another's rows."""

from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar

import asyncpg
from ombelle_chassis.errors import Unavailable
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

_TRIES: Final = 4
_DEADLOCK: Final = "40P01"

# The batches of syncs and the desk's decisions write many events in an order of their own. They run beside one
# another, each holding its share of this lock; who lost a deadlock takes it whole at the next try, and so meets none.
_TURN: Final = 7_203_003
WITH_OTHERS: Final = f"SELECT pg_advisory_xact_lock_shared({_TURN})"
ALONE: Final = f"SELECT pg_advisory_xact_lock({_TURN})"

Result = TypeVar("Result")


async def in_transaction(
    sessions: async_sessionmaker[AsyncSession], work: Callable[[AsyncSession], Awaitable[Result]]
) -> Result:
    """Do the work in one transaction and commit it; a deadlock rolls it back and starts it anew, alone.

    Raises:
        Unavailable: it met a deadlock each time.
        Exception: whatever the work raises; nothing of it was written.

    """
    turn = WITH_OTHERS
    for _ in range(_TRIES):
        try:
            async with sessions() as session, session.begin():
                await session.execute(text(turn))
                return await work(session)
        except (DBAPIError, asyncpg.PostgresError) as error:
            # What was sent to the driver directly comes back as the driver's own error.
            if getattr(getattr(error, "orig", error), "sqlstate", None) != _DEADLOCK:
                raise
            turn = ALONE
    raise Unavailable("Une synchronisation occupe ces événements : réessayez dans un instant.")


async def driver_connection(session: AsyncSession) -> Any:
    """Return the driver's connection of this transaction, with everything written before."""
    await session.flush()
    connection = await session.connection()
    return (await connection.get_raw_connection()).driver_connection
