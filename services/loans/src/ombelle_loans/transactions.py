"""One transaction a use case, begun again when PostgreSQL stopped it for the sake of another one.

Units are locked in the order of their ids before they are blocked, so that two requests for the same ones wait for one
another instead of meeting in the constraint; where they do all the same, one of them is begun again.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar

import asyncpg
from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import Unavailable
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession, async_sessionmaker

_TRIES: Final = 4  # the first, and three more
_STOPPED: Final = frozenset({"40P01", "40001"})  # deadlock, serialization failure
_OVERLAP: Final = "23P01"  # an exclusion constraint

Result = TypeVar("Result")


async def in_transaction(
    sessions: async_sessionmaker[AsyncSession], work: Callable[[AsyncSession], Awaitable[Result]]
) -> Result:
    """Do the work in one transaction and commit it; one that a deadlock or another write stopped begins anew, whole.

    What the work does outside of PostgreSQL would be done again: it does nothing there.

    Raises:
        Unavailable: it was stopped each time.
        Exception: whatever the work raises; nothing of it was written.

    """
    for _ in range(_TRIES):
        try:
            async with sessions() as session, session.begin():
                return await work(session)
        except (DBAPIError, asyncpg.PostgresError) as error:
            if _state_of(error) not in _STOPPED:
                raise
    raise Unavailable("Trop de demandes se croisent sur ces outils : réessayez dans un instant.")


async def driver_connection(session: AsyncSession) -> Any:
    """Return the driver's connection of a session, with everything written before.

    What is sent to it before the session's first own statement runs outside of any transaction.
    """
    if session.new or session.dirty or session.deleted:
        await session.flush()
    return await driver_of(await session.connection())


async def driver_of(connection: AsyncConnection) -> Any:
    """Return the driver's own connection: where none has begun, what is sent to it runs outside of any transaction."""
    driver: Any = (await connection.get_raw_connection()).driver_connection
    if driver.is_closed():
        # PostgreSQL was away: SQLAlchemy finds out and forgets its connections, as it always does.
        await connection.execute(text("SELECT 1"))
    return driver


def overlapping(error: IntegrityError) -> str | None:
    """Return the name of the exclusion constraint that refused a write, `None` where something else did."""
    return broken_constraint(error) if _state_of(error) == _OVERLAP else None


def _state_of(error: Any) -> str | None:
    # What was sent to the driver directly comes back as the driver's own error.
    return getattr(getattr(error, "orig", error), "sqlstate", None)
