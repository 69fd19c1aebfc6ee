"""Alembic's environment: run by `ombelle_members.migrate` with the connection it made."""

from alembic import context
from ombelle_members.all_tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    # Other sessions must not wait for us: give up rather than queue everybody behind a lock.
    context.execute("SET LOCAL lock_timeout = '10s'")
    context.run_migrations()
