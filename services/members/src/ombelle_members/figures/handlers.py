from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.pagination import id_after
from ombelle_chassis.paging import FIRST, page
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context
from ombelle_members.figures.domain import Figure
from ombelle_members.figures.schemas import MemberReport, MemberReportRows, RowsQuery, Year
from ombelle_members.figures.service import FigureService
from ombelle_members.policies import Association, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["figures"])
_REFUSALS: Final = (Unauthenticated, Forbidden, ScopeMissing)
_ROWS: Final = "member-figure-rows"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OfYear = Annotated[Year, Path()]


@router.get(
    "/reports/members/{year}.xlsx",
    summary="A year of the association as a workbook, with the rows of its main figures",
    response_class=Response,
    responses={
        200: {"content": {_XLSX: {"schema": {"type": "string", "format": "binary"}}}},
        **responses_for(*_REFUSALS),
    },
    openapi_extra=SIGNED_IN,
)
async def member_report_xlsx(year: OfYear, context: Context, _caller: Association) -> Response:
    book = await FigureService(context.sessions).xlsx(year)
    headers = {
        "cache-control": "private, no-store",
        "content-disposition": f'attachment; filename="association-{year}.xlsx"',
        "x-content-type-options": "nosniff",
    }
    return Response(book, media_type=_XLSX, headers=headers)


@router.get(
    "/reports/members/{year}/rows/{figure}",
    summary="What a figure of a year was counted from",
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def member_report_rows(
    year: OfYear, figure: Figure, asked: Annotated[RowsQuery, Query()], context: Context, _caller: Association
) -> MemberReportRows:
    rows, total = await FigureService(context.sessions).rows(
        year, figure, asked.value, after=id_after(asked.after, _ROWS) or FIRST, count=asked.limit + 1
    )
    return MemberReportRows.model_validate(page(asked, rows, _ROWS, "id", total=total))


@router.get(
    "/reports/members/{year}",
    summary="A year of the association in figures: as the yearly report has them, broken down, with the year before",
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def member_report(year: OfYear, context: Context, _caller: Association) -> MemberReport:
    return MemberReport.model_validate(await FigureService(context.sessions).report(year))
