"""Writing events: by the holder of a project, by who keeps a village, or by the coordination."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import ONCE, OneRequest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.programme.duplicates import find_duplicates
from ombelle_events.programme.errors import EventInvalid, EventUnknown
from ombelle_events.programme.events.errors import HolderUnknown, ProjectNotOpen
from ombelle_events.programme.events.store import NewEventStore
from ombelle_events.programme.fields import refuse_ages, refuse_unknown_venue
from ombelle_events.programme.organisations import OrganisationCopies
from ombelle_events.programme.service import describe
from ombelle_events.programme.sessions.changes import SessionChanges
from ombelle_events.programme.sessions.store import SessionStore
from ombelle_events.programme.store import EventStore, refresh_cards
from ombelle_events.programme.tables import EventRow
from ombelle_events.programme.texts import render_markdown
from ombelle_events.reach import Reach
from ombelle_events.transactions import driver_connection, in_transaction


class NewEventService:
    """Writes events, and says what they may be already."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def create(
        self,
        values: Mapping[str, Any],
        many: list[Mapping[str, Any]],
        *,
        reach: Reach,
        once: OneRequest = ONCE,
    ) -> dict[str, Any]:
        """Write an event with its sessions; the agenda shows it once it is published.

        What may be the same event, in the national feed or here, is told with it: it is linked, never doubled.

        Raises:
            HolderUnknown: the organisation is not the caller's.
            EventUnknown: there is no such village, or it is not theirs.
            ProjectNotOpen: the project was cancelled.
            EventInvalid: a field names what there is not, or a rule of the programme refuses it.
            SessionsOverlap: two of its sessions are in one place at a time.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            event = await self._write(session, values, reach)
            if many:
                changes = SessionChanges(
                    session,
                    event,
                    by=reach.actor,
                    by_coordination=reach.is_whole,
                    public_url=self._public_url,
                )
                await changes.add_all(many)
            result = {
                "event": await describe(session, event, reach),
                "may_be": await NewEventStore(session).candidates(event.id),
                "warnings": [
                    dict(row) for row in await SessionStore(session).clashes(event.id, of=reach.organisations)
                ],
            }
            return await once.keep(session, result)

        return await in_transaction(self._sessions, work)

    async def candidates(self, event_id: UUID, *, reach: Reach) -> list[dict[str, Any]]:
        """Return the events that may be this one. Raises EventUnknown."""
        async with self._sessions() as session, session.begin():
            if await EventStore(session).event(event_id, of=reach.organisations) is None:
                raise EventUnknown("Cet événement n'existe pas.")
            return await NewEventStore(session).candidates(event_id)

    async def _write(self, session: AsyncSession, values: Mapping[str, Any], reach: Reach) -> EventRow:
        store = NewEventStore(session)
        organisation_id = values["organisation_id"]
        if not reach.is_whole and organisation_id not in (reach.organisations or ()):
            raise HolderUnknown("Cette structure n'est pas de celles que vous tenez.")
        if not await OrganisationCopies(session).may_hold(organisation_id):
            raise _invalid(
                "organisation_id", "organisation_unknown", "Cette structure n'est pas dans l'annuaire."
            )
        placed = await _placed(session, store, values, reach)
        row = {name: value for name, value in values.items() if name != "edition"} | placed
        row["slug"] = await store.free_slug(row["title"])
        row["long_description_html"] = render_markdown(row.get("long_description"))
        refuse_ages(None, row)
        await refuse_unknown_venue(session, row)
        try:
            event = await store.add(row)
        except IntegrityError as error:
            raise EventInvalid("Cet événement n'est pas possible : vérifiez les champs.") from error
        await refresh_cards(session, [event.id])
        await find_duplicates(await driver_connection(session), [event.id])
        await record(
            session, actor=reach.actor, action="event_created", subject_kind="event", subject_id=str(event.id),
            values={"title": event.title, "organisation": organisation_id, "project": event.project_id},
        )  # fmt: skip
        return event


async def _placed(
    session: AsyncSession, store: NewEventStore, values: Mapping[str, Any], reach: Reach
) -> dict[str, Any]:
    """Return where an event stands: its edition, and the project of the village that it is part of."""
    project_id, parent_id, year = values.get("project_id"), values.get("parent_id"), values.get("edition")
    if parent_id is not None:
        parent = await EventStore(session).event(parent_id, of=reach.organisations, for_update=True)
        if parent is None:
            raise EventUnknown("Ces multi-animations n'existent pas, ou d'autres les tiennent.")
        if parent.structure != "umbrella" or values.get("structure") == "umbrella":
            raise _invalid(
                "parent_id", "parent_not_an_umbrella", "Une animation simple, sous des multi-animations."
            )
        return {"edition_id": parent.edition_id, "project_id": parent.project_id}
    if project_id is not None:
        project = await store.project(project_id, organisation_id=values["organisation_id"])
        if project is None:
            raise _invalid("project_id", "project_unknown", "Ce projet n'est pas de cette structure.")
        if project["lifecycle"] == "cancelled":
            raise ProjectNotOpen("Ce projet est annulé : on n'y ajoute plus rien.")
        return {"edition_id": project["edition_id"]}
    if year is None:
        return {"edition_id": None}
    edition_id = await store.edition(year)
    if edition_id is None:
        raise _invalid("edition", "edition_unknown", "Cette édition n'existe pas.")
    return {"edition_id": edition_id}


def _invalid(field: str, code: str, detail: str) -> EventInvalid:
    return EventInvalid(detail, errors=[FieldError(f"/body/{field}", code, detail)])
