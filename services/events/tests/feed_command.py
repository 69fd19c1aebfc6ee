"""The command in a process of its own, as people and programs start it."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

from feed_server import KEY


class Command:
    """`python -m ombelle_events …` on a database; no key is ever in what it prints."""

    def __init__(self, url: str) -> None:
        self.environment = os.environ | {"EVENTS_DATABASE_URL": url}
        self.folder: Path | None = None

    async def start(self, *words: str) -> Process:
        """Start it, in `folder` when that is set."""
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "ombelle_events", *words,
            env=self.environment, cwd=self.folder, stdout=PIPE, stderr=PIPE,
        )  # fmt: skip

    async def __call__(self, *words: str) -> tuple[int | None, str, str]:
        """Carry it out; returns the exit code and what it printed."""
        process = await self.start(*words)
        out, err = await process.communicate()
        assert KEY not in (out + err).decode()
        return process.returncode, out.decode(), err.decode()
