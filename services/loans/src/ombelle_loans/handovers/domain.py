"""The words of hand-overs. Plain Python."""

from collections.abc import Mapping
from typing import Final, Literal, get_args
from uuid import UUID

Direction = Literal["out", "in"]
DIRECTIONS: Final[tuple[Direction, ...]] = get_args(Direction)
UnitCondition = Literal["good", "worn", "damaged", "missing"]
UNIT_CONDITIONS: Final[tuple[UnitCondition, ...]] = get_args(UnitCondition)
"""What a unit is like, the best first."""
SlotKind = Literal["at_lender", "at_borrower", "carrier"]
SLOT_KINDS: Final[tuple[SlotKind, ...]] = get_args(SlotKind)
"""Fetched or brought back at the lender's; delivered or collected by the lender; carried by somebody else."""
HandOverKind = Literal["out", "return", "transfer"]
HAND_OVER_KINDS: Final[tuple[HandOverKind, ...]] = get_args(HandOverKind)
IncidentKind = Literal["damage", "loss"]
INCIDENT_KINDS: Final[tuple[IncidentKind, ...]] = get_args(IncidentKind)
Outcome = Literal["repaired", "replaced", "written_off", "found", "no_action"]
OUTCOMES: Final[tuple[Outcome, ...]] = get_args(Outcome)

PHOTO_TYPES: Final = frozenset({"image/jpeg", "image/png", "image/webp"})
LONGEST_PHOTO: Final = 10 * 1024 * 1024
MOST_PHOTOS: Final = 40
"""Photographs of one report."""

STATE_WHILE: Final[Mapping[str, str]] = {"damage": "damaged", "loss": "lost"}
"""What a unit is while an incident of a kind is open."""
STATE_AFTER: Final[Mapping[str, str]] = {
    "repaired": "usable",
    "replaced": "usable",
    "found": "usable",
    "no_action": "usable",
    "written_off": "retired",
}
"""What a unit is once an incident ended so."""


def incidents_between(
    out: Mapping[UUID, UnitCondition], back: Mapping[UUID, UnitCondition]
) -> dict[UUID, IncidentKind]:
    """Return what happened to units, by what they were like when they left and when they came back.

    A unit that left damaged and comes back damaged is no incident; wear is none either.
    """
    found: dict[UUID, IncidentKind] = {}
    for unit, state in back.items():
        if state == out.get(unit) or state not in {"damaged", "missing"}:
            continue
        if UNIT_CONDITIONS.index(state) > UNIT_CONDITIONS.index(out.get(unit, "good")):
            found[unit] = "loss" if state == "missing" else "damage"
    return found
