"""The programme's use cases: each opens one transaction."""

from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError
from pydantic_core import to_jsonable_python
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.programme.errors import (
    EventChangedMeanwhile,
    EventInvalid,
    EventUnknown,
    FieldReserved,
    VersionNeeded,
)
from ombelle_events.programme.organisations import OrganisationCopies
from ombelle_events.programme.store import EventFilter, EventStore
from ombelle_events.programme.tables import EditionRow, EventRow
from ombelle_events.programme.texts import render_markdown
from ombelle_events.reach import Reach

SHOWN = (
    "id", "slug", "title", "description", "long_description", "structure", "parent_id", "edition_id", "venue_id",
    "activity_type", "theme", "audience", "school_levels", "age_min", "age_max", "accessibility", "free",
    "conditions", "registration", "keywords", "holder", "attendance_mode", "online_access_url", "status",
    "status_reason", "publication", "withdrawn_at", "source_name", "source_url", "additional", "organisation_id",
    "version", "updated_at",
)  # fmt: skip
RESERVED: Final = ("publication", "organisation_id")
"""Fields of an event that the coordination alone changes."""


def version_tag(version: int) -> str:
    """Return the ETag of a version."""
    return f'"v{version}"'


def actions_on_event(*, is_whole: bool) -> list[str]:
    """Return what somebody may do to an event that they keep."""
    return ["edit", "publish", "give"] if is_whole else ["edit"]


async def _describe(store: EventStore, event: EventRow, reach: Reach) -> dict[str, Any]:
    """Return an event as those who keep it see it."""
    return {
        **{name: getattr(event, name) for name in SHOWN},
        "organisation_name": await store.organisation_name(event),
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
            return await _describe(store, event, reach)

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
            EventInvalid: a rule of the programme refuses it.

        """
        if if_match is None:
            raise VersionNeeded(
                "Dites sur quelle version porte la modification, par l'en-tête If-Match.",
                errors=[FieldError("/header/If-Match", "missing", "En-tête obligatoire.")],
            )
        async with self._sessions() as session, session.begin():
            store = EventStore(session)
            event = await store.event(event_id, of=reach.organisations, for_update=True)
            if event is None:
                raise EventUnknown("Cet événement n'existe pas.")
            if not _is_version(event, if_match):
                raise _changed_meanwhile(await _describe(store, event, reach), values)
            changed = {name: value for name, value in values.items() if getattr(event, name) != value}
            if changed:
                if not reach.is_whole:
                    _refuse_reserved(changed)
                _refuse_ages(event, changed)
                await _refuse_unknown_organisation(session, changed.get("organisation_id"))
                await _change(session, store, event, changed, by=reach.actor)
            return await _describe(store, event, reach)

    async def editions(self, *, before: int | None, limit: int) -> list[EditionRow]:
        """Return at most `limit` editions, the newest first, older than the year `before`."""
        async with self._sessions() as session, session.begin():
            return await EventStore(session).editions(before=before, limit=limit)


async def _change(
    session: AsyncSession, store: EventStore, event: EventRow, changed: dict[str, Any], *, by: str
) -> None:
    before = {name: getattr(event, name) for name in changed}
    if "long_description" in changed:
        event.long_description_html = render_markdown(changed["long_description"])
    try:
        await store.change(event, changed, by=by)
    except IntegrityError as error:
        raise EventInvalid("Cette modification n'est pas possible : vérifiez les champs.") from error
    await record(
        session,
        actor=by,
        action="event_edited",
        subject_kind="event",
        subject_id=str(event.id),
        values={name: {"before": before[name], "after": value} for name, value in changed.items()},
    )


def _is_version(event: EventRow, if_match: str) -> bool:
    tags = {tag.strip() for tag in if_match.split(",")}
    return "*" in tags or version_tag(event.version) in tags


def _changed_meanwhile(current: dict[str, Any], yours: dict[str, Any]) -> EventChangedMeanwhile:
    return EventChangedMeanwhile(
        "Cet événement a été modifié entre-temps : comparez les deux versions, puis recommencez.",
        headers={"ETag": version_tag(current["version"])},
        current=to_jsonable_python(current),
        yours=to_jsonable_python(yours),
    )


def _refuse_reserved(changed: dict[str, Any]) -> None:
    reserved = [name for name in RESERVED if name in changed]
    if reserved:
        raise FieldReserved(
            "La publication et l'organisation d'un événement se décident à la coordination de la fête.",
            errors=[
                FieldError(f"/body/{name}", "field_reserved", "Réservé à la coordination.")
                for name in reserved
            ],
        )


async def _refuse_unknown_organisation(session: AsyncSession, organisation_id: UUID | None) -> None:
    if organisation_id is not None and not await OrganisationCopies(session).may_hold(organisation_id):
        raise EventInvalid(
            "Cette structure n'est pas dans l'annuaire, ou a été réunie à une autre : choisissez-en une autre.",
            errors=[FieldError("/body/organisation_id", "organisation_unknown", "Structure inconnue.")],
        )


def _refuse_ages(event: EventRow, changed: dict[str, Any]) -> None:
    low = changed.get("age_min", event.age_min)
    high = changed.get("age_max", event.age_max)
    if low is not None and high is not None and high < low:
        raise EventInvalid(
            "L'âge maximal est plus petit que l'âge minimal.",
            errors=[FieldError("/body/age_max", "below_age_min", f"Au moins {low} ans.")],
        )
