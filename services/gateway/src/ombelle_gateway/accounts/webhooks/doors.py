"""Which machines a webhook may reach: public ones alone, looked at when the connection is made.

Whoever writes the address of a webhook could otherwise have us call what only we reach: a service beside us, a cloud's
metadata. The check stands where the socket is made, after every name is resolved, so that a name that leads elsewhere a
moment later, an address written in an odd way or a redirect changes nothing.
"""

import asyncio
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any, Final
from urllib.parse import urlsplit

from ombelle_gateway.accounts.webhooks.errors import AddressNotPublic

Network = IPv4Network | IPv6Network
_UNICAST: Final = IPv6Network("2000::/3")  # what IPv6 calls global; the rest is local, or not given out
_NAT64: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_PATIENCE: Final = 5.0


class AddressRefused(OSError):
    """A connection to somewhere that no webhook may reach."""


def read_networks(value: Any) -> Any:
    """Read `127.0.0.0/8,::1/128`: what may be reached beside public machines.

    Raises:
        ValueError: it is no such list.

    """
    if not isinstance(value, str):
        return value
    return tuple(ip_network(part.strip()) for part in value.split(",") if part.strip())


@dataclass(frozen=True, slots=True)
class Doors:
    """What may be reached. `beside` is what an operator opens on purpose, as on a developer's machine."""

    beside: Sequence[Network] = ()

    def is_open(self, address: str) -> bool:
        """Say whether this address, in figures, may be reached."""
        ip = ip_address(address.partition("%")[0])
        return any(ip in network for network in self.beside) or _is_public(ip)

    def socket_for(self, address_info: tuple[Any, ...]) -> socket.socket:
        """Make the socket of a connection: where aiohttp's connector asks for one (`socket_factory`).

        Raises:
            AddressRefused: nothing is sent there.

        """
        family, kind, protocol, _, where = address_info
        if not self.is_open(str(where[0])):
            raise AddressRefused("adresse refusée")
        return socket.socket(family, kind, protocol)

    async def check(self, url: str) -> None:
        """Refuse an address whose name leads nowhere, or where nothing is sent. Not for a transaction: it asks names.

        Raises:
            AddressNotPublic: it does. What it leads to is not told: that would map our network.

        """
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(_PATIENCE):
                found = await loop.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            found = []
        if not found or not all(self.is_open(str(one[4][0])) for one in found):
            raise AddressNotPublic("Cette adresse ne mène pas à un serveur public : vérifiez-la.")


def _is_public(ip: IPv4Address | IPv6Address) -> bool:
    if isinstance(ip, IPv4Address):
        return ip.is_global and not ip.is_multicast
    if any(ip in network for network in _NAT64):
        return False
    inside = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
    if inside is not None:
        return False  # IPv4 in disguise: no receiver needs it
    return ip in _UNICAST and ip.is_global
