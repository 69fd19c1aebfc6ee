"""The rows of each table: what their cells may say. Faults are told by row and column, in French."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, Self

from ombelle_chassis.problems import field_errors
from ombelle_chassis.typed_texts import LINE, LINES
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from ombelle_loans.evaluations.domain import HowKnown, Method, Satisfaction
from ombelle_loans.imports.domain import Fault, Sheet, Table
from ombelle_loans.loans.domain import LONGEST, CancelledBy
from ombelle_loans.vocabulary import Audience, Category, Format, Handling, Theme

_FRENCH_DAY: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_YES: Final = {"true", "oui", "vrai", "1", "yes"}
_NO: Final = {"false", "non", "faux", "0", "no"}


def _text(value: Any) -> Any:
    # A spreadsheet makes numbers of codes.
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _day(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str) and (found := _FRENCH_DAY.fullmatch(value)):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    return value


def _known_day(day: date) -> date:
    if not date(1990, 1, 1) <= day < date(2200, 1, 1):
        raise ValueError("Une date entre 1990 et 2199 est attendue.")
    return day


def _euros(value: Any) -> Any:
    return value.replace("\u202f", "").replace(" ", "").replace(",", ".") if isinstance(value, str) else value


def _cents(value: Decimal) -> Decimal:
    if value != value.quantize(Decimal("0.01")):
        raise ValueError("Un montant en euros a deux décimales au plus.")
    return value


def _choice(value: Any) -> Any:
    if isinstance(value, str) and value.lower() in _YES | _NO:
        return value.lower() in _YES
    return value


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _listed(value: Any) -> Any:
    return [part.strip() for part in value.split("|") if part.strip()] if isinstance(value, str) else value


_Reference = Annotated[str, BeforeValidator(_text), Field(max_length=100), *LINE]
_Line = Annotated[str, BeforeValidator(_text), Field(max_length=200), *LINE]
_Lines = Annotated[str, BeforeValidator(_text), Field(max_length=5000), *LINES]
_Day = Annotated[date, BeforeValidator(_day), AfterValidator(_known_day)]
_Euros = Annotated[
    Decimal, BeforeValidator(_euros), Field(ge=0, le=1_000_000, allow_inf_nan=False), AfterValidator(_cents)
]
_Number = Annotated[int, BeforeValidator(_whole), Field(ge=0, le=1_000_000)]
_Choice = Annotated[bool, BeforeValidator(_choice)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class OrganisationRow(_Row):
    """Who is who: what the other tables call an organisation of the directory."""

    organisation_id: _Reference
    name: _Line
    insee: Annotated[str | None, BeforeValidator(_text), Field(pattern="^[0-9][0-9AB][0-9]{3}$")] = None


class ItemRow(_Row):
    """An item, or with `format_of` another format of one."""

    item_id: _Reference
    title: _Line
    category: Category
    format: Format
    format_of: _Reference | None = None
    owner_organisation_id: _Reference | None = None
    added_on: _Day
    retired_on: _Day | None = None
    insurance_value_eur: _Euros | None = None
    abstract: Annotated[str | None, Field(max_length=600), *LINES] = None
    description: Annotated[str | None, Field(max_length=10_000), *LINES] = None
    themes: Annotated[list[Theme], BeforeValidator(_listed)] = Field(default_factory=list)
    audiences: Annotated[list[Audience], BeforeValidator(_listed)] = Field(default_factory=list)
    producer: _Line | None = None
    year: Annotated[int | None, BeforeValidator(_whole), Field(ge=1900, le=2100)] = None
    panels: Annotated[int | None, BeforeValidator(_whole), Field(ge=0, le=1000)] = None
    space_m2: _Number | None = None
    weight_kg: _Number | None = None
    packages: Annotated[int | None, BeforeValidator(_whole), Field(ge=0, le=10_000)] = None
    needs_power: _Choice | None = None
    copies: Annotated[int, BeforeValidator(_whole), Field(ge=1, le=100)] = 1
    handling: Handling = "handled_here"
    contact_email: _Line | None = None
    contact_phone: Annotated[str | None, BeforeValidator(_text), Field(max_length=40)] = None

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

    loan_id: _Reference
    item_id: _Reference
    borrower_organisation_id: _Reference
    channel: Literal["direct", "pass_culture"] = "direct"
    pass_culture_offer: Annotated[str | None, BeforeValidator(_text), Field(max_length=50)] = None
    starts_on: _Day
    ends_on: _Day
    status: Literal["confirmed", "out", "returned", "inspected", "closed", "cancelled", "expired"]
    returned_on: _Day | None = None
    cancelled_on: _Day | None = None
    cancelled_by: CancelledBy = "borrower"
    cancel_reason: _Lines | None = None
    fee_eur: _Euros = Decimal(0)

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

    loan_id: _Reference
    satisfaction: Satisfaction
    satisfaction_welcome: Satisfaction | None = None
    satisfaction_logistics: Satisfaction | None = None
    audience_method: Method
    audience: _Number | None = None
    audience_types: Annotated[list[Audience], BeforeValidator(_listed)] = Field(default_factory=list)
    first_time: _Choice | None = None
    how_known: HowKnown | None = None
    pleased: _Lines | None = None
    content_remarks: _Lines | None = None
    answered_on: _Day | None = None

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if (self.audience is None) != (self.audience_method == "unknown"):
            raise ValueError("Un public compté ou estimé a un nombre ; un public inconnu n'en a pas.")
        return self


class ReturnRow(_Row):
    """What a contributor told of a year."""

    organisation_id: _Reference
    year: Annotated[int, BeforeValidator(_whole), Field(ge=1990, le=2199)]
    loans: Annotated[int, BeforeValidator(_whole), Field(ge=0, le=100_000)]
    days: Annotated[int, BeforeValidator(_whole), Field(ge=0, le=10_000_000)]

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

Rows = Sequence[tuple[int, Any]]
"""Rows with their numbers."""


def read_rows(sheet: Sheet) -> tuple[Rows, list[Fault]]:
    """Return the rows that say what rows of this table may, with their numbers, and what is wrong in the others."""
    model, key = ROWS[sheet.table], KEYS[sheet.table]
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    if missing := [name for name in needed if name not in sheet.columns]:
        detail = f"Cette colonne manque : {', '.join(missing)}."
        return [], [Fault(sheet.table, 1, missing[0], "missing", detail)]
    good: list[tuple[int, Any]] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for number, cells in sheet.rows:
        said = {name: cell for name, cell in cells.items() if cell is not None}
        try:
            row = model.model_validate(said)
        except ValidationError as error:
            faults += _faults(sheet.table, number, error)
            continue
        name = getattr(row, key)
        if name in seen:
            detail = f"« {name} » est déjà à la ligne {seen[name]}."
            column = key if key in model.model_fields else ""
            faults.append(Fault(sheet.table, number, column, "duplicate", detail))
            continue
        seen[name] = number
        good.append((number, row))
    return good, faults


def ignored_columns(sheet: Sheet) -> list[str]:
    """Return the columns that mean nothing here."""
    return [name for name in sheet.columns if name not in ROWS[sheet.table].model_fields]


def _faults(table: Table, number: int, error: ValidationError) -> list[Fault]:
    found = []
    for one in field_errors(error.errors()):
        column = one.pointer.removeprefix("/body").lstrip("/").partition("/")[0]
        found.append(Fault(table, number, column, one.code, one.detail))
    return found
