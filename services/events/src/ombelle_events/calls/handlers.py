from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.audit import actor_of
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import decode_cursor, encode_cursor, id_after
from ombelle_chassis.problems import responses_for
from ombelle_chassis.responses import NOT_MODIFIED
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded

from ombelle_events.calls.errors import (
    CallInvalid,
    CallStateForbids,
    CallUnknown,
    EditionUnknown,
    FormInvalid,
    FormUnknown,
)
from ombelle_events.calls.schemas import CallCreate, CallOut, CallPatch, CallPublic, Calls, CallsOfEdition
from ombelle_events.calls.service import CallService
from ombelle_events.calls.store import FIRST, Place
from ombelle_events.calls.web import PRIVATE, of_the_moment, tag
from ombelle_events.context import Context
from ombelle_events.policies import Coordination, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["calls"])
_LISTED = "calls"
_OF_EDITION = "calls-of-edition"


@router.get(
    "/calls",
    summary="Published calls: open ones first, then those to come, then those that are closed",
    response_model=Calls,
    responses=NOT_MODIFIED,
)
async def calls(request: Request, asked: Annotated[ListQuery, Query()], context: Context) -> Response:
    rows, total = await CallService(context.sessions).published(
        after=_place(asked.after), count=asked.limit + 1
    )
    following = None
    if len(rows) > asked.limit:
        last = rows[asked.limit - 1]
        following = encode_cursor(_LISTED, last["place"], last["moment"], str(last["id"]))
    body = Calls.model_validate({"items": rows[: asked.limit], "next": following, "total": total})
    return of_the_moment(request, body.model_dump_json().encode())


def _place(cursor: str | None) -> Place:
    """Return the place after which the public list begins."""
    if cursor is None:
        return FIRST
    place, moment, call_id = decode_cursor(_LISTED, cursor, length=3)
    try:
        if type(place) is int and type(moment) is int and abs(place) < 10 and abs(moment) < 2**62:
            return place, moment, UUID(call_id)
    except (ValueError, AttributeError, TypeError):
        pass
    # A cursor of the right shape with another content is refused as any other.
    decode_cursor(_LISTED, "", length=3)
    return FIRST


@router.get(
    "/calls/{call_id}",
    summary="A published call",
    response_model=CallPublic,
    responses=NOT_MODIFIED | responses_for(CallUnknown),
)
async def public_call(call_id: UUID, request: Request, context: Context) -> Response:
    found = await CallService(context.sessions).public_call(call_id, datetime.now(UTC))
    return of_the_moment(request, CallPublic.model_validate(found).model_dump_json().encode())


@router.get(
    "/editions/{year}/calls",
    summary="The calls of an edition, online or not, the last made first",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, EditionUnknown),
    openapi_extra=SIGNED_IN,
)
async def calls_of_edition(
    year: int,
    asked: Annotated[ListQuery, Query()],
    context: Context,
    _identity: Coordination,
    response: Response,
) -> CallsOfEdition:
    rows, total = await CallService(context.sessions).of_edition(
        year if abs(year) < 10_000 else 0, before=id_after(asked.after, _OF_EDITION), count=asked.limit + 1
    )
    response.headers["cache-control"] = PRIVATE
    more = len(rows) > asked.limit
    following = encode_cursor(_OF_EDITION, str(rows[asked.limit - 1]["id"])) if more else None
    return CallsOfEdition.model_validate({"items": rows[: asked.limit], "next": following, "total": total})


@router.get(
    "/calls/{call_id}/settings",
    summary="A call with all its settings, online or not",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, CallUnknown),
    openapi_extra=SIGNED_IN,
)
async def call_settings(
    call_id: UUID, context: Context, _identity: Coordination, response: Response
) -> CallOut:
    return _shown(response, await CallService(context.sessions).call(call_id))


@router.post(
    "/calls",
    status_code=201,
    summary="Begin a call, with a form, criteria and texts to start from",
    responses=responses_for(
        Unauthenticated,
        Forbidden,
        ScopeMissing,
        EditionUnknown,
        CallUnknown,
        CallInvalid,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def begin_call(
    wanted: CallCreate, context: Context, identity: Coordination, once: Once, response: Response
) -> CallOut:
    begun = await CallService(context.sessions).begin(wanted.model_dump(), by=actor_of(identity), once=once)
    response.headers["location"] = f"/api/v1/calls/{begun['id']}/settings"
    return _shown(response, begun)


@router.patch(
    "/calls/{call_id}",
    summary="Change settings of a call",
    responses=responses_for(
        Unauthenticated,
        Forbidden,
        ScopeMissing,
        CallUnknown,
        CallStateForbids,
        VersionNeeded,
        ChangedMeanwhile,
        CallInvalid,
    ),
    openapi_extra=SIGNED_IN,
)
async def change_call(
    call_id: UUID,
    patch: CallPatch,
    context: Context,
    identity: Coordination,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> CallOut:
    values = patch.model_dump(exclude_unset=True)
    changed = await CallService(context.sessions).change(
        call_id, values, if_match=if_match, by=actor_of(identity)
    )
    return _shown(response, changed)


@router.post(
    "/calls/{call_id}/publish",
    summary="Put a call online, with its form if that was never published",
    responses=responses_for(
        Unauthenticated,
        Forbidden,
        ScopeMissing,
        CallUnknown,
        FormUnknown,
        CallStateForbids,
        FormInvalid,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def publish_call(
    call_id: UUID, context: Context, identity: Coordination, once: Once, response: Response
) -> CallOut:
    published = await CallService(context.sessions).publish(call_id, by=actor_of(identity), once=once)
    return _shown(response, published)


@router.post(
    "/calls/{call_id}/archive",
    summary="Take a call offline; its applications stay",
    responses=responses_for(
        Unauthenticated, Forbidden, ScopeMissing, CallUnknown, CallStateForbids, IdempotencyKeyReused
    ),
    openapi_extra=SIGNED_IN,
)
async def archive_call(
    call_id: UUID, context: Context, identity: Coordination, once: Once, response: Response
) -> CallOut:
    archived = await CallService(context.sessions).archive(call_id, by=actor_of(identity), once=once)
    return _shown(response, archived)


def _shown(response: Response, found: dict[str, Any]) -> CallOut:
    tag(response, found["version"])
    return CallOut.model_validate(found)
