"""A storm from its first gust to the calm after it: load, edits, reconciliation, each ending as if nobody had died."""

import asyncio
import os
import random
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import asyncpg
from stacks import OwnStack

from faults.compare import differences, dump
from faults.editors import Edited, Editors
from faults.http import Client, Findings
from faults.leftovers import leftovers
from faults.patience import nothing, until
from faults.programme import FIRST_UID, Programme, stamp_of
from faults.readers import API, Mirror, Readers
from faults.source import Source, serving
from faults.storm import Storm
from faults.syncs import Syncs
from faults.undisturbed import Undisturbed, feed_words
from faults.wholeness import Item, Wholeness

SEED = "OMBELLE_STORM_SEED"  # repeats a storm
REPORT = "OMBELLE_STORM_REPORT"  # a file to write what happened to
_ANSWERED = '"event":"request"'
_LAST_WORDS = 5  # lines of each log that a failure tells
_TO_EDIT = "SELECT e.id::text, r.external_id::integer, e.structure FROM event e JOIN external_ref r ON r.event_id = e.id"


def seed() -> int:
    """Return the seed of this storm: the one asked for, or any."""
    return int(os.environ.get(SEED) or random.SystemRandom().randrange(10**6))


class Weather:
    """A stack with its feed, its readers and its killer, beside a database that nobody disturbs."""

    def __init__(
        self, stack: OwnStack, source: Source, undisturbed: Undisturbed, chance: random.Random
    ) -> None:
        self.stack, self.source, self.undisturbed, self.chance = stack, source, undisturbed, chance
        self.findings = Findings()
        self.programme = source.programme
        numbers = range(0, self.programme.size, 40)
        self._retitled = frozenset(FIRST_UID + n for n in numbers[:: max(1, len(numbers) // 40)])
        self.wholeness = Wholeness(self.programme, self.findings, self._retitled)
        self.mirror = Mirror(self.wholeness)
        self.readers = Readers(self.wholeness, self.mirror, chance)
        self.syncs = Syncs(stack, self.findings)
        self.storm = Storm(stack, self.syncs, chance)
        self.editors: Editors | None = None
        self.done = 0
        self.took: dict[str, float] = {}

    @contextmanager
    def _timed(self, what: str) -> Iterator[None]:
        began = time.monotonic()
        try:
            yield
        finally:
            self.took[what] = time.monotonic() - began

    @asynccontextmanager
    async def _storm(self, what: str, *, by_worker: bool) -> AsyncIterator[Client]:
        """Readers read and syncs run for the length of a `with`; yields a signed-in client."""
        token = (await asyncio.to_thread(self.stack.cli, "token")).stdout.strip()
        async with AsyncExitStack() as around:
            around.enter_context(self._timed(what))
            public, signed_in = (
                Client(self.stack.url, self.findings),
                Client(self.stack.url, self.findings, token),
            )
            around.push_async_callback(public.close)
            around.push_async_callback(signed_in.close)
            await around.enter_async_context(self.readers.reading(public))
            await around.enter_async_context(self.syncs.going_on(signed_in, by_worker=by_worker))
            yield signed_in

    async def first_load(self, victims: Sequence[str], *, longest_calm: float, kill_supervisor: bool) -> None:
        """The whole programme comes in while processes die."""
        async with self._storm("first load", by_worker=False):
            half = len(victims) // 2
            await self.storm.blow("first load", victims[:half], longest_calm=longest_calm)
            if kill_supervisor:
                await self.storm.kill_supervisor()
            await self.storm.blow("first load", victims[half:], longest_calm=longest_calm)
        await self.calm("first load")

    async def edits(self, victims: Sequence[str], *, longest_calm: float, by_worker: bool) -> None:
        """People edit, and a fifth of the source changes, while processes die."""
        self.programme.change_some()
        self.source.settle()
        editors = Editors(await self._to_edit(), self.chance)
        async with self._storm("edit storm", by_worker=by_worker) as client, editors.editing(client):
            await self.storm.blow("edit storm", victims, longest_calm=longest_calm)
        self.done = sum(map(len, editors.done.values()))
        assert self.done, "nobody edited anything"
        self.editors = editors
        await self._each_mark_once(editors)
        await self.undisturbed.edit(self.stack.database_url("events"), editors.done)
        await self.calm("edit storm")

    async def reconciliation(self, victims: Sequence[str], *, longest_calm: float, by_worker: bool) -> None:
        """A reconciliation with changed, new and removed rows, while processes die."""
        self.programme.change_much()
        self.source.settle()
        async with self._storm("reconciliation", by_worker=by_worker):
            await self.storm.blow("reconciliation", victims, longest_calm=longest_calm)
        await self.calm("reconciliation")

    async def calm(self, after: str) -> None:
        """Nothing wrong was seen; after a run to its end, nothing is left over, lost, doubled or half done."""
        with self._timed(f"calm after the {after}"):
            await self._calm(after)

    async def _calm(self, after: str) -> None:
        counts = await self.syncs.to_the_end()
        assert counts["complete"]
        await self.undisturbed.sync()
        nothing(self.findings.wrong, f"wrong answers during the {after}")
        url = self.stack.database_url("events")
        nothing(await leftovers(url), f"left by the {after}")
        told = differences(await dump(url), await dump(self.undisturbed.url))
        nothing(told, f"what the {after} left differs from what nobody disturbed")
        await self._shown_as_it_is(after)

    async def _shown_as_it_is(self, after: str) -> None:
        """The list shows each row of the source in its version, and the mirror holds just that."""
        client = Client(self.stack.url, self.findings)
        try:
            items = await self._whole_list(client)

            async def is_same() -> bool:
                return not await self.mirror.follow(client) and self.mirror.items == items

            await until(is_same, f"a mirror that holds what the list shows, after the {after}", seconds=60)
        finally:
            await client.close()
        programme = self.programme
        shown = {
            stamp[0]: item["age"]["min"] for item in items.values() if (stamp := stamp_of(item["title"]))
        }
        live = {
            uid: version
            for uid, version in programme.versions.items()
            if uid not in programme.hidden and (uid in programme.cured or not programme.shape(uid).is_bad)
        }
        nothing(sorted(shown.items() ^ live.items())[:20], f"rows shown in another version after the {after}")
        nothing(self.findings.wrong, f"wrong answers after the {after}")

    async def _whole_list(self, client: Client) -> dict[str, Item]:
        found: dict[str, Item] = {}
        after = ""
        while True:
            answer = await client.ask(f"{API}?from=2000-01-01&limit=300{after}")
            assert answer is not None
            assert answer.status == 200, answer
            for item in answer.body["items"]:
                found[item["id"]] = {k: v for k, v in item.items() if k != "first_session"}
            if answer.body["next"] is None:
                assert len(found) == answer.body["total"]
                return found
            after = f"&after={answer.body['next']}"

    async def _to_edit(self) -> list[Edited]:
        """Some events with their children: titles of umbrellas, which children show, and the price of others."""
        connection = await asyncpg.connect(self.stack.database_url("events"))
        try:
            rows = await connection.fetch(_TO_EDIT)
        finally:
            await connection.close()
        titles = [Edited(i, "title") for i, uid, _ in rows if uid in self._retitled]
        near = {parent + n for parent in self._retitled for n in (1, 2, 3, 12, 33)}
        return titles + [Edited(i, "conditions") for i, uid, _ in rows if uid in near]

    async def _each_mark_once(self, editors: Editors) -> None:
        """Each edit that was told done is there once, and the event's version counts it once."""
        connection = await asyncpg.connect(self.stack.database_url("events"))
        try:
            for event, marks in editors.done.items():
                text = await connection.fetchval(
                    f"SELECT {event.field} FROM event WHERE id = $1::uuid", event.id
                )
                found = [
                    word
                    for word in text.split()
                    if word.startswith("m") and "x" in word and word[-1].isdigit()
                ]
                if sorted(found) != sorted(marks):
                    self.findings.note(f"{event}: marks {sorted(marks)}, found {text!r}")
        finally:
            await connection.close()

    def report(self) -> str:
        """What happened, for a person."""
        edits = self.editors
        told = f"{self.done} edits, {edits.unsure} of unknown outcome, {edits.beaten} beaten" if edits else ""
        seen = dict(self.findings.seen.most_common())
        lines = (
            f"answers {seen}",
            f"checked {dict(self.findings.checked)}",
            f"syncs {dict(self.syncs.ended)}",
            told,
        )
        times = ", ".join(f"{what} {seconds:.1f} s" for what, seconds in self.took.items())
        return "\n".join([self.storm.report(), *lines, times])


@asynccontextmanager
async def brewing(
    chosen: int, size: int, start: Callable[..., OwnStack], database_url: str
) -> AsyncIterator[Weather]:
    """A stack with a programme of `size` rows to come, and its undisturbed twin."""
    async with serving(Source(Programme(chosen, size))) as source:
        undisturbed = Undisturbed(database_url)
        stack, _ = await asyncio.gather(asyncio.to_thread(start, "--empty"), undisturbed.prepare(source))
        added: Any = await asyncio.to_thread(stack.cli, *feed_words(source))
        assert added.returncode == 0, added.stderr
        weather = Weather(stack, source, undisturbed, random.Random(chosen))
        try:
            yield weather
            if report := os.environ.get(REPORT):
                Path(report).write_text(f"{SEED}={chosen}\n{weather.report()}\n")  # noqa: ASYNC240 (once, at the end)
        except BaseException as fault:
            fault.add_note(f"{SEED}={chosen}\n{weather.report()}")
            for log in sorted((stack.data / "logs").glob("*.log*")):
                fault.add_note(f"{log.name}: {_last_words(log)}")
            raise


def _last_words(log: Path) -> str:
    """Tell the errors in a log, and how it ends but for the requests that were answered."""
    lines = [line for line in log.read_text(errors="replace").splitlines() if _ANSWERED not in line]
    errors = [line[:4000] for line in lines if '"level":"error"' in line]
    told = [f"{len(errors)} errors", *errors[:2], *(f"… {line[:300]}" for line in lines[-_LAST_WORDS:])]
    return "\n  ".join(told)
