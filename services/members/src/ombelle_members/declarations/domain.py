"""The words of declarations. Plain Python."""

from collections.abc import Mapping
from typing import Final, Literal

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
