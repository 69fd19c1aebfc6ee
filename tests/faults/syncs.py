"""Runs of the feed, one after the other: by the command, and by the worker on somebody's demand."""

import asyncio
import json
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import asyncpg
from stacks import COMMAND, PROJECT, OwnStack, bare_environment

from faults.http import Client, Findings
from faults.patience import nothing, until

FEED = "storm"
DONE, FAILED, NO_STACK, LOCKED, KILLED = 0, 1, 2, 5, -signal.SIGKILL
_MAY_END = {DONE, FAILED, LOCKED, KILLED}
PATIENCE = 240.0


class Syncs:
    """Syncs the stack's feed. What a run may end with is known; anything else is a finding."""

    def __init__(self, stack: OwnStack, findings: Findings) -> None:
        self._stack, self._findings = stack, findings
        self._process: asyncio.subprocess.Process | None = None
        self.ended: Counter[int] = Counter()

    async def once(self, *words: str) -> tuple[int, dict[str, Any]]:
        """Run `./ombelle sync` and return its exit code and what it printed."""
        command = [*COMMAND, "sync", FEED, "--json", *words, "--data", str(self._stack.data)]
        self._process = process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            cwd=PROJECT,
            env=bare_environment(),
        )
        try:
            out, told = await process.communicate()
        finally:
            self._process = None
            with suppress(ProcessLookupError):
                process.kill()
        code = process.returncode or 0
        self.ended[code] += 1
        no_stack = code == NO_STACK and told.startswith(b"La pile de")  # when `up` itself was killed
        if (code not in _MAY_END and not no_stack) or b"Traceback" in told:
            self._findings.note(f"sync ended with {code}: {told.decode()[-2000:]}")
        return code, json.loads(out) if out.strip().startswith(b"{") and code != LOCKED else {}

    async def kill(self) -> None:
        """Kill the run under way; wait for one when there is none."""
        await until(self._is_running, "a sync to kill", seconds=PATIENCE, every=0.01)
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.kill()

    async def _is_running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @asynccontextmanager
    async def going_on(self, client: Client, *, by_worker: bool) -> AsyncIterator[None]:
        """Run one sync after the other for the length of a `with`: whole and partial, and on demand."""
        stop = asyncio.Event()
        task = asyncio.create_task(self._go_on(client, stop, by_worker=by_worker))
        try:
            yield
        finally:
            stop.set()
            await task

    async def _go_on(self, client: Client, stop: asyncio.Event, *, by_worker: bool) -> None:
        count = 0
        while not stop.is_set():
            count += 1
            if by_worker and count % 3 == 1:
                body = {"full": count % 2 == 0}
                await client.ask(f"/api/v1/feeds/{FEED}/runs", method="POST", body=body)
            code, _ = await self.once(*(["--full"] if count % 2 else []))
            if code != DONE:
                await asyncio.sleep(0.2)  # the pace of one who tries again

    async def to_the_end(self) -> dict[str, Any]:
        """Run until a run is complete, once the worker has done what it was asked; return that run's counts."""
        await until(self._no_job_waits, "the worker's jobs done", seconds=PATIENCE)
        counts: dict[str, Any] = {}

        async def is_complete() -> bool:
            code, found = await self.once("--full")
            nothing(self._findings.wrong, "found on the way to a complete run")
            counts.update(found)
            return code == DONE

        await until(is_complete, "a complete run", seconds=PATIENCE)
        # Tombstones are told in partial runs alone, and move the watermark.
        code, _ = await self.once()
        assert code == DONE
        return counts

    async def _no_job_waits(self) -> bool:
        connection = await asyncpg.connect(self._stack.database_url("events"))
        try:
            count: int = await connection.fetchval("SELECT count(*) FROM pgqueuer")
        finally:
            await connection.close()
        return count == 0
