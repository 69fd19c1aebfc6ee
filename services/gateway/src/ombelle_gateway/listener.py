"""Hears that the agenda changed: one connection that listens, proves that it lives, and comes back."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import asyncpg
from ombelle_chassis.logging import get_logger

from ombelle_gateway.hot import HotMemory

CHANNEL = "ombelle_agenda"
LEASE_SECONDS = 1.0
_BEAT_SECONDS = 0.4
_TIMEOUT_SECONDS = 5.0
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.1, 0.5
# The last is what the driver says of a beat that falls between PostgreSQL's word of leave and its hanging up.
_LOST = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)


class AgendaListener:
    """Keeps the hot memory's lease while notifications arrive.

    A beat is a statement on the listening connection: PostgreSQL hands over the notifications that wait
    before it says that the statement is done, so a beat that ended proves that none from before it is missing.
    """

    def __init__(
        self,
        database_url: str,
        hot: HotMemory,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._url = database_url
        self._hot = hot
        self._sleep = sleep
        self._log = get_logger("gateway")
        self._heard = False

    async def run(self) -> None:
        """Listen until cancelled, whatever happens: what ended here would serve nothing from memory ever after."""
        pause = _SHORTEST_PAUSE
        while True:
            self._heard = False
            try:
                await self._listen()
            except _LOST as error:
                self._log.warning("listen_lost", reason=f"{type(error).__name__}: {error}")
            except Exception:  # noqa: BLE001 -- told, and begun again
                self._log.exception("listen_failed")
            finally:
                self._hot.cut()
            # Only a database that keeps refusing is asked less and less often: one that was just there comes back.
            pause = _SHORTEST_PAUSE if self._heard else min(pause * 2, _LONGEST_PAUSE)
            await self._sleep(pause)

    async def _listen(self) -> None:
        connection = await asyncpg.connect(
            self._url,
            timeout=_TIMEOUT_SECONDS,
            command_timeout=_TIMEOUT_SECONDS,
            server_settings={"application_name": "ombelle gateway"},
        )
        try:
            await connection.add_listener(CHANNEL, lambda *_: self._hot.invalidate())
            self._hot.invalidate()  # what was fetched while nobody listened may be old
            self._log.info("listening", channel=CHANNEL)
            while True:
                began = time.monotonic()
                await connection.execute("SELECT")
                self._hot.renew(began + LEASE_SECONDS)
                self._heard = True
                await asyncio.sleep(_BEAT_SECONDS)
        finally:
            connection.terminate()
