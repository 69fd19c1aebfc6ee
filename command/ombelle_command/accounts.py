"""As whom PostgreSQL runs, and what that account can reach.

PostgreSQL refuses to run as root. When the command is root's, the server runs as a system account of its
own; that account must be able to walk to its programs and to its data, which a closed home (mode 700)
forbids. Nothing is ever opened for it: what it cannot reach is put elsewhere.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

SERVICE_ACCOUNT = "ombelle"
FALLBACK_ACCOUNT = "nobody"


@dataclass(frozen=True)
class Account:
    """A system account, by name and numbers."""

    name: str
    uid: int
    gid: int


def service_account() -> Account | None:
    """Return the account the server runs as, made if need be; None when the caller's own will do."""
    if os.geteuid() != 0:
        return None
    for name in (SERVICE_ACCOUNT, FALLBACK_ACCOUNT):
        if name == SERVICE_ACCOUNT:
            _make_account(name)
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    raise RuntimeError(
        "Aucun compte système pour PostgreSQL : créez-en un avec « useradd --system ombelle »."
    )


def _make_account(name: str) -> None:
    try:
        pwd.getpwnam(name)
    except KeyError:
        if program := shutil.which("useradd", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin"):
            shell = shutil.which("nologin", path="/usr/sbin:/sbin:/usr/bin") or "/bin/false"
            subprocess.run(
                [
                    program,
                    "--system",
                    "--no-create-home",
                    "--home-dir",
                    "/nonexistent",
                    "--shell",
                    shell,
                    name,
                ],
                check=False,
                capture_output=True,
            )


def can_enter(folder: Path, account: Account) -> bool:
    """Say whether the account can walk into the folder and read it, by trying as that account."""
    done = subprocess.run(
        ["/bin/sh", "-c", 'test -x "$1" && test -r "$1"', "sh", str(folder)],
        check=False,
        user=account.uid,
        group=account.gid,
        extra_groups=[],
        cwd="/",
        capture_output=True,
    )
    return done.returncode == 0


def can_walk_through(folder: Path, account: Account) -> bool:
    """Say whether the account could reach something of its own put inside the folder."""
    probe = Path(tempfile.mkdtemp(prefix=".probe-", dir=folder))
    try:
        os.chown(probe, account.uid, account.gid)
        return can_enter(probe, account)
    finally:
        probe.rmdir()
