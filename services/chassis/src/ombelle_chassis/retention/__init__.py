"""How long each kind of data is kept: rules as data, carried out every night and shown to everybody.

- `Rule` says it; a service lists its own
- `applying.carry_out(…)` takes away what outlived them, `applying.note_carried_out(…)` leaves a trace of that
- `routes.retention_router(…)` publishes them
"""

from ombelle_chassis.retention.rules import JOB_TRACE, YEAR, Rule

__all__ = ["JOB_TRACE", "YEAR", "Rule"]
