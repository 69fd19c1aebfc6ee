"""Programs that edit events through the gateway, each trying again as one must when the line breaks.

Each edit leaves a mark of its own in the event. When the outcome is unknown the event is read again: its mark is
there, or the edit is made again on the version just read. So each mark stands once, and an event's version counts
them.
"""

import asyncio
import random
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from faults.http import Answer, Client

CLIENTS = 4
PACE = 0.05


@dataclass(frozen=True, slots=True)
class Edited:
    """An event that is edited: its id, and the field that marks go to."""

    id: str
    field: str


class Editors:
    """Edits some events at random. `done` holds the marks whose edit is known to be made, by event."""

    def __init__(self, events: Sequence[Edited], chance: random.Random) -> None:
        self._events, self._chance = events, chance
        self.done: dict[Edited, list[str]] = defaultdict(list)
        self.unsure = 0
        self.beaten = 0

    @asynccontextmanager
    async def editing(self, client: Client) -> AsyncIterator[None]:
        """Edit for the length of a `with`; at its end every edit begun is made."""
        stop = asyncio.Event()
        tasks = [asyncio.create_task(self._edit_on(client, n, stop)) for n in range(CLIENTS)]
        try:
            yield
        finally:
            stop.set()
            await asyncio.gather(*tasks)

    async def _edit_on(self, client: Client, number: int, stop: asyncio.Event) -> None:
        count = 0
        while not stop.is_set():
            count += 1
            event = self._chance.choice(self._events)
            await self._edit(client, event, f"m{number}x{count}")
            await asyncio.sleep(PACE)

    async def _edit(self, client: Client, event: Edited, mark: str) -> None:
        """Make one edit, whatever it takes."""
        path = f"/api/v1/events/{event.id}"
        tried = False
        while True:
            read = await client.ask(path)
            if read is None or read.status != 200 or read.etag is None:
                continue
            value: str = read.body[event.field] or ""
            if tried and mark in value.split():
                self.done[event].append(mark)
                return
            marked = {event.field: f"{value} {mark}".strip()}
            answer = await client.ask(path, method="PATCH", body=marked, If_Match=read.etag)
            if self._is_made(client, answer, path):
                self.done[event].append(mark)
                return
            tried = True

    def _is_made(self, client: Client, answer: Answer | None, path: str) -> bool:
        if answer is None or answer.status == 503:
            self.unsure += 1
            return False
        if answer.status == 412:
            self.beaten += 1
        elif answer.status != 200:
            client.findings.note(f"PATCH {path}: {answer.status} {answer.body}")
        return answer.status == 200
