"""Fixtures every test can ask for; `ombelle_command.testing` says what they are."""

pytest_plugins = ["ombelle_command.testing"]
