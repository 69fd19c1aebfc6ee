"""The words of an application: states, roles, who reads its history. Plain Python."""

from typing import Final, Literal

Status = Literal[
    "draft", "submitted", "changes_requested", "under_review", "decided", "withdrawn", "discarded"
]
STATUSES: Final[tuple[Status, ...]] = (
    "draft", "submitted", "changes_requested", "under_review", "decided", "withdrawn", "discarded",
)  # fmt: skip
Decision = Literal["labelled", "waitlisted", "not_labelled"]
DECISIONS: Final[tuple[Decision, ...]] = ("labelled", "waitlisted", "not_labelled")
PartyRole = Literal["lead", "co_holder", "partner", "provider"]
PARTY_ROLES: Final[tuple[PartyRole, ...]] = ("lead", "co_holder", "partner", "provider")
"""*Chef de file*, *co-porteur*, *partenaire*, *prestataire*."""
Audience = Literal["applicant", "committee", "staff"]
AUDIENCES: Final[tuple[Audience, ...]] = ("applicant", "committee", "staff")
"""Whom an entry of the history is for: everybody who reads the dossier, the committee and the coordination, or the
coordination alone."""
Side = Literal["holder", "coordination", "reviewer", "machine"]
SIDES: Final[tuple[Side, ...]] = ("holder", "coordination", "reviewer", "machine")
"""For whom somebody acted."""
TRANSFER_OUTCOMES: Final = ("accepted", "declined", "withdrawn")
