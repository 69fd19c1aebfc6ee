"""Addresses of events written here. Plain Python."""

import re
import unicodedata
from typing import Final

_OTHER: Final = re.compile(r"[^a-z0-9]+")
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_LONGEST: Final = 80


def slug_of(title: str) -> str:
    """Return an address for a title: lower-case words without accents, `evenement` where none is left."""
    folded = unicodedata.normalize("NFKD", title.lower().translate(_LIGATURES))
    words = _OTHER.sub("-", folded.encode("ascii", "ignore").decode()).strip("-")
    return words[:_LONGEST].rstrip("-") or "evenement"
