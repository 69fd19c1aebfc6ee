from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for

from ombelle_events.context import Context
from ombelle_events.policies import Coordination, whole_reach
from ombelle_events.programme.editing.errors import EditionUnknown
from ombelle_events.projects.errors import NothingToPublish, ProjectUnknown
from ombelle_events.projects.publishing.service import PublishingService
from ombelle_events.projects.schemas import Publication, Published, PublishWhat

router = APIRouter(prefix="/api/v1", tags=["projects"])
Year = Annotated[int, Path(ge=1991, le=2199)]


@router.post(
    "/projects/{project_id}/publish/preview",
    summary="What publishing a project would show, what its events miss, and what is worth a look",
    responses=responses_for(Unauthenticated, Forbidden, ProjectUnknown),
    openapi_extra=SIGNED_IN,
)
async def preview_project(
    project_id: UUID, what: PublishWhat, context: Context, identity: Coordination
) -> Publication:
    preview = await PublishingService(context.sessions).preview(
        project_id=project_id, include_drafts=what.include_drafts, reach=whole_reach(identity)
    )
    return Publication.model_validate(preview)


@router.post(
    "/projects/{project_id}/publish",
    summary="Publish the events of a project that miss nothing",
    responses=responses_for(
        Unauthenticated, Forbidden, ProjectUnknown, NothingToPublish, IdempotencyKeyReused
    ),
    openapi_extra=SIGNED_IN,
)
async def publish_project(
    project_id: UUID, what: PublishWhat, context: Context, identity: Coordination, once: Once
) -> Published:
    published = await PublishingService(context.sessions).publish(
        project_id=project_id,
        only=what.event_ids,
        include_drafts=what.include_drafts,
        reach=whole_reach(identity),
        once=once,
    )
    return Published.model_validate(published)


@router.post(
    "/editions/{year}/publish/preview",
    summary="What publishing an edition would show, what events miss, and what is worth a look",
    responses=responses_for(Unauthenticated, Forbidden, EditionUnknown),
    openapi_extra=SIGNED_IN,
)
async def preview_edition(
    year: Year, what: PublishWhat, context: Context, identity: Coordination
) -> Publication:
    preview = await PublishingService(context.sessions).preview(
        year=year, include_drafts=what.include_drafts, reach=whole_reach(identity)
    )
    return Publication.model_validate(preview)


@router.post(
    "/editions/{year}/publish",
    summary="Publish every event of an edition that misses nothing, in one step",
    responses=responses_for(
        Unauthenticated, Forbidden, EditionUnknown, NothingToPublish, IdempotencyKeyReused
    ),
    openapi_extra=SIGNED_IN,
)
async def publish_edition(
    year: Year, what: PublishWhat, context: Context, identity: Coordination, once: Once
) -> Published:
    published = await PublishingService(context.sessions).publish(
        year=year,
        only=what.event_ids,
        include_drafts=what.include_drafts,
        reach=whole_reach(identity),
        once=once,
    )
    return Published.model_validate(published)
