"""Who plays in the demo season, as it was written: people and organisations, read from the files beside this one."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from stdnum import luhn

from ombelle_demo.library import Commune, communes

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented: how the demo's sign-in names them, the agency's roles they have, what they are in dossiers."""

    key: str
    name: str
    email: str
    label: str
    label_en: str
    roles: tuple[str, ...] = ()
    organisation: str | None = None
    function: str | None = None

    def as_json(self) -> dict[str, Any]:
        """What `GET /accounts` gives."""
        return {
            "key": self.key,
            "name": self.name,
            "email": self.email,
            "role_label": self.label,
            "role_label_en": self.label_en,
            "roles": list(self.roles),
            "organisation": self.organisation,
        }


@dataclass(frozen=True, slots=True)
class Organisation:
    """An invented organisation: who made it (`holder`), who came after, and what is said of it.

    `editors` are invited, `members` ask and are taken, `asking` ask and wait; all are keys of people. `twin_of` is the
    key of the one that this is another entry of.
    """

    key: str
    name: str
    kind: str
    commune: Commune
    address: str
    holder: str
    themes: tuple[str, ...]
    offers: tuple[str, ...]
    public: bool
    website: str | None = None
    description: str | None = None
    editors: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    note: str | None = None
    contact: Mapping[str, str] = field(default_factory=dict)
    twin_of: str | None = None

    @property
    def siret(self) -> str | None:
        """A number that nobody has; another entry of the same organisation has none."""
        return None if self.twin_of else invented_siret(self.key)

    def as_json(self) -> dict[str, Any]:
        """What `POST /organisations` takes."""
        return {
            "name": self.name,
            "kind": self.kind,
            "siret": self.siret,
            "address": self.address,
            "postal_code": self.commune.postal_code,
            "commune_insee": self.commune.insee,
            "commune_name": self.commune.name,
            "latitude": self.commune.latitude,
            "longitude": self.commune.longitude,
            "website": self.website,
            "description": self.description,
            "themes": list(self.themes),
            "offers": list(self.offers),
            "is_public": self.public,
        }


@cache
def people() -> dict[str, Person]:
    """The people by key, in the order in which the sign-in offers them."""
    return {
        key: Person(
            key,
            written["name"],
            written["email"],
            written["label"],
            written["label_en"],
            tuple(written.get("roles", ())),
            written.get("organisation"),
            written.get("function"),
        )
        for key, written in _read("people.toml").items()
    }


@cache
def organisations() -> dict[str, Organisation]:
    """The organisations by key, in the order in which they are made."""
    return {key: _organisation(key, written) for key, written in _read("organisations.toml").items()}


def invented_siret(key: str) -> str:
    """Return fourteen digits whose check digits agree, always the same; no SIREN of the register begins with 000."""
    number = int(hashlib.sha256(key.encode()).hexdigest(), 16) % 100_000
    siren = f"000{number:05}"
    siren += luhn.calc_check_digit(siren)
    return f"{siren}0001{luhn.calc_check_digit(f'{siren}0001')}"


def _organisation(key: str, written: dict[str, Any]) -> Organisation:
    lists: dict[str, Any] = {
        name: tuple(written.get(name, ())) for name in ("themes", "offers", "editors", "members", "asking")
    }
    plain = {name: value for name, value in written.items() if name not in lists}
    plain["commune"] = communes()[written["commune"]]
    return Organisation(key=key, **plain, **lists)


def _read(name: str) -> dict[str, Any]:
    with (_FOLDER / name).open("rb") as file:
        return tomllib.load(file)
