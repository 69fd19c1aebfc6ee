from datetime import datetime
from typing import Annotated

from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ombelle_events.calls.domain import TextKey, TextKind
from ombelle_events.calls.typed import LongText, Title


class TextWrite(BaseModel):
    """A text, with `{{ placeholders }}`. Paragraphs are parted by an empty line."""

    model_config = ConfigDict(extra="forbid")

    subject: Title
    body: Annotated[LongText, StringConstraints(min_length=1, pattern=STORABLE)]


class Placeholder(BaseModel):
    """A name that a text may hold, and what stands there when it leaves."""

    name: str
    label: str


class TextBrief(BaseModel):
    """A text of a call, in brief."""

    kind: TextKind
    key: TextKey
    subject: str
    is_shipped: bool = Field(description="Nobody changed it yet.")
    version: int
    updated_at: datetime | None


class Texts(BaseModel):
    """The texts of a call."""

    items: list[TextBrief]
    next: None = None
    total: int
    allowed_actions: list[str]


class TextOut(TextBrief):
    """A text of a call."""

    body: str
    placeholders: list[Placeholder]
    allowed_actions: list[str]


class TextPreview(BaseModel):
    """A text as it would leave, with the values of an example."""

    subject: str
    text: str
    html: str | None = Field(description="Of a mail.")
