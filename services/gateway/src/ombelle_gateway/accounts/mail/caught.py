"""Mails that a demo catches instead of letting them leave. Only where one runs."""

from typing import Final

import httpx
from ombelle_chassis.errors import NotFound, Unavailable
from ombelle_chassis.tls import trusted_authorities

from ombelle_gateway.accounts.errors import DemoUnknown

_SECONDS: Final = 5.0


class CaughtMailNotFound(NotFound):
    """The demo has caught no such mail, or keeps it no more."""

    code = "mail_not_found"
    title = "Mail not found"


async def ask_demo(demo_url: str | None, path: str) -> bytes:
    """Return what the demo answers to `GET path`, as JSON.

    Raises:
        DemoUnknown: no demo runs here.
        CaughtMailNotFound: it has nothing there.
        Unavailable: it does not answer.

    """
    if demo_url is None:
        raise DemoUnknown("Il n'y a pas de démonstration ici.")
    try:
        async with httpx.AsyncClient(
            trust_env=False, timeout=_SECONDS, verify=trusted_authorities()
        ) as client:
            answer = await client.get(f"{demo_url}{path}")
            if answer.status_code == 404:
                raise CaughtMailNotFound("Ce courriel n'est pas dans la boîte de la démonstration.")
            answer.raise_for_status()
    except httpx.HTTPError as error:
        raise Unavailable("La démonstration ne répond pas : réessayez dans un instant.") from error
    return answer.content
