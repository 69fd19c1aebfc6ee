from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.errors import (
    LeadStays,
    OrganisationNotInDirectory,
    PartyAnswered,
    PartyExists,
    PartyUnknown,
)
from ombelle_events.applications.parties.schemas import Parties, PartyCreate, PartyOut, PartyPatch
from ombelle_events.applications.parties.service import PartyService
from ombelle_events.applications.responses import IN_TIME, OF_ONE, PRIVATE
from ombelle_events.context import Context
from ombelle_events.policies import ApplicationReader, ApplicationWriter

router = APIRouter(prefix="/api/v1/applications/{application_id}/parties", tags=["applications"])


@router.get(
    "",
    summary="Who takes part in an application, the lead first",
    responses=responses_for(*OF_ONE),
    openapi_extra=SIGNED_IN,
)
async def application_parties(
    application_id: UUID, context: Context, asker: ApplicationReader, response: Response
) -> Parties:
    response.headers["cache-control"] = PRIVATE
    rows = await _service(context).parties(application_id, asker=asker)
    return Parties.model_validate({"items": rows})


@router.post(
    "",
    status_code=201,
    summary="Add somebody who takes part",
    responses=responses_for(*IN_TIME, OrganisationNotInDirectory, PartyExists, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def invite_party(
    application_id: UUID, wanted: PartyCreate, context: Context, asker: ApplicationWriter, once: Once
) -> PartyOut:
    added = await _service(context).invite(
        application_id,
        role=wanted.role,
        organisation_id=wanted.organisation_id,
        name=wanted.name,
        may_edit=wanted.may_edit,
        asker=asker,
        once=once,
    )
    return PartyOut.model_validate(added)


@router.patch(
    "/{party_id}",
    summary="Change a party's role",
    responses=responses_for(*IN_TIME, PartyUnknown, LeadStays),
    openapi_extra=SIGNED_IN,
)
async def change_party(
    application_id: UUID, party_id: UUID, patch: PartyPatch, context: Context, asker: ApplicationWriter
) -> PartyOut:
    changed = await _service(context).change(
        application_id, party_id, patch.model_dump(exclude_unset=True), asker=asker
    )
    return PartyOut.model_validate(changed)


@router.delete(
    "/{party_id}",
    status_code=204,
    summary="Take a party out, or leave",
    responses=responses_for(*IN_TIME, PartyUnknown, LeadStays),
    openapi_extra=SIGNED_IN,
)
async def remove_party(
    application_id: UUID, party_id: UUID, context: Context, asker: ApplicationWriter
) -> None:
    await _service(context).remove(application_id, party_id, asker=asker)


@router.post(
    "/{party_id}/acceptance",
    summary="Accept to take part",
    responses=responses_for(*OF_ONE, PartyUnknown, PartyAnswered, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def accept_part(
    application_id: UUID, party_id: UUID, context: Context, asker: ApplicationWriter, once: Once
) -> PartyOut:
    answered = await _service(context).answer(application_id, party_id, accepts=True, asker=asker, once=once)
    return PartyOut.model_validate(answered)


@router.post(
    "/{party_id}/refusal",
    summary="Refuse to take part",
    responses=responses_for(*OF_ONE, PartyUnknown, PartyAnswered, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def refuse_part(
    application_id: UUID, party_id: UUID, context: Context, asker: ApplicationWriter, once: Once
) -> PartyOut:
    answered = await _service(context).answer(application_id, party_id, accepts=False, asker=asker, once=once)
    return PartyOut.model_validate(answered)


def _service(context: Context) -> PartyService:
    return PartyService(context.sessions, public_url=context.settings.public_url)
