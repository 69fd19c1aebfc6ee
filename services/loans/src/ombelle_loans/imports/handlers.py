from fastapi import APIRouter, Request
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.import_requests import body_of, taken_from
from ombelle_chassis.problems import responses_for
from ombelle_chassis.spreadsheets import FileUnreadable, ImportRefused
from ombelle_chassis.uploads import FileTooLarge

from ombelle_loans.context import Context
from ombelle_loans.imports.domain import TABLES
from ombelle_loans.imports.schemas import ImportForm, ImportReport
from ombelle_loans.imports.service import ImportService
from ombelle_loans.policies import Lender, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["imports"])


@router.post(
    "/imports/loans",
    summary="Take in organisations' references, items, loans and their evaluations, from CSV or XLSX",
    responses=responses_for(
        Unauthenticated,
        Forbidden,
        ScopeMissing,
        FileTooLarge,
        FileUnreadable,
        ImportRefused,
        IdempotencyKeyReused,
    ),
    openapi_extra={**SIGNED_IN, "requestBody": body_of(TABLES)},
)
async def import_loans(request: Request, context: Context, caller: Lender, once: Once) -> ImportReport:
    imports = ImportService(context.sessions)
    report = await taken_from(request, imports, caller, once, form=ImportForm, tables=TABLES)
    return ImportReport.model_validate(report)
