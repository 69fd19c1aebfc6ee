"""Addresses of events written here. Plain Python."""

from ombelle_events.programme.plain_words import slugify


def slug_of(title: str) -> str:
    """Return an address for a title: lower-case words without accents, `evenement` where none is left."""
    return slugify(title) or "evenement"
