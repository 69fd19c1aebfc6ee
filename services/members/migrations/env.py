"""Alembic's environment: run by `ombelle_members.migrate`."""

from ombelle_chassis.migrations import run_environment
from ombelle_members.all_tables import metadata

run_environment(metadata)
