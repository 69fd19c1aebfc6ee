from typing import Annotated
from uuid import UUID

from ombelle_chassis.typed_texts import LINES
from pydantic import BaseModel, ConfigDict, Field

from ombelle_members.elections.domain import Constituency


class PaperVoters(BaseModel):
    """Who votes on paper, as entries of the meeting's roll."""

    model_config = ConfigDict(extra="forbid")

    poll_id: UUID
    voices: Annotated[
        list[UUID], Field(min_length=1, max_length=300, json_schema_extra={"uniqueItems": True})
    ]


class PaperBallots(BaseModel):
    """Paper ballots that were counted by hand; `counts` by candidacy."""

    model_config = ConfigDict(extra="forbid")

    poll_id: UUID
    ballots: int = Field(ge=1, le=10_000)
    blank: int = Field(default=0, ge=0, le=10_000)
    counts: dict[UUID, Annotated[int, Field(ge=0, le=10_000)]] = Field(max_length=300)


class LotDrawn(BaseModel):
    """What a lot decided between those with as many votes, and how it was drawn."""

    model_config = ConfigDict(extra="forbid")

    constituency: Constituency
    elected: Annotated[
        list[UUID], Field(min_length=1, max_length=22, json_schema_extra={"uniqueItems": True})
    ]
    note: Annotated[str, Field(max_length=1000), *LINES]
