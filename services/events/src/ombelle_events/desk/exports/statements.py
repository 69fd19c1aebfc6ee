from typing import Final

from sqlalchemy import Integer, TextClause, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import Text

from ombelle_events.applications.viewer import VIEWER_BINDS, VIEWER_COLUMNS, visible_to
from ombelle_events.desk.domain import DeskFilter
from ombelle_events.desk.statements import CARD, CARD_JOINS, bound, seen

# What of a dossier is read, by whoever may: the answers are sorted by `visible_answers`, in Python.
_DOSSIER: Final = f"""
  {VIEWER_COLUMNS}, l.is_anonymous, l.title AS call_title, e.year, a.id, a.call_id, a.number, a.status, a.decision,
  a.title, a.title_is_identifying, a.submitted_at, a.answers, a.organisation_id, o.name AS organisation_name,
  CASE WHEN a.status IN ('draft', 'changes_requested') THEN coalesce(l.form_version_id, a.form_version_id)
    ELSE a.form_version_id END AS form_version_id,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('role', y.role, 'name', coalesce(y.name, p.name))
     ORDER BY y.invited_at, y.id), '[]')
   FROM application_party y LEFT JOIN organisation_copy p ON p.organisation_id = y.organisation_id
   WHERE y.application_id = a.id AND y.role <> 'lead' AND y.refused_at IS NULL) AS parties,
  (SELECT coalesce(jsonb_agg(t.name ORDER BY t.id), '[]') FROM attachment t
   WHERE t.application_id = a.id AND t.removed_at IS NULL AND t.scan <> 'infected') AS files
"""  # noqa: S608 (fragments of ours)
ONE: Final = text(f"""
SELECT {_DOSSIER}
FROM application a
JOIN call l ON l.id = a.call_id
JOIN edition e ON e.id = l.edition_id
LEFT JOIN organisation_copy o ON o.organisation_id = a.organisation_id
{visible_to("a")}
WHERE a.id = :application
""").bindparams(*VIEWER_BINDS, bindparam("application", type_=Uuid))  # noqa: S608 (fragments of ours)

COMMUNES: Final = text("SELECT insee, name FROM commune WHERE insee = ANY (:codes)").bindparams(
    bindparam("codes", type_=ARRAY(Text))
)


def rows(wanted: DeskFilter) -> TextClause:
    """Return the statement of some applications, by number: their cards as JSON, and what their dossiers say."""
    return bound(
        f"""
WITH seen AS MATERIALIZED ({seen(wanted)})
SELECT p.number, card.text AS card, dossier.*
FROM (SELECT * FROM seen WHERE number > :after ORDER BY number LIMIT :count) p
CROSS JOIN LATERAL (
  SELECT row_to_json(card)::text AS text FROM (SELECT {CARD} FROM application a {CARD_JOINS} WHERE a.id = p.id) card
) card
CROSS JOIN LATERAL (
  SELECT {_DOSSIER} FROM application a
  JOIN call l ON l.id = a.call_id
  JOIN edition e ON e.id = l.edition_id
  LEFT JOIN organisation_copy o ON o.organisation_id = a.organisation_id
  {visible_to("a")}
  WHERE a.id = p.id
) dossier
ORDER BY p.number
""",  # noqa: S608
        wanted,
        bindparam("after", type_=Integer),
        bindparam("count", type_=Integer),
    )
