"""The schema of accounts, and the commands that keep it."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from ombelle_chassis.database import create_engine
from ombelle_gateway.accounts.all_tables import metadata
from ombelle_gateway.accounts.commands import AccountRefused, make_account
from ombelle_gateway.accounts.migrate import MIGRATIONS
from ombelle_gateway.accounts.settings import Settings
from signing_desk import Door, problem
from sqlalchemy import text


async def test_tables_in_code_and_in_the_database_are_the_same(make_database: Any) -> None:
    engine = create_engine(make_database(role="gateway"), application_name="tests")

    def differences(connection: Any) -> Any:
        context = MigrationContext.configure(connection, opts={"include_name": _ours})
        return compare_metadata(context, metadata)

    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engine.dispose()


def _ours(name: str, kind: str, _parents: Any) -> bool:
    return not (kind == "table" and name.startswith("pgqueuer"))


async def test_migrations_go_down_to_nothing_and_up_again(make_database: Any) -> None:
    url = make_database(role="gateway")
    engine = create_engine(url, application_name="tests")
    async with engine.begin() as connection:
        await connection.run_sync(lambda c: command.downgrade(MIGRATIONS.alembic_config(c), "base"))
    async with engine.connect() as connection:
        left = await connection.scalars(
            text(
                "SELECT relname FROM pg_class WHERE relnamespace = 'gateway'::regnamespace AND relkind IN ('r', 'v') "
                "UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'gateway'::regnamespace"
            )
        )
        assert set(left) == {"alembic_version"}
    await engine.dispose()
    for _ in range(2):
        await MIGRATIONS.upgrade(url)


def run(door: Door, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "GATEWAY_DATABASE_URL": door.database_url,
        "OMBELLE_PUBLIC_URL": "http://ombelle.example",
    }
    return subprocess.run(
        [sys.executable, "-m", "ombelle_gateway", *words],
        check=False,
        env=environment,
        capture_output=True,
        text=True,
    )


async def test_the_first_administrator_comes_in_by_the_command_from_any_browser(door: Door) -> None:
    done = run(
        door, "account", "Ada@Agence.example", "--name", "Ada", "--role", "administrator", "--link", "--json"
    )
    made = json.loads(done.stdout)
    assert made == {
        "id": made["id"],
        "email": "Ada@agence.example",
        "name": "Ada",
        "roles": ["administrator"],
        "link": made["link"],
    }
    address, token = made["link"].split("#lien=")
    assert address == "http://ombelle.example/espace/entrer"
    browser = door.browser()
    assert (await browser.post("/sign-in", {"token": token})).status_code == 200
    assert (await browser.me())["roles"] == ["administrator"]
    problem(await browser.post("/sign-in", {"token": token}), 410, "link_spent")
    again = run(door, "account", "ada@agence.example", "--role", "administrator", "--role", "lender")
    assert (again.returncode, again.stdout) == (
        0,
        "Ada <Ada@agence.example>\nrôles : administrator, lender\n",
    )
    given = [(actor, values) for _, actor, values in await door.audit("role_given")]
    assert given[-2:] == [("command", {"role": "administrator"}), ("command", {"role": "lender"})]


async def test_the_command_refuses_what_cannot_be(door: Door) -> None:
    done = run(door, "account", "ada@agence.example", "--role", "king")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Rôle inconnu : king.")
    settings = Settings(database_url=door.database_url)
    for email, name, told in (
        ("ada", None, "Ce n'est pas une adresse électronique"),
        ("ada@agence.example", "A\nB", "Ce texte contient un caractère interdit"),
    ):
        with pytest.raises(AccountRefused, match=told):
            await make_account(settings, email=email, name=name, roles=[], link=False)
    assert await door.database.fetchval("SELECT count(*) FROM account") == 0
