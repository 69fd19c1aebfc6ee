"""The stack that tests share: what one leaves there, the others and the browser must not see."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from stacks import LiveStack, OwnStack, copy_running

COPY = "OMBELLE_SEASON_COPY"


def pytest_sessionstart(session: pytest.Session) -> None:
    """Before any test touches the run's stack, keep a copy of its season for the tests that need one of their own.

    To load a season takes most of the time in which a stack starts.
    """
    if not hasattr(session.config, "workerinput") and (data := os.environ.get("OMBELLE_STACK_DATA")):
        folder = Path(tempfile.mkdtemp(prefix="ombelle season "))
        folder.chmod(0o711)
        copy_running(Path(data), folder / "data")
        os.environ[COPY] = str(folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove what is left of the copy."""
    if not hasattr(config, "workerinput") and (folder := os.environ.pop(COPY, None)):
        shutil.rmtree(folder, ignore_errors=True)


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


WHOLE_STACKS = {"bench", "faults", "journeys", "roles"}
"""Folders of tests that take a minute each: begun last, one of them would let every other worker wait for it."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let whole stacks come first, in whatever order they are, and the fuzzer last.

    What the fuzzer leaves of the stack that it shares is nothing to look at.
    """
    items.sort(key=lambda item: (item.path.name == "test_fuzz.py", item.path.parent.name not in WHOLE_STACKS))
