"""What the gateway is told by its environment."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ombelle_chassis.addresses import web_address

from ombelle_gateway.client_address import Network


class BadSettings(ValueError):
    """A variable is missing or cannot be understood."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one gateway. A dataclass: pydantic-settings would cost 20 MB to read seven texts."""

    database_url: str
    upstreams: Mapping[str, str]
    """Service name → its address, `http://127.0.0.1:4711`, without a slash at the end."""
    keys_dir: Path
    frontend_dir: Path
    ready_file: Path | None
    public_url: str
    """The only source of absolute links, without a slash at the end."""
    trusted_proxies: tuple[Network, ...] = ()
    """Networks of our own proxies, whose word is taken for where a request comes from."""

    @property
    def is_https(self) -> bool:
        """Whether people come by https."""
        return self.public_url.startswith("https://")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Read the variables.

        Raises:
            BadSettings: naming the variable.

        """
        ready_file = environment.get("GATEWAY_READY_FILE")
        return cls(
            database_url=_required(environment, "GATEWAY_DATABASE_URL"),
            upstreams=_upstreams(_required(environment, "GATEWAY_UPSTREAMS")),
            keys_dir=keys_dir(environment),
            frontend_dir=Path(_required(environment, "GATEWAY_FRONTEND_DIR")),
            ready_file=Path(ready_file) if ready_file else None,
            public_url=_address("OMBELLE_PUBLIC_URL", _required(environment, "OMBELLE_PUBLIC_URL")),
            trusted_proxies=_networks(environment.get("OMBELLE_TRUSTED_PROXIES", "")),
        )


def keys_dir(environment: Mapping[str, str]) -> Path:
    """Read where the keys are, which `token` and `keys` need alone."""
    return Path(_required(environment, "GATEWAY_KEYS_DIR"))


def _required(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "").strip()
    if not value:
        raise BadSettings(f"{name} is not set")
    return value


def _address(name: str, value: str) -> str:
    try:
        return web_address(value)
    except ValueError as error:
        raise BadSettings(f"{name}: {error}") from error


def _networks(text: str) -> tuple[Network, ...]:
    try:
        return tuple(ipaddress.ip_network(part.strip()) for part in text.split(",") if part.strip())
    except ValueError as error:
        raise BadSettings(f"OMBELLE_TRUSTED_PROXIES: {error}") from error


def _upstreams(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in text.split(","):
        name, equals, address = pair.strip().partition("=")
        if not equals or not name:
            raise BadSettings("GATEWAY_UPSTREAMS is a list like events=http://127.0.0.1:4711,loans=…")
        found[name] = _address("GATEWAY_UPSTREAMS", address)
    return found
