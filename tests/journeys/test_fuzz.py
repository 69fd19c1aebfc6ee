"""The published API asked everything that its own description allows, and much that it forbids, through the gateway.

Every answer must be one that the OpenAPI document declares, in status, content type and body, and never a 5xx;
what breaks the document must be refused.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ombelle_chassis.identity import Signer

# Rules that no schema says (a distance needs a place) refuse what fits the schema.
NOT_ASKED = "positive_data_acceptance"
SHORT, LONG = 8, 400  # cases an operation at most, in each phase that draws them


def authorization(stack: Any, role: str) -> list[str]:
    """Return what somebody of this role presents to the gateway."""
    if role == "anonymous":
        return []
    signer = Signer(stack.data / "keys" / "signing.json")
    return ["--header", f"Authorization: Bearer {signer.sign_access('fuzz', [role], minutes=60)}"]


def write_settings(stack: Any, path: Path) -> None:
    """Name what is really there, or a fuzzer would never get past « there is no such event »."""
    events = stack.get("/api/v1/agenda?from=2000-01-01&limit=20")["items"]
    known = {
        "event_id": [event["id"] for event in events],
        "event": [event["slug"] for event in events[:10]] + [event["id"] for event in events[:10]],
        "name": ["national"],
    }
    lines = [f"[dictionaries.{name}]\nvalues = {json.dumps(values)}\n" for name, values in known.items()]
    lines += ['[dictionaries.version]\nvalues = ["*", "\\"v1\\""]\n', "[parameters]\n"]
    lines += [f'"path.{name}" = {{ dictionary = "{name}", probability = 0.7 }}\n' for name in known]
    lines += ['"header.if-match" = { dictionary = "version", probability = 0.8 }\n']
    path.write_text("".join(lines), encoding="utf-8")


def fuzz(stack: Any, role: str, folder: Path, *, cases: int, seconds: int) -> None:
    """Run the fuzzer; what it found is the failure's message, each with the request that shows it."""
    settings = folder / "schemathesis.toml"
    write_settings(stack, settings)
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(settings), "run"]
    options = ["--url", stack.url, "--max-examples", str(cases), "--exclude-checks", NOT_ASKED]
    steady = ["--generation-deterministic"]
    quiet = ["--no-color", "--warnings", "off", "--max-failures", "30", "--request-timeout", "30"]
    done = subprocess.run(
        [
            *command,
            f"{stack.url}/api/openapi.json",
            *options,
            *steady,
            *quiet,
            *authorization(stack, role),
        ],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | {"COLUMNS": "120"},
        timeout=seconds,
    )
    assert done.returncode == 0, f"as {role}:\n{done.stdout}\n{done.stderr}"
    assert "test case" in done.stdout.lower(), done.stdout


@pytest.mark.parametrize("role", ["anonymous", "reviewer"])
def test_who_may_only_read_gets_declared_answers_alone(stack: Any, role: str, tmp_path: Path) -> None:
    fuzz(stack, role, tmp_path, cases=SHORT, seconds=300)


def test_who_may_write_gets_declared_answers_alone(own_stack: Callable[..., Any], tmp_path: Path) -> None:
    fuzz(own_stack(), "administrator", tmp_path, cases=SHORT, seconds=300)


@pytest.mark.long
@pytest.mark.parametrize("role", ["anonymous", "reviewer", "administrator"])
def test_every_role_for_long(own_stack: Callable[..., Any], role: str, tmp_path: Path) -> None:
    fuzz(own_stack(), role, tmp_path, cases=LONG, seconds=3000)
