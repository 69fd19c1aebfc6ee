from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Uuid, bindparam, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.programme.tables import (
    EditionRow,
    EventLocalEditRow,
    EventRow,
    EventSessionRow,
    OrganisationCopyRow,
)

_REFRESH = text("SELECT refresh_cards(:ids)").bindparams(bindparam("ids", type_=ARRAY(Uuid)))


async def refresh_cards(session: AsyncSession, event_ids: list[UUID]) -> None:
    """Rebuild what the agenda shows of these events, in this transaction."""
    await session.flush()
    await session.execute(_REFRESH, {"ids": event_ids})


_PROJECT: Final = text("SELECT true FROM project WHERE id = :id FOR KEY SHARE")
_NAMES: Final = text("""
SELECT (SELECT name FROM organisation_copy WHERE organisation_id = :organisation) AS organisation_name,
  (SELECT year FROM edition WHERE id = :edition) AS edition,
  (SELECT title FROM project WHERE id = :project) AS project_title,
  (SELECT title FROM event WHERE id = :parent) AS parent_title
""")
_LISTED: Final = (
    EventRow.id,
    EventRow.slug,
    EventRow.title,
    EventRow.structure,
    EventRow.parent_id,
    EventRow.status,
    EventRow.publication,
    EventRow.withdrawn_at,
    EventRow.holder,
    EventRow.organisation_id,
    EventRow.version,
    EventRow.updated_at,
)


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are listed: at most `count`, made before the one of id `before`."""

    before: UUID | None
    count: int
    organisation_id: UUID | None = None
    publication: str | None = None
    q: str | None = None


def _held_by(organisations: Collection[UUID] | None) -> list[ColumnElement[bool]]:
    return [] if organisations is None else [EventRow.organisation_id.in_(organisations)]


class EventStore:
    """The programme's events in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def event(
        self, event_id: UUID, *, of: Collection[UUID] | None = None, for_update: bool = False
    ) -> EventRow | None:
        """Return an event, held by one of the organisations `of` where those are given.

        It stays locked until the transaction ends when it is going to be changed. The lock lets others refer to the
        event: a sync that does, and that we wait for, would wait for us.
        """
        statement = select(EventRow).where(EventRow.id == event_id, *_held_by(of))
        return await self._session.scalar(
            statement.with_for_update(key_share=True) if for_update else statement
        )

    async def local_fields(self, event_id: UUID) -> list[str]:
        """Return the names of the fields that were edited here."""
        fields = await self._session.scalars(
            select(EventLocalEditRow.field)
            .where(EventLocalEditRow.event_id == event_id)
            .order_by(EventLocalEditRow.field)
        )
        return list(fields)

    async def change(self, event: EventRow, values: dict[str, Any], *, by: str) -> None:
        """Write the values, remember them as edited here, raise the version and rebuild the card."""
        for name, value in values.items():
            setattr(event, name, value)
        event.version += 1
        event.updated_at = datetime.now(UTC)
        fields = [{"event_id": event.id, "field": name, "edited_by": by} for name in values]
        edits = insert(EventLocalEditRow).values(fields)
        await self._session.execute(
            edits.on_conflict_do_update(
                index_elements=["event_id", "field"],
                set_={"edited_at": datetime.now(UTC), "edited_by": by},
            )
        )
        await refresh_cards(self._session, [event.id])

    async def events(self, wanted: EventFilter, *, of: Collection[UUID] | None) -> Sequence[RowMapping]:
        """Return events, the last made first, held by one of the organisations `of` where those are given."""
        conditions = [*_held_by(of)]
        if wanted.before is not None:
            conditions.append(EventRow.id < wanted.before)
        if wanted.organisation_id is not None:
            conditions.append(EventRow.organisation_id == wanted.organisation_id)
        if wanted.publication is not None:
            conditions.append(EventRow.publication == wanted.publication)
        if wanted.q is not None:
            conditions.append(func.strpos(func.fold(EventRow.title), func.fold(wanted.q)) > 0)
        sessions = EventSessionRow.event_id == EventRow.id
        statement = (
            select(
                *_LISTED,
                select(func.min(EventSessionRow.starts_at))
                .where(sessions)
                .scalar_subquery()
                .label("starts_at"),
                select(func.max(EventSessionRow.ends_at)).where(sessions).scalar_subquery().label("ends_at"),
                EditionRow.year.label("edition"),
                OrganisationCopyRow.name.label("organisation_name"),
            )
            .outerjoin(EditionRow, EditionRow.id == EventRow.edition_id)
            .outerjoin(OrganisationCopyRow, OrganisationCopyRow.organisation_id == EventRow.organisation_id)
            .where(*conditions)
            .order_by(EventRow.id.desc())
            .limit(wanted.count)
        )
        return (await self._session.execute(statement)).mappings().all()

    async def names_around(self, event: EventRow) -> dict[str, Any]:
        """Return the names of what an event is part of: who holds it, its year, its project, its village."""
        values = {
            "organisation": event.organisation_id, "edition": event.edition_id, "project": event.project_id,
            "parent": event.parent_id,
        }  # fmt: skip
        return dict((await self._session.execute(_NAMES, values)).mappings().one())

    async def is_project(self, project_id: UUID) -> bool:
        """Say whether there is such a project; it stays until the transaction ends."""
        return bool(await self._session.scalar(_PROJECT, {"id": project_id}))

    async def editions(self, *, before: int | None, limit: int) -> list[EditionRow]:
        """Return at most `limit` editions, the newest first, older than the year `before`."""
        statement = select(EditionRow).order_by(EditionRow.year.desc()).limit(limit)
        if before is not None:
            statement = statement.where(EditionRow.year < before)
        return list(await self._session.scalars(statement))
