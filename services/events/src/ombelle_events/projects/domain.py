"""The life of a project, and what may be done in each part of it. Plain values, no framework."""

from collections.abc import Mapping
from typing import Final, Literal

Lifecycle = Literal["awaiting_confirmation", "active", "cancelled"]
Reminder = Literal["confirmation", "not_entered"]

LIFECYCLES: Final[Mapping[Lifecycle, str]] = {
    "awaiting_confirmation": "À confirmer",
    "active": "Confirmé",
    "cancelled": "Annulé",
}
REMINDERS: Final[Mapping[Reminder, str]] = {
    "confirmation": "Confirmation du projet",
    "not_entered": "Saisie sur le site national",
}
Action = Literal["edit", "confirm", "cancel", "publish", "add_event"]

FROM: Final[Mapping[Action, frozenset[Lifecycle]]] = {
    "edit": frozenset({"awaiting_confirmation", "active"}),
    "confirm": frozenset({"awaiting_confirmation"}),
    "cancel": frozenset({"awaiting_confirmation", "active"}),
    "publish": frozenset({"active"}),
    "add_event": frozenset({"awaiting_confirmation", "active"}),
}
"""In which parts of its life each action is possible."""

BY_EDITORS: Final[frozenset[Action]] = frozenset({"edit", "confirm", "cancel", "add_event"})
"""What editors of the holder, and of co-holders who may edit, do themselves; the coordination does everything."""


def allowed_actions(lifecycle: Lifecycle, *, may_edit: bool, is_coordination: bool) -> list[Action]:
    """Return what somebody may do with a project: nothing for who only reads it."""
    return [
        action
        for action, lifecycles in FROM.items()
        if lifecycle in lifecycles and (is_coordination or (may_edit and action in BY_EDITORS))
    ]


PARTY_LABELS: Final[Mapping[str, str]] = {
    "lead": "Chef de file",
    "co_holder": "Co-porteur",
    "partner": "Partenaire",
    "provider": "Prestataire",
}
