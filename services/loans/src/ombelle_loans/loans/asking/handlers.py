from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_loans.availability.errors import NotAvailable, Taken
from ombelle_loans.context import Context
from ombelle_loans.loans.asking.errors import ItemUnknown
from ombelle_loans.loans.asking.quotes import QuoteService
from ombelle_loans.loans.asking.schemas import (
    LoanRequestCreate,
    LoanRequestOut,
    LoanRequestPatch,
    LoanRequests,
    LoanRequestsQuery,
    QuoteAsked,
    Quotes,
)
from ombelle_loans.loans.asking.service import RequestService
from ombelle_loans.loans.errors import DatesWrong
from ombelle_loans.policies import ReadsLoans, ScopeMissing, WritesLoans
from ombelle_loans.requests.errors import (
    LoanRequestUnknown,
    OrganisationNotInDirectory,
    OrganisationNotYours,
    PassCultureNotOpen,
    PassCultureOrder,
)

router = APIRouter(prefix="/api/v1/loan-requests", tags=["loans"])


def _service(context: Context) -> RequestService:
    return RequestService(
        context.sessions, context.membership, context.turns, public_url=context.settings.public_url
    )


@router.post(
    "",
    status_code=201,
    summary="Ask to borrow items, for an organisation",
    responses=responses_for(
        Unauthenticated,
        ScopeMissing,
        OrganisationNotYours,
        OrganisationNotInDirectory,
        PassCultureNotOpen,
        ItemUnknown,
        DatesWrong,
        Taken,
        NotAvailable,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def ask_for_loans(
    asked: LoanRequestCreate, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LoanRequestOut:
    return _shown(response, await _service(context).ask(asked.model_dump(), caller=caller, once=once))


@router.post(
    "/quote",
    summary="What items would cost an organisation on these days; nothing is asked for",
    responses=responses_for(Unauthenticated, ScopeMissing, OrganisationNotYours, ItemUnknown, DatesWrong),
    openapi_extra=SIGNED_IN,
)
async def quote_of_loans(asked: QuoteAsked, context: Context, caller: ReadsLoans) -> Quotes:
    service = QuoteService(context.sessions, context.membership)
    return Quotes.model_validate(await service.quotes(asked.model_dump(), caller=caller))


@router.get(
    "",
    summary="The requests that one's organisations sent or lend for, the newest first",
    responses=responses_for(Unauthenticated, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def loan_requests(
    asked: Annotated[LoanRequestsQuery, Query()], context: Context, caller: ReadsLoans
) -> LoanRequests:
    rows, total = await _service(context).requests(
        before=id_after(asked.after, "loan_requests"),
        count=asked.limit + 1,
        organisation_id=asked.organisation,
        caller=caller,
    )
    following = (
        encode_cursor("loan_requests", str(rows[asked.limit - 1]["id"])) if len(rows) > asked.limit else None
    )
    return LoanRequests.model_validate({"items": rows[: asked.limit], "next": following, "total": total})


@router.get(
    "/{request_id}",
    summary="A request with its loans",
    responses=responses_for(Unauthenticated, ScopeMissing, LoanRequestUnknown),
    openapi_extra=SIGNED_IN,
)
async def loan_request(
    request_id: UUID, context: Context, caller: ReadsLoans, response: Response
) -> LoanRequestOut:
    return _shown(response, await _service(context).request(request_id, caller=caller))


@router.patch(
    "/{request_id}",
    summary="Change who signs, where the items go, or the booking at pass Culture",
    responses=responses_for(
        Unauthenticated,
        ScopeMissing,
        LoanRequestUnknown,
        OrganisationNotYours,
        PassCultureOrder,
        VersionNeeded,
        ChangedMeanwhile,
    ),
    openapi_extra=SIGNED_IN,
)
async def change_loan_request(
    request_id: UUID,
    patch: LoanRequestPatch,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> LoanRequestOut:
    values = patch.model_dump(exclude_unset=True)
    return _shown(
        response, await _service(context).change(request_id, values, if_match=if_match, caller=caller)
    )


def _shown(response: Response, found: dict[str, Any]) -> LoanRequestOut:
    response.headers["etag"] = version_tag(found["version"])
    return LoanRequestOut.model_validate(found)
