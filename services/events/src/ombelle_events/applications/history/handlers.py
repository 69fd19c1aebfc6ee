from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.history.schemas import ApplicationHistory
from ombelle_events.applications.history.service import HistoryService
from ombelle_events.applications.responses import OF_ONE, PRIVATE
from ombelle_events.context import Context
from ombelle_events.policies import ApplicationReader

router = APIRouter(prefix="/api/v1", tags=["applications"])


@router.get(
    "/applications/{application_id}/history",
    summary="What happened to an application, the last first",
    responses=responses_for(*OF_ONE),
    openapi_extra=SIGNED_IN,
)
async def application_history(
    application_id: UUID,
    asked: Annotated[ListQuery, Query()],
    context: Context,
    asker: ApplicationReader,
    response: Response,
) -> ApplicationHistory:
    response.headers["cache-control"] = PRIVATE
    before = id_after(asked.after, "application-history")
    rows = await HistoryService(context.sessions).history(
        application_id, before=before, count=asked.limit + 1, asker=asker
    )
    more = len(rows) > asked.limit
    following = encode_cursor("application-history", str(rows[asked.limit - 1]["id"])) if more else None
    return ApplicationHistory.model_validate({"items": rows[: asked.limit], "next": following})
