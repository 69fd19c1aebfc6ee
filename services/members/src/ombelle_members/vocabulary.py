"""The closed lists of organisations: codes stored and served, with their labels on screen in French and English."""

from collections.abc import Mapping
from typing import Final, Literal

from ombelle_contracts.vocabulary import KINDS, THEMES, Kind, Label, Theme

__all__ = ["KINDS", "OFFERS", "ROLES", "THEMES", "Kind", "Label", "Offer", "Role", "Theme", "higher"]

Offer = Literal["workshops", "visits", "lectures", "loans", "venue", "other"]
Role = Literal["editor", "administrator"]
OFFERS: Final[Mapping[Offer, Label]] = {
    "workshops": Label("Ateliers", "Workshops"),
    "visits": Label("Visites", "Visits"),
    "lectures": Label("Conférences", "Lectures"),
    "loans": Label("Prêt d'outils", "Loans"),
    "venue": Label("Accueil dans ses locaux", "A venue"),
    "other": Label("Autre", "Other"),
}
ROLES: Final[Mapping[Role, Label]] = {
    "editor": Label("Rédaction", "Editor"),
    "administrator": Label("Administration", "Administrator"),
}
"""What a person may be in an organisation, the lower first."""


def higher(one: str, other: str) -> str:
    """Return the higher of two roles."""
    return "administrator" if "administrator" in (one, other) else "editor"
