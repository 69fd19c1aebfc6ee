"""Many who ask for one item at once: it is read once for all of them, and they write one after the other.

Who gets it is PostgreSQL's to say, by the locks of its units and the exclusion constraint: this spares it the crowd. Who
would wait there for a lock, with a connection that others need, waits here without one, and looks anew before writing.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from ombelle_loans.availability.days import Days
from ombelle_loans.availability.seeing import Sight, look_at_items
from ombelle_loans.transactions import driver_of

_LOOKS_AT_ONCE: Final = 2
Items = frozenset[UUID]
Decided = TypeVar("Decided")


@dataclass(frozen=True, slots=True)
class _Look:
    """A look that has not begun: what it reads, and who waits for it."""

    days: set[Days]
    sight: asyncio.Task[Sight]


class Turns:
    """The turns of one process. Nothing depends on there being no other."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._looks: dict[Items, _Look] = {}
        self._looking = asyncio.Semaphore(_LOOKS_AT_ONCE)
        self._turns: dict[UUID, asyncio.Event] = {}

    async def look(self, items: Items, days: Collection[Days], decide: Callable[[Sight], Decided]) -> Decided:
        """Return what is decided by what is read of these items after this was called, by one statement.

        It is sent outside of any transaction: nothing is locked or written for whoever is refused here.

        Args:
            items: which ones.
            days: what `decide` will ask about.
            decide: says what follows; what it raises is raised here.

        """
        look = self._looks.get(items)
        if look is None:
            read: set[Days] = set()
            look = self._looks[items] = _Look(read, asyncio.create_task(self._read(items, read)))
        look.days.update(days)
        return decide(await asyncio.shield(look.sight))  # who goes away meanwhile takes it from nobody else

    @asynccontextmanager
    async def turn(
        self, items: Items, days: Collection[Days], decide: Callable[[Sight], Decided]
    ) -> AsyncIterator[Decided]:
        """Wait until nobody else of this process has a turn for one of these items; yield what `look` returns then.

        Whoever `decide` refuses leaves at once, whether it is their turn or not.
        """
        found = await self.look(items, days, decide)
        while others := [self._turns[item] for item in items if item in self._turns]:
            await others[0].wait()
            found = await self.look(items, days, decide)
        over = asyncio.Event()
        self._turns |= dict.fromkeys(items, over)
        try:
            yield found
        finally:
            for item in items:
                del self._turns[item]
            over.set()

    async def _read(self, items: Items, days: set[Days]) -> Sight:
        async with self._looking:
            del self._looks[items]  # who asks from now on is told what is read from then on
            async with self._engine.connect() as connection:
                return await look_at_items(await driver_of(connection), items, days)
