"""A PostgreSQL of one's own: used as it is given, and never betrayed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import asyncpg
import pytest
from hosting import PASSWORD, address
from ombelle_command.stack import ROLES

pytestmark = pytest.mark.xdist_group("hosted")


def command_lines() -> str:
    """Return the words of every process of this machine."""
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(path.read_bytes().decode(errors="replace"))
        except OSError:
            continue
    return "\n".join(lines)


def everything_told(stack: Any) -> list[str]:
    """Return all that a stack wrote, and what its processes were told."""
    files = [stack.log, stack.data / "stack.json", *(stack.data / "logs").iterdir()]
    files += [stack.data / "run" / name for name in ("state.json", "children.json")]
    files += [Path(f"/proc/{pid}/environ") for pid in stack.children().values()]
    return [command_lines(), *(file.read_text(errors="replace") for file in files)]


async def test_it_is_used_and_its_owner_never_named(hosted_stack: Any, hosted_server: str) -> None:
    stack = hosted_stack
    assert set(stack.children()) == {
        "gateway",
        "gateway-accounts",
        "events",
        "events-worker",
        "members",
        "loans",
        "demo",
    }
    assert not (stack.data / "postgres").exists()
    assert stack.get("/api/v1/agenda?from=2000-01-01&limit=1")["total"] == 256
    assert stack.rows("members", "select count(*) as n from organisation") == [{"n": 0}], "nobody, as asked"
    inside = await asyncpg.connect(address(hosted_server, database="ombelle"))
    try:
        roles = await inside.fetch(
            "select rolname, rolsuper from pg_roles where rolname = any ($1)", list(ROLES)
        )
        assert {tuple(role) for role in roles} == {(role, False) for role in ROLES}
        assert await inside.fetchval("select datlocprovider = 'b' from pg_database where datname = 'ombelle'")
    finally:
        await inside.close()

    told = everything_told(stack)
    for secret in (PASSWORD, quote(PASSWORD, safe="")):
        assert not any(secret in text for text in told)
    passwords = json.loads((stack.data / "stack.json").read_text())["passwords"].values()
    assert not any(password in command_lines() for password in passwords)

    assert stack.stop() == 0
    stack.start()
    assert stack.get("/api/v1/agenda?from=2000-01-01&limit=1")["total"] == 256
    done = stack.cli("sync", "national", "--json")
    assert (done.returncode, json.loads(done.stdout)["created"]) == (0, 0)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mysql://boss:s3cr3t@127.0.0.1/x", "n'est pas une adresse lisible"),
        ("s3cr3t", "n'est pas une adresse lisible"),
        ("postgresql://boss:s3cr3t/more@127.0.0.1:5432/postgres", "n'est pas une adresse lisible"),
        ("postgresql://boss:s3cr3t@127.0.0.1:port/postgres", "n'est pas une adresse lisible"),
        ("postgresql://boss:s3cr3t@127.0.0.1:1/postgres", "PostgreSQL ne répond pas"),
        ("postgresql://boss:s3cr3t@nowhere.invalid/postgres", "PostgreSQL ne répond pas"),
        ("postgresql://nobody:s3cr3t@SERVER/postgres", "PostgreSQL refuse ce rôle ou ce mot de passe"),
        ("postgresql://weak:s3cr3t@SERVER/postgres", "n'a pas les droits"),
    ],
)
async def test_an_address_that_cannot_serve_is_told_without_its_secret(
    hosted_server: str, failed_up: Callable[..., Any], tmp_path: Path, url: str, told: str
) -> None:
    if "weak" in url:
        connection = await asyncpg.connect(hosted_server)
        await connection.execute("create role weak login password 's3cr3t'")
        await connection.close()
    url = url.replace("SERVER", urlsplit(hosted_server).netloc.rpartition("@")[2])
    done = failed_up("--json", environment={"OMBELLE_DATABASE_URL": url})
    assert (done.returncode, json.loads(done.stdout)) == (1, {"error": "failed"})
    assert told in done.stderr
    assert "OMBELLE_DATABASE_URL" in done.stderr or "%40" in done.stderr
    logs = [path.read_text(errors="replace") for path in (tmp_path / "data" / "logs").iterdir()]
    assert not any("s3cr3t" in text for text in (done.stdout, done.stderr, *logs))
    assert not (tmp_path / "data" / "postgres").exists()
