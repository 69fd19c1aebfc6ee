from typing import Annotated
from uuid import UUID

from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINES
from pydantic import BaseModel, ConfigDict, Field

from ombelle_members.elections.domain import Constituency

Statement = Annotated[Annotated[str, Field(max_length=3000), *LINES] | None, BLANK_IS_NOTHING]


class CandidacyWrite(BaseModel):
    """A candidacy, recorded by the secretariat or by the member's own people."""

    model_config = ConfigDict(extra="forbid")

    member_id: UUID
    constituency: Constituency | None = Field(
        default=None, description="Where both a college's posts and others are to be filled."
    )
    statement: Statement = None
