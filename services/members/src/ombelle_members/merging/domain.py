"""What one organisation takes of another that goes into it."""

from collections.abc import Mapping
from typing import Any, Final

# Fields that only mean something together.
_GROUPS: Final = (
    ("legal_name",), ("siret",), ("address", "postal_code"), ("commune_insee", "commune_name"),
    ("latitude", "longitude"), ("website",), ("email",), ("phone",), ("description",), ("themes",), ("offers",),
)  # fmt: skip


def fills(kept: Mapping[str, Any], gone: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that `kept` lacks and `gone` has. Consent is none of them: it was given for another page."""
    taken: dict[str, Any] = {}
    for group in _GROUPS:
        if not any(_is_there(kept[name]) for name in group):
            taken |= {name: gone[name] for name in group if _is_there(gone[name])}
    return taken


def _is_there(value: Any) -> bool:
    return value is not None and value != []
