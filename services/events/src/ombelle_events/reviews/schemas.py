"""What several answers about reviews hold."""

from datetime import date
from typing import Annotated
from uuid import UUID

from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, Field, StringConstraints

Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000, pattern=STORABLE)
]
Message = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000, pattern=STORABLE)]


class Person(BaseModel):
    """Somebody, by their account."""

    id: UUID
    name: str


class DossierBrief(BaseModel):
    """An application, as lists name it."""

    id: UUID
    number: int
    title: str | None = Field(
        description="Null when it names somebody, and the call is reviewed anonymously."
    )
    theme: str | None
    department: str | None
    status: str


class HeldDossier(DossierBrief):
    """An application, with who holds it."""

    organisation: str | None = Field(description="Null to reviewers of a call that is reviewed anonymously.")


class ReviewRecommendations(BaseModel):
    """How many reviews recommend what."""

    label: int
    waitlist: int
    not_label: int


class Scored(BaseModel):
    """What the submitted reviews say together. Means are out of `out_of`, the largest scale of the call's criteria."""

    reviews: int = Field(description="Submitted ones that count: by nobody who stood back or has a conflict.")
    mean: float | None
    spread: float | None = Field(description="Standard deviation of the reviews' means.")
    out_of: int | None
    recommendations: ReviewRecommendations


class MailShown(BaseModel):
    """A mail as it would leave."""

    to: str
    subject: str
    text: str
    html: str


class ReviewerMail(BaseModel):
    """Somebody who would be written to, and of how many applications."""

    account: Person
    count: int
    due_on: date | None = Field(description="The first day that something is due.")
    mail: MailShown
