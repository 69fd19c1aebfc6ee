"""What may be edited when: fields in groups, the phases of an event's life, and a rule for each pair.

The defaults follow what teams do: before publication the holder writes freely; afterwards what a visitor reads and
relies on (title, place, dates) is looked at first, while what keeps a visitor from standing before a closed door
(cancelling, postponing) is never held up.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, Literal

FieldGroup = Literal[
    "title", "description", "classification", "audience", "practical", "venue", "sessions", "session_status"
]
Phase = Literal["before_publication", "after_publication", "during"]
Rule = Literal["free", "needs_approval", "locked"]

FIELD_GROUPS: Final[Mapping[FieldGroup, str]] = {
    "title": "Titre",
    "description": "Description et image",
    "classification": "Type d'animation et thématique",
    "audience": "Publics, niveaux et âges",
    "practical": "Informations pratiques",
    "venue": "Lieu",
    "sessions": "Séances : dates, lieux, jauges",
    "session_status": "Annulation, report, passage en ligne",
}
PHASES: Final[Mapping[Phase, str]] = {
    "before_publication": "Avant publication",
    "after_publication": "Après publication",
    "during": "Pendant la fête",
}
RULES: Final[Mapping[Rule, str]] = {
    "free": "Libre",
    "needs_approval": "Après accord de la coordination",
    "locked": "Verrouillé",
}

GROUP_OF: Final[Mapping[str, FieldGroup]] = {
    "title": "title",
    "description": "description",
    "long_description": "description",
    "image": "description",
    "keywords": "description",
    "activity_type": "classification",
    "theme": "classification",
    "structure": "classification",
    "audience": "audience",
    "school_levels": "audience",
    "age_min": "audience",
    "age_max": "audience",
    "accessibility": "practical",
    "free": "practical",
    "conditions": "practical",
    "registration": "practical",
    "holder": "practical",
    "attendance_mode": "practical",
    "online_access_url": "practical",
    "venue_id": "venue",
    "status": "session_status",
    "status_reason": "session_status",
}
"""The group of each field of an event that its holder may change."""

_AFTER: Final[Mapping[FieldGroup, Rule]] = {
    "title": "needs_approval",
    "description": "free",
    "classification": "needs_approval",
    "audience": "needs_approval",
    "practical": "free",
    "venue": "needs_approval",
    "sessions": "needs_approval",
    "session_status": "free",
}
DEFAULTS: Final[Mapping[tuple[FieldGroup, Phase], Rule]] = {
    **{(group, "before_publication"): "free" for group in FIELD_GROUPS},
    **{(group, "after_publication"): rule for group, rule in _AFTER.items()},
    **{(group, "during"): rule for group, rule in _AFTER.items()},
    ("title", "during"): "locked",
    ("classification", "during"): "locked",
}


def phase_of(publication: str, starts_on: date, ends_on: date, today: date) -> Phase:
    """Return the phase of an event's life; the edition's official dates are both included."""
    if publication != "published":
        return "before_publication"
    return "during" if starts_on <= today <= ends_on else "after_publication"


def rules_at(policy: Mapping[tuple[FieldGroup, Phase], Rule], phase: Phase) -> dict[FieldGroup, Rule]:
    """Return the rule of each group in a phase; where the edition says nothing, the default holds."""
    return {group: policy.get((group, phase), DEFAULTS[group, phase]) for group in FIELD_GROUPS}


def fields_under(rule: Rule, fields: Iterable[str], rules: Mapping[FieldGroup, Rule]) -> list[str]:
    """Return those of the fields that stand under a rule, in their order."""
    return [name for name in fields if name in GROUP_OF and rules[GROUP_OF[name]] == rule]
