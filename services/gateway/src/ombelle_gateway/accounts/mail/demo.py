"""Mails that a demo catches instead of letting them leave. Only where one runs."""

from typing import Final
from urllib.parse import quote

import httpx
from fastapi import APIRouter, Response
from ombelle_chassis.errors import NotFound, Unavailable
from ombelle_chassis.problems import responses_for

from ombelle_gateway.accounts.context import Context
from ombelle_gateway.accounts.mail.schemas import CaughtMail, CaughtMails
from ombelle_gateway.accounts.signing_in.errors import DemoUnknown
from ombelle_gateway.accounts.web import PERSONAL

_SECONDS: Final = 5.0

router = APIRouter(prefix="/api/v1/demo/mails", tags=["demo"])


class CaughtMailNotFound(NotFound):
    """The demo has caught no such mail, or keeps it no more."""

    code = "mail_not_found"
    title = "Mail not found"


@router.get(
    "",
    summary="What the demo's stack has sent, newest first",
    responses=responses_for(DemoUnknown, Unavailable),
    openapi_extra=PERSONAL,
)
async def demo_mails(context: Context, response: Response) -> CaughtMails:
    response.headers["cache-control"] = "no-store"
    return CaughtMails.model_validate_json(await _asked(context, "/mails"))


@router.get(
    "/{mail_id}",
    summary="A mail that the demo's stack has sent",
    responses=responses_for(DemoUnknown, CaughtMailNotFound, Unavailable),
    openapi_extra=PERSONAL,
)
async def demo_mail(mail_id: str, context: Context, response: Response) -> CaughtMail:
    response.headers["cache-control"] = "no-store"
    return CaughtMail.model_validate_json(await _asked(context, f"/mails/{quote(mail_id, safe='')}"))


async def _asked(context: Context, path: str) -> bytes:
    """Return what the demo answers.

    Raises:
        DemoUnknown: no demo runs here.
        CaughtMailNotFound: it has no such mail.
        Unavailable: it does not answer.

    """
    if context.settings.demo_url is None:
        raise DemoUnknown("Il n'y a pas de démonstration ici.")
    try:
        async with httpx.AsyncClient(trust_env=False, timeout=_SECONDS) as client:
            answer = await client.get(f"{context.settings.demo_url}{path}")
            if answer.status_code == 404:
                raise CaughtMailNotFound("Ce courriel n'est pas dans la boîte de la démonstration.")
            answer.raise_for_status()
    except httpx.HTTPError as error:
        raise Unavailable("La démonstration ne répond pas : réessayez dans un instant.") from error
    return answer.content
