from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.problems import responses_for
from sqlalchemy import RowMapping

from ombelle_events.context import Context
from ombelle_events.feed.errors import (
    FeedChangedMeanwhile,
    FeedExists,
    FeedNotFound,
    FeedRunning,
    FeedVersionNeeded,
    RunNotFound,
)
from ombelle_events.feed.paging import PRIVATE, id_after, page, text_after
from ombelle_events.feed.schemas import (
    AskRun,
    FeedDeclaration,
    FeedOut,
    FeedPatch,
    Feeds,
    FeedSettings,
    RunAsked,
    RunOut,
    Runs,
)
from ombelle_events.feed.service import FeedService
from ombelle_events.policies import Coordination
from ombelle_events.programme.service import version_tag

router = APIRouter(prefix="/api/v1/feeds", tags=["feeds"])
Asked = Annotated[ListQuery, Query()]
IfMatch = Annotated[str | None, Header()]


@router.get(
    "",
    summary="The feeds, by name",
    responses=responses_for(Unauthenticated, Forbidden),
    openapi_extra=SIGNED_IN,
)
async def feeds(asked: Asked, context: Context, _: Coordination, response: Response) -> Feeds:
    rows = await FeedService(context.sessions).feeds(text_after(asked, "feeds"), asked.limit + 1)
    return Feeds.model_validate(page(response, asked, rows, "feeds", "name"), from_attributes=True)


@router.post(
    "",
    status_code=201,
    summary="Add a feed",
    responses=responses_for(Unauthenticated, Forbidden, FeedExists),
    openapi_extra=SIGNED_IN,
)
async def declare_feed(
    wanted: FeedDeclaration, context: Context, identity: Coordination, response: Response
) -> FeedOut:
    declared = await FeedService(context.sessions).declare(
        _values(wanted), territory=context.settings.territory, by=identity.subject
    )
    response.headers["location"] = f"{router.prefix}/{declared['name']}"
    return _shown(response, declared)


@router.get(
    "/{name}",
    summary="A feed, with its last run",
    responses=responses_for(Unauthenticated, Forbidden, FeedNotFound),
    openapi_extra=SIGNED_IN,
)
async def feed(name: str, context: Context, _: Coordination, response: Response) -> FeedOut:
    return _shown(response, await FeedService(context.sessions).feed(name))


@router.patch(
    "/{name}",
    summary="Change settings of a feed",
    responses=responses_for(
        Unauthenticated, Forbidden, FeedNotFound, FeedVersionNeeded, FeedChangedMeanwhile, FeedRunning
    ),
    openapi_extra=SIGNED_IN,
)
async def change_feed(
    name: str,
    wanted: FeedPatch,
    context: Context,
    identity: Coordination,
    response: Response,
    if_match: IfMatch = None,
) -> FeedOut:
    changed = await FeedService(context.sessions).change(
        name, _values(wanted), if_match=if_match, by=identity.subject
    )
    return _shown(response, changed)


@router.delete(
    "/{name}",
    status_code=204,
    summary="Remove a feed; the events that it brought stay",
    responses=responses_for(
        Unauthenticated, Forbidden, FeedNotFound, FeedVersionNeeded, FeedChangedMeanwhile, FeedRunning
    ),
    openapi_extra=SIGNED_IN,
)
async def remove_feed(name: str, context: Context, identity: Coordination, if_match: IfMatch = None) -> None:
    await FeedService(context.sessions).remove(name, if_match=if_match, by=identity.subject)


@router.get(
    "/{name}/runs",
    summary="The runs of a feed, newest first",
    responses=responses_for(Unauthenticated, Forbidden, FeedNotFound),
    openapi_extra=SIGNED_IN,
)
async def runs(name: str, asked: Asked, context: Context, _: Coordination, response: Response) -> Runs:
    rows = await FeedService(context.sessions).runs(name, id_after(asked, "runs"), asked.limit + 1)
    return Runs.model_validate(page(response, asked, rows, "runs", "id"), from_attributes=True)


@router.get(
    "/{name}/runs/{run_id}",
    summary="A run of a feed",
    responses=responses_for(Unauthenticated, Forbidden, FeedNotFound, RunNotFound),
    openapi_extra=SIGNED_IN,
)
async def run(name: str, run_id: UUID, context: Context, _: Coordination, response: Response) -> RunOut:
    response.headers["cache-control"] = PRIVATE
    found = await FeedService(context.sessions).run(name, run_id)
    return RunOut.model_validate(found, from_attributes=True)


@router.post(
    "/{name}/runs",
    status_code=202,
    summary="Ask for a run; the worker carries it out",
    responses=responses_for(Unauthenticated, Forbidden, FeedNotFound),
    openapi_extra=SIGNED_IN,
)
async def ask_for_run(
    name: str, context: Context, identity: Coordination, wanted: AskRun | None = None
) -> RunAsked:
    wanted = wanted or AskRun()
    queued = await FeedService(context.sessions).ask_for_run(
        name, full=wanted.full, force=wanted.force, by=identity.subject
    )
    return RunAsked(name=name, queued=queued)


def _values(wanted: FeedSettings) -> dict[str, Any]:
    """Return the settings that were given; the key leaves its cover here, on its way to the table."""
    values: dict[str, Any] = wanted.model_dump(exclude_unset=True)
    if wanted.key is not None:
        values["key"] = wanted.key.get_secret_value()
    return values


def _shown(response: Response, found: RowMapping) -> FeedOut:
    response.headers["etag"] = version_tag(found["version"])
    response.headers["cache-control"] = PRIVATE
    return FeedOut.model_validate(dict(found))
