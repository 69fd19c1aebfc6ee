"""How long what is held of people is kept here: the rules, as data, and the statements that carry them out."""

from datetime import timedelta
from typing import Final

from ombelle_chassis.retention import YEAR, Rule

from ombelle_events.applications.renewing.service import CONTACTS

RULES: Final = (
    Rule(
        kind="unsent_application",
        what="Brouillon de dossier qui n'a jamais été déposé, avec ses fichiers et son historique",
        kept="1 an",
        starts="son abandon, ou la clôture de l'appel",
        basis="Exécution du service demandé (RGPD, art. 6.1.b).",
        age=YEAR,
    ),
    Rule(
        kind="application_message",
        what="Messages échangés entre une structure et la coordination au sujet d'un dossier",
        kept="3 ans",
        starts="l'envoi du message",
        basis="Mission d'intérêt public : instruire les dossiers (RGPD, art. 6.1.e).",
        age=3 * YEAR,
    ),
    Rule(
        kind="application_contact",
        what="Nom et adresse du contact que nomme un dossier ; le dossier, lui, reste aux archives de l'édition",
        kept="5 ans",
        starts="la clôture de l'appel",
        basis="Mission d'intérêt public : instruire les dossiers et en rendre compte (RGPD, art. 6.1.e).",
        age=timedelta(days=5 * 365 + 1),
    ),
)
# The history only grows, but for what is erased: saying so lets it go with the rest.
_ERASING: Final = "erasing AS MATERIALIZED (SELECT set_config('ombelle.erasing', 'on', true) AS is_on)"
# The contacts that old dossiers name, as answers to questions of these purposes.
_CONTACTS: Final = f"""
old AS (
  SELECT a.id, array_agg(field ->> 'id') AS fields FROM application a JOIN call l ON l.id = a.call_id
  JOIN form_version v ON v.id = a.form_version_id,
    jsonb_path_query(v.definition, '$.sections[*].fields[*]') AS field
  WHERE l.closes_at <= :before AND field ->> 'purpose' = ANY ('{{{",".join(CONTACTS)}}}') AND a.answers ? (field ->> 'id')
  GROUP BY a.id
)"""  # noqa: S608 - names of ours
STATEMENTS: Final = {
    "unsent_application": (
        f"""WITH {_ERASING}
        DELETE FROM application a USING call l, erasing
        WHERE l.id = a.call_id AND erasing.is_on = 'on'
          AND NOT EXISTS (SELECT FROM application r WHERE r.renewed_from_id = a.id)
          AND (a.status = 'discarded' AND a.updated_at <= :before OR a.status = 'draft' AND l.closes_at <= :before)""",  # noqa: S608
    ),
    "application_message": ("DELETE FROM application_message WHERE at <= :before",),
    "application_contact": (
        # A search must not find by a name what it no longer shows: weight C is what identifies somebody.
        f"""WITH {_ERASING}, {_CONTACTS}, entries AS (
          UPDATE application_entry e SET changes = (
            SELECT coalesce(jsonb_agg(c.value ORDER BY c.ordinality), '[]'::jsonb)
            FROM jsonb_array_elements(e.changes) WITH ORDINALITY AS c
            WHERE c.value ->> 'pointer' <> ALL (SELECT '/answers/' || unnest(old.fields)))
          FROM old, erasing WHERE e.application_id = old.id AND erasing.is_on = 'on' AND e.changes <> '[]'
        )
        UPDATE application a SET answers = a.answers - old.fields, search = ts_filter(a.search, '{{a,b,d}}')
        FROM old WHERE a.id = old.id""",  # noqa: S608
    ),
}
