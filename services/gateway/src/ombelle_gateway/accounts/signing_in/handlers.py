from fastapi import APIRouter
from ombelle_chassis.errors import Unavailable
from ombelle_chassis.problems import responses_for

from ombelle_gateway.accounts.context import Context, ProcessContext
from ombelle_gateway.accounts.errors import DemoUnknown
from ombelle_gateway.accounts.limits.errors import TooManyAttempts
from ombelle_gateway.accounts.limits.service import Limits
from ombelle_gateway.accounts.people.errors import AccountSuspended, LinkSpent
from ombelle_gateway.accounts.people.schemas import LinkSent
from ombelle_gateway.accounts.signing_in.demo import DemoService
from ombelle_gateway.accounts.signing_in.domain import LINK_MINUTES
from ombelle_gateway.accounts.signing_in.errors import AccountNeeded, CodeWrong, OtherBrowser
from ombelle_gateway.accounts.signing_in.schemas import (
    DemoPeople,
    DemoPerson,
    DemoSignIn,
    LinkAsked,
    SignedInOut,
    SignIn,
)
from ombelle_gateway.accounts.signing_in.service import Newcomer, SignInService
from ombelle_gateway.accounts.web import AnswerCookies, CurrentCaller

router = APIRouter(prefix="/api/v1", tags=["sign-in"])


@router.post(
    "/sign-in/links",
    summary="Have a sign-in link sent; the answer is the same for every address",
    status_code=202,
    responses=responses_for(TooManyAttempts),
)
async def ask_link(
    asked: LinkAsked, caller: CurrentCaller, context: Context, cookies: AnswerCookies
) -> LinkSent:
    asking = await _service(context).send_link(
        asked.email, next_path=asked.next, locale=asked.locale, caller=caller
    )
    cookies.ask(asking)
    return LinkSent(expires_in_minutes=LINK_MINUTES)


@router.post(
    "/sign-in",
    summary="Sign in by what the mail held: its link or its code, once, in the browser that asked",
    responses=responses_for(
        TooManyAttempts, AccountNeeded, LinkSpent, OtherBrowser, AccountSuspended, CodeWrong
    ),
)
async def sign_in(
    proof: SignIn, caller: CurrentCaller, context: Context, cookies: AnswerCookies
) -> SignedInOut:
    service, newcomer = _service(context), Newcomer(proof.name, proof.is_15_or_older)
    if proof.token is not None:
        signed_in = await service.by_link(proof.token, newcomer, caller=caller)
    else:
        signed_in = await service.by_code(proof.code or "", newcomer, caller=caller)
    cookies.sign_in(signed_in.token)
    return SignedInOut(next=signed_in.next)


@router.get(
    "/demo", summary="Whom one may be, where a demo runs", responses=responses_for(DemoUnknown, Unavailable)
)
async def demo(context: Context) -> DemoPeople:
    people = await _demo(context).people()
    return DemoPeople(accounts=[DemoPerson.model_validate(one, from_attributes=True) for one in people])


@router.post(
    "/demo/sign-in",
    summary="Come in as somebody of the demo",
    responses=responses_for(DemoUnknown, AccountSuspended, Unavailable),
)
async def demo_sign_in(
    chosen: DemoSignIn, caller: CurrentCaller, context: Context, cookies: AnswerCookies
) -> SignedInOut:
    signed_in = await _demo(context).sign_in(chosen.key, caller=caller)
    cookies.sign_in(signed_in.token)
    return SignedInOut(next=signed_in.next)


def _service(context: ProcessContext) -> SignInService:
    return SignInService(
        context.sessions, Limits.of(context.sessions), public_url=context.settings.public_url
    )


def _demo(context: ProcessContext) -> DemoService:
    return DemoService(context.sessions, demo_url=context.settings.demo_url)
