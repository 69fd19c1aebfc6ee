"""What may be done with a loan, by whom, from which states: the one table.

Code asks `check`, the API tells `allowed_actions`, the guide prints `as_markdown`, the tests try every row, and a trigger
of the database (`loan_moves`) knows the same moves.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from ombelle_loans.loans.domain import EXTENDABLE, Part, Status
from ombelle_loans.loans.errors import ActionForbidden, ActionImpossible, PaperMissing

Action = Literal[
    "edit",
    "hold",
    "offer",
    "accept",
    "expire",
    "waitlist",
    "approve",
    "decline",
    "settle_fee",
    "make_agreement",
    "send_agreement",
    "sign",
    "insure",
    "confirm",
    "ask_extension",
    "decline_extension",
    "extend",
    "shorten",
    "hand_over",
    "return",
    "inspect",
    "close",
    "cancel",
]
ACTIONS: Final[tuple[Action, ...]] = get_args(Action)
Need = Literal[
    "offer", "answer", "agreement", "signature", "insurance", "report_out", "report_in", "fee", "extension"
]
"""What must be there: an offer that the borrower has not answered; no such offer (`answer`); the agreement; the signed
one; what the lender asks as insurance; the condition reports; a fee that is settled; an extension that was asked for."""
NEEDS: Final[tuple[Need, ...]] = get_args(Need)

NEED_DETAILS: Final[dict[Need, str]] = {
    "offer": "Aucune proposition n’attend de réponse.",
    "answer": "L’emprunteur n’a pas encore répondu à la proposition de la liste d’attente.",
    "agreement": "La convention n’est pas faite.",
    "signature": "La convention signée manque.",
    "insurance": "L’attestation d’assurance demandée manque : déposez-la, ou dites pourquoi vous en dispensez.",
    "report_out": "Le constat de départ manque.",
    "report_in": "Le constat de retour manque.",
    "fee": "Le montant du prêt n’est pas encore fixé : fixez-le d’abord.",
    "extension": "Aucune prolongation n’est demandée.",
}


@dataclass(frozen=True, slots=True)
class Transition:
    """One row. `to_status` `None` leaves the state as it is; `needs` must be there."""

    action: Action
    from_status: Status
    to_status: Status | None
    by: frozenset[Part]
    needs: frozenset[Need] = frozenset()


_BORROWER: Final[frozenset[Part]] = frozenset({"borrower"})
_LENDER: Final[frozenset[Part]] = frozenset({"lender"})
_MACHINE: Final[frozenset[Part]] = frozenset({"machine"})
_BOTH: Final = _BORROWER | _LENDER
_ANYBODY_OF_PAPERS: Final = _BOTH | _MACHINE


def _rows(
    action: Action,
    moves: dict[Status, Status | None],
    by: frozenset[Part],
    *needs: Need,
) -> Iterator[Transition]:
    for from_status, to_status in moves.items():
        yield Transition(action, from_status, to_status, by, frozenset(needs))


def _stays(*statuses: Status) -> dict[Status, Status | None]:
    return dict.fromkeys(statuses)


def _becomes(to_status: Status, *statuses: Status) -> dict[Status, Status | None]:
    return dict.fromkeys(statuses, to_status)


TRANSITIONS: Final[tuple[Transition, ...]] = (
    *_rows("edit", _stays("requested", "waitlisted", "held"), _BOTH),
    *_rows("edit", _stays("approved"), _LENDER),
    *_rows("hold", _becomes("held", "requested", "waitlisted", "expired") | _stays("held"), _LENDER),
    *_rows("offer", _becomes("held", "waitlisted"), _MACHINE),
    *_rows("accept", _stays("held"), _BORROWER, "offer"),
    *_rows("expire", _becomes("expired", "held"), _MACHINE),
    *_rows("waitlist", _becomes("waitlisted", "requested", "expired"), _BOTH),
    *_rows("approve", _becomes("approved", "requested"), _LENDER),
    *_rows("approve", _becomes("approved", "held"), _LENDER, "answer"),
    *_rows("decline", _becomes("declined", "requested", "waitlisted", "held", "expired"), _LENDER),
    *_rows(
        "settle_fee",
        _stays(
            "requested", "waitlisted", "held", "approved", "agreement_sent", "confirmed", "out", "returned",
            "inspected",
        ),
        _LENDER | _MACHINE,
    ),
    # Nobody is given to sign what they will pay without being told how much.
    *_rows("make_agreement", _stays("approved", "agreement_sent"), _LENDER, "fee"),
    *_rows(
        "send_agreement", _becomes("agreement_sent", "approved") | _stays("agreement_sent"), _LENDER, "agreement", "fee"
    ),
    *_rows("sign", _stays("agreement_sent"), _ANYBODY_OF_PAPERS),
    *_rows("insure", _stays("approved", "agreement_sent", "confirmed"), _BOTH),
    *_rows(
        "confirm", _becomes("confirmed", "agreement_sent"), _LENDER | _MACHINE, "signature", "insurance"
    ),
    *_rows("ask_extension", _stays(*EXTENDABLE), _BORROWER),
    *_rows("decline_extension", _stays(*EXTENDABLE), _LENDER, "extension"),
    # What was signed, or is about to be, says other days: it is made and signed anew.
    *_rows("extend", _stays("approved", "out") | _becomes("approved", "agreement_sent", "confirmed"), _LENDER),
    *_rows("shorten", _stays("approved", "agreement_sent", "confirmed", "out"), _BOTH),
    *_rows("hand_over", _becomes("out", "confirmed"), _LENDER, "report_out"),
    *_rows("return", _becomes("returned", "out"), _LENDER),
    *_rows("inspect", _becomes("inspected", "returned"), _LENDER, "report_in"),
    *_rows("close", _becomes("closed", "inspected"), _LENDER, "fee"),
    *_rows(
        "cancel",
        _becomes(
            "cancelled", "requested", "waitlisted", "held", "approved", "agreement_sent", "confirmed"
        ),
        _BOTH,
    ),
)  # fmt: skip

_BY_ACTION: Final = {(row.action, row.from_status): row for row in TRANSITIONS}
_PARTS: Final = {
    action: frozenset(part for row in TRANSITIONS if row.action == action for part in row.by)
    for action in ACTIONS
}


@dataclass(frozen=True, slots=True)
class Situation:
    """What the table is asked with: a loan's state, and what is there of what steps need."""

    status: Status
    has: frozenset[Need]


def allowed_actions(situation: Situation, parts: Collection[Part]) -> list[Action]:
    """Return what somebody may do with a loan now, in the order of the table."""
    return [action for action in ACTIONS if _refusal(action, situation, frozenset(parts)) is None]


def check(action: Action, situation: Situation, parts: Collection[Part]) -> Transition:
    """Return the row by which somebody does this now.

    Args:
        action: what is to be done.
        situation: the loan's, read in the transaction that does it, with its row locked.
        parts: on which sides of the loan they stand.

    Raises:
        ActionForbidden: it is not theirs to do.
        ActionImpossible: the loan's state does not allow it.
        PaperMissing: something that the step needs is not there.

    """
    refusal = _refusal(action, situation, frozenset(parts))
    if refusal == "forbidden":
        raise ActionForbidden("Cette action n’est pas la vôtre sur ce prêt.")
    allowed = allowed_actions(situation, parts)
    if refusal == "impossible":
        raise ActionImpossible(
            "Ce prêt n’est pas dans un état qui le permet.", state=situation.status, allowed_actions=allowed
        )
    row = _BY_ACTION[action, situation.status]
    if missing := [need for need in NEEDS if need in row.needs - situation.has]:
        detail = " ".join(NEED_DETAILS[need] for need in missing)
        raise PaperMissing(detail, state=situation.status, needs=missing, allowed_actions=allowed)
    return row


def _refusal(
    action: Action, situation: Situation, parts: frozenset[Part]
) -> Literal["forbidden", "impossible", "missing"] | None:
    if parts.isdisjoint(_PARTS[action]):
        return "forbidden"
    row = _BY_ACTION.get((action, situation.status))
    if row is None or parts.isdisjoint(row.by):
        return "impossible"
    return None if row.needs <= situation.has else "missing"


def as_markdown() -> str:
    """Return the page of the guide: `docs/loan-transitions.md` is what this says."""
    lines = [_PREFACE, "| action | from | to | by | needs |", "|---|---|---|---|---|"]
    for row in TRANSITIONS:
        by, needs = ", ".join(sorted(row.by)), ", ".join(sorted(row.needs))
        lines.append(f"| {row.action} | {row.from_status} | {row.to_status or '='} | {by} | {needs} |")
    return "\n".join(lines) + "\n"


_PREFACE: Final = """\
# What may be done with a loan

Printed by `python -m ombelle_loans transitions`; a test says when it is not so any more. The API tells the same as
`allowed_actions`, and refuses the rest: `action_impossible` from another state, `action_forbidden` to somebody else,
`paper_missing` as long as something is not there that the step needs.

`=` leaves the state as it is. `borrower` acts for the organisation that asked; `lender` lends for the agency, or for the
owner of the item; `machine` is the service itself. From `held` to `returned` the units are blocked.

`needs`: `offer`, an offer from the waiting list that the borrower has not answered; `answer`, no such offer; `agreement`,
the agreement was made; `signature`, it came back signed; `insurance`, what the lender asks, or why it is waived;
`report_out` and `report_in`, the condition reports of both ends; `fee`, the fee is settled; `extension`, the borrower asked
for one that nobody answered yet.
"""
