"""Stacks to be killed: one at a time on this machine's test run, so that no storm slows another."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ombelle_command.testing import FOLDER
from stacks import OwnStack


@pytest.fixture
def doomed_stack() -> Iterator[Callable[..., OwnStack]]:
    """Start a stack that ends with the test; the next one waits for that."""
    made: list[OwnStack] = []

    def start(*words: str) -> OwnStack:
        folder = Path(tempfile.mkdtemp(prefix="ombelle storm "))
        folder.chmod(0o711)
        stack = OwnStack(folder, *words)
        made.append(stack)
        stack.wait()
        return stack

    with (Path(os.environ[FOLDER]) / "storm.lock").open("w") as alone:
        fcntl.flock(alone, fcntl.LOCK_EX)
        yield start
        for stack in made:
            if stack.process.poll() is None:
                stack.stop()
            shutil.rmtree(stack.data.parent, ignore_errors=True)
