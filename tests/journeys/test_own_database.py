"""A PostgreSQL of one's own: used as it is given, and never betrayed."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import asyncpg
import pytest
from ombelle_command.postgres import temporary_cluster

OwnStacks = Callable[..., Any]
# Every sign that means something in an address, and letters beyond ASCII.
PASSWORD = "p@ss:w/o#r?d%41[é] &="


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The owner's address of a PostgreSQL that nobody else uses."""
    with temporary_cluster() as url:
        yield url


@pytest.fixture
def fresh_server() -> Iterator[str]:
    """One more, on which nothing was ever done."""
    with temporary_cluster() as url:
        yield url


def address(server: str, *, role: str, password: str, database: str = "postgres", options: str = "") -> str:
    parts = urlsplit(server)
    return f"postgresql://{role}:{quote(password, safe='')}@{parts.hostname}:{parts.port}/{database}{options}"


async def make_owner(server: str, role: str) -> None:
    """Make an owner as hosts of databases give one: no superuser."""
    connection = await asyncpg.connect(server)
    try:
        literal = PASSWORD.replace("'", "''")
        await connection.execute(f"create role \"{role}\" login createdb createrole password '{literal}'")
    finally:
        await connection.close()


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


async def test_it_is_used_and_its_owner_never_named(own_stack: OwnStacks, fresh_server: str) -> None:
    await make_owner(fresh_server, "boss")
    url = address(fresh_server, role="boss", password=PASSWORD, options="?sslmode=prefer")
    stack = own_stack(environment={"OMBELLE_DATABASE_URL": url})
    assert set(stack.children()) == {
        "gateway",
        "gateway-accounts",
        "events",
        "events-worker",
        "members",
        "demo",
    }
    assert not (stack.data / "postgres").exists()
    assert stack.get("/api/v1/agenda?from=2000-01-01&limit=1")["total"] == 256
    inside = await asyncpg.connect(address(fresh_server, role="boss", password=PASSWORD, database="ombelle"))
    try:
        roles = await inside.fetch(
            "select rolname, rolsuper from pg_roles where rolname in ('events', 'members', 'gateway')"
        )
        assert {tuple(role) for role in roles} == {("events", False), ("members", False), ("gateway", False)}
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


def test_the_database_that_the_address_names_is_made(own_stack: OwnStacks, server: str) -> None:
    url = server.removesuffix("/postgres") + "/science%20du%20dimanche"
    stack = own_stack("--empty", environment={"OMBELLE_DATABASE_URL": url})
    assert stack.rows("events", "select current_database()::text as name") == [
        {"name": "science du dimanche"}
    ]


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
    server: str, failed_up: Callable[..., Any], tmp_path: Path, url: str, told: str
) -> None:
    if "weak" in url:
        connection = await asyncpg.connect(server)
        await connection.execute("create role weak login password 's3cr3t'")
        await connection.close()
    url = url.replace("SERVER", urlsplit(server).netloc.rpartition("@")[2])
    for words in ([], ["--json"]):
        done = failed_up(*words, environment={"OMBELLE_DATABASE_URL": url})
        assert done.returncode == 1
        assert told in done.stdout + done.stderr
        assert "OMBELLE_DATABASE_URL" in done.stdout + done.stderr or "%40" in done.stdout + done.stderr
        if words:
            assert json.loads(done.stdout) == {"error": "failed"}
        logs = [path.read_text(errors="replace") for path in (tmp_path / "data" / "logs").iterdir()]
        assert not any("s3cr3t" in text for text in (done.stdout, done.stderr, *logs))
    assert not (tmp_path / "data" / "postgres").exists()
