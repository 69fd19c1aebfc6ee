"""The routes of proxies as the secretariat notes them."""

from uuid import UUID

from fastapi import APIRouter
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context
from ombelle_members.meetings.answers import OF_ONE
from ombelle_members.meetings.errors import NotNow, ProxyRefused, ProxyUnknown, RollEntryUnknown
from ombelle_members.meetings.proxies.schemas import ProxyGiven
from ombelle_members.meetings.proxies.service import ProxyService
from ombelle_members.policies import Secretariat

router = APIRouter(prefix="/api/v1", tags=["meetings"])


@router.post(
    "/meetings/{meeting_id}/proxies",
    status_code=204,
    summary="Note a proxy that one member gives another",
    responses=responses_for(*OF_ONE, NotNow, RollEntryUnknown, ProxyRefused),
    openapi_extra=SIGNED_IN,
)
async def note_proxy(meeting_id: UUID, given: ProxyGiven, context: Context, caller: Secretariat) -> None:
    await ProxyService(context.sessions).give_proxy(caller, meeting_id, given.giver_id, given.holder_id)


@router.delete(
    "/meetings/{meeting_id}/proxies/{proxy_id}",
    status_code=204,
    summary="Take a proxy back for who gave it",
    responses=responses_for(*OF_ONE, NotNow, ProxyUnknown),
    openapi_extra=SIGNED_IN,
)
async def end_proxy(meeting_id: UUID, proxy_id: UUID, context: Context, caller: Secretariat) -> None:
    await ProxyService(context.sessions).end_proxy(caller, meeting_id, proxy_id)
