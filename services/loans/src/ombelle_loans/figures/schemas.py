from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ombelle_loans.evaluations.domain import Method, Satisfaction
from ombelle_loans.figures.domain import Figure
from ombelle_loans.lending.schemas import Lender, LenderKey
from ombelle_loans.vocabulary import Category, Format

Year = Annotated[int, Field(ge=1990, le=2199)]


class ReportQuery(BaseModel):
    """Whose figures are asked for."""

    model_config = ConfigDict(extra="forbid")

    lender: LenderKey = "agency"


class RowsQuery(ListQuery):
    """Which figure is opened."""

    lender: LenderKey = "agency"
    figure: Figure
    value: Annotated[str, StringConstraints(max_length=100)] | None = Field(
        default=None, description="Of a figure of several parts, which one."
    )


class TopItem(BaseModel):
    """An item among the most lent, by its reference."""

    item_id: str
    loans: int


class NamedTopItem(TopItem):
    """The same with its title."""

    title: str


class LoanFigures(BaseModel):
    """The figures of a year, as the yearly report names them."""

    items: int
    items_by_category: dict[Category, int]
    new_items: int
    new_formats: int
    items_lent: int
    use_rate_percent: float | None
    loans: int
    days_out: int
    top_items: list[TopItem]
    top_items_days: int
    cancelled: int
    cancelled_days: int
    fees_eur: int | float
    evaluations: int
    evaluation_rate_percent: float | None
    satisfaction: dict[Satisfaction, int]
    audience: int
    audience_method: dict[Method, int]
    school_borrowers: int
    school_borrowers_pass_culture: int


class Part(BaseModel):
    """One part of a breakdown."""

    value: str
    loans: int
    days: int
    borrowers: int


class CountingRule(BaseModel):
    """By which rule a figure was counted, in French and in English."""

    fr: str
    en: str


class CountingRules(BaseModel):
    """By which rules was counted, by the names of figures."""

    version: int
    texts: dict[str, CountingRule]


class LoanReport(BaseModel):
    """A year of a lender; `previous` is the year before, where it holds loans."""

    year: int
    lender: Lender
    counted_at: datetime
    loans: LoanFigures
    previous: LoanFigures | None
    top_items: list[NamedTopItem]
    by_kind: list[Part]
    by_department: list[Part]
    by_channel: list[Part]
    by_month: list[Part]
    by_theme: list[Part]
    years: list[int]
    rules: CountingRules


class CountedItem(BaseModel):
    """An item that a figure counts: each of its formats is one."""

    kind: Literal["item"]
    id: UUID
    reference: str
    item_id: UUID
    title: str
    category: Category
    format: Format
    added_on: date
    loans: int
    days: int


class CountedLoan(BaseModel):
    """A loan that a figure counts; `days` are those of the year."""

    kind: Literal["loan"]
    id: UUID
    number: int
    external_id: str | None
    item_reference: str
    title: str
    borrower_id: UUID
    borrower_name: str | None
    borrower_kind: str
    department: str
    channel: str
    status: str
    starts_on: date
    ends_on: date
    days: int
    fee_eur: int | float
    satisfaction: Satisfaction | None
    audience_method: Method | None
    audience: int | None


class CountedBorrower(BaseModel):
    """A borrower that a figure counts."""

    kind: Literal["borrower"]
    id: UUID
    name: str | None
    borrower_kind: str
    department: str
    loans: int
    days: int


class ReportRows(BaseModel):
    """A page of what a figure was counted from."""

    items: list[Annotated[CountedItem | CountedLoan | CountedBorrower, Field(discriminator="kind")]]
    next: str | None
    total: int
