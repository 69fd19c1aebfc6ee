"""A batch of rows becomes events, sessions, places, records and cards in one transaction: readers see all or none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

import asyncpg
import orjson

from ombelle_events.feed import statements as sql
from ombelle_events.feed.conflicts import Disagreement, disagreements, open_conflicts
from ombelle_events.feed.domain import (
    EVENT_FIELDS,
    LINKED_FIELDS,
    FeedSummary,
    SourceEvent,
    edition_dates,
)
from ombelle_events.feed.reading import ReadRow
from ombelle_events.feed.sessions import COLUMNS as SESSION_COLUMNS
from ombelle_events.feed.sessions import rewrite_sessions
from ombelle_events.feed.venues import VenueWriter, new_ids
from ombelle_events.programme.duplicates import find_duplicates
from ombelle_events.programme.vocabulary import UMBRELLA_TYPES
from ombelle_events.transactions import ALONE, WITH_OTHERS

_LISTS: Final = {"audience", "school_levels", "keywords", "accessibility"}
_JSON: Final = {"registration", "additional", "image"}
_NEW_EVENT: Final = ("id", "slug", *sql.WRITTEN, "structure", "parent_id", "publication")
_FIELDS: Final = frozenset((*EVENT_FIELDS, *LINKED_FIELDS))


@dataclass(slots=True)
class _Existing:
    event_id: UUID
    has_record: bool
    linked: bool
    leads: bool
    withdrawn: bool
    applied: dict[str, Any] | None


@dataclass(slots=True)
class _Batch:
    rows: Sequence[ReadRow]
    existing: dict[str, _Existing]
    edits: dict[UUID, set[str]]
    venues: Mapping[str, UUID] = field(default_factory=dict)
    editions: Mapping[int, UUID] = field(default_factory=dict)
    created: dict[str, UUID] = field(default_factory=dict)
    touched: set[UUID] = field(default_factory=set)
    changed: set[UUID] = field(default_factory=set)


class BatchWriter:
    """Writes batches of one run; counts into its summary only what was committed."""

    def __init__(
        self,
        connection: asyncpg.Connection,
        *,
        feed_id: UUID,
        source: str,
        parents: set[str],
    ) -> None:
        """Prepare a run.

        Args:
            connection: the run's own; the rows are staged on it.
            feed_id: the feed.
            source: the name of the platform, under which ids are known.
            parents: ids that some row of this run names as its parent.

        """
        self._connection = connection
        self._feed_id = feed_id
        self._source = source
        self._parents = parents
        self._venues = VenueWriter(connection, source)
        self._uncounted = False

    async def open(self) -> None:
        """Make the work tables."""
        await self._connection.execute(sql.CREATE_WORK_TABLES)
        self._uncounted = await self._connection.fetchval(sql.UNCOUNTED)

    async def write(self, rows: Sequence[ReadRow], summary: FeedSummary, *, alone: bool = False) -> None:
        """Write rows in one transaction; `alone`, while no other batch and no decision of the desk is written.

        Raises:
            asyncpg.PostgresError: nothing of the batch was written.

        """
        counts = FeedSummary()
        async with self._connection.transaction():
            await self._connection.execute(ALONE if alone else WITH_OTHERS)
            await self._write(rows, counts)
        for name in ("created", "updated", "unchanged", "restored", "conflicts", "duplicates"):
            setattr(summary, name, getattr(summary, name) + getattr(counts, name))

    async def quarantine(self, refused: Sequence[tuple[int, str, str]]) -> None:
        """Put rows aside: (place in the staging, reason, pointer) of each."""
        await self._connection.execute(
            sql.QUARANTINE, self._feed_id, *(list(column) for column in zip(*refused, strict=True))
        )

    async def _write(self, rows: Sequence[ReadRow], counts: FeedSummary) -> None:
        batch = await self._look_up(rows)
        places = [row.event.place for row in rows if row.event.place is not None]
        batch.venues, moved_venues = await self._venues.write(places)
        batch.editions = await self._write_editions(rows)
        if moved_venues:
            at = await self._connection.fetch(sql.EVENTS_AT, list(moved_venues))
            batch.touched |= {event_id for (event_id,) in at}
        await self._create(batch)
        await self._update(batch)
        await self._rewrite_sessions(batch)
        await self._write_records(batch)
        restored = await self._restore(batch)
        await self._write_families(batch)
        counts.conflicts = await open_conflicts(self._connection, self._feed_id, _disagreements(batch))
        await self._count_tables()
        await self._refresh(batch.touched | batch.changed)
        counts.duplicates = await find_duplicates(
            self._connection, [*batch.created.values(), *sorted(batch.changed)]
        )
        counts.created, counts.restored = len(batch.created), restored
        self._count(batch, counts)

    async def _count_tables(self) -> None:
        """Of tables that were empty, the planner knows nothing: the first batch tells it what they are like."""
        if self._uncounted:
            await self._connection.execute(sql.COUNT_TABLES)
            self._uncounted = False

    def _count(self, batch: _Batch, counts: FeedSummary) -> None:
        for row in batch.rows:
            known = batch.existing.get(row.event.external_id)
            if known is None or known.withdrawn:
                continue
            if known.event_id in batch.changed or (known.leads and _place_changed(known, row)):
                counts.updated += 1
            else:
                counts.unchanged += 1

    # --- what is already there ---------------------------------------------------------------------------

    async def _look_up(self, rows: Sequence[ReadRow]) -> _Batch:
        ids = [row.event.external_id for row in rows]
        found = await self._connection.fetch(sql.EXISTING, self._feed_id, self._source, ids)
        existing = {
            r["external_id"]: _Existing(
                event_id=r["event_id"] or r["known_id"],
                has_record=r["event_id"] is not None,
                linked=bool(r["linked"]),
                leads=r["may_lead"] and not r["linked"],
                withdrawn=bool(r["withdrawn"]),
                applied=orjson.loads(r["applied"]) if r["applied"] else None,
            )
            for r in found
        }
        existing |= await self._linked([row.event for row in rows if row.event.external_id not in existing])
        events = sorted({known.event_id for known in existing.values()})
        edits: dict[UUID, set[str]] = {}
        if events:
            # Locked before the local edits are read: one made meanwhile is seen, or waits for us.
            await self._connection.fetch(sql.LOCK_EVENTS, events)
            for event_id, fields in await self._connection.fetch(sql.LOCAL_EDITS, events):
                edits[event_id] = _with_companions(set(fields))
        return _Batch(rows, existing, edits)

    async def _linked(self, unknown: Sequence[SourceEvent]) -> dict[str, _Existing]:
        """Rows that say they are an event of ours, and are not known under another."""
        saying = [e for e in unknown if e.local_id or e.local_slug]
        if not saying:
            return {}
        own = await self._connection.fetch(
            sql.OWN_EVENTS,
            [e.local_id for e in saying if e.local_id],
            [e.local_slug for e in saying if e.local_slug],
        )
        by_name = {str(event_id): event_id for event_id, _ in own} | {
            slug: event_id for event_id, slug in own
        }
        found = {}
        for event in saying:
            event_id = by_name.get(event.local_id or event.local_slug or "")
            if event_id is not None:
                found[event.external_id] = _Existing(
                    event_id, has_record=False, linked=True, leads=False, withdrawn=False, applied=None
                )
        return found

    async def _write_editions(self, rows: Sequence[ReadRow]) -> dict[int, UUID]:
        years = sorted({row.year for row in rows if row.year is not None})
        found = dict(await self._connection.fetch(sql.EDITIONS, years))
        missing = [year for year in years if year not in found]
        if missing:
            dates = [edition_dates(year) for year in missing]
            await self._connection.execute(
                sql.INSERT_EDITIONS, missing, [d[0] for d in dates], [d[1] for d in dates]
            )
            found = dict(await self._connection.fetch(sql.EDITIONS, years))
        return found

    # --- events ------------------------------------------------------------------------------------------

    async def _create(self, batch: _Batch) -> None:
        rows = [row for row in batch.rows if row.event.external_id not in batch.existing]
        if not rows:
            return
        new = [row.event for row in rows]
        ids = await new_ids(self._connection, len(new))
        batch.created = dict(zip((e.external_id for e in new), ids, strict=True))
        slugs = await self._slugs(new)
        # Whatever a row names as its parent becomes an umbrella, in this very batch too.
        parents = await self._known_parents(new) | batch.created
        records = []
        for row in rows:
            event = row.event
            structure, parent_id = self._place_in_family(event, parents)
            values = [_value(row, column, batch) for column in sql.WRITTEN]
            event_id = batch.created[event.external_id]
            records.append((event_id, slugs[event.external_id], *values, structure, parent_id, "published"))
        await self._connection.copy_records_to_table("event", records=records, columns=_NEW_EVENT)
        await self._connection.copy_records_to_table(
            "event_session",
            records=[
                (batch.created[event.external_id], s.starts_at, s.ends_at, event.timezone)
                for event in new
                for s in event.sessions
            ],
            columns=SESSION_COLUMNS,
        )
        batch.touched |= set(ids)

    def _place_in_family(self, event: SourceEvent, parents: Mapping[str, UUID]) -> tuple[str, UUID | None]:
        if event.external_id in self._parents:
            return "umbrella", None
        parent_id = parents.get(event.parent) if event.parent else None
        if parent_id is not None:
            return "single", parent_id
        return ("umbrella" if event.activity_type in UMBRELLA_TYPES else "single"), None

    async def _known_parents(self, new: Iterable[SourceEvent]) -> dict[str, UUID]:
        named = sorted({e.parent for e in new if e.parent})
        if not named:
            return {}
        found = await self._connection.fetch(
            "SELECT ref.external_id, e.id FROM external_ref ref JOIN event e ON e.id = ref.event_id "
            "WHERE ref.source = $1 AND ref.external_id = ANY ($2::text[]) AND e.structure = 'umbrella'",
            self._source,
            named,
        )
        return dict(found)

    async def _slugs(self, new: Sequence[SourceEvent]) -> dict[str, str]:
        """An address for each: the source's own words when they are free, else with the source's id."""
        wanted = {e.external_id: (e.slug, f"{e.slug[:90].rstrip('-')}-{e.external_id}") for e in new}
        candidates = [slug for pair in wanted.values() for slug in pair]
        taken = {
            slug
            for (slug,) in await self._connection.fetch(
                "SELECT slug FROM event WHERE slug = ANY ($1::text[])", candidates
            )
        }
        slugs: dict[str, str] = {}
        for external_id, pair in wanted.items():
            free = next((slug for slug in pair if slug not in taken), None)
            slug = free or f"{pair[1]}-{self._feed_id.hex[-12:]}"
            taken.add(slug)
            slugs[external_id] = slug
        return slugs

    async def _update(self, batch: _Batch) -> None:
        records = []
        for row in batch.rows:
            known = batch.existing.get(row.event.external_id)
            if known is None or not known.leads:
                continue
            kept = sorted(batch.edits.get(known.event_id, ()))
            values = [_value(row, column, batch) for column in sql.WRITTEN]
            records.append((known.event_id, *values, kept))
        if not records:
            return
        await self._connection.copy_records_to_table(
            "incoming_event", schema_name="pg_temp", records=records, columns=("id", *sql.WRITTEN, "kept")
        )
        batch.changed |= {event_id for (event_id,) in await self._connection.fetch(sql.UPDATE_EVENTS)}

    async def _rewrite_sessions(self, batch: _Batch) -> None:
        wanted = {
            known.event_id: row.event
            for row in batch.rows
            if (known := batch.existing.get(row.event.external_id)) is not None
            and known.leads
            and "sessions" not in batch.edits.get(known.event_id, ())
        }
        if wanted:
            batch.changed |= await rewrite_sessions(self._connection, wanted)

    # --- records, families, conflicts --------------------------------------------------------------------

    async def _write_records(self, batch: _Batch) -> None:
        records, led = [], set(batch.created.values())
        for row in batch.rows:
            event = row.event
            known = batch.existing.get(event.external_id)
            event_id = known.event_id if known else batch.created[event.external_id]
            leads = known is None
            if known is not None and known.leads and event_id not in led:
                leads = True
                led.add(event_id)
            linked = bool(known and known.linked)
            records.append((row.seq, event_id, leads, linked, list(event.notes), row.applied))
        await self._connection.copy_records_to_table(
            "incoming_record",
            schema_name="pg_temp",
            records=records,
            columns=("seq", "event_id", "leads", "linked", "notes", "applied"),
        )
        await self._connection.execute(sql.WRITE_RECORDS, self._feed_id)
        ids = [row.event.external_id for row in batch.rows]
        await self._connection.execute(sql.INSERT_REFS, self._source, ids, [r[1] for r in records])
        await self._connection.execute(sql.RELEASE, self._feed_id, ids)

    async def _restore(self, batch: _Batch) -> int:
        back = [known for known in batch.existing.values() if known.has_record and known.withdrawn]
        shown = sorted({known.event_id for known in batch.existing.values() if not known.linked})
        if shown:
            found = await self._connection.fetch(sql.RESTORE, shown)
            batch.touched |= {event_id for (event_id,) in found}
        return len(back)

    async def _write_families(self, batch: _Batch) -> None:
        ids = [row.event.external_id for row in batch.rows]
        family = [
            event_id
            for (event_id,) in await self._connection.fetch(sql.FAMILY, self._feed_id, self._source, ids)
        ]
        family.sort()
        await self._connection.fetch(sql.LOCK_EVENTS, family)
        for statement in (sql.STRUCTURES, sql.PARENTS):
            found = await self._connection.fetch(statement, self._source, family)
            batch.changed |= {event_id for (event_id,) in found}

    async def _refresh(self, events: set[UUID]) -> None:
        if events:
            await self._connection.execute(sql.REFRESH, sorted(events))


def _value(row: ReadRow, column: str, batch: _Batch) -> Any:
    """What a row puts in a column of `event`."""
    if column == "venue_id":
        return batch.venues[row.event.place.external_id] if row.event.place else None
    if column == "edition_id":
        return batch.editions[row.year] if row.year is not None else None
    if column == "long_description_html":
        return row.long_description_html
    value = getattr(row.event, column)
    if column in _JSON:
        return None if value is None else orjson.dumps(value).decode()
    return list(value) if column in _LISTS and value is not None else value


def _disagreements(batch: _Batch) -> list[Disagreement]:
    found: list[Disagreement] = []
    for row in batch.rows:
        known = batch.existing.get(row.event.external_id)
        if known is None or known.applied is None or not (known.leads or known.linked):
            continue
        # A linked event is ours as a whole.
        edited = _FIELDS if known.linked else batch.edits.get(known.event_id, set())
        if edited:
            after = orjson.loads(row.applied)
            found += disagreements(known.event_id, known.applied, after, edited)
    return found


def _place_changed(known: _Existing, row: ReadRow) -> bool:
    """Say whether the source tells something else of the place than last time."""
    if known.applied is None:
        return False
    return bool(known.applied.get("venue") != orjson.loads(row.applied)["venue"])


def _with_companions(fields: set[str]) -> set[str]:
    """One age bounds the other: whoever edits one keeps both."""
    return fields | {"age_min", "age_max"} if fields & {"age_min", "age_max"} else fields
