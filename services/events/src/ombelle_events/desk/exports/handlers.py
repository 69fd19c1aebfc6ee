from collections.abc import AsyncIterator
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import StreamingResponse
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.errors import ApplicationUnknown
from ombelle_events.applications.viewer import asker_of
from ombelle_events.calls.errors import CallUnknown
from ombelle_events.calls.web import PRIVATE
from ombelle_events.context import Context
from ombelle_events.desk.exports.service import ExportService
from ombelle_events.desk.schemas import DeskQuery
from ombelle_events.policies import ApplicationReader, Coordination, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["desk"])
_REFUSALS: Final = (Unauthenticated, Forbidden, ScopeMissing, CallUnknown)
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _file(media_type: str) -> dict[int | str, dict[str, Any]]:
    return {200: {"content": {media_type: {"schema": {"type": "string", "format": "binary"}}}}}


async def _exports(context: Context, identity: Coordination) -> ExportService:
    return ExportService(context.sessions, asker_of(identity))


Exports = Annotated[ExportService, Depends(_exports)]
Asked = Annotated[DeskQuery, Query()]


@router.get(
    "/calls/{call_id}/board.csv",
    summary="A call's applications under the board's filters, with their answers, for French spreadsheets",
    response_class=Response,
    responses={**_file("text/csv"), **responses_for(*_REFUSALS)},
    openapi_extra=SIGNED_IN,
)
async def board_csv(call_id: UUID, asked: Asked, service: Exports) -> Response:
    form = await service.form(call_id)
    return _streamed(service.csv(call_id, asked.wanted(), form), "dossiers.csv", "text/csv; charset=utf-8")


@router.get(
    "/calls/{call_id}/board.xlsx",
    summary="A call's applications under the board's filters, with their answers, as a workbook",
    response_class=Response,
    responses={**_file(_XLSX), **responses_for(*_REFUSALS)},
    openapi_extra=SIGNED_IN,
)
async def board_xlsx(call_id: UUID, asked: Asked, service: Exports) -> Response:
    form = await service.form(call_id)
    return _streamed(service.xlsx(call_id, asked.wanted(), form), "dossiers.xlsx", _XLSX)


@router.get(
    "/calls/{call_id}/board.zip",
    summary="The dossiers under the board's filters, a PDF each; drafts, which nobody reads yet, are left out",
    response_class=Response,
    responses={**_file("application/zip"), **responses_for(*_REFUSALS)},
    openapi_extra=SIGNED_IN,
)
async def board_dossiers(call_id: UUID, asked: Asked, service: Exports) -> Response:
    await service.form(call_id)
    return _streamed(service.dossiers(call_id, asked.wanted()), "dossiers.zip", "application/zip")


@router.get(
    "/applications/{application_id}/dossier.pdf",
    summary="A dossier as the caller may read it, to print",
    response_class=Response,
    responses={
        **_file("application/pdf"),
        **responses_for(Unauthenticated, ScopeMissing, ApplicationUnknown),
    },
    openapi_extra=SIGNED_IN,
)
async def dossier_pdf(application_id: UUID, context: Context, asker: ApplicationReader) -> Response:
    name, document = await ExportService(context.sessions, asker).dossier(application_id)
    return Response(document, media_type="application/pdf", headers=_headers(f"{name}.pdf"))


def _streamed(pieces: AsyncIterator[bytes], name: str, media_type: str) -> Response:
    return StreamingResponse(pieces, media_type=media_type, headers=_headers(name))


def _headers(name: str) -> dict[str, str]:
    return {
        "cache-control": PRIVATE,
        "content-disposition": f'attachment; filename="{name}"',
        "x-content-type-options": "nosniff",
    }
