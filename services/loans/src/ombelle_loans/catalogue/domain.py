"""The words of the catalogue. Standard library only."""

import re
import unicodedata
from typing import Final

LONGEST_SLUG: Final = 100
MOST_FORMATS: Final = 12
MOST_PHOTOS: Final = 24
MOST_DOCUMENTS: Final = 24
LONGEST_FILE: Final = 20 * 1024 * 1024
"""Bytes of a document, at most."""
LONGEST_PHOTO: Final = 10 * 1024 * 1024
PHOTO_TYPES: Final = ("image/jpeg", "image/png", "image/webp")

SHEET: Final = (
    "title", "category", "abstract", "description", "themes", "audiences", "languages", "accessibility", "producer",
    "year", "credits", "space_m2", "needs_power", "weight_kg", "packages", "transport", "setup",
    "insurance_value_cents", "condition", "handling", "contact_email", "contact_phone", "buffer_before_days",
    "buffer_after_days", "notice_days", "min_days", "max_days", "insurance", "added_on",
)  # fmt: skip
"""What of an item its editors write."""
MEASURES: Final = (
    "space_m2", "needs_power", "weight_kg", "packages", "transport", "setup", "insurance_value_cents",
)  # fmt: skip
"""What a format says for itself, where it differs from its item."""
FORMAT: Final = (
    "format",
    "label",
    "external_id",
    "panels",
    "dimensions",
    *MEASURES,
    "position",
    "added_on",
    "retired_on",
)
UNIT: Final = ("copy_number", "module_number", "name", "state", "state_note", "place")
PERSONAL: Final = frozenset({"contact_email", "contact_phone"})
"""Fields that may say who somebody is: the log names them without their values."""


RESERVED_SLUGS: Final = frozenset({"editions", "facets"})
"""What stands beside the items in addresses: no item is called so."""


def slug_of(title: str) -> str:
    """Return what an item's address is made of: `l-eau-en-picardie`; `outil` for a title without a letter."""
    plain = unicodedata.normalize("NFKD", title.replace("œ", "oe").replace("æ", "ae").replace("Œ", "oe"))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower().replace("'", " "))
    return "-".join(words)[:LONGEST_SLUG].strip("-") or "outil"
