"""Receipts and fresh sign-ins. Standard library only."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

FRESH: Final = timedelta(minutes=15)
"""How long after signing in one may erase oneself."""

# Crockford's: nothing that is taken for another when it is read aloud.
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that an erasure took place: of whom, only they know."""

    number: str
    erased_at: datetime
    services: tuple[str, ...]


def new_number() -> str:
    """Return a receipt's number, `7K3Q-M2XP-9TRD-0VWB`: eighty bits that nobody guesses."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
