"""Words of the desk. Plain Python: no database, no framework."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal, Self, get_args
from uuid import UUID

from ombelle_events.applications.domain import Decision

Column = Literal[
    "draft",
    "submitted",
    "changes_requested",
    "under_review",
    "labelled",
    "waitlisted",
    "not_labelled",
    "withdrawn",
]
COLUMNS: Final[tuple[Column, ...]] = get_args(Column)
"""Where an application stands on the board: its state, and once it is decided its decision."""

Late = Literal["draft_closed", "submitted_late", "answer_late", "review_late"]
LATENESS: Final[tuple[Late, ...]] = get_args(Late)
"""What is overdue: a draft that its call takes no more, one sent after the call closed, an answer to a request for
changes, a review."""

Sort = Literal["number", "submitted_at", "score"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFilter:
    """Which applications of a call are looked at; what is left out filters nothing.

    `awaits_changes`, `late`, `conflicted` and `staged` ask for those that are so, or that are not. A filter over
    reviews or staged decisions finds no application with which the asker has a conflict of interest, and one over what
    a dossier says no draft.
    """

    columns: Sequence[Column] = ()
    decisions: Sequence[Decision] = ()
    themes: Sequence[str] = ()
    departments: Sequence[str] = ()
    commune: str | None = None
    organisation: UUID | None = None
    assigned_to: UUID | None = None
    score_from: float | None = None
    score_to: float | None = None
    awaits_changes: bool | None = None
    late: bool | None = None
    conflicted: bool | None = None
    staged: bool | None = None
    unread: bool | None = None
    q: str | None = None

    def but(self, **changes: Any) -> Self:
        """Return the same filter with some of it otherwise."""
        return replace(self, **changes)

    @property
    def asked(self) -> dict[str, Any]:
        """What filters, by name."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in values.items() if value is not None and value != ()}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: after the application of this number, whose key in the order is `key`."""

    key: float
    number: int


@dataclass(frozen=True, slots=True)
class DeskPage:
    """A page of applications: which, in what order, how many, and from where."""

    wanted: DeskFilter
    sort: Sort = "number"
    count: int = 50
    after: Place | None = None
