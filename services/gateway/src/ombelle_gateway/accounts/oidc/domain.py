"""Identity providers as an operator names them, and whom they say that somebody is. Standard library only."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import urlsplit

REQUEST_LIVES: Final = timedelta(minutes=10)
"""As long as somebody may take to sign in at the provider."""
DEFAULT_SCOPES: Final = "openid profile email"
_ISSUER: Final = re.compile(r"OMBELLE_OIDC_([A-Z0-9]+(?:_[A-Z0-9]+)*)_ISSUER")
_LONGEST: Final = 255  # characters of a subject: OpenID Connect Core 1.0, §2


class ProviderMisconfigured(ValueError):
    """A variable is missing or cannot be understood."""


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider of the environment. `name` stands in addresses: `OMBELLE_OIDC_PRO_CONNECT_…` is `pro-connect`."""

    name: str
    label: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    scopes: str = DEFAULT_SCOPES
    trusts_emails: bool = False
    """Whether the addresses that it gives are verified where it does not say so: ProConnect's are."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Whom a provider says that somebody is. `email` is there only when it is verified."""

    issuer: str
    subject: str
    email: str | None


def read_providers(environment: Mapping[str, str]) -> tuple[Provider, ...]:
    """Read `OMBELLE_OIDC_<NAME>_ISSUER _CLIENT_ID _CLIENT_SECRET _LABEL _SCOPES _TRUSTS_EMAILS`, by name.

    Raises:
        ProviderMisconfigured: naming the variable.

    """
    found = (_ISSUER.fullmatch(name) for name, value in environment.items() if value.strip())
    return tuple(
        _provider(match[1], environment) for match in sorted(filter(None, found), key=lambda m: m[1])
    )


def _provider(name: str, environment: Mapping[str, str]) -> Provider:
    def read(what: str, default: str | None = None) -> str:
        value = environment.get(f"OMBELLE_OIDC_{name}_{what}", "").strip() or default
        if value is None:
            raise ProviderMisconfigured(f"OMBELLE_OIDC_{name}_{what} is not set")
        return value

    issuer, trusts = read("ISSUER"), read("TRUSTS_EMAILS", "false").lower()
    if not is_safe(issuer) or urlsplit(issuer).query:
        raise ProviderMisconfigured(f"OMBELLE_OIDC_{name}_ISSUER must be an https address without a query")
    if trusts not in {"true", "false"}:
        raise ProviderMisconfigured(f"OMBELLE_OIDC_{name}_TRUSTS_EMAILS must be true or false")
    scopes = read("SCOPES", DEFAULT_SCOPES)
    if "openid" not in scopes.split():
        raise ProviderMisconfigured(f"OMBELLE_OIDC_{name}_SCOPES must hold openid")
    return Provider(
        name=name.lower().replace("_", "-"),
        label=read("LABEL", name.replace("_", " ").capitalize()),
        issuer=issuer,
        client_id=read("CLIENT_ID"),
        client_secret=read("CLIENT_SECRET"),
        scopes=scopes,
        trusts_emails=trusts == "true",
    )


def is_safe(address: str) -> bool:
    """Say whether an address is https, or http to this very machine, where nobody listens in between."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme == "http":
        return host == "localhost" or _is_loopback(host)
    return parts.scheme == "https" and bool(host)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def claims_of(provider: Provider, issuer: str, told: Mapping[str, Any]) -> Claims | None:
    """Return what the claims of an ID token, or of the userinfo that goes with it, say; None without a subject."""
    subject = told.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= _LONGEST or "\0" in subject:
        return None
    verified = told.get("email_verified", provider.trusts_emails)
    email = told.get("email")
    is_proved = (verified is True or verified == "true") and isinstance(email, str) and len(email) <= _LONGEST
    return Claims(issuer, subject, email if is_proved else None)
