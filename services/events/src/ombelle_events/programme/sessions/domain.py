"""What happens to a session once it is announced: one table of actions, and what each makes of the session. Plain Python."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

StatusAction = Literal["cancel", "postpone", "reschedule", "move_online", "reinstate"]

FROM: Final[Mapping[StatusAction, frozenset[str]]] = {
    "cancel": frozenset({"scheduled", "rescheduled", "moved_online", "postponed", "full"}),
    "postpone": frozenset({"scheduled", "rescheduled", "moved_online", "full"}),
    "reschedule": frozenset({"scheduled", "rescheduled", "moved_online", "postponed", "full", "cancelled"}),
    "move_online": frozenset({"scheduled", "rescheduled", "postponed", "full"}),
    "reinstate": frozenset({"cancelled", "postponed", "moved_online"}),
}
"""From which statuses each action is possible. Rescheduled, what was cancelled takes place."""

SAID: Final[Mapping[StatusAction, str]] = {
    "cancel": "annulée",
    "postpone": "reportée à une date qui sera annoncée",
    "reschedule": "déplacée",
    "move_online": "déplacée en ligne",
    "reinstate": "maintenue",
}
"""What becomes of the session, as mails say it."""


@dataclass(frozen=True, slots=True)
class Times:
    """When a session is, and when it was before it moved."""

    starts_at: datetime
    ends_at: datetime
    previous_starts_at: datetime | None = None
    previous_ends_at: datetime | None = None


def actions_from(status: str) -> list[StatusAction]:
    """Return what may be done to a session of this status."""
    return [action for action, statuses in FROM.items() if status in statuses]


def after(action: StatusAction, now: Times, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a session that an action changes.

    Args:
        action: one that is possible from the session's status.
        now: when the session is.
        wanted: `reason`, and for `reschedule` `starts_at` and `ends_at`.

    A session that moves says when it was just before; back where it had been, it never moved.

    """
    if action == "reinstate":
        moved = now.previous_starts_at is not None
        return {"status": "rescheduled" if moved else "scheduled", "status_reason": None}
    if action != "reschedule":
        status = {"cancel": "cancelled", "postpone": "postponed", "move_online": "moved_online"}[action]
        return {"status": status, "status_reason": wanted["reason"]}
    starts_at, ends_at = wanted["starts_at"], wanted["ends_at"]
    if (starts_at, ends_at) == (now.previous_starts_at, now.previous_ends_at):
        times = Times(starts_at, ends_at)
    elif (starts_at, ends_at) == (now.starts_at, now.ends_at):
        times = now
    else:
        times = Times(starts_at, ends_at, now.starts_at, now.ends_at)
    return {
        "status": "scheduled" if times.previous_starts_at is None else "rescheduled",
        "status_reason": None if times.previous_starts_at is None else wanted["reason"],
        "starts_at": times.starts_at,
        "ends_at": times.ends_at,
        "previous_starts_at": times.previous_starts_at,
        "previous_ends_at": times.previous_ends_at,
    }
