"""The closed lists of calls for projects, and the texts that each one has."""

from typing import Final, Literal

ClosingPolicy = Literal["lock", "grace", "submit_complete"]
CallPublication = Literal["draft", "published", "archived"]
TextKind = Literal["mail", "letter"]
TextKey = Literal[
    "labelled",
    "waitlisted",
    "not_labelled",
    "changes_requested",
    "draft_reminder",
    "review_assigned",
    "review_reminder",
    "confirmation_reminder",
    "not_entered_reminder",
    "project_cancelled",
    "session_changed",
]

CLOSING_POLICIES: Final[tuple[ClosingPolicy, ...]] = ("lock", "grace", "submit_complete")
CALL_PUBLICATIONS: Final[tuple[CallPublication, ...]] = ("draft", "published", "archived")
MAIL_KEYS: Final[tuple[TextKey, ...]] = (
    "labelled",
    "waitlisted",
    "not_labelled",
    "changes_requested",
    "draft_reminder",
    "review_assigned",
    "review_reminder",
    "confirmation_reminder",
    "not_entered_reminder",
    "project_cancelled",
    "session_changed",
)
LETTER_KEYS: Final[tuple[TextKey, ...]] = ("labelled", "waitlisted", "not_labelled")
"""Decisions alone are told by letter."""
TEXTS: Final[dict[TextKind, tuple[TextKey, ...]]] = {"mail": MAIL_KEYS, "letter": LETTER_KEYS}
