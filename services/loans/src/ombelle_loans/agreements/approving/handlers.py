from typing import Final
from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.problems import responses_for

from ombelle_loans.agreements.approving.schemas import ApprovalOut
from ombelle_loans.agreements.approving.service import ApprovalService
from ombelle_loans.context import Context
from ombelle_loans.loans.errors import ActionForbidden, ActionImpossible, LoanUnknown
from ombelle_loans.policies import ReadsLoans, ScopeMissing

router = APIRouter(prefix="/api/v1/loans", tags=["loans"])
_REFUSALS: Final = (Unauthenticated, ScopeMissing, LoanUnknown, ActionForbidden, ActionImpossible)


@router.get(
    "/{loan_id}/approval",
    summary="What a lender looks at before answering: units, conflicts, fee, what the agreement would say",
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def approval(loan_id: UUID, context: Context, caller: ReadsLoans, response: Response) -> ApprovalOut:
    response.headers["cache-control"] = "private, no-store"
    service = ApprovalService(context.sessions, context.settings.agency)
    return ApprovalOut.model_validate(await service.approval(loan_id, caller=caller))
