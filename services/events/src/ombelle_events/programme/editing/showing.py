"""A proposal as people read it: each field with its name on screen, what it was, would be, and is now."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from ombelle_events.reach import Reach

LABELS: Final[Mapping[str, str]] = {
    "title": "Titre",
    "description": "Présentation courte",
    "long_description": "Présentation",
    "activity_type": "Type d'animation",
    "theme": "Thématique",
    "audience": "Publics",
    "school_levels": "Niveaux scolaires",
    "age_min": "Âge minimal",
    "age_max": "Âge maximal",
    "accessibility": "Accessibilité",
    "free": "Gratuité",
    "conditions": "Conditions",
    "registration": "Inscription",
    "keywords": "Mots clés",
    "holder": "Organisateur",
    "attendance_mode": "Sur place ou en ligne",
    "online_access_url": "Adresse en ligne",
    "venue_id": "Lieu",
    "status": "État",
    "status_reason": "Motif",
    "starts_at": "Début",
    "ends_at": "Fin",
    "timezone": "Fuseau horaire",
    "capacity": "Jauge",
    "animators": "Animateurs",
    "action": "Ce qui est demandé",
    "reason": "Motif",
}
_NOT_A_FIELD: Final = {"action", "reason"}
_ORDER: Final = tuple(LABELS)


def _place(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def differences(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the fields that a proposal changes; of an action on a session, what it asks for."""
    of_session = row["event_session_id"] is not None
    now = (row["session_now"] if of_session else row["event_now"]) or {}
    return [
        {
            "field": name,
            "label": LABELS.get(name, name),
            "before": row["before"].get(name),
            "after": row["after"][name],
            "now": None if row["action"] == "add_session" or name in _NOT_A_FIELD else now.get(name),
        }
        for name in sorted(row["after"], key=_place)
    ]


def outdated_fields(row: Mapping[str, Any]) -> list[str]:
    """Return the fields that somebody changed since, neither to what was proposed nor back."""
    if row["action"] == "add_session":
        return []
    return [
        one["field"]
        for one in differences(row)
        if one["field"] not in _NOT_A_FIELD
        and one["field"] in row["before"]
        and not _same(one["now"], one["before"])
        and not _same(one["now"], one["after"])
    ]


def shown(row: Mapping[str, Any], reach: Reach) -> dict[str, Any]:
    """Return a proposal as lists show it, with what the caller may do with it."""
    is_open = row["outcome"] is None
    actions = (["approve", "reject"] if reach.is_whole else ["withdraw"]) if is_open else []
    hidden = ("before", "after", "event_now", "session_now", "publication")
    return {
        **{name: value for name, value in row.items() if name not in hidden},
        "differences": differences(row),
        "is_outdated": is_open and bool(outdated_fields(row)),
        "allowed_actions": actions,
    }


def _same(one: Any, other: Any) -> bool:
    """Say whether two JSON values are one; instants are, however they are written."""
    if one == other:
        return True
    if isinstance(one, str) and isinstance(other, str):
        try:
            return datetime.fromisoformat(one) == datetime.fromisoformat(other)
        except (ValueError, TypeError):
            return False
    return False
