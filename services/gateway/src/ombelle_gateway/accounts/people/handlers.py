from typing import Annotated, Any

from fastapi import APIRouter, Header, Response
from ombelle_chassis.app import SIGNED_IN, CurrentIdentity
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.identity import Identity
from ombelle_chassis.problems import responses_for

from ombelle_gateway.accounts.context import Context, ProcessContext
from ombelle_gateway.accounts.limits.errors import TooManyAttempts
from ombelle_gateway.accounts.limits.service import Limits
from ombelle_gateway.accounts.people.errors import (
    AccountChangedMeanwhile,
    AccountUnknown,
    EmailTaken,
    LinkSpent,
    VersionNeeded,
)
from ombelle_gateway.accounts.people.schemas import EmailAsked, EmailConfirmation, LinkSent, Me, MePatch
from ombelle_gateway.accounts.people.service import LINK_MINUTES, EmailService, MeService, version_tag
from ombelle_gateway.accounts.policies import AccountId, Person
from ombelle_gateway.accounts.web import PERSONAL, AnswerCookies, CurrentCaller

router = APIRouter(prefix="/api/v1", tags=["me"])


@router.get(
    "/me",
    summary="Who I am, what I may be; nobody signed in gets an answer too",
    responses=responses_for(Unauthenticated),
    openapi_extra=PERSONAL,
)
async def me(identity: CurrentIdentity, context: Context, response: Response) -> Me:
    return await _told(identity, context, response)


@router.patch(
    "/me",
    summary="Change my name or my language",
    responses=responses_for(
        Unauthenticated, Forbidden, AccountUnknown, VersionNeeded, AccountChangedMeanwhile
    ),
    openapi_extra=SIGNED_IN,
)
async def change_me(
    patch: MePatch,
    account: AccountId,
    identity: Person,
    context: Context,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> Me:
    values: dict[str, Any] = patch.model_dump(exclude_unset=True)
    await MeService(context.sessions).change(account, values, if_match=if_match)
    return await _told(identity, context, response)


@router.post(
    "/me/email",
    summary="Ask for another address: a link is sent there",
    status_code=202,
    responses=responses_for(Unauthenticated, Forbidden, AccountUnknown, TooManyAttempts),
    openapi_extra=SIGNED_IN,
)
async def ask_email(asked: EmailAsked, account: AccountId, context: Context) -> LinkSent:
    await _email(context).ask(account, asked.email)
    return LinkSent(expires_in_minutes=LINK_MINUTES)


@router.post(
    "/me/email/confirmation",
    summary="Confirm the new address by its link: every other session ends",
    responses=responses_for(Unauthenticated, Forbidden, EmailTaken, LinkSpent, AccountUnknown),
    openapi_extra=SIGNED_IN,
)
async def confirm_email(
    confirmation: EmailConfirmation,
    account: AccountId,
    identity: Person,
    caller: CurrentCaller,
    context: Context,
    cookies: AnswerCookies,
) -> Me:
    cookies.sign_in(await _email(context).confirm(account, confirmation.token, caller=caller))
    return await _told(identity, context, cookies.response)


def _email(context: ProcessContext) -> EmailService:
    return EmailService(context.sessions, Limits.of(context.sessions), public_url=context.settings.public_url)


async def _told(identity: Identity, context: ProcessContext, response: Response) -> Me:
    told = await MeService(context.sessions).describe(identity)
    response.headers["cache-control"] = "private, no-store"
    if told["account"] is not None:
        response.headers["etag"] = version_tag(told["account"].version)
    return Me.model_validate(told, from_attributes=True)
