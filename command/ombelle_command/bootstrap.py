"""Makes what the command needs (a virtual environment, the locked packages), then becomes it.

Run by `./ombelle` with whatever Python the machine has: standard library only, nothing of the project
imported.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NoReturn

PROJECT = Path(__file__).resolve().parents[2]
VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "ombelle.json"
LOCKS = {"run": "requirements.lock", "dev": "requirements-dev.lock"}
NEEDS_DEV = {"test", "bench"}


class StepError(Exception):
    """A step failed: what, its last lines, what to do."""

    def __init__(self, what: str, lines: str, advice: str) -> None:
        super().__init__(what)
        self.what, self.lines, self.advice = what, lines, advice


def say(line: str) -> None:
    """Tell the person something, beside what the command prints."""
    with contextlib.suppress(OSError):
        sys.stderr.write(line + "\n")
        sys.stderr.flush()


def digest(name: str) -> str:
    """Return what a lock is known by."""
    return hashlib.sha256((PROJECT / name).read_bytes()).hexdigest()


def packages_of(version: str) -> Path:
    """Return the folder where an environment of that Python version ("3.11.7") keeps its packages."""
    return VENV / "lib" / ("python" + ".".join(version.split(".")[:2])) / "site-packages"


def stamp() -> dict[str, str] | None:
    """Return what the virtual environment was made of, or nothing when it cannot be relied on."""
    try:
        made = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    there = made.get("venv") == str(VENV) and os.access(PYTHON, os.X_OK)
    return made if there and packages_of(made.get("python", "")).is_dir() else None


def is_ready(made: dict[str, str] | None, wanted: str) -> bool:
    """Say whether the environment holds what the locks say now."""
    if made is None or made.get("run") != digest(LOCKS["run"]):
        return False
    return wanted != "dev" or made.get("dev") == digest(LOCKS["dev"])


def run(what: str, words: list[str], advice: str) -> None:
    """Run a long program quietly, saying from time to time that it is at work. Raises StepError."""
    began, next_sign = time.monotonic(), 3.0
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=str(PROJECT))
        try:
            while process.poll() is None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(1)
                spent = time.monotonic() - began
                if process.returncode is None and spent >= next_sign:
                    next_sign = spent + 15
                    say(f"  … {what} ({spent:.0f} s)")
        finally:
            if process.returncode is None:
                process.kill()
                process.wait()
        if process.returncode:
            log.seek(0)
            lines = log.read().decode(errors="replace").strip().splitlines()[-15:]
            raise StepError(what, "\n".join(lines), advice)
    say(f"  ✓ {what} ({time.monotonic() - began:.0f} s)")


def make_venv() -> None:
    """Make the empty environment. Its stamp comes last: what an interruption leaves is made again."""
    if os.path.lexists(VENV):
        old = VENV.with_name(f".venv-old-{os.getpid()}")
        VENV.rename(old)
        shutil.rmtree(old, ignore_errors=True)
    python = getattr(sys, "_base_executable", None) or sys.executable
    advice = "Sur Debian ou Ubuntu : apt install python3-venv ; puis relancez la même commande."
    run("environnement Python", [python, "-m", "venv", str(VENV)], advice)


def install(wanted: str) -> None:
    """Install a lock, every package checked against its hash; with uv where it works, else with pip."""
    lock = LOCKS[wanted]
    what = f"paquets de {lock}"
    if uv := shutil.which("uv"):
        try:
            run(what, [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", str(PYTHON), lock], "")
        except StepError:
            say("  - uv n'y arrive pas ici ; on prend pip")
        else:
            return
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    advice = "Vérifiez le réseau (ou PIP_INDEX_URL, PIP_CERT), puis relancez la même commande : elle reprend."
    run(what, [*pip, "--require-hashes", "-r", lock], advice)


def write_paths(version: str) -> None:
    """Let the environment import the project's packages from where they are."""
    folders = [*sorted(PROJECT.glob("services/*/src")), PROJECT / "command", PROJECT / "demo"]
    content = "".join(f"{folder}\n" for folder in folders)
    path = packages_of(version) / "ombelle.pth"
    if not path.exists() or path.read_text(encoding="utf-8") != content:
        path.write_text(content, encoding="utf-8")


def prepare(wanted: str) -> None:
    """Bring the environment up to the locks; one at a time, whoever starts first."""
    made = stamp()
    if made and is_ready(made, wanted):
        write_paths(made["python"])
        return
    with (PROJECT / "ombelle").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        made = stamp()
        if is_ready(made, wanted):
            return
        say("Ombelle prépare ce qu'il lui faut, une fois pour toutes.")
        if made is None:
            make_venv()
            made = {"venv": str(VENV), "python": sys.version.split()[0]}
        kind = "dev" if wanted == "dev" or "dev" in made else "run"
        install(kind)
        write_paths(made["python"])
        made |= {name: digest(LOCKS[name]) for name in {"run", kind}}
        unfinished = STAMP.with_suffix(".new")
        unfinished.write_text(json.dumps(made), encoding="utf-8")
        unfinished.replace(STAMP)


def command_of(words: list[str]) -> str:
    """Return the command's name: the first word that is neither an option nor the value of --data."""
    before = ["", *words]
    return next((w for n, w in enumerate(words) if not w.startswith("-") and before[n] != "--data"), "")


def become(words: list[str]) -> NoReturn:
    """Become the command proper, in the environment that was made."""
    # a machine may forbid it: each of a stack's fifteen processes then compiles a thousand modules at each start
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.execv(PYTHON, [str(PYTHON), "-P", "-m", "ombelle_command", *words])  # noqa: S606


def main() -> int:
    """Prepare, then become the command proper."""
    for sign in (signal.SIGINT, signal.SIGTERM):  # a background shell hands SIGINT down ignored
        signal.signal(sign, signal.default_int_handler)
    try:
        prepare("dev" if command_of(sys.argv[1:]) in NEEDS_DEV else "run")
    except StepError as fault:
        say(f"  ✗ {fault.what} : échec")
        for line in fault.lines.splitlines():
            say(f"    │ {line}")
        say(f"    → {fault.advice}")
        return 1
    except OSError as fault:
        say(f"  ✗ {fault}\n    → Le dossier {PROJECT} doit être à vous, en écriture.")
        return 1
    except KeyboardInterrupt:
        say("Interrompu.")
        return 1
    become(sys.argv[1:])
