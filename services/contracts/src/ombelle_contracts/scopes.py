"""What an organisation's program may be allowed: a closed list, by resource and action.

A token holds some of these, and acts as an editor of its one organisation at most: a scope never adds to what the
organisation's editors may do. What no scope covers is closed to programs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Scope:
    """One thing that a program may be allowed: its name, `resource:action`, how people call it, what it opens."""

    name: str
    label_fr: str
    label_en: str
    allows_fr: str
    allows_en: str


ORGANISATIONS_READ: Final = "organisations:read"
ORGANISATIONS_WRITE: Final = "organisations:write"
EVENTS_READ: Final = "events:read"
EVENTS_WRITE: Final = "events:write"
APPLICATIONS_READ: Final = "applications:read"
APPLICATIONS_WRITE: Final = "applications:write"
LOANS_READ: Final = "loans:read"
LOANS_WRITE: Final = "loans:write"

_ALL: Final = (
    Scope(
        ORGANISATIONS_READ,
        "Lire la fiche de la structure",
        "Read the organisation's page",
        "Tous les champs de la fiche de la structure, et ses contacts.",
        "Every field of the organisation's page, and its contacts.",
    ),
    Scope(
        ORGANISATIONS_WRITE,
        "Modifier la fiche de la structure",
        "Change the organisation's page",
        "Modifier la fiche de la structure et ses contacts ; ni ses membres, ni leurs rôles.",
        "Change the organisation's page and its contacts; neither its people nor their roles.",
    ),
    Scope(
        EVENTS_READ,
        "Lire les événements de la structure",
        "Read the organisation's events",
        "Les événements que la structure tient, publiés ou non, avec tous leurs champs.",
        "The events that the organisation holds, published or not, with all their fields.",
    ),
    Scope(
        EVENTS_WRITE,
        "Modifier les événements de la structure",
        "Change the organisation's events",
        "Modifier les événements que la structure tient ; pas les donner à une autre.",
        "Change the events that the organisation holds; not give them to another one.",
    ),
    Scope(
        APPLICATIONS_READ,
        "Lire les dossiers de la structure",
        "Read the organisation's applications",
        "Les dossiers que la structure porte ou auxquels elle prend part, avec leurs pièces, messages et décisions.",
        "The applications that the organisation holds or takes part in, with their files, messages and decisions.",
    ),
    Scope(
        APPLICATIONS_WRITE,
        "Déposer et modifier les dossiers de la structure",
        "Send and change the organisation's applications",
        "Commencer, remplir, déposer, retirer et transmettre les dossiers que la structure porte, et y répondre.",
        "Begin, fill in, send, withdraw and hand over the applications that the organisation holds, and answer in them.",
    ),
    Scope(
        LOANS_READ,
        "Lire les prêts de la structure",
        "Read the organisation's loans",
        "Les prêts que la structure demande et les outils qu'elle possède, avec leurs papiers et leurs états.",
        "The loans that the organisation asks for and the items that it owns, with their papers and states.",
    ),
    Scope(
        LOANS_WRITE,
        "Demander et suivre les prêts de la structure",
        "Ask for and follow the organisation's loans",
        "Demander, modifier et annuler des prêts pour la structure, et tenir les outils qu'elle possède ; pas signer.",
        "Ask for, change and cancel loans for the organisation, and keep the items that it owns; not sign.",
    ),
)

SCOPES: Final[Mapping[str, Scope]] = MappingProxyType({scope.name: scope for scope in _ALL})
"""Every scope by its name, in the order that people are shown."""
