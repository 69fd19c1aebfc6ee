from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import decode_cursor, encode_cursor, id_after
from ombelle_chassis.problems import responses_for
from ombelle_chassis.responses import NOT_MODIFIED, public_bytes

from ombelle_events.context import Context
from ombelle_events.policies import EventEditor, EventReader, ScopeMissing
from ombelle_events.programme.editing.errors import FieldLocked
from ombelle_events.programme.errors import (
    EventChangedMeanwhile,
    EventInvalid,
    EventUnknown,
    FieldReserved,
    VersionNeeded,
)
from ombelle_events.programme.schemas import Editions, EventOut, EventPatch, Events, EventsQuery
from ombelle_events.programme.service import ProgrammeService, version_tag
from ombelle_events.programme.store import EventFilter

router = APIRouter(prefix="/api/v1", tags=["programme"])


@router.get(
    "/editions",
    summary="The festival's editions, newest first",
    response_model=Editions,
    responses=NOT_MODIFIED,
)
async def editions(request: Request, asked: Annotated[ListQuery, Query()], context: Context) -> Response:
    before = _year_of(asked.after)
    rows = await ProgrammeService(context.sessions).editions(before=before, limit=asked.limit + 1)
    more = len(rows) > asked.limit
    following = encode_cursor("editions", rows[asked.limit - 1].year) if more else None
    body = Editions.model_validate({"items": rows[: asked.limit], "next": following}, from_attributes=True)
    return public_bytes(request, body.model_dump_json().encode())


def _year_of(cursor: str | None) -> int | None:
    """Return the year that a cursor of this list holds."""
    if cursor is None:
        return None
    year = decode_cursor("editions", cursor, length=1)[0]
    # A cursor of the right shape with another content is refused as any other.
    return year if type(year) is int and 0 < year < 10_000 else decode_cursor("editions", "", length=1)[0]


@router.get(
    "/events",
    summary="The events that one keeps, published or not, the last made first",
    responses=responses_for(Unauthenticated, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def events(
    asked: Annotated[EventsQuery, Query()], context: Context, reach: EventReader, response: Response
) -> Events:
    wanted = EventFilter(
        before=id_after(asked.after, "events"),
        count=asked.limit + 1,
        organisation_id=asked.organisation_id,
        publication=asked.publication,
        q=asked.q,
    )
    rows = await ProgrammeService(context.sessions).events(wanted, reach=reach)
    response.headers["cache-control"] = "private, no-store"
    following = encode_cursor("events", str(rows[asked.limit - 1]["id"])) if len(rows) > asked.limit else None
    return Events.model_validate({"items": rows[: asked.limit], "next": following})


@router.get(
    "/events/{event_id}",
    summary="An event with all its fields, published or not",
    responses=responses_for(Unauthenticated, ScopeMissing, EventUnknown),
    openapi_extra=SIGNED_IN,
)
async def event(event_id: UUID, context: Context, reach: EventReader, response: Response) -> EventOut:
    return _shown(response, await ProgrammeService(context.sessions).event(event_id, reach=reach))


@router.patch(
    "/events/{event_id}",
    summary="Change fields of an event; a sync keeps them from then on",
    responses=responses_for(
        Unauthenticated,
        ScopeMissing,
        FieldReserved,
        FieldLocked,
        EventUnknown,
        VersionNeeded,
        EventChangedMeanwhile,
        EventInvalid,
    ),
    openapi_extra=SIGNED_IN,
)
async def change_event(
    event_id: UUID,
    patch: EventPatch,
    context: Context,
    reach: EventEditor,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> EventOut:
    values: dict[str, Any] = patch.model_dump(exclude_unset=True)
    changed = await ProgrammeService(context.sessions).change_event(
        event_id, values, if_match=if_match, reach=reach
    )
    return _shown(response, changed)


def _shown(response: Response, found: dict[str, Any]) -> EventOut:
    response.headers["etag"] = version_tag(found["version"])
    response.headers["cache-control"] = "private, no-store"
    return EventOut.model_validate(found)
