"""Words without accents or signs: for comparing, and for addresses."""

import re
import unicodedata

_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "’": " ", "‘": " ", "–": " ", "—": " "}
)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Lower case without accents or signs, words apart by one space: for comparing, never for showing."""
    plain = (
        unicodedata.normalize("NFKD", text.translate(_LIGATURES).lower()).encode("ascii", "ignore").decode()
    )
    return _NOT_SLUG.sub(" ", plain).strip()


def slugify(text: str, limit: int = 80) -> str:
    """`text` as a part of an address; empty when it has no letter or digit."""
    slug = fold(text).replace(" ", "-")
    return slug if len(slug) <= limit else slug[: limit + 1].rsplit("-", 1)[0][:limit]
