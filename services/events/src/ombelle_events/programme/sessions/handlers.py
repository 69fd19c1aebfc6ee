from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Response, status
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_events.context import Context
from ombelle_events.policies import EventEditor, EventReader, ScopeMissing
from ombelle_events.programme.editing.errors import FieldLocked
from ombelle_events.programme.errors import EventInvalid, EventUnknown
from ombelle_events.programme.sessions.errors import (
    SessionActionImpossible,
    SessionAnnounced,
    SessionsOverlap,
    SessionUnknown,
)
from ombelle_events.programme.sessions.schemas import (
    Clashes,
    EventSessions,
    MovingOnline,
    Rescheduling,
    SessionNew,
    SessionPatch,
    SessionWritten,
    WithReason,
)
from ombelle_events.programme.sessions.service import SessionService

router = APIRouter(prefix="/api/v1", tags=["programme"])

_WRITES = responses_for(
    Unauthenticated, ScopeMissing, FieldLocked, SessionUnknown, SessionsOverlap, SessionActionImpossible,
    EventInvalid, IdempotencyKeyReused,
)  # fmt: skip


def _service(context: Context) -> SessionService:
    return SessionService(context.sessions, public_url=context.settings.public_url)


@router.get(
    "/events/{event_id}/sessions",
    summary="The sessions of an event, in order of time",
    responses=responses_for(Unauthenticated, ScopeMissing, EventUnknown),
    openapi_extra=SIGNED_IN,
)
async def sessions(event_id: UUID, context: Context, reach: EventReader, response: Response) -> EventSessions:
    response.headers["cache-control"] = "private, no-store"
    return EventSessions.model_validate({"items": await _service(context).of_event(event_id, reach=reach)})


@router.get(
    "/events/{event_id}/clashes",
    summary="Other sessions at the same time, at the same venue or with the same person",
    responses=responses_for(Unauthenticated, ScopeMissing, EventUnknown),
    openapi_extra=SIGNED_IN,
)
async def clashes(event_id: UUID, context: Context, reach: EventReader, response: Response) -> Clashes:
    response.headers["cache-control"] = "private, no-store"
    return Clashes.model_validate({"items": await _service(context).clashes(event_id, reach=reach)})


@router.post(
    "/events/{event_id}/sessions",
    status_code=status.HTTP_201_CREATED,
    summary="Add a session; where the edition's policy wants it, the coordination looks at it first",
    responses=responses_for(
        Unauthenticated, ScopeMissing, FieldLocked, EventUnknown, SessionsOverlap, EventInvalid, IdempotencyKeyReused
    ),
    openapi_extra=SIGNED_IN,
)  # fmt: skip
async def add_session(
    event_id: UUID, new: SessionNew, context: Context, reach: EventEditor, once: Once, response: Response
) -> SessionWritten:
    written = await _service(context).add(event_id, new.model_dump(), reach=reach, once=once)
    return _shown(response, written)


@router.patch(
    "/sessions/{session_id}",
    summary="Change fields of a session; a sync keeps the event's sessions from then on",
    responses=responses_for(
        Unauthenticated, ScopeMissing, FieldLocked, SessionUnknown, SessionsOverlap, VersionNeeded, ChangedMeanwhile,
        EventInvalid,
    ),
    openapi_extra=SIGNED_IN,
)  # fmt: skip
async def change_session(
    session_id: UUID,
    patch: SessionPatch,
    context: Context,
    reach: EventEditor,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> SessionWritten:
    values = patch.model_dump(exclude_unset=True)
    return _shown(response, await _service(context).edit(session_id, values, if_match=if_match, reach=reach))


@router.delete(
    "/sessions/{session_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    summary="Take away a session that was never published",
    responses=responses_for(Unauthenticated, ScopeMissing, FieldLocked, SessionUnknown, SessionAnnounced),
    openapi_extra=SIGNED_IN,
)
async def remove_session(session_id: UUID, context: Context, reach: EventEditor) -> None:
    await _service(context).remove(session_id, reach=reach)


@router.post(
    "/sessions/{session_id}/cancel",
    summary="Cancel a session, saying why; every channel shows it at once",
    responses=_WRITES,
    openapi_extra=SIGNED_IN,
)
async def cancel_session(
    session_id: UUID, why: WithReason, context: Context, reach: EventEditor, once: Once, response: Response
) -> SessionWritten:
    written = await _service(context).act(session_id, "cancel", _told(why), reach=reach, once=once)
    return _shown(response, written)


@router.post(
    "/sessions/{session_id}/postpone",
    summary="Postpone a session to a day that is not known yet",
    responses=_WRITES,
    openapi_extra=SIGNED_IN,
)
async def postpone_session(
    session_id: UUID, why: WithReason, context: Context, reach: EventEditor, once: Once, response: Response
) -> SessionWritten:
    written = await _service(context).act(session_id, "postpone", _told(why), reach=reach, once=once)
    return _shown(response, written)


@router.post(
    "/sessions/{session_id}/reschedule",
    summary="Move a session to another time; it says when it was before",
    responses=_WRITES,
    openapi_extra=SIGNED_IN,
)
async def reschedule_session(
    session_id: UUID, new: Rescheduling, context: Context, reach: EventEditor, once: Once, response: Response
) -> SessionWritten:
    written = await _service(context).act(session_id, "reschedule", _told(new), reach=reach, once=once)
    return _shown(response, written)


@router.post(
    "/sessions/{session_id}/move-online",
    summary="Move a session online",
    responses=_WRITES,
    openapi_extra=SIGNED_IN,
)
async def move_session_online(
    session_id: UUID, new: MovingOnline, context: Context, reach: EventEditor, once: Once, response: Response
) -> SessionWritten:
    written = await _service(context).act(session_id, "move_online", _told(new), reach=reach, once=once)
    return _shown(response, written)


@router.post(
    "/sessions/{session_id}/reinstate",
    summary="Say that a session takes place after all, when and where it was to be",
    responses=_WRITES,
    openapi_extra=SIGNED_IN,
)
async def reinstate_session(
    session_id: UUID, context: Context, reach: EventEditor, once: Once, response: Response
) -> SessionWritten:
    written = await _service(context).act(session_id, "reinstate", {}, reach=reach, once=once)
    return _shown(response, written)


def _told(body: WithReason) -> dict[str, Any]:
    return body.model_dump(exclude_unset=True)


def _shown(response: Response, written: dict[str, Any]) -> SessionWritten:
    shown = SessionWritten.model_validate(written)
    response.headers["cache-control"] = "private, no-store"
    if shown.session is not None:
        response.headers["etag"] = version_tag(shown.session.version)
    return shown
