"""The words of figures. Plain Python."""

from typing import Final, Literal, get_args

NO_THEME: Final = "none"
"""What loans of an item without a theme are listed under."""
TOP: Final = 3
"""Items among the most lent."""

Figure = Literal[
    "items",
    "items_by_category",
    "new_items",
    "new_formats",
    "items_lent",
    "loans",
    "days_out",
    "top_items",
    "top_items_days",
    "cancelled",
    "fees",
    "evaluations",
    "evaluations_missing",
    "satisfaction",
    "audience",
    "audience_method",
    "school_borrowers",
    "school_borrowers_pass_culture",
    "by_kind",
    "by_department",
    "by_channel",
    "by_month",
    "by_theme",
]
FIGURES: Final[tuple[Figure, ...]] = get_args(Figure)
"""What opens its rows; those that are split take the value of the part."""
SPLIT: Final = frozenset(
    {
        "items_by_category", "satisfaction", "audience_method", "by_kind", "by_department", "by_channel", "by_month",
        "by_theme", "top_items",
    }
)  # fmt: skip
"""Figures of several parts: `value` says which one, and without it all of them are opened."""


def euros(cents: int) -> int | float:
    """Return an amount in euros, whole where it is."""
    return cents // 100 if cents % 100 == 0 else cents / 100
