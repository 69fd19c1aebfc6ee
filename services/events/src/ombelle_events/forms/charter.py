from typing import Final, Literal

CharterRule = Literal["session_in_official_dates", "free_of_charge", "venue_in_territory"]
CHARTER_RULES: Final[tuple[CharterRule, ...]] = (
    "session_in_official_dates",
    "free_of_charge",
    "venue_in_territory",
)
