"""The tables that are taken in. Plain Python."""

from decimal import Decimal
from typing import Final, Literal, get_args

Table = Literal["organisations", "items", "loans", "loan_evaluations", "contributor_returns"]
TABLES: Final[tuple[Table, ...]] = get_args(Table)
"""In the order in which they are taken: what comes later names what comes before."""
NAMES: Final[dict[str, Table]] = {
    **{name: name for name in TABLES},
    "structures": "organisations",
    "outils": "items",
    "prets": "loans",
    "prêts": "loans",
    "evaluations": "loan_evaluations",
    "évaluations": "loan_evaluations",
    "bilans": "contributor_returns",
}
"""What files and sheets may be called."""
BACK: Final = frozenset({"returned", "inspected", "closed"})
"""States of loans that came back."""


def cents(euros: Decimal | None) -> int | None:
    """Return an amount in euros as cents, where there is one."""
    return None if euros is None else int(euros * 100)
