"""Bring the schema to the head of the migrations, and the closed lists that it holds with it."""

from pathlib import Path
from typing import TYPE_CHECKING

from ombelle_chassis.database import create_engine
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from ombelle_events.programme.vocabulary import LABELS
from ombelle_events.reviews.public_domains import load_public_domains

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"
VERSIONS = MIGRATIONS / "versions"

# Two commands that migrate at once take turns; the number is only this lock's name.
MIGRATION_LOCK = 7_203_001


def alembic_config(connection: Connection) -> "Config":
    """Return Alembic's configuration for an open connection."""
    # the process that serves reads this module for its versions alone: Alembic would cost it 7 MB
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 (as above)

    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
    command.upgrade(alembic_config(connection), "head")
    connection.execute(
        text(
            "INSERT INTO vocabulary_label (kind, code, label, rank) VALUES (:kind, :code, :label, :rank) "
            "ON CONFLICT (kind, code) DO UPDATE SET label = excluded.label, rank = excluded.rank "
            "WHERE (vocabulary_label.label, vocabulary_label.rank) IS DISTINCT FROM (excluded.label, excluded.rank)"
        ),
        [
            {"kind": kind, "code": code, "label": label, "rank": rank}
            for kind, labels in LABELS.items()
            for rank, (code, label) in enumerate(labels.items())
        ],
    )
    load_public_domains(connection)


async def migrate(database_url: str) -> None:
    """Upgrade in one transaction: an interrupted migration leaves the schema as it was.

    Raises:
        sqlalchemy.exc.DBAPIError: the database refused or cannot be reached.

    """
    engine: AsyncEngine = create_engine(
        database_url, application_name="events-migrate", statement_timeout_seconds=0
    )
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade)
    finally:
        await engine.dispose()
