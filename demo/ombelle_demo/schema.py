"""The agenda itself: its name, and the additional fields its events carry as option ids."""

from collections.abc import Sequence
from typing import Any

from .edition import Edition

THEMES = {
    "environment": "Environnement",
    "digital_innovation": "Numérique et innovation",
    "health": "Santé",
    "science_society": "Sciences et société",
    "industrial_heritage": "Patrimoine industriel",
    "astronomy": "Astronomie",
    "history_of_science": "Histoire des sciences",
    "maths_physics_chemistry": "Maths, physique, chimie",
    "other": "Autres sciences",
}
KINDS = {
    "workshop": "Atelier",
    "lecture": "Conférence",
    "exhibition": "Exposition",
    "visit": "Visite",
    "show": "Spectacle",
    "game": "Jeu",
    "screening": "Projection",
    "debate": "Débat, rencontre",
    "science_village": "Village des sciences",
    "festival": "Festival",
    "trail": "Parcours scientifique",
    "other": "Autre",
}
PUBLICS = {
    "familles": "Familles",
    "tout": "Tout public",
    "maternelle": "Maternelle",
    "primaire": "Primaire",
    "college": "Collège",
    "lycee": "Lycée",
    "superieur": "Enseignement supérieur",
}
# Field, kind of field, label, options with the first option id of the year 2000.
_CHOICES = (
    ("thematique", "radio", "Thématique", THEMES, 100),
    ("type-danimation", "radio", "Type d’animation", KINDS, 300),
    ("publics-concernes", "checkbox", "Publics concernés", PUBLICS, 500),
)
UNKNOWN_OPTION = 999_999


def option(edition: Edition, field: str, code: str) -> int:
    """The id of an option in that edition's schema: ids change every year, as on the real platform."""
    for name, _, _, options, first in _CHOICES:
        if name == field:
            return first + list(options).index(code) + 1000 * (edition.year - 2000)
    raise ValueError(f"no such field: {field}")


def options(edition: Edition, field: str, codes: Sequence[str]) -> list[int]:
    """The ids of several options, in their order."""
    return [option(edition, field, code) for code in codes]


def agenda(edition: Edition) -> dict[str, Any]:
    """The agenda of `edition` as `GET /v2/agendas/{uid}` gives it, its schema included."""
    fields = [_field(edition, *choice) for choice in _CHOICES]
    fields.append(_plain("organisateur", "text", "Organisateur"))
    fields.append(_plain("evenement-parent", "integer", "Événement parent"))
    return {
        "uid": edition.agenda_uid,
        "title": f"Fête de la science {edition.year} en Hauts-de-France (démonstration)",
        "slug": None,  # no page of that name exists on the platform: a link built from one would lead nowhere
        "description": "Un programme inventé, pour voir Ombelle vivre avant le vrai.",
        "url": None,
        "image": None,
        "official": 0,
        "private": 0,
        "indexed": 0,
        "schema": {"fields": fields},
    }


def _field(
    edition: Edition, name: str, field_type: str, label: str, choices: dict[str, str], _first: int
) -> dict[str, Any]:
    return {
        **_plain(name, field_type, label),
        "options": [
            {"id": option(edition, name, code), "value": code.replace("_", "-"), "label": {"fr": text}}
            for code, text in choices.items()
        ],
    }


def _plain(name: str, field_type: str, label: str) -> dict[str, Any]:
    return {
        "field": name,
        "fieldType": field_type,
        "label": {"fr": label},
        "optional": True,
        "schemaType": "agenda",
    }
