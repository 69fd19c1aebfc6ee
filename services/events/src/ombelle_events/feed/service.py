"""Feeds as the administrator keeps them: declared, changed, removed, run. Each use case is one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError, InvalidInput
from sqlalchemy import RowMapping
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.feed.declaration import (
    Declaration,
    DeclarationRefused,
    departments_of,
    read_declaration,
)
from ombelle_events.feed.errors import (
    FeedChangedMeanwhile,
    FeedExists,
    FeedRunning,
    FeedVersionNeeded,
    RunNotFound,
)
from ombelle_events.feed.queue import enqueue_sync
from ombelle_events.feed.store import FeedStore, feed_unknown
from ombelle_events.feed.tables import FeedRow, FeedRunRow
from ombelle_events.programme.service import version_tag

_SETTINGS: Final = ("name", "kind", "url", "agenda", "key", "territory", "edition", "every_minutes")


class FeedService:
    """Feeds as the administrator sees them. The key goes in and never comes out."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def feeds(self, after: str, count: int) -> Sequence[RowMapping]:
        """Return feeds in the order of their names."""
        async with self._sessions() as session, session.begin():
            return await FeedStore(session).feeds(after, count)

    async def feed(self, name: str) -> RowMapping:
        """Return one feed. Raises FeedNotFound."""
        async with self._sessions() as session, session.begin():
            return await FeedStore(session).feed(name)

    async def declare(self, values: Mapping[str, Any], *, territory: str, by: str) -> RowMapping:
        """Add a feed.

        Args:
            values: by the names of its settings; without `territory`, the departments of the configured one.
            territory: the configured territory.
            by: who adds it.

        Raises:
            InvalidInput: a setting cannot be so.
            FeedExists: the name is taken.

        """
        declared = _read({"territory": departments_of(territory), **values})
        async with self._sessions() as session, session.begin():
            store = FeedStore(session)
            try:
                await store.add(FeedRow(**asdict(declared)))
            except IntegrityError as error:
                raise FeedExists(
                    f"Un flux s'appelle déjà « {declared.name} » : choisissez un autre nom."
                ) from error
            found = await store.feed(declared.name)
            await _record(session, "feed_added", declared.name, by, _told(asdict(declared)))
            return found

    async def change(
        self, name: str, values: Mapping[str, Any], *, if_match: str | None, by: str
    ) -> RowMapping:
        """Change settings of a feed. At another address or agenda, it is listed whole at the next run.

        Raises:
            FeedNotFound: no feed has this name.
            FeedVersionNeeded: `if_match` is missing.
            FeedChangedMeanwhile: the feed has another version.
            FeedRunning: it is being read where it was.
            InvalidInput: a setting cannot be so.

        """
        async with self._sessions() as session, session.begin():
            store = FeedStore(session)
            feed = await _held(store, name, if_match)
            before = {field: getattr(feed, field) for field in _SETTINGS}
            # A file was named by somebody with a shell; it may stay, and no other may come.
            declared = asdict(_read({**before, **values}, known_url=feed.url))
            changed = {field: value for field, value in declared.items() if before[field] != value}
            if {"url", "agenda"} & changed.keys():
                await _refuse_running(store, feed)
                feed.watermark = None
            for field, value in changed.items():
                setattr(feed, field, value)
            if changed:
                feed.version += 1
            await session.flush()
            if changed:
                values = {
                    "before": _told({field: before[field] for field in changed}),
                    "after": _told(changed),
                }
                await _record(session, "feed_changed", name, by, values)
            return await store.feed(name)

    async def remove(self, name: str, *, if_match: str | None, by: str) -> None:
        """Remove a feed; the events that it brought stay.

        Raises:
            FeedNotFound: no feed has this name.
            FeedVersionNeeded: `if_match` is missing.
            FeedChangedMeanwhile: the feed has another version.
            FeedRunning: a run of it has not ended.

        """
        async with self._sessions() as session, session.begin():
            store = FeedStore(session)
            feed = await _held(store, name, if_match)
            await _refuse_running(store, feed)
            await store.remove(feed)
            await session.flush()
            await _record(session, "feed_removed", name, by, {})

    async def runs(self, name: str, before: UUID | None, count: int) -> Sequence[FeedRunRow]:
        """Return runs of a feed, the newest first. Raises FeedNotFound."""
        async with self._sessions() as session, session.begin():
            store = FeedStore(session)
            return await store.runs(await store.required_id(name), before, count)

    async def run(self, name: str, run_id: UUID) -> FeedRunRow:
        """Return one run.

        Raises:
            FeedNotFound, RunNotFound: there is none.

        """
        async with self._sessions() as session, session.begin():
            store = FeedStore(session)
            found = await store.run(await store.required_id(name), run_id)
        if found is None:
            raise RunNotFound("Cette synchronisation n'existe pas dans ce flux.")
        return found

    async def ask_for_run(self, name: str, *, full: bool, force: bool, by: str) -> bool:
        """Queue a run for the worker, and say whether it was not waiting already. Raises FeedNotFound."""
        async with self._sessions() as session, session.begin():
            store = FeedStore(session)
            await store.required_id(name)
            queued = await enqueue_sync(await store.raw_connection(), name, full=full, force=force)
            await _record(session, "feed_run_asked", name, by, {"full": full, "force": force})
            return queued


async def _record(session: AsyncSession, action: str, name: str, by: str, values: Mapping[str, Any]) -> None:
    await record(session, actor=by, action=action, subject_kind="feed", subject_id=name, values=values)


def _told(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings as the log may hold them: of the key, whether there is one."""
    return {**settings, **({"key": settings["key"] is not None} if "key" in settings else {})}


def _read(values: Mapping[str, Any], *, known_url: str | None = None) -> Declaration:
    try:
        return read_declaration(values, files=values["url"] == known_url)
    except DeclarationRefused as refused:
        where = ", ".join(f"/body/{field}" for field in refused.faults)
        raise InvalidInput(
            f"La demande n'est pas valable : {where}.",
            errors=[
                FieldError(f"/body/{field}", "invalid", fault) for field, fault in refused.faults.items()
            ],
        ) from refused


async def _held(store: FeedStore, name: str, if_match: str | None) -> FeedRow:
    """Return a feed's row, locked, when it still has the version that the change is made on."""
    if if_match is None:
        raise FeedVersionNeeded(
            "Dites sur quelle version porte la demande, par l'en-tête If-Match.",
            errors=[FieldError("/header/If-Match", "missing", "En-tête obligatoire.")],
        )
    feed = await store.locked(name)
    if feed is None:
        raise feed_unknown(name)
    tags = {tag.strip() for tag in if_match.split(",")}
    if "*" not in tags and version_tag(feed.version) not in tags:
        raise FeedChangedMeanwhile(
            "Ce flux a changé entre-temps : relisez-le, puis recommencez.",
            headers={"ETag": version_tag(feed.version)},
        )
    return feed


async def _refuse_running(store: FeedStore, feed: FeedRow) -> None:
    if await store.is_running(feed.id):
        raise FeedRunning("Une synchronisation de ce flux est en cours : attendez sa fin.")
