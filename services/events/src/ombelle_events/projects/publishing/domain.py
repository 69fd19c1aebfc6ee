"""What an event needs to be published, and what is worth a look before it is. Plain Python."""

from collections.abc import Callable, Mapping
from typing import Any, Final

Facts = Mapping[str, Any]

MISSING: Final[Mapping[str, tuple[str, Callable[[Facts], bool]]]] = {
    "project_not_confirmed": (
        "Le projet n'est pas confirmé par son porteur.",
        lambda e: e["lifecycle"] == "awaiting_confirmation",
    ),
    "project_cancelled": ("Le projet est annulé.", lambda e: e["lifecycle"] == "cancelled"),
    "not_ready": ("Son porteur ne l'a pas encore dit prêt.", lambda e: e["publication"] == "draft"),
    "no_description": ("Il manque la présentation.", lambda e: not e["has_description"]),
    "no_session": (
        "Il n'a aucune séance.",
        lambda e: e["session_count"] == 0 and e["structure"] == "single",
    ),
    "no_venue": (
        "Une séance n'a ni lieu ni adresse en ligne.",
        lambda e: e["unplaced_count"] > 0 and not e["online_access_url"],
    ),
    "in_national_feed": (
        "L'agenda national a déjà un événement presque pareil : reliez-les, ou dites que ce sont deux.",
        lambda e: e["feed_candidate_count"] > 0,
    ),
}
"""Codes of what keeps an event from being published, with the words and the test of each."""

WARNINGS: Final[Mapping[str, tuple[str, Callable[[Facts], bool]]]] = {
    "outside_official_dates": (
        "Aucune séance n'est dans les dates officielles.",
        lambda e: e["session_count"] > 0 and e["official_count"] == 0,
    ),
    "not_free": ("Il n'est pas gratuit.", lambda e: e["free"] is False),
    "free_unknown": ("On ne sait pas s'il est gratuit.", lambda e: e["free"] is None),
    "no_audience": ("Son public n'est pas dit.", lambda e: not e["audience"]),
    "no_activity_type": ("Son type d'animation n'est pas dit.", lambda e: e["activity_type"] is None),
    "no_theme": ("Sa thématique n'est pas dite.", lambda e: e["theme"] is None),
    "clash": ("Une autre séance est au même lieu à la même heure.", lambda e: e["clash_count"] > 0),
    "may_be_double": (
        "Un autre événement lui ressemble beaucoup.",
        lambda e: e["candidate_count"] > e["feed_candidate_count"],
    ),
    "changes_wait": ("Une modification attend votre accord.", lambda e: e["pending_count"] > 0),
}
"""Codes of what is worth a look."""


def judged(facts: Facts, *, include_drafts: bool) -> dict[str, list[dict[str, str]]]:
    """Return what an event misses and what is worth a look, each as `{"code", "text"}`."""
    missing = [_note(code, MISSING) for code, (_, holds) in MISSING.items() if holds(facts)]
    if include_drafts:
        missing = [note for note in missing if note["code"] != "not_ready"]
    return {
        "missing": missing,
        "warnings": [_note(code, WARNINGS) for code, (_, holds) in WARNINGS.items() if holds(facts)],
    }


def _note(code: str, of: Mapping[str, tuple[str, Callable[[Facts], bool]]]) -> dict[str, str]:
    return {"code": code, "text": of[code][0]}
