"""One run of a feed: fetch, stage, leave out what did not change, write the rest, withdraw, remember how far."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

import asyncpg
import orjson

from ombelle_events.feed.adapters.openagenda_v2 import SOURCE
from ombelle_events.feed.communes import Commune, CommuneIndex
from ombelle_events.feed.domain import LOCK_SPACE, FeedSummary, is_held_back, next_watermark, since
from ombelle_events.feed.fetching import Listing, PageFailed, RetryPolicy
from ombelle_events.feed.reading import ReadRow, RowReader, batches
from ombelle_events.feed.sources import KINDS, Adapter, FeedSettings, Source
from ombelle_events.feed.staging import Staging
from ombelle_events.feed.withdrawals import withdraw
from ombelle_events.feed.writer import BatchWriter

DONE, FAILED, UNKNOWN, INCOMPLETE, HELD, LOCKED = 0, 1, 2, 3, 4, 5
_TRIES: Final = 3
_MUCH: Final = 1_000
_TIDY: Final = (
    "VACUUM (ANALYZE, SKIP_LOCKED) agenda_card, agenda_day, event, event_session, venue, feed_record"
)

_RECORD: Final = """
SELECT audit_append('sync', 'feed_synced', 'feed', name, $2::jsonb) FROM feed WHERE id = $1
"""

Progress = Callable[[str], None]


class FeedUnknown(Exception):
    """No feed has this name."""


class FeedLocked(Exception):
    """Another run of this feed has not ended."""


@dataclass(slots=True)
class Outcome:
    """How a run ended: its counts, its exit code, and what to tell a person."""

    summary: FeedSummary
    code: int = DONE
    problems: list[str] = field(default_factory=list)
    report: dict[str, Any] | None = None

    @property
    def state(self) -> str:
        """The state that the run is stored under."""
        return {DONE: "complete", INCOMPLETE: "incomplete", HELD: "held"}.get(self.code, "failed")


async def sync_feed(
    database_url: str,
    name: str,
    *,
    full: bool = False,
    force: bool = False,
    public_url: str = "",
    progress: Progress | None = None,
    policy: RetryPolicy | None = None,
) -> Outcome:
    """Run the feed `name` once, on a connection of its own, and log the run.

    Args:
        database_url: of the role that owns the tables.
        name: the feed's.
        full: list everything and compare, instead of asking what changed since the last complete run.
        force: carry out withdrawals however many they are; an empty answer is refused all the same.
        public_url: our own address, by which a source may name an event of ours.
        progress: told in French how far it is.
        policy: how pages are tried.

    Raises:
        FeedUnknown: no feed has this name.
        FeedLocked: another run of it has not ended.
        asyncpg.PostgresError, OSError: PostgreSQL refuses or went away; what was committed stays, and the next
            run goes on from there.

    """
    connection = await asyncpg.connect(
        database_url,
        server_settings={"application_name": "events-sync", "timezone": "UTC", "jit": "off"},
    )
    try:
        feed = await _lock(connection, name)
        async with KINDS[feed.kind].client(feed, policy) as client:
            run = FeedRun(connection, feed, client, public_url=public_url, progress=progress)
            return await run.carry_out(full=full, force=force)
    except Exception as error:
        # The driver has many words for it; one blames the driver itself, before it knows that it is cut off.
        cut_off = connection.is_closed() or isinstance(error, asyncpg.InternalClientError)
        if cut_off and not isinstance(error, OSError):
            raise ConnectionResetError("PostgreSQL closed the connection of the run") from error
        raise
    finally:
        await connection.close()


async def _lock(connection: asyncpg.Connection, name: str) -> FeedSettings:
    row = await connection.fetchrow(
        "SELECT id, kind, url, agenda, key, territory, edition, meaning, watermark FROM feed WHERE name = $1",
        name,
    )
    if row is None:
        raise FeedUnknown(name)
    # Held by the session: it ends with the connection, however that ends.
    taken = await connection.fetchval(
        "SELECT pg_try_advisory_lock($1::integer, hashtext($2::text))", LOCK_SPACE, str(row["id"])
    )
    if not taken:
        raise FeedLocked(name)
    # Read again: a run that ended just before we locked may have moved the watermark.
    row = await connection.fetchrow(
        "SELECT id, kind, url, agenda, key, territory, edition, meaning, watermark FROM feed WHERE id = $1",
        row["id"],
    )
    if row is None:
        raise FeedUnknown(name)
    values = dict(row)
    territory = values.pop("territory")
    return FeedSettings(territory=None if territory is None else frozenset(territory), **values)


class FeedRun:
    """One run on a connection that holds the feed's lock."""

    def __init__(
        self,
        connection: asyncpg.Connection,
        feed: FeedSettings,
        source: Source,
        *,
        public_url: str = "",
        progress: Progress | None = None,
    ) -> None:
        self._connection = connection
        self._feed = feed
        self._kind = KINDS[feed.kind]
        self._source = source
        self._public_url = public_url
        self._tell = progress or (lambda _text: None)
        self._started = time.monotonic()
        self._outcome = Outcome(FeedSummary())
        self._communes = CommuneIndex()

    async def carry_out(self, *, full: bool, force: bool) -> Outcome:
        """Do the run from its first page to the end of its log.

        Raises:
            asyncpg.PostgresError, OSError: PostgreSQL refuses or went away; the run is left unfinished.

        """
        feed = self._feed
        try:
            agenda = await self._source.agenda()
        except PageFailed as failure:
            run_id, _ = await self._begin(full=full, force=force)
            self._incomplete(f"la source : {failure.detail}")
            return await self._end(run_id, None, None)
        adapter = self._kind.adapter(agenda, self._communes, feed, self._public_url)
        full = full or self._kind.whole or feed.watermark is None or feed.meaning != adapter.salt
        run_id, started_at = await self._begin(full=full, force=force)
        staging = Staging(self._connection, feed.id)
        listing = await self._fetch(staging, adapter, full=full)
        self._outcome.report = adapter.report()
        await self._apply(staging, adapter, listing_complete=listing and full)
        if listing:
            await self._withdraw(staging, full=full, force=force)
        await self._tidy()
        watermark = next_watermark(feed.watermark, staging.newest, started_at)
        return await self._end(run_id, watermark, adapter.salt)

    # --- reading -----------------------------------------------------------------------------------------

    async def _fetch(self, staging: Staging, adapter: Adapter, *, full: bool) -> bool:
        """Stage every page and say whether the listing is whole."""
        await staging.open(full=full)
        listing = Listing()
        bound = None if full or self._feed.watermark is None else since(self._feed.watermark)
        async for rows in self._source.rows(listing, bound):
            await staging.add(adapter.stage(row) for row in rows)
            of = f" sur {listing.announced}" if listing.announced else ""
            self._tell(f"page {listing.pages} : {staging.fetched} lignes{of}")
        await staging.close_listing()
        self._outcome.summary.fetched = staging.fetched
        if listing.problem is not None:
            self._incomplete(listing.problem)
        elif staging.distinct < listing.announced:
            self._incomplete(f"{staging.distinct} lignes vues sur {listing.announced} annoncées")
        elif staging.fetched == 0:
            await self._judge_empty(full=full)
        return self._outcome.code == DONE

    async def _judge_empty(self, *, full: bool) -> None:
        """Refuse an empty answer from an agenda that had events: a wrong key or address empties it as well."""
        had = await self._live_count()
        if had == 0:
            return
        if not full:
            # Nothing changed, or nothing is there: the whole agenda tells which.
            try:
                if await self._source.total() > 0:
                    return
            except PageFailed as failure:
                self._incomplete(f"la source entière : {failure.detail}")
                return
        self._outcome.code = HELD
        self._outcome.problems.append(
            f"la source répond qu'elle est vide alors que {had} événements en viennent : rien n'est retiré. "
            f"Vérifiez {self._kind.to_check}."
        )

    async def _fill_communes(self) -> None:
        rows = await self._connection.fetch(
            "SELECT insee, name, department_code, postal_codes, former_codes, latitude, longitude, "
            "point_source = 'town' AS exact FROM commune"
        )
        departments = await self._connection.fetch("SELECT code, name FROM department")
        self._communes.fill(
            (
                Commune(insee, name, department, tuple(postal), tuple(former), latitude, longitude, exact)
                for insee, name, department, postal, former, latitude, longitude, exact in rows
            ),
            [(code, name) for code, name in departments],
        )

    # --- writing -----------------------------------------------------------------------------------------

    async def _apply(self, staging: Staging, adapter: Adapter, *, listing_complete: bool) -> None:
        summary = self._outcome.summary
        changed = await staging.changed()
        summary.quarantined = staging.still_quarantined
        summary.unchanged = staging.live_distinct - len(changed) - summary.quarantined
        await staging.release_cured(complete_listing=listing_complete)
        if not changed:
            return
        await self._fill_communes()
        writer = BatchWriter(
            self._connection,
            feed_id=self._feed.id,
            source=SOURCE,
            parents=staging.parents,
        )
        await writer.open()
        async with aclosing(RowReader(adapter, self._feed.edition).read_ahead(staging, changed)) as ahead:
            async for batch in ahead:
                refused = batch.refused + await self._write(writer, batch.rows)
                if refused:
                    await writer.quarantine(refused)
                    summary.quarantined += len(refused)
                self._tell(f"{batch.done} lignes écrites sur {len(changed)}")

    async def _write(self, writer: BatchWriter, rows: Sequence[ReadRow]) -> list[tuple[int, str, str]]:
        """Write rows; where the database refuses one, the others are written all the same."""
        if not rows:
            return []
        for attempt in range(_TRIES):
            try:
                await writer.write(rows, self._outcome.summary, alone=attempt > 0)
            except (asyncpg.DeadlockDetectedError, asyncpg.UniqueViolationError):
                # Somebody else wrote the same thing meanwhile: what they wrote is found at the next try.
                if attempt == _TRIES - 1 and len(rows) == 1:
                    raise
            except (asyncpg.DataError, asyncpg.IntegrityConstraintViolationError) as error:
                if len(rows) == 1:
                    name = getattr(error, "constraint_name", None)
                    return [
                        (rows[0].seq, f"refusée par la base de données ({name or type(error).__name__})", "")
                    ]
                break
            else:
                return []
        half = len(rows) // 2
        return await self._write(writer, rows[:half]) + await self._write(writer, rows[half:])

    async def _withdraw(self, staging: Staging, *, full: bool, force: bool) -> None:
        leaving = await staging.leaving(full=full)
        if not leaving:
            return
        live = await self._live_count()
        if is_held_back(len(leaving), live) and not force:
            self._outcome.code = HELD
            self._outcome.problems.append(
                f"{len(leaving)} événements sur {live} disparaîtraient : rien n'est retiré. "
                "Si c'est bien voulu, relancez avec --force."
            )
            return
        for _, batch in batches(leaving):
            self._outcome.summary.withdrawn += await withdraw(self._connection, self._feed.id, batch)

    async def _tidy(self) -> None:
        """After a run that wrote much, do at once what PostgreSQL would do some minutes later: readers' searches
        would meanwhile go through the words that wait to be indexed.
        """
        summary = self._outcome.summary
        if summary.created + summary.updated + summary.restored + summary.withdrawn >= _MUCH:
            await self._connection.execute(_TIDY)

    async def _live_count(self) -> int:
        count: int = await self._connection.fetchval(
            "SELECT count(*) FROM feed_record WHERE feed_id = $1 AND withdrawn_at IS NULL", self._feed.id
        )
        return count

    # --- the log -----------------------------------------------------------------------------------------

    async def _begin(self, *, full: bool, force: bool) -> tuple[UUID, datetime]:
        # We hold the lock: a run still said to be running was cut off.
        await self._connection.execute(
            "UPDATE feed_run SET state = 'interrupted', finished_at = now() WHERE feed_id = $1 AND state = 'running'",
            self._feed.id,
        )
        row = await self._connection.fetchrow(
            "INSERT INTO feed_run (feed_id, mode, forced) VALUES ($1, $2, $3) RETURNING id, started_at",
            self._feed.id,
            "full" if full else "incremental",
            force,
        )
        return row["id"], row["started_at"].astimezone(UTC)

    async def _end(self, run_id: UUID, watermark: datetime | None, meaning: str | None) -> Outcome:
        """Log the end, and with it, in one commit, how far the next run need not look back."""
        outcome = self._outcome
        outcome.summary.complete = outcome.code == DONE
        outcome.summary.seconds = round(time.monotonic() - self._started, 3)
        async with self._connection.transaction():
            if outcome.summary.complete:
                await self._connection.execute(
                    "UPDATE feed SET watermark = $2, meaning = $3 WHERE id = $1 "
                    "AND (watermark, meaning) IS DISTINCT FROM ($2, $3)",
                    self._feed.id,
                    watermark,
                    meaning,
                )
            await self._connection.execute(
                "UPDATE feed_run SET state = $2, finished_at = now(), summary = $3, detail = $4, report = $5 "
                "WHERE id = $1",
                run_id,
                outcome.state,
                orjson.dumps(outcome.summary.as_dict()).decode(),
                " ".join(outcome.problems) or None,
                None if outcome.report is None else orjson.dumps(outcome.report).decode(),
            )
            if outcome.summary.has_changed_something:
                counts = {"run": str(run_id), "state": outcome.state, "counts": outcome.summary.as_dict()}
                await self._connection.execute(_RECORD, self._feed.id, orjson.dumps(counts).decode())
        return outcome

    def _incomplete(self, problem: str) -> None:
        self._outcome.code = INCOMPLETE
        self._outcome.problems.append(f"{problem}.")


def shown_counts(summary: Mapping[str, Any]) -> str:
    """The counts of a run in a French line."""
    words = (
        ("fetched", "lues"),
        ("created", "créées"),
        ("updated", "mises à jour"),
        ("unchanged", "inchangées"),
        ("withdrawn", "retirées"),
        ("restored", "rétablies"),
        ("quarantined", "en quarantaine"),
        ("conflicts", "conflits"),
        ("duplicates", "doublons possibles"),
    )
    counts = ", ".join(f"{summary[key]} {word}" for key, word in words if summary[key] or key == "fetched")
    return f"{counts} (en {summary['seconds']:.1f} s)"
