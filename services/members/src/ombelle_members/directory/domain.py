"""The words of the public directory. Plain Python."""

from typing import Final, Literal, get_args

Field = Literal[
    "name",
    "kind",
    "address",
    "postal_code",
    "commune_insee",
    "commune_name",
    "latitude",
    "longitude",
    "website",
    "email",
    "phone",
    "description",
    "themes",
    "offers",
]
CORRECTABLE: Final[tuple[Field, ...]] = get_args(Field)
"""What anybody may say is wrong on an organisation's page."""
PAIRS: Final = (("commune_insee", "commune_name"), ("latitude", "longitude"))
"""Fields that only mean something together, and are decided together."""
Decision = Literal["accepted", "refused"]
Origin = Literal["organisation", "account", "visitor"]
"""Who asks: somebody who acts for the organisation, somebody else with an account, anybody."""
MOST_WAITING: Final = 5
"""Corrections of one organisation that wait at a time, from strangers: whoever reads them is one person."""
MOST_A_DAY: Final = 100
"""Corrections that strangers ask for in a day, of all organisations together."""
