from functools import partial
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.paging import page_by_id
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.context import Context
from ombelle_members.follow_up.contacts.service import ContactService
from ombelle_members.follow_up.errors import ContactUnknown, TooManyContacts
from ombelle_members.follow_up.schemas import ContactCreate, ContactOut, ContactPatch, Contacts
from ombelle_members.organisations.errors import OrganisationMerged, OrganisationUnknown
from ombelle_members.policies import ReadsOrganisations, ScopeMissing, WritesOrganisations

router = APIRouter(prefix="/api/v1/organisations/{organisation_id}/contacts", tags=["follow-up"])
_REFUSALS = (Unauthenticated, Forbidden, ScopeMissing, OrganisationUnknown, OrganisationMerged)


@router.get(
    "",
    summary="People of an organisation to talk to, the oldest first",
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def contacts(
    organisation_id: UUID,
    asked: Annotated[ListQuery, Query()],
    context: Context,
    caller: ReadsOrganisations,
) -> Contacts:
    read = partial(ContactService(context.sessions).page, caller, organisation_id)
    return Contacts.model_validate(await page_by_id(asked, "contacts", read))


@router.post(
    "",
    status_code=201,
    summary="Add somebody to talk to",
    responses=responses_for(*_REFUSALS, TooManyContacts),
    openapi_extra=SIGNED_IN,
)
async def add_contact(
    organisation_id: UUID,
    wanted: ContactCreate,
    context: Context,
    caller: WritesOrganisations,
    response: Response,
) -> ContactOut:
    added = await ContactService(context.sessions).add(caller, organisation_id, wanted.model_dump())
    response.headers["etag"] = version_tag(added["version"])
    return ContactOut.model_validate(added)


@router.patch(
    "/{contact_id}",
    summary="Change fields of a contact",
    responses=responses_for(*_REFUSALS, ContactUnknown, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def change_contact(
    organisation_id: UUID,
    contact_id: UUID,
    patch: ContactPatch,
    context: Context,
    caller: WritesOrganisations,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> ContactOut:
    changed = await ContactService(context.sessions).change(
        caller, organisation_id, contact_id, patch.model_dump(exclude_unset=True), if_match=if_match
    )
    response.headers["etag"] = version_tag(changed["version"])
    return ContactOut.model_validate(changed)


@router.delete(
    "/{contact_id}",
    status_code=204,
    summary="Take a contact away",
    responses=responses_for(*_REFUSALS, ContactUnknown),
    openapi_extra=SIGNED_IN,
)
async def remove_contact(
    organisation_id: UUID, contact_id: UUID, context: Context, caller: WritesOrganisations
) -> None:
    await ContactService(context.sessions).remove(caller, organisation_id, contact_id)
