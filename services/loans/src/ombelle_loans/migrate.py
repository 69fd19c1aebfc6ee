"""The migrations of loans."""

from pathlib import Path

from ombelle_chassis.migrations import Migrations

MIGRATIONS = Migrations("loans", Path(__file__).resolve().parents[2] / "migrations")
