from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for

from ombelle_events.context import Context
from ombelle_events.feed.errors import FeedNotFound, RecordNotFound
from ombelle_events.feed.paging import PRIVATE, page, text_after
from ombelle_events.feed.records.domain import RecordFilter
from ombelle_events.feed.records.schemas import RecordDetail, Records, RecordsQuery
from ombelle_events.feed.records.service import RecordService
from ombelle_events.policies import Coordination

router = APIRouter(prefix="/api/v1/feeds", tags=["feeds"])


@router.get(
    "/{name}/records",
    summary="The rows of a feed, by id",
    responses=responses_for(Unauthenticated, Forbidden, FeedNotFound),
    openapi_extra=SIGNED_IN,
)
async def feed_records(
    name: str,
    asked: Annotated[RecordsQuery, Query()],
    context: Context,
    _: Coordination,
    response: Response,
) -> Records:
    wanted = RecordFilter(state=asked.state, q=asked.q, notes=asked.notes, raw=asked.raw)
    after = text_after(asked, "records")
    rows = await RecordService(context.sessions).records(name, wanted, after, asked.limit + 1)
    return Records.model_validate(page(response, asked, rows, "records", "external_id"))


@router.get(
    "/{name}/records/{external_id:path}",
    summary="A row of a feed: as it came, as it was applied, and why it is in quarantine",
    responses=responses_for(Unauthenticated, Forbidden, FeedNotFound, RecordNotFound),
    openapi_extra=SIGNED_IN,
)
async def feed_record(
    name: str,
    external_id: Annotated[str, Path(min_length=1)],
    context: Context,
    _: Coordination,
    response: Response,
) -> RecordDetail:
    response.headers["cache-control"] = PRIVATE
    found: dict[str, Any] = dict(await RecordService(context.sessions).record(name, external_id))
    return RecordDetail.model_validate(found)
