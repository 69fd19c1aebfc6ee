"""What may be done with a member, and what departures mean for a seat. Plain Python."""

from collections.abc import Mapping
from typing import Final, Literal

MemberKind = Literal["legal", "natural"]
College = Literal["A", "B", "C", "D"]
FeeCategory = Literal["natural", "small", "medium", "large"]
Departure = Literal["resignation", "strike_off", "exclusion", "death", "dissolution"]

DEPARTURES: Final[Mapping[str, tuple[Departure, ...]]] = {
    "legal": ("resignation", "strike_off", "exclusion", "dissolution"),
    "natural": ("resignation", "strike_off", "exclusion", "death"),
}
"""How a member of each kind may leave."""
COLLEGE_LABELS: Final[Mapping[str, str]] = {
    "A": "A – Enseignement supérieur et recherche",
    "B": "B – Transfert, innovation, entreprises",
    "C": "C – Social, culture, éducation populaire",
    "D": "D – Personnes qualifiées, société civile",
}
CATEGORY_LABELS: Final[Mapping[str, str]] = {
    "natural": "Personne physique",
    "small": "Petite structure",
    "medium": "Structure moyenne",
    "large": "Grande structure",
}
DEPARTURE_LABELS: Final[Mapping[str, str]] = {
    "resignation": "Démission",
    "strike_off": "Radiation",
    "exclusion": "Exclusion",
    "death": "Décès",
    "dissolution": "Dissolution",
    "change": "Changement de collège",
}


def term_end(departure: Departure) -> Literal["death", "lost_quality"]:
    """Return how the seat of a member that leaves ends."""
    return "death" if departure == "death" else "lost_quality"


def member_actions(*, is_secretariat: bool, role: str | None, kind: str, is_member: bool) -> list[str]:
    """Return what somebody may do with a member; `role` is theirs in it, None where they have none."""
    names = is_member and kind == "legal" and (is_secretariat or role == "administrator")
    actions = {
        "edit": is_secretariat,
        "change_college": is_secretariat and is_member,
        "end": is_secretariat and is_member,
        "readmit": is_secretariat and not is_member,
        "name_representative": names,
        "end_representative": names,
    }
    return [name for name, is_allowed in actions.items() if is_allowed]
