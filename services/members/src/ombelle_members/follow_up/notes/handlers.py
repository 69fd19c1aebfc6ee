from functools import partial
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.paging import LAST, page_by_id
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.context import Context
from ombelle_members.follow_up.errors import NoteUnknown
from ombelle_members.follow_up.notes.service import NoteService
from ombelle_members.follow_up.schemas import NoteOut, Notes, NoteWrite
from ombelle_members.organisations.errors import OrganisationMerged, OrganisationUnknown
from ombelle_members.persons.errors import AccountErased
from ombelle_members.policies import Agency, ScopeMissing

router = APIRouter(prefix="/api/v1/organisations/{organisation_id}/notes", tags=["follow-up"])
_REFUSALS = (Unauthenticated, Forbidden, ScopeMissing, OrganisationUnknown, OrganisationMerged)
_WRITING = (*_REFUSALS, AccountErased, NoteUnknown)


@router.get(
    "",
    summary="The team's notes on an organisation, the newest first",
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def notes(
    organisation_id: UUID,
    asked: Annotated[ListQuery, Query()],
    context: Context,
    caller: Agency,
) -> Notes:
    read = partial(NoteService(context.sessions).page, caller, organisation_id)
    return Notes.model_validate(await page_by_id(asked, "notes", read, begins=LAST))


@router.post(
    "",
    status_code=201,
    summary="Note something of an organisation",
    responses=responses_for(*_REFUSALS, AccountErased),
    openapi_extra=SIGNED_IN,
)
async def write_note(
    organisation_id: UUID, wanted: NoteWrite, context: Context, caller: Agency, response: Response
) -> NoteOut:
    written = await NoteService(context.sessions).write(caller, organisation_id, wanted.text)
    response.headers["etag"] = version_tag(written["version"])
    return NoteOut.model_validate(written)


@router.patch(
    "/{note_id}",
    summary="Write a note anew",
    responses=responses_for(*_WRITING, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def change_note(
    organisation_id: UUID,
    note_id: UUID,
    wanted: NoteWrite,
    context: Context,
    caller: Agency,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> NoteOut:
    changed = await NoteService(context.sessions).change(
        caller, organisation_id, note_id, wanted.text, if_match=if_match
    )
    response.headers["etag"] = version_tag(changed["version"])
    return NoteOut.model_validate(changed)


@router.delete(
    "/{note_id}",
    status_code=204,
    summary="Take a note away",
    responses=responses_for(*_WRITING),
    openapi_extra=SIGNED_IN,
)
async def remove_note(organisation_id: UUID, note_id: UUID, context: Context, caller: Agency) -> None:
    await NoteService(context.sessions).remove(caller, organisation_id, note_id)
