"""Who did what, in a log that only grows and whose changes show.

- `record(session, actor=…, action=…, subject_kind=…, subject_id=…, values=…)`, last in the transaction
- `record_all(session, …, entries=…)` for many subjects at once
- `forget(session, …)` erases what names somebody; the chain still verifies
- `verify(session)` says what is wrong with the chain; `routes.audit_router(…)` shows both
"""

from ombelle_chassis.audit.log import Fault, actor_of, forget, record, record_all, verify

__all__ = ["Fault", "actor_of", "forget", "record", "record_all", "verify"]
