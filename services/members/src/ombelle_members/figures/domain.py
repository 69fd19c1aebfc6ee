"""The words of figures. Plain Python."""

from typing import Final, Literal, get_args

NONE: Final = "none"
"""What members without a department are listed under: those who are persons, or of whom no commune is known."""
NATURAL: Final = "natural"
"""The kind of members who are persons."""

Figure = Literal[
    "members",
    "members_by_kind",
    "new_members",
    "departures",
    "fees_called",
    "fees_received",
    "fees_waived",
    "fees_remaining",
    "fees_received_in_year",
    "board",
    "officers",
    "board_meetings",
    "general_assemblies",
    "by_college",
    "by_department",
    "by_kind",
    "by_fee_category",
    "arrivals_by_college",
    "departures_by_college",
]
FIGURES: Final[tuple[Figure, ...]] = get_args(Figure)
"""What opens its rows; those that are split take the value of the part."""
SPLIT: Final = frozenset(
    {
        "members_by_kind", "departures", "board", "by_college", "by_department", "by_kind", "by_fee_category",
        "arrivals_by_college", "departures_by_college",
    }
)  # fmt: skip
"""Figures of several parts: `value` says which one, and without it all of them are opened."""


def euros(cents: int) -> int | float:
    """Return an amount in euros, whole where it is."""
    return cents // 100 if cents % 100 == 0 else cents / 100
