"""The same programme synced and edited where nobody is killed: what a state is compared with."""

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from uuid import UUID

import asyncpg
from ombelle_chassis.database import create_engine, session_maker
from ombelle_events import all_tables  # noqa: F401 -- a row is written once every table that it names is known
from ombelle_events.feed.sync import sync_feed
from ombelle_events.geography.loader import load_territory
from ombelle_events.programme.service import ProgrammeService
from ombelle_events.reach import Reach

from faults.editors import Edited
from faults.programme import AGENDA_UID
from faults.source import KEY, Source
from faults.syncs import FEED


def feed_words(source: Source) -> list[str]:
    """The words that add the synthetic feed, the same wherever it is added."""
    return [
        "feeds",
        "add",
        FEED,
        "--kind",
        "openagenda-v2",
        "--url",
        source.url,
        "--agenda",
        str(AGENDA_UID),
        "--key",
        KEY,
    ]


class Undisturbed:
    """A database of its own, worked on by one program after the other."""

    def __init__(self, url: str) -> None:
        self.url = url

    async def prepare(self, source: Source) -> None:
        """Load the territory and add the feed."""
        await load_territory(self.url, "hauts-de-france")
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "ombelle_events", *feed_words(source)),
            env=os.environ | {"EVENTS_DATABASE_URL": self.url},
            stdout=asyncio.subprocess.DEVNULL,
        )
        assert await process.wait() == 0

    async def sync(self) -> None:
        """Bring it to what the source tells now."""
        for full in (True, False):
            outcome = await sync_feed(self.url, FEED, full=full)
            assert outcome.summary.complete, outcome

    async def edit(self, ours: str, done: Mapping[Edited, Sequence[str]]) -> None:
        """Make the edits that were made in the database `ours`, each once, ending with the same texts."""
        theirs = await asyncpg.connect(self.url)
        stack = await asyncpg.connect(ours)
        engine = create_engine(self.url, application_name="undisturbed")
        programme = ProgrammeService(session_maker(engine))
        try:
            by = await stack.fetchval("SELECT max(edited_by) FROM event_local_edit")
            reach = Reach(by, None)
            for event, marks in done.items():
                slug, end = await stack.fetchrow(
                    f"SELECT slug, {event.field} FROM event WHERE id = $1", UUID(event.id)
                )
                event_id = await theirs.fetchval("SELECT id FROM event WHERE slug = $1", slug)
                # the words between are learnt too, in whatever order they came
                texts = [*(f"{end} {mark}" for mark in marks[1:]), end]
                for text in texts:
                    await programme.change_event(event_id, {event.field: text}, if_match="*", reach=reach)
        finally:
            await engine.dispose()
            await theirs.close()
            await stack.close()
