"""The desk's SQL: who stands where, by one statement a question, whose JSON PostgreSQL assembles.

Every statement joins `visible_to`. `seen` is what the asker may know of the call's applications and has asked for;
everything else (counts, pages, exports, bulk actions) is taken from it, so that all of them tell the same.
"""

from typing import Any, Final

from sqlalchemy import BindParameter, Boolean, Float, Integer, Text, TextClause, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from ombelle_events.applications.transitions import TRANSITIONS, Action
from ombelle_events.applications.viewer import VIEWER_BINDS, visible_to
from ombelle_events.decisions.statements import MAY_DECIDE, answer_of
from ombelle_events.desk.domain import DeskFilter, Sort
from ombelle_events.reviews.domain import OPEN

COLUMN: Final = "coalesce(a.decision, a.status)"
_TODAY: Final = "(now() AT TIME ZONE 'Europe/Paris')::date"
_OPEN: Final = ", ".join(repr(name) for name in OPEN)


def _from(action: Action) -> str:
    """Return the states from which somebody of the coordination does something, by the one table of what is done."""
    return ", ".join(f"'{row.from_status}'" for row in TRANSITIONS if row.action == action)


# By whom a review is due that was not written; who has a conflict with the application is not told.
_REVIEW_LATE: Final = f"""
NOT v.has_conflict AND a.status IN ({_OPEN}) AND EXISTS (
  SELECT FROM reviewing r LEFT JOIN review w ON (w.application_id, w.account_id) = (r.application_id, r.account_id)
  WHERE r.application_id = a.id AND r.due_on < {_TODAY} AND w.submitted_at IS NULL)
"""
_LATE: Final = {
    "draft_closed": "a.status = 'draft' AND l.closes_at <= now() AND coalesce(k.expires_at, l.closes_at) <= now()",
    "submitted_late": "a.submitted_at > l.closes_at",
    "answer_late": f"a.status = 'changes_requested' AND q.due_on < {_TODAY}",
    "review_late": _REVIEW_LATE,
}
_LATE_LIST: Final = (
    "array_remove(ARRAY["
    + ", ".join(f"CASE WHEN {condition} THEN '{name}' END" for name, condition in _LATE.items())
    + "], NULL)"
)
_OTHERS_CONFLICTS: Final = """
(SELECT count(DISTINCT c.account_id) FROM standing_conflict c
 WHERE c.application_id = a.id AND EXISTS (
   SELECT FROM committee_member m WHERE (m.call_id, m.account_id) = (a.call_id, c.account_id) AND m.left_at IS NULL))
"""
_STAGED: Final = "SELECT FROM decision_item i WHERE i.application_id = a.id AND i.batch_state = 'staged'"
_UNREAD: Final = """
SELECT FROM application_message m WHERE m.application_id = a.id AND m.side = 'holder' AND m.read_at IS NULL
"""

# Of a draft, who does not write in it reads its title alone.
_WORDS: Final = (
    "CASE WHEN v.is_party OR a.submitted_at IS NOT NULL THEN a.search ELSE ts_filter(a.search, '{a}') END"
)
_FOUND: Final = f"""
(a.number::text = btrim(:q) OR (CAST(:terms AS text[]) IS NOT NULL AND NOT EXISTS (
  SELECT FROM unnest(CAST(:terms AS tsquery[])) AS term
  WHERE NOT (({_WORDS}) @@ term
    OR to_tsvector('programme', coalesce(o.name, '')) @@ term
    OR EXISTS (SELECT FROM application_message m WHERE m.application_id = a.id AND m.search @@ term)
    OR EXISTS (SELECT FROM change_request m WHERE m.application_id = a.id
      AND to_tsvector('programme', m.message || ' ' || coalesce(m.answer, '')) @@ term)))))
"""  # noqa: S608
IS_READ: Final = "(a.submitted_at IS NOT NULL OR v.is_party)"

_CONDITIONS: Final = {
    "columns": f"{COLUMN} = ANY (:columns)",
    "decisions": "a.decision = ANY (:decisions)",
    "themes": f"{IS_READ} AND a.theme = ANY (:themes)",
    "departments": f"{IS_READ} AND a.department = ANY (:departments)",
    "commune": f"{IS_READ} AND a.commune_insee = :commune",
    "organisation": """(a.organisation_id = :organisation OR EXISTS (
      SELECT FROM application_party y WHERE y.application_id = a.id AND y.organisation_id = :organisation
        AND y.accepted_at IS NOT NULL))""",
    "assigned_to": """NOT v.has_conflict AND EXISTS (
      SELECT FROM reviewing r WHERE r.application_id = a.id AND r.account_id = :assigned_to)""",
    "score_from": """NOT v.has_conflict AND (
      SELECT t.mean FROM application_score t WHERE t.application_id = a.id) >= :score_from""",
    "score_to": """NOT v.has_conflict AND (
      SELECT t.mean FROM application_score t WHERE t.application_id = a.id) <= :score_to""",
    "awaits_changes": "(a.status = 'changes_requested') = :awaits_changes",
    "late": f"(cardinality({_LATE_LIST}) > 0) = :late",
    "conflicted": f"({_OTHERS_CONFLICTS} > 0) = :conflicted",
    "staged": f"NOT v.has_conflict AND EXISTS ({_STAGED}) = :staged",
    "unread": f"EXISTS ({_UNREAD}) = :unread",
    "q": _FOUND,
}
_TYPES: Final[dict[str, Any]] = {
    "columns": ARRAY(Text),
    "decisions": ARRAY(Text),
    "themes": ARRAY(Text),
    "departments": ARRAY(Text),
    "organisation": Uuid,
    "assigned_to": Uuid,
    "score_from": Float,
    "score_to": Float,
    **dict.fromkeys(("awaits_changes", "late", "conflicted", "staged", "unread"), Boolean),
}

_JOINS: Final = f"""
JOIN call l ON l.id = a.call_id
LEFT JOIN access_code k ON k.id = a.access_code_id
LEFT JOIN organisation_copy o ON o.organisation_id = a.organisation_id
LEFT JOIN change_request q ON q.application_id = a.id AND q.answered_at IS NULL
{visible_to("a")}
"""


def seen(wanted: DeskFilter, columns: str = "") -> str:
    """Return the query of the applications that are asked: id, number, place on the board, conflict, further columns."""
    conditions = " AND ".join(_CONDITIONS[name] for name in wanted.asked)
    return f"""
SELECT a.id, a.number, {COLUMN} AS place, v.has_conflict {columns}
FROM application a {_JOINS}
WHERE a.call_id = :call AND a.status <> 'discarded' {f"AND {conditions}" if conditions else ""}
"""  # noqa: S608


def bound(statement: str, wanted: DeskFilter, *more: BindParameter[Any]) -> TextClause:
    """Return a statement over `seen(wanted)`; `DeskStore.values` is what it is bound with, and what is named here."""
    typed = [bindparam(name, type_=_TYPES[name]) for name in wanted.asked if name in _TYPES]
    terms = [bindparam("terms", type_=ARRAY(Text))] if wanted.q is not None else []
    return text(statement).bindparams(*VIEWER_BINDS, *typed, *terms, *more)


# What may be done with it in bulk, in the order of `bulk.domain.ACTIONS`.
_ALLOWED: Final = f"""
array_remove(ARRAY[
  CASE WHEN a.status IN ({_from("request_changes")}) THEN 'request_changes' END,
  CASE WHEN a.status = 'draft' THEN 'remind_draft' END,
  CASE WHEN l.has_committee AND a.status IN ({_OPEN}) AND NOT v.has_conflict THEN 'assign' END,
  CASE WHEN NOT v.is_editor THEN 'message' END,
  CASE WHEN NOT v.has_conflict AND ({MAY_DECIDE} OR a.status = 'changes_requested') AND NOT EXISTS ({_STAGED})
    THEN 'stage' END
], NULL)
"""
_REQUESTED: Final = f"""
CASE WHEN {IS_READ} AND jsonb_typeof({answer_of("requested_amount")}) = 'number'
  THEN ({answer_of("requested_amount")})::numeric::bigint END
"""
CARD: Final = f"""
  a.id, a.number, {COLUMN} AS "column",
  CASE WHEN o.organisation_id IS NULL THEN json_build_object('id', a.organisation_id, 'name', NULL)
    ELSE json_build_object('id', a.organisation_id, 'name', o.name) END AS organisation,
  a.title, a.status, a.decision,
  CASE WHEN {IS_READ} THEN a.theme END AS theme,
  CASE WHEN {IS_READ} AND a.commune_insee IS NOT NULL
    THEN json_build_object('insee', a.commune_insee, 'name', m.name) END AS commune,
  CASE WHEN {IS_READ} THEN a.department END AS department,
  a.submitted_at, a.updated_at, a.version,
  {_REQUESTED} AS requested_cents, a.amount_granted_cents,
  CASE WHEN q.id IS NOT NULL THEN json_build_object('id', q.id, 'due_on', q.due_on, 'asked_at', q.asked_at) END
    AS change_request,
  (SELECT count(*) FROM application_message t
   WHERE t.application_id = a.id AND t.side = 'holder' AND t.read_at IS NULL) AS unread,
  {_LATE_LIST} AS late, v.has_conflict, {_OTHERS_CONFLICTS} AS conflicts,
  CASE WHEN NOT v.has_conflict AND a.submitted_at IS NOT NULL THEN json_build_object(
    'assigned', asked.assigned, 'submitted', asked.submitted, 'mean', score.mean, 'spread', score.spread,
    'out_of', score.out_of, 'label', coalesce(score.label, 0), 'waitlist', coalesce(score.waitlist, 0),
    'not_label', coalesce(score.not_label, 0)) END AS reviews,
  (SELECT json_build_object('batch_id', i.batch_id, 'title', b.title, 'decision', i.decision)
   FROM decision_item i JOIN decision_batch b ON b.id = i.batch_id
   WHERE i.application_id = a.id AND i.batch_state = 'staged' AND NOT v.has_conflict) AS staged,
  {_ALLOWED} AS allowed_actions
"""  # noqa: S608
CARD_JOINS: Final = f"""
{_JOINS}
JOIN form_version f ON f.id = a.form_version_id
LEFT JOIN commune m ON m.insee = a.commune_insee
LEFT JOIN LATERAL (
  SELECT count(*) AS assigned, count(w.submitted_at) AS submitted
  FROM reviewing r LEFT JOIN review w ON (w.application_id, w.account_id) = (r.application_id, r.account_id)
  WHERE r.application_id = a.id
) asked ON NOT v.has_conflict
LEFT JOIN LATERAL (SELECT * FROM application_score t WHERE t.application_id = a.id) score ON NOT v.has_conflict
"""  # noqa: S608


def board(wanted: DeskFilter) -> TextClause:
    """Return the statement of the board: for each column of it that holds something, how many, and its first page as
    JSON text, with the number after which the next one begins.
    """
    return bound(
        f"""
WITH seen AS MATERIALIZED ({seen(wanted)}), placed AS (
  SELECT seen.*, row_number() OVER (PARTITION BY place ORDER BY number) AS n, count(*) OVER (PARTITION BY place) AS total
  FROM seen
), card AS (
  SELECT p.place, p.n, p.number, p.total, row_to_json(card)::text AS text
  FROM (SELECT * FROM placed WHERE n <= :count) p
  CROSS JOIN LATERAL (SELECT {CARD} FROM application a {CARD_JOINS} WHERE a.id = p.id) card
)
SELECT place, max(total) AS total, string_agg(text, ',' ORDER BY n) AS items, max(number) AS last
FROM card GROUP BY place
""",  # noqa: S608
        wanted,
        bindparam("count", type_=Integer),
    )


_KEYS: Final[dict[Sort, str]] = {
    "number": "a.number::float8",
    "submitted_at": "coalesce(extract(epoch FROM a.submitted_at)::float8, 'Infinity')",
    "score": """CASE WHEN v.has_conflict THEN 'Infinity'
      ELSE coalesce(-(SELECT t.mean FROM application_score t WHERE t.application_id = a.id), 'Infinity') END""",
}


def page(wanted: DeskFilter, sort: Sort) -> TextClause:
    """Return the statement of a page in one order: a row a card, with how many there are in all and the card's key."""
    return bound(
        f"""
WITH seen AS MATERIALIZED ({seen(wanted, f", {_KEYS[sort]} AS key")}), page AS (
  SELECT * FROM seen WHERE CAST(:key AS float8) IS NULL OR (key, number) > (CAST(:key AS float8), CAST(:number AS integer))
  ORDER BY key, number LIMIT :count
)
SELECT totals.total, p.key, p.number, row_to_json(card)::text AS text
FROM (SELECT count(*) AS total FROM seen) totals
LEFT JOIN page p ON true
LEFT JOIN LATERAL (SELECT {CARD} FROM application a {CARD_JOINS} WHERE a.id = p.id) card ON true
ORDER BY p.key, p.number
""",  # noqa: S608
        wanted,
        bindparam("count", type_=Integer),
        bindparam("key", type_=Float),
        bindparam("number", type_=Integer),
    )


TERMS: Final = text(f"""
SELECT CAST(dossier_terms(:q, ARRAY(
  SELECT DISTINCT word FROM (
    SELECT unnest(tsvector_to_array({_WORDS} || to_tsvector('programme', coalesce(o.name, '')))) AS word
    FROM application a {_JOINS} WHERE a.call_id = :call AND a.status <> 'discarded'
    UNION ALL
    SELECT unnest(tsvector_to_array(m.search)) FROM application_message m
    JOIN application a ON a.id = m.application_id {_JOINS} WHERE a.call_id = :call AND a.status <> 'discarded'
    UNION ALL
    SELECT unnest(tsvector_to_array(to_tsvector('programme', m.message || ' ' || coalesce(m.answer, ''))))
    FROM change_request m
    JOIN application a ON a.id = m.application_id {_JOINS} WHERE a.call_id = :call AND a.status <> 'discarded'
  ) words)) AS text[])
""").bindparams(*VIEWER_BINDS)  # noqa: S608
"""What is looked for, typing errors mended by the words that the asker may read in the call's dossiers."""
