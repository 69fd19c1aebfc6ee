"""A dossier as a PDF: what its reader may read of it, in the order of the form. Plain Python."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from ombelle_chassis.mail_templates import long_day
from slugify import slugify

from ombelle_events.applications.describing import visible_answers
from ombelle_events.applications.history.readable import readable
from ombelle_events.applications.viewer import Viewer
from ombelle_events.forms.definition import WITHOUT_ANSWER, Definition
from ombelle_events.forms.visibility import visible_fields

_ROLES: Final = {"co_holder": "co-porteur", "partner": "partenaire", "provider": "prestataire"}
_STATES: Final = {
    "draft": "Brouillon",
    "submitted": "Déposé",
    "changes_requested": "Compléments demandés",
    "under_review": "En évaluation",
    "decided": "Décidé",
    "withdrawn": "Retiré",
    "discarded": "Écarté",
}
_DECISIONS: Final = {
    "labelled": "Labellisé",
    "waitlisted": "Sur la liste complémentaire",
    "not_labelled": "Non retenu",
}


def dossier_values(
    row: Mapping[str, Any],
    viewer: Viewer,
    definition: Definition,
    communes: Mapping[str, str],
    *,
    at: datetime,
) -> dict[str, Any]:
    """Return what the template shows of a dossier to somebody who reads its answers.

    Args:
        row: as `exports.statements` reads it.
        viewer: who reads.
        definition: its form.
        communes: names by INSEE code.
        at: when it is printed.

    """
    title = row["title"] if viewer.sees_who or not row["title_is_identifying"] else None
    who = row["organisation_name"] if viewer.sees_who else None
    facts = [
        ("Structure", who),
        ("Avec", _parties(row) if viewer.sees_who else None),
        ("Déposé le", long_day(row["submitted_at"], "fr") if row["submitted_at"] else None),
        ("État", _DECISIONS.get(row["decision"] or "") or _STATES[row["status"]]),
    ]
    return {
        "title": title or f"Dossier n° {row['number']}",
        "call": f"{row['call_title']} · édition {row['year']} · dossier n° {row['number']}",
        "facts": [{"name": name, "value": value} for name, value in facts if value],
        "sections": _sections(row, viewer, definition, communes),
        "files": list(row["files"]) if viewer.sees_who else [],
        "foot": f"Dossier n° {row['number']}, imprimé le {long_day(at, 'fr')}",
    }


def _parties(row: Mapping[str, Any]) -> str:
    return ", ".join(f"{one['name']} ({_ROLES[one['role']]})" for one in row["parties"] if one["name"])


def _sections(
    row: Mapping[str, Any], viewer: Viewer, definition: Definition, communes: Mapping[str, str]
) -> list[dict[str, Any]]:
    answers = visible_answers(definition, row["answers"], viewer) or {}
    shown = {field.id for field in visible_fields(definition, row["answers"])} & answers.keys()
    found = []
    for section in definition.sections:
        lines = [
            {"label": field.label, "value": value}
            for field in section.fields
            if field.id in shown
            and field.type not in WITHOUT_ANSWER
            and (value := readable(field, answers[field.id], communes))
        ]
        if lines:
            found.append({"title": section.title, "answers": lines})
    return found


def dossier_name(row: Mapping[str, Any], viewer: Viewer) -> str:
    """Return the name of the file, without its ending."""
    title = row["title"] if viewer.sees_who or not row["title_is_identifying"] else None
    words = slugify(title or "", max_length=60, word_boundary=True)
    return f"dossier-{row['number']:03}" + (f"-{words}" if words else "")
