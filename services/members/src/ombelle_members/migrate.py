"""The migrations of members."""

from pathlib import Path

from ombelle_chassis.migrations import Migrations

MIGRATIONS = Migrations("members", Path(__file__).resolve().parents[2] / "migrations")
