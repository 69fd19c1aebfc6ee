from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

Keep = Literal["ours", "theirs"]

COLUMNS: Final[Mapping[str, str]] = {"venue": "venue_id", "parent": "parent_id", "edition": "edition_id"}
"""Columns of `event` by what a source calls the thing that they lead to."""

LABELS: Final[Mapping[str, str]] = {
    "title": "Titre",
    "description": "Description courte",
    "long_description": "Description longue",
    "activity_type": "Type d'animation",
    "theme": "Thème",
    "audience": "Public",
    "school_levels": "Niveaux scolaires",
    "age_min": "Âge minimal",
    "age_max": "Âge maximal",
    "accessibility": "Accessibilité",
    "free": "Gratuité",
    "conditions": "Conditions",
    "registration": "Inscription",
    "keywords": "Mots-clés",
    "holder": "Porteur de projet",
    "attendance_mode": "Sur place ou en ligne",
    "online_access_url": "Adresse en ligne",
    "image": "Image",
    "status": "État",
    "source_name": "Nom de la source",
    "source_url": "Page de la source",
    "additional": "Autres renseignements",
    "venue": "Lieu",
    "sessions": "Séances",
    "parent": "Multi-animations",
    "edition": "Édition",
}
"""What each field that a source fills is called on screen."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What somebody decided on one conflict."""

    id: UUID
    keep: Keep
