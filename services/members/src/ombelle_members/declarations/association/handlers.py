from datetime import date
from typing import Annotated, Final

from fastapi import APIRouter, Query
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.paging import after, page
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context
from ombelle_members.declarations.association.errors import AssociationChangedLater
from ombelle_members.declarations.association.schemas import (
    AssociationOut,
    AssociationVersions,
    AssociationWrite,
)
from ombelle_members.declarations.association.service import AssociationService
from ombelle_members.policies import Association, Secretariat

router = APIRouter(prefix="/api/v1", tags=["declarations"])
_IN: Final = (Unauthenticated, Forbidden)


@router.get(
    "/association-versions",
    summary="What the association was called and where it sat, the latest first",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def association_versions(
    asked: Annotated[ListQuery, Query()], context: Context, caller: Association
) -> AssociationVersions:
    before = (after(asked, "association-versions", date.fromisoformat) or [date.max])[0]
    rows, total = await AssociationService(context.sessions).page(before=before, count=asked.limit + 1)
    actions = ["change"] if caller.is_secretariat else []
    return AssociationVersions.model_validate(
        page(asked, rows, "association-versions", "since", total=total, allowed_actions=actions)
    )


@router.post(
    "/association-versions",
    status_code=201,
    summary="Enter what the association is from a day on: a change of name or seat opens its declaration",
    responses=responses_for(*_IN, AssociationChangedLater, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def enter_association_version(
    version: AssociationWrite, context: Context, caller: Secretariat, once: Once
) -> AssociationOut:
    entered = await AssociationService(context.sessions).enter(version.model_dump(), caller=caller, once=once)
    return AssociationOut.model_validate(entered)
