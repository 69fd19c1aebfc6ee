from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.paging import FIRST, after, page, text_value
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.context import Context
from ombelle_members.organisations.errors import (
    OrganisationMerged,
    OrganisationSimilar,
    OrganisationUnknown,
    SiretTaken,
)
from ombelle_members.organisations.schemas import (
    OrganisationBrief,
    OrganisationCreate,
    OrganisationKinds,
    OrganisationOut,
    OrganisationPatch,
    Organisations,
    OrganisationsQuery,
    SimilarOrganisations,
    described_kinds,
)
from ombelle_members.organisations.service import DirectoryService
from ombelle_members.persons.errors import AccountErased
from ombelle_members.policies import Keeper, Person, ReadsOrganisations, ScopeMissing, WritesOrganisations

router = APIRouter(prefix="/api/v1", tags=["organisations"])
_LISTED = "organisations"


@router.get("/organisation-kinds", summary="The closed lists of organisations, with their labels")
async def organisation_kinds() -> OrganisationKinds:
    return described_kinds()


@router.get(
    "/organisations",
    summary="The directory, by name",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def organisations(
    asked: Annotated[OrganisationsQuery, Query()],
    context: Context,
    caller: ReadsOrganisations,
) -> Organisations:
    name, organisation_id = after(asked, _LISTED, text_value, UUID) or ("", FIRST)
    rows, total = await DirectoryService(context.sessions).page(
        caller,
        asked.model_dump(include={"q", "kind", "department", "mine", "unadministered"}),
        name=name,
        after=organisation_id,
        count=asked.limit + 1,
    )
    return Organisations.model_validate(page(asked, rows, _LISTED, "folded_name", "id", total=total))


@router.post(
    "/organisations",
    status_code=201,
    summary="Enter an organisation, and become its administrator",
    responses=responses_for(
        Unauthenticated, Forbidden, ScopeMissing, AccountErased, OrganisationSimilar, SiretTaken
    ),
    openapi_extra=SIGNED_IN,
)
async def enter_organisation(
    wanted: OrganisationCreate, context: Context, caller: Person, response: Response
) -> OrganisationOut:
    values = wanted.model_dump(exclude={"distinct_from", "without_me"})
    entered = await DirectoryService(context.sessions).enter(
        caller, values, distinct_from=wanted.distinct_from, without_me=wanted.without_me
    )
    response.headers["location"] = f"/api/v1/organisations/{entered['id']}"
    _tag(response, entered["version"])
    return OrganisationOut.model_validate(entered)


@router.get(
    "/organisations/{organisation_id}",
    summary="An organisation: whole to its people and the agency, in brief to others",
    responses=responses_for(Unauthenticated, ScopeMissing, OrganisationUnknown, OrganisationMerged),
    openapi_extra=SIGNED_IN,
)
async def organisation(
    organisation_id: UUID, context: Context, caller: ReadsOrganisations, response: Response
) -> OrganisationOut | OrganisationBrief:
    found = await DirectoryService(context.sessions).organisation(caller, organisation_id)
    if found["view"] == "brief":
        return OrganisationBrief.model_validate(found)
    _tag(response, found["version"])
    return OrganisationOut.model_validate(found)


@router.patch(
    "/organisations/{organisation_id}",
    summary="Change fields of an organisation",
    responses=responses_for(
        Unauthenticated,
        Forbidden,
        ScopeMissing,
        AccountErased,
        OrganisationUnknown,
        OrganisationMerged,
        VersionNeeded,
        ChangedMeanwhile,
        SiretTaken,
    ),
    openapi_extra=SIGNED_IN,
)
async def change_organisation(
    organisation_id: UUID,
    patch: OrganisationPatch,
    context: Context,
    caller: WritesOrganisations,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> OrganisationOut:
    changed = await DirectoryService(context.sessions).change(
        caller, organisation_id, patch.model_dump(exclude_unset=True), if_match=if_match
    )
    _tag(response, changed["version"])
    return OrganisationOut.model_validate(changed)


@router.get(
    "/organisations/{organisation_id}/duplicates",
    summary="Organisations that may be this one",
    responses=responses_for(
        Unauthenticated, Forbidden, ScopeMissing, OrganisationUnknown, OrganisationMerged
    ),
    openapi_extra=SIGNED_IN,
)
async def organisation_duplicates(
    organisation_id: UUID, context: Context, caller: Keeper
) -> SimilarOrganisations:
    found = await DirectoryService(context.sessions).duplicates(caller, organisation_id)
    return SimilarOrganisations.model_validate({"items": found, "next": None})


def _tag(response: Response, version: int) -> None:
    response.headers["etag"] = version_tag(version)
