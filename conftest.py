"""What every test stands on: the fixtures of `ombelle_command.testing`, and property tests that are the same each time."""

from hypothesis import settings

pytest_plugins = ["ombelle_command.testing", "ombelle_command.statement_log"]

# No time is asserted in a test, and a run that fails must fail again.
settings.register_profile("ombelle", deadline=None, derandomize=True)
settings.load_profile("ombelle")
