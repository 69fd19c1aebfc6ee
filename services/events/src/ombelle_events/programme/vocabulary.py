"""The closed lists of the programme: codes stored and served, with their labels on screen.

Themes are the nine of the 2019 survey, audiences and kinds those of the yearly report; accessibility
follows OpenAgenda's five flags (hi, vi, pi, mi, ii).
"""

from collections.abc import Mapping
from typing import Any, Final, Literal

Theme = Literal[
    "environment",
    "digital_innovation",
    "health",
    "science_society",
    "industrial_heritage",
    "astronomy",
    "history_of_science",
    "maths_physics_chemistry",
    "other",
]
ActivityType = Literal[
    "workshop",
    "lecture",
    "exhibition",
    "visit",
    "show",
    "game",
    "screening",
    "debate",
    "science_village",
    "festival",
    "trail",
    "other",
]
Audience = Literal["general_public", "schools"]
SchoolLevel = Literal["nursery_school", "primary_school", "college", "lycee", "higher_education"]
Need = Literal["hearing", "visual", "psychic", "motor", "intellectual"]
Status = Literal["scheduled", "rescheduled", "moved_online", "postponed", "full", "cancelled"]
Publication = Literal["draft", "ready", "published", "unpublished"]
Structure = Literal["single", "umbrella"]
AttendanceMode = Literal["onsite", "online", "mixed"]
CommuneSize = Literal["under_2000", "from_2000", "from_10000", "from_50000"]

THEMES: Final[Mapping[Theme, str]] = {
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
ACTIVITY_TYPES: Final[Mapping[ActivityType, str]] = {
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
    "other": "Autre rendez-vous",
}
UMBRELLA_TYPES: Final[frozenset[ActivityType]] = frozenset({"science_village", "festival", "trail"})
AUDIENCES: Final[Mapping[Audience, str]] = {"general_public": "Tout public", "schools": "Classes"}
SCHOOL_LEVELS: Final[Mapping[SchoolLevel, str]] = {
    "nursery_school": "Maternelle",
    "primary_school": "Élémentaire",
    "college": "Collège",
    "lycee": "Lycée",
    "higher_education": "Enseignement supérieur",
}
ACCESSIBILITY: Final[Mapping[Need, str]] = {
    "hearing": "Handicap auditif",
    "visual": "Handicap visuel",
    "psychic": "Handicap psychique",
    "motor": "Handicap moteur",
    "intellectual": "Handicap intellectuel",
}
STATUSES: Final[Mapping[Status, str]] = {
    "scheduled": "Confirmé",
    "rescheduled": "Reprogrammé",
    "moved_online": "Déplacé en ligne",
    "postponed": "Reporté",
    "full": "Complet",
    "cancelled": "Annulé",
}
PUBLICATIONS: Final[Mapping[Publication, str]] = {
    "draft": "Brouillon",
    "ready": "Prêt",
    "published": "Publié",
    "unpublished": "Retiré",
}
STRUCTURES: Final[Mapping[Structure, str]] = {"single": "Animation simple", "umbrella": "Multi-animations"}
ATTENDANCE_MODES: Final[Mapping[AttendanceMode, str]] = {
    "onsite": "Sur place",
    "online": "En ligne",
    "mixed": "Sur place et en ligne",
}
COMMUNE_SIZES: Final[Mapping[CommuneSize, str]] = {
    "under_2000": "Moins de 2 000 habitants",
    "from_2000": "De 2 000 à 9 999 habitants",
    "from_10000": "De 10 000 à 49 999 habitants",
    "from_50000": "50 000 habitants et plus",
}
COMMUNE_SIZE_FLOORS: Final[Mapping[CommuneSize, int]] = {
    "under_2000": 0,
    "from_2000": 2_000,
    "from_10000": 10_000,
    "from_50000": 50_000,
}
LABELS: Final[Mapping[str, Mapping[Any, str]]] = {
    "theme": THEMES,
    "activity_type": ACTIVITY_TYPES,
    "audience": AUDIENCES,
    "school_level": SCHOOL_LEVELS,
    "accessibility": ACCESSIBILITY,
    "status": STATUSES,
    "structure": STRUCTURES,
    "commune_size": COMMUNE_SIZES,
    "free": {"true": "Gratuit", "false": "Payant"},
}
"""Every list that a label is looked up in, by the name of its filter."""
