"""The rows of each table: what their cells may say. Faults are told by row and column, in French."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final, Literal, Self

from ombelle_chassis.cells import (
    Choice,
    Day,
    Euros,
    Insee,
    Line,
    Lines,
    Reference,
    as_list,
    as_number,
    as_text,
    as_whole,
)
from ombelle_chassis.email_addresses import EmailAddress
from ombelle_chassis.typed_texts import Phone
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from ombelle_members.imports.domain import Table
from ombelle_members.organisations.schemas import Latitude, Longitude, PostalCode, Siret, Website
from ombelle_members.vocabulary import Kind, Offer, Theme

College = Literal["A", "B", "C", "D"]
FeeCategory = Literal["natural", "small", "medium", "large"]
Year = Annotated[int, BeforeValidator(as_whole), Field(ge=1900, le=2200)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class OrganisationRow(_Row):
    """An organisation of the directory: known again by its name and commune, else made."""

    organisation_id: Reference
    name: Line
    kind: Kind = "other"
    legal_name: Line | None = None
    siret: Annotated[Siret, BeforeValidator(as_text)] = None
    address: Line | None = None
    postal_code: Annotated[PostalCode, BeforeValidator(as_text)] = None
    commune: Line | None = None
    insee: Insee | None = None
    latitude: Annotated[Latitude | None, BeforeValidator(as_number)] = None
    longitude: Annotated[Longitude | None, BeforeValidator(as_number)] = None
    website: Website = None
    email: EmailAddress | None = None
    phone: Annotated[Phone | None, BeforeValidator(as_text)] = None
    description: Lines | None = None
    themes: Annotated[list[Theme], BeforeValidator(as_list)] = Field(default_factory=list)
    offers: Annotated[list[Offer], BeforeValidator(as_list)] = Field(default_factory=list)
    is_public: Choice = False

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if (self.commune is None) != (self.insee is None):
            raise ValueError("Une commune a un nom et un code INSEE.")
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("Un point a deux coordonnées.")
        return self


class MemberRow(_Row):
    """A member: an organisation by its reference, or a person by their name."""

    member_id: Reference
    kind: Literal["legal", "natural"]
    organisation_id: Reference | None = None
    name: Line
    fee_category: FeeCategory
    college: College
    joined_on: Day
    left_on: Day | None = None
    left_as: Literal["resignation", "strike_off", "exclusion", "death", "dissolution"] = "resignation"

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if (self.kind == "legal") != (self.organisation_id is not None):
            raise ValueError("Une personne morale, et elle seule, a la référence d'une structure.")
        if (self.kind == "natural") != (self.fee_category == "natural"):
            raise ValueError("La catégorie « natural » est celle des personnes physiques, et la leur seule.")
        if self.left_on is not None and self.left_on <= self.joined_on:
            raise ValueError("Un départ vient après l'admission.")
        return self


class FeeRow(_Row):
    """What a member owed for a year, and what was paid of it."""

    member_id: Reference
    year: Year
    category: FeeCategory
    amount_eur: Euros
    called_on: Day | None = None
    due_on: Day | None = None
    paid_on: Day | None = None
    paid_eur: Euros | None = None
    method: Literal["transfer", "cheque", "helloasso", "card", "cash", "other"] = "other"
    reference: Reference | None = None
    waived_on: Day | None = None

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if self.paid_eur is not None and self.paid_on is None:
            raise ValueError("Un versement a un jour.")
        if (self.paid_eur or 0) > self.amount_eur:
            raise ValueError("Un versement ne dépasse pas ce qui est dû.")
        if self.due_on is not None and self.due_on < self.call_day:
            raise ValueError("L'échéance vient après l'appel.")
        return self

    @property
    def call_day(self) -> date:
        """When it was called: where nobody knows, on the first day of its year."""
        return self.called_on or date(self.year, 1, 1)

    @property
    def of_year(self) -> str:
        """What names the row."""
        return f"{self.member_id}/{self.year}"


class BoardTermRow(_Row):
    """Who held an elected post, from an election to the next of its half; who spoke for them then."""

    post: Annotated[int, BeforeValidator(as_whole), Field(ge=1, le=22)]
    renewal_group: Annotated[int, BeforeValidator(as_whole), Field(ge=1, le=2)]
    college: College | None = None
    member_id: Reference
    representative: Line | None = None
    began_as: Literal["election", "co_option"] = "election"
    elected_on: Day
    expected_end_on: Day
    ended_on: Day | None = None
    ended_as: Literal["term", "resignation", "death", "revocation", "lost_quality", "not_ratified"] = "term"

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if self.expected_end_on <= self.elected_on:
            raise ValueError("La fin prévue vient après l'élection.")
        if self.ended_on is not None and self.ended_on <= self.elected_on:
            raise ValueError("La fin vient après l'élection.")
        return self

    @property
    def of_post(self) -> str:
        """What names the row."""
        return f"{self.post}/{self.elected_on}"


class OfficerRow(_Row):
    """Who held an office of the bureau, within a board term."""

    role: Literal["president", "vice_president", "treasurer", "secretary", "bureau_member"]
    member_id: Reference
    elected_on: Day
    expected_end_on: Day
    ended_on: Day | None = None
    ended_as: Literal["term", "resignation", "death", "revocation", "board_term_ended"] = "term"

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if self.expected_end_on <= self.elected_on:
            raise ValueError("La fin prévue vient après l'élection.")
        if self.ended_on is not None and self.ended_on <= self.elected_on:
            raise ValueError("La fin vient après l'élection.")
        return self

    @property
    def of_office(self) -> str:
        """What names the row."""
        return f"{self.role}/{self.member_id}/{self.elected_on}"


class MeetingRow(_Row):
    """A meeting that was held."""

    body: Literal["general_assembly", "board", "bureau"]
    held_on: Day
    purpose: Literal["ordinary", "extraordinary", "installation", "other"] = "ordinary"
    title: Line | None = None
    place: Line | None = None
    staff_voter: Line | None = None

    @property
    def of_day(self) -> str:
        """What names the row."""
        return f"{self.body}/{self.held_on}/{self.purpose}"


ROWS: Final[Mapping[Table, type[_Row]]] = {
    "organisations": OrganisationRow,
    "members": MemberRow,
    "fees": FeeRow,
    "board_terms": BoardTermRow,
    "officers": OfficerRow,
    "meetings": MeetingRow,
}
KEYS: Final[Mapping[Table, str]] = {
    "organisations": "organisation_id",
    "members": "member_id",
    "fees": "of_year",
    "board_terms": "of_post",
    "officers": "of_office",
    "meetings": "of_day",
}
"""What names a row: a column, or a property made of several."""
