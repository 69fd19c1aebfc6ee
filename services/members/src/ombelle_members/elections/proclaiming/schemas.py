from typing import Annotated, Literal

from ombelle_chassis.typed_texts import LINES
from pydantic import BaseModel, ConfigDict, Field

from ombelle_members.typed_days import Day

Reason = Annotated[str, Field(max_length=2000), *LINES]


class ElectionContest(BaseModel):
    """That an election is contested."""

    model_config = ConfigDict(extra="forbid")

    on: Day
    reason: Reason


class ContestSettled(BaseModel):
    """What became of a contest."""

    model_config = ConfigDict(extra="forbid")

    on: Day
    outcome: Literal["annulled", "upheld"]
    reason: Reason
