from uuid import UUID

from fastapi import APIRouter
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context
from ombelle_members.merging.errors import TwoMembers
from ombelle_members.merging.schemas import MergeOut, MergePreview, MergeWanted
from ombelle_members.merging.service import MergingService
from ombelle_members.organisations.errors import OrganisationMerged, OrganisationUnknown
from ombelle_members.persons.errors import AccountErased
from ombelle_members.policies import Keeper, ScopeMissing

router = APIRouter(prefix="/api/v1/organisations/{organisation_id}/merge", tags=["organisations"])
_REFUSALS = (
    Unauthenticated,
    Forbidden,
    ScopeMissing,
    AccountErased,
    OrganisationUnknown,
    OrganisationMerged,
    TwoMembers,
)


@router.post(
    "/preview",
    summary="What merging this organisation into another would do",
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def preview_merge(
    organisation_id: UUID, wanted: MergeWanted, context: Context, caller: Keeper
) -> MergePreview:
    service = MergingService(context.sessions, context.settings.public_url)
    return MergePreview.model_validate(await service.preview(caller, organisation_id, wanted.into))


@router.post(
    "",
    summary="Merge this organisation into another one",
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def merge_organisation(
    organisation_id: UUID, wanted: MergeWanted, context: Context, caller: Keeper
) -> MergeOut:
    service = MergingService(context.sessions, context.settings.public_url)
    return MergeOut.model_validate(await service.merge(caller, organisation_id, wanted.into))
