"""The migrations of accounts."""

from pathlib import Path

from ombelle_chassis.migrations import Migrations

MIGRATIONS = Migrations("gateway", Path(__file__).resolve().parents[3] / "migrations")
