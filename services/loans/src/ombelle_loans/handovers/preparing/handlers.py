from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Header, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.handovers.domain import Direction
from ombelle_loans.handovers.errors import SlotUnknown, SlotWrong, UnitOfAnotherLoan
from ombelle_loans.handovers.preparing.service import PreparationService
from ombelle_loans.handovers.schemas import Preparation, SlotOut, Slots, SlotWrite
from ombelle_loans.loans.errors import ActionForbidden, ActionImpossible, LoanUnknown
from ombelle_loans.policies import ReadsLoans, ScopeMissing, WritesLoans

router = APIRouter(prefix="/api/v1", tags=["hand-overs"])
_IN: Final = (Unauthenticated, ScopeMissing)
_OF_LOAN: Final = (*_IN, LoanUnknown)
_STEP: Final = (*_OF_LOAN, ActionForbidden, ActionImpossible)
_VERSIONED: Final = (VersionNeeded, ChangedMeanwhile)
IfMatch = Annotated[str | None, Header()]


def _preparations(context: ProcessContext) -> PreparationService:
    return PreparationService(context.sessions, context.settings.public_url)


@router.get(
    "/loans/{loan_id}/preparation",
    summary="What is to be made ready for a loan",
    responses=responses_for(*_OF_LOAN, ActionForbidden),
    openapi_extra=SIGNED_IN,
)
async def preparation(loan_id: UUID, context: Context, caller: ReadsLoans) -> Preparation:
    return Preparation.model_validate(await _preparations(context).preparation(loan_id, caller=caller))


@router.put(
    "/loans/{loan_id}/preparation/{unit_id}",
    summary="Note that a unit is ready",
    responses=responses_for(*_STEP, UnitOfAnotherLoan),
    openapi_extra=SIGNED_IN,
)
async def tick_unit(loan_id: UUID, unit_id: UUID, context: Context, caller: WritesLoans) -> Preparation:
    ticked = await _preparations(context).tick(loan_id, unit_id, is_ready=True, caller=caller)
    return Preparation.model_validate(ticked)


@router.delete(
    "/loans/{loan_id}/preparation/{unit_id}",
    summary="Note that a unit is not ready after all",
    responses=responses_for(*_STEP, UnitOfAnotherLoan),
    openapi_extra=SIGNED_IN,
)
async def untick_unit(loan_id: UUID, unit_id: UUID, context: Context, caller: WritesLoans) -> Preparation:
    ticked = await _preparations(context).tick(loan_id, unit_id, is_ready=False, caller=caller)
    return Preparation.model_validate(ticked)


@router.get(
    "/loans/{loan_id}/slots",
    summary="The appointments of a loan, and where and when others may be",
    responses=responses_for(*_OF_LOAN),
    openapi_extra=SIGNED_IN,
)
async def slots(loan_id: UUID, context: Context, caller: ReadsLoans) -> Slots:
    return Slots.model_validate(await _preparations(context).slots(loan_id, caller=caller))


@router.put(
    "/loans/{loan_id}/slots/{direction}",
    summary="Make an appointment for the departure or the return of a loan",
    responses=responses_for(*_STEP, *_VERSIONED, SlotWrong),
    openapi_extra=SIGNED_IN,
)
async def set_slot(
    loan_id: UUID,
    direction: Direction,
    slot: SlotWrite,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: IfMatch = None,
) -> SlotOut:
    made = await _preparations(context).set_slot(
        loan_id, direction, slot.model_dump(), if_match=if_match, caller=caller
    )
    response.headers["etag"] = version_tag(made["version"])
    return SlotOut.model_validate(made)


@router.delete(
    "/loans/{loan_id}/slots/{direction}",
    status_code=204,
    summary="Take an appointment away",
    responses=responses_for(*_STEP, *_VERSIONED, SlotUnknown),
    openapi_extra=SIGNED_IN,
)
async def remove_slot(
    loan_id: UUID, direction: Direction, context: Context, caller: WritesLoans, if_match: IfMatch = None
) -> None:
    await _preparations(context).remove_slot(loan_id, direction, if_match=if_match, caller=caller)
