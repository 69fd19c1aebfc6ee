from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.pagination import id_after
from ombelle_chassis.paging import FIRST, page
from ombelle_chassis.problems import responses_for

from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.figures.errors import FiguresUnknown
from ombelle_loans.figures.schemas import LoanReport, ReportQuery, ReportRows, RowsQuery, Year
from ombelle_loans.figures.service import FigureService
from ombelle_loans.policies import ReadsLoans, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["figures"])
_REFUSALS: Final = (Unauthenticated, ScopeMissing, FiguresUnknown)
_ROWS: Final = "figure-rows"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OfYear = Annotated[Year, Path()]


def _service(context: ProcessContext) -> FigureService:
    return FigureService(context.sessions, context.settings.agency)


def _owner(lender: Any) -> UUID | None:
    return None if lender == "agency" else lender


@router.get(
    "/reports/loans/{year}.xlsx",
    summary="A year of loans as a workbook, with the rows of its main figures",
    response_class=Response,
    responses={
        200: {"content": {_XLSX: {"schema": {"type": "string", "format": "binary"}}}},
        **responses_for(*_REFUSALS),
    },
    openapi_extra=SIGNED_IN,
)
async def loan_report_xlsx(
    year: OfYear, asked: Annotated[ReportQuery, Query()], context: Context, caller: ReadsLoans
) -> Response:
    book = await _service(context).xlsx(caller, _owner(asked.lender), year)
    headers = {
        "cache-control": "private, no-store",
        "content-disposition": f'attachment; filename="prets-{year}.xlsx"',
        "x-content-type-options": "nosniff",
    }
    return Response(book, media_type=_XLSX, headers=headers)


@router.get(
    "/reports/loans/{year}/rows",
    summary="What a figure of a year was counted from",
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def loan_report_rows(
    year: OfYear, asked: Annotated[RowsQuery, Query()], context: Context, caller: ReadsLoans
) -> ReportRows:
    rows, total = await _service(context).rows(
        caller,
        _owner(asked.lender),
        year,
        asked.figure,
        asked.value,
        after=id_after(asked.after, _ROWS) or FIRST,
        count=asked.limit + 1,
    )
    return ReportRows.model_validate(page(asked, rows, _ROWS, "id", total=total))


@router.get(
    "/reports/loans/{year}",
    summary="A year of loans in figures: as the yearly report has them, broken down, with the year before",
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def loan_report(
    year: OfYear, asked: Annotated[ReportQuery, Query()], context: Context, caller: ReadsLoans
) -> LoanReport:
    return LoanReport.model_validate(await _service(context).report(caller, _owner(asked.lender), year))
