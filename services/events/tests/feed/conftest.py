from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from typing import Any

import asyncpg
import pytest
from archive_rows import record
from archive_server import Site, address
from archive_server import serving as serving_archive
from feed_command import Command
from feed_rows import row
from feed_server import KEY, Agenda, serving
from ombelle_events.feed.fetching import RetryPolicy
from ombelle_events.feed.sync import Outcome, sync_feed

FAST = RetryPolicy(tries=5, total=5, first_wait=0.001, longest_wait=0.004, request_timeout=2)
TERRITORY = ["02", "59", "60", "62", "80"]


class Feed:
    """A feed on a server of its own, and what tests ask of it."""

    def __init__(self, name: str, agenda: Agenda, database_url: str, connection: asyncpg.Connection) -> None:
        self.name, self.agenda, self.url, self.connection = name, agenda, database_url, connection

    async def add(self, base: str, territory: list[str] | None = TERRITORY, **values: Any) -> None:  # type: ignore[assignment]
        columns = {"kind": "openagenda-v2", "agenda": "4711", "key": KEY, "territory": territory, **values}
        names = ["name", "url", *columns]
        marks = ", ".join(f"${n}" for n in range(1, len(names) + 1))
        await self.connection.execute(
            f"INSERT INTO feed ({', '.join(names)}) VALUES ({marks})", self.name, base, *columns.values()
        )

    async def sync(self, **options: Any) -> Outcome:
        options.setdefault("policy", FAST)
        return await sync_feed(self.url, self.name, public_url="https://agenda.example", **options)

    async def shown(self) -> int:
        count: int = await self.connection.fetchval("SELECT count(*) FROM agenda_card")
        return count

    async def event(self, uid: int) -> asyncpg.Record:
        return await self.connection.fetchrow(
            "SELECT e.* FROM event e JOIN external_ref r ON r.event_id = e.id "
            "WHERE r.source = 'openagenda' AND r.external_id = $1",
            str(uid),
        )

    async def sessions(self, uid: int) -> list[asyncpg.Record]:
        event = await self.event(uid)
        found: list[asyncpg.Record] = await self.connection.fetch(
            "SELECT * FROM event_session WHERE event_id = $1 ORDER BY starts_at, ends_at", event["id"]
        )
        return found

    async def watermark(self) -> Any:
        return await self.connection.fetchval("SELECT watermark FROM feed WHERE name = $1", self.name)

    async def edit_here(self, uid: int, **values: Any) -> None:
        """Change fields as an administrator does."""
        event = await self.event(uid)
        for field, value in values.items():
            await self.connection.execute(f"UPDATE event SET {field} = $2 WHERE id = $1", event["id"], value)
            await self.connection.execute(
                "INSERT INTO event_local_edit (event_id, field, edited_by) VALUES ($1, $2, 'alice')",
                event["id"],
                field,
            )
        await self.connection.execute("SELECT refresh_cards(ARRAY[$1::uuid])", event["id"])


MakeFeed = Callable[..., Any]


@pytest.fixture
async def make_feed(territory_url: str, connection: asyncpg.Connection) -> AsyncIterator[Callable[..., Any]]:
    """Make a feed of some rows, served over HTTP; by default eight, two a page."""
    await connection.execute("DELETE FROM feed")
    async with AsyncExitStack() as stack:

        async def make(rows: list[Any] | None = None, name: str = "national", **values: Any) -> Feed:
            agenda = Agenda([row(uid) for uid in range(101, 109)] if rows is None else rows)
            agenda.page_size = 3
            base = await stack.enter_async_context(serving(agenda))
            feed = Feed(name, agenda, territory_url, connection)
            await feed.add(base, **values)
            return feed

        yield make


@pytest.fixture
async def feed(make_feed: MakeFeed) -> Feed:
    """A feed of eight events."""
    made: Feed = await make_feed()
    return made


class ArchiveFeed(Feed):
    """A feed of a past edition, on a site of its own."""

    def __init__(
        self, name: str, site: Site, base: str, database_url: str, connection: asyncpg.Connection
    ) -> None:
        super().__init__(name, site, database_url, connection)  # type: ignore[arg-type]
        self.site, self.base = site, base


@pytest.fixture
async def make_archive(
    territory_url: str, connection: asyncpg.Connection
) -> AsyncIterator[Callable[..., Any]]:
    """Make a feed of some records of 2017, served over HTTP; by default eight."""
    await connection.execute("DELETE FROM feed")
    async with AsyncExitStack() as stack:

        async def make(
            rows: list[Any] | None = None, name: str = "archive", form: str = "records", **values: Any
        ) -> ArchiveFeed:
            site = Site([record(str(uid)) for uid in range(601, 609)] if rows is None else rows)
            base = await stack.enter_async_context(serving_archive(site))
            feed = ArchiveFeed(name, site, base, territory_url, connection)
            settings = {"kind": "opendatasoft", "agenda": None, "key": None, "edition": 2017, **values}
            await feed.add(address(base, form) if "url" not in settings else settings.pop("url"), **settings)
            return feed

        yield make


@pytest.fixture
async def archive(make_archive: MakeFeed) -> ArchiveFeed:
    """A feed of eight records."""
    made: ArchiveFeed = await make_archive()
    return made


@pytest.fixture
async def command(territory_url: str, connection: asyncpg.Connection) -> Command:
    """The command, on an empty programme without feeds."""
    await connection.execute("DELETE FROM feed")
    return Command(territory_url)
