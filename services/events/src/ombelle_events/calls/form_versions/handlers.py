from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.audit import actor_of
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import encode_cursor, number_after
from ombelle_chassis.problems import responses_for
from ombelle_chassis.responses import NOT_MODIFIED
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded

from ombelle_events.calls.errors import CallStateForbids, CallUnknown, FormInvalid, FormUnknown
from ombelle_events.calls.form_versions.schemas import (
    FormDraft,
    FormDraftWrite,
    FormPublished,
    FormPublishing,
    FormVersions,
)
from ombelle_events.calls.form_versions.service import FormService
from ombelle_events.calls.web import PRIVATE, of_the_moment, tag
from ombelle_events.context import Context
from ombelle_events.policies import Coordination, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["calls"])
_LISTED = "form-versions"


@router.get(
    "/calls/{call_id}/form",
    summary="The form that one applies with",
    response_model=FormPublished,
    responses=NOT_MODIFIED | responses_for(CallUnknown),
)
async def call_form(call_id: UUID, request: Request, context: Context) -> Response:
    found = await FormService(context.sessions).published(call_id)
    return of_the_moment(request, FormPublished.model_validate(found).model_dump_json().encode())


@router.get(
    "/calls/{call_id}/form-versions/{form_version_id}",
    summary="A form as it was published once",
    response_model=FormPublished,
    responses=NOT_MODIFIED | responses_for(FormUnknown),
)
async def form_version(call_id: UUID, form_version_id: UUID, request: Request, context: Context) -> Response:
    found = await FormService(context.sessions).version(call_id, form_version_id)
    return of_the_moment(request, FormPublished.model_validate(found).model_dump_json().encode())


@router.get(
    "/calls/{call_id}/form-versions",
    summary="The versions of a call's form, the newest first",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, CallUnknown),
    openapi_extra=SIGNED_IN,
)
async def form_versions(
    call_id: UUID,
    asked: Annotated[ListQuery, Query()],
    context: Context,
    _identity: Coordination,
    response: Response,
) -> FormVersions:
    rows, total, actions = await FormService(context.sessions).versions(
        call_id, before=number_after(asked.after, _LISTED), count=asked.limit + 1
    )
    response.headers["cache-control"] = PRIVATE
    more = len(rows) > asked.limit
    following = encode_cursor(_LISTED, rows[asked.limit - 1]["number"]) if more else None
    return FormVersions.model_validate(
        {"items": rows[: asked.limit], "next": following, "total": total, "allowed_actions": actions}
    )


@router.get(
    "/calls/{call_id}/form/draft",
    summary="The form that is being written, what is wrong with it, and what it changes",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing, CallUnknown),
    openapi_extra=SIGNED_IN,
)
async def form_draft(
    call_id: UUID, context: Context, _identity: Coordination, response: Response
) -> FormDraft:
    found = await FormService(context.sessions).draft(call_id)
    tag(response, found["version"])
    return FormDraft.model_validate(found)


@router.put(
    "/calls/{call_id}/form/draft",
    summary="Keep the form as it is written so far",
    responses=responses_for(
        Unauthenticated,
        Forbidden,
        ScopeMissing,
        CallUnknown,
        CallStateForbids,
        VersionNeeded,
        ChangedMeanwhile,
    ),
    openapi_extra=SIGNED_IN,
)
async def write_form_draft(
    call_id: UUID,
    wanted: FormDraftWrite,
    context: Context,
    identity: Coordination,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> FormDraft:
    written = await FormService(context.sessions).write(
        call_id, wanted.definition.stored(), if_match=if_match, by=actor_of(identity)
    )
    tag(response, written["version"])
    return FormDraft.model_validate(written)


@router.post(
    "/calls/{call_id}/form/publish",
    summary="Let people answer the form that was written",
    responses=responses_for(
        Unauthenticated,
        Forbidden,
        ScopeMissing,
        CallUnknown,
        FormUnknown,
        CallStateForbids,
        VersionNeeded,
        ChangedMeanwhile,
        FormInvalid,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def publish_form(
    call_id: UUID,
    context: Context,
    identity: Coordination,
    once: Once,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> FormPublishing:
    published = await FormService(context.sessions).publish(
        call_id, if_match=if_match, by=actor_of(identity), once=once
    )
    response.headers["cache-control"] = PRIVATE
    return FormPublishing.model_validate(published)
