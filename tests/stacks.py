"""Stacks that tests start, look at and treat badly."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ombelle_command.postgres import OWNER, find_cluster
from ombelle_command.processes import dies_with_parent, free_port, started_at, wait_until

PROJECT = Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, "-P", "-m", "ombelle_command"]
PATIENCE = 300


def bare_environment() -> dict[str, str]:
    """The caller's environment without what would lead a stack elsewhere."""
    ours = ("OMBELLE_", "EVENTS_", "MEMBERS_", "LOANS_", "GATEWAY_", "PG")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


class LiveStack:
    """A stack that runs, as a person at the keyboard knows it."""

    def __init__(self, url: str, data: Path) -> None:
        self.url, self.data = url, data

    def cli(self, *words: str, data: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run `./ombelle …` on this stack's data, or on others."""
        return subprocess.run(
            [*COMMAND, *words, "--data", str(data or self.data)],
            check=False,
            capture_output=True,
            text=True,
            timeout=120,
            cwd=PROJECT,
            env=bare_environment(),
        )

    def rows(self, service: str, query: str) -> Any:
        """Read the database as a service."""
        done = self.cli("sql", service, query, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def database_url(self, role: str, *, secret: str | None = None) -> str:
        """Return the URL of its database as a role, whose password goes by the role's name unless told."""
        at = json.loads((self.data / "run" / "state.json").read_text())["database"]
        passwords = json.loads((self.data / "stack.json").read_text())["passwords"]
        return f"postgresql://{role}:{passwords[secret or role]}@{at['address']}/{at['name']}"

    def get(self, path: str) -> Any:
        """GET a JSON document through the gateway."""
        with urllib.request.urlopen(self.url + path, timeout=30) as answer:
            return json.load(answer)

    def status(self, path: str) -> int | None:
        """Return the HTTP status of a path, None when nothing answers."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=10) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code
        except OSError:
            return None


class OwnStack(LiveStack):
    """A stack started for one test, which may treat it badly."""

    def __init__(self, folder: Path, *words: str, environment: Mapping[str, str] | None = None) -> None:
        """Start it on the folder's `data`, which may hold a copy of another's."""
        self.port = free_port()
        super().__init__(f"http://127.0.0.1:{self.port}", folder / "data")
        self.log = folder / "up.log"
        self.words = words
        self.environment = bare_environment() | (environment or {})
        self.process = self._start()

    def _start(self) -> "subprocess.Popen[bytes]":
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [*COMMAND, "up", "--data", str(self.data), "--port", str(self.port), *self.words],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=PROJECT,
                env=self.environment,
                start_new_session=True,
                # a run that is killed leaves no stack behind
                preexec_fn=dies_with_parent(signal.SIGTERM),  # noqa: PLW1509 (the hook takes no lock)
            )

    def start(self) -> None:
        """Start it again."""
        self.process = self._start()
        self.wait()

    def wait(self) -> None:
        """Wait until its agenda can be read."""
        ready = wait_until(
            lambda: self.process.poll() is not None or self.status("/readyz") == 200,
            seconds=PATIENCE,
            every=0.2,
        )
        assert ready, self.log.read_text()
        assert self.process.poll() is None, self.log.read_text()

    def children(self) -> dict[str, int]:
        """Return the numbers of its processes, by name."""
        kept = json.loads((self.data / "run" / "children.json").read_text())
        return {name: child["pid"] for name, child in kept.items()}

    def stop(self, sign: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop; return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(sign)
        return self.process.wait(60)

    def kill_everything(self) -> None:
        """Do to it what a power cut does: no process of it hears anything."""
        pids = list(self.children().values())
        for pid in (self.process.pid, *pids):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait(60)
        assert wait_until(lambda: all(started_at(pid) is None for pid in pids), seconds=30)


def copy_running(source: Path, target: Path) -> None:
    """Copy the data folder of a stack that runs, as a backup does; `up` on the copy begins with what was there.

    It takes ports of its own: those of the one that runs are in use.
    """
    kept = json.loads((source / "stack.json").read_text())
    address = json.loads((source / "run" / "state.json").read_text())["database"]["address"]
    target.mkdir(mode=0o711)
    for name in ("files", "keys"):
        shutil.copytree(source / name, target / name)
    for name in ("cluster", "demo_port", "demo_smtp_port"):
        kept.pop(name, None)
    (target / "stack.json").write_text(json.dumps(kept))
    cluster = find_cluster(target)
    cluster.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    host, _, port = address.partition(":")
    words = [str(cluster.programs / "pg_basebackup"), "--pgdata", str(cluster.data), "--no-sync"]
    words += ["--checkpoint", "fast", "--host", host, "--port", port, "--username", OWNER, "--no-password"]
    secret = {"PGPASSWORD": kept["passwords"]["owner"]}
    subprocess.run(words, check=True, env=bare_environment() | secret)
    if account := cluster.account:
        for path in (cluster.home, *cluster.home.rglob("*")):
            os.chown(path, account.uid, account.gid, follow_symlinks=False)
