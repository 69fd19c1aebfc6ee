"""Our cookies: their names, how they are set and read. Standard library only: the edge reads them too."""

import hashlib
import secrets
from typing import Final

SESSION_SECONDS: Final = 180 * 24 * 3600
"""A cookie is kept as long as the oldest session may serve; PostgreSQL decides whether it still does."""
ASKING_SECONDS: Final = 15 * 60
_LONGEST: Final = 100  # characters; ours have 43


def session_cookie(*, is_https: bool) -> str:
    """Return the name of the cookie of who is signed in. `__Host-`: no other host or path can have set it."""
    return "__Host-ombelle" if is_https else "ombelle"


def asking_cookie(*, is_https: bool) -> str:
    """Return the name of the cookie of a browser that asked for a sign-in link."""
    return "__Host-ombelle-asking" if is_https else "ombelle-asking"


def new_secret() -> str:
    """Return 256 random bits as 43 characters that addresses and cookies hold."""
    return secrets.token_urlsafe(32)


def digest_of(secret: str) -> bytes:
    """Return what is stored of a secret: 32 bytes. Nobody guesses 256 bits, so no slow hash is needed."""
    return hashlib.sha256(secret.encode()).digest()


def read_cookie(values: list[str], name: str) -> str | None:
    """Return the value of a cookie out of all `Cookie` headers.

    Nothing when it is there twice with two values: somebody may have put another one beside ours.
    """
    found = {
        value.strip()
        for header in values
        for given, equals, value in (pair.partition("=") for pair in header.split(";"))
        if equals and given.strip() == name
    }
    value = found.pop() if len(found) == 1 else ""
    return value if 0 < len(value) <= _LONGEST else None


def set_cookie(name: str, value: str, *, seconds: int, is_https: bool, same_site: str = "Lax") -> str:
    """Return the value of `Set-Cookie`; 0 seconds take the cookie away."""
    secure = "; Secure" if is_https else ""
    return f"{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite={same_site}{secure}"


def clear_cookie(name: str, *, is_https: bool) -> str:
    """Return the `Set-Cookie` that takes a cookie away."""
    return set_cookie(name, "", seconds=0, is_https=is_https)
