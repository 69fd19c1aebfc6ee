"""The words of fees. Plain Python."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

Category = Literal["natural", "small", "medium", "large"]
College = Literal["A", "B", "C", "D"]
FeeState = Literal["called", "partially_paid", "paid", "waived", "void"]
Method = Literal["transfer", "cheque", "helloasso", "card", "cash", "other"]
Age = Literal["not_due", "to_30", "to_60", "to_90", "over_90"]
AGES: Final[tuple[Age, ...]] = get_args(Age)
"""How late what is owed is: not yet, then by days after the due one."""

CATEGORIES: Final[Mapping[Category, str]] = {
    "natural": "personne physique",
    "small": "petite structure",
    "medium": "structure moyenne",
    "large": "grande structure",
}
METHODS: Final[Mapping[Method, str]] = {
    "transfer": "virement",
    "cheque": "chèque",
    "helloasso": "HelloAsso",
    "card": "carte bancaire",
    "cash": "espèces",
    "other": "autre moyen",
}
STATES: Final[Mapping[FeeState, str]] = {
    "called": "à payer",
    "partially_paid": "payée en partie",
    "paid": "payée",
    "waived": "dispensée",
    "void": "annulée",
}


def decimal_euros(cents: int) -> str:
    """Return an amount as a spreadsheet reads it in French: `1234,50`."""
    return f"{cents // 100},{cents % 100:02}"


def euros(cents: int) -> str:
    """Return an amount as it is written in French: « 1 234,50 € »."""
    whole = f"{cents // 100:,}".replace(",", "\u202f")
    return f"{whole},{cents % 100:02}\u00a0€" if cents % 100 else f"{whole}\u00a0€"


def receipt_reference(year: int, number: int) -> str:
    """Return how a receipt is called: `2027-0012`."""
    return f"{year}-{number:04}"
