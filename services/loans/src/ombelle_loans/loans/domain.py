"""The words of a loan. Plain Python."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, Literal, get_args

Status = Literal[
    "requested",
    "waitlisted",
    "held",
    "approved",
    "agreement_sent",
    "confirmed",
    "out",
    "returned",
    "inspected",
    "closed",
    "declined",
    "expired",
    "cancelled",
]
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
BLOCKING: Final[tuple[Status, ...]] = ("held", "approved", "agreement_sent", "confirmed", "out", "returned")
"""The states in which the loan's units are nobody else's: PostgreSQL holds that they are blocked."""
EXTENDABLE: Final[tuple[Status, ...]] = ("approved", "agreement_sent", "confirmed", "out")
"""The states in which a borrower may ask that a loan last longer."""
ENDED: Final[tuple[Status, ...]] = ("inspected", "closed", "declined", "expired", "cancelled")
"""Nothing is blocked any more."""
WENT_OUT: Final[tuple[Status, ...]] = ("out", "returned", "inspected", "closed")
"""What the figures count as a loan."""

STATUS_LABELS: Final[Mapping[Status, str]] = {
    "requested": "Demandé",
    "waitlisted": "En liste d’attente",
    "held": "Option posée",
    "approved": "Accordé",
    "agreement_sent": "Convention envoyée",
    "confirmed": "Confirmé",
    "out": "En cours",
    "returned": "Rendu",
    "inspected": "Vérifié",
    "closed": "Terminé",
    "declined": "Refusé",
    "expired": "Expiré",
    "cancelled": "Annulé",
}
"""How people read a state."""

CancelledBy = Literal["borrower", "lender", "force_majeure"]
CANCELLED_BY: Final[tuple[CancelledBy, ...]] = get_args(CancelledBy)
Sort = Literal["newest", "starts_on", "ends_on"]
"""In which order loans are listed: the last one asked for first, or by their first or last days."""
FeeState = Literal["settled", "to_be_settled"]
FEE_STATES: Final[tuple[FeeState, ...]] = get_args(FeeState)
Part = Literal["borrower", "lender", "machine"]
PARTS: Final[tuple[Part, ...]] = get_args(Part)
"""In what part somebody acts on a loan; `machine` is the service itself."""
Origin = Literal["asked", "imported"]
ORIGINS: Final[tuple[Origin, ...]] = get_args(Origin)
"""A loan of before Ombelle was imported, without the papers that one asked for here must have."""

LONGEST: Final = 1096
"""Days of the longest loan that the tables take, three years; items and lenders say less."""


def days_of(starts_on: date, ends_on: date) -> int:
    """Return how many days a loan lasts, both ends counted."""
    return (ends_on - starts_on).days + 1


def notice_of(starts_on: date, today: date) -> int:
    """Return how many days before its start a loan is cancelled; none once it has begun."""
    return max((starts_on - today).days, 0)


def next_day(day: date) -> date:
    """Return the day after."""
    return day + timedelta(days=1)
