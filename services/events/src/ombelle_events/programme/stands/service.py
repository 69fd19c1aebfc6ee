"""A village's stands: offered to other organisations, which hold and write them themselves."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import ONCE, OneRequest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.mailing import ask_for_mail
from ombelle_events.programme.errors import EventInvalid, EventUnknown
from ombelle_events.programme.events.store import NewEventStore
from ombelle_events.programme.organisations import OrganisationCopies
from ombelle_events.programme.stands.errors import (
    NotAnUmbrella,
    StandAlreadyOffered,
    StandInvitationSettled,
    StandInvitationUnknown,
)
from ombelle_events.programme.stands.store import StandStore
from ombelle_events.programme.stands.tables import StandInvitationRow
from ombelle_events.programme.store import EventStore
from ombelle_events.programme.tables import EventRow
from ombelle_events.reach import Reach
from ombelle_events.transactions import in_transaction


class StandService:
    """Lists stands, offers them, and settles offers; each use case is one transaction."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def stands(self, umbrella_id: UUID, *, reach: Reach) -> dict[str, Any]:
        """Return what stands in a village that the caller keeps. Raises EventUnknown."""
        async with self._sessions() as session, session.begin():
            event = await _umbrella(session, umbrella_id, reach)
            store = StandStore(session)
            offers = await store.invitations(of=reach.organisations, umbrella_id=umbrella_id, open_only=True)
            return {
                "items": await store.stands(umbrella_id),
                "invitations": [_shown(row) for row in offers],
                "allowed_actions": ["offer"] if event.structure == "umbrella" else [],
            }

    async def invitations(
        self, *, open_only: bool, before: UUID | None, count: int, reach: Reach
    ) -> list[dict[str, Any]]:
        """Return invitations that the caller sent or received, the newest first."""
        async with self._sessions() as session, session.begin():
            rows = await StandStore(session).invitations(
                of=reach.organisations, open_only=open_only, before=before, count=count
            )
        return [_shown(row) for row in rows]

    async def offer(
        self, umbrella_id: UUID, values: Mapping[str, Any], *, reach: Reach, once: OneRequest = ONCE
    ) -> dict[str, Any]:
        """Offer a stand to an organisation.

        Raises:
            EventUnknown: there is no such event, or it is not theirs.
            NotAnUmbrella: it holds no others.
            EventInvalid: the organisation is not in the directory.
            StandAlreadyOffered: it has this offer already.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            event = await _umbrella(session, umbrella_id, reach, for_update=True)
            if event.structure != "umbrella":
                raise NotAnUmbrella("Seules des multi-animations ont des stands.")
            if not await OrganisationCopies(session).may_hold(values["organisation_id"]):
                raise EventInvalid(
                    "Cette structure n'est pas dans l'annuaire.",
                    errors=[
                        FieldError("/body/organisation_id", "organisation_unknown", "Structure inconnue.")
                    ],
                )
            row = StandInvitationRow(umbrella_id=umbrella_id, asked_by=reach.actor, **values)
            try:
                await StandStore(session).invite(row)
            except IntegrityError as error:
                raise StandAlreadyOffered("Ce stand lui est déjà proposé : attendez sa réponse.") from error
            await self._tell(session, row, event.title)
            await _record(session, reach, "stand_offered", row, {"organisation": row.organisation_id})
            described = await StandStore(session).described(row.id, of=reach.organisations)
            return await once.keep(session, _shown(described or {}))

        return await in_transaction(self._sessions, work)

    async def _tell(self, session: AsyncSession, row: StandInvitationRow, village: str) -> None:
        """Write to those who administer the organisation that a stand is offered to."""
        link = f"{self._public_url}/espace/projets"
        values = {"title": row.title, "event": village, "link": link}
        about = ("stand_invitation", str(row.id))
        await ask_for_mail(session, row.organisation_id, "stand_offered", values, about=about)

    async def accept(self, invitation_id: UUID, *, reach: Reach, once: OneRequest = ONCE) -> dict[str, Any]:
        """Take a stand: an event of the organisation's own, which it writes. Raises as `_settle` does."""

        async def carry_out(session: AsyncSession, row: StandInvitationRow) -> None:
            umbrella = await EventStore(session).event(row.umbrella_id, for_update=True)
            if umbrella is None or umbrella.structure != "umbrella":
                raise NotAnUmbrella("Ces multi-animations n'en sont plus : demandez à qui les tient.")
            store = NewEventStore(session)
            stand = await store.add(
                {
                    "slug": await store.free_slug(row.title), "title": row.title, "parent_id": umbrella.id,
                    "edition_id": umbrella.edition_id, "project_id": umbrella.project_id,
                    "venue_id": umbrella.venue_id, "organisation_id": row.organisation_id,
                }
            )  # fmt: skip
            row.stand_id = stand.id

        return await self._settle(
            invitation_id, "accepted", carry_out, side="received", reach=reach, once=once
        )

    async def decline(self, invitation_id: UUID, *, reach: Reach, once: OneRequest = ONCE) -> dict[str, Any]:
        """Leave a stand to others. Raises as `_settle` does."""
        return await self._settle(invitation_id, "declined", None, side="received", reach=reach, once=once)

    async def withdraw(self, invitation_id: UUID, *, reach: Reach) -> dict[str, Any]:
        """Take an offer back. Raises as `_settle` does."""
        return await self._settle(invitation_id, "withdrawn", None, side="sent", reach=reach, once=ONCE)

    async def _settle(
        self, invitation_id: UUID, outcome: str, carry_out: Any, *, side: str, reach: Reach, once: OneRequest
    ) -> dict[str, Any]:
        """Settle an offer.

        Raises:
            StandInvitationUnknown: there is no such offer to or of the caller's organisations.
            StandInvitationSettled: it is settled already.
            NotAnUmbrella: the village is none any more.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = StandStore(session)
            found = await store.described(invitation_id, of=reach.organisations)
            row = await store.invitation(invitation_id) if found and found[side] else None
            if row is None:
                raise StandInvitationUnknown("Cette invitation n'existe pas.")
            if row.outcome is not None:
                raise StandInvitationSettled("Cette invitation est déjà réglée.")
            if carry_out is not None:
                await carry_out(session, row)
            row.outcome, row.settled_by, row.settled_at = outcome, reach.actor, datetime.now(UTC)
            await session.flush()
            await _record(session, reach, f"stand_{outcome}", row, {"stand": row.stand_id})
            return await once.keep(
                session, _shown(await store.described(invitation_id, of=reach.organisations) or {})
            )

        return await in_transaction(self._sessions, work)


async def _umbrella(
    session: AsyncSession, umbrella_id: UUID, reach: Reach, *, for_update: bool = False
) -> EventRow:
    event = await EventStore(session).event(umbrella_id, of=reach.organisations, for_update=for_update)
    if event is None:
        raise EventUnknown("Cet événement n'existe pas.")
    return event


def _shown(row: Mapping[str, Any]) -> dict[str, Any]:
    is_open = row["outcome"] is None
    actions = (["accept", "decline"] if row["received"] else []) + (["withdraw"] if row["sent"] else [])
    kept = {name: value for name, value in row.items() if name not in ("received", "sent")}
    return {**kept, "allowed_actions": actions if is_open else []}


async def _record(
    session: AsyncSession, reach: Reach, action: str, row: StandInvitationRow, values: Mapping[str, Any]
) -> None:
    await record(
        session, actor=reach.actor, action=action, subject_kind="event", subject_id=str(row.umbrella_id),
        values={"invitation": row.id, "title": row.title, **values},
    )  # fmt: skip
