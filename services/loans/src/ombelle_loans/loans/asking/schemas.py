from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ombelle_chassis.email_addresses import OptionalEmailAddress
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_days import WrittenDay
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES, NAME
from pydantic import MISSING, BaseModel, ConfigDict, Field, StrictBool

from ombelle_loans.loans.domain import FeeState
from ombelle_loans.loans.schemas import LoanOut, MemberStatus, NamedOrganisation, Place, TariffOfFee
from ombelle_loans.requests.domain import INSEE, Channel, PassCultureState

_Name = Annotated[str, Field(max_length=200), *NAME]
_Address = Annotated[Annotated[str, Field(max_length=500), *LINES] | None, BLANK_IS_NOTHING]
_Commune = Annotated[Annotated[str, Field(max_length=100), *LINE] | None, BLANK_IS_NOTHING]
_Message = Annotated[Annotated[str, Field(max_length=5000), *LINES] | None, BLANK_IS_NOTHING]
_Offer = Annotated[Annotated[str, Field(max_length=50), *LINE] | None, BLANK_IS_NOTHING]


class PlaceWrite(BaseModel):
    """Where the items go."""

    model_config = ConfigDict(extra="forbid")

    name: _Name
    address: _Address = None
    commune_insee: str = Field(pattern=f"^(?:{INSEE})$")
    commune_name: _Commune = None


class Signatory(BaseModel):
    """Who signs the agreement, and in what capacity: mayor, president, head of school."""

    model_config = ConfigDict(extra="forbid")

    name: _Name
    capacity: _Name
    email: OptionalEmailAddress = None


class AskedLoan(BaseModel):
    """One item to borrow.

    Without `format_id`, the item's only format; without `modules`, all of it. Where it is not free,
    `waitlist_if_taken` lets it wait instead of refusing; where the lender's rules refuse, `as_exception` asks all the
    same, and nothing is held until the lender answers.
    """

    model_config = ConfigDict(extra="forbid")

    item_id: UUID
    format_id: UUID | None = None
    modules: list[Annotated[int, Field(ge=1, le=200)]] | None = Field(
        default=None, min_length=1, max_length=200
    )
    starts_on: WrittenDay
    ends_on: WrittenDay
    waitlist_if_taken: StrictBool = False
    as_exception: StrictBool = False


class LoanRequestCreate(BaseModel):
    """What an organisation asks to borrow."""

    model_config = ConfigDict(extra="forbid")

    organisation_id: UUID
    place_of_use: PlaceWrite
    signatory: Signatory | None = None
    channel: Channel = "direct"
    pass_culture_offer: _Offer = None
    message: _Message = None
    loans: list[AskedLoan] = Field(min_length=1, max_length=20)


class QuotedLoan(BaseModel):
    """One item whose price is asked for."""

    model_config = ConfigDict(extra="forbid")

    item_id: UUID
    starts_on: WrittenDay
    ends_on: WrittenDay


class QuoteAsked(BaseModel):
    """For whom, and which items."""

    model_config = ConfigDict(extra="forbid")

    organisation_id: UUID
    loans: list[QuotedLoan] = Field(min_length=1, max_length=20)


class QuoteOfLoan(BaseModel):
    """What one item would cost; to be settled without an amount, `tariff` is null where none is in force then."""

    item_id: UUID
    starts_on: date
    ends_on: date
    days: int
    state: FeeState
    cents: int | None
    tariff: TariffOfFee | None
    member_status: MemberStatus | None


class Quotes(BaseModel):
    """What a request would cost, in its order. `total_cents` is null as long as one of the amounts is to be settled."""

    loans: list[QuoteOfLoan]
    total_cents: int | None


class LoanRequestPatch(BaseModel):
    """The fields to change; those left out stay as they are."""

    model_config = ConfigDict(extra="forbid")

    place_name: _Name | MISSING = MISSING
    place_address: _Address = None
    signatory: Signatory | MISSING = MISSING
    message: _Message = None
    pass_culture_offer: _Offer = None
    pass_culture_state: PassCultureState | MISSING = MISSING


class SignatoryOut(BaseModel):
    """Who signs the agreement."""

    name: str
    capacity: str
    email: str | None


class PassCultureBooking(BaseModel):
    """The booking at pass Culture."""

    offer_number: str | None
    state: PassCultureState


class LoanRequestOut(BaseModel):
    """A request with its loans. `signatory` is null where none was told, or that person was erased."""

    id: UUID
    number: int
    organisation: NamedOrganisation
    place_of_use: Place
    signatory: SignatoryOut | None
    channel: Channel
    pass_culture: PassCultureBooking | None
    message: str | None
    loans: list[LoanOut]
    version: int
    created_at: datetime
    updated_at: datetime
    allowed_actions: list[str]


class LoanRequestsQuery(ListQuery):
    """Which requests are listed."""

    organisation: UUID | None = None


class LoanRequests(BaseModel):
    """A page of requests, the newest first."""

    items: list[LoanRequestOut]
    next: str | None
    total: int
