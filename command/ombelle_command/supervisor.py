"""Parent of every process of a stack: starts them, restarts what dies, ends them in order.

One thread, the standard library, a wake-up pipe for signals. What it starts dies with it even when it is
killed (Linux), and is written down so that a next start finds what may have stayed.
"""

import json
import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from ombelle_command.accounts import Account
from ombelle_command.processes import dies_with_parent, end_process, started_at
from ombelle_command.say import Step, StepError, Voice, last_lines
from ombelle_command.stack import PROJECT, Stack, write_private

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SHORTEST_WAIT, LONGEST_WAIT = 0.05, 5.0  # seconds before a restart
TOLD_DEATHS = 3  # in a row; what follows would only fill the screen
# A service that lived SOUND_LIFE seconds did not die of itself: it is back at once, however often it is killed.
# After LONG_LIFE its deaths are told again.
SOUND_LIFE, LONG_LIFE = 2.0, 30.0


class StoppedError(Exception):
    """The person asked to stop."""


@dataclass
class Service:
    """A program kept running."""

    name: str
    words: Sequence[str]
    environment: dict[str, str]
    account: Account | None = None
    folder: Path = PROJECT
    stops_on: signal.Signals = signal.SIGTERM
    dies_on: signal.Signals = signal.SIGKILL
    patience: float = 3.0  # seconds it has to stop by itself
    turn: int = 1  # those of the highest turn are ended first
    tries: int = 3  # deaths before it first answers, after which it is given up
    before: Callable[[], None] | None = None
    process: "subprocess.Popen[bytes] | None" = field(default=None, init=False)
    started: float = field(default=0.0, init=False)
    wait: float = field(default=SHORTEST_WAIT, init=False)
    due: float | None = field(default=None, init=False)
    deaths: int = field(default=0, init=False)

    @property
    def is_alive(self) -> bool:
        """Whether its process runs."""
        return self.process is not None and self.process.poll() is None

    def plan_restart(self, now: float) -> None:
        """Note that it died at `now`, and when it is due again: the later, the more often it died of itself."""
        lived = now - self.started
        if lived > SOUND_LIFE:
            self.wait = SHORTEST_WAIT
        if lived > LONG_LIFE:
            self.deaths = 0
        self.due = now + self.wait
        self.wait = min(self.wait * 2, LONGEST_WAIT)
        self.deaths += 1


class Supervisor:
    """Runs a stack's services; use as a context manager, which ends them all."""

    def __init__(self, stack: Stack, voice: Voice) -> None:
        self.stack, self.voice = stack, voice
        self.services: list[Service] = []
        self._asked_to_stop = False
        self._death_hooks: dict[signal.Signals, Any] = {}
        self._wake, wake_end = os.pipe()
        for end in (self._wake, wake_end):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(wake_end, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for sign in STOP_SIGNALS:  # said explicitly: a background shell hands them down ignored
            signal.signal(sign, self._on_stop)

    def __enter__(self) -> Self:
        """Nothing runs yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """End everything."""
        self.stop()

    def _on_stop(self, *_: object) -> None:
        self._asked_to_stop = True

    def start(self, service: Service) -> None:
        """Start a service and keep it running from now on.

        Its output goes to logs/NAME.log, last time's to .1.
        """
        log = self._log_of(service.name)
        if log.exists():
            log.replace(log.with_suffix(".log.1"))
        self.services.append(service)
        self._spawn(service)

    def tick(self, seconds: float = 0.1) -> None:
        """Wait that long or until something happens, then restart what is due.

        Raises StoppedError when asked to.
        """
        self._sleep(seconds)
        if self._asked_to_stop:
            raise StoppedError
        now = time.monotonic()
        for service in self.services:
            if service.due is None and not service.is_alive:
                self._plan_restart(service, now)
            if service.due is not None and now >= service.due:
                service.due = None
                self._spawn(service)

    def watch(self) -> None:
        """Keep everything running until asked to stop (then raises StoppedError)."""
        while True:
            dues = [service.due for service in self.services if service.due is not None]
            self.tick(max(0.0, min(dues) - time.monotonic()) if dues else 60.0)

    def wait_for(
        self, service: Service, is_ready: Callable[[], bool], step: Step, *, seconds: float = 60
    ) -> None:
        """Wait until a service answers. Raises StepError when it does not, or keeps dying."""
        end, before = time.monotonic() + seconds, service.deaths
        while not is_ready():
            self.tick(0.05)
            step.pulse()
            if service.deaths - before >= service.tries or time.monotonic() > end:
                raise StepError(
                    f"« {service.name} » ne démarre pas.",
                    lines=last_lines(str(self._log_of(service.name))),
                    advice=f"Le journal entier : {self._log_of(service.name)}",
                )

    def run(
        self,
        words: Sequence[str],
        environment: dict[str, str],
        step: Step,
        *,
        log: str,
        given: Any = None,
    ) -> tuple[int, str]:
        """Run a program to its end while watching over the services; return its status and what it printed.

        `given` is handed to it as JSON on standard input. What it says on standard error goes to the log.
        """
        path = self._log_of(log)
        spoken_path = self.stack.run / f"{log}.out"
        with path.open("ab") as errors, spoken_path.open("w+b") as spoken:
            process = subprocess.Popen(
                words,
                stdin=subprocess.PIPE if given is not None else subprocess.DEVNULL,
                stdout=spoken,
                stderr=errors,
                cwd=PROJECT,
                env=environment,
                start_new_session=True,
                preexec_fn=self._death_hook(signal.SIGKILL),  # noqa: PLW1509 (this process has one thread)
            )
            try:
                if process.stdin:
                    with suppress(BrokenPipeError), process.stdin as pipe:
                        pipe.write(json.dumps(given).encode())
                while process.poll() is None:
                    self.tick(0.2)
                    step.pulse()
            finally:
                if process.poll() is None:
                    with suppress(ProcessLookupError):
                        os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
                spoken.seek(0)
                text = spoken.read().decode(errors="replace")
                spoken_path.unlink(missing_ok=True)
        return process.returncode, text

    def must(
        self,
        what: str,
        words: Sequence[str],
        environment: dict[str, str],
        step: Step,
        *,
        log: str,
        given: Any = None,
        advice: str = "",
    ) -> str:
        """Run a program that has to succeed; return what it printed. Raises StepError."""
        path = self._log_of(log)
        before = path.stat().st_size if path.exists() else 0
        status, text = self.run(words, environment, step, log=log, given=given)
        if status:
            lines = text[-2000:] + last_lines(str(path), after=before)
            raise StepError(what, lines=lines, advice=advice or f"Le journal entier : {path}")
        return text

    def stop(self) -> None:
        """End every service, the last started first, those of one turn together; nothing stays."""
        for sign in STOP_SIGNALS:
            signal.signal(sign, lambda *_: None)
        for turn in sorted({service.turn for service in self.services}, reverse=True):
            _end([service for service in self.services if service.turn == turn], self._sleep)
        self.services.clear()
        (self.stack.run / "children.json").unlink(missing_ok=True)

    def end_leftovers(self) -> None:
        """End what a killed supervisor of this folder left running, and nothing else."""
        try:
            left: dict[str, dict[str, Any]] = json.loads((self.stack.run / "children.json").read_text())
        except (OSError, ValueError):
            return
        for child in reversed(left.values()):
            if child["started"] and started_at(child["pid"]) == child["started"]:
                end_process(child["pid"], signal.Signals(child["stops_on"]), signal.SIGKILL, patience=5)

    def _plan_restart(self, service: Service, now: float) -> None:
        status = service.process.returncode if service.process else None
        service.plan_restart(now)
        if service.deaths < TOLD_DEATHS:
            self.voice.say(f"  ! « {service.name} » s'est arrêté (code {status}) ; on le relance.")
        elif service.deaths == TOLD_DEATHS:
            self.voice.say(f"  ! « {service.name} » ne tient pas debout : voyez {self._log_of(service.name)}")

    def _spawn(self, service: Service) -> None:
        if service.before:
            service.before()
        with self._log_of(service.name).open("ab") as log:
            service.process = subprocess.Popen(
                service.words,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=service.folder,
                env=service.environment,
                user=service.account.uid if service.account else None,
                group=service.account.gid if service.account else None,
                extra_groups=[] if service.account else None,
                start_new_session=True,
                preexec_fn=self._death_hook(service.dies_on),  # noqa: PLW1509 (this process has one thread)
            )
        service.started = time.monotonic()
        self._write_children()

    def _write_children(self) -> None:
        write_private(
            self.stack.run / "children.json",
            {
                service.name: {
                    "pid": service.process.pid,
                    "started": started_at(service.process.pid),
                    "stops_on": int(service.stops_on),
                }
                for service in self.services
                if service.process
            },
        )

    def _death_hook(self, sign: signal.Signals) -> Any:
        if sign not in self._death_hooks:
            self._death_hooks[sign] = dies_with_parent(sign)
        return self._death_hooks[sign]

    def _log_of(self, name: str) -> Path:
        return self.stack.logs / f"{name}.log"

    def _sleep(self, seconds: float) -> None:
        ready, _, _ = select.select([self._wake], [], [], seconds)
        if ready:
            with suppress(BlockingIOError):
                os.read(self._wake, 4096)


def _end(services: Sequence[Service], sleep: Callable[[float], None]) -> None:
    """End them together: each is asked, then made to."""
    running = [service.process for service in services if service.process]
    for service in services:
        if service.is_alive and service.process:
            service.process.send_signal(service.stops_on)
    end = time.monotonic() + max(service.patience for service in services)
    while any(process.poll() is None for process in running) and time.monotonic() < end:
        sleep(0.05)
    for process in running:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)  # and whatever it may have started in its session
        process.wait()
