"""`POST /internal/messages`: where a service takes what the others post. The gateway routes nobody there."""

from collections.abc import Mapping
from typing import Any, Final

from fastapi import APIRouter, Request, Response
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from ombelle_chassis.errors import DomainError, InvalidInput, Unauthenticated
from ombelle_chassis.messages.message import PATH, Handler, Message

_LONGEST: Final = 4 * 1024 * 1024
_REMEMBER: Final = text(
    "INSERT INTO inbox_message (id, type) VALUES (:id, :type) ON CONFLICT (id) DO NOTHING RETURNING id"
)


class MessageTypeUnknown(InvalidInput):
    """A message that this service does not take."""

    code = "message_type_unknown"
    title = "This service takes no such message"


class MessageTooLong(DomainError):
    """The body is longer than any message."""

    code = "message_too_long"
    title = "The message is too long"
    status = 413


async def receive(
    sessions: async_sessionmaker[AsyncSession], handlers: Mapping[str, Handler], message: Message
) -> bool:
    """Take in a message, once however often it comes, in one transaction; say whether it was new.

    Of two deliveries at the same moment, the second waits for what becomes of the first.

    Raises:
        MessageTypeUnknown: no handler takes it.

    """
    handler = handlers.get(message.type)
    if handler is None:
        raise MessageTypeUnknown(f"Ce service ne reçoit pas de message « {message.type} ».")
    async with sessions() as session, session.begin():
        if await session.scalar(_REMEMBER, {"id": message.id, "type": message.type}) is None:
            return False
        await handler(session, message)
        return True


def messages_router(handlers: Mapping[str, Handler]) -> APIRouter:
    """Return the route, for an application whose `state.context` has `sessions` and `settings.messages_secret`.

    204: taken, now or before. 401: not signed by our secret, or more than five minutes ago. 422: never to be taken.
    """
    router = APIRouter()

    @router.post(PATH, include_in_schema=False)
    async def take_message(request: Request) -> Response:
        context: Any = request.app.state.context
        message = _verified(await _body_of(request), request, context.settings.messages_secret)
        await receive(context.sessions, handlers, message)
        return Response(status_code=204)

    return router


async def _body_of(request: Request) -> bytes:
    body = b""
    async for part in request.stream():  # bounded as it comes: whoever sends is not known yet
        body += part
        if len(body) > _LONGEST:
            raise MessageTooLong("Ce message est trop long.")
    return body


def _verified(body: bytes, request: Request, secret: str | None) -> Message:
    if secret is None:
        raise Unauthenticated("Ce service ne reçoit pas de messages.")
    try:
        content = Webhook(secret).verify(body, dict(request.headers))
    except (WebhookVerificationError, ValueError) as error:  # what is signed by nobody may have any form
        raise Unauthenticated("Ce message n'est pas signé par un service d'Ombelle.") from error
    try:
        message = Message.read(content)
    except (ValueError, TypeError, KeyError) as error:
        raise InvalidInput("Ce message n'a pas la forme attendue.") from error
    if request.headers["webhook-id"] != str(message.id):
        raise InvalidInput("L'identifiant du message n'est pas celui de l'en-tête.")
    return message
