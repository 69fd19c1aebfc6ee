"""The stack that tests share: what one leaves there, the others and the browser must not see."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from stacks import LiveStack, OwnStack


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
