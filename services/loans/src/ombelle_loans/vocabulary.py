"""The closed lists of loans: codes stored and served, with their labels on screen in French and English."""

from collections.abc import Mapping
from typing import Final, Literal

from ombelle_contracts.vocabulary import KINDS, THEMES, Kind, Label, Theme

__all__ = [
    "ACCESSIBILITY", "AUDIENCES", "BASES", "CATEGORIES", "CONDITIONS", "DOCUMENT_KINDS", "FORMATS", "HANDLINGS",
    "INSURANCES", "KINDS", "LANGUAGES", "PUBLICATIONS", "THEMES", "UNIT_STATES", "Audience", "Basis", "Category",
    "Condition", "DocumentKind", "Format", "Handling", "Insurance", "Kind", "Label", "Language", "Need", "Publication",
    "Theme", "UnitState",
]  # fmt: skip

Category = Literal["light_exhibition", "kit", "interactive_exhibition"]
Format = Literal["panels", "self_standing", "roll_up", "case", "interactive_model", "interactive"]
Audience = Literal[
    "general_public",
    "families",
    "nursery_school",
    "primary_school",
    "college",
    "lycee",
    "higher_education",
    "adults",
]
Language = Literal["fr", "en", "nl", "de", "es", "it", "pt", "ar", "uk", "pcd", "fsl", "other"]
Need = Literal["hearing", "visual", "psychic", "motor", "intellectual"]
Condition = Literal["new", "good", "worn", "damaged"]
Handling = Literal["handled_here", "forwarded", "contact_only"]
Publication = Literal["draft", "published", "archived"]
UnitState = Literal["usable", "damaged", "lost", "retired"]
DocumentKind = Literal["teaching", "setup", "communication", "other"]
Insurance = Literal["none", "clause", "certificate", "yearly"]
Basis = Literal["flat", "per_period"]

CATEGORIES: Final[Mapping[Category, Label]] = {
    "light_exhibition": Label("Exposition légère", "Light exhibition"),
    "kit": Label("Mallette pédagogique", "Kit"),
    "interactive_exhibition": Label("Exposition interactive", "Interactive exhibition"),
}
"""What is lent, as the yearly report counts it."""
HANDLINGS: Final[Mapping[Handling, Label]] = {
    "handled_here": Label("Demandes traitées ici", "Requests are handled here"),
    "forwarded": Label("Demandes transmises à la structure", "Requests are forwarded to the organisation"),
    "contact_only": Label("Contact de la structure seul", "The organisation's contact only"),
}
"""How requests reach the owner of an item."""
FORMATS: Final[Mapping[Format, Label]] = {
    "panels": Label("Panneaux", "Panels"),
    "self_standing": Label("Modules autoportants", "Self-standing modules"),
    "roll_up": Label("Enrouleurs (roll-up)", "Roll-ups"),
    "case": Label("Mallette", "Case"),
    "interactive_model": Label("Maquette interactive", "Interactive model"),
    "interactive": Label("Dispositif interactif", "Interactive device"),
}
AUDIENCES: Final[Mapping[Audience, Label]] = {
    "general_public": Label("Tout public", "General public"),
    "families": Label("Familles", "Families"),
    "nursery_school": Label("Maternelle", "Nursery school"),
    "primary_school": Label("Élémentaire", "Primary school"),
    "college": Label("Collège", "Lower secondary school"),
    "lycee": Label("Lycée", "Upper secondary school"),
    "higher_education": Label("Enseignement supérieur", "Higher education"),
    "adults": Label("Adultes", "Adults"),
}
LANGUAGES: Final[Mapping[Language, Label]] = {
    "fr": Label("Français", "French"),
    "en": Label("Anglais", "English"),
    "nl": Label("Néerlandais", "Dutch"),
    "de": Label("Allemand", "German"),
    "es": Label("Espagnol", "Spanish"),
    "it": Label("Italien", "Italian"),
    "pt": Label("Portugais", "Portuguese"),
    "ar": Label("Arabe", "Arabic"),
    "uk": Label("Ukrainien", "Ukrainian"),
    "pcd": Label("Picard", "Picard"),
    "fsl": Label("Langue des signes française", "French sign language"),
    "other": Label("Autre langue", "Another language"),
}
ACCESSIBILITY: Final[Mapping[Need, Label]] = {
    "hearing": Label("Handicap auditif", "Hearing impairment"),
    "visual": Label("Handicap visuel", "Visual impairment"),
    "psychic": Label("Handicap psychique", "Mental health condition"),
    "motor": Label("Handicap moteur", "Motor impairment"),
    "intellectual": Label("Handicap intellectuel", "Intellectual disability"),
}
CONDITIONS: Final[Mapping[Condition, Label]] = {
    "new": Label("Neuf", "New"),
    "good": Label("Bon état", "Good"),
    "worn": Label("Usagé", "Worn"),
    "damaged": Label("Abîmé", "Damaged"),
}
PUBLICATIONS: Final[Mapping[Publication, Label]] = {
    "draft": Label("Brouillon", "Draft"),
    "published": Label("Publié", "Published"),
    "archived": Label("Archivé", "Archived"),
}
UNIT_STATES: Final[Mapping[UnitState, Label]] = {
    "usable": Label("Utilisable", "Usable"),
    "damaged": Label("Abîmé", "Damaged"),
    "lost": Label("Perdu", "Lost"),
    "retired": Label("Retiré", "Retired"),
}
DOCUMENT_KINDS: Final[Mapping[DocumentKind, Label]] = {
    "teaching": Label("Dossier pédagogique", "Teaching material"),
    "setup": Label("Notice de montage", "Setting-up instructions"),
    "communication": Label("Affiche, communication", "Poster, communication"),
    "other": Label("Autre document", "Another document"),
}
INSURANCES: Final[Mapping[Insurance, Label]] = {
    "none": Label("Aucune", "None"),
    "clause": Label("Clause de la convention", "A clause of the agreement"),
    "certificate": Label("Attestation pour le prêt", "A certificate for the loan"),
    "yearly": Label("Attestation annuelle acceptée", "A yearly certificate is accepted"),
}
"""What a lender asks of a borrower as insurance."""
BASES: Final[Mapping[Basis, Label]] = {
    "flat": Label("Forfait", "Flat"),
    "per_period": Label("Par période commencée", "For each period begun"),
}
