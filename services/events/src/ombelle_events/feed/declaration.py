"""What somebody may say of a feed, whether by the command or by the API: one set of rules, told field by field."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from ombelle_events.feed.archives.addresses import understood, without_key
from ombelle_events.feed.domain import KINDS, is_valid_name
from ombelle_events.geography.loader import territory_folder

WITH_AGENDA: Final = "openagenda-v2"
"""The kind that reads one agenda of a platform, with a key; the others read an address, or a file."""

_EDITIONS: Final = range(1991, 2200)
_MINUTES: Final = range(1, 43_201)
_LONGEST: Final = 2_000


class DeclarationRefused(Exception):
    """A feed that cannot be so: a French sentence by field."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__(", ".join(faults))
        self.faults = dict(faults)


@dataclass(frozen=True, slots=True)
class Declaration:
    """A feed's settings as they are stored. `territory` null admits every department."""

    name: str
    kind: str
    url: str
    agenda: str | None = None
    key: str | None = None
    territory: list[str] | None = None
    edition: int | None = None
    every_minutes: int | None = None


def read_declaration(values: Mapping[str, Any], *, files: bool) -> Declaration:
    """Check and clean what was said of a feed.

    Args:
        values: by the names of `Declaration`'s fields.
        files: whether `url` may name a file of this machine. Only who has a shell on it may: through the API, it
            would show any file to anyone with a token.

    Raises:
        DeclarationRefused: with every fault.

    """
    kind = values["kind"]
    values = _key_apart(values)
    cleaners: dict[str, Callable[[Any], Any]] = {
        "name": _name,
        "kind": _kind,
        "url": lambda value: _url(value, kind, files=files),
        "agenda": lambda value: _agenda(value, kind),
        "key": lambda value: _key(value, kind),
        "territory": _territory,
        "edition": lambda value: _within(value, _EDITIONS),
        "every_minutes": lambda value: _within(value, _MINUTES),
    }
    clean: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for field, cleaner in cleaners.items():
        try:
            clean[field] = cleaner(values.get(field))
        except ValueError as fault:
            faults[field] = str(fault)
    if faults:
        raise DeclarationRefused(faults)
    return Declaration(**clean)


def departments_of(territory: str) -> list[str]:
    """Return the departments of a configured territory. Raises TerritoryNotFound."""
    found = json.loads((territory_folder(territory) / "territory.json").read_text(encoding="utf-8"))
    return [str(code) for code in found["departments"]]


def _key_apart(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Take a key out of an archive's address: addresses are shown and logged, keys are not."""
    if values["kind"] == WITH_AGENDA or "://" not in values["url"]:
        return values
    try:
        url, key = without_key(values["url"])
    except ValueError:
        return values  # refused for what it is
    # The one pasted with the address is the newer one, where the feed had a key.
    return {**values, "url": url, "key": key or values.get("key")}


def _name(value: str) -> str:
    if not is_valid_name(value):
        raise ValueError("Le nom d'un flux : lettres minuscules, chiffres, « - » et « _ », 63 au plus.")
    return value


def _kind(value: str) -> str:
    if value not in KINDS:
        raise ValueError(f"Les sortes de flux sont {', '.join(KINDS)}.")
    return value


def _url(value: str, kind: str, *, files: bool) -> str:
    if files and kind != WITH_AGENDA and "://" not in value:
        path = Path(value)
        if not path.is_file():
            raise ValueError(f"« {value} » n'est ni une adresse http(s) ni un fichier.")
        return str(path.resolve())
    try:
        parts = urlsplit(value)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    # A password in an address would be shown with it.
    usable = usable and not (parts.username or parts.password or parts.fragment) and len(value) <= _LONGEST
    if not usable or not value.isascii() or not value.isprintable() or " " in value:
        raise ValueError(f"« {value[:100]} » n'est pas une adresse http(s).")
    if kind == WITH_AGENDA and parts.query:
        raise ValueError("L'adresse de l'API, sans paramètres.")
    if kind != WITH_AGENDA:
        understood(value)
    return value if parts.query else value.rstrip("/")


def _agenda(value: str | None, kind: str) -> str | None:
    if kind != WITH_AGENDA:
        if value is not None:
            raise ValueError("Cette sorte de flux n'a pas d'agenda.")
        return None
    if value is None or not (value.isascii() and value.isdigit()) or len(value) > 20:
        raise ValueError("Le numéro (uid) de l'agenda, en chiffres.")
    return value


def _key(value: str | None, kind: str) -> str | None:
    if value is None and kind != WITH_AGENDA:
        return None
    key = (value or "").strip()
    if not key or not key.isascii() or not key.isprintable() or len(key) > 500:
        raise ValueError("La clé de lecture : vide ou illisible.")
    return key


def _territory(value: list[str] | None) -> list[str] | None:
    if value is None:
        return None
    codes = list(dict.fromkeys(code.strip().upper() for code in value))
    if not codes or not all(2 <= len(code) <= 3 and code.isascii() and code.isalnum() for code in codes):
        raise ValueError("Des codes de département, ou rien pour les admettre tous.")
    return codes


def _within(value: int | None, allowed: range) -> int | None:
    if value is not None and value not in allowed:
        raise ValueError(f"De {allowed.start} à {allowed.stop - 1}.")
    return value
