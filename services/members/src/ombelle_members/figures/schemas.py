from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from pydantic import BaseModel, Field, StringConstraints

Year = Annotated[int, Field(ge=1990, le=2199)]
MemberKind = Literal["legal", "natural"]
College = Literal["A", "B", "C", "D"]
FeeCategory = Literal["natural", "small", "medium", "large"]


class RowsQuery(ListQuery):
    """Which part of a figure is opened."""

    value: Annotated[str, StringConstraints(max_length=100)] | None = Field(
        default=None, description="Of a figure of several parts, which one."
    )


class KindCounts(BaseModel):
    """Members by what they are."""

    legal: int
    natural: int


class BoardCounts(KindCounts):
    """Seats that are held, the team's beside the elected posts."""

    staff: int
    total: int


class MemberFigures(BaseModel):
    """The figures of a year, as the yearly report names them."""

    members: int
    members_by_kind: KindCounts
    new_members: int
    fees_eur: int | float
    board: BoardCounts
    officers: int
    board_meetings: int
    general_assemblies: int


class FeeFigures(BaseModel):
    """The fees of a year, in euros and in rows."""

    called: int
    paid: int
    called_eur: int | float
    received_eur: int | float
    waived_eur: int | float
    remaining_eur: int | float
    received_in_year_eur: int | float


class Departures(BaseModel):
    """Who left, by why."""

    total: int
    by_reason: dict[str, int]


class FigurePart(BaseModel):
    """One part of a breakdown."""

    value: str
    members: int
    arrivals: int
    departures: int


class YearCourse(BaseModel):
    """A year beside others."""

    year: int
    members: int
    arrivals: int
    departures: int
    called_eur: int | float
    received_eur: int | float


class MemberCountingRule(BaseModel):
    """By which rule a figure was counted, in French and in English."""

    fr: str
    en: str


class MemberCountingRules(BaseModel):
    """By which rules was counted, by the names of figures."""

    version: int
    texts: dict[str, MemberCountingRule]


class MemberReport(BaseModel):
    """A year of the association; `previous` is the year before, where there were members. `course` ends with the year."""

    year: int
    counted_at: datetime
    members: MemberFigures
    previous: MemberFigures | None
    departures: Departures
    fees: FeeFigures
    by_college: list[FigurePart]
    by_department: list[FigurePart]
    by_kind: list[FigurePart]
    by_fee_category: list[FigurePart]
    course: list[YearCourse]
    years: list[int]
    rules: MemberCountingRules


class CountedMember(BaseModel):
    """A member that a figure counts, in the college of the day; `ended_on` where they left in the year or since."""

    kind: Literal["member"]
    id: UUID
    member_id: UUID
    number: int
    name: str | None
    member_kind: MemberKind
    college: College
    department: str
    organisation_kind: str
    fee_category: FeeCategory
    began_on: date
    ended_on: date | None
    ended_as: str | None


class CountedFee(BaseModel):
    """A fee of the year."""

    kind: Literal["fee"]
    id: UUID
    member_id: UUID
    name: str | None
    fee_category: FeeCategory
    amount_eur: int | float
    received_eur: int | float
    remaining_eur: int | float
    state: str
    called_on: date
    due_on: date


class CountedPayment(BaseModel):
    """A payment that came in the year."""

    kind: Literal["payment"]
    id: UUID
    member_id: UUID
    name: str | None
    fee_year: int
    amount_eur: int | float
    received_on: date
    method: str


class CountedSeat(BaseModel):
    """A post that is held."""

    kind: Literal["seat"]
    id: UUID
    member_id: UUID
    name: str | None
    member_kind: MemberKind
    post_number: int
    renewal_group: int
    began_on: date
    expected_end_on: date


class CountedOffice(BaseModel):
    """An office of the bureau that is held."""

    kind: Literal["office"]
    id: UUID
    member_id: UUID
    name: str | None
    role: str
    rank: int
    began_on: date
    expected_end_on: date


class CountedMeeting(BaseModel):
    """A meeting that was held."""

    kind: Literal["meeting"]
    id: UUID
    body: str
    title: str
    purpose: str
    held_on: date


Counted = CountedMember | CountedFee | CountedPayment | CountedSeat | CountedOffice | CountedMeeting


class MemberReportRows(BaseModel):
    """A page of what a figure was counted from."""

    items: list[Annotated[Counted, Field(discriminator="kind")]]
    next: str | None
    total: int
