"""The published API asked everything that its own description allows, and much that it forbids, through the gateway.

Every answer must be one that the OpenAPI document declares, in status, content type and body, and never a 5xx;
what breaks the document must be refused.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest

pytestmark = pytest.mark.xdist_group("season")
OwnStacks = Callable[..., Any]
# Rules that no schema says (a distance needs a place) refuse what fits the schema.
NOT_ASKED = "positive_data_acceptance"
# Cases an operation at most, in each phase that draws them; the edges of schemas are tens more.
SHORT, LONG = 1, 5
AGENCY = ("reviewer", "coordinator", "lender", "secretary", "treasurer", "administrator")
HOLDERS = ("newcomer", "editor", "holder", "elsewhere")
# What would end the sign-in in the middle of the run.
ENDS_IT = (
    "DELETE /api/v1/me/sessions/current",
    "DELETE /api/v1/me/sessions/{session_id}",
    "POST /api/v1/demo/sign-in",
    "POST /api/v1/me/erase",
)


def come(stack: Any, role: str) -> list[str]:
    """Return the headers that somebody presents: one of the demo's people, or a program of the holder."""
    if role == "anonymous":
        return []
    origin = json.loads((stack.data / "run" / "state.json").read_text())["url"]
    with httpx.Client(base_url=stack.url + "/api/v1", headers={"Origin": origin}, timeout=30) as client:
        client.post("/demo/sign-in", json={"key": "holder" if role == "program" else role}).raise_for_status()
        if role == "program":
            [ours, *_] = client.get("/me").json()["organisations"]
            scopes = [item["scope"] for item in client.get("/scopes").json()["items"]]
            asked = {"organisation_id": ours["id"], "name": "Fuzz", "scopes": scopes}
            made = client.post("/tokens", json=asked).raise_for_status()
            return [f"Authorization: Bearer {made.json()['secret']}"]
        cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    return [f"Cookie: {cookies}", f"Origin: {origin}"]


def is_in(stack: Any, headers: list[str]) -> bool:
    """Say whether who presents these is still known."""
    pairs = dict(header.split(": ", 1) for header in headers)
    told = httpx.get(stack.url + "/api/v1/me", headers=pairs, timeout=30).json()
    return told["account"] is not None or told["scopes"] is not None


async def seed(stack: Any) -> dict[str, list[str]]:
    """Leave the desk work to do; return ids of it, without which a fuzzer never gets past « there is none »."""
    for number in range(3):  # national stays: what is removed or changed are these
        words = ("feeds", "add", f"spare-{number}", "--kind", "openagenda-v2", "--url", "http://127.0.0.1:1")
        assert stack.cli(*words, "--agenda", "1", "--key", "k").returncode == 0
    known: dict[str, list[str]] = {}
    for service, statements in KNOWN.items():
        connection = await asyncpg.connect(stack.database_url(service))
        try:
            if service == "events":
                await connection.execute(CONFLICTS)
                await connection.execute(DUPLICATES)
            for parameter, query in statements.items():
                known[parameter] = [str(row[0]) for row in await connection.fetch(query)]
        finally:
            await connection.close()
    return known


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
    "events": {
        "conflict_id": "SELECT id FROM feed_conflict LIMIT 60",
        "duplicate_id": "SELECT id FROM duplicate_candidate LIMIT 60",
        "external_id": "SELECT external_id FROM feed_record LIMIT 20",
        "run_id": "SELECT id FROM feed_run LIMIT 20",
    },
    "members": {
        "organisation_id": "SELECT id FROM organisation ORDER BY name LIMIT 20",
        "membership_id": "SELECT id FROM membership LIMIT 20",
        "invitation_id": "SELECT id FROM invitation LIMIT 20",
        "request_id": "SELECT id FROM join_request LIMIT 20",
        "note_id": "SELECT id FROM note LIMIT 20",
        "contact_id": "SELECT id FROM contact LIMIT 20",
        "member_id": "SELECT id FROM member ORDER BY number LIMIT 20",
        "representative_id": "SELECT id FROM representative LIMIT 20",
        "application_id": "SELECT id FROM membership_application LIMIT 20",
        "fee_id": "SELECT id FROM fee ORDER BY called_on DESC LIMIT 20",
        "payment_id": "SELECT id FROM payment LIMIT 20",
        "bylaws_id": "SELECT id FROM bylaws_version LIMIT 5",
        "post_id": "SELECT id FROM post LIMIT 20",
        "term_id": "SELECT id FROM board_term WHERE ended_as IS NULL LIMIT 20",
        "office_id": "SELECT id FROM office WHERE ended_as IS NULL LIMIT 20",
        "declaration_id": "SELECT id FROM declaration LIMIT 20",
        "person_id": "SELECT id FROM person LIMIT 20",
        "meeting_id": "SELECT id FROM meeting ORDER BY held_on DESC LIMIT 10",
        "motion_id": "SELECT id FROM motion LIMIT 20",
        "roll_id": "SELECT id FROM meeting_roll LIMIT 20",
        "proxy_id": "SELECT id FROM proxy LIMIT 20",
        "election_id": "SELECT id FROM election LIMIT 20",
        "candidacy_id": "SELECT id FROM candidacy LIMIT 20",
        "correction_id": "SELECT id FROM directory_correction LIMIT 20",
    },
    "gateway": {
        # nobody who fuzzes: their roles and their coming in stay as they are
        "account_id": "SELECT id FROM account WHERE name IN ('Basile Terrilier', 'Salomé Picardat')",
        "mail_id": "SELECT id FROM mail LIMIT 20",
    },
    "loans": {
        "item_id": "SELECT id FROM item ORDER BY owner_organisation_id NULLS FIRST LIMIT 20",
        "item": "SELECT slug FROM item LIMIT 10",
        "key": "SELECT slug FROM item LIMIT 10",
        "format_id": "SELECT id FROM item_format LIMIT 20",
        "unit_id": "SELECT id FROM unit LIMIT 20",
        "loan_id": "SELECT id FROM loan WHERE status <> 'closed' LIMIT 30",
        "tariff_id": "SELECT id FROM tariff LIMIT 5",
        "lender": "SELECT 'agency'",
    },
}


def write_settings(stack: Any, known: dict[str, list[str]], path: Path, *, closed: tuple[str, ...]) -> None:
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
    lines += [f'[[operations]]\ninclude-name = "{name}"\nenabled = false\n' for name in closed]
    lines += [
        f'[[operations]]\ninclude-path = "{shared}"\n'
        "checks.unsupported_method.enabled = false\nchecks.allow_header_conformance.enabled = false\n"
        for shared in shared_paths(stack.get("/api/openapi.json"))
    ]
    path.write_text("".join(lines), encoding="utf-8")


def shared_paths(document: Any) -> list[str]:
    """Return the paths that another one matches as well (`/mails/previews`, `/mails/{mail_id}`), methods of both."""
    paths = list(document["paths"])
    patterns = {path: re.compile(re.sub(r"\{[^}]*\}", "[^/]+", path)) for path in paths}
    return [
        path
        for path in paths
        if any(other != path and pattern.fullmatch(path) for other, pattern in patterns.items())
    ]


def described(stack: Any, *, is_person: bool) -> Any:
    """Return the published document; it tells what programs present, hence nothing of a person's cookie."""
    document = stack.get("/api/openapi.json")
    for item in document["paths"].values():
        for operation in item.values():
            if is_person and isinstance(operation, dict):
                operation.pop("security", None)
    return document


def fuzz(
    stack: Any,
    role: str,
    folder: Path,
    *,
    cases: int,
    seconds: int,
    known: dict[str, list[str]] | None = None,
    phases: str = "coverage,fuzzing,stateful",
    only_writes: bool = False,
) -> None:
    """Run the fuzzer; what it found is the failure's message, each with the request that shows it."""
    settings, headers = folder / "schemathesis.toml", come(stack, role)
    is_person = role not in ("anonymous", "program")
    write_settings(stack, known or {}, settings, closed=ENDS_IT if is_person else ())
    document = folder / "openapi.json"
    document.write_text(json.dumps(described(stack, is_person=is_person)), encoding="utf-8")
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(settings), "run"]
    options = ["--url", stack.url, "--max-examples", str(cases), "--phases", phases]
    steady = ["--generation-deterministic", "--exclude-checks", NOT_ASKED]
    if only_writes:
        options += ["--exclude-method", "GET"]
    quiet = ["--no-color", "--warnings", "off", "--max-failures", "30", "--request-timeout", "30"]
    presented = [word for header in headers for word in ("--header", header)]
    done = subprocess.run(
        [*command, str(document), *options, *steady, *quiet, *presented],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | {"COLUMNS": "120"},
        timeout=seconds,
    )
    assert done.returncode == 0, f"as {role}:\n{done.stdout}\n{done.stderr}"
    assert "test case" in done.stdout.lower(), done.stdout
    assert not headers or is_in(stack, headers), f"{role} was put out in the middle"


@pytest.fixture(scope="module")
async def known(season_stack: Any) -> dict[str, list[str]]:
    return await seed(season_stack)


def test_the_administrator_gets_declared_answers_alone(
    season_stack: Any, known: dict[str, list[str]], tmp_path: Path
) -> None:
    # who gets deepest, what changes something; what is read, everybody else, what stands at the edges of the schemas,
    # and one request after another: the long runs ask
    fuzz(
        season_stack,
        "administrator",
        tmp_path,
        cases=SHORT,
        seconds=400,
        known=known,
        phases="fuzzing",
        only_writes=True,
    )


@pytest.mark.long
@pytest.mark.parametrize("role", ["anonymous", *HOLDERS, *AGENCY, "program"])
async def test_every_role_for_long(own_stack: OwnStacks, role: str, tmp_path: Path) -> None:
    stack = own_stack()
    fuzz(stack, role, tmp_path, cases=LONG, seconds=3000, known=await seed(stack))
