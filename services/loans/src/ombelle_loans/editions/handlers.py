from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import number_after
from ombelle_chassis.paging import page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.responses import NOT_MODIFIED, public_bytes

from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.editions.errors import EditionUnknown
from ombelle_loans.editions.schemas import CatalogueEditionOut, CatalogueEditions, EditionCreate
from ombelle_loans.editions.service import EditionService
from ombelle_loans.policies import Lender, ScopeMissing

router = APIRouter(prefix="/api/v1/catalogue-editions", tags=["catalogue"])
_LISTED: Final = "catalogue-editions"
_LAST: Final = 2**31 - 1


def _service(context: ProcessContext) -> EditionService:
    return EditionService(context.sessions, context.settings.agency)


def _of_type(media_type: str) -> dict[int | str, dict[str, Any]]:
    schema = (
        {"type": "object"} if media_type == "application/json" else {"type": "string", "format": "binary"}
    )
    content = {media_type: {"schema": schema}}
    return {200: {"description": "The edition.", "content": content}, **NOT_MODIFIED}


@router.get("", summary="Editions of the common catalogue, the newest first")
async def catalogue_editions(asked: Annotated[ListQuery, Query()], context: Context) -> CatalogueEditions:
    before = min(number_after(asked.after, _LISTED) or _LAST, _LAST)
    rows, total = await _service(context).page(before=before, count=asked.limit + 1)
    return CatalogueEditions.model_validate(page(asked, rows, _LISTED, "number", total=total))


@router.post(
    "",
    status_code=201,
    summary="Freeze the catalogue as it is published now",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def freeze_edition(
    wanted: EditionCreate, context: Context, caller: Lender, once: Once, response: Response
) -> CatalogueEditionOut:
    made = CatalogueEditionOut.model_validate(await _service(context).freeze(caller, wanted.title, once))
    response.headers["location"] = f"/api/v1/catalogue-editions/{made.id}"
    return made


@router.get(
    "/{edition_id}.json",
    summary="An edition's content: its SHA-256 is the edition's",
    response_class=Response,
    responses=_of_type("application/json") | responses_for(EditionUnknown),
)
async def edition_content(edition_id: UUID, context: Context, request: Request) -> Response:
    return public_bytes(request, (await _service(context).edition(edition_id))["content"].encode())


@router.get(
    "/{edition_id}.csv",
    summary="An edition as a table",
    response_class=Response,
    responses=_of_type("text/csv") | responses_for(EditionUnknown),
)
async def edition_table(edition_id: UUID, context: Context, request: Request) -> Response:
    return public_bytes(
        request, await _service(context).table(edition_id), media_type="text/csv; charset=utf-8"
    )


@router.get(
    "/{edition_id}.pdf",
    summary="An edition as a PDF",
    response_class=Response,
    responses=_of_type("application/pdf") | responses_for(EditionUnknown),
)
async def edition_pdf(edition_id: UUID, context: Context, request: Request) -> Response:
    return public_bytes(request, await _service(context).pdf(edition_id), media_type="application/pdf")


@router.get("/{edition_id}", summary="An edition", responses=responses_for(EditionUnknown))
async def edition(edition_id: UUID, context: Context) -> CatalogueEditionOut:
    return CatalogueEditionOut.model_validate(await _service(context).edition(edition_id))
