from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID

from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE
from pydantic import BaseModel, ConfigDict, Field, model_validator

from ombelle_members.fees.domain import Method
from ombelle_members.fees.schemas import FeeMember
from ombelle_members.typed_days import Day

_Reference = Annotated[Annotated[str, Field(max_length=100), *LINE] | None, BLANK_IS_NOTHING]
Outcome = Literal[
    "taken",
    "known",
    "void",
    "not_paid",
    "unreadable",
    "unknown_member",
    "several_members",
    "nothing_owed",
    "too_much",
]


class PaymentWrite(BaseModel):
    """What was received for a fee. The same reference by the same means counts once."""

    model_config = ConfigDict(extra="forbid")

    method: Method
    reference: _Reference = Field(default=None, description="Of the transfer, the cheque, HelloAsso’s order.")
    received_on: Day = Field(description="Today at the latest.")
    amount_cents: Annotated[int, Field(strict=True, ge=1, le=100_000_000)]

    @model_validator(mode="after")
    def _helloasso_has_references(self) -> Self:
        if self.method == "helloasso" and self.reference is None:
            raise ValueError("Un paiement HelloAsso a une référence de commande.")
        return self


class ImportForm(BaseModel):
    """What came beside the file."""

    model_config = ConfigDict(extra="forbid")

    dry_run: Literal["true", "false"] = "true"


class ImportedRow(BaseModel):
    """What became of a row of the file, by its number there, which counts the header."""

    row: int
    outcome: Outcome
    detail: str
    reference: str | None
    received_on: date | None
    amount_cents: int | None
    member: FeeMember | None
    fee_id: UUID | None


class PaymentsReport(BaseModel):
    """What taking in a file did, or would do; what was not taken stays to be entered by hand."""

    dry_run: bool
    rows: int
    taken: int
    known: int
    left: int
    amount_cents: int = Field(description="Of what was taken.")
    items: list[ImportedRow]
