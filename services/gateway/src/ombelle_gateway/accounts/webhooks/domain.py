"""Webhooks' secrets, patience and bodies. Standard library only."""

import base64
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

MOST: Final = 10
"""Webhooks of one organisation, at most."""
OVERLAP: Final = timedelta(hours=24)
"""How long after a new secret the former one signs too, so that a program changes over without losing anything."""
_LONGEST: Final = 500
_SECRET_BYTES: Final = 32  # Standard Webhooks asks for 24 to 64


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a delivery is tried for."""

    first_wait: float = 5
    longest_wait: float = 4 * 3600
    """Seconds between two tries; each wait is twice the one before."""
    trying: timedelta = timedelta(days=3)
    """How long until it is given up, and later ones of its subject go on."""
    timeout: float = 10
    """Seconds that the receiver has to answer."""

    def wait(self, tries: int) -> timedelta:
        """Return how long to wait after so many tries."""
        return timedelta(seconds=min(self.first_wait * 2 ** min(tries - 1, 30), self.longest_wait))


def new_secret() -> str:
    """Make a secret out of the system's randomness, as Standard Webhooks writes it."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()


def body_of(
    event: str, at: datetime, organisation: str, subject: tuple[str, str], data: Mapping[str, Any]
) -> str:
    """Return what is signed and sent: the same bytes at each try."""
    told = {**data, "organisation_id": organisation, "subject": {"kind": subject[0], "id": subject[1]}}
    return json.dumps(
        {"type": event, "timestamp": at.isoformat(), "data": told}, ensure_ascii=False, separators=(",", ":")
    )


def receiver_address(text: str, *, may_be_plain: bool) -> str:
    """Return where deliveries go, checked as far as its writing tells; a fragment or a name in it is refused.

    Args:
        text: the address.
        may_be_plain: whether `http` serves too, as on a developer's machine.

    Raises:
        ValueError: it is no such address, in French.

    """
    address = text.strip()
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ValueError("Cette adresse n'est pas une adresse web.") from error
    if parts.scheme != "https" and not (may_be_plain and parts.scheme == "http"):
        raise ValueError("Une adresse en https:// est attendue.")
    if not host or port == 0 or len(address) > _LONGEST:
        raise ValueError(f"Une adresse web de {_LONGEST} caractères au plus est attendue.")
    if "@" in parts.netloc or parts.fragment:
        raise ValueError("L'adresse ne porte ni nom d'utilisateur, ni mot de passe, ni « # ».")
    if not address.isascii() or any(character <= " " or character == "\\" for character in address):
        raise ValueError("Écrivez l'adresse sans espace ni accent (un nom accentué s'écrit xn--…).")
    return address
