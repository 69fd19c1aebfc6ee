"""The life of a project, and what may be done in each part of it. Plain values, no framework."""

from collections.abc import Mapping
from typing import Final, Literal

Lifecycle = Literal["awaiting_confirmation", "active", "cancelled", "completed"]
Reminder = Literal["confirmation", "not_entered"]

LIFECYCLES: Final[Mapping[Lifecycle, str]] = {
    "awaiting_confirmation": "À confirmer",
    "active": "Confirmé",
    "cancelled": "Annulé",
    "completed": "Terminé",
}
REMINDERS: Final[Mapping[Reminder, str]] = {
    "confirmation": "Confirmation du projet",
    "not_entered": "Saisie sur le site national",
}
