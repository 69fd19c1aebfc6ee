"""Days and moments as Pydantic types: those that anybody of an association may name.

Further ones are refused: PostgreSQL's driver takes the first and the last day of Python's calendar for infinities,
and a moment at its edge has no day in another time zone.
"""

from datetime import UTC, date, datetime
from typing import Annotated

from ombelle_chassis.typed_days import AS_WRITTEN
from pydantic import AwareDatetime, Field

Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2200, 12, 31)), AS_WRITTEN]
Moment = Annotated[
    AwareDatetime, Field(ge=datetime(1900, 1, 1, tzinfo=UTC), lt=datetime(2201, 1, 1, tzinfo=UTC))
]
