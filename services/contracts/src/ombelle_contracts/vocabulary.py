"""The closed lists that several services use: codes stored and served, with their labels on screen in French and English.

Kinds of organisations are those of the yearly report, themes the nine of the 2019 survey.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

Kind = Literal[
    "higher_education_research",
    "technology_transfer",
    "company",
    "library",
    "social_centre",
    "popular_education",
    "museum_science_centre",
    "fablab",
    "environment",
    "cultural_venue",
    "youth",
    "employment_integration",
    "local_authority",
    "primary_school",
    "college",
    "lycee",
    "other",
]
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


class Label(NamedTuple):
    """What a code is called on screen."""

    french: str
    english: str


KINDS: Final[Mapping[Kind, Label]] = {
    "higher_education_research": Label(
        "Enseignement supérieur et recherche", "Higher education and research"
    ),
    "technology_transfer": Label("Transfert de technologie", "Technology transfer"),
    "company": Label("Entreprise", "Company"),
    "library": Label("Bibliothèque, médiathèque", "Library"),
    "social_centre": Label("Centre social", "Social centre"),
    "popular_education": Label("Éducation populaire", "Popular education"),
    "museum_science_centre": Label("Musée, centre de sciences", "Museum, science centre"),
    "fablab": Label("Fablab", "Fablab"),
    "environment": Label("Environnement et nature", "Environment and nature"),
    "cultural_venue": Label("Lieu culturel", "Cultural venue"),
    "youth": Label("Jeunesse", "Youth"),
    "employment_integration": Label("Emploi et insertion", "Employment and integration"),
    "local_authority": Label("Collectivité", "Local authority"),
    "primary_school": Label("École", "Primary school"),
    "college": Label("Collège", "Lower secondary school"),
    "lycee": Label("Lycée", "Upper secondary school"),
    "other": Label("Autre", "Other"),
}
THEMES: Final[Mapping[Theme, Label]] = {
    "environment": Label("Environnement", "Environment"),
    "digital_innovation": Label("Numérique et innovation", "Digital technology and innovation"),
    "health": Label("Santé", "Health"),
    "science_society": Label("Sciences et société", "Science and society"),
    "industrial_heritage": Label("Patrimoine industriel", "Industrial heritage"),
    "astronomy": Label("Astronomie", "Astronomy"),
    "history_of_science": Label("Histoire des sciences", "History of science"),
    "maths_physics_chemistry": Label("Maths, physique, chimie", "Maths, physics, chemistry"),
    "other": Label("Autres sciences", "Other sciences"),
}
