from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import decode_cursor, encode_cursor
from ombelle_chassis.problems import responses_for

from ombelle_events.context import Context
from ombelle_events.feed.errors import ConflictNotFound, ConflictSettled, FeedNotFound, SourceValueUnusable
from ombelle_events.feed.schemas import (
    AskRun,
    Conflicts,
    Duplicates,
    FeedOut,
    Feeds,
    RunAsked,
    Runs,
    Settle,
    Settled,
)
from ombelle_events.feed.service import FIRST, FeedService
from ombelle_events.policies import Administrator

router = APIRouter(prefix="/api/v1/feeds", tags=["feeds"])
Asked = Annotated[ListQuery, Query()]


@router.get(
    "",
    summary="The feeds, by name",
    responses=responses_for(Unauthenticated, Forbidden),
    openapi_extra=SIGNED_IN,
)
async def feeds(asked: Asked, context: Context, _: Administrator, response: Response) -> Feeds:
    after = str(decode_cursor("feeds", asked.after, length=1)[0]) if asked.after else ""
    rows = await FeedService(context.sessions).feeds(after, asked.limit + 1)
    return Feeds.model_validate(_page(response, asked, rows, "feeds", "name"), from_attributes=True)


@router.get(
    "/{name}",
    summary="A feed, with its last run",
    responses=responses_for(Unauthenticated, Forbidden, FeedNotFound),
    openapi_extra=SIGNED_IN,
)
async def feed(name: str, context: Context, _: Administrator, response: Response) -> FeedOut:
    response.headers["cache-control"] = "private, no-store"
    return FeedOut.model_validate(dict(await FeedService(context.sessions).feed(name)))


@router.get(
    "/{name}/runs",
    summary="The runs of a feed, newest first",
    responses=responses_for(Unauthenticated, Forbidden, FeedNotFound),
    openapi_extra=SIGNED_IN,
)
async def runs(name: str, asked: Asked, context: Context, _: Administrator, response: Response) -> Runs:
    rows = await FeedService(context.sessions).runs(name, _id_after(asked, "runs"), asked.limit + 1)
    return Runs.model_validate(_page(response, asked, rows, "runs", "id"), from_attributes=True)


@router.post(
    "/{name}/runs",
    status_code=202,
    summary="Ask for a run; the worker carries it out",
    responses=responses_for(Unauthenticated, Forbidden, FeedNotFound),
    openapi_extra=SIGNED_IN,
)
async def ask_for_run(
    name: str, context: Context, _: Administrator, wanted: AskRun | None = None
) -> RunAsked:
    wanted = wanted or AskRun()
    queued = await FeedService(context.sessions).ask_for_run(name, full=wanted.full, force=wanted.force)
    return RunAsked(name=name, queued=queued)


@router.get(
    "/{name}/conflicts",
    summary="Fields edited here that the source has changed since",
    responses=responses_for(Unauthenticated, Forbidden, FeedNotFound),
    openapi_extra=SIGNED_IN,
)
async def conflicts(
    name: str, asked: Asked, context: Context, _: Administrator, response: Response
) -> Conflicts:
    after = _id_after(asked, "conflicts") or FIRST
    rows = await FeedService(context.sessions).conflicts(name, after, asked.limit + 1)
    return Conflicts.model_validate(_page(response, asked, rows, "conflicts", "id"))


@router.post(
    "/{name}/conflicts/{conflict_id}/settle",
    summary="Keep what stands here, or take what the source says",
    responses=responses_for(
        Unauthenticated, Forbidden, FeedNotFound, ConflictNotFound, ConflictSettled, SourceValueUnusable
    ),
    openapi_extra=SIGNED_IN,
)
async def settle(
    name: str, conflict_id: UUID, wanted: Settle, context: Context, identity: Administrator
) -> Settled:
    settled = await FeedService(context.sessions).settle(
        name, conflict_id, keep=wanted.keep, by=identity.subject
    )
    return Settled.model_validate(settled, from_attributes=True)


@router.get(
    "/{name}/duplicates",
    summary="Pairs of events that may be one",
    responses=responses_for(Unauthenticated, Forbidden, FeedNotFound),
    openapi_extra=SIGNED_IN,
)
async def duplicates(
    name: str, asked: Asked, context: Context, _: Administrator, response: Response
) -> Duplicates:
    after = _id_after(asked, "duplicates") or FIRST
    rows = await FeedService(context.sessions).duplicates(name, after, asked.limit + 1)
    return Duplicates.model_validate(_page(response, asked, rows, "duplicates", "id"))


def _id_after(asked: ListQuery, kind: str) -> UUID | None:
    if asked.after is None:
        return None
    value = decode_cursor(kind, asked.after, length=1)[0]
    try:
        return UUID(value)
    except (ValueError, AttributeError, TypeError):
        # A cursor of the right shape with another content is refused as any other.
        decode_cursor(kind, "!", length=1)
        raise


def _page(response: Response, asked: ListQuery, rows: Sequence[Any], kind: str, key: str) -> dict[str, Any]:
    response.headers["cache-control"] = "private, no-store"
    items = list(rows[: asked.limit])
    last = items[-1] if len(rows) > asked.limit else None
    value = None if last is None else last[key] if hasattr(last, "keys") else getattr(last, key)
    shown = [dict(row) if hasattr(row, "keys") else row for row in items]
    return {"items": shown, "next": None if last is None else encode_cursor(kind, str(value))}
