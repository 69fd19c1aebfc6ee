from typing import Any, Final
from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import version_tag

from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.handovers.errors import ReportIncomplete, ReportMade, TransferImpossible, UnitElsewhere
from ombelle_loans.handovers.handing import HandOverService
from ombelle_loans.handovers.schemas import HandOverWrite, TransferWrite
from ombelle_loans.loans.errors import (
    ActionForbidden,
    ActionImpossible,
    DatesWrong,
    LoanUnknown,
    PaperMissing,
)
from ombelle_loans.loans.schemas import LoanOut
from ombelle_loans.policies import ScopeMissing, WritesLoans

router = APIRouter(prefix="/api/v1", tags=["hand-overs"])
_IN: Final = (Unauthenticated, ScopeMissing)
_OF_LOAN: Final = (*_IN, LoanUnknown)
_STEP: Final = (*_OF_LOAN, ActionForbidden, ActionImpossible)


def _hand_overs(context: ProcessContext) -> HandOverService:
    return HandOverService(context.sessions, context.settings.public_url)


@router.post(
    "/loans/{loan_id}/hand-over",
    summary="Hand a loan over to its borrower",
    responses=responses_for(*_STEP, PaperMissing, UnitElsewhere, DatesWrong, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def hand_over_loan(
    loan_id: UUID,
    given: HandOverWrite,
    context: Context,
    caller: WritesLoans,
    once: Once,
    response: Response,
) -> LoanOut:
    out = await _hand_overs(context).hand_over(loan_id, given.model_dump(), caller=caller, once=once)
    return _loan(response, out)


@router.post(
    "/loans/{loan_id}/transfer",
    summary="Let what is out go on to the next borrower; the answer is the next loan",
    responses=responses_for(
        *(*_STEP, PaperMissing, TransferImpossible, UnitElsewhere, DatesWrong),
        *(ReportMade, ReportIncomplete, IdempotencyKeyReused),
    ),
    openapi_extra=SIGNED_IN,
)
async def transfer_loan(
    loan_id: UUID,
    given: TransferWrite,
    context: Context,
    caller: WritesLoans,
    once: Once,
    response: Response,
) -> LoanOut:
    out = await _hand_overs(context).transfer(loan_id, given.model_dump(), caller=caller, once=once)
    return _loan(response, out)


def _loan(response: Response, found: dict[str, Any]) -> LoanOut:
    response.headers["etag"] = version_tag(found["version"])
    return LoanOut.model_validate(found)
