from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from ombelle_members.governance.bylaws import Body, BylawsRules, ProxyRule, QuorumRule
from ombelle_members.governance.composition.domain import AlertFacts, Code, Severity
from ombelle_members.governance.domain import College, OfficeRole, TermBegin
from ombelle_members.typed_days import Day


class OnQuery(BaseModel):
    """The day that is asked about."""

    model_config = ConfigDict(extra="forbid")

    on: Day | None = Field(default=None, description="The day, such as 2023-05-04; today without it.")


class GovernanceBylaws(BaseModel):
    """The bylaws of the day."""

    id: UUID
    adopted_on: date
    since: date
    rules: BylawsRules


class GovernanceHolder(BaseModel):
    """Who holds a post. `representative` speaks for a legal member."""

    member: UUID
    name: str | None
    kind: Literal["legal", "natural"]
    representative: str | None


class GovernancePost(BaseModel):
    """A post on that day; the last three are null where it is vacant."""

    number: int
    renewal_group: int
    college: College | None
    holder: GovernanceHolder | None
    since: date | None
    began_as: TermBegin | None
    expected_end_on: date | None


class GovernanceBoard(BaseModel):
    """The board: its elected posts, and the team's seat beside them."""

    size: int
    filled: int
    staff_seat: bool
    posts: list[GovernancePost]


class GovernanceOffice(BaseModel):
    """An office of the bureau."""

    role: OfficeRole
    rank: int
    member: UUID
    name: str | None
    representative: str | None
    since: date
    expected_end_on: date


class GovernanceCollege(BaseModel):
    """How many members a college has."""

    college: College
    label: str
    members: int


class GovernanceOfficer(BaseModel):
    """Somebody on the list that the State holds."""

    member_id: UUID | None = None
    kind: Literal["legal", "natural"] | None = None
    name: str | None = None
    representative: str | None = None
    capacity: str | None = None


class GovernanceDeclared(BaseModel):
    """The last list of officers that the State had given its receipt for by that day."""

    declaration_id: UUID
    number: int
    occurred_on: date
    submitted_on: date
    receipted_on: date
    receipt_number: str | None
    officers: list[GovernanceOfficer] | None


class Governance(BaseModel):
    """Who sits where on a day. `changes` are the days on which that changed."""

    on: date
    bylaws: GovernanceBylaws | None
    board: GovernanceBoard
    bureau: list[GovernanceOffice]
    colleges: list[GovernanceCollege]
    changes: list[date]
    declared: GovernanceDeclared | None


class GovernanceAlert(BaseModel):
    """Something to look after, by a code and its facts: whoever shows it makes the sentence.

    `due_on` is until when, or when it should have been.
    """

    code: Code
    severity: Severity
    due_on: date | None
    posts: list[int]
    member: UUID | None
    about: AlertFacts


class GovernanceAlerts(BaseModel):
    """What is to be looked after, the most urgent first."""

    on: date
    items: list[GovernanceAlert]


class BodyOut(BaseModel):
    """A body on a day: how many sit there, how many seats it has, and the rules of its meetings."""

    body: Body
    members: int
    seats: int | None
    staff_seat: bool
    quorum: QuorumRule
    proxies: ProxyRule
    notice_days: int


class Bodies(BaseModel):
    """The three bodies on a day."""

    on: date
    items: list[BodyOut]
