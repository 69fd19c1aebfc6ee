"""The migrations of a service: brought to their head by its `migrate`, looked at by its `/readyz`.

Alembic is imported by what runs migrations alone: the process that serves only compares revisions, and it would cost
that one 7 MB.
"""

import ast
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, MetaData, text
from sqlalchemy.ext.asyncio import AsyncEngine

from ombelle_chassis.database import create_engine

if TYPE_CHECKING:
    from alembic.config import Config


@dataclass(frozen=True, slots=True)
class Migrations:
    """A service's migrations: `folder` holds `env.py`, `versions/` and `sql/`.

    `afterwards` is done in the transaction of every upgrade, of one that changes nothing too.
    """

    service: str
    folder: Path
    afterwards: Callable[[Connection], None] | None = None

    async def upgrade(self, database_url: str) -> None:
        """Bring the schema to the head in one transaction: an interrupted upgrade leaves it as it was.

        Raises:
            sqlalchemy.exc.DBAPIError: the database refused or cannot be reached.

        """
        engine = create_engine(
            database_url, application_name=f"{self.service}-migrate", statement_timeout_seconds=0
        )
        try:
            async with engine.begin() as connection:
                await connection.run_sync(self._upgrade)
        finally:
            await engine.dispose()

    def _upgrade(self, connection: Connection) -> None:
        from alembic import command  # noqa: PLC0415 -- see above

        # Two commands that migrate at once take turns.
        turn = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
        connection.execute(turn, {"name": f"{self.service}-migrate"})
        command.upgrade(self.alembic_config(connection), "head")
        if self.afterwards is not None:
            self.afterwards(connection)

    def alembic_config(self, connection: Connection) -> "Config":
        """Return Alembic's configuration for an open connection."""
        from alembic.config import Config  # noqa: PLC0415

        config = Config()
        config.set_main_option("script_location", str(self.folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        return config

    def run_sql(self, name: str) -> None:
        """Run every statement of `sql/NAME` in the migration's transaction: functions and views read better there."""
        from ombelle_chassis.migration_sql import run_script  # noqa: PLC0415

        run_script((self.folder / "sql" / name).read_text(encoding="utf-8"))

    async def are_done(self, engine: AsyncEngine) -> bool:
        """Say whether the database stands at the head.

        Raises:
            Exception: the database cannot be reached (see `is_database_down`).

        """
        async with engine.connect() as connection:
            if await connection.scalar(text("SELECT to_regclass('alembic_version')")) is None:
                return False
            stamped = await connection.scalars(text("SELECT version_num FROM alembic_version"))
            return set(stamped.all()) == migration_heads(self.folder / "versions")


def run_environment(metadata: MetaData) -> None:
    """Do what Alembic asks of an `env.py`, with the connection of `Migrations.alembic_config`."""
    from alembic import context  # noqa: PLC0415

    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
    with context.begin_transaction():
        # Other sessions must not wait for us: give up rather than queue everybody behind a lock.
        context.execute("SET LOCAL lock_timeout = '10s'")
        context.run_migrations()


def migration_heads(versions: Path) -> set[str]:
    """Read the head revisions of a folder of Alembic migrations without importing Alembic or running them."""
    revisions: set[str] = set()
    followed: set[str] = set()
    for file in versions.glob("*.py"):
        values = _assigned(file)
        revision, down = values.get("revision"), values.get("down_revision")
        if isinstance(revision, str):
            revisions.add(revision)
        followed.update([down] if isinstance(down, str) else down or [])
    return revisions - followed


def _assigned(file: Path) -> dict[str, str | tuple[str, ...] | None]:
    found: dict[str, str | tuple[str, ...] | None] = {}
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        targets = (
            node.targets
            if isinstance(node, ast.Assign)
            else [node.target]
            if isinstance(node, ast.AnnAssign)
            else []
        )
        value = getattr(node, "value", None)
        for target in targets:
            if (
                isinstance(target, ast.Name)
                and target.id in {"revision", "down_revision"}
                and value is not None
            ):
                found[target.id] = ast.literal_eval(value)
    return found
