"""The statements of decisions. Every read of an application joins `visible_to`.

A coordinator with a conflict of interest finds no staged item of that application, nor its scores; what is applied has
been told to its holder, and is no secret any more.
"""

from typing import Any, Final

from sqlalchemy import BindParameter, Integer, TextClause, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from ombelle_events.applications.transitions import TRANSITIONS
from ombelle_events.applications.viewer import VIEWER_BINDS, visible_to


def _seeing(statement: str, *more: BindParameter[Any]) -> TextClause:
    return text(statement).bindparams(*VIEWER_BINDS, *more)


_VISIBLE: Final = visible_to("a")

BATCHES: Final = _seeing(
    f"""
SELECT b.id, b.call_id, b.title, b.notes, b.state, b.sitting_on, b.created_by, b.created_at, b.updated_at, b.applied_by,
  b.applied_at, b.version, b.minutes, l.title AS call_title, l.has_scoring, l.has_committee, l.quorum, l.budget_cents,
  l.contact_email, l.reviews_per_application, e.year, e.theme, granted_cents(b.call_id) AS granted_cents,
  creator.name AS created_by_name, applier.name AS applied_by_name,
  seen.labelled, seen.waitlisted, seen.not_labelled, seen.total, seen.amount_cents,
  seen.total < (SELECT count(*) FROM decision_item i WHERE i.batch_id = b.id) AS is_withheld
FROM decision_batch b
JOIN call l ON l.id = b.call_id
JOIN edition e ON e.id = l.edition_id
LEFT JOIN team_copy creator ON creator.account_id::text = b.created_by
LEFT JOIN team_copy applier ON applier.account_id::text = b.applied_by
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE i.decision = 'labelled') AS labelled,
    count(*) FILTER (WHERE i.decision = 'waitlisted') AS waitlisted,
    count(*) FILTER (WHERE i.decision = 'not_labelled') AS not_labelled,
    count(*) AS total, coalesce(sum(i.amount_cents), 0)::bigint AS amount_cents
  FROM decision_item i JOIN application a ON a.id = i.application_id {_VISIBLE}
  WHERE i.batch_id = b.id AND (NOT v.has_conflict OR b.state = 'applied')
) seen
WHERE (CAST(:id AS uuid) IS NULL OR b.id = :id)
  AND (CAST(:call_id AS uuid) IS NULL OR b.call_id = :call_id)
  AND (CAST(:state AS text) IS NULL OR b.state = :state)
  AND (CAST(:before AS uuid) IS NULL OR b.id < :before)
ORDER BY b.id DESC LIMIT :count
""",  # noqa: S608 (fragments of ours)
    bindparam("count", type_=Integer),
)


def answer_of(purpose: str) -> str:
    """Return the expression of what was answered in the field of a purpose, as JSON."""
    path = f'$.sections[*].fields[*] ? (@.purpose == "{purpose}").id'
    return f"(a.answers -> (jsonb_path_query_first(f.definition, '{path}') #>> '{{}}'))"


_SCORES: Final = """
  s.reviews, s.mean, s.spread, s.out_of, s.label AS for_label, s.waitlist AS for_waitlist, s.not_label AS for_not_label
"""
_DOSSIER: Final = f"""
  a.id AS application_id, a.number, a.title, a.organisation_id, o.name AS organisation_name, a.department, a.theme,
  a.commune_insee, a.status, a.decision AS present_decision,
  (SELECT d.rank FROM decision_item d WHERE (d.batch_id, d.application_id) = (a.batch_id, a.id)) AS present_rank,
  CASE WHEN jsonb_typeof({answer_of("requested_amount")}) = 'number'
    THEN ({answer_of("requested_amount")})::numeric::bigint END AS requested_cents,
  {_SCORES}
"""  # noqa: S608 (fragments of ours)
_OF_DOSSIER: Final = f"""
JOIN form_version f ON f.id = a.form_version_id
LEFT JOIN organisation_copy o ON o.organisation_id = a.organisation_id
{_VISIBLE}
LEFT JOIN LATERAL (SELECT * FROM application_score t WHERE t.application_id = a.id) s ON NOT v.has_conflict
"""  # noqa: S608 (fragments of ours)

ITEMS: Final = _seeing(f"""
SELECT {_DOSSIER}, i.decision, i.amount_cents, i.motivation, i.rank, i.staged_by, staff.name AS staged_by_name,
  i.staged_at, i.version, a.version AS application_version,
  {answer_of("contact_name")} #>> '{{}}' AS contact_name, {answer_of("contact_email")} #>> '{{}}' AS contact_email,
  EXISTS (
    SELECT FROM standing_conflict c WHERE c.application_id = a.id AND c.account_id::text = i.staged_by
  ) AS stager_has_conflict
FROM decision_item i
JOIN application a ON a.id = i.application_id
{_OF_DOSSIER}
LEFT JOIN team_copy staff ON staff.account_id::text = i.staged_by
WHERE i.batch_id = :batch_id AND (NOT v.has_conflict OR i.batch_state = 'applied')
  AND (CAST(:application_id AS uuid) IS NULL OR i.application_id = :application_id)
ORDER BY a.number
""")  # noqa: S608

MAY_DECIDE: Final = " OR ".join(
    f"(a.status = '{row.from_status}'"
    + (
        f" AND a.decision IN ({', '.join(repr(name) for name in sorted(row.decisions))})"
        if row.decisions
        else ""
    )
    + ")"
    for row in TRANSITIONS
    if row.action == "decide"
)
"""Which applications may be decided, by the one table of what is done."""

# An open request for changes is to be answered before the decision; what is decided then may be staged meanwhile.
CANDIDATES: Final = _seeing(
    f"""
SELECT {_DOSSIER}
FROM application a
{_OF_DOSSIER}
WHERE a.call_id = :call_id AND ({MAY_DECIDE} OR a.status = 'changes_requested') AND NOT v.has_conflict
  AND NOT EXISTS (SELECT FROM decision_item i WHERE i.application_id = a.id AND i.batch_state = 'staged')
  AND a.number > :after
ORDER BY a.number LIMIT :count
""",  # noqa: S608
    bindparam("count", type_=Integer),
)

STANDINGS: Final = _seeing(
    f"""
SELECT a.id, a.number, a.status, a.decision, v.has_conflict,
  ({MAY_DECIDE} OR a.status = 'changes_requested') AS may_be_staged,
  (SELECT i.batch_id FROM decision_item i WHERE i.application_id = a.id AND i.batch_state = 'staged') AS staged_in
FROM application a {_VISIBLE}
WHERE a.id = ANY (:ids) AND a.call_id = :call_id
""",  # noqa: S608
    bindparam("ids", type_=ARRAY(Uuid)),
)

PRESENT: Final = text("""
SELECT p.account_id, m.name FROM decision_presence p
JOIN committee_member m ON (m.call_id, m.account_id) = (p.call_id, p.account_id)
WHERE p.batch_id = :batch_id ORDER BY m.name, p.account_id
""")
STOOD_BACK: Final = text("""
SELECT DISTINCT m.name, c.account_id, c.application_id FROM decision_presence p
JOIN committee_member m ON (m.call_id, m.account_id) = (p.call_id, p.account_id)
JOIN decision_item i ON i.batch_id = p.batch_id
JOIN standing_conflict c ON c.account_id = p.account_id AND c.application_id = i.application_id
WHERE p.batch_id = :batch_id ORDER BY m.name, c.account_id, c.application_id
""")
TEXTS: Final = text("SELECT kind, key, subject, body FROM text_template WHERE call_id = :call_id")

STAGE: Final = text("""
INSERT INTO decision_item AS i
  (batch_id, application_id, call_id, decision, amount_cents, motivation, rank, staged_by)
SELECT :batch_id, l.application_id, :call_id, l.decision, l.amount_cents, l.motivation, l.rank, :actor
FROM jsonb_to_recordset(:lines)
  AS l (application_id uuid, decision text, amount_cents bigint, motivation text, rank smallint)
ON CONFLICT (batch_id, application_id) DO UPDATE
SET decision = excluded.decision, amount_cents = excluded.amount_cents, motivation = excluded.motivation,
  rank = excluded.rank, staged_by = excluded.staged_by, staged_at = now(), version = i.version + 1
""").bindparams(bindparam("lines", type_=JSONB))

LOCK_DOSSIERS: Final = text("""
SELECT a.id FROM application a JOIN decision_item i ON i.application_id = a.id WHERE i.batch_id = :batch_id
ORDER BY a.id FOR NO KEY UPDATE OF a
""")
DECIDABLE: Final = text(f"""
SELECT a.id FROM application a JOIN decision_item i ON i.application_id = a.id
WHERE i.batch_id = :batch_id AND ({MAY_DECIDE})
""")  # noqa: S608

WRITE_HISTORY: Final = text("""
INSERT INTO application_entry (application_id, actor, side, audience, action, status, reason, changes)
SELECT a.id, :actor, 'coordination', 'applicant', 'decided', 'decided', nullif(i.motivation, ''),
  jsonb_build_array(jsonb_build_object(
    'pointer', '/decision', 'label', 'Décision', 'before', a.decision, 'after', i.decision))
FROM decision_item i JOIN application a ON a.id = i.application_id WHERE i.batch_id = :batch_id ORDER BY a.number
""")
DECIDE: Final = text("""
UPDATE application a
SET status = 'decided', decision = i.decision, decided_at = :now, batch_id = i.batch_id,
  amount_granted_cents = i.amount_cents, version = a.version + 1, updated_at = :now
FROM decision_item i WHERE i.batch_id = :batch_id AND a.id = i.application_id
""")
WRITE_LETTERS: Final = text("""
INSERT INTO letter
  (application_id, batch_id, call_id, kind, number, sender, sender_contact, recipient, subject, text, made_at)
SELECT l.application_id, :batch_id, :call_id, l.kind,
  (SELECT coalesce(max(number), 0) FROM letter WHERE call_id = :call_id) + l.n,
  :sender, :sender_contact, l.recipient, l.subject, l.text, :now
FROM ROWS FROM (
  jsonb_to_recordset(:letters) AS (application_id uuid, kind text, recipient text, subject text, text text)
) WITH ORDINALITY AS l (application_id, kind, recipient, subject, text, n)
""").bindparams(bindparam("letters", type_=JSONB))
_LETTER: Final = """
SELECT t.id, t.batch_id, t.kind, t.number, t.sender, t.sender_contact, t.recipient, t.subject, t.text, t.made_at, e.year
FROM letter t JOIN call l ON l.id = t.call_id JOIN edition e ON e.id = l.edition_id
"""
LETTERS: Final = text(f"{_LETTER} WHERE t.application_id = :application_id ORDER BY t.number DESC")
BATCH_LETTERS: Final = text(f"{_LETTER} WHERE t.batch_id = :batch_id ORDER BY t.number")
