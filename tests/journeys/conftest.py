"""Stacks for the journeys: the shared one that only reads, and ones of a test's own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from stacks import COMMAND, PROJECT, LiveStack, OwnStack, bare_environment


@pytest.fixture
def own_stack() -> Iterator[Callable[..., OwnStack]]:
    """Start stacks that end with the test."""
    with own_stacks() as start:
        yield start


@pytest.fixture(scope="module")
def stack_of_its_own() -> Iterator[Callable[..., OwnStack]]:
    """Start stacks that end with the module."""
    with own_stacks() as start:
        yield start


@pytest.fixture
def failed_up(tmp_path: Path) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Run an `up` that has to fail, on data in `tmp_path`."""

    def run(*words: str, environment: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*COMMAND, "up", "--empty", "--port", "0", "--data", str(tmp_path / "data"), *words],
            check=False,
            capture_output=True,
            text=True,
            timeout=120,
            cwd=PROJECT,
            env=bare_environment() | environment,
        )

    return run


@contextmanager
def own_stacks() -> Iterator[Callable[..., OwnStack]]:
    """Start stacks that end with the `with`; the folder's name has a space in it."""
    made: list[OwnStack] = []

    def start(*words: str, environment: Mapping[str, str] | None = None) -> OwnStack:
        folder = Path(tempfile.mkdtemp(prefix="ombelle journey "))
        folder.chmod(0o711)
        stack = OwnStack(folder, *words, environment=environment)
        made.append(stack)
        stack.wait()
        return stack

    try:
        yield start
    finally:
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
