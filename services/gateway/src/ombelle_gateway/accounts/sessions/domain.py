"""Who calls, as far as a browser shows it, and how sessions are told apart. Standard library only."""

import ipaddress
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Caller:
    """A browser that calls.

    `address` is its own, as the edge saw it; `session` the digest of its session's cookie; `asking` the cookie that it
    got when it asked for a link.
    """

    address: str | None = None
    browser: str | None = None
    session: bytes | None = None
    asking: str | None = None

    @property
    def network(self) -> str | None:
        """What is kept of the address: /24 or /48, which says from what town and names no household."""
        return _cut(self.address, 24, 48)

    @property
    def household(self) -> str:
        """What attempts are counted by: an IPv4 address, or the /64 that one IPv6 connection has whole."""
        return _cut(self.address, 32, 64) or "unknown"


def _cut(address: str | None, four: int, six: int) -> str | None:
    try:
        parsed = ipaddress.ip_address(address or "")
    except ValueError:
        return None
    return str(ipaddress.ip_network((parsed, four if parsed.version == 4 else six), strict=False))


# In this order: each browser also says the names of those that it descends from.
_BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS: Final = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def browser_name(user_agent: str | None) -> str | None:
    """Return « Firefox, Windows » for a `User-Agent`: enough to know one's own devices, too little to follow anyone."""
    text = (user_agent or "")[:500]
    found = [next((name for mark, name in table if mark in text), None) for table in (_BROWSERS, _SYSTEMS)]
    return ", ".join(name for name in found if name) or None
