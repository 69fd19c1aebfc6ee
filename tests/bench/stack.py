"""What a measure stands on: a PostgreSQL of its own, databases in it, and servers beside it, all gone at the end."""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit, urlunsplit

import asyncpg
from ombelle_command.database import grant_database, set_up
from ombelle_command.postgres import temporary_cluster
from ombelle_command.processes import dies_with_parent, free_port, status_of, wait_until
from ombelle_command.stack import PROJECT, ROLES, Database, Places, Stack, module

PASSWORDS = {role: role for role in ("owner", *ROLES)}
_ROLES = {role: PASSWORDS[role] for role in ROLES}
_PATIENCE = 60.0
JITLESS = {"jit": "off", "timezone": "UTC"}


class BenchError(Exception):
    """A measure would not be true; the text says why."""


@dataclass
class Bench:
    """One run of the bench: its cluster (as its owner), its folder, and the servers it started."""

    owner_url: str
    folder: Path
    servers: list["Server"] = field(default_factory=list)
    _is_migrated: bool = False

    def url(self, database: str, role: str = "events") -> str:
        """Return the URL of a role in a database."""
        parts = urlsplit(self.owner_url)
        netloc = (
            parts.netloc if role == "owner" else f"{role}:{PASSWORDS[role]}@{parts.hostname}:{parts.port}"
        )
        return urlunsplit(parts._replace(netloc=netloc, path=f"/{database}"))

    async def make_database(self, name: str) -> str:
        """Make a migrated database with its territory, and return its URL as `events`."""
        if not self._is_migrated:
            await set_up(self.owner_url, database="empty", passwords=_ROLES)  # it waits for the server
            for command in ("migrate", "load-territory"):
                self._must("ombelle_events", command, database="empty")
            self._is_migrated = True
        owner = await asyncpg.connect(self.owner_url)
        await owner.execute(f'CREATE DATABASE "{name}" TEMPLATE empty')
        await grant_database(owner, name, _ROLES)
        await owner.close()
        return self.url(name)

    async def copy_database(self, source: str, name: str) -> None:
        """Copy a database that nobody is connected to."""
        owner = await asyncpg.connect(self.owner_url, command_timeout=300)
        await owner.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}" STRATEGY file_copy')
        await grant_database(owner, name, _ROLES)
        await owner.close()

    @asynccontextmanager
    async def hurry(self) -> AsyncIterator[None]:
        """Let the server be quick rather than safe while data is made: nothing is measured meanwhile."""
        await self._own("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET max_wal_size = '8GB'")
        yield
        await self._own("ALTER SYSTEM RESET ALL", "CHECKPOINT")

    async def _own(self, *statements: str) -> None:
        owner = await asyncpg.connect(self.owner_url, command_timeout=600)
        for statement in (*statements, "SELECT pg_reload_conf()"):
            await owner.execute(statement)
        await owner.close()

    async def drop_database(self, name: str) -> None:
        """Drop a database that nothing uses any more."""
        owner = await asyncpg.connect(self.owner_url)
        await owner.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        await owner.close()

    def environment(self, database: str) -> dict[str, str]:
        """Return the environment of the programs that work on a database, as `./ombelle up` gives it."""
        address = urlsplit(self.owner_url).netloc.rpartition("@")[2]
        secret = b64encode(os.urandom(32)).decode()  # of nothing: no message leaves a bench
        kept = {"passwords": PASSWORDS, "messages_secret": secret}
        places = Places("http://localhost:8000", Database(address, database), {})
        given = Stack(self.folder).environment(kept, places)
        given.pop("GATEWAY_READY_FILE")
        return given | {"PYTHONPATH": str(PROJECT / "tests")}

    def _must(self, *words: str, database: str) -> None:
        done = subprocess.run(
            module(*words), check=False, env=self.environment(database), capture_output=True, text=True
        )
        if done.returncode:
            raise BenchError(f"{' '.join(words)} : {done.stderr[-2000:]}")

    def serve_events(self, database: str) -> "Server":
        """Serve the events service as `./ombelle up` does: one process."""
        return self._serve("ombelle_events", "serve", database=database, probe="/readyz")

    def serve_loans(self, database: str) -> "Server":
        """Serve the loans service as `./ombelle up` does: one process."""
        return self._serve("ombelle_loans", "serve", database=database, probe="/readyz")

    def serve_members(self, database: str) -> "Server":
        """Serve the members service as `./ombelle up` does: one process."""
        return self._serve("ombelle_members", "serve", database=database, probe="/readyz")

    def serve_accounts(self, database: str) -> "Server":
        """Serve the accounts behind the gateway: who is signed in."""
        return self._serve("ombelle_gateway", "accounts", database=database, probe="/readyz")

    def serve_gateway(self, events: "Server", database: str, **others: "Server") -> "Server":
        """Serve the gateway before that events service, and before others by their names."""
        self.make_keys(database)
        upstreams = {"events": events, **others}
        given = ",".join(f"{name}=http://127.0.0.1:{server.port}" for name, server in upstreams.items())
        more = {"GATEWAY_UPSTREAMS": given}
        return self._serve("ombelle_gateway", "serve", database=database, probe="/readyz", more=more)

    def make_keys(self, database: str) -> None:
        """Make the keys by which the gateway signs who asks, unless they are there."""
        (self.folder / "keys").mkdir(exist_ok=True)
        self._must("ombelle_gateway", "keys", database=database)

    async def migrate_loans(self, database: str) -> None:
        """Make the tables of loans in a database."""
        self._must("ombelle_loans", "migrate", database=database)

    async def migrate_members(self, database: str) -> None:
        """Make the tables of members in a database."""
        self._must("ombelle_members", "migrate", database=database)

    async def migrate_gateway(self, database: str) -> None:
        """Make the gateway's own tables in a database: who is signed in."""
        self._must("ombelle_gateway", "migrate", database=database)

    def serve_bare(self, name: str, database: str, **more: str) -> "Server":
        """Serve a baseline: a module of this folder, under the same server with the same settings."""
        return self._serve(f"bench.{name}", database=database, probe="/healthz", more=more)

    def _serve(
        self, *words: str, database: str, probe: str, more: Mapping[str, str] | None = None
    ) -> "Server":
        port = free_port()
        server = Server(words[0], port, self.folder / f"{words[0]}-{port}.log")
        server.start([*module(*words), "--port", str(port)], self.environment(database) | dict(more or {}))
        self.servers.append(server)
        if not wait_until(lambda: status_of(port, probe) == 200 or not server.is_up(), seconds=_PATIENCE):
            raise BenchError(f"{words[0]} ne répond pas")
        if not server.is_up():
            raise BenchError(f"{words[0]} : {server.log.read_text()[-2000:]}")
        return server


class Server:
    """A server of one measure; its standard error goes to `log`."""

    def __init__(self, name: str, port: int, log: Path) -> None:
        self.name, self.port, self.log = name, port, log
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, words: list[str], environment: dict[str, str]) -> None:
        """Start it; it ends with us."""
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                words,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment,
                start_new_session=True,
                preexec_fn=dies_with_parent(signal.SIGTERM),  # noqa: PLW1509 (no thread is running)
            )

    def is_up(self) -> bool:
        """Say whether it still runs."""
        return self._process is not None and self._process.poll() is None

    def requests(self) -> int:
        """Count the requests it has logged."""
        return self.log.read_bytes().count(b'"event":"request"')

    def stop(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


@contextmanager
def open_bench() -> Iterator[Bench]:
    """Make the cluster and the folder for the length of a `with`."""
    folder = Path(tempfile.mkdtemp(prefix="ombelle-bench-"))
    folder.chmod(0o711)
    try:
        with temporary_cluster(durable=True) as owner_url:
            bench = Bench(owner_url, folder)
            try:
                yield bench
            finally:
                for server in bench.servers:
                    server.stop()
    finally:
        rmtree(folder, ignore_errors=True)


async def settle(url: str) -> None:
    """Bring a loaded database to rest: vacuumed, analysed, and its changes on disk."""
    connection = await asyncpg.connect(url, command_timeout=900)
    await connection.execute("VACUUM (ANALYZE)")
    with suppress(asyncpg.InsufficientPrivilegeError):
        await connection.execute("CHECKPOINT")
    await connection.close()
    await asyncio.sleep(0)


def say(line: str) -> None:
    """Tell how far the bench is."""
    sys.stderr.write(f"  {line}\n")
    sys.stderr.flush()


def without_proxies() -> None:
    """Keep the loopback out of any proxy the caller's environment names."""
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        os.environ.pop(name, None)
