from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.audit import actor_of
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded

from ombelle_events.calls.domain import TextKey, TextKind
from ombelle_events.calls.errors import CallStateForbids, CallUnknown, TextInvalid, TextUnknown
from ombelle_events.calls.texts.schemas import TextOut, TextPreview, Texts, TextWrite
from ombelle_events.calls.texts.service import Name, TextService
from ombelle_events.calls.web import PRIVATE, tag
from ombelle_events.context import Context
from ombelle_events.policies import Coordination, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["calls"])
_ONE = "/calls/{call_id}/templates/{kind}/{key}"


async def _service(context: Context) -> TextService:
    return TextService(context.sessions, public_url=context.settings.public_url)


async def _name(call_id: UUID, kind: TextKind, key: TextKey) -> Name:
    return Name(call_id, kind, key)


Service = Annotated[TextService, Depends(_service)]
Named = Annotated[Name, Depends(_name)]


@router.get(
    "/calls/{call_id}/templates",
    summary="The texts that a call's mails and letters are made of",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, CallUnknown),
    openapi_extra=SIGNED_IN,
)
async def call_texts(call_id: UUID, service: Service, _identity: Coordination, response: Response) -> Texts:
    response.headers["cache-control"] = PRIVATE
    return Texts.model_validate(await service.texts(call_id))


@router.get(
    _ONE,
    summary="A text, with the names that it may hold",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, CallUnknown, TextUnknown),
    openapi_extra=SIGNED_IN,
)
async def call_text(name: Named, service: Service, _identity: Coordination, response: Response) -> TextOut:
    found = await service.text(name)
    tag(response, found["version"])
    return TextOut.model_validate(found)


@router.put(
    _ONE,
    summary="Write a text",
    responses=responses_for(
        Unauthenticated,
        Forbidden,
        ScopeMissing,
        CallUnknown,
        TextUnknown,
        CallStateForbids,
        VersionNeeded,
        ChangedMeanwhile,
        TextInvalid,
    ),
    openapi_extra=SIGNED_IN,
)
async def write_call_text(
    name: Named,
    wanted: TextWrite,
    service: Service,
    identity: Coordination,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> TextOut:
    written = await service.write(name, wanted.subject, wanted.body, if_match=if_match, by=actor_of(identity))
    tag(response, written["version"])
    return TextOut.model_validate(written)


@router.post(
    f"{_ONE}/preview",
    summary="A text, saved or not, as it would leave, with the values of an example",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, CallUnknown, TextUnknown, TextInvalid),
    openapi_extra=SIGNED_IN,
)
async def preview_call_text(
    name: Named, wanted: TextWrite, service: Service, _identity: Coordination, response: Response
) -> TextPreview:
    response.headers["cache-control"] = PRIVATE
    return TextPreview.model_validate(await service.preview(name, wanted.subject, wanted.body))
