from uuid import UUID

from fastapi import APIRouter, Response, status
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import version_tag

from ombelle_events.context import Context
from ombelle_events.policies import EventEditor, EventReader, ScopeMissing
from ombelle_events.programme.errors import EventInvalid, EventUnknown
from ombelle_events.programme.events.errors import HolderUnknown, ProjectNotOpen
from ombelle_events.programme.events.schemas import EventCandidates, EventCreated, EventWithSessions
from ombelle_events.programme.events.service import NewEventService
from ombelle_events.programme.sessions.errors import SessionsOverlap

router = APIRouter(prefix="/api/v1", tags=["programme"])


@router.post(
    "/events",
    status_code=status.HTTP_201_CREATED,
    summary="Write an event with its sessions; what it may be already is told",
    responses=responses_for(
        Unauthenticated,
        ScopeMissing,
        HolderUnknown,
        EventUnknown,
        ProjectNotOpen,
        SessionsOverlap,
        EventInvalid,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def create_event(
    new: EventWithSessions, context: Context, reach: EventEditor, once: Once, response: Response
) -> EventCreated:
    values = new.model_dump()
    sessions = values.pop("sessions")
    service = NewEventService(context.sessions, public_url=context.settings.public_url)
    created = EventCreated.model_validate(await service.create(values, sessions, reach=reach, once=once))
    response.headers["etag"] = version_tag(created.event.version)
    response.headers["cache-control"] = "private, no-store"
    return created


@router.get(
    "/events/{event_id}/candidates",
    summary="Events that may be this one, in the national feed or here",
    responses=responses_for(Unauthenticated, ScopeMissing, EventUnknown),
    openapi_extra=SIGNED_IN,
)
async def candidates(
    event_id: UUID, context: Context, reach: EventReader, response: Response
) -> EventCandidates:
    service = NewEventService(context.sessions, public_url=context.settings.public_url)
    response.headers["cache-control"] = "private, no-store"
    return EventCandidates.model_validate({"items": await service.candidates(event_id, reach=reach)})
