from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for

from ombelle_events.context import Context
from ombelle_events.feed.errors import (
    ConflictNotFound,
    ConflictSettled,
    FeedNotFound,
    SettlementsRefused,
    SourceValueUnusable,
)
from ombelle_events.feed.paging import FIRST, id_after, page
from ombelle_events.feed.settling.domain import Settlement
from ombelle_events.feed.settling.schemas import (
    Conflicts,
    ConflictsQuery,
    Settle,
    SettleAll,
    Settled,
    SettledAll,
)
from ombelle_events.feed.settling.service import SettlingService
from ombelle_events.policies import Coordination

router = APIRouter(prefix="/api/v1/feeds", tags=["feeds"])


@router.get(
    "/{name}/conflicts",
    summary="Fields edited here that the source has changed since",
    responses=responses_for(Unauthenticated, Forbidden, FeedNotFound),
    openapi_extra=SIGNED_IN,
)
async def conflicts(
    name: str,
    asked: Annotated[ConflictsQuery, Query()],
    context: Context,
    _: Coordination,
    response: Response,
) -> Conflicts:
    rows = await SettlingService(context.sessions).conflicts(
        name,
        settled=asked.state == "settled",
        after=id_after(asked, "conflicts") or FIRST,
        count=asked.limit + 1,
    )
    return Conflicts.model_validate(page(response, asked, rows, "conflicts", "id"))


@router.post(
    "/{name}/conflicts/settle",
    summary="Settle several conflicts, all or none",
    responses=responses_for(Unauthenticated, Forbidden, FeedNotFound, SettlementsRefused),
    openapi_extra=SIGNED_IN,
)
async def settle_all(name: str, wanted: SettleAll, context: Context, identity: Coordination) -> SettledAll:
    settled = await SettlingService(context.sessions).settle_all(
        name, [Settlement(one.id, one.keep) for one in wanted.settlements], by=identity.subject
    )
    return SettledAll.model_validate({"items": settled}, from_attributes=True)


@router.post(
    "/{name}/conflicts/{conflict_id}/settle",
    summary="Keep what stands here, or take what the source says",
    responses=responses_for(
        Unauthenticated, Forbidden, FeedNotFound, ConflictNotFound, ConflictSettled, SourceValueUnusable
    ),
    openapi_extra=SIGNED_IN,
)
async def settle(
    name: str, conflict_id: UUID, wanted: Settle, context: Context, identity: Coordination
) -> Settled:
    settled = await SettlingService(context.sessions).settle(
        name, Settlement(conflict_id, wanted.keep), by=identity.subject
    )
    return Settled.model_validate(settled, from_attributes=True)
