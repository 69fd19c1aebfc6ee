"""What Ombelle weighs: the memory of a whole stack at rest, and the JavaScript of the first page."""

import re
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from ombelle_command.frontend import FRONTEND, node_environment
from ombelle_command.processes import free_port, wait_until
from ombelle_command.stack import module

from bench.stack import Bench, BenchError

_PATIENCE = 300.0
_REST = 10.0  # seconds without a change that matter before it is taken for at rest


def measure_memory(bench: Bench, environment: Mapping[str, str]) -> float:
    """Start `./ombelle up` with its demo, wait until it rests, and return its PSS in MB, PostgreSQL included.

    PSS shares each shared page between those who use it (proc(5), smaps_rollup): the sum over processes is what
    the stack takes.
    """
    data, port = bench.folder / "up", free_port()
    with (bench.folder / "up.log").open("wb") as log:
        up = subprocess.Popen(
            module("ombelle_command", "up", "--data", str(data), "--port", str(port)),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=dict(environment),
            start_new_session=True,
        )
    try:
        if not wait_until(
            lambda: (data / "run" / "ready").exists() or up.poll() is not None, seconds=_PATIENCE
        ):
            raise BenchError("la pile ne démarre pas")
        if up.poll() is not None:
            raise BenchError("la pile ne démarre pas :\n" + (bench.folder / "up.log").read_text()[-2000:])
        return _at_rest(up.pid)
    finally:
        up.send_signal(signal.SIGTERM)
        up.wait(60)


def _at_rest(pid: int) -> float:
    """Wait until two readings, some seconds apart, agree to 2 %, and return the last."""
    before = pss(pid)
    for _ in range(6):
        time.sleep(_REST)
        now = pss(pid)
        if abs(now - before) <= 0.02 * now:
            return now
        before = now
    return before


def pss(pid: int) -> float:
    """Return the memory of a process and all its descendants, in MB (a million bytes)."""
    total = 0
    for member in _family(pid):
        try:
            rollup = Path(f"/proc/{member}/smaps_rollup").read_text()
        except OSError:
            continue  # it ended meanwhile
        if found := re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE):
            total += int(found[1]) * 1024
    if not total:
        raise BenchError("la mémoire des processus ne se lit pas ici (/proc/PID/smaps_rollup)")
    return total / 1e6


def _family(pid: int) -> set[int]:
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    family, more = {pid}, {pid}
    while more:
        more = {child for child, parent in parents.items() if parent in family} - family
        family |= more
    return family


def measure_first_page(environment: Mapping[str, str]) -> float:
    """Return the kB (thousand bytes) of gzipped JavaScript that the first public page asks for.

    The interface is built already; `npm run size` weighs it: the heaviest of the public pages counts.
    """
    done = subprocess.run(
        ["npm", "run", "--silent", "size"],
        check=False,
        cwd=FRONTEND,
        env=node_environment(environment),
        capture_output=True,
        text=True,
    )
    try:
        return heaviest_public_page(done.stdout)
    except ValueError:
        raise BenchError(f"npm run size : {done.stdout}{done.stderr}") from None


def heaviest_public_page(printed: str) -> float:
    """Return the kB of the heaviest public page among the lines of `npm run size`.

    Raises:
        ValueError: they name none.

    """
    weights = re.findall(r"^public +\S+ +([\d.]+) kB$", printed, re.MULTILINE)
    return max(float(weight) for weight in weights)
