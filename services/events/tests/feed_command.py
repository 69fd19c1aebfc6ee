"""The command, as people and programs start it: in a process of its own, or in this one when that changes nothing."""

import asyncio
import io
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from feed_server import KEY
from ombelle_events.__main__ import main


class Command:
    """`python -m ombelle_events …` on a database; no key is ever in what it prints."""

    def __init__(self, url: str) -> None:
        self.environment = {"EVENTS_DATABASE_URL": url}
        self.folder: Path | None = None

    async def start(self, *words: str) -> Process:
        """Start it in a process of its own, in `folder` when that is set."""
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "ombelle_events", *words,
            env=os.environ | self.environment, cwd=self.folder, stdout=PIPE, stderr=PIPE,
        )  # fmt: skip

    async def in_its_process(self, *words: str) -> tuple[int | None, str, str]:
        """Carry it out in a process of its own; returns the exit code and what it printed."""
        process = await self.start(*words)
        out, err = await process.communicate()
        assert KEY not in (out + err).decode()
        return process.returncode, out.decode(), err.decode()

    async def __call__(self, *words: str) -> tuple[int | None, str, str]:
        """Carry it out on a thread of this process, where all that is slow to import is there already."""
        out, err = io.StringIO(), io.StringIO()
        with (
            mock.patch.dict(os.environ, self.environment),
            chdir(self.folder or "."),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            code = await asyncio.to_thread(_code_of, words)
        assert KEY not in out.getvalue() + err.getvalue()
        return code, out.getvalue(), err.getvalue()


def _code_of(words: Sequence[str]) -> int | None:
    """Run the command as `python -m` does; it ends some of its own accord."""
    try:
        return main(list(words))
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
