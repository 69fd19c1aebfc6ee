from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.pagination import id_after
from ombelle_chassis.paging import LAST, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.policies import Lender, ReadsLoans, ScopeMissing, WritesLoans
from ombelle_loans.returns.errors import ReturnUnknown
from ombelle_loans.returns.schemas import Asked, Asking, ReturnOut, ReturnPut, Returns, ReturnsQuery
from ombelle_loans.returns.service import ReturnService

router = APIRouter(prefix="/api/v1", tags=["returns"])
_RETURNS: Final = "contributor-returns"
_IN: Final = (Unauthenticated, ScopeMissing)


def _service(context: ProcessContext) -> ReturnService:
    settings = context.settings
    return ReturnService(context.sessions, agency=settings.agency, public_url=settings.public_url)


@router.get(
    "/contributor-returns",
    summary="How the items of the common catalogue went round, contributor by contributor and together",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def contributor_returns(
    asked: Annotated[ReturnsQuery, Query()], context: Context, caller: ReadsLoans
) -> Returns:
    rows, analysis = await _service(context).returns(
        caller, asked.year, after=id_after(asked.after, _RETURNS) or LAST, count=asked.limit + 1
    )
    return Returns.model_validate(page(asked, rows, _RETURNS, "id") | analysis)


@router.post(
    "/contributor-returns",
    summary="Ask every contributor of a year; whoever was asked is not asked again",
    responses=responses_for(*_IN, Forbidden, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def ask_contributors(wanted: Asking, context: Context, caller: Lender, once: Once) -> Asked:
    return Asked.model_validate(await _service(context).ask(caller, wanted.year, once))


@router.put(
    "/contributor-returns/{return_id}",
    summary="Tell how one's items went round in a year",
    responses=responses_for(*_IN, ReturnUnknown, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def tell_return(
    return_id: UUID,
    told: ReturnPut,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> ReturnOut:
    written = await _service(context).answer(caller, return_id, told.model_dump(), if_match=if_match)
    response.headers["etag"] = version_tag(written["version"])
    return ReturnOut.model_validate(written)
