"""The use cases on sessions: each one transaction, begun again when a sync met it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.idempotency import ONCE, OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.programme.editing.domain import FieldGroup
from ombelle_events.programme.editing.errors import FieldLocked
from ombelle_events.programme.editing.showing import shown
from ombelle_events.programme.editing.store import EditingStore, Standing
from ombelle_events.programme.editing.tables import ChangeProposalRow
from ombelle_events.programme.errors import EventUnknown
from ombelle_events.programme.sessions.changes import SessionChanges
from ombelle_events.programme.sessions.domain import StatusAction, actions_from
from ombelle_events.programme.sessions.errors import SessionActionImpossible, SessionAnnounced, SessionUnknown
from ombelle_events.programme.sessions.store import SessionStore
from ombelle_events.programme.store import EventStore
from ombelle_events.programme.tables import EventRow, EventSessionRow
from ombelle_events.reach import Reach
from ombelle_events.transactions import in_transaction

SHOWN: Final = (
    "id", "event_id", "starts_at", "ends_at", "timezone", "venue_id", "venue_name", "venue_city", "status",
    "status_reason", "status_changed_at", "previous_starts_at", "previous_ends_at", "audience", "capacity",
    "animators", "version",
)  # fmt: skip

Work = Callable[[SessionChanges, EventSessionRow], Awaitable[None]]


class SessionService:
    """Reads and changes the sessions of events."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def of_event(self, event_id: UUID, *, reach: Reach) -> list[dict[str, Any]]:
        """Return the sessions of an event in order of time. Raises EventUnknown."""
        async with self._sessions() as session, session.begin():
            event = await _event(session, event_id, reach)
            return await _listed(session, event, reach)

    async def clashes(self, event_id: UUID, *, reach: Reach) -> list[dict[str, Any]]:
        """Return what the sessions of an event clash with. Raises EventUnknown."""
        async with self._sessions() as session, session.begin():
            await _event(session, event_id, reach)
            return [
                dict(row) for row in await SessionStore(session).clashes(event_id, of=reach.organisations)
            ]

    async def add(
        self, event_id: UUID, values: Mapping[str, Any], *, reach: Reach, once: OneRequest = ONCE
    ) -> dict[str, Any]:
        """Add a session, or propose it where the edition wants that.

        Raises:
            EventUnknown: there is no such event, or it is not theirs.
            FieldLocked: the edition's policy locks sessions now.
            EventInvalid: the times or the venue cannot be.
            SessionsOverlap: another session of the event is there then.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            event = await _event(session, event_id, reach, for_update=True)
            editing = EditingStore(session)
            if await must_wait(editing, event, "sessions", reach):
                proposal = await editing.propose(
                    event.id, action="add_session", before={}, after=values, by=reach.actor
                )
                return await once.keep(session, await _written(session, event, None, proposal, reach))
            added = await self._changes(session, event, reach).add(values)
            return await once.keep(session, await _written(session, event, added, None, reach))

        return await in_transaction(self._sessions, work)

    async def edit(
        self, session_id: UUID, values: Mapping[str, Any], *, if_match: str | None, reach: Reach
    ) -> dict[str, Any]:
        """Change fields of a session, or propose it.

        Raises:
            SessionUnknown: there is no such session, or it is not theirs.
            VersionNeeded, ChangedMeanwhile: `if_match` is missing, or is not the present version.
            FieldLocked, EventInvalid, SessionsOverlap: as `add` does.

        """
        wanted_version = require_version(if_match)

        async def work(session: AsyncSession) -> dict[str, Any]:
            event, row = await _session_of(session, session_id, reach)
            refuse_stale(wanted_version, row.version, current=_current(row), yours=values)
            changed = {name: value for name, value in values.items() if getattr(row, name) != value}
            if not changed:
                return await _written(session, event, row.id, None, reach)
            editing = EditingStore(session)
            if await must_wait(editing, event, "sessions", reach):
                proposal = await editing.propose(
                    event.id, action="edit_session", event_session_id=row.id, by=reach.actor, after=changed,
                    before={name: getattr(row, name) for name in changed},
                )  # fmt: skip
                return await _written(session, event, row.id, proposal, reach)
            await self._changes(session, event, reach).edit(row, changed)
            return await _written(session, event, row.id, None, reach)

        return await in_transaction(self._sessions, work)

    async def act(
        self,
        session_id: UUID,
        action: StatusAction,
        wanted: Mapping[str, Any],
        *,
        reach: Reach,
        once: OneRequest = ONCE,
    ) -> dict[str, Any]:
        """Cancel, postpone, reschedule, move online or reinstate a session, or propose it.

        Raises:
            SessionUnknown: there is no such session, or it is not theirs.
            SessionActionImpossible: its status does not allow it.
            FieldLocked, EventInvalid, SessionsOverlap: as `add` does.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            event, row = await _session_of(session, session_id, reach)
            if action not in actions_from(row.status):
                raise SessionActionImpossible(
                    "Cette séance ne peut pas être changée ainsi dans l'état où elle est.",
                    status_of_session=row.status,
                )
            editing = EditingStore(session)
            if await must_wait(editing, event, "session_status", reach):
                proposal = await editing.propose(
                    event.id, action="change_session_status", event_session_id=row.id, by=reach.actor,
                    before=_current(row), after={"action": action, **wanted},
                )  # fmt: skip
                return await once.keep(session, await _written(session, event, row.id, proposal, reach))
            await self._changes(session, event, reach).act(row, action, wanted)
            return await once.keep(session, await _written(session, event, row.id, None, reach))

        return await in_transaction(self._sessions, work)

    async def remove(self, session_id: UUID, *, reach: Reach) -> None:
        """Take away a session that was never announced.

        Raises:
            SessionUnknown: there is no such session, or it is not theirs.
            SessionAnnounced: its event is published.
            FieldLocked: the edition's policy locks sessions now, or wants them looked at.

        """

        async def work(session: AsyncSession) -> None:
            event, row = await _session_of(session, session_id, reach)
            if event.publication == "published":
                raise SessionAnnounced(
                    "Cette séance est publiée : annulez-la, en disant pourquoi, plutôt que de l'effacer."
                )
            if await must_wait(EditingStore(session), event, "sessions", reach):
                raise FieldLocked(
                    "La coordination relit les séances de cette édition : demandez-lui de l'ôter."
                )
            await self._changes(session, event, reach).remove(row)

        await in_transaction(self._sessions, work)

    def _changes(self, session: AsyncSession, event: EventRow, reach: Reach) -> SessionChanges:
        return SessionChanges(
            session, event, by=reach.actor, by_coordination=reach.is_whole, public_url=self._public_url
        )


async def must_wait(editing: EditingStore, event: EventRow, group: FieldGroup, reach: Reach) -> bool:
    """Say whether a change of this group waits for the coordination, whose own changes never do.

    Raises:
        FieldLocked: nobody but the coordination changes it now.

    """
    if reach.is_whole:
        return False
    rule = (await editing.standing(event)).rules[group]
    if rule == "locked":
        raise FieldLocked("Cette partie du programme est verrouillée : écrivez à la coordination.")
    return rule == "needs_approval"


async def _event(
    session: AsyncSession, event_id: UUID, reach: Reach, *, for_update: bool = False
) -> EventRow:
    event = await EventStore(session).event(event_id, of=reach.organisations, for_update=for_update)
    if event is None:
        raise EventUnknown("Cet événement n'existe pas.")
    return event


async def _session_of(
    session: AsyncSession, session_id: UUID, reach: Reach
) -> tuple[EventRow, EventSessionRow]:
    """Return a session with its event, both locked, the event first, as a sync does."""
    store = SessionStore(session)
    event_id = await store.event_id_of(session_id)
    event = event_id and await EventStore(session).event(event_id, of=reach.organisations, for_update=True)
    row = await store.session_row(session_id) if event else None
    if not event or row is None:
        raise SessionUnknown("Cette séance n'existe pas.")
    return event, row


async def _listed(session: AsyncSession, event: EventRow, reach: Reach) -> list[dict[str, Any]]:
    editing = EditingStore(session)
    standing = await editing.standing(event)
    pending = {
        row.event_session_id: row for row in await editing.open_of_event(event.id) if row.event_session_id
    }
    return [
        {
            **{name: row[name] for name in SHOWN},
            "pending": _pending(pending.get(row["id"])),
            "allowed_actions": session_actions(event, row["status"], standing, reach),
        }
        for row in await SessionStore(session).of_event(event.id)
    ]


def session_actions(event: EventRow, status: str, standing: Standing, reach: Reach) -> list[str]:
    """Return what may be done to a session, at once or after the coordination's approval."""

    def may(group: FieldGroup) -> bool:
        return reach.is_whole or standing.rules[group] != "locked"

    actions = ["edit"] if may("sessions") else []
    actions += actions_from(status) if may("session_status") else []
    is_free = reach.is_whole or standing.rules["sessions"] == "free"
    return [*actions, "remove"] if is_free and event.publication != "published" else actions


def _pending(row: ChangeProposalRow | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {
        "id": row.id,
        "action": row.action,
        "before": row.before,
        "after": row.after,
        "proposed_at": row.proposed_at,
    }


def _current(row: EventSessionRow) -> dict[str, Any]:
    return {
        name: getattr(row, name)
        for name in (
            "starts_at",
            "ends_at",
            "timezone",
            "venue_id",
            "status",
            "audience",
            "capacity",
            "animators",
            "version",
        )
    }


async def _written(
    session: AsyncSession,
    event: EventRow,
    session_id: UUID | None,
    proposal: ChangeProposalRow | None,
    reach: Reach,
) -> dict[str, Any]:
    if proposal is not None:
        await record(
            session, actor=reach.actor, action="change_proposed", subject_kind="event", subject_id=str(event.id),
            values={"proposal": proposal.id, "action": proposal.action, "before": proposal.before, "after": proposal.after},
        )  # fmt: skip
    listed = await _listed(session, event, reach) if session_id else []
    described = (
        await EditingStore(session).described(proposal.id, of=reach.organisations) if proposal else None
    )
    clashes = await SessionStore(session).clashes(event.id, of=reach.organisations)
    return {
        "session": next((item for item in listed if item["id"] == session_id), None),
        "proposal": shown(described, reach) if described else None,
        "warnings": [dict(row) for row in clashes if session_id is None or row["session_id"] == session_id],
        "event_version": event.version,
    }
