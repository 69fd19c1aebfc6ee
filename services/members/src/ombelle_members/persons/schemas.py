from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, Field

from ombelle_members.vocabulary import Role


class PersonsQuery(ListQuery):
    """Whom is asked for."""

    q: str = Field(
        default="", max_length=200, pattern=STORABLE, description="Words of the name or the address."
    )


class PersonOrganisation(BaseModel):
    """An organisation that a person acts for."""

    id: UUID
    name: str
    role: Role


class PersonOut(BaseModel):
    """Somebody with an account. Without a name: seen, and not told of yet."""

    id: UUID
    account_id: UUID
    name: str | None
    email: str | None
    organisations: list[PersonOrganisation]
    allowed_actions: list[str]


class Persons(BaseModel):
    """A page of persons, by name."""

    items: list[PersonOut]
    next: str | None
