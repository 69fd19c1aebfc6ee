"""The words of a request. Plain Python."""

import re
from typing import Final, Literal

Channel = Literal["direct", "pass_culture"]
CHANNELS: Final[tuple[Channel, ...]] = ("direct", "pass_culture")
"""How a request reaches the lender; `pass_culture` is ADAGE, for *collèges* and *lycées*."""
PassCultureState = Literal["pre_booked", "confirmed", "done", "reimbursed"]
PASS_CULTURE_STATES: Final[tuple[PassCultureState, ...]] = ("pre_booked", "confirmed", "done", "reimbursed")
"""Pre-booked by the teacher, confirmed by the head of the school, done, claimed from pass Culture and paid; in this
order."""
PASS_CULTURE_KINDS: Final = frozenset({"college", "lycee"})
"""The kinds of organisations that pass Culture pays for."""

INSEE: Final = r"(?:\d{2}|2[AB])\d{3}"
"""The code of a commune, as INSEE writes it."""


def department_of(commune_insee: str) -> str:
    """Return the department of a commune by its INSEE code: `80021` is in `80`, `97411` in `974`.

    Raises:
        ValueError: it is no such code.

    """
    if not re.fullmatch(INSEE, commune_insee):
        raise ValueError(f"{commune_insee!r} is no INSEE code of a commune")
    return commune_insee[: 3 if commune_insee.startswith(("97", "98")) else 2]


def may_become(state: PassCultureState, other: PassCultureState) -> bool:
    """Say whether a booking may go from one state to another: the same, or the next one."""
    return PASS_CULTURE_STATES.index(other) - PASS_CULTURE_STATES.index(state) in (0, 1)
