from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.problems import responses_for
from ombelle_chassis.service_calls import CalledByService

from ombelle_members.admission.schemas import MembershipOnDay, MembershipQuery
from ombelle_members.admission.service import AdmissionService
from ombelle_members.context import Context
from ombelle_members.organisations.errors import OrganisationMerged, OrganisationUnknown
from ombelle_members.policies import ReadsOrganisations, ScopeMissing

router = APIRouter(tags=["organisations"])


@router.get(
    "/api/v1/organisations/{organisation_id}/membership",
    summary="Whether an organisation is a member of the association on a day",
    responses=responses_for(Unauthenticated, ScopeMissing, OrganisationUnknown, OrganisationMerged),
    openapi_extra=SIGNED_IN,
)
async def membership_on_day(
    organisation_id: UUID,
    asked: Annotated[MembershipQuery, Query()],
    context: Context,
    caller: ReadsOrganisations,
) -> MembershipOnDay:
    told = await AdmissionService(context.sessions).told_to(caller, organisation_id, asked.on)
    return MembershipOnDay.model_validate(told)


@router.get("/internal/organisations/{organisation_id}/membership", include_in_schema=False)
async def membership_for_services(
    organisation_id: UUID,
    asked: Annotated[MembershipQuery, Query()],
    context: Context,
    _asked_by: CalledByService,
) -> MembershipOnDay:
    told = await AdmissionService(context.sessions).told_to_service(organisation_id, asked.on)
    return MembershipOnDay.model_validate(told)
