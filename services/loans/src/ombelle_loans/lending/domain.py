"""What a lender settles, as plain values. Standard library only."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

DEFAULTS: Final[Mapping[str, Any]] = {
    "opening_days": [1, 2, 3, 4, 5],
    "buffer_before_days": 0,
    "buffer_after_days": 0,
    "near_departments": [],
    "far_buffer_before_days": 0,
    "far_buffer_after_days": 0,
    "notice_days": 0,
    "min_days": 1,
    "max_days": 366,
    "hold_days": 14,
    "insurance": "none",
    "agreement_template": None,
    "address": None,
    "email": None,
    "phone": None,
    "signatory_name": None,
    "signatory_capacity": None,
}
"""What holds for a lender who has set nothing: the table's own defaults, and the view `item_rule`'s."""
PERSONAL: Final = frozenset({"address", "email", "phone", "signatory_name", "signatory_capacity"})
"""Fields that may say who somebody is: the log names them without their values."""

AGREEMENT_WORDS: Final = (
    "convention", "preteur", "emprunteur", "signataire", "qualite", "outil", "lieu", "dates", "debut", "fin", "jours",
    "exemplaires", "montant", "valeur", "assurance",
)  # fmt: skip
"""What the text of a lender's agreements may name: `{{ emprunteur }}`."""
NAMED: Final = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


def unknown_words(template: str) -> list[str]:
    """Return what a text of agreements names and there is not."""
    return sorted(set(NAMED.findall(template)) - set(AGREEMENT_WORDS))


@dataclass(frozen=True, slots=True)
class Price:
    """What a lender asks: once (`flat`), or for each period of `period_days` that the loan begins. Cents."""

    basis: Literal["flat", "per_period"]
    period_days: int | None
    member_cents: int
    other_cents: int

    def fee_cents(self, days: int, *, is_member: bool) -> int:
        """Return what a loan of so many days costs, both ends counted.

        Raises:
            ValueError: no loan has fewer than one day.

        """
        if days < 1:
            raise ValueError("a loan has a day at least")
        cents = self.member_cents if is_member else self.other_cents
        return cents if self.period_days is None else cents * -(-days // self.period_days)
