from datetime import datetime
from typing import Annotated, Any, Literal

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, Field, StringConstraints

from ombelle_events.feed.schemas import EventName

State = Literal["live", "withdrawn", "quarantined"]
Words = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=STORABLE)
]


class RecordsQuery(ListQuery):
    """Which rows of a feed are asked for."""

    state: State | None = None
    q: Words | None = Field(default=None, description="Part of an id or of a title.")
    notes: bool | None = Field(default=None, description="Whether something was noted when it was read.")
    raw: bool = Field(default=False, description="Give the raw row of each.")


class RecordOut(BaseModel):
    """A row of a feed: `live`, `withdrawn` by its source, or `quarantined` with the reason."""

    external_id: str
    state: State
    event: EventName | None
    leads: bool = Field(description="Whether this row speaks for the event, when several feeds bring it.")
    linked: bool = Field(description="Whether the event is ours, and the row only tied to it.")
    source_updated_at: datetime | None
    withdrawn_at: datetime | None
    notes: list[str]
    reason: str | None
    pointer: str | None = Field(description="JSON pointer to what could not be read in the raw row.")
    first_seen_at: datetime | None = Field(description="Since when it is in quarantine.")
    allowed_actions: list[str] = []


class RecordWithRaw(RecordOut):
    """A row of a feed, and the row as it came."""

    raw: Any


class RecordDetail(RecordWithRaw):
    """A row of a feed with what it brought.

    `raw` is the last row that came. Where that one is in quarantine, `applied` and `last_good_raw` are the version
    before it, if there was one.
    """

    applied: dict[str, Any] | None = Field(description="The values of the last good version, by field.")
    last_good_raw: Any


class Records(BaseModel):
    """A page of rows; with `raw=true`, each with its raw row."""

    items: list[RecordWithRaw] | list[RecordOut]
    next: str | None
