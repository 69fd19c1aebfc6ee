"""Alembic's environment: run by `ombelle_loans.migrate`."""

from ombelle_chassis.migrations import run_environment
from ombelle_loans.all_tables import metadata

run_environment(metadata)
