"""The killer: SIGKILL to one process of a live stack after another, and how long it takes to be whole again."""

import asyncio
import contextlib
import os
import random
import signal
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import asyncpg
from ombelle_command.processes import started_at
from stacks import OwnStack

from faults.syncs import Syncs

SERVICES = ("postgresql", "events", "events-worker", "gateway")
VICTIMS = (*SERVICES, "backend", "sync")
LONGEST = 60.0  # seconds after which a stack is given up; what is asked of it is another matter
SLOW = 3.0  # seconds from which a report says what was waited for
_LOOK_EVERY = 0.02
# Those of the stack's processes that hold a connection from beginning to end.
_CONNECTED = "SELECT application_name, backend_start FROM pg_stat_activity WHERE application_name = ANY ($1)"
_LISTENERS = ("events-worker", "ombelle gateway")
_DATABASE_AWAY = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)


@dataclass(frozen=True, slots=True)
class Kill:
    """Who was killed, during what, after how many seconds everything answered again, and what was waited for."""

    victim: str
    during: str
    seconds: float
    waited_for: tuple[str, ...]


@dataclass
class Storm:
    """Kills processes of a stack, and waits each time until all is back."""

    stack: OwnStack
    syncs: Syncs
    chance: random.Random
    kills: list[Kill] = field(default_factory=list)

    async def blow(self, during: str, victims: Iterable[str], *, longest_calm: float) -> None:
        """Kill these one after the other, at random moments at most `longest_calm` seconds apart."""
        for victim in victims:
            await asyncio.sleep(self.chance.uniform(0, longest_calm))  # the moment of the kill
            self.kills.append(await self.kill(victim, during))

    async def kill(self, victim: str, during: str) -> Kill:
        """Kill one and wait until everything is back."""
        before = self.stack.children()
        began = time.time()
        clock = time.monotonic()
        await self._strike(victim, before)
        connected_since = began if victim in ("postgresql", "backend") else 0.0
        told: dict[str, float] = {}
        gone = {before[victim]} if victim in before else set()
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2)) as session:
            while (missing := await self._missing(session, gone, connected_since)) is not None:
                if time.monotonic() - clock > LONGEST:
                    raise AssertionError(f"{victim} killed, and after {LONGEST} s: {missing}")
                told.setdefault(missing, time.monotonic() - clock)
                await asyncio.sleep(_LOOK_EVERY)
        waited_for = tuple(f"{seconds:.1f} s {missing}" for missing, seconds in told.items())
        return Kill(victim, during, time.monotonic() - clock, waited_for)

    async def _strike(self, victim: str, children: dict[str, int]) -> None:
        if victim == "sync":
            await self.syncs.kill()
        elif victim == "backend":
            pids = backends(children["postgresql"])
            os.kill(self.chance.choice(pids), signal.SIGKILL)
        else:
            os.kill(children[victim], signal.SIGKILL)

    async def kill_supervisor(self) -> float:
        """Kill `up` itself; all that it started goes with it. Return the seconds a new `up` takes."""
        children = self.stack.children()
        self.stack.process.kill()
        self.stack.process.wait()
        clock = time.monotonic()
        while any(started_at(pid) is not None for pid in children.values()):
            if time.monotonic() - clock > LONGEST:
                raise AssertionError(f"left by a killed supervisor: {children}")
            await asyncio.sleep(_LOOK_EVERY)
        clock = time.monotonic()
        await asyncio.to_thread(self.stack.start)
        return time.monotonic() - clock

    async def _missing(
        self, session: aiohttp.ClientSession, gone: set[int], connected_since: float
    ) -> str | None:
        """Say what is not back yet; None when all is."""
        children = self.stack.children()
        dead = [name for name in SERVICES if children[name] in gone or started_at(children[name]) is None]
        if dead:
            return f"dead: {dead}"
        for path in ("/readyz", "/api/v1/agenda?limit=1"):
            try:
                async with session.get(self.stack.url + path) as answer:
                    await answer.read()
                    if answer.status != 200:
                        return f"{path}: {answer.status}"
            except (aiohttp.ClientError, OSError) as error:
                return f"{path}: {error!r}"
        return await self._not_connected(connected_since)

    async def _not_connected(self, since: float) -> str | None:
        url = self.stack.database_url("postgres", secret="owner")
        try:
            owner = await asyncpg.connect(url, timeout=2, command_timeout=2)
            try:
                rows = await owner.fetch(_CONNECTED, list(_LISTENERS))
            finally:
                owner.terminate()
        except _DATABASE_AWAY as error:
            return f"database: {error!r}"
        there = {name for name, began in rows if began.timestamp() >= since}
        absent = set(_LISTENERS) - there
        return f"not connected: {absent}" if absent else None

    def report(self) -> str:
        """Tell how long recoveries took, by victim."""
        if not self.kills:
            return "no kill"
        by_victim: dict[str, list[float]] = defaultdict(list)
        for kill in self.kills:
            by_victim[kill.victim].append(kill.seconds)
        lines = [f"{len(self.kills)} kills"]
        for victim, seconds in sorted([*by_victim.items(), ("all", [k.seconds for k in self.kills])]):
            ordered = sorted(seconds)
            middle = ordered[len(ordered) // 2]
            told = f"{victim:<14} {len(ordered):>3}  median {middle:.2f} s  longest {ordered[-1]:.2f} s"
            lines.append(f"{told}  ({', '.join(f'{s:.1f}' for s in ordered)})" if victim != "all" else told)
        slow = [kill for kill in self.kills if kill.seconds > SLOW]
        lines += [
            f"{k.victim} during the {k.during}: {k.seconds:.1f} s: {'; '.join(k.waited_for)}" for k in slow
        ]
        return "\n".join(lines)


def backends(postmaster: int) -> list[int]:
    """Return the server processes that hold connections of the services."""
    found = []
    for pid in Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split():
        with contextlib.suppress(OSError):
            if b": events ombelle" in Path(f"/proc/{pid}/cmdline").read_bytes():
                found.append(int(pid))
    return found
