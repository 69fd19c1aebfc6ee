"""What may be done with an application, by whom, from which states: the one table.

Code asks `apply`, the API `allowed_actions`, the guide prints `as_markdown`, the tests try every row, and a trigger of
the database (`application_moves`) knows the same moves.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal, get_args

from ombelle_events.applications.domain import Decision, Status
from ombelle_events.applications.errors import (
    ActionForbidden,
    ActionImpossible,
    AnswerLate,
    CallClosed,
    CallNotOpen,
)
from ombelle_events.applications.viewer import Viewer
from ombelle_events.calls.opening import Access

Action = Literal[
    "edit",
    "submit",
    "discard",
    "withdraw",
    "transfer",
    "request_changes",
    "resubmit",
    "start_review",
    "decide",
    "renew",
]
ACTIONS: Final[tuple[Action, ...]] = get_args(Action)
Actor = Literal["editor", "coordination", "machine"]
Deadline = Literal["call", "change_request"]


@dataclass(frozen=True, slots=True)
class Transition:
    """One row. `to_status` `None` leaves the state as it is; `back` goes where the request for changes came from.

    `before` names the deadline that holds: the call's closing (with its grace, or the draft's access code), or the day
    by which the changes were asked for. `decisions` bounds the row to applications decided so.
    """

    action: Action
    from_status: Status
    to_status: Status | Literal["back"] | None
    by: frozenset[Actor]
    before: Deadline | None = None
    decisions: frozenset[Decision] | None = None


_EDITOR: Final[frozenset[Actor]] = frozenset({"editor"})
_COORDINATION: Final[frozenset[Actor]] = frozenset({"coordination"})
_EDITOR_OR_MACHINE: Final[frozenset[Actor]] = frozenset({"editor", "machine"})

TRANSITIONS: Final[tuple[Transition, ...]] = (
    Transition("edit", "draft", None, _EDITOR, before="call"),
    Transition("edit", "changes_requested", None, _EDITOR, before="change_request"),
    Transition("submit", "draft", "submitted", _EDITOR_OR_MACHINE, before="call"),
    Transition("discard", "draft", "discarded", _EDITOR),
    Transition("withdraw", "submitted", "withdrawn", _EDITOR),
    Transition("withdraw", "changes_requested", "withdrawn", _EDITOR),
    Transition("withdraw", "under_review", "withdrawn", _EDITOR),
    Transition("transfer", "draft", None, _EDITOR),
    Transition("transfer", "submitted", None, _EDITOR),
    Transition("transfer", "changes_requested", None, _EDITOR),
    Transition("transfer", "under_review", None, _EDITOR),
    Transition("request_changes", "submitted", "changes_requested", _COORDINATION),
    Transition("request_changes", "under_review", "changes_requested", _COORDINATION),
    Transition("resubmit", "changes_requested", "back", _EDITOR, before="change_request"),
    Transition("start_review", "submitted", "under_review", _COORDINATION),
    Transition("decide", "submitted", "decided", _COORDINATION),
    Transition("decide", "under_review", "decided", _COORDINATION),
    Transition("decide", "decided", "decided", _COORDINATION, decisions=frozenset({"waitlisted"})),
    Transition("renew", "submitted", None, _EDITOR),
    Transition("renew", "under_review", None, _EDITOR),
    Transition("renew", "changes_requested", None, _EDITOR),
    Transition("renew", "decided", None, _EDITOR),
    Transition("renew", "withdrawn", None, _EDITOR),
)

_BY_ACTION: Final = {(row.action, row.from_status): row for row in TRANSITIONS}
_ACTORS: Final = {
    action: frozenset(actor for row in TRANSITIONS if row.action == action for actor in row.by)
    for action in ACTIONS
}


@dataclass(frozen=True, slots=True)
class Situation:
    """What the table is asked with: the state of an application, and its deadlines. Moments are aware.

    `access` is whether the call takes the draft, and until when (`calls.opening.accepts`); `answer_by` the end of the
    day by which changes were asked for, `None` when there is none. `now` is when the request came.
    """

    status: Status
    decision: Decision | None
    returns_to: Status | None
    access: Access
    opens_at: datetime
    closes_at: datetime
    answer_by: datetime | None
    now: datetime
    closed_message: str = ""


MACHINE: Final = Viewer(
    is_editor=False,
    is_party=False,
    is_invited=False,
    is_coordination=False,
    is_reviewer=False,
    has_conflict=False,
    is_anonymous=False,
    was_sent=False,
)
"""What the service does by itself, such as sending complete drafts when a call closes that way."""


def actors_of(viewer: Viewer) -> frozenset[Actor]:
    """Return in what parts of the table somebody acts."""
    if viewer is MACHINE:
        return frozenset({"machine"})
    if not viewer.may_write:
        return frozenset()
    parts: dict[Actor, bool] = {"editor": viewer.is_editor, "coordination": viewer.is_coordination}
    return frozenset(actor for actor, is_one in parts.items() if is_one)


def allowed_actions(situation: Situation, viewer: Viewer) -> list[Action]:
    """Return what somebody may do with an application now, in the order of the table."""
    return [action for action in ACTIONS if _refusal(action, situation, viewer) is None]


def check(action: Action, situation: Situation, viewer: Viewer, **told: Any) -> Transition:
    """Return the row by which somebody does this now.

    Args:
        action: what is to be done.
        situation: the application's, read in the transaction that does it, with its row locked.
        viewer: who does it.
        **told: members of the problem when a deadline has passed, such as `yours`, what was typed.

    Raises:
        ActionForbidden: it is not theirs to do.
        ActionImpossible: the application's state does not allow it.
        CallNotOpen, CallClosed, AnswerLate: it is too early or too late.

    """
    refusal = _refusal(action, situation, viewer)
    if refusal is not None:
        raise _error(refusal, situation, viewer, told)
    return _BY_ACTION[action, situation.status]


def next_status(row: Transition, situation: Situation) -> Status:
    """Return the state that a row of the table leads to."""
    if row.to_status == "back":
        return situation.returns_to or "submitted"
    return row.to_status or situation.status


Refusal = Literal["forbidden", "impossible", "not_open", "closed", "late"]


def _refusal(action: Action, situation: Situation, viewer: Viewer) -> Refusal | None:
    actors = actors_of(viewer)
    if actors.isdisjoint(_ACTORS[action]):
        return "forbidden"
    row = _BY_ACTION.get((action, situation.status))
    if row is None or actors.isdisjoint(row.by):
        return "impossible"
    if row.decisions is not None and situation.decision not in row.decisions:
        return "impossible"
    return _lateness(row, situation, viewer)


def _lateness(row: Transition, situation: Situation, viewer: Viewer) -> Refusal | None:
    if row.before == "call" and viewer is not MACHINE:
        if situation.access.state == "not_open":
            return "not_open"
        return None if situation.access.is_open else "closed"
    if row.before == "change_request" and situation.answer_by is not None:
        return "late" if situation.now >= situation.answer_by else None
    return None


def _error(refusal: Refusal, situation: Situation, viewer: Viewer, told: dict[str, Any]) -> Exception:
    if refusal == "forbidden":
        return ActionForbidden("Cette action n'est pas la vôtre sur ce dossier.")
    if refusal == "not_open":
        return CallNotOpen(
            "L'appel n'est pas encore ouvert.", opens_at=situation.opens_at.isoformat(), **told
        )
    if refusal == "closed":
        return CallClosed(
            situation.closed_message
            or "L'appel est clos : ce dossier ne peut plus être modifié ni déposé sans code d'accès.",
            closed_at=situation.closes_at.isoformat(),
            **told,
        )
    if refusal == "late" and situation.answer_by is not None:
        return AnswerLate(
            "Le délai pour répondre à la demande de modifications est passé : écrivez à la coordination.",
            due_at=situation.answer_by.isoformat(),
            **told,
        )
    return ActionImpossible(
        "Ce dossier n'est pas dans un état qui le permet.",
        state=situation.status,
        allowed_actions=allowed_actions(situation, viewer),
    )


def as_markdown() -> str:
    """Return the page of the guide: `docs/transitions.md` is what this says."""
    lines = [_PREFACE, "| action | from | to | by | before |", "|---|---|---|---|---|"]
    for row in TRANSITIONS:
        where = row.from_status + (f" ({', '.join(sorted(row.decisions))})" if row.decisions else "")
        by = ", ".join(sorted(row.by))
        lines.append(f"| {row.action} | {where} | {row.to_status or '='} | {by} | {row.before or ''} |")
    return "\n".join(lines) + "\n"


_PREFACE: Final = """\
# What may be done with an application

Printed by `python -m ombelle_events transitions`; a test says when it is not so any more. The API tells the same as
`allowed_actions`, and refuses the rest: `action_impossible` from another state, `action_forbidden` to somebody else.

`=` leaves the state as it is; `back` goes where the request for changes came from. `editor` acts for the organisation
that holds the application, or for a co-holder that may edit; `machine` is the call's own closing. `before` names the
deadline: the call's end, with its grace or the draft's access code, or the day by which changes were asked for.
"""
