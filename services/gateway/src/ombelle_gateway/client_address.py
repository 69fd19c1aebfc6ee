"""Where a request comes from. The address of the peer, unless a proxy that we were told to trust names another."""

import ipaddress
from collections.abc import Sequence
from typing import Final

CLIENT_ADDRESS_HEADER: Final = "Ombelle-Client-Address"
"""By which the edge tells accounts, and nobody else, where a request comes from."""

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def client_address(peer: str | None, forwarded_for: Sequence[str], trusted: Sequence[Network]) -> str | None:
    """Return the address of the client.

    `X-Forwarded-For` grows to the right: each proxy appends whom it was asked by. So it is read from the right, and
    only as far as those whom we trust; what stands further left, anybody may have written.

    Args:
        peer: who is connected to us.
        forwarded_for: the values of `X-Forwarded-For`, in the order they came.
        trusted: networks of our own proxies.

    """
    address = _address(peer)
    named = [part.strip() for value in forwarded_for for part in value.split(",")]
    while named and address is not None and any(address in network for network in trusted):
        further = _address(named.pop())
        if further is None:
            break
        address = further
    return str(address) if address is not None else None


def _address(text: str | None) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(text or "")
    except ValueError:
        return None
    mapped = getattr(address, "ipv4_mapped", None)
    return mapped or address
