"""The programme's use cases: each opens one transaction."""

from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.programme.editing.domain import fields_under
from ombelle_events.programme.editing.errors import FieldLocked
from ombelle_events.programme.editing.showing import LABELS
from ombelle_events.programme.editing.store import EditingStore, Standing
from ombelle_events.programme.errors import (
    EventChangedMeanwhile,
    EventInvalid,
    EventUnknown,
    FieldReserved,
    VersionNeeded,
)
from ombelle_events.programme.fields import change_fields
from ombelle_events.programme.organisations import OrganisationCopies
from ombelle_events.programme.store import EventFilter, EventStore
from ombelle_events.programme.tables import EditionRow, EventRow
from ombelle_events.reach import Reach
from ombelle_events.transactions import in_transaction

SHOWN = (
    "id", "slug", "title", "description", "long_description", "structure", "parent_id", "edition_id", "venue_id",
    "activity_type", "theme", "audience", "school_levels", "age_min", "age_max", "accessibility", "free",
    "conditions", "registration", "keywords", "holder", "attendance_mode", "online_access_url", "status",
    "status_reason", "publication", "withdrawn_at", "source_name", "source_url", "additional", "organisation_id",
    "project_id", "duplicate_of", "version", "updated_at",
)  # fmt: skip
RESERVED: Final = ("publication", "organisation_id", "project_id")
"""Fields of an event that the coordination alone changes, but for what a holder says is ready."""
WRITTEN_BY_HOLDERS: Final = frozenset({"draft", "ready"})
"""Between these a holder moves an event: ready says that the coordination may publish it."""


def version_tag(version: int) -> str:
    """Return the ETag of a version."""
    return f'"v{version}"'


def actions_on_event(*, is_whole: bool) -> list[str]:
    """Return what somebody may do to an event that they keep."""
    return ["edit", "publish", "give"] if is_whole else ["edit"]


async def describe(session: AsyncSession, event: EventRow, reach: Reach) -> dict[str, Any]:
    """Return an event as those who keep it see it."""
    store, editing = EventStore(session), EditingStore(session)
    standing = await editing.standing(event)
    pending = await editing.open_of(event.id, None)
    return {
        **{name: getattr(event, name) for name in SHOWN},
        **await store.names_around(event),
        "phase": standing.phase,
        "rules": dict(standing.rules),
        "pending": None
        if pending is None
        else {
            "id": pending.id,
            "before": pending.before,
            "after": pending.after,
            "proposed_at": pending.proposed_at,
        },
        "provenance": dict.fromkeys(await store.local_fields(event.id), "here"),
        "allowed_actions": actions_on_event(is_whole=reach.is_whole),
    }


class ProgrammeService:
    """Reads and changes events of the programme, and its editions."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def event(self, event_id: UUID, *, reach: Reach) -> dict[str, Any]:
        """Return one event.

        Raises:
            EventUnknown: no event that they keep has this id.

        """
        async with self._sessions() as session, session.begin():
            store = EventStore(session)
            event = await store.event(event_id, of=reach.organisations)
            if event is None:
                raise EventUnknown("Cet événement n'existe pas.")
            return await describe(session, event, reach)

    async def events(self, wanted: EventFilter, *, reach: Reach) -> list[dict[str, Any]]:
        """Return those of the wanted events that they keep, the last made first."""
        async with self._sessions() as session, session.begin():
            rows = await EventStore(session).events(wanted, of=reach.organisations)
        actions = actions_on_event(is_whole=reach.is_whole)
        return [{**row, "allowed_actions": actions} for row in rows]

    async def change_event(
        self, event_id: UUID, values: dict[str, Any], *, if_match: str | None, reach: Reach
    ) -> dict[str, Any]:
        """Change fields of an event; no sync overwrites them from then on.

        Args:
            event_id: the event.
            values: new values by field name, already of the right types.
            if_match: the version that the change is made on, as its ETag, or `*` for whichever it is.
            reach: who changes it.

        Raises:
            EventUnknown: no event that they keep has this id.
            VersionNeeded: `if_match` is missing.
            EventChangedMeanwhile: the event has another version; the problem carries both.
            FieldReserved: a field is the coordination's.
            FieldLocked: the edition's policy locks a field now; one that it wants looked at becomes a proposal.
            EventInvalid: a rule of the programme refuses it.

        """
        if if_match is None:
            raise VersionNeeded(
                "Dites sur quelle version porte la modification, par l'en-tête If-Match.",
                errors=[FieldError("/header/If-Match", "missing", "En-tête obligatoire.")],
            )

        async def work(session: AsyncSession) -> dict[str, Any]:
            event = await EventStore(session).event(event_id, of=reach.organisations, for_update=True)
            if event is None:
                raise EventUnknown("Cet événement n'existe pas.")
            if not _is_version(event, if_match):
                raise _changed_meanwhile(await describe(session, event, reach), values)
            changed = {name: value for name, value in values.items() if getattr(event, name) != value}
            if not reach.is_whole:
                _refuse_reserved(event, changed)
                changed = await _propose(session, event, changed, reach)
            if changed:
                await _refuse_unknown_organisation(session, changed.get("organisation_id"))
                await _refuse_unknown_project(session, changed.get("project_id"))
                await change_fields(session, event, changed, by=reach.actor)
            return await describe(session, event, reach)

        return await in_transaction(self._sessions, work)

    async def editions(self, *, before: int | None, limit: int) -> list[EditionRow]:
        """Return at most `limit` editions, the newest first, older than the year `before`."""
        async with self._sessions() as session, session.begin():
            return await EventStore(session).editions(before=before, limit=limit)


def _is_version(event: EventRow, if_match: str) -> bool:
    tags = {tag.strip() for tag in if_match.split(",")}
    return "*" in tags or version_tag(event.version) in tags


def _changed_meanwhile(current: dict[str, Any], yours: dict[str, Any]) -> EventChangedMeanwhile:
    return EventChangedMeanwhile(
        "Cet événement a été modifié entre-temps : comparez les deux versions, puis recommencez.",
        headers={"ETag": version_tag(current["version"])},
        current={name: _plain(value) for name, value in current.items()},
        yours={name: _plain(value) for name, value in yours.items()},
    )


def _refuse_reserved(event: EventRow, changed: dict[str, Any]) -> None:
    reserved = [name for name in RESERVED if name in changed]
    if {event.publication, changed.get("publication")} <= WRITTEN_BY_HOLDERS:
        reserved.remove("publication")
    if reserved:
        raise FieldReserved(
            "La publication et l'organisation d'un événement se décident à la coordination de la fête.",
            errors=[
                FieldError(f"/body/{name}", "field_reserved", "Réservé à la coordination.")
                for name in reserved
            ],
        )


async def _propose(
    session: AsyncSession, event: EventRow, changed: dict[str, Any], reach: Reach
) -> dict[str, Any]:
    """Put aside for the coordination what the edition wants looked at, and return what may be written at once."""
    editing = EditingStore(session)
    standing = await editing.standing(event)
    _refuse_locked(changed, standing)
    waiting = fields_under("needs_approval", changed, standing.rules)
    if waiting:
        before, after = (
            {name: getattr(event, name) for name in waiting},
            {name: changed[name] for name in waiting},
        )
        proposal = await editing.propose(event.id, action="edit", before=before, after=after, by=reach.actor)
        await record(
            session, actor=reach.actor, action="change_proposed", subject_kind="event", subject_id=str(event.id),
            values={"proposal": proposal.id, "before": before, "after": after},
        )  # fmt: skip
    return {name: value for name, value in changed.items() if name not in waiting}


def _refuse_locked(changed: dict[str, Any], standing: Standing) -> None:
    locked = fields_under("locked", changed, standing.rules)
    if locked:
        raise FieldLocked(
            "Une partie de cette fiche est verrouillée pour l'instant : écrivez à la coordination.",
            errors=[
                FieldError(
                    f"/body/{name}", "field_locked", f"« {LABELS.get(name, name)} » ne se modifie plus."
                )
                for name in locked
            ],
        )


async def _refuse_unknown_project(session: AsyncSession, project_id: UUID | None) -> None:
    if project_id is not None and not await EventStore(session).is_project(project_id):
        raise EventInvalid(
            "Ce projet n'existe pas : choisissez-en un autre.",
            errors=[FieldError("/body/project_id", "project_unknown", "Projet inconnu.")],
        )


async def _refuse_unknown_organisation(session: AsyncSession, organisation_id: UUID | None) -> None:
    if organisation_id is not None and not await OrganisationCopies(session).may_hold(organisation_id):
        raise EventInvalid(
            "Cette structure n'est pas dans l'annuaire, ou a été réunie à une autre : choisissez-en une autre.",
            errors=[FieldError("/body/organisation_id", "organisation_unknown", "Structure inconnue.")],
        )


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | float | bool | list | dict | None) else str(value)
