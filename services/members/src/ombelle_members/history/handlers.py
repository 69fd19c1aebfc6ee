from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import number_after
from ombelle_chassis.paging import page
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context
from ombelle_members.history.schemas import History
from ombelle_members.history.service import HistoryService
from ombelle_members.organisations.errors import OrganisationMerged, OrganisationUnknown
from ombelle_members.policies import Person, ScopeMissing

router = APIRouter(prefix="/api/v1/organisations/{organisation_id}/history", tags=["organisations"])
_LAST = 2**63 - 1


@router.get(
    "",
    summary="What happened to an organisation, the newest first",
    responses=responses_for(
        Unauthenticated, Forbidden, ScopeMissing, OrganisationUnknown, OrganisationMerged
    ),
    openapi_extra=SIGNED_IN,
)
async def organisation_history(
    organisation_id: UUID,
    asked: Annotated[ListQuery, Query()],
    context: Context,
    caller: Person,
) -> History:
    before = number_after(asked.after, "history")
    rows = await HistoryService(context.sessions).page(
        caller, organisation_id, before=_LAST if before is None else before, count=asked.limit + 1
    )
    return History.model_validate(page(asked, rows, "history", "seq"))
