from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import LINE
from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator

from ombelle_members.elections.domain import Constituency, DecidedBy, Outcome, State, Voting
from ombelle_members.typed_days import Day

Group = Annotated[int, Field(ge=1, le=2)]


class ElectionsQuery(ListQuery):
    """Which elections are asked for."""

    state: State | None = None
    meeting: UUID | None = None


class ElectionWrite(BaseModel):
    """An election at a meeting. The posts that it gives follow from the half that is renewed and from vacancies."""

    model_config = ConfigDict(extra="forbid")

    meeting_id: UUID
    title: Annotated[str, Field(max_length=200), *LINE]
    voting: Voting = "at_meeting"
    renewal_group: Group | None = None
    fills_vacancies: StrictBool = True
    by_college: StrictBool = Field(
        default=False, description="A college's posts are voted on by that college alone."
    )
    candidacies_until: Day | None = None

    @model_validator(mode="after")
    def _gives_something(self) -> "ElectionWrite":
        if self.renewal_group is None and not self.fills_vacancies:
            raise ValueError("Une élection renouvelle une moitié du conseil, ou pourvoit des sièges vacants.")
        return self


class ElectionPatch(BaseModel):
    """What changes of an election before the vote."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Field(max_length=200), *LINE] | None = None
    voting: Voting | None = None
    renewal_group: Group | None = None
    fills_vacancies: StrictBool | None = None
    by_college: StrictBool | None = None
    candidacies_until: Day | None = None


class ElectionSeatOut(BaseModel):
    """A post that the election gives; `until` is when a term that it gives is expected to end."""

    post_id: UUID
    number: int
    renewal_group: int
    college: str | None
    constituency: Constituency
    reason: Literal["renewal", "vacancy"]
    until: date


class ElectionBrief(BaseModel):
    """An election, in a list."""

    id: UUID
    meeting_id: UUID
    meeting_title: str
    title: str
    held_on: date
    voting: Voting
    renewal_group: int | None
    fills_vacancies: bool
    by_college: bool
    candidacies_until: date | None
    state: State
    round: int
    seats: list[ElectionSeatOut]
    candidacies_count: int
    proclaimed_at: datetime | None
    contested_on: date | None
    version: int
    allowed_actions: list[str]


class CandidacyOut(BaseModel):
    """Somebody who stands."""

    id: UUID
    member_id: UUID
    name: str | None
    representative: str | None
    college: str | None
    constituency: Constituency
    statement: str | None
    is_outgoing: bool
    is_mine: bool
    is_withdrawn: bool
    allowed_actions: list[str]


class CandidacyResultOut(BaseModel):
    """What became of a candidacy in a round."""

    candidacy_id: UUID
    name: str | None
    votes: int
    outcome: Outcome
    decided_by: DecidedBy | None


class PaperAdded(BaseModel):
    """Paper ballots that were added at once; who did it is told to the association's team."""

    ballots: int
    at: datetime
    by: str | None


class ElectionRoundOut(BaseModel):
    """The vote of a constituency in a round. Until the count, all that is told is how many have voted."""

    constituency: Constituency
    round: int
    seats: int
    poll_id: UUID
    choices: list[UUID]
    ballots: int
    paper_voters: int
    paper_ballots: int = Field(
        description="How many of those who vote on paper have their ballot in the urn."
    )
    paper_added: list[PaperAdded]
    counted_at: datetime | None
    voters: int | None
    blank: int | None
    paper: int | None
    lot_note: str | None
    results: list[CandidacyResultOut]


class ElectionRulesOut(BaseModel):
    """How it is decided, by the bylaws of the day."""

    majority: Literal["absolute", "relative"]
    rounds: int
    tie: Literal["eldest_membership", "lot", "second_round"]


class ElectionOut(ElectionBrief):
    """An election whole."""

    rules: ElectionRulesOut
    candidacies: list[CandidacyOut]
    rounds: list[ElectionRoundOut]
    proclaimed_by: str | None
    contest_reason: str | None
    settled_on: date | None
    settled_reason: str | None
    meeting_state: str


class Elections(BaseModel):
    """A page of elections, the last first."""

    items: list[ElectionBrief]
    next: str | None
    total: int
    allowed_actions: list[str]


class VotersElection(BaseModel):
    """An election as who votes sees it."""

    id: UUID
    title: str
    state: State
    round: int
    voting: Voting
    rules: ElectionRulesOut
    seats: list[ElectionSeatOut]
    candidacies: list[CandidacyOut]
    rounds: list[ElectionRoundOut]


class VotersElections(BaseModel):
    """The elections of a meeting, for somebody on its roll."""

    items: list[VotersElection]
