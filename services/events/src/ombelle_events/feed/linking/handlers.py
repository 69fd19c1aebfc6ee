from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for

from ombelle_events.context import Context
from ombelle_events.feed.errors import (
    DuplicateNotFound,
    DuplicateOpen,
    DuplicateSettled,
    EventsNotLinkable,
    FeedNotFound,
)
from ombelle_events.feed.linking.schemas import DuplicateOut, Duplicates, DuplicatesQuery, Link
from ombelle_events.feed.linking.service import LinkingService
from ombelle_events.feed.paging import FIRST, id_after, page
from ombelle_events.policies import Coordination

router = APIRouter(prefix="/api/v1", tags=["feeds"])
Asked = Annotated[DuplicatesQuery, Query()]


@router.get(
    "/duplicates",
    summary="Pairs of events that may be one, of all feeds",
    responses=responses_for(Unauthenticated, Forbidden),
    openapi_extra=SIGNED_IN,
)
async def duplicates(asked: Asked, context: Context, _: Coordination, response: Response) -> Duplicates:
    return await _page(None, asked, context, response)


@router.get(
    "/feeds/{name}/duplicates",
    summary="Pairs of events that may be one, of which one comes from this feed",
    responses=responses_for(Unauthenticated, Forbidden, FeedNotFound),
    openapi_extra=SIGNED_IN,
)
async def feed_duplicates(
    name: str, asked: Asked, context: Context, _: Coordination, response: Response
) -> Duplicates:
    return await _page(name, asked, context, response)


@router.post(
    "/duplicates/{duplicate_id}/link",
    summary="Show one event of the pair in the agenda, and hide the other behind it",
    responses=responses_for(
        Unauthenticated, Forbidden, DuplicateNotFound, DuplicateSettled, EventsNotLinkable
    ),
    openapi_extra=SIGNED_IN,
)
async def link(duplicate_id: UUID, wanted: Link, context: Context, identity: Coordination) -> DuplicateOut:
    linked = await LinkingService(context.sessions).link(duplicate_id, keep=wanted.keep, by=identity.subject)
    return DuplicateOut.model_validate(linked)


@router.post(
    "/duplicates/{duplicate_id}/apart",
    summary="Say that the two are not one; they are never proposed again",
    responses=responses_for(Unauthenticated, Forbidden, DuplicateNotFound, DuplicateSettled),
    openapi_extra=SIGNED_IN,
)
async def tell_apart(duplicate_id: UUID, context: Context, identity: Coordination) -> DuplicateOut:
    told = await LinkingService(context.sessions).tell_apart(duplicate_id, by=identity.subject)
    return DuplicateOut.model_validate(told)


@router.post(
    "/duplicates/{duplicate_id}/reopen",
    summary="Undo the decision on a pair",
    responses=responses_for(Unauthenticated, Forbidden, DuplicateNotFound, DuplicateOpen),
    openapi_extra=SIGNED_IN,
)
async def reopen(duplicate_id: UUID, context: Context, identity: Coordination) -> DuplicateOut:
    reopened = await LinkingService(context.sessions).reopen(duplicate_id, by=identity.subject)
    return DuplicateOut.model_validate(reopened)


async def _page(name: str | None, asked: DuplicatesQuery, context: Context, response: Response) -> Duplicates:
    rows = await LinkingService(context.sessions).pairs(
        name, state=asked.state, after=id_after(asked, "duplicates") or FIRST, count=asked.limit + 1
    )
    return Duplicates.model_validate(page(response, asked, rows, "duplicates", "id"))
