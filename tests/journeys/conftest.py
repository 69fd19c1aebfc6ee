"""Stacks for the journeys: the shared one that only reads, and ones of a test's own."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from stacks import LiveStack, OwnStack


@pytest.fixture
def own_stack() -> Iterator[Callable[..., OwnStack]]:
    """Start stacks that end with the test; the folder's name has a space in it."""
    made: list[OwnStack] = []

    def start(*words: str, environment: Mapping[str, str] | None = None) -> OwnStack:
        folder = Path(tempfile.mkdtemp(prefix="ombelle journey "))
        folder.chmod(0o711)
        stack = OwnStack(folder, *words, environment=environment)
        made.append(stack)
        stack.wait()
        return stack

    yield start
    for stack in made:
        if stack.process.poll() is None:
            stack.stop()
        shutil.rmtree(stack.data.parent, ignore_errors=True)


@pytest.fixture(scope="session")
def stack() -> Iterator[LiveStack]:
    """Return the stack with the demo programme that every journey reads: the run's, or one of its own."""
    if url := os.environ.get("OMBELLE_BASE_URL"):
        yield LiveStack(url, Path(os.environ["OMBELLE_STACK_DATA"]))
        return
    folder = Path(tempfile.mkdtemp(prefix="ombelle journeys "))
    folder.chmod(0o711)
    own = OwnStack(folder)
    try:
        own.wait()
        yield own
    finally:
        own.stop()
        shutil.rmtree(folder, ignore_errors=True)
