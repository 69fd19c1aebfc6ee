from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.viewer import asker_of
from ombelle_events.calls.errors import CallUnknown
from ombelle_events.context import Context
from ombelle_events.desk.bulk.handlers import router as bulk_router
from ombelle_events.desk.coverage.handlers import router as coverage_router
from ombelle_events.desk.domain import DeskPage
from ombelle_events.desk.exports.handlers import router as exports_router
from ombelle_events.desk.load.handlers import router as load_router
from ombelle_events.desk.schemas import Board, BoardQuery, DeskApplications, DeskListQuery
from ombelle_events.desk.service import DeskService, read_cursor
from ombelle_events.desk.web import private_bytes
from ombelle_events.policies import Coordination, ScopeMissing

board_router = APIRouter(prefix="/api/v1/calls/{call_id}", tags=["desk"])
_REFUSALS: Final = (Unauthenticated, Forbidden, ScopeMissing, CallUnknown)


@board_router.get(
    "/board",
    summary="A call's applications by state and decision: how many, and the first of each",
    response_model=Board,
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def board(
    call_id: UUID, asked: Annotated[BoardQuery, Query()], context: Context, identity: Coordination
) -> Response:
    service = DeskService(context.sessions, asker_of(identity))
    return private_bytes(await service.board(call_id, asked.wanted(), count=asked.limit))


@board_router.get(
    "/board/applications",
    summary="A call's applications in one list, under the board's filters",
    response_model=DeskApplications,
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def board_applications(
    call_id: UUID, asked: Annotated[DeskListQuery, Query()], context: Context, identity: Coordination
) -> Response:
    page = DeskPage(asked.wanted(), asked.sort, asked.limit, read_cursor(asked.sort, asked.after))
    return private_bytes(await DeskService(context.sessions, asker_of(identity)).page(call_id, page))


router = APIRouter()
for part in (board_router, bulk_router, coverage_router, load_router, exports_router):
    router.include_router(part)
