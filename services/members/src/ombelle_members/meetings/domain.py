"""The words of meetings. Plain Python."""

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal, get_args

from ombelle_contracts.vocabulary import Label

Body = Literal["general_assembly", "board", "bureau"]
Purpose = Literal["ordinary", "extraordinary", "installation", "other"]
State = Literal[
    "planned", "convened", "open", "adjourned", "closed", "minutes_draft", "minutes_approved", "cancelled"
]
MotionState = Literal["draft", "open", "adopted", "rejected", "withdrawn"]
Majority = Literal["ordinary", "extraordinary"]
Voting = Literal["hands", "secret"]
Mode = Literal["on_site", "online"]
StruckAs = Literal["resignation", "strike_off", "exclusion", "death", "dissolution", "sits_no_more"]
Vote = Literal["for", "against", "abstain"]
VOTES: Final[tuple[Vote, ...]] = get_args(Vote)

BODIES: Final[Mapping[Body, Label]] = {
    "general_assembly": Label("Assemblée générale", "General assembly"),
    "board": Label("Conseil d’administration", "Board"),
    "bureau": Label("Bureau", "Bureau"),
}
STRUCK: Final[Mapping[StruckAs, str]] = {
    "resignation": "démission",
    "strike_off": "radiation",
    "exclusion": "exclusion",
    "death": "décès",
    "dissolution": "dissolution",
    "sits_no_more": "ne siège plus",
}
"""Why somebody was struck off a roll."""

COMING: Final = frozenset({"planned", "convened"})
"""Before it: everything can still be prepared."""
HELD: Final = frozenset({"closed", "minutes_draft", "minutes_approved"})
"""After it: its minutes can be written."""
OVER: Final = HELD | {"adjourned", "cancelled"}
STAFF_SEAT: Final = "Siège de l’équipe salariée"
MOST_ITEMS: Final = 60
MOST_MOTIONS: Final = 100
LONGEST_DOCUMENT: Final = 20 * 1024 * 1024
"""Bytes of a document of the agenda."""
DOCUMENT_TYPES: Final = frozenset(
    {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.spreadsheet",
        "image/jpeg",
        "image/png",
    }
)


def actions_of(state: str, body: str, held_on: date, today: date) -> list[str]:
    """Return what the secretariat may do with a meeting as it stands."""
    coming = state in COMING
    actions = {
        "edit": coming or state == "open",
        "convene": coming,
        "refresh_roll": coming,
        "open": state == "convened" or (state == "planned" and body == "bureau"),
        "adjourn": state == "open",
        "close": state == "open",
        "record_held": state == "planned" and held_on <= today,
        "cancel": coming,
        "attend": state == "open",
        "propose": coming or state == "open",
        "draft_minutes": state == "closed",
        "edit_minutes": state == "minutes_draft",
        "approve_minutes": state == "minutes_draft",
        "correct_minutes": state == "minutes_approved",
    }
    return [name for name, is_allowed in actions.items() if is_allowed]


def motion_actions(state: str, meeting_state: str) -> list[str]:
    """Return what the secretariat may do with a motion as it stands."""
    if meeting_state not in COMING | {"open"}:
        return []
    if state == "draft":
        return ["edit", "withdraw", "note_conflict", *(["open"] if meeting_state == "open" else [])]
    return ["close", "withdraw", "note_conflict"] if state == "open" else []
