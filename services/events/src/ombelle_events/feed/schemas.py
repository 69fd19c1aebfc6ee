from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict


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
    territory: list[str] | None
    edition: int | None
    every_minutes: int | None
    watermark: datetime | None
    events: int
    quarantined: int
    open_conflicts: int
    last_run: RunOut | None
    allowed_actions: list[str] = ["run"]


class EventName(BaseModel):
    """An event in few words."""

    id: UUID
    slug: str
    title: str


class ConflictOut(BaseModel):
    """A field edited here that the source has changed since."""

    id: UUID
    event: EventName
    field: str
    local_value: Any
    source_value: Any
    opened_at: datetime
    allowed_actions: list[str] = ["settle"]


class DuplicateOut(BaseModel):
    """Two events that may be one."""

    id: UUID
    similarity: float
    state: Literal["open", "linked", "apart"]
    found_at: datetime
    events: list[EventName]


class Feeds(BaseModel):
    """A page of feeds."""

    items: list[FeedOut]
    next: str | None


class Runs(BaseModel):
    """A page of runs."""

    items: list[RunOut]
    next: str | None


class Conflicts(BaseModel):
    """A page of conflicts."""

    items: list[ConflictOut]
    next: str | None


class Duplicates(BaseModel):
    """A page of pairs."""

    items: list[DuplicateOut]
    next: str | None


class Settle(BaseModel):
    """Whose value stays."""

    model_config = ConfigDict(extra="forbid")

    keep: Literal["ours", "theirs"]


class Settled(BaseModel):
    """How a conflict was settled."""

    id: UUID
    field: str
    kept: Literal["ours", "theirs"]
    settled_at: datetime
    settled_by: str


class AskRun(BaseModel):
    """What kind of run is asked."""

    model_config = ConfigDict(extra="forbid")

    full: bool = False
    force: bool = False


class RunAsked(BaseModel):
    """The run waits for the worker; `queued` is false when the same one was waiting already."""

    name: str
    queued: bool
