"""One service asks another in its own name, not in somebody's: signed by the secret of messages.

The gateway routes nobody to `/internal/…`, and whoever reaches it otherwise does not have the secret. What is signed is
the method and the address, with a time that is good for five minutes: such a call reads, and changes nothing.

    headers = sign_call(secret, "/internal/things/1")
    async def things(_asked: CalledByService) -> …
"""

import json
from datetime import UTC, datetime
from typing import Annotated, Any, Final
from uuid import uuid4

from fastapi import Depends, Request
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from ombelle_chassis.errors import Unauthenticated

_READS: Final = "GET"


def sign_call(secret: str, target: str) -> dict[str, str]:
    """Return the headers of a GET of `target`, a path with its query, as `secret`'s holders take it."""
    call_id, now = str(uuid4()), datetime.now(UTC)
    return {
        "webhook-id": call_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(secret).sign(call_id, now, _signed(target)),
    }


async def require_service(request: Request) -> None:
    """Let another service of the house through, for an application whose `state.context` has `settings.messages_secret`.

    Raises:
        Unauthenticated: it is not signed by our secret, was signed for another address, or more than five minutes ago.

    """
    context: Any = request.app.state.context
    secret: str | None = context.settings.messages_secret
    query = f"?{request.url.query}" if request.url.query else ""
    try:
        if secret is None or request.method != _READS:
            raise WebhookVerificationError("no such calls")
        Webhook(secret).verify(_signed(f"{request.url.path}{query}"), dict(request.headers))
    except (WebhookVerificationError, ValueError) as error:
        raise Unauthenticated("Cette demande n'est pas signée par un service d'Ombelle.") from error


CalledByService = Annotated[None, Depends(require_service)]


def _signed(target: str) -> str:
    return json.dumps([_READS, target])
