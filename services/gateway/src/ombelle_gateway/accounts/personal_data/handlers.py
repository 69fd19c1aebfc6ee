import asyncio
from typing import Annotated

from fastapi import APIRouter, Path, Response
from ombelle_chassis.app import SIGNED_IN, CurrentIdentity
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for
from ombelle_chassis.texts import STORABLE

from ombelle_gateway.accounts.context import Context, ProcessContext
from ombelle_gateway.accounts.people.errors import AccountUnknown
from ombelle_gateway.accounts.personal_data.archive.writing import write_archive
from ombelle_gateway.accounts.personal_data.errors import (
    ErasureNotFound,
    LastAdministratorStays,
    NotTheirAddress,
    ServiceSilent,
    SignInAgain,
)
from ombelle_gateway.accounts.personal_data.gathering import gather
from ombelle_gateway.accounts.personal_data.schemas import Erase, Proof, ReceiptOut
from ombelle_gateway.accounts.personal_data.service import OURSELVES, PersonalDataService, utc_now
from ombelle_gateway.accounts.policies import AccountId
from ombelle_gateway.accounts.web import AnswerCookies, CurrentCaller

router = APIRouter(prefix="/api/v1", tags=["personal data"])


@router.post(
    "/me/export",
    summary="All that is held of oneself, in every service, as an archive",
    response_class=Response,
    responses=responses_for(Unauthenticated, Forbidden, AccountUnknown, ServiceSilent)
    | {200: {"description": "A zip archive.", "content": {"application/zip": {}}}},
    openapi_extra=SIGNED_IN,
)
async def export_me(account_id: AccountId, identity: CurrentIdentity, context: Context) -> Response:
    others = await gather(
        identity, addresses=context.settings.subscribers, keys_dir=context.settings.keys_dir
    )
    held = {OURSELVES: await _service(context).held(account_id)}
    held |= {name: found.sections for name, found in others.items()}
    now = utc_now()
    content = await asyncio.to_thread(
        write_archive, held, made_at=now, public_url=context.settings.public_url
    )
    headers = {
        "content-disposition": f'attachment; filename="ombelle-{now:%Y-%m-%d}.zip"',
        "cache-control": "private, no-store",
    }
    return Response(content, media_type="application/zip", headers=headers)


@router.post(
    "/me/erase",
    summary="Erase oneself, everywhere, for good",
    responses=responses_for(
        Unauthenticated, Forbidden, SignInAgain, AccountUnknown, LastAdministratorStays, NotTheirAddress
    ),
    openapi_extra=SIGNED_IN,
)
async def erase_me(
    wish: Erase, account_id: AccountId, caller: CurrentCaller, context: Context, cookies: AnswerCookies
) -> ReceiptOut:
    receipt = await _service(context).erase(account_id, confirm=wish.confirm, caller=caller)
    cookies.sign_out()
    return ReceiptOut.model_validate(receipt, from_attributes=True)


@router.get(
    "/erasures/{number}",
    summary="Proof that an erasure took place",
    responses=responses_for(ErasureNotFound),
)
async def erasure(number: Annotated[str, Path(max_length=40, pattern=STORABLE)], context: Context) -> Proof:
    erased_at = await _service(context).proof(number)
    return Proof(number=number.strip().upper(), erased_at=erased_at)


def _service(context: ProcessContext) -> PersonalDataService:
    return PersonalDataService(context.sessions, public_url=context.settings.public_url)
