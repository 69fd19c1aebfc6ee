from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_days import WrittenDay
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES
from pydantic import BaseModel, ConfigDict, Field, StrictBool

from ombelle_loans.availability.schemas import Department
from ombelle_loans.loans.domain import CancelledBy, FeeState, Part, Sort, Status
from ombelle_loans.loans.transitions import Action
from ombelle_loans.requests.domain import Channel
from ombelle_loans.vocabulary import Basis

_Reason = Annotated[str, Field(max_length=5000), *LINES]


class NamedOrganisation(BaseModel):
    """An organisation; without a name where only its merge was heard of."""

    id: UUID
    name: str | None
    kind: str | None


class OwnerOut(BaseModel):
    """Whose item it is."""

    id: UUID
    name: str | None


class Place(BaseModel):
    """Where the items go."""

    name: str
    address: str | None
    commune_insee: str
    commune_name: str | None
    department: str


class RequestOfLoan(BaseModel):
    """The request that a loan is part of."""

    id: UUID
    number: int
    channel: Channel


class ItemOfLoan(BaseModel):
    """What is lent; the agency's without an owner."""

    id: UUID
    slug: str
    title: str
    category: str
    owner: OwnerOut | None


class FormatOfLoan(BaseModel):
    """In which format."""

    id: UUID
    format: str
    label: str | None


class UnitOfLoan(BaseModel):
    """A copy, or a module of one, that goes out."""

    id: UUID
    code: str
    name: str | None
    copy_number: int
    module_number: int | None


class DaysOut(BaseModel):
    """Days, both ends counted."""

    starts_on: date
    ends_on: date


class HoldOut(BaseModel):
    """A hold. One that came from the waiting list was offered, and waits for the borrower's answer until accepted."""

    until: datetime
    offered_at: datetime | None
    offer_accepted_at: datetime | None


class WaitingLoanOut(BaseModel):
    """Since when a loan waits, and its place among those that wait for the same days."""

    since: datetime
    place: int


class CancellationOut(BaseModel):
    """By whom a loan was cancelled and why, the days that were lost, and how many days before its start."""

    by: CancelledBy
    reason: str | None
    on: date
    days_lost: int
    notice_days: int


class MemberStatus(BaseModel):
    """What members said of the borrower on the loan's first day, frozen."""

    is_member: bool
    on: date


class TariffOfFee(BaseModel):
    """The tariff by which a fee is worked out: once, or for each period begun; in force since a day."""

    basis: Basis
    period_days: int | None
    member_cents: int
    other_cents: int
    since: date


class ExtensionOut(BaseModel):
    """The last day that the borrower asks for, as long as the lender has not answered."""

    ends_on: date
    asked_at: datetime
    message: str | None


class FeeOut(BaseModel):
    """What the loan costs, in cents; to be settled without an amount."""

    state: FeeState
    cents: int | None
    reason: str | None
    tariff_id: UUID | None
    tariff: TariffOfFee | None
    member_status: MemberStatus | None


class PapersOut(BaseModel):
    """The papers of a loan, by their ids; `certificates_waiting` are those that its lender has not looked at yet."""

    agreement_id: UUID | None
    signed_agreement_id: UUID | None
    insurance_asked: Literal["none", "clause", "certificate", "yearly"] | None
    insurance_certificate_id: UUID | None
    insurance_waiver: str | None
    certificates_waiting: int
    condition_report_out_id: UUID | None
    condition_report_in_id: UUID | None


class LoanOut(BaseModel):
    """A loan. `blocked` are the days that it keeps its units from others, with the lender's buffers."""

    id: UUID
    number: int
    request: RequestOfLoan
    status: Status
    item: ItemOfLoan
    format: FormatOfLoan
    modules: list[int] | None
    units: list[UnitOfLoan]
    organisation: NamedOrganisation
    place_of_use: Place
    starts_on: date
    ends_on: date
    days: int
    blocked: DaysOut | None
    is_late: bool
    is_at_risk: bool
    hold: HoldOut | None
    waiting: WaitingLoanOut | None
    decline_reason: str | None
    cancellation: CancellationOut | None
    extension: ExtensionOut | None
    fee: FeeOut
    papers: PapersOut
    went_out_on: date | None
    returned_on: date | None
    version: int
    created_at: datetime
    updated_at: datetime
    allowed_actions: list[Action]


class LoansQuery(ListQuery):
    """Which loans are listed; `since` and `until` bound the days on which they are out."""

    status: list[Status] = Field(default_factory=list, max_length=13)
    item: UUID | None = None
    organisation: UUID | None = None
    since: WrittenDay | None = None
    until: WrittenDay | None = None
    late: bool | None = None
    side: Literal["borrower", "lender"] | None = None
    q: Annotated[str, Field(max_length=200), *LINE] | None = None
    department: Department | None = Field(default=None, description="That of the place of use.")
    extension_asked: bool | None = None
    sort: Sort = Field(
        default="newest", description="The last asked for first, or by the first or the last days."
    )
    to_invoice: bool | None = Field(
        default=None, description="Only those that an invoice may be issued for, or only the others."
    )


class Loans(BaseModel):
    """A page of loans, the newest first."""

    items: list[LoanOut]
    next: str | None
    total: int


class Change(BaseModel):
    """One thing that a step changed."""

    name: str
    before: str | int | bool | None
    after: str | int | bool | None


class EntryOut(BaseModel):
    """One line of a loan's history."""

    id: UUID
    at: datetime
    action: str
    label: str
    part: Part
    is_mine: bool
    status: Status
    reason: str | None
    changes: list[Change]


class LoanHistory(BaseModel):
    """A page of a loan's history, the last first."""

    items: list[EntryOut]
    next: str | None


class LoanPatch(BaseModel):
    """Other days for a loan that is not agreed on yet; those left out stay as they are."""

    model_config = ConfigDict(extra="forbid")

    starts_on: WrittenDay | None = None
    ends_on: WrittenDay | None = None


class ChosenUnits(BaseModel):
    """Which units go out; without them, the first copies that are free."""

    model_config = ConfigDict(extra="forbid")

    unit_ids: list[UUID] | None = Field(default=None, min_length=1, max_length=200)


class NewEnd(BaseModel):
    """Another last day."""

    model_config = ConfigDict(extra="forbid")

    ends_on: WrittenDay


class LaterEnd(NewEnd):
    """A later last day, and why."""

    message: Annotated[Annotated[str, Field(max_length=2000), *LINES] | None, BLANK_IS_NOTHING] = None


class Why(BaseModel):
    """Why something is done."""

    model_config = ConfigDict(extra="forbid")

    reason: _Reason


class LoanCancellation(Why):
    """Why a loan is cancelled. A borrower cancels in its own name; a lender says by whom."""

    by: CancelledBy | None = None


class OnDay(BaseModel):
    """The day on which something came back; today, unless told."""

    model_config = ConfigDict(extra="forbid")

    on: WrittenDay | None = None


class FeeWrite(BaseModel):
    """What settles a fee: whether the borrower is a member, by the tariff; or an amount in cents, with its reason."""

    model_config = ConfigDict(extra="forbid")

    is_member: StrictBool | None = None
    cents: int | None = Field(default=None, ge=0, le=100_000_000)
    reason: Annotated[str, Field(max_length=500), *LINE] | None = None
