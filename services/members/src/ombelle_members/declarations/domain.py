"""The words of declarations. Plain Python."""

from collections.abc import Mapping
from typing import Any, Final, Literal

Kind = Literal["officers", "name", "seat", "bylaws"]
Cause = Literal[
    "election", "bureau", "co_option", "resignation", "death", "revocation", "lost_quality", "not_ratified",
    "post_abolished", "term", "representative", "annulled", "name", "seat", "bylaws",
]  # fmt: skip
State = Literal["due", "submitted", "returned", "receipted", "withdrawn"]
SentBy = Literal["online", "post", "counter"]

KINDS: Final[Mapping[str, Kind]] = {"name": "name", "seat": "seat", "bylaws": "bylaws"}
"""What is declared where something happened; the list of officers everywhere else."""


def kind_of(cause: Cause) -> Kind:
    """Return what is declared of a cause."""
    return KINDS.get(cause, "officers")


STEPS: Final[Mapping[str, frozenset[str]]] = {
    "submit": frozenset({"due", "returned"}),
    "return": frozenset({"submitted"}),
    "receipt": frozenset({"submitted"}),
    "withdraw": frozenset({"due", "returned"}),
}
"""From which states each step leads."""
BECOMES: Final[Mapping[str, State]] = {
    "submit": "submitted",
    "return": "returned",
    "receipt": "receipted",
    "withdraw": "withdrawn",
}
ASKED: Final = ("birth_date", "nationality", "occupation", "home", "country_of_residence")
"""What the form asks of each person who administers the association, beside name and capacity."""
LONGEST_RECEIPT: Final = 20 * 1024 * 1024
RECEIPT_TYPES: Final = frozenset({"application/pdf", "image/jpeg", "image/png"})


def missing_of(officer: Mapping[str, Any]) -> list[str]:
    """Return what the form asks of an officer that is not known: `representative` where nobody stands for a member."""
    if officer["person_id"] is None:
        return ["representative"]
    return [name for name in ASKED if officer[name] is None]
