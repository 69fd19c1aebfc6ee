"""docker-compose.yml and the Dockerfile as tests read them, and their image's files laid out without Docker."""

import compileall
import re
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from stacks import PROJECT

COMPOSE = PROJECT / "docker-compose.yml"
DOCKERFILE = PROJECT / "deploy" / "Dockerfile"
VARIABLE = re.compile(r"\$\{([A-Z_]+)(?::([-?])([^}]*))?\}")


def read_compose(environment: Mapping[str, str]) -> dict[str, Any]:
    """Return the file with its anchors merged and its variables replaced, as Compose does.

    Raises KeyError for a variable that is required and not given.
    """

    def replace(found: re.Match[str]) -> str:
        name, kind, default = found.groups()
        return environment[name] if kind == "?" else environment.get(name) or default or ""

    def replaced(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: replaced(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [replaced(inner) for inner in value]
        return VARIABLE.sub(replace, value) if isinstance(value, str) else value

    loaded: dict[str, Any] = replaced(yaml.safe_load(COMPOSE.read_text(encoding="utf-8")))
    return loaded


def variables() -> set[str]:
    """Return the names of the variables that the file takes from outside."""
    return {found[1] for found in VARIABLE.finditer(COMPOSE.read_text(encoding="utf-8"))}


def instructions() -> list[tuple[str, list[str]]]:
    """Return the Dockerfile's instructions in order, each with its words."""
    text = re.sub(r"^#.*\n", "", DOCKERFILE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    lines = text.replace("\\\n", " ").splitlines()
    return [(line.split()[0], shlex.split(line)[1:]) for line in lines if line.strip()]


def copies() -> list[tuple[list[str], str]]:
    """Return what the Dockerfile takes from this folder: sources and destination."""
    plain = [words for name, words in instructions() if name == "COPY" and not words[0].startswith("--from")]
    return [(words[:-1], words[-1]) for words in plain]


def image_environment() -> dict[str, str]:
    """Return the variables that the image sets."""
    pairs = [pair for name, words in instructions() if name == "ENV" for pair in words]
    return dict(pair.split("=", 1) for pair in pairs)


def lay_out(root: Path) -> None:
    """Put the files of the image's last stage under a folder."""
    ignored = shutil.ignore_patterns("node_modules", "tests")
    for sources, destination in copies():
        if destination.startswith("/srv"):
            for source in sources:
                shutil.copytree(PROJECT / source, root / destination.lstrip("/"), ignore=ignored)
    compileall.compile_dir(root / "srv", quiet=1)  # as the Dockerfile does: its processes write nothing
