"""The set-based statements by which a batch of rows becomes events. Names in them are ours, values parameters."""

from typing import Final

from ombelle_events.feed.domain import EVENT_FIELDS
from ombelle_events.programme.vocabulary import UMBRELLA_TYPES

WRITTEN: Final = (*EVENT_FIELDS, "long_description_html", "venue_id", "edition_id")
"""Columns of `event` that a source changes, where nobody changed them here."""

# A derived column follows the field it is made from; ages go together, since one bounds the other.
_KEPT_WITH: Final = {"long_description_html": "long_description"}

CREATE_WORK_TABLES: Final = f"""
DROP TABLE IF EXISTS pg_temp.incoming_event, pg_temp.incoming_record;
CREATE TEMPORARY TABLE incoming_event ON COMMIT DELETE ROWS AS
  SELECT id, {", ".join(WRITTEN)}, NULL::text[] AS kept FROM event WITH NO DATA;
CREATE TEMPORARY TABLE incoming_record (seq integer, event_id uuid, leads boolean, linked boolean, notes text[],
  applied jsonb) ON COMMIT DELETE ROWS
"""  # noqa: S608


def _value(column: str) -> str:
    return f"CASE WHEN '{_KEPT_WITH.get(column, column)}' = ANY (i.kept) THEN e.{column} ELSE i.{column} END"


UPDATE_EVENTS: Final = f"""
UPDATE event e SET ({", ".join(WRITTEN)}) = ({", ".join(_value(c) for c in WRITTEN)}),
  version = e.version + 1, updated_at = now()
FROM incoming_event i
WHERE e.id = i.id AND ({", ".join(f"e.{c}" for c in WRITTEN)}) IS DISTINCT FROM ({", ".join(_value(c) for c in WRITTEN)})
RETURNING e.id
"""  # noqa: S608

EXISTING: Final = """
SELECT x.external_id, r.event_id, ref.event_id AS known_id, r.linked, r.leads, r.withdrawn_at IS NOT NULL AS withdrawn,
  r.applied::text AS applied,
  coalesce(r.leads, NOT EXISTS (SELECT FROM feed_record o WHERE o.event_id = ref.event_id AND o.leads)) AS may_lead
FROM unnest($3::text[]) AS x(external_id)
LEFT JOIN feed_record r ON r.feed_id = $1 AND r.external_id = x.external_id
LEFT JOIN external_ref ref ON ref.source = $2 AND ref.external_id = x.external_id
WHERE r.event_id IS NOT NULL OR ref.event_id IS NOT NULL
"""

LOCK_EVENTS: Final = "SELECT id FROM event WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE"

LOCAL_EDITS: Final = """
SELECT event_id, array_agg(field) FROM event_local_edit WHERE event_id = ANY ($1::uuid[]) GROUP BY event_id
"""

OWN_EVENTS: Final = """
SELECT e.id, e.slug FROM event e WHERE e.id = ANY ($1::uuid[]) OR e.slug = ANY ($2::text[])
"""

EDITIONS: Final = "SELECT year, id FROM edition WHERE year = ANY ($1::integer[])"

INSERT_EDITIONS: Final = """
INSERT INTO edition (year, starts_on, ends_on) SELECT * FROM unnest($1::integer[], $2::date[], $3::date[])
ON CONFLICT (year) DO NOTHING
"""

INSERT_REFS: Final = """
INSERT INTO external_ref (source, external_id, event_id)
SELECT $1, * FROM unnest($2::text[], $3::uuid[]) ON CONFLICT DO NOTHING
"""

WRITE_RECORDS: Final = """
INSERT INTO feed_record AS r (feed_id, external_id, event_id, digest, withdrawn_at, leads, linked, source_updated_at,
  parent_external_id, notes, applied, raw)
SELECT $1, s.external_id, i.event_id, s.digest, NULL, i.leads, i.linked, s.updated_at, s.parent, i.notes, i.applied,
  s.raw::json
FROM incoming_record i JOIN staged s USING (seq)
ON CONFLICT (feed_id, external_id) DO UPDATE SET digest = excluded.digest, withdrawn_at = NULL, leads = excluded.leads,
  linked = excluded.linked, source_updated_at = excluded.source_updated_at,
  parent_external_id = excluded.parent_external_id, notes = excluded.notes, applied = excluded.applied,
  raw = excluded.raw
"""

RESTORE: Final = """
UPDATE event SET withdrawn_at = NULL, version = version + 1, updated_at = now()
WHERE id = ANY ($1::uuid[]) AND withdrawn_at IS NOT NULL
RETURNING id
"""

QUARANTINE: Final = """
INSERT INTO feed_quarantine AS q (feed_id, external_id, digest, reason, pointer, raw)
SELECT $1, s.external_id, s.digest, x.reason, x.pointer, s.raw::json
FROM unnest($2::integer[], $3::text[], $4::text[]) AS x(seq, reason, pointer) JOIN staged s USING (seq)
ON CONFLICT (feed_id, external_id) DO UPDATE SET digest = excluded.digest, reason = excluded.reason,
  pointer = excluded.pointer, raw = excluded.raw
"""

RELEASE: Final = "DELETE FROM feed_quarantine WHERE feed_id = $1 AND external_id = ANY ($2::text[])"

# --- sessions ---------------------------------------------------------------------------------------------

SESSIONS_OF: Final = """
SELECT event_id, id, starts_at, ends_at, timezone, previous_starts_at, previous_ends_at
FROM event_session WHERE event_id = ANY ($1::uuid[])
"""

DELETE_SESSIONS: Final = "DELETE FROM event_session WHERE id = ANY ($1::uuid[])"

MOVE_SESSIONS: Final = """
UPDATE event_session s SET starts_at = m.starts_at, ends_at = m.ends_at, timezone = m.timezone,
  previous_starts_at = m.previous_starts_at, previous_ends_at = m.previous_ends_at
FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::timestamptz[], $6::timestamptz[])
  AS m(id, starts_at, ends_at, timezone, previous_starts_at, previous_ends_at)
WHERE s.id = m.id
"""

# A moved session is rescheduled, unless its event says of itself something that all its sessions then share.
SESSION_STATUSES: Final = """
UPDATE event_session s SET status = d.status
FROM (SELECT s.id, CASE WHEN s.previous_starts_at IS NOT NULL AND e.status = 'scheduled' THEN 'rescheduled'
        ELSE 'scheduled' END AS status
      FROM event_session s JOIN event e ON e.id = s.event_id WHERE e.id = ANY ($1::uuid[])) d
WHERE s.id = d.id AND s.status IN ('scheduled', 'rescheduled') AND s.status <> d.status
RETURNING s.event_id
"""

# --- what the planner knows ---------------------------------------------------------------------------------

UNCOUNTED: Final = """
SELECT bool_or(reltuples < 1) FROM pg_class
WHERE oid IN ('event'::regclass, 'event_session'::regclass, 'venue'::regclass, 'external_ref'::regclass)
"""

COUNT_TABLES: Final = "ANALYZE event, event_session, venue, external_ref"

# --- families ---------------------------------------------------------------------------------------------

# The events of a batch, those they name as their parent or had as one, and those that named one of them before
# it came.
FAMILY: Final = """
SELECT event_id FROM feed_record WHERE feed_id = $1 AND external_id = ANY ($3::text[])
UNION SELECT ref.event_id FROM feed_record r
  JOIN external_ref ref ON ref.source = $2 AND ref.external_id = r.parent_external_id
  WHERE r.feed_id = $1 AND r.external_id = ANY ($3::text[])
UNION SELECT e.parent_id FROM feed_record r JOIN event e ON e.id = r.event_id
  WHERE r.feed_id = $1 AND r.external_id = ANY ($3::text[]) AND e.parent_id IS NOT NULL
UNION SELECT event_id FROM feed_record WHERE feed_id = $1 AND parent_external_id = ANY ($3::text[])
"""

# Umbrella: what another event names as its parent, in the feed or here; else, where it names none itself, by its
# kind.
STRUCTURES: Final = f"""
UPDATE event e SET structure = d.structure, version = e.version + 1, updated_at = now(),
  parent_id = CASE WHEN d.structure = 'umbrella' AND NOT d.parent_kept THEN NULL ELSE e.parent_id END
FROM (
  SELECT e.id,
    CASE WHEN EXISTS (
        SELECT FROM event child WHERE child.parent_id = e.id
          AND (NOT EXISTS (SELECT FROM feed_record c WHERE c.event_id = child.id AND c.leads) OR EXISTS (
            SELECT FROM event_local_edit l WHERE l.event_id = child.id AND l.field = 'parent_id')))
      OR EXISTS (SELECT FROM feed_record c WHERE c.feed_id = r.feed_id AND c.parent_external_id = r.external_id)
      OR (e.activity_type IN ({", ".join(f"'{t}'" for t in sorted(UMBRELLA_TYPES))}) AND NOT EXISTS (
        SELECT FROM external_ref p WHERE p.source = $1 AND p.external_id = r.parent_external_id))
    THEN 'umbrella' ELSE 'single' END AS structure,
    EXISTS (SELECT FROM event_local_edit l WHERE l.event_id = e.id AND l.field = 'parent_id') AS parent_kept
  FROM event e JOIN feed_record r ON r.event_id = e.id AND r.leads
  WHERE e.id = ANY ($2::uuid[])
    AND NOT EXISTS (SELECT FROM event_local_edit l WHERE l.event_id = e.id AND l.field = 'structure')
) d
WHERE e.id = d.id AND e.structure <> d.structure
  AND NOT (d.structure = 'umbrella' AND d.parent_kept AND e.parent_id IS NOT NULL)
RETURNING e.id
"""  # noqa: S608

PARENTS: Final = """
UPDATE event e SET parent_id = d.parent_id, version = e.version + 1, updated_at = now()
FROM (
  SELECT e.id, p.id AS parent_id
  FROM event e JOIN feed_record r ON r.event_id = e.id AND r.leads
  LEFT JOIN external_ref ref ON ref.source = $1 AND ref.external_id = r.parent_external_id
  LEFT JOIN event p ON p.id = ref.event_id AND p.structure = 'umbrella' AND p.id <> e.id
  WHERE e.id = ANY ($2::uuid[]) AND e.structure = 'single'
    AND NOT EXISTS (SELECT FROM event_local_edit l WHERE l.event_id = e.id AND l.field = 'parent_id')
) d
WHERE e.id = d.id AND e.parent_id IS DISTINCT FROM d.parent_id
RETURNING e.id
"""

EVENTS_AT: Final = "SELECT id FROM event WHERE venue_id = ANY ($1::uuid[])"

REFRESH: Final = "SELECT refresh_cards($1::uuid[])"

# --- conflicts -----------------------------------------------------------------------------

OPEN_CONFLICTS: Final = """
INSERT INTO feed_conflict AS c (feed_id, event_id, field, source_value)
SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::jsonb[])
ON CONFLICT (event_id, field) WHERE settled_at IS NULL
DO UPDATE SET source_value = excluded.source_value, feed_id = excluded.feed_id, opened_at = now()
WHERE c.source_value IS DISTINCT FROM excluded.source_value
RETURNING c.id
"""

# The source came round to what stands here: nothing is left to settle.
AGREED: Final = """
UPDATE feed_conflict SET settled_at = now(), settled_by = 'feed', kept = 'ours'
WHERE settled_at IS NULL AND (event_id, field) IN (SELECT * FROM unnest($1::uuid[], $2::text[]))
"""

EVENTS_AS_JSON: Final = "SELECT id, to_jsonb(e)::text FROM event e WHERE id = ANY ($1::uuid[])"

# --- withdrawal -------------------------------------------------------------------------------------------

WITHDRAW_RECORDS: Final = """
UPDATE feed_record SET withdrawn_at = now()
WHERE feed_id = $1 AND external_id = ANY ($2::text[]) AND withdrawn_at IS NULL
RETURNING event_id, linked
"""

# Another feed that still shows the event speaks for it from now on; its row is read again at its next full run.
HAND_OVER: Final = """
WITH heir AS (
  SELECT DISTINCT ON (r.event_id) r.event_id, r.feed_id, r.external_id FROM feed_record r
  WHERE r.event_id = ANY ($1::uuid[]) AND r.withdrawn_at IS NULL AND NOT r.linked AND NOT r.leads
  ORDER BY r.event_id, r.feed_id
), left_off AS (
  UPDATE feed_record r SET leads = false FROM heir
  WHERE r.event_id = heir.event_id AND r.leads AND r.withdrawn_at IS NOT NULL
  RETURNING r.event_id
)
SELECT heir.feed_id, heir.external_id FROM heir JOIN left_off USING (event_id)
"""

TAKE_OVER: Final = """
UPDATE feed_record r SET leads = true, digest = '' FROM unnest($1::uuid[], $2::text[]) AS h(feed_id, external_id)
WHERE r.feed_id = h.feed_id AND r.external_id = h.external_id
"""

WITHDRAW_EVENTS: Final = """
UPDATE event e SET withdrawn_at = now(), version = e.version + 1, updated_at = now()
WHERE e.id = ANY ($1::uuid[]) AND e.withdrawn_at IS NULL
  AND NOT EXISTS (SELECT FROM feed_record r WHERE r.event_id = e.id AND r.withdrawn_at IS NULL)
RETURNING e.id
"""
