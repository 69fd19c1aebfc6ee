from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.texts import STORABLE
from pydantic import MISSING, BaseModel, ConfigDict, Field, SecretStr, StrictBool, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000, pattern=STORABLE)]
Departments = Annotated[list[Text], Field(min_length=1, max_length=120)]
# Strict: "3" or true is no number; small enough for any column, the rules say the rest.
Number = Annotated[int, Field(strict=True, ge=-(10**6), le=10**6)]


class RunSummary(BaseModel):
    """The counts of a run."""

    fetched: int
    created: int
    updated: int
    unchanged: int
    withdrawn: int
    restored: int
    quarantined: int
    conflicts: int
    duplicates: int
    seconds: float
    complete: bool


class RunReport(BaseModel):
    """What a run met that no mapping knows, and in how many rows; all of it was kept."""

    unknown_columns: dict[str, int]
    unknown_labels: dict[str, dict[str, int]]


class RunOut(BaseModel):
    """One run of a feed."""

    id: UUID
    mode: Literal["incremental", "full"]
    forced: bool
    state: Literal["running", "complete", "incomplete", "held", "interrupted", "failed"]
    started_at: datetime
    finished_at: datetime | None
    summary: RunSummary | None
    detail: str | None
    report: RunReport | None


class FeedOut(BaseModel):
    """A feed, without its key."""

    name: str
    kind: str
    url: str
    agenda: str | None
    has_key: bool
    territory: list[str] | None
    edition: int | None
    every_minutes: int | None
    watermark: datetime | None
    version: int
    events: int
    quarantined: int
    open_conflicts: int
    last_run: RunOut | None
    allowed_actions: list[str] = ["edit", "remove", "run"]


class EventName(BaseModel):
    """An event in few words."""

    id: UUID
    slug: str
    title: str


class Feeds(BaseModel):
    """A page of feeds."""

    items: list[FeedOut]
    next: str | None


class Runs(BaseModel):
    """A page of runs."""

    items: list[RunOut]
    next: str | None


class FeedSettings(BaseModel):
    """What can be said of a feed. `agenda` and `key` are for kind `openagenda-v2`, which needs both.

    The address is asked by this service from where it runs, and redirections are not followed: give only addresses
    of publishers whom you know.
    """

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    agenda: Text | None = None
    key: SecretStr | None = Field(default=None, description="Kept, used, and never given back.")
    territory: Departments | MISSING | None = Field(
        default=MISSING, description="Departments admitted; null for all; ours when it is left out."
    )
    edition: Number | None = Field(default=None, description="The year that each event is bound to.")
    every_minutes: Number | None = Field(default=None, description="Null: only when it is asked for.")


class FeedDeclaration(FeedSettings):
    """A new feed."""

    name: Text
    kind: Literal["openagenda-v2", "opendatasoft"]
    url: Text


class FeedPatch(FeedSettings):
    """The settings to change; those left out stay as they are."""

    url: Text | MISSING = MISSING


class AskRun(BaseModel):
    """What kind of run is asked."""

    model_config = ConfigDict(extra="forbid")

    full: StrictBool = False
    force: StrictBool = False


class RunAsked(BaseModel):
    """The run waits for the worker; `queued` is false when the same one was waiting already."""

    name: str
    queued: bool
