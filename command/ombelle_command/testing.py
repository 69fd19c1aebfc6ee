"""pytest plugin: one PostgreSQL for a whole test run, and migrated databases out of it in milliseconds.

    async def test_something(events_database_url: str) -> None: ...

- `events_database_url`, `members_database_url`, `loans_database_url`, `gateway_database_url`: a database of this
  xdist worker, shared by its tests, where that role's schema is migrated (URL of that role)
- `fresh_database_url`: one for events, of this one test alone
- `make_database`: makes more; `make_database("name", role="members", migrated=False)` returns a URL
- `cluster`: the owner's URL of the server

The server starts when the first test asks for it, is shared by every worker, and ends with the run even if
that is killed.
"""

import asyncio
import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import pytest

from ombelle_command.database import grant_database, set_up
from ombelle_command.emptying import MAKE
from ombelle_command.postgres import temporary_cluster
from ombelle_command.processes import started_at, wait_until
from ombelle_command.stack import ROLES, module

PASSWORDS = {role: role for role in ROLES}
FOLDER = "OMBELLE_TEST_FOLDER"
_numbers = count(1)


class MakeDatabase(Protocol):
    """Makes a database and returns the URL of a role in it."""

    def __call__(self, name: str | None = None, *, role: str = "events", migrated: bool = True) -> str:
        """Make it; with `migrated`, the role's schema is as its service's `migrate` leaves it."""
        ...


def pytest_configure(config: pytest.Config) -> None:
    """Give the whole run one folder; workers inherit its path."""
    if not hasattr(config, "workerinput"):
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="ombelle-tests-")
        os.environ["OMBELLE_TEST_CONTROLLER"] = str(os.getpid())


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the run's server."""
    if not hasattr(config, "workerinput") and (folder := os.environ.pop(FOLDER, None)):
        keeper = Path(folder) / "keeper.pid"
        if keeper.exists():
            pid = int(keeper.read_text())
            os.kill(pid, signal.SIGTERM)
            wait_until(lambda: started_at(pid) is None, seconds=15)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def cluster() -> str:
    """Return the URL of the run's PostgreSQL as its owner, started on first use."""
    folder = Path(os.environ[FOLDER])
    address = folder / "cluster.json"
    with _alone(folder / "cluster.lock"):
        if not address.exists():
            with (folder / "keeper.log").open("wb") as log:
                keeper = subprocess.Popen(
                    [sys.executable, "-m", __name__, str(folder), os.environ["OMBELLE_TEST_CONTROLLER"]],
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            (folder / "keeper.pid").write_text(str(keeper.pid))
            threading.Thread(target=keeper.wait, daemon=True).start()  # reaped when it ends
            wait_until(lambda: address.exists() or keeper.returncode is not None, seconds=60)
            if not address.exists():
                pytest.fail("no PostgreSQL:\n" + (folder / "keeper.log").read_text(), pytrace=False)
    return str(json.loads(address.read_text())["owner_url"])


@pytest.fixture(scope="session")
def make_database(cluster: str) -> MakeDatabase:
    """Return the maker of databases."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")

    def make(name: str | None = None, *, role: str = "events", migrated: bool = True) -> str:
        chosen = name or f"{worker}_{next(_numbers)}"
        if migrated:
            _copy(cluster, _template(cluster, role), chosen)
        else:
            _make(cluster, chosen)
        return _role_url(cluster, role, chosen)

    return make


@pytest.fixture(scope="session")
def events_database_url(make_database: MakeDatabase) -> str:
    """Return the URL, as role `events`, of this worker's migrated database."""
    return make_database()


@pytest.fixture(scope="session")
def members_database_url(make_database: MakeDatabase) -> str:
    """Return the URL, as role `members`, of this worker's migrated database."""
    return make_database(role="members")


@pytest.fixture(scope="session")
def loans_database_url(make_database: MakeDatabase) -> str:
    """Return the URL, as role `loans`, of this worker's migrated database."""
    return make_database(role="loans")


@pytest.fixture(scope="session")
def gateway_database_url(make_database: MakeDatabase) -> str:
    """Return the URL, as role `gateway`, of this worker's migrated database."""
    return make_database(role="gateway")


@pytest.fixture
def fresh_database_url(make_database: MakeDatabase) -> str:
    """Return the URL, as role `events`, of a migrated database that no other test sees."""
    return make_database()


def _template(cluster: str, role: str) -> str:
    """Migrate the template of a role once for all workers: a service's tests stand on its own schema alone."""
    folder, name = Path(os.environ[FOLDER]), f"template_{role}"
    done = folder / f"{name}.done"
    with _alone(folder / f"{name}.lock"):
        if not done.exists():
            _make(cluster, name)
            ran = subprocess.run(
                module(f"ombelle_{role}", "migrate"),
                check=False,
                env=os.environ | {f"{role.upper()}_DATABASE_URL": _role_url(cluster, role, name)},
                capture_output=True,
                text=True,
            )
            if ran.returncode:
                pytest.fail(f"ombelle_{role} migrate:\n{ran.stdout}{ran.stderr}", pytrace=False)
            _wait_for(_can_be_emptied(cluster, name))
            done.touch()
    return name


def _make(cluster: str, name: str) -> None:
    with _alone(Path(os.environ[FOLDER]) / "databases.lock"):
        _wait_for(set_up(cluster, database=name, passwords=PASSWORDS))


def _copy(cluster: str, template: str, name: str) -> None:
    async def copy() -> None:
        owner = await asyncpg.connect(cluster)
        try:
            # WAL_LOG, the default, is the quick one for a small template
            await owner.execute(f'create database "{name}" template "{template}"')
            await grant_database(owner, name, PASSWORDS)
        finally:
            await owner.close()

    with _alone(Path(os.environ[FOLDER]) / "databases.lock"):
        _wait_for(copy())


async def _can_be_emptied(cluster: str, name: str) -> None:
    owner = await asyncpg.connect(_database_url(cluster, name))
    try:
        await owner.execute(MAKE)
    finally:
        await owner.close()


def _database_url(cluster: str, database: str) -> str:
    return urlunsplit(urlsplit(cluster)._replace(path=f"/{database}"))


def _role_url(cluster: str, role: str, database: str) -> str:
    parts = urlsplit(_database_url(cluster, database))
    address = f"{role}:{PASSWORDS[role]}@{parts.hostname}:{parts.port}"
    return urlunsplit(parts._replace(netloc=address))


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _wait_for(work: Coroutine[Any, Any, None]) -> None:
    """Run to the end on a loop and thread of its own: the caller may stand inside pytest's loop."""
    fault: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(work)
        except BaseException as raised:  # noqa: BLE001 (handed to the caller)
            fault.append(raised)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if fault:
        raise fault[0]


def keep(folder: Path, controller: int, sleep: Callable[[float], None] = time.sleep) -> None:
    """Serve a cluster until SIGTERM, or until the run that asked for it is gone."""
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    born = started_at(controller)
    with temporary_cluster() as owner_url:
        unfinished = folder / "cluster.unfinished"
        unfinished.write_text(json.dumps({"owner_url": owner_url}))
        unfinished.rename(folder / "cluster.json")
        while not ended.is_set() and started_at(controller) == born:
            sleep(0.3)


if __name__ == "__main__":
    keep(Path(sys.argv[1]), int(sys.argv[2]))
