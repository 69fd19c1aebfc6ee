"""Deliveries: what waits for a webhook is sent, the things of one subject in their order, until it is taken.

At least once: a process that is killed after the receiver's answer sends again, under the same `webhook-id`. One process
at a time sends to a webhook; it holds no transaction while the receiver thinks.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Final
from uuid import UUID

import aiohttp
import asyncpg
from ombelle_chassis.jobs import connect
from ombelle_chassis.logging import get_logger
from ombelle_chassis.tls import trusted_authorities
from pgqueuer.db import AsyncpgDriver
from pgqueuer.errors import RetryRequested
from pgqueuer.queries import Queries
from standardwebhooks.webhooks import Webhook

from ombelle_gateway.accounts.webhooks.domain import Patience
from ombelle_gateway.accounts.webhooks.doors import AddressRefused, Doors
from ombelle_gateway.accounts.webhooks.store import JOB

_AT_ONCE: Final = 4
_BUSY: Final = timedelta(seconds=0.2)
_SHORTEST: Final = 0.1
_NAME: Final = "gateway-webhooks"

# One process at a time for each webhook: order depends on it. The lock's numbers are only its name.
_LOCK: Final = (
    "SELECT pg_try_advisory_lock(hashtext(current_schema() || ' webhook'), hashtext($1::uuid::text))"
)
_WEBHOOK: Final = """
SELECT url, secret, CASE WHEN previous_until > now() THEN previous_secret END AS previous_secret FROM webhook
WHERE id = $1 AND is_enabled
"""
_HEADS: Final = """
SELECT d.id, d.body, d.tries FROM (
  SELECT DISTINCT ON (subject_kind, subject_id) id FROM webhook_delivery
  WHERE webhook_id = $1 AND state = 'waiting' ORDER BY subject_kind, subject_id, seq
) head JOIN webhook_delivery d USING (id)
WHERE d.next_try_at <= now() ORDER BY d.seq LIMIT $2
"""
_TAKEN: Final = """
WITH taken AS (
  UPDATE webhook_delivery SET state = 'delivered', delivered_at = now(), last_try_at = now(), next_try_at = NULL,
    tries = tries + 1, last_status = $2, last_error = NULL
  WHERE id = $1 AND state = 'waiting' RETURNING webhook_id
)
UPDATE webhook w SET last_delivered_at = now(), failing_since = NULL FROM taken WHERE w.id = taken.webhook_id
"""
_NOT_TAKEN: Final = """
WITH tried AS (
  UPDATE webhook_delivery SET tries = tries + 1, last_try_at = now(), last_status = $2, last_error = $3,
    state = CASE WHEN waiting_since <= now() - $5::interval THEN 'failed' ELSE 'waiting' END,
    next_try_at = CASE WHEN waiting_since > now() - $5::interval THEN now() + $4::interval END
  WHERE id = $1 AND state = 'waiting' RETURNING webhook_id, state
), failing AS (
  UPDATE webhook w SET failing_since = coalesce(failing_since, now()) FROM tried WHERE w.id = tried.webhook_id
)
SELECT state FROM tried
"""
_GONE: Final = """
UPDATE webhook SET is_enabled = false, disabled_reason = 'gone', version = version + 1
WHERE id = $1 AND is_enabled RETURNING id
"""
_LOG_GONE: Final = "SELECT audit_append('webhooks', 'webhook_gone', 'webhook', $1::uuid::text, '{}')"
_NEXT: Final = """
SELECT extract(epoch FROM min(next_try_at) - now())::float8 FROM (
  SELECT DISTINCT ON (subject_kind, subject_id) next_try_at FROM webhook_delivery d
  JOIN webhook w ON w.id = d.webhook_id AND w.is_enabled
  WHERE webhook_id = $1 AND state = 'waiting' ORDER BY subject_kind, subject_id, seq
) head
"""
_COMES_ANYWAY: Final = """
SELECT EXISTS (SELECT FROM pgqueuer WHERE entrypoint = $1 AND payload = $2 AND status = 'queued'
  AND execute_after <= now() + $3)
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a receiver said: its status, or why there is none."""

    status: int | None
    error: str | None = None

    @property
    def is_taken(self) -> bool:
        """Whether the delivery has arrived."""
        return self.error is None


@dataclass(frozen=True, slots=True)
class Deliveries:
    """Sends what waits."""

    database_url: str
    doors: Doors
    patience: Patience = field(default_factory=Patience)

    async def run(self, webhook_id: UUID) -> None:
        """Send what is due to a webhook, and queue a look at what will be.

        Raises:
            RetryRequested: another process is at it.

        """
        connection = await connect(self.database_url, _NAME)
        try:
            if not await connection.fetchval(_LOCK, webhook_id):
                raise RetryRequested(_BUSY, reason="another process is at it")
            while await self._round(connection, webhook_id):
                pass
            await self._look_again(connection, webhook_id)
        finally:
            await connection.close(timeout=2)

    async def _round(self, connection: asyncpg.Connection, webhook_id: UUID) -> bool:
        """Send one thing of each subject; say whether there may be more now."""
        # Read each time: what its administrator changes holds from the next delivery on.
        webhook = await connection.fetchrow(_WEBHOOK, webhook_id)
        heads = await connection.fetch(_HEADS, webhook_id, _AT_ONCE) if webhook else []
        if not heads:
            return False
        answers = await asyncio.gather(*(self._send(webhook, head) for head in heads))
        for head, answer in zip(heads, answers, strict=True):
            await self._note(connection, webhook_id, head, answer)
        return True

    async def _send(self, webhook: asyncpg.Record, delivery: asyncpg.Record) -> Answer:
        now = datetime.now(UTC)
        name, body = str(delivery["id"]), delivery["body"]
        secrets = [one for one in (webhook["secret"], webhook["previous_secret"]) if one]
        headers = {
            "content-type": "application/json",
            "user-agent": "Ombelle-Webhooks",
            "webhook-id": name,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": " ".join(Webhook(secret).sign(name, now, body) for secret in secrets),
        }
        connector = aiohttp.TCPConnector(
            socket_factory=self.doors.socket_for,
            use_dns_cache=False,
            force_close=True,
            ssl=trusted_authorities(),
        )
        timeout = aiohttp.ClientTimeout(total=self.patience.timeout)
        try:
            async with (
                aiohttp.ClientSession(connector=connector, timeout=timeout, trust_env=False) as client,
                client.post(
                    webhook["url"], data=body.encode(), headers=headers, allow_redirects=False
                ) as answer,
            ):
                is_taken = HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES
                return Answer(answer.status, None if is_taken else f"réponse {answer.status}")
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            return Answer(None, _reason(error))

    async def _note(
        self, connection: asyncpg.Connection, webhook_id: UUID, delivery: asyncpg.Record, answer: Answer
    ) -> None:
        if answer.is_taken:
            await connection.execute(_TAKEN, delivery["id"], answer.status)
            return
        wait = self.patience.wait(delivery["tries"] + 1)
        state = await connection.fetchval(
            _NOT_TAKEN, delivery["id"], answer.status, answer.error, wait, self.patience.trying
        )
        if answer.status == HTTPStatus.GONE:  # as Standard Webhooks has it: nobody listens there any more
            async with connection.transaction():
                if await connection.fetchval(_GONE, webhook_id):
                    await connection.execute(_LOG_GONE, webhook_id)
        if state == "failed" or not delivery["tries"]:
            get_logger("gateway").warning(
                "webhook_not_delivered", webhook=str(webhook_id), reason=answer.error, state=state
            )

    async def _look_again(self, connection: asyncpg.Connection, webhook_id: UUID) -> None:
        """Queue a look at what waits, for when it is due, unless one comes by then anyway."""
        due: float | None = await connection.fetchval(_NEXT, webhook_id)
        if due is None:
            return
        wait = timedelta(seconds=max(due, _SHORTEST))
        if not await connection.fetchval(_COMES_ANYWAY, JOB, webhook_id.bytes, wait):
            await Queries(AsyncpgDriver(connection)).enqueue(JOB, webhook_id.bytes, execute_after=wait)


def _reason(error: BaseException) -> str:
    if isinstance(error, TimeoutError):
        return "sans réponse dans le délai"
    if _has(error, AddressRefused):
        return "l'adresse ne mène pas à un serveur public"
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "nom introuvable"
    if isinstance(error, aiohttp.ClientSSLError):
        return "certificat refusé"
    return f"sans réponse ({type(error).__name__})"


def _has(error: BaseException, kind: type[BaseException]) -> bool:
    """Say whether an error is of a kind, or comes of one; a connection is tried at several addresses."""
    seen: list[BaseException | None] = [error]
    while seen:
        one = seen.pop()
        if isinstance(one, kind):
            return True
        if one is not None:
            seen += [one.__cause__, one.__context__, getattr(one, "os_error", None)]
            seen += getattr(one, "exceptions", ())
    return False
