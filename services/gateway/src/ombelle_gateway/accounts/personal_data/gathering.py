"""What the other services hold of somebody, asked of each in their name."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import httpx
from ombelle_chassis.identity import Identity, Signer
from ombelle_chassis.identity_header import IDENTITY_HEADER
from ombelle_chassis.tls import trusted_authorities
from ombelle_contracts.messages import SUBSCRIBERS
from pydantic import BaseModel, ValidationError

from ombelle_gateway.accounts.personal_data.errors import ServiceSilent

PATH: Final = "/internal/personal-data"
SERVICES: Final = SUBSCRIBERS["account.erased"]
"""Who holds something of accounts: whoever must hear that one is erased."""

_SECONDS: Final = 15.0


class Held(BaseModel):
    """What a service holds, section by section."""

    service: str
    sections: dict[str, list[dict[str, Any]]]


async def gather(
    identity: Identity, *, addresses: Mapping[str, str], keys_dir: Path | None
) -> dict[str, Held]:
    """Ask every service at once.

    Raises:
        ServiceSilent: one of them is down, or has nobody's address: it is named.

    """
    if keys_dir is None:
        raise _silent("gateway")
    signed = Signer(keys_dir / "signing.json").sign_identity(
        identity.subject, identity.roles, organisations=identity.organisations
    )
    async with httpx.AsyncClient(
        trust_env=False, timeout=_SECONDS, headers={IDENTITY_HEADER: signed}, verify=trusted_authorities()
    ) as client:
        answers = await asyncio.gather(*(_ask(client, name, addresses.get(name)) for name in SERVICES))
    return dict(zip(SERVICES, answers, strict=True))


async def _ask(client: httpx.AsyncClient, name: str, address: str | None) -> Held:
    if address is None:
        raise _silent(name)
    try:
        answer = await client.get(f"{address}{PATH}")
        answer.raise_for_status()
        return Held.model_validate_json(answer.content)
    except (httpx.HTTPError, ValidationError) as error:
        raise _silent(name) from error


def _silent(name: str) -> ServiceSilent:
    return ServiceSilent(
        f"Le service « {name} » ne répond pas : rien n'est remis plutôt qu'une partie. Réessayez dans un instant.",
        service=name,
    )
