from typing import TYPE_CHECKING
from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for

from ombelle_gateway.accounts.context import Context, ProcessContext
from ombelle_gateway.accounts.limits.errors import TooManyAttempts
from ombelle_gateway.accounts.limits.service import Limits
from ombelle_gateway.accounts.passkeys.errors import (
    ChallengeSpent,
    PasskeyCopied,
    PasskeyKnown,
    PasskeyRefused,
    PasskeyUnknown,
    TooManyPasskeys,
)
from ombelle_gateway.accounts.passkeys.schemas import (
    CeremonyOptions,
    PasskeyNew,
    PasskeyOut,
    PasskeyPatch,
    Passkeys,
    PasskeySignedIn,
    PasskeySignIn,
)
from ombelle_gateway.accounts.passkeys.tables import PasskeyRow
from ombelle_gateway.accounts.people.errors import AccountSuspended
from ombelle_gateway.accounts.policies import AccountId, ScopeMissing
from ombelle_gateway.accounts.web import AnswerCookies, CurrentCaller
from ombelle_gateway.cookies import new_secret

if TYPE_CHECKING:
    from ombelle_gateway.accounts.passkeys.service import PasskeyService

router = APIRouter(prefix="/api/v1", tags=["passkeys"])
PRIVATE = "private, no-store"


def _service(context: ProcessContext) -> "PasskeyService":
    # 8 MB of cryptography, which a process that nobody shows a passkey never needs.
    from ombelle_gateway.accounts.passkeys.service import PasskeyService  # noqa: PLC0415

    return PasskeyService(context.sessions, public_url=context.settings.public_url)


def _shown(row: PasskeyRow) -> PasskeyOut:
    return PasskeyOut.model_validate(row, from_attributes=True)


@router.post(
    "/me/passkeys/options",
    summary="What my browser is asked to make a passkey by",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, TooManyPasskeys),
    openapi_extra=SIGNED_IN,
)
async def new_passkey_options(
    account: AccountId, caller: CurrentCaller, context: Context, response: Response
) -> CeremonyOptions:
    response.headers["cache-control"] = PRIVATE
    return CeremonyOptions(public_key=await _service(context).options_for_new(account, caller))


@router.post(
    "/me/passkeys",
    summary="Add the passkey that my browser made",
    status_code=201,
    responses=responses_for(
        Unauthenticated,
        Forbidden,
        ScopeMissing,
        PasskeyRefused,
        ChallengeSpent,
        PasskeyKnown,
        TooManyPasskeys,
    ),
    openapi_extra=SIGNED_IN,
)
async def add_passkey(
    asked: PasskeyNew, account: AccountId, caller: CurrentCaller, context: Context, response: Response
) -> PasskeyOut:
    added = await _service(context).add(account, caller, name=asked.name, credential=asked.credential)
    response.headers["cache-control"] = PRIVATE
    return _shown(added)


@router.get(
    "/me/passkeys",
    summary="My passkeys, the newest first",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def my_passkeys(account: AccountId, context: Context, response: Response) -> Passkeys:
    response.headers["cache-control"] = PRIVATE
    return Passkeys(items=[_shown(row) for row in await _service(context).passkeys(account)])


@router.patch(
    "/me/passkeys/{passkey_id}",
    summary="Rename one of my passkeys",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, PasskeyUnknown),
    openapi_extra=SIGNED_IN,
)
async def rename_passkey(
    passkey_id: UUID, asked: PasskeyPatch, account: AccountId, context: Context, response: Response
) -> PasskeyOut:
    response.headers["cache-control"] = PRIVATE
    return _shown(await _service(context).rename(account, passkey_id, asked.name))


@router.delete(
    "/me/passkeys/{passkey_id}",
    summary="Delete one of my passkeys: nobody signs in by it any more",
    status_code=204,
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, PasskeyUnknown),
    openapi_extra=SIGNED_IN,
)
async def delete_passkey(passkey_id: UUID, account: AccountId, context: Context) -> None:
    await _service(context).delete(account, passkey_id)


@router.post(
    "/sign-in/passkey/options",
    summary="What my browser is asked to sign in by",
    responses=responses_for(TooManyAttempts),
)
async def passkey_sign_in_options(
    caller: CurrentCaller, context: Context, cookies: AnswerCookies
) -> CeremonyOptions:
    await Limits.of(context.sessions).count("sign-in-network", caller.household)
    # The browser may hold a link's cookie already: that link must go on working.
    asking = caller.asking or new_secret()
    options = await _service(context).options_for_sign_in(asking)
    cookies.ask(asking)
    return CeremonyOptions(public_key=options)


@router.post(
    "/sign-in/passkey",
    summary="Sign in by a passkey",
    responses=responses_for(ChallengeSpent, PasskeyRefused, PasskeyCopied, AccountSuspended, TooManyAttempts),
)
async def sign_in_by_passkey(
    asked: PasskeySignIn, caller: CurrentCaller, context: Context, cookies: AnswerCookies
) -> PasskeySignedIn:
    await Limits.of(context.sessions).count("sign-in-network", caller.household)
    cookies.sign_in(await _service(context).sign_in(caller, asked.credential))
    return PasskeySignedIn(next="/espace")
