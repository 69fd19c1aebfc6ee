from typing import Annotated, Final

from fastapi import APIRouter, Path, Query
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.pagination import id_after
from ombelle_chassis.paging import LAST, page
from ombelle_chassis.problems import responses_for

from ombelle_loans.catalogue.errors import ItemUnknown
from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.forwarding.errors import AlreadyForwarded, NotForwarded, TooManyForwarded
from ombelle_loans.forwarding.schemas import (
    ForwardedRequestCreate,
    ForwardedRequestOut,
    ForwardedRequests,
    ForwardedRequestsQuery,
)
from ombelle_loans.forwarding.service import ForwardingService
from ombelle_loans.loans.errors import DatesWrong
from ombelle_loans.policies import ReadsLoans, ScopeMissing, WritesLoans
from ombelle_loans.requests.errors import OrganisationNotInDirectory, OrganisationNotYours

router = APIRouter(prefix="/api/v1", tags=["loans"])
_REQUESTS: Final = "forwarded-requests"
Item = Annotated[str, Path(max_length=120, description="Its slug or its id.")]


def _service(context: ProcessContext) -> ForwardingService:
    settings = context.settings
    return ForwardingService(context.sessions, agency=settings.agency, public_url=settings.public_url)


@router.post(
    "/catalogue/{item}/forwarded-requests",
    status_code=201,
    summary="Write to whoever lends an item that is not handled here, with a copy to whoever they answer",
    responses=responses_for(
        Unauthenticated,
        ScopeMissing,
        OrganisationNotYours,
        ItemUnknown,
        NotForwarded,
        AlreadyForwarded,
        OrganisationNotInDirectory,
        DatesWrong,
        TooManyForwarded,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def forward_request(
    item: Item, asked: ForwardedRequestCreate, context: Context, caller: WritesLoans, once: Once
) -> ForwardedRequestOut:
    written = await _service(context).forward(item, asked.model_dump(), caller=caller, once=once)
    return ForwardedRequestOut.model_validate(written)


@router.get(
    "/forwarded-requests",
    summary="The requests that were forwarded for one's organisations, or to them, the newest first",
    responses=responses_for(Unauthenticated, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def forwarded_requests(
    asked: Annotated[ForwardedRequestsQuery, Query()], context: Context, caller: ReadsLoans
) -> ForwardedRequests:
    rows, total = await _service(context).requests(
        caller, after=id_after(asked.after, _REQUESTS) or LAST, count=asked.limit + 1
    )
    return ForwardedRequests.model_validate(page(asked, rows, _REQUESTS, "id", total=total))
