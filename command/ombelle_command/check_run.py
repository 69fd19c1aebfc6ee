"""One `./ombelle test`: its folder, its sections and how they went, the stack that journeys and the browser look at."""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ombelle_command.processes import dies_with_parent, free_port
from ombelle_command.say import Voice, seconds
from ombelle_command.stack import LOOPBACK, PROJECT, module

NOT_OURS = ("OMBELLE_", "EVENTS_", "MEMBERS_", "LOANS_", "GATEWAY_", "PG")
OURS = ("OMBELLE_STORM_",)  # the seed of a storm that is to be repeated, and where to report it
START_PATIENCE = 300.0  # seconds a first `up` may take, npm included
PATIENCE, LONG_PATIENCE = 1500.0, 5400.0  # seconds one program may take before it is taken for stuck
KEPT_LINES = 150  # of a check that failed: its first failure explains the others


@dataclass
class Section:
    """One check: its title, what it does (true when green), and how it went."""

    title: str
    run: Callable[["Run"], bool]
    passed: bool | None = None
    spent: float = 0.0
    lines: deque[str] = field(default_factory=lambda: deque(maxlen=KEPT_LINES))


class Run:
    """One `./ombelle test`."""

    def __init__(self, voice: Voice, *, long: bool) -> None:
        self.voice, self.long = voice, long
        self.patience = LONG_PATIENCE if long else PATIENCE
        self.folder = Path(tempfile.mkdtemp(prefix="ombelle test "))
        self.folder.chmod(0o711)  # PostgreSQL's own account walks through when we are root
        self.environment = {
            k: v for k, v in os.environ.items() if k.startswith(OURS) or not k.startswith(NOT_OURS)
        }
        self.stack: Stack | None = None
        self.section: Section | None = None
        self.fetching = threading.Lock()  # apt-get refuses to run twice at once

    def program(
        self, words: Sequence[str], *, folder: Path = PROJECT, env: Mapping[str, str] | None = None
    ) -> bool:
        """Run a program, showing what it says; say whether it went well."""
        process = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            cwd=folder,
            env={**self.environment, **(env or {})},
            start_new_session=True,
        )
        watchdog = threading.Timer(self.patience, self._give_up, [process])
        watchdog.start()
        try:
            for line in process.stdout or ():
                self.tell(line.rstrip("\n"))
            return process.wait() == 0
        finally:
            watchdog.cancel()
            end_program(process)
            if process.stdout:
                process.stdout.close()

    def _give_up(self, process: "subprocess.Popen[str]") -> None:
        self.tell(f"Rien n'a abouti en {seconds(self.patience)} : on arrête là.")
        end_program(process)

    def tell(self, line: str) -> None:
        """Show a line and keep it for the summary."""
        self.voice.say(line)
        if self.section:
            self.section.lines.append(line)

    def close(self) -> None:
        """End the stack and remove the data."""
        if self.stack:
            self.stack.end()
        shutil.rmtree(self.folder, ignore_errors=True)


class Stack:
    """The stack the journeys and the browser look at; `options` are those of `up`."""

    def __init__(self, folder: Path, environment: Mapping[str, str], *options: str) -> None:
        folder.mkdir(mode=0o711, exist_ok=True)
        self.data, self.port = folder / "data", free_port()
        self.log = folder / "up.log"
        words = module("ombelle_command", "up", "--data", str(self.data), "--port", str(self.port), *options)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                words,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # people of many households come from this one machine: tests say from which
                env={**environment, "OMBELLE_TRUSTED_PROXIES": LOOPBACK},
                start_new_session=True,
                preexec_fn=dies_with_parent(signal.SIGTERM),  # noqa: PLW1509 (it takes no lock)
            )

    @property
    def environment(self) -> dict[str, str]:
        """What the tests read to find it."""
        return {"OMBELLE_BASE_URL": f"http://localhost:{self.port}", "OMBELLE_STACK_DATA": str(self.data)}

    def wait(self) -> bool:
        """Wait until it is ready."""
        end = time.monotonic() + START_PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            if (self.data / "run" / "ready").exists():
                return True
            time.sleep(0.1)
        return False

    def end(self) -> None:
        """Stop it."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def end_program(process: "subprocess.Popen[str] | subprocess.Popen[bytes]") -> None:
    """End a program and all of its session: asked first, so that it puts its own things away, then made to."""
    for sign, patience in ((signal.SIGINT, 20.0), (signal.SIGKILL, 5.0)):
        if process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, sign)
            with suppress(subprocess.TimeoutExpired):
                process.wait(patience)
