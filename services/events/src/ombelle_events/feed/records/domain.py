from dataclasses import dataclass
from typing import Literal

State = Literal["live", "withdrawn", "quarantined"]


@dataclass(frozen=True, slots=True)
class RecordFilter:
    """Which rows are asked for. `q` is part of an id or of a title; `notes` whether something was noted of them."""

    state: State | None = None
    q: str | None = None
    notes: bool | None = None
    raw: bool = False
