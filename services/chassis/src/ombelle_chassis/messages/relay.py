"""The relay: delivers what was posted, to each subscriber on its own, the messages of one key in their order.

Three things may happen to a message. It is taken: nothing of it stays. It is refused (the subscriber answers, but not
with success): it is tried again after growing waits, and at last is a dead letter, so that later ones of its key go on.
Or the subscriber is away, or silent: everything waits for it, for days if need be, and nothing counts against the message.
"""

import asyncio
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

import asyncpg
import httpx
from pgqueuer import PgQueuer
from pgqueuer.db import AsyncpgDriver, Driver
from pgqueuer.errors import RetryRequested
from pgqueuer.models import Job, Schedule
from pgqueuer.queries import Queries
from standardwebhooks.webhooks import Webhook

from ombelle_chassis.database import is_database_down
from ombelle_chassis.jobs import Register, connect
from ombelle_chassis.logging import get_logger
from ombelle_chassis.messages.message import PATH, Message
from ombelle_chassis.messages.outbox import RELAY_JOB, wake_relay
from ombelle_chassis.tls import trusted_authorities

_AT_ONCE: Final = 8
_BUSY: Final = timedelta(seconds=0.1)
_AWAY: Final = timedelta(seconds=1)
_SHORTEST: Final = 0.1
_INBOX_KEPT: Final = timedelta(days=90)

# One relay at a time for each subscriber: order depends on it. The lock's numbers are only its name.
_LOCK: Final = "SELECT pg_try_advisory_lock(hashtext(current_schema() || ' relay'), hashtext($1))"
_HEADS: Final = """
SELECT d.id AS delivery, d.tries, d.refusals, m.id, m.type, m.key, m.version, m.payload::text AS payload, m.created_at
FROM (
  SELECT DISTINCT ON (key) id, message_id, seq, tries, refusals, next_try_at FROM outbox_delivery
  WHERE subscriber = $1 AND state = 'waiting' ORDER BY key, seq
) d JOIN outbox_message m ON m.id = d.message_id
WHERE d.next_try_at <= now() AND m.key <> ALL ($2) ORDER BY d.seq LIMIT $3
"""
_FAILED: Final = """
UPDATE outbox_delivery SET tries = tries + 1, refusals = $2, last_error = $3, next_try_at = now() + $4,
  state = CASE WHEN $5 THEN 'dead' ELSE 'waiting' END, died_at = CASE WHEN $5 THEN now() END
WHERE id = $1
"""
_NEXT: Final = """
SELECT extract(epoch FROM min(next_try_at) - now())::float8 FROM (
  SELECT DISTINCT ON (key) next_try_at FROM outbox_delivery
  WHERE subscriber = $1 AND state = 'waiting' ORDER BY key, seq
) d
"""
_COMES_ANYWAY: Final = """
SELECT EXISTS (SELECT FROM pgqueuer WHERE entrypoint = $1 AND payload = $2 AND status = 'queued'
  AND execute_after <= now() + $3)
"""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a message is tried for."""

    tries: int = 12
    """Refusals before it is a dead letter: about five minutes with the waits below."""
    first_wait: float = 0.5
    longest_wait: float = 60
    """Seconds between two tries of a refused message; each wait is twice the one before."""
    longest_absence_wait: float = 5
    """Seconds between two tries to reach a subscriber that is away."""
    absence: timedelta = timedelta(days=3)
    """How long an absent subscriber is waited for."""
    timeout: float = 5
    """Seconds that a subscriber has to answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a delivery."""

    error: str | None = None
    is_away: bool = False
    is_hopeless: bool = False


@dataclass(slots=True)
class Relay:
    """Delivers a service's messages. `name` is the service's, in logs and in `pg_stat_activity`."""

    database_url: str
    subscribers: Mapping[str, str]
    secret: str
    name: str
    patience: Patience = field(default_factory=Patience)
    _running: dict[str, asyncio.Event] = field(default_factory=dict)

    async def run(self, subscriber: str) -> None:
        """Deliver what is due to a subscriber, and queue a look at what will be.

        Raises:
            RetryRequested: another process is at it.

        """
        if running := self._running.get(subscriber):
            running.set()  # it looks once more before it ends
            return
        if subscriber not in self.subscribers:
            get_logger(self.name).warning("subscriber_unknown", subscriber=subscriber)
            return
        woken = self._running[subscriber] = asyncio.Event()
        try:
            connection = await connect(self.database_url, f"{self.name}-relay")
            try:
                if not await connection.fetchval(_LOCK, subscriber):
                    raise RetryRequested(_BUSY, reason="another relay is at it")
                await self._deliver_all(connection, subscriber, woken)
            finally:
                await connection.close(timeout=2)
        finally:
            self._leave(subscriber, woken)

    def _leave(self, subscriber: str, woken: asyncio.Event) -> None:
        """Who wakes the relay from now on starts a run of its own."""
        if self._running.get(subscriber) is woken:
            del self._running[subscriber]

    async def _deliver_all(
        self, connection: asyncpg.Connection, subscriber: str, woken: asyncio.Event
    ) -> None:
        async with httpx.AsyncClient(
            base_url=self.subscribers[subscriber],
            timeout=self.patience.timeout,
            verify=trusted_authorities(),
            trust_env=False,
        ) as client:
            while True:
                woken.clear()
                absence = await self._round(connection, client, subscriber, woken)
                await self._look_again(connection, subscriber, absence)
                if absence or not woken.is_set():
                    self._leave(subscriber, woken)  # before any await: no wake is lost meanwhile
                    return

    async def _round(
        self, connection: asyncpg.Connection, client: httpx.AsyncClient, subscriber: str, woken: asyncio.Event
    ) -> float:
        """Deliver until nothing is due; return how many seconds to wait for a subscriber that is away, else 0."""
        under_way: dict[asyncio.Task[Answer], asyncpg.Record] = {}
        absence = 0.0
        try:
            while True:
                if not absence:
                    keys = [head["key"] for head in under_way.values()]
                    for head in await connection.fetch(_HEADS, subscriber, keys, _AT_ONCE - len(under_way)):
                        under_way[asyncio.create_task(self._send(client, head))] = head
                if not under_way:
                    return absence
                await _first_of(under_way, woken)
                for task in [task for task in under_way if task.done()]:
                    wait = await self._note(connection, subscriber, under_way.pop(task), task.result())
                    absence = max(absence, wait)
        finally:
            for task in under_way:
                task.cancel()

    async def _send(self, client: httpx.AsyncClient, head: asyncpg.Record) -> Answer:
        payload = json.loads(head["payload"])
        body = Message(head["id"], head["type"], head["key"], head["version"], payload).body()
        now = datetime.now(UTC)
        headers = {
            "content-type": "application/json",
            "webhook-id": str(head["id"]),
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": Webhook(self.secret).sign(str(head["id"]), now, body),
        }
        try:
            answer = await client.post(PATH, content=body.encode(), headers=headers)
        except httpx.HTTPError as error:
            return Answer(f"sans réponse ({type(error).__name__})", is_away=True)
        if answer.is_success:
            return Answer()
        # 401: one of us has not got the new secret yet; 503: its database is away. 422: it will never take this one.
        told = f"réponse {answer.status_code}{_code_of(answer)}"
        return Answer(told, is_away=answer.status_code in {401, 503}, is_hopeless=answer.status_code == 422)

    async def _note(
        self, connection: asyncpg.Connection, subscriber: str, head: asyncpg.Record, answer: Answer
    ) -> float:
        """Write down what became of a delivery; return how many seconds to wait for who is away, else 0."""
        if answer.error is None:
            await connection.execute("SELECT outbox_delivered($1)", head["delivery"])
            return 0
        refusals = head["refusals"] + (0 if answer.is_away else 1)
        if answer.is_away:
            wait = _wait(self.patience.first_wait, head["tries"], self.patience.longest_absence_wait)
            is_dead = datetime.now(UTC) - head["created_at"] > self.patience.absence
        else:
            wait = _wait(self.patience.first_wait, head["refusals"], self.patience.longest_wait)
            is_dead = answer.is_hopeless or refusals >= self.patience.tries
        values = (refusals, answer.error, timedelta(seconds=wait), is_dead)
        await connection.execute(_FAILED, head["delivery"], *values)
        if is_dead or not head["tries"]:
            get_logger(self.name).warning(
                "message_dead" if is_dead else "message_not_delivered",
                message=str(head["id"]),
                type=head["type"],
                subscriber=subscriber,
                reason=answer.error,
            )
        return wait if answer.is_away else 0

    async def _look_again(self, connection: asyncpg.Connection, subscriber: str, absence: float) -> None:
        """Queue a look at what waits, for when it is due, unless one comes by then anyway."""
        due: float | None = await connection.fetchval(_NEXT, subscriber)
        if due is None:
            return
        wait = timedelta(seconds=max(due, absence, _SHORTEST))
        name = subscriber.encode()
        if not await connection.fetchval(_COMES_ANYWAY, RELAY_JOB, name, wait):
            await Queries(AsyncpgDriver(connection)).enqueue(RELAY_JOB, name, execute_after=wait)


async def _first_of(under_way: Iterable[asyncio.Task[Answer]], woken: asyncio.Event) -> None:
    """Wait until a delivery has ended, or more has been posted."""
    looking = asyncio.create_task(woken.wait())
    await asyncio.wait({*under_way, looking}, return_when=asyncio.FIRST_COMPLETED)
    looking.cancel()
    woken.clear()


def _wait(first: float, before: int, longest: float) -> float:
    return float(min(first * 2 ** min(before, 30), longest))


def _code_of(answer: httpx.Response) -> str:
    try:
        return f" {answer.json()['code']}"
    except (ValueError, KeyError, TypeError):
        return ""


async def _wake_for_what_waits(driver: Driver) -> None:
    waiting = await driver.fetch("SELECT DISTINCT subscriber FROM outbox_delivery WHERE state = 'waiting'")
    if waiting:
        await wake_relay(driver, [str(row["subscriber"]) for row in waiting])


def relay_messages(relay: Relay) -> Register:
    """Return what registers the relay among a service's jobs. What waits already is looked at when the queue starts."""

    async def register(worker: PgQueuer) -> None:
        @worker.entrypoint(RELAY_JOB)
        async def deliver(job: Job) -> None:
            try:
                await relay.run((job.payload or b"").decode())
            except Exception as error:
                if not is_database_down(error):
                    raise
                raise RetryRequested(_AWAY, reason="the database went away") from error

        # Whatever happened to a wake, nothing waits longer than this.
        @worker.schedule("sweep-messages", "* * * * *", clean_old=True)
        async def sweep(_schedule: Schedule) -> None:
            await _wake_for_what_waits(worker.connection)

        @worker.schedule("tidy-messages", "55 3 * * *", clean_old=True)
        async def tidy(_schedule: Schedule) -> None:
            await worker.connection.execute(
                "DELETE FROM inbox_message WHERE received_at < now() - $1::interval", _INBOX_KEPT
            )

        await _wake_for_what_waits(worker.connection)

    return register
