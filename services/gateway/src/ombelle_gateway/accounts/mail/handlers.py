from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated, Unavailable
from ombelle_chassis.identity import Identity
from ombelle_chassis.mail_templates import render
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for

from ombelle_gateway.accounts.context import Context
from ombelle_gateway.accounts.errors import DemoUnknown
from ombelle_gateway.accounts.mail.caught import CaughtMailNotFound, ask_demo
from ombelle_gateway.accounts.mail.errors import MailGone, MailNotFound
from ombelle_gateway.accounts.mail.queue import TEMPLATES
from ombelle_gateway.accounts.mail.schemas import (
    CaughtMail,
    CaughtMails,
    MailOut,
    MailQuery,
    Mails,
    MailWhole,
    MailWritten,
    RenderedMail,
)
from ombelle_gateway.accounts.mail.service import NO_SERVER, MailService
from ombelle_gateway.accounts.policies import one_of
from ombelle_gateway.accounts.web import PERSONAL

router = APIRouter(prefix="/api/v1/mails", tags=["mails"])
Team = Annotated[
    Identity, Depends(one_of("coordinator", "secretary", "treasurer", "lender", "administrator"))
]
demo_router = APIRouter(prefix="/api/v1/demo/mails", tags=["demo"])
_KIND = "mails"


@router.get(
    "",
    summary="Mails, newest first",
    responses=responses_for(Unauthenticated, Forbidden),
    openapi_extra=SIGNED_IN,
)
async def mails(asked: Annotated[MailQuery, Query()], context: Context, _: Team, response: Response) -> Mails:
    response.headers["cache-control"] = "private, no-store"
    rows = await _service(context).page(
        state=asked.state, q=asked.q, after=id_after(asked.after, _KIND), count=asked.limit + 1
    )
    following = encode_cursor(_KIND, str(rows[asked.limit - 1]["id"])) if len(rows) > asked.limit else None
    shown = [MailOut.model_validate(_shown(row)) for row in rows[: asked.limit]]
    return Mails(items=shown, next=following, notice=None if context.settings.mail.smtp_url else NO_SERVER)


@router.post(
    "/previews",
    summary="How a mail that a person writes would read",
    responses=responses_for(Unauthenticated, Forbidden),
    openapi_extra=SIGNED_IN,
)
async def preview_mail(written: MailWritten, _: Team) -> RenderedMail:
    rendered = render(TEMPLATES, written.template, written.locale, written.values.model_dump())
    return RenderedMail(subject=rendered.subject, text=rendered.text, html=rendered.html)


@router.get(
    "/{mail_id}",
    summary="A mail, with what it says",
    responses=responses_for(Unauthenticated, Forbidden, MailNotFound),
    openapi_extra=SIGNED_IN,
)
async def mail(mail_id: UUID, context: Context, _: Team, response: Response) -> MailWhole:
    response.headers["cache-control"] = "private, no-store"
    return MailWhole.model_validate(_shown(await _service(context).one(mail_id)))


@router.post(
    "/{mail_id}/retry",
    summary="Try a mail again, now",
    responses=responses_for(Unauthenticated, Forbidden, MailNotFound, MailGone),
    openapi_extra=SIGNED_IN,
)
async def retry_mail(mail_id: UUID, context: Context, identity: Team, response: Response) -> MailWhole:
    response.headers["cache-control"] = "private, no-store"
    return MailWhole.model_validate(_shown(await _service(context).retry(mail_id, by=identity)))


@demo_router.get(
    "",
    summary="What the demo's stack has sent, newest first",
    responses=responses_for(DemoUnknown, Unavailable),
    openapi_extra=PERSONAL,
)
async def demo_mails(context: Context, response: Response) -> CaughtMails:
    response.headers["cache-control"] = "no-store"
    return CaughtMails.model_validate_json(await ask_demo(context.settings.demo_url, "/mails"))


@demo_router.get(
    "/{mail_id}",
    summary="A mail that the demo's stack has sent",
    responses=responses_for(DemoUnknown, CaughtMailNotFound, Unavailable),
    openapi_extra=PERSONAL,
)
async def demo_mail(mail_id: str, context: Context, response: Response) -> CaughtMail:
    response.headers["cache-control"] = "no-store"
    found = await ask_demo(context.settings.demo_url, f"/mails/{quote(mail_id, safe='')}")
    return CaughtMail.model_validate_json(found)


def _service(context: Context) -> MailService:
    return MailService(context.sessions, context.settings.mail.sending())


def _shown(row: Any) -> dict[str, Any]:
    values = dict(row)
    kind, about_id, has_body = values.pop("about_kind"), values.pop("about_id"), values.pop("has_body")
    may_retry = values["state"] != "sent" and has_body and values["to"] is not None
    return values | {
        "about": {"kind": kind, "id": about_id} if kind else None,
        "allowed_actions": ["retry"] if may_retry else [],
    }
