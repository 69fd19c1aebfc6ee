"""Hot memory: public answers kept until something changes, never longer.

Three rules make it safe. An answer is kept only if nothing was invalidated since its request began. Nothing
is served while the notifications of PostgreSQL may not be arriving: the listener proves that they do by
renewing a lease of a second. And the key holds the day in Paris, because many answers mean "from today".
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ombelle_gateway.answer import Answer

CAPACITY = 32 * 1024 * 1024
_LARGEST = CAPACITY // 8
_PARIS = ZoneInfo("Europe/Paris")


class Key(NamedTuple):
    """What makes two requests want the same bytes; the day in Paris is added inside."""

    path: bytes
    query: bytes
    gzip: bool


class Produced(NamedTuple):
    """An answer in the form its key asks for, and whether another caller may be given it."""

    answer: Answer
    storable: bool


class ParisDay:
    """Today in Paris as a number, worked out once a day."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._from = self._until = 0.0
        self._day = 0

    def __call__(self) -> int:
        """Return the ordinal of today in Paris."""
        now = self._now()
        if not self._from <= now < self._until:
            here = datetime.fromtimestamp(now, _PARIS)
            midnight = here.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
            self._day = here.toordinal()
            self._from = midnight.timestamp()
            self._until = (midnight + timedelta(days=1)).timestamp()  # wall-clock arithmetic: 23 to 25 hours
        return self._day


class HotMemory:
    """Answers by key, least recently used out first."""

    def __init__(
        self,
        *,
        capacity: int = CAPACITY,
        monotonic: Callable[[], float] = time.monotonic,
        today: Callable[[], int] | None = None,
    ) -> None:
        self._capacity = capacity
        self._monotonic = monotonic
        self._today = today or ParisDay()
        self._kept: OrderedDict[tuple[Key, int], Answer] = OrderedDict()
        self._flights: dict[tuple[Key, int, int], asyncio.Future[Produced | None]] = {}
        self._lease_until = 0.0
        self.used = 0
        """Bytes held, about."""
        self.generation = 0
        """How many invalidations there were."""

    @property
    def is_live(self) -> bool:
        """Whether invalidations are known to arrive."""
        return self._monotonic() < self._lease_until

    def renew(self, until: float) -> None:
        """Trust what is held up to this monotonic time; only the listener may say so."""
        self._lease_until = until

    def invalidate(self) -> None:
        """Forget everything; what is being fetched will not be kept."""
        self.generation += 1
        self._kept.clear()
        self.used = 0

    def cut(self) -> None:
        """Forget everything and serve nothing until the lease is renewed."""
        self._lease_until = 0.0
        self.invalidate()

    def peek(self, key: Key) -> Answer | None:
        """Return what is held for this key, if it may be served."""
        if not self.is_live:
            return None
        place = (key, self._today())
        answer = self._kept.get(place)
        if answer is not None:
            self._kept.move_to_end(place)
        return answer

    async def get(self, key: Key, produce: Callable[[], Awaitable[Produced]]) -> Answer:
        """Return what is held, else what `produce` makes, which is then kept if it may be.

        Identical requests at the same time share one `produce`, if its answer is storable. Those that come
        after an invalidation do not join a flight that began before it.
        """
        if not self.is_live:
            return (await produce()).answer
        if (answer := self.peek(key)) is not None:
            return answer
        day, generation = self._today(), self.generation
        place = (key, day, generation)
        flight = self._flights.get(place)
        if flight is None:
            return (await self._fly(place, produce)).answer
        shared = await asyncio.shield(flight)
        return shared.answer if shared is not None and shared.storable else (await produce()).answer

    async def _fly(self, place: tuple[Key, int, int], produce: Callable[[], Awaitable[Produced]]) -> Produced:
        """Produce in the first caller's own task; those who wait get what it got, or fly again if it left."""
        key, day, generation = place
        landing = self._flights[place] = asyncio.get_running_loop().create_future()
        try:
            produced = await produce()
        except Exception as error:
            landing.set_exception(error)
            landing.exception()  # it is told to the first caller, even when nobody waits
            raise
        except BaseException:
            landing.set_result(None)
            raise
        finally:
            del self._flights[place]
        landing.set_result(produced)
        if produced.storable and generation == self.generation and self.is_live:
            self._keep((key, day), produced.answer)
        return produced

    def _keep(self, place: tuple[Key, int], answer: Answer) -> None:
        size = self._size(place, answer)
        if size > min(_LARGEST, self._capacity):
            return
        if (replaced := self._kept.pop(place, None)) is not None:
            self.used -= self._size(place, replaced)
        self._kept[place] = answer
        self.used += size
        while self.used > self._capacity:
            oldest, dropped = self._kept.popitem(last=False)
            self.used -= self._size(oldest, dropped)

    @staticmethod
    def _size(place: tuple[Key, int], answer: Answer) -> int:
        return answer.size + len(place[0].path) + len(place[0].query)
