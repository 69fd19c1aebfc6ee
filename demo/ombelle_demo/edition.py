"""When the festival takes place, and what follows from its year."""

from dataclasses import dataclass
from datetime import date, timedelta

DAYS = 11
KEY = "demo-key"
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Edition:
    """One October edition: from the first Friday of October, eleven days, to the second Monday after it."""

    year: int

    @property
    def starts_on(self) -> date:
        """The first Friday of October."""
        first = date(self.year, 10, 1)
        return first + timedelta(days=(_FRIDAY - first.weekday()) % 7)

    @property
    def ends_on(self) -> date:
        """The last day, included."""
        return self.starts_on + timedelta(days=DAYS - 1)

    @property
    def agenda_uid(self) -> int:
        """Each edition has an agenda of its own, as on the national platform; 47110815 is the one of 2027."""
        return 47_110_815 + 7_919 * (self.year - 2027)

    def event_uid(self, number: int) -> int:
        """The uid of the event of that number (0 to 999): the same each time, never shared by two years."""
        # A multiplier prime to the modulus is a bijection: two (year, number) never meet.
        return 10_000_000 + ((self.year * 1000 + number) * 48_271) % 89_999_987

    def location_uid(self, number: int) -> int:
        """The uid of the place of that number; places keep their uid from one edition to the next."""
        return 10_000_000 + ((7_000_000 + number) * 48_271) % 89_999_987


def coming(today: date) -> Edition:
    """The first edition whose last day is `today` or later."""
    edition = Edition(today.year)
    return edition if edition.ends_on >= today else Edition(today.year + 1)
