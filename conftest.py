"""What every test stands on: the fixtures of `ombelle_command.testing`, and property tests that are the same each time."""

import gc
from collections.abc import Generator

import pytest
from hypothesis import settings

pytest_plugins = ["ombelle_command.testing", "ombelle_command.statement_log"]

# No time is asserted in a test, and a run that fails must fail again.
settings.register_profile("ombelle", deadline=None, derandomize=True)
settings.load_profile("ombelle")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage among thousands of tests while they are read, nor again while they run: they stay."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()
