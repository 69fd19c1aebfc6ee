"""Readers of the public agenda, each in its own way, until told to stop."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from faults.http import Client
from faults.programme import communes
from faults.wholeness import Item, Wholeness

API = "/api/v1/agenda"
PACE = 0.03  # seconds a reader takes to look at what it got


class Mirror:
    """A copy of the agenda kept by its changes alone, its cursor kept whatever happens."""

    def __init__(self, wholeness: Wholeness) -> None:
        self._wholeness = wholeness
        self._cursor: str | None = None
        self.items: dict[str, Item] = {}

    async def follow(self, client: Client) -> bool:
        """Take one page of changes in; say whether more wait."""
        since = f"&since={self._cursor}" if self._cursor else ""
        answer = await client.ask(f"{API}/changes?limit=300{since}")
        if answer is None or answer.status != 200:
            return True
        for change in answer.body["items"]:
            if change["change"] == "delete":
                self.items.pop(change["id"], None)
            else:
                self._wholeness.item("changes", change["event"])
                self.items[change["id"]] = change["event"]
        self._cursor = answer.body["next"]
        return bool(answer.body["more"])


class Readers:
    """Lists, pages, facets and a mirror, read at the same time. `mirror` outlives them."""

    def __init__(self, wholeness: Wholeness, mirror: Mirror, chance: random.Random) -> None:
        self._wholeness, self._mirror, self._chance = wholeness, mirror, chance
        self._cards: dict[str, Item] = {}
        self._last_seen: dict[str, int] = {}
        self._held: str | None = None

    @asynccontextmanager
    async def reading(self, client: Client) -> AsyncIterator[None]:
        """Read for the length of a `with`; what a reader stumbles over is raised at its end."""
        stop = asyncio.Event()
        ways = (
            self._pages,
            self._one_commune,
            self._details,
            self._details,
            self._facets,
            self._same,
            self._changes,
        )
        tasks = [asyncio.create_task(_again(way, client, stop)) for way in ways]
        try:
            yield
        finally:
            stop.set()
            await asyncio.gather(*tasks)

    async def _list(self, client: Client, query: str, *, is_whole_set: bool = False) -> str | None:
        """Read a page of the list; return the cursor of the next."""
        answer = await client.ask(f"{API}?{query}")
        if answer is None or answer.status != 200:
            return None
        self._wholeness.page(query, answer.body, is_whole_set=is_whole_set)
        for item in answer.body["items"]:
            self._cards[item["slug"]] = item
        following: str | None = answer.body["next"]
        return following

    async def _pages(self, client: Client) -> None:
        """Walk through the list."""
        day = f"2031-10-{self._chance.randrange(1, 26):02d}"
        after: str | None = None
        for _ in range(4):
            after = await self._list(client, f"from={day}&limit=60" + (f"&after={after}" if after else ""))
            if after is None:
                return

    async def _one_commune(self, client: Client) -> None:
        """Ask for so few events that one page shows all that the total counts."""
        codes = ",".join(commune[0] for commune in self._chance.sample(communes(), 60))
        await self._list(client, f"commune={codes}&limit=300", is_whole_set=True)

    async def _details(self, client: Client) -> None:
        """Open an event that was seen in a list, and see whether both say the same."""
        if not self._cards:
            return
        slug = self._chance.choice(list(self._cards)[-400:])
        card = self._cards[slug]
        answer = await client.ask(f"{API}/{slug}")
        if answer is None or answer.status == 503:
            return
        if answer.status != 200:
            if answer.status != 410:
                self._wholeness.wrong(slug, card, f"{answer.status} for an event that a list showed")
            self._cards.pop(slug, None)
            return
        version = self._wholeness.detail(slug, answer.body)
        self._wholeness.agree(slug, card, answer.body)
        if version is not None and version < self._last_seen.setdefault(slug, version):
            self._wholeness.wrong(slug, answer.body, f"back from version {self._last_seen[slug]}")
        self._last_seen[slug] = version or 0

    async def _facets(self, client: Client) -> None:
        day = f"2031-10-{self._chance.randrange(1, 28):02d}"
        answer = await client.ask(f"{API}/facets?from={day}")
        if answer is not None and answer.status == 200:
            self._wholeness.facets(f"facets from {day}", answer.body)

    async def _same(self, client: Client) -> None:
        """Ask for one page again and again, saying what is held already."""
        condition = {"If_None_Match": self._held} if self._held else {}
        answer = await client.ask(f"{API}?limit=20", **condition)
        if answer is None or answer.status == 503:
            return
        if answer.status == 304 and answer.etag != self._held:
            self._wholeness.wrong("?limit=20", {}, f"304 for {self._held}, its tag {answer.etag}")
        if answer.status == 200:
            self._wholeness.page("?limit=20", answer.body, is_whole_set=False)
            self._held = answer.etag

    async def _changes(self, client: Client) -> None:
        await self._mirror.follow(client)


async def _again(way: Callable[[Client], Awaitable[None]], client: Client, stop: asyncio.Event) -> None:
    while not stop.is_set():
        await way(client)
        await asyncio.sleep(PACE)
