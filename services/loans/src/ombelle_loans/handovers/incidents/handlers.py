from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import after, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.handovers.errors import IncidentClosed, IncidentOpen, IncidentUnknown, UnitOfAnotherLoan
from ombelle_loans.handovers.incidents.service import IncidentService
from ombelle_loans.handovers.schemas import (
    IncidentOut,
    IncidentPatch,
    Incidents,
    IncidentsQuery,
    IncidentWrite,
)
from ombelle_loans.loans.errors import ActionForbidden, ActionImpossible, DatesWrong, LoanUnknown
from ombelle_loans.policies import ReadsLoans, ScopeMissing, WritesLoans

router = APIRouter(prefix="/api/v1", tags=["hand-overs"])
_IN: Final = (Unauthenticated, ScopeMissing)
_OF_LOAN: Final = (*_IN, LoanUnknown)
_STEP: Final = (*_OF_LOAN, ActionForbidden, ActionImpossible)
_VERSIONED: Final = (VersionNeeded, ChangedMeanwhile)
IfMatch = Annotated[str | None, Header()]


def _incidents(context: ProcessContext) -> IncidentService:
    return IncidentService(context.sessions, context.settings.public_url)


@router.get(
    "/incidents",
    summary="Damage and loss in loans that one knows of, the newest first",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def incidents(
    asked: Annotated[IncidentsQuery, Query()], context: Context, caller: ReadsLoans
) -> Incidents:
    before = (after(asked, "incidents", UUID) or [None])[0]
    rows, total = await _incidents(context).incidents(
        is_open=asked.open, loan_id=asked.loan, before=before, count=asked.limit + 1, caller=caller
    )
    return Incidents.model_validate(page(asked, rows, "incidents", "id", total=total))


@router.post(
    "/loans/{loan_id}/incidents",
    status_code=201,
    summary="Tell of damage or loss",
    responses=responses_for(*_STEP, UnitOfAnotherLoan, IncidentOpen, DatesWrong, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def report_incident(
    loan_id: UUID,
    incident: IncidentWrite,
    context: Context,
    caller: WritesLoans,
    once: Once,
    response: Response,
) -> IncidentOut:
    made = await _incidents(context).report(loan_id, incident.model_dump(), caller=caller, once=once)
    response.headers["location"] = f"/api/v1/incidents/{made['id']}"
    return _incident(response, made)


@router.get(
    "/incidents/{incident_id}",
    summary="An incident",
    responses=responses_for(*_IN, IncidentUnknown),
    openapi_extra=SIGNED_IN,
)
async def incident(
    incident_id: UUID, context: Context, caller: ReadsLoans, response: Response
) -> IncidentOut:
    return _incident(response, await _incidents(context).incident(incident_id, caller=caller))


@router.patch(
    "/incidents/{incident_id}",
    summary="Change an incident, or close it by its outcome",
    responses=responses_for(*_IN, IncidentUnknown, ActionForbidden, IncidentClosed, DatesWrong, *_VERSIONED),
    openapi_extra=SIGNED_IN,
)
async def change_incident(
    incident_id: UUID,
    patch: IncidentPatch,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: IfMatch = None,
) -> IncidentOut:
    values = patch.model_dump(exclude_unset=True)
    changed = await _incidents(context).change(incident_id, values, if_match=if_match, caller=caller)
    return _incident(response, changed)


def _incident(response: Response, found: dict[str, Any]) -> IncidentOut:
    response.headers["etag"] = version_tag(found["version"])
    return IncidentOut.model_validate(found)
