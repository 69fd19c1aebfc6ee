"""Addresses that an operator gives. Standard library only."""

import re
from urllib.parse import urlsplit


def web_address(text: str) -> str:
    """Return an http(s) address without the slash at its end: `https://agenda.example.fr/` loses it.

    Raises:
        ValueError: it is no such address, or holds more than a scheme, a host and a port.

    """
    parts = urlsplit(text.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0:  # `port` may raise too
        raise ValueError(f"{text!r} is not an http or https address")
    if parts.path not in {"", "/"} or parts.query or parts.fragment or "@" in parts.netloc:
        raise ValueError(f"{text!r} holds more than https://host:port")
    if not re.fullmatch(r"[A-Za-z0-9.:\[\]_-]+", parts.netloc):  # a name with accents is given as xn--…
        raise ValueError(f"{text!r} is not an http or https address")
    return f"{parts.scheme}://{parts.netloc}"
