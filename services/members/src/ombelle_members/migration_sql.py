"""Migrations whose statements live in `.sql` files: functions and triggers read better there."""

from pathlib import Path

from alembic import op

SQL = Path(__file__).resolve().parents[2] / "migrations" / "sql"


def run_sql_file(name: str) -> None:
    """Run every statement of `migrations/sql/NAME` in the migration's transaction."""
    script = (SQL / name).read_text(encoding="utf-8")
    connection = op.get_bind().connection.dbapi_connection
    # The driver prepares what goes through SQLAlchemy, one statement at a time; a script goes to it directly.
    connection.run_async(lambda raw: raw.execute(script))  # type: ignore[union-attr]
