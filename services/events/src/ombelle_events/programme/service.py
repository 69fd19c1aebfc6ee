"""The programme's use cases: each opens one transaction."""

from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.programme.errors import EventChangedMeanwhile, EventInvalid, EventUnknown, VersionNeeded
from ombelle_events.programme.store import EventStore
from ombelle_events.programme.tables import EditionRow, EventRow
from ombelle_events.programme.texts import render_markdown

SHOWN = (
    "id", "slug", "title", "description", "long_description", "structure", "parent_id", "edition_id", "venue_id",
    "activity_type", "theme", "audience", "school_levels", "age_min", "age_max", "accessibility", "free",
    "conditions", "registration", "keywords", "holder", "attendance_mode", "online_access_url", "status",
    "status_reason", "publication", "withdrawn_at", "source_name", "source_url", "additional", "version",
    "updated_at",
)  # fmt: skip


def version_tag(version: int) -> str:
    """Return the ETag of a version."""
    return f'"v{version}"'


def describe(event: EventRow, local_fields: list[str]) -> dict[str, Any]:
    """Return an event as those who keep the programme see it."""
    return {
        **{name: getattr(event, name) for name in SHOWN},
        "provenance": dict.fromkeys(local_fields, "here"),
        "allowed_actions": ["edit"],
    }


class ProgrammeService:
    """Reads and changes events of the programme, and its editions."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def event(self, event_id: UUID) -> dict[str, Any]:
        """Return one event.

        Raises:
            EventUnknown: no event has this id.

        """
        async with self._sessions() as session, session.begin():
            store = EventStore(session)
            event = await store.event(event_id)
            if event is None:
                raise EventUnknown("Cet événement n'existe pas.")
            return describe(event, await store.local_fields(event_id))

    async def change_event(
        self, event_id: UUID, values: dict[str, Any], *, if_match: str | None, by: str
    ) -> dict[str, Any]:
        """Change fields of an event; no sync overwrites them from then on.

        Args:
            event_id: the event.
            values: new values by field name, already of the right types.
            if_match: the version that the change is made on, as its ETag, or `*` for whichever it is.
            by: who changes it.

        Raises:
            EventUnknown: no event has this id.
            VersionNeeded: `if_match` is missing.
            EventChangedMeanwhile: the event has another version; the problem carries both.
            EventInvalid: a rule of the programme refuses it.

        """
        if if_match is None:
            raise VersionNeeded(
                "Dites sur quelle version porte la modification, par l'en-tête If-Match.",
                errors=[FieldError("/header/If-Match", "missing", "En-tête obligatoire.")],
            )
        async with self._sessions() as session, session.begin():
            store = EventStore(session)
            event = await store.event(event_id, for_update=True)
            if event is None:
                raise EventUnknown("Cet événement n'existe pas.")
            _refuse_stale(event, values, if_match, await store.local_fields(event_id))
            changed = {name: value for name, value in values.items() if getattr(event, name) != value}
            if changed:
                _refuse_ages(event, changed)
                derived = {}
                if "long_description" in changed:
                    derived["long_description_html"] = render_markdown(changed["long_description"])
                for name, value in derived.items():
                    setattr(event, name, value)
                try:
                    await store.change(event, changed, by=by)
                except IntegrityError as error:
                    raise EventInvalid(
                        "Cette modification n'est pas possible : vérifiez les champs."
                    ) from error
            return describe(event, await store.local_fields(event_id))

    async def editions(self, *, before: int | None, limit: int) -> list[EditionRow]:
        """Return at most `limit` editions, the newest first, older than the year `before`."""
        async with self._sessions() as session, session.begin():
            return await EventStore(session).editions(before=before, limit=limit)


def _refuse_stale(event: EventRow, values: dict[str, Any], if_match: str, local_fields: list[str]) -> None:
    tags = {tag.strip() for tag in if_match.split(",")}
    if "*" not in tags and version_tag(event.version) not in tags:
        current = describe(event, local_fields)
        raise EventChangedMeanwhile(
            "Cet événement a été modifié entre-temps : comparez les deux versions, puis recommencez.",
            headers={"ETag": version_tag(event.version)},
            current={name: _plain(value) for name, value in current.items()},
            yours={name: _plain(value) for name, value in values.items()},
        )


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | float | bool | list | dict | None) else str(value)


def _refuse_ages(event: EventRow, changed: dict[str, Any]) -> None:
    low = changed.get("age_min", event.age_min)
    high = changed.get("age_max", event.age_max)
    if low is not None and high is not None and high < low:
        raise EventInvalid(
            "L'âge maximal est plus petit que l'âge minimal.",
            errors=[FieldError("/body/age_max", "below_age_min", f"Au moins {low} ans.")],
        )
