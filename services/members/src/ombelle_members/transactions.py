"""One transaction a use case, begun again when PostgreSQL stopped it for the sake of another one."""

from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import Unavailable
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

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
        except DBAPIError as error:
            if _state_of(error) not in _STOPPED:
                raise
    raise Unavailable("Trop de demandes se croisent : réessayez dans un instant.")


def overlapping(error: IntegrityError) -> str | None:
    """Return the name of the exclusion constraint that refused a write, `None` where something else did."""
    return broken_constraint(error) if _state_of(error) == _OVERLAP else None


def _state_of(error: Any) -> str | None:
    return getattr(getattr(error, "orig", error), "sqlstate", None)
