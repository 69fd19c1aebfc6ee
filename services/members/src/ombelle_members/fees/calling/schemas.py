from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ombelle_members.fees.domain import Category, College
from ombelle_members.fees.schemas import Cents, FeeMember, OptionalReason, Year
from ombelle_members.typed_days import Day

WhyNotCalled = Literal["called_already", "no_tariff"]
WhyNotReminded = Literal["settled", "not_late", "recently_reminded", "no_address", "unknown"]


class MemberFeeWrite(BaseModel):
    """A fee to call from one member."""

    model_config = ConfigDict(extra="forbid")

    year: Year
    due_on: Day | None = Field(
        default=None, description="Where it is not told, as many days on as settings say."
    )
    amount_cents: Cents | None = Field(default=None, description="Where it is not the tariff's.")
    amount_reason: OptionalReason = Field(default=None, description="Why it is not.")
    tells: bool = Field(default=True, strict=True, description="`false`: no mail is written.")

    @model_validator(mode="after")
    def _amounts_have_reasons(self) -> Self:
        if self.amount_cents is not None and self.amount_reason is None:
            raise ValueError("Dites pourquoi le montant n’est pas celui du barème.")
        return self


class CallWrite(BaseModel):
    """The yearly call: everybody who is a member, and whose fee of the year was not called yet."""

    model_config = ConfigDict(extra="forbid")

    year: Year
    due_on: Day | None = Field(
        default=None, description="Where it is not told, as many days on as settings say."
    )
    dry_run: bool = Field(default=True, strict=True, description="`true` only tells what would be done.")
    tells: bool = Field(default=True, strict=True, description="`false`: no mail is written.")


class CalledFee(BaseModel):
    """Whose fee is called, and how much; `is_told` where somebody can be written to."""

    fee_id: UUID | None = Field(description="null in a rehearsal.")
    member: FeeMember
    category: Category
    college: College
    amount_cents: int
    is_told: bool


class NotCalled(BaseModel):
    """Whose fee is not called, and why."""

    member: FeeMember
    category: Category
    college: College
    why: WhyNotCalled


class CallReport(BaseModel):
    """What a call did, or would do."""

    year: int
    due_on: date
    dry_run: bool
    called: list[CalledFee]
    left_out: list[NotCalled]
    amount_cents: int


class RemindWrite(BaseModel):
    """Who is reminded: of these fees, or of all that are late."""

    model_config = ConfigDict(extra="forbid")

    fees: Annotated[list[UUID], Field(min_length=1, max_length=1000)] | None = None
    dry_run: bool = Field(default=True, strict=True, description="`true` only tells what would be done.")


class Reminded(BaseModel):
    """Of what somebody is reminded."""

    fee_id: UUID
    member: FeeMember
    year: int
    remaining_cents: int
    days_late: int
    reminders: int = Field(description="How many there were before.")


class NotReminded(BaseModel):
    """Of what nobody is reminded, and why."""

    fee_id: UUID
    member: FeeMember | None
    year: int | None
    why: WhyNotReminded


class RemindReport(BaseModel):
    """What reminding did, or would do."""

    dry_run: bool
    reminded: list[Reminded]
    left_out: list[NotReminded]
