from fastapi import APIRouter, Request
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.import_requests import body_of, taken_from
from ombelle_chassis.problems import responses_for
from ombelle_chassis.spreadsheets import FileUnreadable, ImportRefused
from ombelle_chassis.uploads import FileTooLarge

from ombelle_members.context import Context
from ombelle_members.imports.domain import TABLES
from ombelle_members.imports.schemas import ImportForm, MemberImportReport
from ombelle_members.imports.service import ImportService
from ombelle_members.policies import ScopeMissing, Secretariat

router = APIRouter(prefix="/api/v1", tags=["imports"])


@router.post(
    "/imports/members",
    summary="Take in organisations, members, fees, board terms, officers and meetings, from CSV or XLSX",
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
async def import_members(
    request: Request, context: Context, caller: Secretariat, once: Once
) -> MemberImportReport:
    imports = ImportService(context.sessions)
    report = await taken_from(request, imports, caller, once, form=ImportForm, tables=TABLES)
    return MemberImportReport.model_validate(report)
