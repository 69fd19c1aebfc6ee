"""What passkeys are bound to, and how many there may be. Standard library only."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

MOST: Final = 10
"""Passkeys of an account."""
CHALLENGE_LIVES: Final = timedelta(minutes=5)
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class RelyingParty:
    """The site that passkeys are made for: `id` is its host, `origin` what browsers say that they were asked by."""

    id: str
    origin: str
    name: str = "Ombelle"

    @classmethod
    def at(cls, public_url: str) -> "RelyingParty":
        """Return that of a public address, the one source: no request has a say in it."""
        parts = urlsplit(public_url)
        host = parts.hostname or ""
        shown = f"[{host}]" if ":" in host else host
        port = f":{parts.port}" if parts.port and parts.port != _DEFAULT_PORTS[parts.scheme] else ""
        return cls(id=host, origin=f"{parts.scheme}://{shown}{port}")


@dataclass(frozen=True, slots=True)
class NewPasskey:
    """A credential whose registration was verified."""

    credential_id: bytes
    public_key: bytes
    sign_count: int
    transports: list[str]
    is_synchronised: bool
