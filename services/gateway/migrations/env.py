"""Alembic's environment: run by `ombelle_gateway.accounts.migrate`."""

from ombelle_chassis.migrations import run_environment
from ombelle_gateway.accounts.all_tables import metadata

run_environment(metadata)
