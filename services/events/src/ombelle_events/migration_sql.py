"""Migrations whose statements live in `.sql` files: functions and views read better there."""

from pathlib import Path

from ombelle_chassis.migration_sql import run_script

SQL = Path(__file__).resolve().parents[2] / "migrations" / "sql"


def run_sql_file(name: str) -> None:
    """Run every statement of `migrations/sql/NAME` in the migration's transaction."""
    run_script((SQL / name).read_text(encoding="utf-8"))
