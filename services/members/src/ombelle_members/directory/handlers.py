from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, InvalidInput, Unauthenticated
from ombelle_chassis.paging import FIRST, after, number_value, text_value
from ombelle_chassis.problems import responses_for
from ombelle_chassis.responses import NOT_MODIFIED, public_bytes

from ombelle_members.context import Context, ProcessContext
from ombelle_members.directory.errors import EntryUnknown
from ombelle_members.directory.schemas import (
    ContactShown,
    ContactShownOut,
    Directory,
    DirectoryDump,
    DirectoryEntry,
    DirectoryFacets,
    DirectoryFilters,
    DirectoryQuery,
)
from ombelle_members.directory.service import LISTED, ContactService, PublicDirectoryService
from ombelle_members.organisations.errors import OrganisationMerged, OrganisationUnknown
from ombelle_members.persons.errors import AccountErased
from ombelle_members.policies import ReadsOrganisations, ScopeMissing, WritesOrganisations

router = APIRouter(prefix="/api/v1", tags=["directory"])
Key = Annotated[
    str, Path(max_length=120, pattern="^[a-z0-9-]+$", description="The end of its address, or its id.")
]
Filters = Annotated[DirectoryFilters, Query()]
_CSV: Final = "text/csv; charset=utf-8"
_GEOJSON: Final = "application/geo+json"


def _file(media_type: str, kind: str = "string") -> dict[int | str, dict[str, Any]]:
    return {
        200: {"content": {media_type.partition(";")[0]: {"schema": {"type": kind}}}},
        **NOT_MODIFIED,
        **responses_for(InvalidInput),
    }


def _service(context: ProcessContext) -> PublicDirectoryService:
    return PublicDirectoryService(context.sessions, context.settings.public_url)


@router.get(
    "/directory",
    summary="The public directory of organisations",
    response_model=Directory,
    responses={**NOT_MODIFIED, **responses_for(InvalidInput)},
)
async def directory(
    asked: Annotated[DirectoryQuery, Query()], context: Context, request: Request
) -> Response:
    rank, name, organisation_id = after(asked, LISTED, number_value, text_value, UUID) or (-1, "", FIRST)
    place = (rank, name, organisation_id)
    body = await _service(context).page(asked.model_dump(), after=place, limit=asked.limit)
    return public_bytes(request, body)


@router.get(
    "/directory/facets",
    summary="Counts over the same organisations as the list",
    response_model=DirectoryFacets,
    responses={**NOT_MODIFIED, **responses_for(InvalidInput)},
)
async def directory_facets(asked: Filters, context: Context, request: Request) -> Response:
    return public_bytes(request, await _service(context).facets(asked.model_dump()))


@router.get(
    "/directory.json",
    summary="Every organisation that is looked for, whole: open data",
    response_model=DirectoryDump,
    responses={**NOT_MODIFIED, **responses_for(InvalidInput)},
)
async def directory_json(asked: Filters, context: Context, request: Request) -> Response:
    return public_bytes(request, await _service(context).dump(asked.model_dump()))


@router.get(
    "/directory.csv",
    summary="The same as CSV",
    response_class=Response,
    responses=_file(_CSV),
)
async def directory_csv(asked: Filters, context: Context, request: Request) -> Response:
    answer = public_bytes(request, await _service(context).table(asked.model_dump()), media_type=_CSV)
    answer.headers["content-disposition"] = 'attachment; filename="annuaire.csv"'
    return answer


@router.get(
    "/directory.geojson",
    summary="Those that have a place, as GeoJSON",
    response_class=Response,
    responses=_file(_GEOJSON, "object"),
)
async def directory_geojson(asked: Filters, context: Context, request: Request) -> Response:
    return public_bytes(request, await _service(context).map(asked.model_dump()), media_type=_GEOJSON)


@router.get(
    "/directory/{key}",
    summary="A public organisation, by its address or id",
    response_model=DirectoryEntry,
    responses={**NOT_MODIFIED, **responses_for(EntryUnknown)},
)
async def directory_entry(key: Key, context: Context, request: Request) -> Response:
    return public_bytes(request, await _service(context).entry(key))


@router.get(
    "/organisations/{organisation_id}/directory-contact",
    summary="Which of its contact data an organisation shows on its public page",
    responses=responses_for(
        Unauthenticated, Forbidden, ScopeMissing, OrganisationUnknown, OrganisationMerged
    ),
    openapi_extra=SIGNED_IN,
)
async def contact_shown(
    organisation_id: UUID, context: Context, caller: ReadsOrganisations
) -> ContactShownOut:
    return ContactShownOut.model_validate(
        await ContactService(context.sessions).shown(caller, organisation_id)
    )


@router.put(
    "/organisations/{organisation_id}/directory-contact",
    summary="Agree to show an organisation's contact data on its public page, or no longer",
    responses=responses_for(
        Unauthenticated, Forbidden, ScopeMissing, AccountErased, OrganisationUnknown, OrganisationMerged
    ),
    openapi_extra=SIGNED_IN,
)
async def show_contact(
    organisation_id: UUID, wanted: ContactShown, context: Context, caller: WritesOrganisations
) -> ContactShownOut:
    shown = await ContactService(context.sessions).show(caller, organisation_id, wanted.model_dump())
    return ContactShownOut.model_validate(shown)
