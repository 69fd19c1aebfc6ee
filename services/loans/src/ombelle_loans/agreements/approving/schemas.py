from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel

from ombelle_loans.agreements.schemas import Fact, NamedUnit
from ombelle_loans.availability.domain import BlockKind
from ombelle_loans.availability.schemas import Period, RefusalOut
from ombelle_loans.loans.domain import Status
from ombelle_loans.loans.schemas import MemberStatus, NamedOrganisation, UnitOfLoan
from ombelle_loans.vocabulary import Basis, Insurance, UnitState


class NeighbourLoan(BaseModel):
    """The loan that a unit is blocked for."""

    id: UUID
    number: int
    status: Status
    organisation: str | None


class Neighbour(Period):
    """What a unit is blocked by at another time, or in the way. `is_late`: it should be back, and is not."""

    kind: BlockKind
    blocked: Period
    is_late: bool
    loan: NeighbourLoan | None


class UnitToChoose(UnitOfLoan):
    """A unit of the format; `is_chosen` where it is the one that would go out."""

    state: UnitState
    state_note: str | None
    place: str | None
    is_free: bool
    is_chosen: bool
    refusals: list[RefusalOut]
    in_the_way: list[Neighbour]
    before: Neighbour | None
    after: Neighbour | None


class Rival(Period):
    """Another loan of the same format that wants some of these days, and blocks nothing."""

    id: UUID
    number: int
    status: Status
    organisation: NamedOrganisation
    since: datetime


class TariffOfLoan(BaseModel):
    """The tariff of the loan's first day."""

    basis: Basis
    period_days: int | None
    member_cents: int
    other_cents: int


class FeeToAgree(BaseModel):
    """What the loan costs, and by which tariff; to be settled without an amount."""

    cents: int | None
    reason: str | None
    member_status: MemberStatus | None
    tariff: TariffOfLoan | None


class SignatoryToAsk(BaseModel):
    """Who signs; without an address the borrower has it signed on paper."""

    name: str
    capacity: str
    email: str | None


class AgreementPreview(BaseModel):
    """What the agreement would say; its number comes when it is made."""

    lender: str
    facts: list[Fact]
    units: list[NamedUnit]
    text: str


class ApprovalOut(BaseModel):
    """What a lender looks at before answering.

    `refusals` stand against it whoever asks; `set_aside` are the lender's own rules, which it sets aside by approving.
    """

    loan_id: UUID
    is_possible: bool
    blocked: Period
    refusals: list[RefusalOut]
    set_aside: list[RefusalOut]
    next_free: Period | None
    units: list[UnitToChoose]
    rivals: list[Rival]
    fee: FeeToAgree
    insurance: Insurance
    signatory: SignatoryToAsk | None
    agreement: AgreementPreview | None
    agreement_problem: str | None
    today: date
