from typing import Annotated
from uuid import UUID

import orjson
from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.paging import after, page, text_value
from ombelle_chassis.problems import responses_for

from ombelle_loans.availability.errors import WindowWrong
from ombelle_loans.availability.planning.schemas import PlanningOut, PlanningQuery
from ombelle_loans.availability.planning.service import PlanningService
from ombelle_loans.context import Context
from ombelle_loans.policies import ReadsLoans, ScopeMissing

router = APIRouter(prefix="/api/v1/planning", tags=["availability"])
_LISTED = "planning"


@router.get(
    "",
    summary="Every unit that the caller lends on a line of time, and what leaves and comes back today",
    response_model=PlanningOut,
    responses=responses_for(Unauthenticated, ScopeMissing, WindowWrong),
    openapi_extra=SIGNED_IN,
)
async def planning(
    asked: Annotated[PlanningQuery, Query()], context: Context, caller: ReadsLoans
) -> Response:
    place = after(asked, _LISTED, text_value, UUID)
    shown, items, total = await PlanningService(context.sessions, context.loan_briefs).page(
        caller,
        asked.model_dump(exclude={"limit", "after"}),
        after=None if place is None else (place[0], place[1]),
        count=asked.limit + 1,
        shown=asked.limit,
    )
    following = page(asked, items, _LISTED, "folded_title", "id")["next"]
    # Thousands of blocks, written already: they are not read again to be validated.
    told = {**shown, "next": following, "total": total}
    return Response(orjson.dumps(told, default=str), media_type="application/json")
