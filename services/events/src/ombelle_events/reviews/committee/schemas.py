from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StringConstraints

from ombelle_events.programme.vocabulary import Theme


def _refuse_repetition(values: list[Any]) -> list[Any]:
    if len(set(values)) != len(values):
        raise ValueError("La même valeur y est deux fois.")
    return values


_SET = AfterValidator(_refuse_repetition), Field(max_length=100, json_schema_extra={"uniqueItems": True})
Department = Annotated[str, StringConstraints(pattern=r"^(\d[\dAB]|97\d)$")]


class Organisation(BaseModel):
    """An organisation of the directory; its name is null until it was heard of."""

    id: UUID
    name: str | None


class MemberWrite(BaseModel):
    """Somebody who sits, by their account."""

    model_config = ConfigDict(extra="forbid")

    account_id: UUID
    themes: Annotated[list[Theme], *_SET] = []
    departments: Annotated[list[Department], *_SET] = []
    organisation_ids: Annotated[list[UUID], *_SET] = Field(
        default=[], description="For whom they work, beside the organisations that they act for here."
    )
    is_chair: StrictBool = False


class CommitteeWrite(BaseModel):
    """The whole committee; whoever is left out leaves it."""

    model_config = ConfigDict(extra="forbid")

    items: Annotated[list[MemberWrite], Field(max_length=100)]


class MemberOut(BaseModel):
    """Somebody who sits, or did until `left_at`."""

    account_id: UUID
    name: str
    email: str
    themes: list[str]
    departments: list[str]
    organisations: list[Organisation]
    is_chair: bool
    joined_at: datetime
    left_at: datetime | None
    assigned: int = Field(description="Applications that they are to review.")
    submitted: int = Field(description="Of those, how many they have reviewed.")


class Committee(BaseModel):
    """A call's committee by name, those who left last. `version` is the call's."""

    items: list[MemberOut]
    version: int
    allowed_actions: list[str]
