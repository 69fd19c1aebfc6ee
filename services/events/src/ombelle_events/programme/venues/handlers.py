from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response, status
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_events.context import Context
from ombelle_events.policies import EventEditor, EventReader, ScopeMissing
from ombelle_events.programme.events.errors import HolderUnknown
from ombelle_events.programme.venues.errors import VenueInvalid, VenueShared, VenueSimilar, VenueUnknown
from ombelle_events.programme.venues.schemas import VenueNew, VenueOut, VenuePatch, Venues, VenuesQuery
from ombelle_events.programme.venues.service import VenueService

router = APIRouter(prefix="/api/v1", tags=["programme"])


@router.get(
    "/venues",
    summary="The places where events are held: anybody who writes events chooses among them",
    responses=responses_for(Unauthenticated, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def venues(
    asked: Annotated[VenuesQuery, Query()], context: Context, reach: EventReader, response: Response
) -> Venues:
    rows = await VenueService(context.sessions).venues(
        q=asked.q,
        insee=asked.insee,
        after=id_after(asked.after, "venues"),
        count=asked.limit + 1,
        reach=reach,
    )
    response.headers["cache-control"] = "private, no-store"
    following = encode_cursor("venues", str(rows[asked.limit - 1]["id"])) if len(rows) > asked.limit else None
    return Venues.model_validate({"items": rows[: asked.limit], "next": following})


@router.post(
    "/venues",
    status_code=status.HTTP_201_CREATED,
    summary="Add a place; those nearly like it are told first",
    responses=responses_for(
        Unauthenticated, ScopeMissing, HolderUnknown, VenueSimilar, VenueInvalid, IdempotencyKeyReused
    ),
    openapi_extra=SIGNED_IN,
)
async def add_venue(
    new: VenueNew, context: Context, reach: EventEditor, once: Once, response: Response
) -> VenueOut:
    added = await VenueService(context.sessions).add(new.model_dump(), reach=reach, once=once)
    response.headers["etag"] = version_tag(added["version"])
    return VenueOut.model_validate(added)


@router.get(
    "/venues/{venue_id}",
    summary="A place where events are held",
    responses=responses_for(Unauthenticated, ScopeMissing, VenueUnknown),
    openapi_extra=SIGNED_IN,
)
async def venue(venue_id: UUID, context: Context, reach: EventReader, response: Response) -> VenueOut:
    found = await VenueService(context.sessions).venue(venue_id, reach=reach)
    response.headers["etag"] = version_tag(found["version"])
    response.headers["cache-control"] = "private, no-store"
    return VenueOut.model_validate(found)


@router.patch(
    "/venues/{venue_id}",
    summary="Change a place; no sync changes it from then on",
    responses=responses_for(
        Unauthenticated,
        ScopeMissing,
        VenueShared,
        VenueUnknown,
        VersionNeeded,
        ChangedMeanwhile,
        VenueInvalid,
    ),
    openapi_extra=SIGNED_IN,
)
async def change_venue(
    venue_id: UUID,
    patch: VenuePatch,
    context: Context,
    reach: EventEditor,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> VenueOut:
    values = patch.model_dump(exclude_unset=True)
    changed = await VenueService(context.sessions).change(venue_id, values, if_match=if_match, reach=reach)
    response.headers["etag"] = version_tag(changed["version"])
    response.headers["cache-control"] = "private, no-store"
    return VenueOut.model_validate(changed)
