"""Alembic's environment: run by `ombelle_events.migrate`."""

from ombelle_chassis.migrations import run_environment
from ombelle_events.all_tables import metadata

run_environment(metadata)
