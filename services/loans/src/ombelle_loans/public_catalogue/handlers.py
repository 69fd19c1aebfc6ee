from typing import Annotated, Any, Final
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse
from ombelle_chassis.errors import InvalidInput
from ombelle_chassis.http_cache import PUBLIC, is_match
from ombelle_chassis.paging import FIRST, after, number_value, text_value
from ombelle_chassis.problems import responses_for
from ombelle_chassis.responses import NOT_MODIFIED, public_bytes
from ombelle_chassis.storage import StorageUnavailable
from pydantic import StringConstraints

from ombelle_loans.catalogue.errors import FileUnknown, ItemUnknown
from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.public_catalogue.schemas import (
    Catalogue,
    CatalogueFacets,
    CatalogueFilters,
    CatalogueQuery,
    PublicItem,
)
from ombelle_loans.public_catalogue.service import LISTED, PublicCatalogueService

router = APIRouter(prefix="/api/v1/catalogue", tags=["catalogue"])
Key = Annotated[str, StringConstraints(max_length=120, pattern="^[a-z0-9-]+$")]
_PDF: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The sheet.",
        "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_FILE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The file.",
        "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
    }
}


def _service(context: ProcessContext) -> PublicCatalogueService:
    settings = context.settings
    return PublicCatalogueService(context.sessions, context.storage, settings.agency, settings.public_url)


@router.get(
    "",
    summary="The published items",
    response_model=Catalogue,
    responses={**NOT_MODIFIED, **responses_for(InvalidInput)},
)
async def catalogue(
    asked: Annotated[CatalogueQuery, Query()], context: Context, request: Request
) -> Response:
    rank, title, item_id = after(asked, LISTED, number_value, text_value, UUID) or (-1, "", FIRST)
    body = await _service(context).page(asked.model_dump(), after=(rank, title, item_id), limit=asked.limit)
    return public_bytes(request, body)


@router.get(
    "/facets",
    summary="Counts over the same items as the list",
    response_model=CatalogueFacets,
    responses={**NOT_MODIFIED, **responses_for(InvalidInput)},
)
async def catalogue_facets(
    asked: Annotated[CatalogueFilters, Query()], context: Context, request: Request
) -> Response:
    return public_bytes(request, await _service(context).facets(asked.model_dump()))


@router.get(
    "/{key}",
    summary="An item's whole sheet, by its slug or id",
    response_model=PublicItem,
    responses={**NOT_MODIFIED, **responses_for(ItemUnknown)},
)
async def catalogue_item(key: Key, context: Context, request: Request) -> Response:
    return public_bytes(request, await _service(context).item(key))


@router.get(
    "/{key}/sheet.pdf",
    summary="An item's sheet as a PDF",
    response_class=Response,
    responses={**_PDF, **NOT_MODIFIED, **responses_for(ItemUnknown)},
)
async def catalogue_sheet(key: Key, context: Context, request: Request) -> Response:
    answer = public_bytes(request, await _service(context).sheet(key), media_type="application/pdf")
    answer.headers["content-disposition"] = f'inline; filename="fiche-{key}.pdf"'
    return answer


@router.get(
    "/{item_id}/photos/{photo_id}",
    summary="A photograph of a published item",
    response_class=StreamingResponse,
    responses={**_FILE, **NOT_MODIFIED, **responses_for(FileUnknown, StorageUnavailable)},
)
async def catalogue_photo(item_id: UUID, photo_id: UUID, context: Context, request: Request) -> Response:
    return await _file(context, request, "photos", item_id, photo_id)


@router.get(
    "/{item_id}/documents/{document_id}",
    summary="A public document of a published item",
    response_class=StreamingResponse,
    responses={**_FILE, **NOT_MODIFIED, **responses_for(FileUnknown, StorageUnavailable)},
)
async def catalogue_document(
    item_id: UUID, document_id: UUID, context: Context, request: Request
) -> Response:
    return await _file(context, request, "documents", item_id, document_id)


async def _file(
    context: ProcessContext, request: Request, kind: str, item_id: UUID, file_id: UUID
) -> Response:
    told, content = await _service(context).file(kind, item_id, file_id)
    etag = f'"{told["sha256"].hex()[:32]}"'
    headers = {
        "etag": etag,
        "cache-control": PUBLIC,
        "content-length": str(told["size_bytes"]),
        "content-disposition": f"inline; filename*=UTF-8''{quote(told['name'], safe='')}",
        # No browser runs a file of somebody's in our name.
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
    }
    if is_match(request.headers.get("if-none-match"), etag):
        return Response(status_code=304, headers={"etag": etag, "cache-control": PUBLIC})
    return StreamingResponse(content, media_type=told["media_type"], headers=headers)
