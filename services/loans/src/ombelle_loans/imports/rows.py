"""The rows of each table: what their cells may say. Faults are told by row and column, in French."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Literal, Self

from ombelle_chassis.cells import (
    Choice,
    Day,
    Euros,
    Insee,
    Line,
    Lines,
    Number,
    Reference,
    as_list,
    as_text,
    as_whole,
)
from ombelle_chassis.typed_texts import LINES
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from ombelle_loans.evaluations.domain import HowKnown, Method, Satisfaction
from ombelle_loans.imports.domain import Table
from ombelle_loans.loans.domain import LONGEST, CancelledBy
from ombelle_loans.vocabulary import Audience, Category, Format, Handling, Theme


def _since_1990(day: date) -> date:
    if day < date(1990, 1, 1):
        raise ValueError("Une date entre 1990 et 2199 est attendue.")
    return day


_Day = Annotated[Day, AfterValidator(_since_1990)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class OrganisationRow(_Row):
    """Who is who: what the other tables call an organisation of the directory."""

    organisation_id: Reference
    name: Line
    insee: Insee | None = None


class ItemRow(_Row):
    """An item, or with `format_of` another format of one."""

    item_id: Reference
    title: Line
    category: Category
    format: Format
    format_of: Reference | None = None
    owner_organisation_id: Reference | None = None
    added_on: _Day
    retired_on: _Day | None = None
    insurance_value_eur: Euros | None = None
    abstract: Annotated[str | None, Field(max_length=600), *LINES] = None
    description: Annotated[str | None, Field(max_length=10_000), *LINES] = None
    themes: Annotated[list[Theme], BeforeValidator(as_list)] = Field(default_factory=list)
    audiences: Annotated[list[Audience], BeforeValidator(as_list)] = Field(default_factory=list)
    producer: Line | None = None
    year: Annotated[int | None, BeforeValidator(as_whole), Field(ge=1900, le=2100)] = None
    panels: Annotated[int | None, BeforeValidator(as_whole), Field(ge=0, le=1000)] = None
    space_m2: Number | None = None
    weight_kg: Number | None = None
    packages: Annotated[int | None, BeforeValidator(as_whole), Field(ge=0, le=10_000)] = None
    needs_power: Choice | None = None
    copies: Annotated[int, BeforeValidator(as_whole), Field(ge=1, le=100)] = 1
    handling: Handling = "handled_here"
    contact_email: Line | None = None
    contact_phone: Annotated[str | None, BeforeValidator(as_text), Field(max_length=40)] = None

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if self.retired_on is not None and self.retired_on < self.added_on:
            raise ValueError("Le retrait vient après l'ajout.")
        if self.owner_organisation_id is None and self.handling != "handled_here":
            raise ValueError("Ce qui est à l'agence se prête ici.")
        reached = {"forwarded": self.contact_email, "contact_only": self.contact_email or self.contact_phone}
        if self.handling in reached and reached[self.handling] is None:
            raise ValueError("Dites comment joindre la structure.")
        return self


class LoanRow(_Row):
    """A loan of before Ombelle, over, cancelled or under way; both days are of the loan."""

    loan_id: Reference
    item_id: Reference
    borrower_organisation_id: Reference
    channel: Literal["direct", "pass_culture"] = "direct"
    pass_culture_offer: Annotated[str | None, BeforeValidator(as_text), Field(max_length=50)] = None
    starts_on: _Day
    ends_on: _Day
    status: Literal["confirmed", "out", "returned", "inspected", "closed", "cancelled", "expired"]
    returned_on: _Day | None = None
    cancelled_on: _Day | None = None
    cancelled_by: CancelledBy = "borrower"
    cancel_reason: Lines | None = None
    fee_eur: Euros = Decimal(0)

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if not self.starts_on <= self.ends_on:
            raise ValueError("Le dernier jour vient après le premier.")
        if (self.ends_on - self.starts_on).days >= LONGEST:
            raise ValueError("Un prêt dure trois ans au plus.")
        if self.returned_on is not None and self.returned_on < self.starts_on:
            raise ValueError("Un outil rentre après être sorti.")
        if (self.status == "cancelled") != (self.cancelled_on is not None):
            raise ValueError("Un prêt annulé, et lui seul, dit quand il l'a été.")
        if self.pass_culture_offer is not None and self.channel != "pass_culture":
            raise ValueError("Seul un prêt du pass Culture a un numéro d'offre.")
        return self


class EvaluationRow(_Row):
    """What the borrower of an imported loan said of it."""

    loan_id: Reference
    satisfaction: Satisfaction
    satisfaction_welcome: Satisfaction | None = None
    satisfaction_logistics: Satisfaction | None = None
    audience_method: Method
    audience: Number | None = None
    audience_types: Annotated[list[Audience], BeforeValidator(as_list)] = Field(default_factory=list)
    first_time: Choice | None = None
    how_known: HowKnown | None = None
    pleased: Lines | None = None
    content_remarks: Lines | None = None
    answered_on: _Day | None = None

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if (self.audience is None) != (self.audience_method == "unknown"):
            raise ValueError("Un public compté ou estimé a un nombre ; un public inconnu n'en a pas.")
        return self


class ReturnRow(_Row):
    """What a contributor told of a year."""

    organisation_id: Reference
    year: Annotated[int, BeforeValidator(as_whole), Field(ge=1990, le=2199)]
    loans: Annotated[int, BeforeValidator(as_whole), Field(ge=0, le=100_000)]
    days: Annotated[int, BeforeValidator(as_whole), Field(ge=0, le=10_000_000)]

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if self.days < self.loans or (self.loans == 0) != (self.days == 0):
            raise ValueError("Un prêt dure un jour au moins, et sans prêt il n'y a pas de jours.")
        return self

    @property
    def of_year(self) -> str:
        """What names the row."""
        return f"{self.organisation_id}, {self.year}"


ROWS: Final[dict[Table, type[_Row]]] = {
    "organisations": OrganisationRow,
    "items": ItemRow,
    "loans": LoanRow,
    "loan_evaluations": EvaluationRow,
    "contributor_returns": ReturnRow,
}
KEYS: Final[dict[Table, str]] = {
    "organisations": "organisation_id",
    "items": "item_id",
    "loans": "loan_id",
    "loan_evaluations": "loan_id",
    "contributor_returns": "of_year",
}
"""What names a row: a column, but for returns."""
