import hashlib
from typing import Any, Final

from fastapi import APIRouter, Request
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, InvalidInput, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import field_errors, responses_for
from ombelle_chassis.spreadsheets import FileUnreadable, ImportRefused
from ombelle_chassis.uploads import FileTooLarge, form_body, sent_form
from pydantic import ValidationError

from ombelle_members.context import Context
from ombelle_members.imports.domain import TABLES
from ombelle_members.imports.schemas import ImportForm, MemberImportReport
from ombelle_members.imports.service import ImportService
from ombelle_members.policies import ScopeMissing, Secretariat

router = APIRouter(prefix="/api/v1", tags=["imports"])
_LONGEST: Final = 10 * 1024 * 1024
_FIELDS: Final[dict[str, dict[str, Any]]] = {
    "table": {
        "type": "string",
        "enum": list(TABLES),
        "description": "What a CSV holds; unless its name tells.",
    },
    "dry_run": {
        "type": "string",
        "enum": ["true", "false"],
        "default": "true",
        "description": "`true` only tells what would be done.",
    },
}


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
    openapi_extra={**SIGNED_IN, "requestBody": form_body(_LONGEST, _FIELDS)},
)
async def import_members(
    request: Request, context: Context, caller: Secretariat, once: Once
) -> MemberImportReport:
    service = ImportService(context.sessions)
    async with sent_form(request, longest=_LONGEST, fields=_FIELDS) as sent:
        asked = _asked(sent.fields)
        digest = hashlib.sha256(sent.upload.file.read()).digest()
        sent.upload.file.seek(0)
        sheets = await service.read(sent.upload.file, sent.upload.name or "", asked.table)
    mixed = once.holding(digest + repr(sorted(sent.fields.items())).encode())
    report = await service.take(caller, sheets, dry_run=asked.dry_run == "true", once=mixed)
    return MemberImportReport.model_validate(report)


def _asked(fields: Any) -> ImportForm:
    try:
        return ImportForm.model_validate(dict(fields))
    except ValidationError as error:
        found = field_errors(error.errors())
        raise InvalidInput("La demande n'est pas valable.", errors=found) from error
