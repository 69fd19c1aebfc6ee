"""Migrations whose statements live in `.sql` files: functions and triggers read better there."""

from ombelle_chassis.migration_sql import run_script

from ombelle_gateway.accounts.migrate import MIGRATIONS


def run_sql_file(name: str) -> None:
    """Run every statement of `migrations/sql/NAME` in the migration's transaction."""
    run_script((MIGRATIONS / "sql" / name).read_text(encoding="utf-8"))
