from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import OptionalMessage
from pydantic import BaseModel, ConfigDict, Field

from ombelle_members.governance.domain import (
    EVERY_POST,
    College,
    OfficeEnd,
    OfficeRole,
    TermBegin,
    TermEnd,
)
from ombelle_members.typed_days import Day


class _Write(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SeatedMember(BaseModel):
    """A member as it sits: what it is called, its college, and who speaks for it, on the day that is told of."""

    id: UUID
    kind: Literal["legal", "natural"]
    name: str | None
    college: College | None
    representative: str | None


class PostsQuery(ListQuery):
    """The posts of which day."""

    on: Day | None = Field(default=None, description="The day, today without it.")


class PostWrite(_Write):
    """A post to create."""

    number: int = Field(ge=1, le=EVERY_POST, strict=True)
    renewal_group: Literal[1, 2]
    college: College | None = Field(default=None, description="null: for members of any college.")
    begins_on: Day


class EndWrite(_Write):
    """The first day without."""

    on: Day
    reason: OptionalMessage = None


class PostHolder(BaseModel):
    """Who holds a post."""

    term_id: UUID
    since: date
    began_as: TermBegin
    expected_end_on: date
    member: SeatedMember


class PostOut(BaseModel):
    """An elected post. `next_renewal_on` is when whoever sits, or fills it, is expected to leave."""

    id: UUID
    number: int
    renewal_group: int
    college: College | None
    begins_on: date
    abolished_on: date | None
    holder: PostHolder | None
    next_renewal_on: date | None
    version: int
    allowed_actions: list[str]


class Posts(BaseModel):
    """The posts of a day, by their numbers."""

    items: list[PostOut]
    next: str | None
    total: int


class PostBrief(BaseModel):
    """Which post."""

    id: UUID
    number: int
    renewal_group: int
    college: College | None


class TermsQuery(ListQuery):
    """Which terms."""

    on: Day | None = None
    post: UUID | None = None
    member: UUID | None = None


class TermWrite(_Write):
    """A co-option: a member that fills a vacancy for what remains of the term."""

    post_id: UUID
    member_id: UUID
    on: Day
    expected_end_on: Day | None = Field(
        default=None, description="Only where nothing tells when the post's group is renewed."
    )


class TermEndWrite(EndWrite):
    """How a term ends."""

    ended_as: Literal["resignation", "death", "revocation", "lost_quality"]


class RatifyWrite(_Write):
    """The assembly's day."""

    on: Day


class TermOut(BaseModel):
    """A board term. `ended_on` is the first day without it; a co-option awaits its ratification where bylaws ask for one."""

    id: UUID
    post: PostBrief
    member: SeatedMember
    began_on: date
    began_as: TermBegin
    election_id: UUID | None
    expected_end_on: date
    ratified_on: date | None
    ended_on: date | None
    ended_as: TermEnd | None
    end_reason: str | None
    office: OfficeRole | None
    version: int
    allowed_actions: list[str]


class Terms(BaseModel):
    """Terms, the last begun first."""

    items: list[TermOut]
    next: str | None
    total: int


class OfficesQuery(ListQuery):
    """Which offices."""

    on: Day | None = None
    member: UUID | None = None


class ChosenWrite(_Write):
    """Who is elected to an office."""

    role: OfficeRole
    member_id: UUID
    rank: int = Field(default=1, ge=1, le=10, strict=True)


class BureauWrite(_Write):
    """What the board elected: a whole bureau, or only these offices."""

    on: Day
    is_whole: bool = True
    offices: Annotated[list[ChosenWrite], Field(min_length=1, max_length=EVERY_POST)]


class OfficeEndWrite(_Write):
    """How an office ends."""

    on: Day
    ended_as: Literal["resignation", "revocation"]


class OfficeOut(BaseModel):
    """An office of the bureau. `ended_on` is the first day without it."""

    id: UUID
    role: OfficeRole
    rank: int
    member: SeatedMember
    began_on: date
    expected_end_on: date
    ended_on: date | None
    ended_as: OfficeEnd | None
    version: int
    allowed_actions: list[str]


class Offices(BaseModel):
    """Offices, the last begun first."""

    items: list[OfficeOut]
    next: str | None
    total: int


class Bureau(BaseModel):
    """What was elected."""

    items: list[OfficeOut]
