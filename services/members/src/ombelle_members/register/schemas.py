from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from pydantic import BaseModel, ConfigDict, Field

from ombelle_members.typed_days import Day


class RegisterFilter(BaseModel):
    """Which entries are asked for; `from` and `to` are days on which they took effect, both included."""

    model_config = ConfigDict(extra="forbid")

    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    kind: str | None = Field(default=None, pattern="^[a-z_]+\\.[a-z_]+$", max_length=100)
    subject: UUID | None = Field(default=None, description="Of whom, or of what, the entry speaks.")


class RegisterQuery(ListQuery, RegisterFilter):
    """Which entries are asked for, and in what order."""

    sort: Literal["number", "-number"] = "-number"


class RegisterEntry(BaseModel):
    """An entry. `facts` name nobody; `words` do, until they were erased: then `has_words` stays true without them."""

    number: int
    entered_at: datetime
    effective_on: date
    kind: str
    label: str = Field(description="What the kind is called, in French.")
    sentence: str = Field(description="What the entry says, in French.")
    subject_id: UUID
    facts: dict[str, Any]
    words: dict[str, Any] | None
    has_words: bool
    digest: str = Field(description="SHA-256 in hexadecimal, over the one before and every column.")


class RegisterEntries(BaseModel):
    """A page of the register."""

    items: list[RegisterEntry]
    next: str | None
    total: int


class RegisterFault(BaseModel):
    """Where the chain does not hold first."""

    number: int
    fault: Literal["entry_missing", "chain_broken", "entry_changed", "words_changed"]


class RegisterVerification(BaseModel):
    """Whether every entry is what it was. `digest` is the last one's: written down, it proves all of them later."""

    holds: bool
    entries: int
    digest: str | None
    first_fault: RegisterFault | None
