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

import asyncpg
import pytest
from ombelle_chassis.identity import Signer

OwnStacks = Callable[..., Any]
# Rules that no schema says (a distance needs a place) refuse what fits the schema.
NOT_ASKED = "positive_data_acceptance"
SHORT, LONG = 5, 150  # cases an operation at most, in each phase that draws them


def authorization(stack: Any, role: str) -> list[str]:
    """Return what somebody of this role presents to the gateway."""
    if role == "anonymous":
        return []
    signer = Signer(stack.data / "keys" / "signing.json")
    return ["--header", f"Authorization: Bearer {signer.sign_access('fuzz', [role], minutes=60)}"]


async def seed(stack: Any) -> dict[str, list[str]]:
    """Leave the desk work to do; return ids of it, without which a fuzzer never gets past « there is none »."""
    for number in range(3):  # national stays: what is removed or changed are these
        words = ("feeds", "add", f"spare-{number}", "--kind", "openagenda-v2", "--url", "http://127.0.0.1:1")
        assert stack.cli(*words, "--agenda", "1", "--key", "k").returncode == 0
    passwords = json.loads((stack.data / "stack.json").read_text())["passwords"]
    database = json.loads((stack.data / "run" / "state.json").read_text())["database"]
    url = f"postgresql://events:{passwords['events']}@{database['address']}/{database['name']}"
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(CONFLICTS)
        await connection.execute(DUPLICATES)
        return {
            parameter: [str(row[0]) for row in await connection.fetch(query)]
            for parameter, query in KNOWN.items()
        }
    finally:
        await connection.close()


CONFLICTS = """
INSERT INTO feed_conflict (feed_id, event_id, field, source_value)
SELECT feed.id, chosen.id, field, value::jsonb
FROM feed, (SELECT id FROM event ORDER BY id LIMIT 8) chosen, (VALUES
  ('title', '"Ailleurs"'), ('description', 'null'), ('free', 'true'), ('keywords', '["arbre"]'), ('age_min', '99'),
  ('parent', 'null'), ('edition', '2027')) AS theirs (field, value)
WHERE feed.name = 'national'
"""
DUPLICATES = """
INSERT INTO duplicate_candidate (first_id, second_id, similarity)
SELECT id, lead(id) OVER (ORDER BY id), 0.9 FROM event ORDER BY id LIMIT 12
ON CONFLICT DO NOTHING
"""
KNOWN = {
    "conflict_id": "SELECT id FROM feed_conflict LIMIT 60",
    "duplicate_id": "SELECT id FROM duplicate_candidate LIMIT 60",
    "external_id": "SELECT external_id FROM feed_record LIMIT 20",
    "run_id": "SELECT id FROM feed_run LIMIT 20",
}


def write_settings(stack: Any, known: dict[str, list[str]], path: Path) -> None:
    """Name what is really there, for most of the cases."""
    events = stack.get("/api/v1/agenda?from=2000-01-01&limit=20")["items"]
    assert events, "nothing is published"
    known = known | {
        "event_id": [event["id"] for event in events],
        "event": [event["slug"] for event in events[:10]] + [event["id"] for event in events[:10]],
        "name": ["national", "national", "national", "spare-0"],
        "spare": ["spare-0", "spare-1", "spare-2"],
        "version": ["*", '"v1"'],
    }
    lines = [f"[dictionaries.{name}]\nvalues = {json.dumps(values)}\n" for name, values in known.items()]
    lines += ["[parameters]\n", '"header.if-match" = { dictionary = "version", probability = 0.8 }\n']
    lines += [
        f'"path.{name}" = {{ dictionary = "{name}", probability = 0.7 }}\n'
        for name in known
        if name not in {"spare", "version"}
    ]
    lines += [
        f'[[operations]]\ninclude-name = "{method} /api/v1/feeds/{{name}}"\n'
        'parameters = { "path.name" = { dictionary = "spare" } }\n'
        for method in ("DELETE", "PATCH")
    ]
    path.write_text("".join(lines), encoding="utf-8")


def fuzz(
    stack: Any,
    role: str,
    folder: Path,
    *,
    cases: int,
    seconds: int,
    known: dict[str, list[str]] | None = None,
    phases: str = "coverage,fuzzing,stateful",
) -> None:
    """Run the fuzzer; what it found is the failure's message, each with the request that shows it."""
    settings = folder / "schemathesis.toml"
    write_settings(stack, known or {}, settings)
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(settings), "run"]
    options = ["--url", stack.url, "--max-examples", str(cases), "--phases", phases]
    steady = ["--generation-deterministic", "--exclude-checks", NOT_ASKED]
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


def test_nobody_in_particular_gets_declared_answers_alone(stack: Any, tmp_path: Path) -> None:
    fuzz(stack, "anonymous", tmp_path, cases=SHORT, seconds=300)


def test_who_may_not_write_gets_declared_answers_alone(stack: Any, tmp_path: Path) -> None:
    # every refusal of the first phase is the anonymous one's, or the administrator's
    fuzz(stack, "reviewer", tmp_path, cases=SHORT, seconds=300, phases="fuzzing")


async def test_who_may_write_gets_declared_answers_alone(own_stack: OwnStacks, tmp_path: Path) -> None:
    stack = own_stack()
    fuzz(stack, "administrator", tmp_path, cases=SHORT, seconds=300, known=await seed(stack))


@pytest.mark.long
@pytest.mark.parametrize("role", ["anonymous", "reviewer", "administrator"])
async def test_every_role_for_long(own_stack: OwnStacks, role: str, tmp_path: Path) -> None:
    stack = own_stack()
    fuzz(stack, role, tmp_path, cases=LONG, seconds=3000, known=await seed(stack))
