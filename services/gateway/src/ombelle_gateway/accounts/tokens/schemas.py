from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_days import WrittenDay
from ombelle_contracts.scopes import SCOPES
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from ombelle_gateway.accounts.people.schemas import Name


def _known(name: str) -> str:
    if name not in SCOPES:
        raise ValueError(f"Ce droit n'existe pas ; les droits sont {', '.join(SCOPES)}.")
    return name


def _distinct(names: list[str]) -> list[str]:
    if len(set(names)) < len(names):
        raise ValueError("Le même droit y est deux fois.")
    return names


ScopeName = Annotated[str, AfterValidator(_known), WithJsonSchema({"type": "string", "enum": list(SCOPES)})]
ScopeNames = Annotated[
    list[ScopeName],
    AfterValidator(_distinct),
    Field(min_length=1, max_length=50, json_schema_extra={"uniqueItems": True}),
]


class ScopeOut(BaseModel):
    """Something that a program may be allowed."""

    scope: str
    label_fr: str
    label_en: str
    allows_fr: str
    allows_en: str


class Scopes(BaseModel):
    """Every scope there is; the list is short and whole."""

    items: list[ScopeOut]
    next: None = None


class TokensQuery(ListQuery):
    """Which tokens are asked for."""

    organisation_id: UUID | None = Field(default=None, description="Those of one organisation.")


class TokenNew(BaseModel):
    """A token to make."""

    model_config = ConfigDict(extra="forbid")

    organisation_id: UUID
    name: Name = Field(description="What the program is called, so that people know which token is whose.")
    scopes: ScopeNames
    expires_on: WrittenDay | None = Field(
        default=None,
        description="Its last day, in Paris; from tomorrow to a year from now, and six months from now when left out.",
    )


class Named(BaseModel):
    """Something with a name."""

    id: UUID
    name: str


class TokenOut(BaseModel):
    """A token of an organisation's program; its secret was shown when it was made, and never is again."""

    id: UUID
    prefix: str = Field(description="How the token begins: `omb_` and these characters.")
    name: str
    organisation: Named
    scopes: list[str]
    created_by: Named
    created_at: datetime
    expires_on: date
    last_used_at: datetime | None = Field(description="Noted once a minute at most.")
    ended_at: datetime | None
    is_live: bool = Field(description="Whether it serves: not ended, not expired, its maker still there.")
    allowed_actions: list[str]


class TokenMade(TokenOut):
    """A token just made: the one time that it is shown."""

    secret: str = Field(description="The whole token, to be kept by the program: nobody can show it again.")


class Tokens(BaseModel):
    """A page of tokens, the newest first; `next` is null on the last one."""

    items: list[TokenOut]
    next: str | None
