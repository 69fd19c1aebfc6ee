from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, computed_field

from ombelle_events.feed.schemas import EventName
from ombelle_events.feed.settling.domain import LABELS


class ConflictsQuery(ListQuery):
    """Which conflicts of a feed are asked for."""

    state: Literal["open", "settled"] = "open"


class ConflictOut(BaseModel):
    """A field edited here that the source has changed since. Both values have the same shape.

    `venue` is a place, `parent` an event in few words, `sessions` a list of beginnings and ends, `edition` a year.
    """

    id: UUID
    event: EventName
    field: str
    ours: Any = Field(description="What stands here now.")
    theirs: Any = Field(description="What the source says; null when it says nothing.")
    opened_at: datetime
    settled_at: datetime | None
    settled_by: str | None
    kept: Literal["ours", "theirs"] | None

    @computed_field
    def label(self) -> str:
        """What the field is called on screen."""
        return LABELS.get(self.field, self.field)

    @computed_field
    def state(self) -> Literal["open", "settled"]:
        """Whether somebody has still to decide."""
        return "open" if self.settled_at is None else "settled"

    @computed_field
    def allowed_actions(self) -> list[str]:
        """What can be done with it."""
        return ["settle"] if self.settled_at is None else []


class Conflicts(BaseModel):
    """A page of conflicts."""

    items: list[ConflictOut]
    next: str | None


class Settle(BaseModel):
    """Whose value stays."""

    model_config = ConfigDict(extra="forbid")

    keep: Literal["ours", "theirs"]


class SettleOne(Settle):
    """Whose value stays in one of several conflicts."""

    id: UUID


def _refuse_repetition(wanted: list[SettleOne]) -> list[SettleOne]:
    if len({one.id for one in wanted}) < len(wanted):
        raise ValueError("Le même conflit y est deux fois.")
    return wanted


class SettleAll(BaseModel):
    """Several conflicts of a feed."""

    model_config = ConfigDict(extra="forbid")

    settlements: Annotated[
        list[SettleOne], Field(min_length=1, max_length=300), AfterValidator(_refuse_repetition)
    ]


class Settled(BaseModel):
    """How a conflict was settled."""

    id: UUID
    field: str
    kept: Literal["ours", "theirs"]
    settled_at: datetime
    settled_by: str


class SettledAll(BaseModel):
    """How several conflicts were settled, in the order asked."""

    items: list[Settled]
