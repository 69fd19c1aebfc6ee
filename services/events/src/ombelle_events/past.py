"""Applications made a moment ago are moved into the past: what the demo season needs, and nobody else (ADR 25).

The API writes no past: whoever sends an application sends it now. The season's people did so weeks ago, or last year. So
what they did is done through the API, rule by rule; then its moments, and nothing else, move here, stage by stage. Only
what was begun within the last day moves, and never twice.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

import asyncpg

STAGES: Final = ("begun", "sent", "asked", "answered", "judged", "decided", "confirmed")
"""What befalls an application, in this order."""

_FROZEN: Final = {
    "application_entry": "application_entry_stays",
    "decision_batch": "guard_decision_batch",
    "letter": "guard_letter",
    "review": "review_without_conflict",
}
"""Tables whose rows stay as they were written, and the triggers that see to it: off while this transaction moves them."""

_CHOOSE: Final = """
CREATE TEMPORARY TABLE past ON COMMIT DROP AS
SELECT a.id, a.batch_id, make_interval(days => w.begun) AS begun, make_interval(days => w.sent) AS sent,
  make_interval(days => w.asked) AS asked, make_interval(days => w.answered) AS answered,
  make_interval(days => w.judged) AS judged, make_interval(days => w.decided) AS decided,
  make_interval(days => w.confirmed) AS confirmed, make_interval(days => w.last) AS last, w.due
FROM jsonb_to_recordset($1::jsonb) AS w (id uuid, begun int, sent int, asked int, answered int, judged int, decided int,
  confirmed int, last int, due int)
JOIN application a USING (id) WHERE a.created_at > now() - interval '1 day'
"""

_MOVES: Final = """
UPDATE application t SET created_at = created_at - p.begun, submitted_at = submitted_at - p.sent, decided_at =
  decided_at - p.decided, withdrawn_at = withdrawn_at - p.last, updated_at = updated_at - p.last FROM past p
  WHERE t.id = p.id;
UPDATE application_entry t SET at = at - moved, until = until - moved FROM ( SELECT e.id, CASE WHEN e.status IN
  ('draft', 'discarded') THEN p.begun WHEN e.action = 'resubmitted' THEN p.answered WHEN e.action =
  'changes_requested' THEN p.asked WHEN e.status = 'changes_requested' THEN p.answered WHEN e.status =
  'submitted' THEN p.sent WHEN e.status = 'under_review' THEN p.judged WHEN e.status = 'decided' THEN p.decided
  ELSE p.last END AS moved FROM application_entry e JOIN past p ON p.id = e.application_id) m WHERE m.id = t.id;
UPDATE application_party t SET invited_at = invited_at - p.begun, accepted_at = accepted_at - p.begun,
  refused_at = refused_at - p.begun FROM past p WHERE p.id = t.application_id;
UPDATE application_transfer t SET asked_at = asked_at - p.last FROM past p WHERE p.id = t.application_id;
UPDATE attachment t SET uploaded_at = uploaded_at - p.begun FROM past p WHERE p.id = t.application_id;
UPDATE application_message t SET at = at - p.last, read_at = read_at - p.last FROM past p WHERE p.id =
  t.application_id;
UPDATE change_request t SET asked_at = asked_at - p.asked, answered_at = answered_at - p.answered, due_on =
  due_on - p.due FROM past p WHERE p.id = t.application_id;
UPDATE conflict_of_interest t SET declared_at = declared_at - p.sent, dismissed_at = dismissed_at - p.sent FROM
  past p WHERE p.id = t.application_id;
UPDATE assignment t SET assigned_at = assigned_at - p.judged, recused_at = recused_at - p.judged FROM past p
  WHERE p.id = t.application_id;
UPDATE review t SET submitted_at = submitted_at - p.judged, updated_at = updated_at - p.judged FROM past p WHERE
  p.id = t.application_id;
UPDATE letter t SET made_at = made_at - p.decided FROM past p WHERE p.id = t.application_id;
UPDATE project t SET created_at = created_at - p.decided, confirmed_at = confirmed_at - p.confirmed,
  cancelled_at = cancelled_at - p.confirmed, updated_at = updated_at - p.confirmed FROM past p WHERE p.id =
  t.application_id;
UPDATE decision_batch t SET created_at = created_at - p.decided, updated_at = updated_at - p.decided, applied_at
  = applied_at - p.decided FROM (SELECT batch_id, max(decided) AS decided FROM past WHERE batch_id IS NOT NULL
  GROUP BY batch_id) p WHERE p.batch_id = t.id;
"""


def days_of(written: Mapping[str, Any]) -> dict[str, Any]:
    """Return how many days ago each stage was, `last` the latest that is told; a stage left out was when the one before was.

    Raises:
        ValueError: the first is not told, or a stage would come before the one before it.

    """
    days: dict[str, Any] = {"due": int(written.get("due", 0))}
    before: int | None = None
    for stage in STAGES:
        now = written.get(stage, before)
        if now is None or (before is not None and now > before) or now < 0:
            raise ValueError(f"{stage}: {now} days ago, after {before}")
        days[stage] = before = int(now)
    return days | {"last": before}


async def move_into_the_past(database_url: str, wanted: Mapping[str, Mapping[str, Any]]) -> int:
    """Move applications made within the last day, with all that befell them; return how many.

    Args:
        database_url: of the service's own role.
        wanted: by id of an application, how many days ago each of `STAGES` was, and by how many days the day moves by
            which changes were `due`.

    Raises:
        ValueError: as `days_of` does.

    """
    rows = [{"id": key, **days_of(one)} for key, one in wanted.items()]
    connection = await asyncpg.connect(database_url)
    try:
        async with connection.transaction():
            await connection.execute(_CHOOSE, json.dumps(rows))
            for table, trigger in _FROZEN.items():
                await connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
            await connection.execute(_MOVES)
            for table, trigger in _FROZEN.items():
                await connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER {trigger}")
            return int(await connection.fetchval("SELECT count(*) FROM past"))
    finally:
        await connection.close()
