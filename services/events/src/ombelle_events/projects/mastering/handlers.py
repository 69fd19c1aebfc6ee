from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for

from ombelle_events.context import Context
from ombelle_events.policies import Coordination, EventReader, ScopeMissing, whole_reach
from ombelle_events.programme.editing.errors import EditionUnknown
from ombelle_events.projects.domain import Reminder
from ombelle_events.projects.errors import NothingToRemind, ProjectUnknown
from ombelle_events.projects.mastering.service import MasteringService
from ombelle_events.projects.schemas import (
    NationalSheet,
    NotEnteredList,
    RemindedProjects,
    ReminderPreview,
    RemindWhom,
)

router = APIRouter(prefix="/api/v1", tags=["projects"])
Year = Annotated[int, Path(ge=1991, le=2199)]
_PREVIEWED = responses_for(Unauthenticated, Forbidden, EditionUnknown)
_SENT = responses_for(Unauthenticated, Forbidden, EditionUnknown, NothingToRemind, IdempotencyKeyReused)


def _service(context: Context) -> MasteringService:
    return MasteringService(context.sessions, public_url=context.settings.public_url)


@router.get(
    "/editions/{year}/not-entered",
    summary="« Labellisés, non saisis »: labelled projects of which the national feed holds no event",
    responses=_PREVIEWED,
    openapi_extra=SIGNED_IN,
)
async def not_entered(year: Year, context: Context, _: Coordination, response: Response) -> NotEnteredList:
    response.headers["cache-control"] = "private, no-store"
    return NotEnteredList.model_validate(await _service(context).not_entered(year))


@router.post(
    "/editions/{year}/not-entered/reminders/preview",
    summary="The reminders to enter one's events in the national site, as they would leave",
    responses=_PREVIEWED,
    openapi_extra=SIGNED_IN,
)
async def preview_not_entered(
    year: Year, whom: RemindWhom, context: Context, _: Coordination
) -> ReminderPreview:
    return await _preview(year, "not_entered", whom, context)


@router.post(
    "/editions/{year}/not-entered/reminders",
    summary="Remind the contacts of labelled projects that the national feed does not hold",
    responses=_SENT,
    openapi_extra=SIGNED_IN,
)
async def remind_not_entered(
    year: Year, whom: RemindWhom, context: Context, identity: Coordination, once: Once
) -> RemindedProjects:
    sent = await _service(context).remind(
        year,
        "not_entered",
        only=whom.project_ids,
        message=whom.message,
        reach=whole_reach(identity),
        once=once,
    )
    return RemindedProjects.model_validate(sent)


@router.post(
    "/editions/{year}/confirmation-reminders/preview",
    summary="The reminders to confirm one's project, as they would leave",
    responses=_PREVIEWED,
    openapi_extra=SIGNED_IN,
)
async def preview_confirmation(
    year: Year, whom: RemindWhom, context: Context, _: Coordination
) -> ReminderPreview:
    return await _preview(year, "confirmation", whom, context)


@router.post(
    "/editions/{year}/confirmation-reminders",
    summary="Remind the contacts of labelled projects that are not confirmed",
    responses=_SENT,
    openapi_extra=SIGNED_IN,
)
async def remind_confirmation(
    year: Year, whom: RemindWhom, context: Context, identity: Coordination, once: Once
) -> RemindedProjects:
    sent = await _service(context).remind(
        year,
        "confirmation",
        only=whom.project_ids,
        message=whom.message,
        reach=whole_reach(identity),
        once=once,
    )
    return RemindedProjects.model_validate(sent)


@router.get(
    "/projects/{project_id}/national-sheet",
    summary="What to copy into the national site's form, in its order, event by event",
    responses=responses_for(Unauthenticated, ScopeMissing, ProjectUnknown),
    openapi_extra=SIGNED_IN,
)
async def national_sheet(
    project_id: UUID, context: Context, reach: EventReader, response: Response
) -> NationalSheet:
    response.headers["cache-control"] = "private, no-store"
    return NationalSheet.model_validate(await _service(context).sheet(project_id, reach=reach))


async def _preview(year: int, kind: Reminder, whom: RemindWhom, context: Context) -> ReminderPreview:
    found = await _service(context).preview(year, kind, only=whom.project_ids, message=whom.message)
    return ReminderPreview.model_validate(found)
