from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.errors import ActionForbidden
from ombelle_events.applications.responses import ACTING, OF_ONE, PRIVATE
from ombelle_events.context import Context, ProcessContext
from ombelle_events.correspondence.messages.schemas import Marked, MessageNew, MessageOut, Messages, ReadMark
from ombelle_events.correspondence.messages.service import MessageService
from ombelle_events.policies import ApplicationReader, ApplicationWriter

router = APIRouter(prefix="/api/v1/applications/{application_id}/messages", tags=["applications"])


def _service(context: ProcessContext) -> MessageService:
    return MessageService(context.sessions, public_url=context.settings.public_url)


@router.get(
    "",
    summary="What holder and coordination wrote to one another, the last first",
    responses=responses_for(*OF_ONE, ActionForbidden),
    openapi_extra=SIGNED_IN,
)
async def messages(
    application_id: UUID,
    asked: Annotated[ListQuery, Query()],
    context: Context,
    asker: ApplicationReader,
    response: Response,
) -> Messages:
    kind = f"messages/{application_id}"
    found = await _service(context).messages(
        application_id, asker=asker, before=id_after(asked.after, kind), count=asked.limit + 1
    )
    response.headers["cache-control"] = PRIVATE
    items = found["items"]
    following = encode_cursor(kind, str(items[asked.limit - 1]["id"])) if len(items) > asked.limit else None
    return Messages.model_validate({**found, "items": items[: asked.limit], "next": following})


@router.post(
    "",
    status_code=201,
    summary="Write to the other side",
    responses=responses_for(*ACTING, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def write_message(
    application_id: UUID,
    written: MessageNew,
    context: Context,
    asker: ApplicationWriter,
    once: Once,
    response: Response,
) -> MessageOut:
    kept = await _service(context).write(application_id, written.text, asker=asker, once=once)
    response.headers["cache-control"] = PRIVATE
    return MessageOut.model_validate(kept)


@router.post(
    "/read",
    summary="Say that one has read what the other side wrote",
    responses=responses_for(*ACTING),
    openapi_extra=SIGNED_IN,
)
async def mark_messages_read(
    application_id: UUID, mark: ReadMark, context: Context, asker: ApplicationWriter, response: Response
) -> Marked:
    marked = await _service(context).mark_read(application_id, mark.up_to, asker=asker)
    response.headers["cache-control"] = PRIVATE
    return Marked.model_validate(marked)
