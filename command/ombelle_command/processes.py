"""What the system knows of a process, and how a child dies with its parent."""

import ctypes
import errno
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

PR_SET_PDEATHSIG = 1


def hold_port(last: int | None = None) -> socket.socket:
    """Take a TCP port of the loopback, `last` where nobody listens there, until the socket returned is closed.

    A server that sets SO_REUSEADDR, as ours and PostgreSQL do, may listen on it meanwhile, stop and come
    back; nobody else who takes a port this way is given it, nor is an outgoing connection: it is below those
    the kernel hands out, and it is held from the moment it is chosen, not from when its server starts.

    Raises:
        OSError: a hundred ports tried were all taken.

    """
    for attempt in range(100):
        again = last is not None and attempt == 0
        held = socket.socket()
        # what it had last time may linger in the kernel for a minute: only a new one is asked for alone
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(again))
        with suppress(OSError):
            held.bind(("127.0.0.1", last if again else 20000 + secrets.randbelow(12000)))
            held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if is_free(held.getsockname()[1]):
                return held
        held.close()
    raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))


def free_port() -> int:
    """Return a TCP port that nobody held on the loopback a moment ago."""
    with closing(hold_port()) as held:
        return int(held.getsockname()[1])


def is_free(port: int) -> bool:
    """Say whether the port can be bound on every loopback address this machine has."""
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            probe = socket.socket(family)
        except OSError:
            continue
        with closing(probe):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, port))
            except OSError as fault:
                if family == socket.AF_INET or fault.errno == errno.EADDRINUSE:
                    return False
    return True


def accepts(port: int) -> bool:
    """Say whether something takes connections on the loopback port."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def answers(port: int, path: str) -> bool:
    """Say whether a local service answers 200 there."""
    return status_of(port, path) == 200


def status_of(port: int, path: str) -> int | None:
    """Ask a local service over HTTP; return its status, None when it does not answer."""
    with suppress(OSError, ValueError, IndexError):  # noqa: SIM117 (the fault may be in opening)
        with socket.create_connection(("127.0.0.1", port), timeout=2) as line:
            line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            return int(line.recv(64).split(b" ", 2)[1])
    return None


def started_at(pid: int) -> str | None:
    """Return what tells this process from a later one of its number; None when it is gone or a zombie."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        if Path("/proc/self").exists():
            return None
        shown = subprocess.run(
            ["ps", "-o", "lstart=", "-p", str(pid)], check=False, capture_output=True, text=True
        )
        return shown.stdout.strip() or None
    return None if fields[0] in "ZX" else f"{_boot()}/{fields[19]}"


def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return "-"


def command_line(pid: int) -> str:
    """Return the process's words, or nothing when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:
        if Path("/proc/self").exists():
            return ""
        shown = subprocess.run(
            ["ps", "-o", "command=", "-p", str(pid)], check=False, capture_output=True, text=True
        )
        return shown.stdout.strip()


def wait_until(done: Callable[[], bool], *, seconds: float, every: float = 0.05) -> bool:
    """Ask until it is true or the time is over; return the last answer."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            return False
        time.sleep(every)
    return True


def end_process(pid: int, *signals: signal.Signals, patience: float = 8) -> None:
    """Send the signals one after the other, `patience` seconds apart, until the process is gone."""
    for sign in signals:
        with suppress(ProcessLookupError):
            os.kill(pid, sign)
        if wait_until(lambda: started_at(pid) is None, seconds=patience):
            return


def dies_with_parent(sign: signal.Signals) -> Callable[[], None] | None:
    """Return what a child runs before its program so that the kernel sends it `sign` when its parent dies.

    Linux only; elsewhere None, and a killed supervisor's children are found by the next start.
    """
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    parent = os.getpid()

    def arm() -> None:
        prctl(PR_SET_PDEATHSIG, int(sign), 0, 0, 0)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)

    return arm
