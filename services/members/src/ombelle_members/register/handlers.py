from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.paging import after, number_value, page
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context
from ombelle_members.policies import Association, ScopeMissing
from ombelle_members.register.schemas import (
    RegisterEntries,
    RegisterFilter,
    RegisterQuery,
    RegisterVerification,
)
from ombelle_members.register.service import RegisterService

router = APIRouter(prefix="/api/v1", tags=["register"])
_IN: Final = (Unauthenticated, ScopeMissing, Forbidden)


def _file(media_type: str) -> dict[int | str, dict[str, Any]]:
    schema = {"schema": {"type": "string", "format": "binary"}}
    return {200: {"description": "The file.", "content": {media_type: schema}}}


@router.get(
    "/register",
    summary="The register of the association: what happened, numbered and chained",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def register(
    asked: Annotated[RegisterQuery, Query()], context: Context, _caller: Association
) -> RegisterEntries:
    begins = after(asked, f"register:{asked.sort}", number_value)
    rows, total = await _service(context).page(
        _filters(asked),
        down=asked.sort == "-number",
        after=None if begins is None else begins[0],
        count=asked.limit + 1,
    )
    return RegisterEntries.model_validate(page(asked, rows, f"register:{asked.sort}", "number", total=total))


@router.get(
    "/register/verify",
    summary="Recompute the register's chain: whether it holds, else where it does not first",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def verify_register(context: Context, _caller: Association) -> RegisterVerification:
    return RegisterVerification.model_validate(await _service(context).verification())


@router.get(
    "/register.csv",
    summary="The register as a table",
    response_class=Response,
    responses=_file("text/csv") | responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def register_csv(
    asked: Annotated[RegisterFilter, Query()], context: Context, _caller: Association
) -> Response:
    return _attached(await _service(context).csv(_filters(asked)), "csv", "text/csv; charset=utf-8")


@router.get(
    "/register.pdf",
    summary="The register, to print",
    response_class=Response,
    responses=_file("application/pdf") | responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def register_pdf(
    asked: Annotated[RegisterFilter, Query()], context: Context, _caller: Association
) -> Response:
    return _attached(await _service(context).pdf(_filters(asked)), "pdf", "application/pdf")


def _service(context: Context) -> RegisterService:
    return RegisterService(context.sessions, context.settings.agency)


def _filters(asked: RegisterFilter) -> dict[str, Any]:
    return {"from": asked.from_, "to": asked.to, "kind": asked.kind, "subject": asked.subject}


def _attached(content: bytes, extension: str, media_type: str) -> Response:
    headers = {
        "cache-control": "private, no-store",
        "content-disposition": f'attachment; filename="registre.{extension}"',
        "x-content-type-options": "nosniff",
    }
    return Response(content, media_type=media_type, headers=headers)
