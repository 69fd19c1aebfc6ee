"""Items as they stand at one moment, read by one statement for any number of questions about them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

from ombelle_loans.availability.computing import Stock
from ombelle_loans.availability.days import Days, today_in_paris
from ombelle_loans.availability.domain import WHOLE, Answer, Choice, Unit
from ombelle_loans.availability.lent_by import RULES_OF, FormatRules, reach_of, rules_of
from ombelle_loans.availability.store import UNITS_OF, units_of


def _numbered(statement: str, *names: str) -> str:
    """Return a statement with its parameters as the driver names them, by their places."""
    for place, name in enumerate(names, start=1):
        statement = statement.replace(f":{name}", f"${place}")
    return statement


_UNITS: Final = UNITS_OF.format("u.format_id = r.format_id")
_READ: Final = _numbered(
    f"SELECT r.*, (SELECT array_agg(u) FROM ({_UNITS}) u) AS units "  # noqa: S608 (all of it is written here)
    f"FROM ({RULES_OF.format('f.item_id = ANY (:items)')}) r",
    "items",
    "first",
    "last",
)


@dataclass(frozen=True, slots=True)
class Sight:
    """Every format of some items: their lenders' rules, their units and what blocks these.

    `expired` are the loans whose hold blocks nothing any more, though it is not released yet.
    """

    formats: Mapping[UUID, FormatRules]
    units: Mapping[UUID, Sequence[Unit]]
    expired: frozenset[UUID]
    today: date
    _stocks: dict[tuple[UUID, str | None], Stock] = field(default_factory=dict)

    def answer(
        self, format_id: UUID, days: Days, choice: Choice = WHOLE, *, department: str | None = None
    ) -> Answer:
        """Say whether days are free, and if not why, and when next."""
        # Many may ask by what was read once.
        stock = self._stocks.get((format_id, department))
        if stock is None:
            rules = self.formats[format_id].rules_for(department)
            stock = self._stocks[format_id, department] = Stock(self.units[format_id], rules, self.today)
        return stock.answer(days, choice)


async def look_at_items(driver: Any, items: Collection[UUID], asked: Collection[Days]) -> Sight:
    """Read what answers about these items need, on days as far apart as these. Nothing is locked.

    It is sent to the driver: where no transaction has begun, none is begun for it either.
    """
    today = today_in_paris()
    whole = Days(min(days.first for days in asked), max(days.last for days in asked))
    reach = reach_of(whole, today)
    rows = await driver.fetch(_READ, list(items), reach.first, reach.last)
    formats = {row["format_id"]: rules_of(row, reach) for row in rows}
    units, expired = units_of(formats, (unit for row in rows for unit in row["units"] or ()))
    return Sight(formats, units, frozenset(expired), today)
