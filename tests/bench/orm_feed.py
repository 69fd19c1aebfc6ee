"""Baseline of a first load: SQLAlchemy's ORM, one row after another, each in a transaction of its own.

As a careful developer writes it: what is known is looked up by its natural key, places standing at the same spot
under nearly the same name are one, columns that the database fills are left to it, and the cards are rebuilt for the
event at hand. It reads rows with Ombelle's own adapter, so that only the writing is compared. It looks for no
duplicates, which Ombelle does in the measured time: the rows hold none.
"""

from collections.abc import AsyncIterator, Sequence
from datetime import date
from uuid import UUID

import orjson
from ombelle_events import all_tables as _every_table  # noqa: F401 (foreign keys are found by it)
from ombelle_events.feed.adapters.openagenda_v2 import SOURCE, StagedRow
from ombelle_events.feed.domain import EVENT_FIELDS, SourceEvent, SourcePlace, edition_dates
from ombelle_events.feed.sources import Adapter
from ombelle_events.feed.tables import FeedRecordRow, VenueRefRow
from ombelle_events.feed.venues import is_same_place
from ombelle_events.programme.tables import EditionRow, EventRow, EventSessionRow, ExternalRefRow, VenueRow
from ombelle_events.programme.texts import render_markdown
from ombelle_events.programme.vocabulary import UMBRELLA_TYPES
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

_LISTS = {"audience", "school_levels", "keywords", "accessibility", "registration"}
_PLACE = (
    "name", "address", "postal_code", "city", "insee", "latitude", "longitude", "phone", "email", "website", "access",
)  # fmt: skip


async def load(url: str, feed_id: UUID, adapter: Adapter, pages: Sequence[bytes]) -> int:
    """Load the rows of the pages, parents before their children, and return how many were written."""
    engine = create_async_engine(
        url.replace("postgresql:", "postgresql+asyncpg:", 1),
        connect_args={"server_settings": {"jit": "off", "timezone": "UTC"}},
    )
    sessions = async_sessionmaker(engine)
    written = 0
    async for staged in _in_order(adapter, pages):
        async with sessions() as session, session.begin():
            written += await _write(session, feed_id, adapter, staged)
    await engine.dispose()
    return written


async def _in_order(adapter: Adapter, pages: Sequence[bytes]) -> AsyncIterator[StagedRow]:
    staged = [adapter.stage(row) for page in pages for row in orjson.loads(page)["events"]]
    for row in (*(r for r in staged if r.parent is None), *(r for r in staged if r.parent is not None)):
        yield row


async def _write(session: AsyncSession, feed_id: UUID, adapter: Adapter, staged: StagedRow) -> int:
    """Write one row, unless it is as it was."""
    record = await session.get(FeedRecordRow, (feed_id, staged.external_id))
    if record is not None and record.digest == staged.digest:
        return 0
    read = adapter.read(staged.raw, staged.updated_at)
    venue = await _venue(session, read.place) if read.place is not None else None
    edition = await _edition(session, read.year) if read.year is not None else None
    parent = await _event_known_as(session, read.parent) if read.parent is not None else None
    event = EventRow(
        slug=await _free_slug(session, read),
        **{name: _plain(name, getattr(read, name)) for name in EVENT_FIELDS},
        long_description_html=render_markdown(read.long_description),
        structure="umbrella" if read.activity_type in UMBRELLA_TYPES else "single",
        parent_id=parent.id if parent is not None else None,
        venue_id=venue.id if venue is not None else None,
        edition_id=edition.id if edition is not None else None,
        publication="published",
    )
    session.add(event)
    await session.flush()
    for slot in read.sessions:
        session.add(
            EventSessionRow(
                event_id=event.id, starts_at=slot.starts_at, ends_at=slot.ends_at, timezone=read.timezone
            )
        )
    session.add(ExternalRefRow(source=SOURCE, external_id=read.external_id, event_id=event.id))
    session.add(
        FeedRecordRow(
            feed_id=feed_id,
            external_id=read.external_id,
            event_id=event.id,
            digest=staged.digest,
            leads=True,
            linked=False,
            source_updated_at=staged.updated_at,
            parent_external_id=staged.parent,
            notes=list(read.notes),
            applied=orjson.loads(orjson.dumps(read.applied(read.year))),
            raw=orjson.loads(staged.raw),
        )
    )
    await session.flush()
    await session.execute(select(func.refresh_cards([event.id])))
    return 1


async def _venue(session: AsyncSession, place: SourcePlace) -> VenueRow:
    ref = await session.get(VenueRefRow, (SOURCE, place.external_id))
    if ref is not None:
        venue = await session.get_one(VenueRow, ref.venue_id)
        if ref.leads:
            for column in _PLACE:  # what did not change is not written
                setattr(venue, column, getattr(place, column))
        return venue
    found = await _standing_there(session, place)
    venue = found or VenueRow(**{column: getattr(place, column) for column in _PLACE})
    session.add(venue)
    await session.flush()
    session.add(
        VenueRefRow(
            source=SOURCE,
            external_id=place.external_id,
            venue_id=venue.id,
            leads=found is None,
            source_updated_at=place.updated_at if found is None else None,
        )
    )
    return venue


async def _standing_there(session: AsyncSession, place: SourcePlace) -> VenueRow | None:
    if place.latitude is None or place.longitude is None:
        return None
    near = await session.scalars(
        select(VenueRow).where(
            VenueRow.latitude.between(place.latitude - 0.001, place.latitude + 0.001),
            VenueRow.longitude.between(place.longitude - 0.002, place.longitude + 0.002),
        )
    )
    for venue in near:
        if is_same_place(place, venue.name, venue.latitude or 0.0, venue.longitude or 0.0):
            return venue
    return None


async def _edition(session: AsyncSession, year: int) -> EditionRow:
    edition = await session.scalar(select(EditionRow).where(EditionRow.year == year))
    if edition is None:
        starts_on, ends_on = _dates(year)
        edition = EditionRow(year=year, starts_on=starts_on, ends_on=ends_on)
        session.add(edition)
        await session.flush()
    return edition


def _dates(year: int) -> tuple[date, date]:
    return edition_dates(year)


async def _event_known_as(session: AsyncSession, external_id: str) -> EventRow | None:
    ref = await session.get(ExternalRefRow, (SOURCE, external_id))
    return await session.get(EventRow, ref.event_id) if ref is not None else None


async def _free_slug(session: AsyncSession, read: SourceEvent) -> str:
    taken = await session.scalar(select(EventRow.id).where(EventRow.slug == read.slug))
    return read.slug if taken is None else f"{read.slug}-{read.external_id}"


def _plain(name: str, value: object) -> object:
    if name in _LISTS and isinstance(value, tuple):
        return list(value)
    return value
