"""Tables that several services have, each in its own schema: the SQL of their migrations, by versioned name.

A file that a release has run is never edited; what changes later is a file of its own, run by a later migration.
"""

from importlib.resources import files

from alembic import op


def run_shared_sql(*names: str) -> None:
    """Run `sql/NAME.sql` of this package, in this order, in the migration's transaction.

    `jobs_v1`, `messages_v1`, `audit_v1` and `idempotency_v1` make tables; the same names with `_down` take them away.
    """
    for name in names:
        run_script(files("ombelle_chassis").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8"))


def run_script(script: str) -> None:
    """Run every statement of a script in the migration's transaction."""
    connection = op.get_bind().connection.dbapi_connection
    # The driver prepares what goes through SQLAlchemy, one statement at a time; a script goes to it directly.
    connection.run_async(lambda raw: raw.execute(script))  # type: ignore[union-attr]
