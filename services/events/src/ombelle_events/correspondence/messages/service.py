"""The use cases of messages: each opens one transaction."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.errors import ActionForbidden, ActionImpossible
from ombelle_events.applications.log import audit
from ombelle_events.applications.seeing import Seen, look_at
from ombelle_events.applications.viewer import Asker
from ombelle_events.correspondence.domain import Side
from ombelle_events.correspondence.messages.store import MessageStore
from ombelle_events.correspondence.telling import write_to_coordination, write_to_holder
from ombelle_events.notices import notify


class MessageService:
    """What holder and coordination write to one another."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def messages(
        self, application_id: UUID, *, asker: Asker, before: UUID | None, count: int
    ) -> dict[str, Any]:
        """Return messages, the last first, with how many there are and how many the asker's side has not read.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            ActionForbidden: they take part in it otherwise than those who write to one another.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id)
            side = side_of(seen)
            store = MessageStore(session, application_id)
            rows = await store.page(before=before, count=count)
            counts = await store.counts(side)
        return {
            "items": [_shown(dict(row), asker) for row in rows],
            "total": counts["total"],
            "unread": counts["unread"],
            "allowed_actions": ["write", "mark_read"] if _may_write(seen) else [],
        }

    async def write(
        self, application_id: UUID, written: str, *, asker: Asker, once: OneRequest
    ) -> dict[str, Any]:
        """Write to the other side, which is told: by mail when it had read everything before, and by webhooks.

        Raises:
            ApplicationUnknown, ActionForbidden: as `messages`.
            ActionImpossible: the draft was discarded.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            side, row = await self.write_in(session, application_id, written, asker=asker)
            answer = await once.keep(session, _shown(row, asker))
            await audit(session, asker, "message_written", application_id, message=str(row["id"]), side=side)
        return answer

    async def write_in(
        self, session: AsyncSession, application_id: UUID, written: str, *, asker: Asker
    ) -> tuple[Side, dict[str, Any]]:
        """Do what `write` does as a part of a transaction, but for the audit log; return the side and the message."""
        seen = await look_at(session, asker, application_id, lock=True)
        side = _writing(seen)
        store = MessageStore(session, application_id)
        other: Side = "coordination" if side == "holder" else "holder"
        is_first = (await store.counts(other))["unread"] == 0
        await store.read(side, asker.actor)
        row = dict(await store.add(side, asker.actor, written))
        await self._tell(session, seen, side, row, is_first=is_first)
        return side, row

    async def _tell(
        self, session: AsyncSession, seen: Seen, side: Side, row: Mapping[str, Any], *, is_first: bool
    ) -> None:
        values = {"message": row["text"]}
        if side == "holder":
            if is_first:
                await write_to_coordination(
                    session, seen, "message_from_holder", values, public_url=self._public_url
                )
            return
        if is_first:
            await write_to_holder(session, seen, "message_received", values, public_url=self._public_url)
        application = seen.application
        await notify(
            session,
            application.organisation_id,
            "message.received",
            ("application", application.id),
            {"message_id": row["id"], "number": application.number, "call_id": application.call_id},
        )

    async def mark_read(self, application_id: UUID, up_to: UUID | None, *, asker: Asker) -> dict[str, Any]:
        """Note that the asker's side has read what the other one wrote, up to a message or all of it.

        Raises:
            ApplicationUnknown, ActionForbidden: as `messages`.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id)
            side = _writing(seen)
            store = MessageStore(session, application_id)
            marked = await store.read(side, asker.actor, up_to=up_to)
            counts = await store.counts(side)
            if marked:
                await audit(session, asker, "messages_read", application_id, count=marked, side=side)
        return {"marked": marked, "unread": counts["unread"]}


def side_of(seen: Seen) -> Side:
    """Return on which side somebody stands: who holds the dossier and works for the agency too writes as its holder.

    Raises:
        ActionForbidden: on none.

    """
    if not seen.viewer.sees_messages:
        raise ActionForbidden("Les échanges de ce dossier sont entre ses porteurs et la coordination.")
    return "holder" if seen.viewer.is_editor else "coordination"


def _may_write(seen: Seen) -> bool:
    return seen.viewer.may_write and seen.application.status != "discarded"


def _writing(seen: Seen) -> Side:
    side = side_of(seen)
    if not seen.viewer.may_write:
        raise ActionForbidden("Ce jeton permet de lire les échanges, pas d'y écrire.")
    if seen.application.status == "discarded":
        raise ActionImpossible("Ce brouillon a été écarté.", state="discarded", allowed_actions=[])
    return side


def _shown(row: Mapping[str, Any], asker: Asker) -> dict[str, Any]:
    told = {name: row[name] for name in ("id", "side", "text", "at", "read_at")}
    return {**told, "is_mine": row["author"] == asker.actor}
