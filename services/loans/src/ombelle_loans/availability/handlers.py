from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from ombelle_chassis.problems import responses_for
from ombelle_chassis.responses import NOT_MODIFIED, public_bytes

from ombelle_loans.availability.errors import WindowWrong
from ombelle_loans.availability.schemas import CalendarOut, CalendarQuery, CheckOut, CheckQuery
from ombelle_loans.availability.service import AvailabilityService, days_asked
from ombelle_loans.catalogue.errors import FormatUnknown, ItemUnknown
from ombelle_loans.context import Context

router = APIRouter(prefix="/api/v1/catalogue/{item}/availability", tags=["availability"])
Item = Annotated[str, Path(max_length=120, description="Its slug or its id.")]
_REFUSALS = (ItemUnknown, FormatUnknown, WindowWrong)


@router.get(
    "",
    summary="When an item is free: busy days as ranges, of each unit and of what is asked for",
    response_model=CalendarOut,
    responses={**responses_for(*_REFUSALS), **NOT_MODIFIED},
)
async def availability(
    item: Item, asked: Annotated[CalendarQuery, Query()], context: Context, request: Request
) -> Response:
    found = await AvailabilityService(context.sessions).calendar(
        item,
        asked.since,
        asked.until,
        format_id=asked.format,
        choice=asked.choice,
        department=asked.department,
    )
    return public_bytes(request, CalendarOut.model_validate(found).model_dump_json().encode())


@router.get(
    "/check",
    summary="Whether an item is free for a loan of these days; if not, why, and when next",
    response_model=CheckOut,
    responses={**responses_for(*_REFUSALS), **NOT_MODIFIED},
)
async def check_availability(
    item: Item, asked: Annotated[CheckQuery, Query()], context: Context, request: Request
) -> Response:
    days = days_asked(asked.starts_on, asked.ends_on)
    found = await AvailabilityService(context.sessions).check(
        item, days, format_id=asked.format, choice=asked.choice, department=asked.department
    )
    return public_bytes(request, CheckOut.model_validate(found).model_dump_json().encode())
