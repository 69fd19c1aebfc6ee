from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import DomainError, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.paging import after, text_value
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_loans.availability.errors import HoldLapsed, NotAvailable, Taken
from ombelle_loans.context import Context
from ombelle_loans.loans.errors import (
    ActionForbidden,
    ActionImpossible,
    DatesWrong,
    FeeSettled,
    FeeUnsaid,
    LoanUnknown,
    PaperMissing,
    UnitsWrong,
)
from ombelle_loans.loans.moving import DatesService
from ombelle_loans.loans.reading import LoanFilter
from ombelle_loans.loans.schemas import (
    ChosenUnits,
    FeeWrite,
    LaterEnd,
    LoanCancellation,
    LoanHistory,
    LoanOut,
    LoanPatch,
    Loans,
    LoansQuery,
    NewEnd,
    OnDay,
    Why,
)
from ombelle_loans.loans.service import LoanService
from ombelle_loans.policies import ReadsLoans, ScopeMissing, WritesLoans

router = APIRouter(prefix="/api/v1/loans", tags=["loans"])

_READING = (Unauthenticated, ScopeMissing, LoanUnknown)


def _step(*more: type[DomainError]) -> dict[str, Any]:
    """Describe a route that does a step of a loan."""
    return {
        "responses": responses_for(*_READING, ActionForbidden, ActionImpossible, IdempotencyKeyReused, *more),
        "openapi_extra": SIGNED_IN,
    }


def _service(context: Context) -> LoanService:
    return LoanService(context.sessions, context.membership, public_url=context.settings.public_url)


def _dates(context: Context) -> DatesService:
    return DatesService(context.sessions, context.membership, public_url=context.settings.public_url)


def _after(asked: LoansQuery) -> tuple[date | None, UUID | None]:
    if asked.sort == "newest":
        return None, id_after(asked.after, "loans")
    day, last = after(asked, f"loans by {asked.sort}", _day, UUID) or (None, None)
    return day, last


def _day(value: object) -> date:
    return date.fromisoformat(text_value(value))


def _cursor(asked: LoansQuery, last: Mapping[str, Any]) -> str:
    if asked.sort == "newest":
        return encode_cursor("loans", str(last["id"]))
    return encode_cursor(f"loans by {asked.sort}", last[asked.sort].isoformat(), str(last["id"]))


@router.get(
    "",
    summary="The loans that one's organisations ask for or lend, the newest first unless sorted otherwise",
    responses=responses_for(Unauthenticated, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def loans(asked: Annotated[LoansQuery, Query()], context: Context, caller: ReadsLoans) -> Loans:
    before_day, before = _after(asked)
    wanted = LoanFilter(
        before=before,
        count=asked.limit + 1,
        statuses=asked.status,
        item_id=asked.item,
        organisation_id=asked.organisation,
        since=asked.since,
        until=asked.until,
        late=asked.late,
        side=asked.side,
        words=asked.q,
        to_invoice=asked.to_invoice,
        department=asked.department,
        extension_asked=asked.extension_asked,
        sort=asked.sort,
        before_day=before_day,
    )
    rows, total = await _service(context).loans(wanted, caller=caller)
    following = _cursor(asked, rows[asked.limit - 1]) if len(rows) > asked.limit else None
    return Loans.model_validate({"items": rows[: asked.limit], "next": following, "total": total})


@router.get(
    "/{loan_id}",
    summary="A loan, with what its caller may do with it",
    responses=responses_for(*_READING),
    openapi_extra=SIGNED_IN,
)
async def loan(loan_id: UUID, context: Context, caller: ReadsLoans, response: Response) -> LoanOut:
    return _shown(response, await _service(context).loan(loan_id, caller=caller))


@router.get(
    "/{loan_id}/history",
    summary="What happened to a loan, the last first",
    responses=responses_for(*_READING),
    openapi_extra=SIGNED_IN,
)
async def loan_history(
    loan_id: UUID, asked: Annotated[ListQuery, Query()], context: Context, caller: ReadsLoans
) -> LoanHistory:
    before = id_after(asked.after, "loan_history")
    rows = await _service(context).history(loan_id, before=before, count=asked.limit + 1, caller=caller)
    following = (
        encode_cursor("loan_history", str(rows[asked.limit - 1]["id"])) if len(rows) > asked.limit else None
    )
    return LoanHistory.model_validate({"items": rows[: asked.limit], "next": following})


@router.patch(
    "/{loan_id}",
    summary="Change the days of a loan that is not agreed on yet",
    responses=responses_for(
        *_READING,
        ActionForbidden,
        ActionImpossible,
        VersionNeeded,
        ChangedMeanwhile,
        DatesWrong,
        Taken,
        NotAvailable,
        HoldLapsed,
    ),
    openapi_extra=SIGNED_IN,
)
async def change_loan(
    loan_id: UUID,
    patch: LoanPatch,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> LoanOut:
    values = patch.model_dump(exclude_none=True)
    return _shown(response, await _dates(context).edit(loan_id, values, if_match=if_match, caller=caller))


@router.post(
    "/{loan_id}/hold", summary="Keep a loan's units for a while", **_step(Taken, NotAvailable, HoldLapsed)
)
async def hold_loan(
    loan_id: UUID, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LoanOut:
    return _shown(response, await _service(context).hold(loan_id, caller=caller, once=once))


@router.post(
    "/{loan_id}/accept", summary="Accept what the waiting list offers", **_step(PaperMissing, HoldLapsed)
)
async def accept_loan(
    loan_id: UUID, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LoanOut:
    return _shown(response, await _service(context).accept(loan_id, caller=caller, once=once))


@router.post("/{loan_id}/waitlist", summary="Let a loan wait for its days", **_step(NotAvailable))
async def waitlist_loan(
    loan_id: UUID, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LoanOut:
    return _shown(response, await _service(context).waitlist(loan_id, caller=caller, once=once))


@router.post(
    "/{loan_id}/approve",
    summary="Approve a loan",
    **_step(PaperMissing, UnitsWrong, Taken, NotAvailable, HoldLapsed),
)
async def approve_loan(
    loan_id: UUID,
    context: Context,
    caller: WritesLoans,
    once: Once,
    response: Response,
    chosen: ChosenUnits | None = None,
) -> LoanOut:
    units = None if chosen is None else chosen.unit_ids
    return _shown(response, await _service(context).approve(loan_id, units, caller=caller, once=once))


@router.post("/{loan_id}/decline", summary="Decline a loan, and say why", **_step())
async def decline_loan(
    loan_id: UUID, why: Why, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LoanOut:
    return _shown(response, await _service(context).decline(loan_id, why.reason, caller=caller, once=once))


@router.post("/{loan_id}/cancel", summary="Cancel a loan, and say why", **_step())
async def cancel_loan(
    loan_id: UUID,
    why: LoanCancellation,
    context: Context,
    caller: WritesLoans,
    once: Once,
    response: Response,
) -> LoanOut:
    cancelled = await _service(context).cancel(loan_id, why.reason, why.by, caller=caller, once=once)
    return _shown(response, cancelled)


@router.post(
    "/{loan_id}/ask-extension",
    summary="Ask the lender that a loan last longer",
    **_step(DatesWrong),
)
async def ask_extension_of_loan(
    loan_id: UUID, until: LaterEnd, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LoanOut:
    asked = await _dates(context).ask_extension(
        loan_id, until.ends_on, until.message, caller=caller, once=once
    )
    return _shown(response, asked)


@router.post(
    "/{loan_id}/decline-extension",
    summary="Say why a loan does not last longer",
    **_step(PaperMissing),
)
async def decline_extension_of_loan(
    loan_id: UUID, why: Why, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LoanOut:
    declined = await _dates(context).decline_extension(loan_id, why.reason, caller=caller, once=once)
    return _shown(response, declined)


@router.post(
    "/{loan_id}/extend",
    summary="Let a loan last longer",
    **_step(DatesWrong, Taken, NotAvailable, HoldLapsed),
)
async def extend_loan(
    loan_id: UUID, until: NewEnd, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LoanOut:
    return _shown(response, await _dates(context).extend(loan_id, until.ends_on, caller=caller, once=once))


@router.post("/{loan_id}/shorten", summary="Let a loan end earlier", **_step(DatesWrong))
async def shorten_loan(
    loan_id: UUID, until: NewEnd, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LoanOut:
    return _shown(response, await _dates(context).shorten(loan_id, until.ends_on, caller=caller, once=once))


@router.post("/{loan_id}/return", summary="Note that what was lent came back", **_step(DatesWrong))
async def return_loan(
    loan_id: UUID, day: OnDay, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LoanOut:
    return _shown(response, await _service(context).take_back(loan_id, day.on, caller=caller, once=once))


@router.post("/{loan_id}/inspect", summary="Note that what came back was looked at", **_step(PaperMissing))
async def inspect_loan(
    loan_id: UUID, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LoanOut:
    return _shown(response, await _service(context).inspect(loan_id, caller=caller, once=once))


@router.post("/{loan_id}/close", summary="Close a loan", **_step(PaperMissing))
async def close_loan(
    loan_id: UUID, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LoanOut:
    return _shown(response, await _service(context).close(loan_id, caller=caller, once=once))


@router.post("/{loan_id}/settle-fee", summary="Settle what a loan costs", **_step(FeeSettled, FeeUnsaid))
async def settle_fee_of_loan(
    loan_id: UUID, fee: FeeWrite, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LoanOut:
    settled = await _service(context).settle_fee(loan_id, fee.model_dump(), caller=caller, once=once)
    return _shown(response, settled)


def _shown(response: Response, found: dict[str, Any]) -> LoanOut:
    response.headers["etag"] = version_tag(found["version"])
    return LoanOut.model_validate(found)
