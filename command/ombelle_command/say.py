"""What the command tells the person in front of it: short lines, in French, with the time long steps take."""

import contextlib
import sys
import time
from collections.abc import Iterator
from typing import TextIO

FIRST_SIGN = 3.0  # seconds before a step says it is at work
NEXT_SIGN = 15.0


class StepError(Exception):
    """A step failed: what, the last lines of its log, and what to do about it."""

    def __init__(self, what: str, *, lines: str = "", advice: str = "") -> None:
        super().__init__(what)
        self.what, self.lines, self.advice = what, lines, advice


class Voice:
    """Prints to one stream, and never fails for it."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stdout

    def say(self, line: str = "") -> None:
        """Print one line."""
        with contextlib.suppress(OSError, ValueError):  # the terminal may be gone; the stack lives on
            print(line, file=self.stream, flush=True)

    def failed(self, fault: StepError) -> None:
        """Tell a failed step: what, its last lines, what to do."""
        self.say(f"  ✗ {fault.what}")
        for line in fault.lines.strip().splitlines()[-15:]:
            self.say(f"    │ {line}")
        if fault.advice:
            self.say(f"    → {fault.advice}")

    @contextlib.contextmanager
    def step(self, what: str) -> "Iterator[Step]":
        """Tell a step done, with its time; nothing when it raises."""
        step = Step(self, what)
        yield step
        self.say(f"  ✓ {step.what} ({seconds(time.monotonic() - step.began)})")


class Step:
    """A step at work."""

    def __init__(self, voice: Voice, what: str) -> None:
        self.voice, self.what, self.began = voice, what, time.monotonic()
        self._next = FIRST_SIGN

    def pulse(self) -> None:
        """Say that it is still at work, from time to time; called as often as one likes."""
        spent = time.monotonic() - self.began
        if spent >= self._next:
            self._next = spent + NEXT_SIGN
            self.voice.say(f"  … {self.what} ({seconds(spent)})")


def seconds(spent: float) -> str:
    """Write a duration as French does: « 0,8 s », « 42 s »."""
    return f"{spent:.1f} s".replace(".", ",") if spent < 10 else f"{spent:.0f} s"


def last_lines(path: str, *, after: int = 0) -> str:
    """Return the end of a log from a position on, or nothing."""
    try:
        with open(path, "rb") as log:  # noqa: PTH123 (a seek follows)
            size = log.seek(0, 2)
            log.seek(max(after, size - 4000))
            return log.read().decode(errors="replace")
    except OSError:
        return ""
