"""`/dead-letters/SERVICE`: what a subscriber refused for good, seen and sent again by an administrator.

What still waits, since its subscriber is away or refused it lately, is seen there too.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, NotFound, Unauthenticated
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.messages.outbox import wake_relay
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for

_LIST: Final = text("""
SELECT d.id, d.message_id, m.type, d.key, m.version, d.subscriber, d.state, d.tries, d.last_error, m.created_at,
  d.died_at, CASE WHEN d.state = 'waiting' THEN d.next_try_at END AS next_try_at,
  CASE WHEN d.state = 'dead' THEN ARRAY['replay'] ELSE ARRAY[]::text[] END AS allowed_actions
FROM outbox_delivery d JOIN outbox_message m ON m.id = d.message_id
WHERE d.state = :state AND (CAST(:after AS uuid) IS NULL OR d.id < :after) ORDER BY d.id DESC LIMIT :limit
""")
_REPLAY: Final = text("""
UPDATE outbox_delivery SET state = 'waiting', died_at = NULL, refusals = 0, tries = 0, next_try_at = now()
WHERE id = :id AND state = 'dead' RETURNING subscriber
""")


class DeadLettersQuery(ListQuery):
    """Which are asked: those refused for good, or those that still wait."""

    state: Literal["dead", "waiting"] = "dead"


class DeadLetter(BaseModel):
    """A message that a subscriber refused for good, or has not got yet. What it holds is not shown: it may name somebody."""

    id: UUID
    message_id: UUID
    type: str
    key: str
    version: int
    subscriber: str
    state: Literal["dead", "waiting"]
    tries: int
    last_error: str | None
    created_at: datetime
    died_at: datetime | None
    next_try_at: datetime | None
    allowed_actions: list[str]


class DeadLetters(BaseModel):
    """A page of dead letters, newest first; `next` is null on the last one."""

    items: list[DeadLetter]
    next: str | None


class DeadLetterUnknown(NotFound):
    """No dead letter has this id: it was perhaps replayed already."""

    code = "dead_letter_unknown"
    title = "No such dead letter"


async def list_dead_letters(
    session: AsyncSession, *, after: UUID | None, limit: int, state: str = "dead"
) -> list[DeadLetter]:
    """Return at most `limit` dead letters, newest first, older than `after`; or what is `waiting`."""
    rows = await session.execute(_LIST, {"after": after, "limit": limit, "state": state})
    return [DeadLetter(**row) for row in rows.mappings()]


async def replay(session: AsyncSession, delivery: UUID) -> None:
    """Let a dead letter be tried anew, at once.

    Raises:
        DeadLetterUnknown: there is none.

    """
    from pgqueuer.db import AsyncpgDriver  # noqa: PLC0415 -- slow to import, and seldom needed

    subscriber = await session.scalar(_REPLAY, {"id": delivery})
    if subscriber is None:
        raise DeadLetterUnknown("Ce message n'est pas, ou plus, en attente d'un renvoi.")
    connection = await (await session.connection()).get_raw_connection()
    await wake_relay(AsyncpgDriver(connection.driver_connection), [subscriber])


def dead_letters_router(service: str, require_administrator: Callable[..., Any]) -> APIRouter:
    """Return the two routes, for an application whose `state.context` has `sessions`.

    `require_administrator` is the service's own dependency: it refuses everybody else.
    """
    router = APIRouter(
        prefix=f"/api/v1/dead-letters/{service}",
        tags=["messages"],
        dependencies=[Depends(require_administrator)],
    )

    @router.get(
        "",
        name=f"dead_letters_of_{service}",
        summary=f"Messages of the service {service} that could not be delivered",
        responses=responses_for(Unauthenticated, Forbidden),
        openapi_extra=SIGNED_IN,
    )
    async def dead_letters(
        request: Request, response: Response, asked: Annotated[DeadLettersQuery, Query()]
    ) -> DeadLetters:
        kind = f"dead-letters/{service}/{asked.state}"
        async with request.app.state.context.sessions() as session, session.begin():
            found = await list_dead_letters(
                session, after=id_after(asked.after, kind), limit=asked.limit + 1, state=asked.state
            )
        response.headers["cache-control"] = "private, no-store"
        following = encode_cursor(kind, str(found[asked.limit - 1].id)) if len(found) > asked.limit else None
        return DeadLetters(items=found[: asked.limit], next=following)

    @router.post(
        "/{delivery_id}/replay",
        name=f"replay_dead_letter_of_{service}",
        summary="Send it again",
        status_code=202,
        responses=responses_for(Unauthenticated, Forbidden, DeadLetterUnknown),
        openapi_extra=SIGNED_IN,
    )
    async def replay_dead_letter(delivery_id: UUID, request: Request) -> None:
        async with request.app.state.context.sessions() as session, session.begin():
            await replay(session, delivery_id)

    return router
