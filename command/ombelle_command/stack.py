"""One stack's folder: its lock, its secrets, where it runs now, and what its services are told.

stack.json        secrets made once (mode 600)
run/lock          held by the running `up`
run/state.json    where things answer, while it runs (mode 600)
run/children.json what it started, so that a next start can end what a killed one left
run/ready         there once the first sync has ended
keys/ logs/ postgres/
"""

import base64
import fcntl
import json
import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

PROJECT = Path(__file__).resolve().parents[2]
DEFAULT_FOLDER = PROJECT / ".ombelle"
ROLES = ("events", "members", "loans", "gateway")  # each has a schema and answers under its name
TERRITORY = "hauts-de-france"
# Another Python's packages, the owner's password, which no service needs, and what opens the demo's sign-in.
LOOPBACK = "127.0.0.0/8,::1/128"
NOT_HANDED_DOWN = {"PYTHONPATH", "PYTHONHOME", "OMBELLE_DATABASE_URL", "GATEWAY_DEMO_URL"}


class StackBusyError(Exception):
    """Another `up` holds this folder."""


class NoStackError(Exception):
    """No stack runs on this folder; the text says so, for a person to read."""


@dataclass(frozen=True)
class Database:
    """Where the services' database is: `host:port`, its name, and the options its URL ends with."""

    address: str
    name: str
    options: str = ""

    def url(self, role: str, password: str) -> str:
        """Return the URL by which a role reaches it."""
        return f"postgresql://{quote(role)}:{quote(password)}@{self.address}/{quote(self.name)}{self.options}"


@dataclass(frozen=True)
class Places:
    """Where a stack's parts are: the address people type, the database, each service's port on the loopback.

    `demo` and `smtp` are the demo season's server and the catcher of its mails; None when it is not loaded.
    """

    url: str
    database: Database
    ports: Mapping[str, int]
    demo: str | None = None
    smtp: str | None = None

    def services(self) -> str:
        """Return where each service answers, as `events=http://127.0.0.1:4711,members=…`."""
        return ",".join(f"{name}=http://127.0.0.1:{port}" for name, port in self.ports.items())

    @classmethod
    def of(cls, state: Mapping[str, Any]) -> "Places":
        """Read them back from state.json."""
        database = Database(**state["database"])
        return cls(state["url"], database, state["ports"], state["demo"], state["smtp"])


class Stack:
    """The folder given by `--data`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.run = self.folder / "run"
        self.logs = self.folder / "logs"
        self.keys = self.folder / "keys"
        self.files = self.folder / "files"
        self.ready = self.run / "ready"
        self._lock: int | None = None

    def hold(self, *, patience: float = 0.5) -> None:
        """Make the folder if need be and hold it until this process ends. Raises StackBusyError."""
        if not self.folder.exists():
            self.folder.mkdir(parents=True)
            # PostgreSQL's own account must walk through when root calls; secrets are closed one by one
            self.folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
        for inner in (self.run, self.logs, self.keys, self.files):
            inner.mkdir(mode=0o700, exist_ok=True)
        lock = os.open(self.run / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        end = time.monotonic() + patience  # a command that only looks holds it for an instant
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                if time.monotonic() > end:
                    os.close(lock)
                    raise StackBusyError(str(self.folder)) from None
                time.sleep(0.02)
            else:
                self._lock = lock
                return

    def release(self) -> None:
        """Let the folder go before this process ends."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def is_running(self) -> bool:
        """Say whether an `up` holds the folder now."""
        try:
            lock = os.open(self.run / "lock", os.O_RDWR)
        except OSError:
            return False
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return True
        finally:
            os.close(lock)
        return False

    def secrets(self) -> dict[str, Any]:
        """Return what is kept in stack.json, made on first use: passwords, messages_secret, cluster, demo's ports."""
        try:
            kept: dict[str, Any] = json.loads((self.folder / "stack.json").read_text())
        except FileNotFoundError:
            kept = {}
        passwords = kept.setdefault("passwords", {})
        for role in ("owner", *ROLES):
            passwords.setdefault(role, os.urandom(24).hex())
        kept.setdefault("messages_secret", base64.b64encode(os.urandom(32)).decode())
        return kept

    def keep_secrets(self, kept: dict[str, Any]) -> None:
        """Write stack.json."""
        write_private(self.folder / "stack.json", kept)

    def state(self) -> dict[str, Any]:
        """Return where the running stack answers. Raises NoStackError when none runs here."""
        if not self.folder.exists():
            raise NoStackError(f"Aucune pile dans {self.folder} : lancez « ./ombelle up ».")
        if not self.is_running():
            raise NoStackError(f"La pile de {self.folder} ne tourne pas : lancez « ./ombelle up ».")
        try:
            state: dict[str, Any] = json.loads((self.run / "state.json").read_text())
        except FileNotFoundError:
            raise NoStackError(
                f"La pile de {self.folder} démarre encore : réessayez dans un instant.",
            ) from None
        return state

    def environment(self, kept: Mapping[str, Any], places: Places) -> dict[str, str]:
        """Return the whole environment of the services' programs; `kept` is what `secrets` gives."""
        mine = {k: v for k, v in os.environ.items() if not k.startswith("PG") and k not in NOT_HANDED_DOWN}
        passwords, public_keys = kept["passwords"], str(self.keys / "jwks.json")
        # The demo's mails go to its catcher, whatever the caller's own server: its people do not exist.
        demo = {"GATEWAY_DEMO_URL": places.demo, "OMBELLE_SMTP_URL": places.smtp}
        if places.demo:  # whoever tries webhooks listens on this machine
            demo["GATEWAY_WEBHOOK_NETWORKS"] = os.environ.get("GATEWAY_WEBHOOK_NETWORKS", LOOPBACK)
        return {
            **mine,
            "PYTHONSAFEPATH": "1",
            "PYTHONUNBUFFERED": "1",
            "PYTHONUTF8": "1",
            "MALLOC_ARENA_MAX": "2",
            "OMBELLE_PUBLIC_URL": places.url,
            "OMBELLE_JWKS_FILE": public_keys,
            "OMBELLE_MESSAGES_SECRET": kept["messages_secret"],
            "OMBELLE_SUBSCRIBERS": places.services(),
            **{f"{role.upper()}_DATABASE_URL": places.database.url(role, passwords[role]) for role in ROLES},
            "OMBELLE_STORAGE_URL": os.environ.get("OMBELLE_STORAGE_URL") or self.files.as_uri(),
            "EVENTS_JWKS_FILE": public_keys,
            "EVENTS_TERRITORY": os.environ.get("EVENTS_TERRITORY", TERRITORY),
            "MEMBERS_JWKS_FILE": public_keys,
            "LOANS_JWKS_FILE": public_keys,
            "GATEWAY_UPSTREAMS": places.services(),
            "GATEWAY_KEYS_DIR": str(self.keys),
            "GATEWAY_FRONTEND_DIR": str(PROJECT / "frontend" / "dist"),
            "GATEWAY_READY_FILE": str(self.ready),
            **{name: value for name, value in demo.items() if value},
        }

    def running_environment(self) -> dict[str, str]:
        """Return the environment of the running stack's programs. Raises NoStackError."""
        return self.environment(self.secrets(), Places.of(self.state()))


def write_private(path: Path, content: Any) -> None:
    """Write JSON whole or not at all, for the owner's eyes only."""
    unfinished = path.with_name(path.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(json.dumps(content))
        file.flush()
        os.fsync(descriptor)
    unfinished.replace(path)


def module(name: str, *words: str) -> list[str]:
    """Return the words that run a Python module of the project."""
    return [sys.executable, "-m", name, *words]
