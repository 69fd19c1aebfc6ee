"""Stacks of a test's own, which it may treat badly."""

import asyncio
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import hosting
import pytest
from ombelle_command.postgres import temporary_cluster
from stacks import COMMAND, PROJECT, OwnStack, bare_environment


@pytest.fixture
def own_stack() -> Iterator[Callable[..., OwnStack]]:
    """Start stacks that end with the test."""
    with own_stacks() as start:
        yield start


@pytest.fixture(scope="session")
def season_stack() -> Iterator[OwnStack]:
    """Return one with the demo's season, for the tests of the group "season": on the run's copy, where it made one.

    They leave it fit for one another; the fuzzer, which does not, comes last.
    """
    if copy := os.environ.get("OMBELLE_SEASON_COPY"):
        stack = OwnStack(Path(copy))
        try:
            stack.wait()
            yield stack
        finally:
            stack.stop()
        return
    with own_stacks() as start:
        yield start()


@pytest.fixture(scope="session")
def hosted_server() -> Iterator[str]:
    """Return the owner's address of a PostgreSQL that only tests of the group "hosted" know."""
    with temporary_cluster() as url:
        yield url


@pytest.fixture(scope="session")
def hosted_stack(hosted_server: str) -> Iterator[OwnStack]:
    """Return one on a host's own PostgreSQL, behind a proxy; its public address was given with a slash at its end.

    Its programme is the demo's; nobody of the demo is there, for whom its tests would only wait.
    """
    asyncio.run(hosting.make_owner(hosted_server))
    environment = {
        "OMBELLE_DATABASE_URL": hosting.address(hosted_server, options="?sslmode=prefer"),
        "OMBELLE_PUBLIC_URL": f"{hosting.PUBLIC}/",
    }
    with own_stacks() as start:
        yield start("--no-people", environment=environment)


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
