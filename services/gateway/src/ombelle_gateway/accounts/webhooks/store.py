"""Webhooks in PostgreSQL. Whose they are is part of each statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from ombelle_contracts.webhooks import TEST
from sqlalchemy import RowMapping, Text, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

JOB: Final = "webhook-deliver"

# `mine` is the asker's role in the organisation: only its administrators and the agency's see its webhooks.
_SEEN: Final = """
SELECT w.id, w.name, w.url, w.events, w.is_enabled, w.disabled_reason, w.failing_since, w.last_delivered_at,
  w.created_at, w.version, CASE WHEN w.previous_until > now() THEN w.previous_until END AS previous_secret_until,
  jsonb_build_object('id', w.organisation_id, 'name', coalesce(o.name, '')) AS organisation,
  CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('id', a.id, 'name', a.name) END AS created_by,
  CASE WHEN mine.role = 'administrator' THEN ARRAY['edit', 'rotate', 'test', 'replay', 'delete']
    ELSE ARRAY['replay', 'delete'] END AS allowed_actions
FROM webhook w
LEFT JOIN organisation_copy o ON o.organisation_id = w.organisation_id
LEFT JOIN account a ON a.id = w.created_by
LEFT JOIN membership_copy mine
  ON mine.account_id = CAST(:account AS uuid) AND mine.organisation_id = w.organisation_id
WHERE (mine.role = 'administrator' OR :is_agency)
"""
_PAGE: Final = text(
    _SEEN
    + """
  AND (CAST(:organisation AS uuid) IS NULL OR w.organisation_id = :organisation)
  AND (CAST(:after AS uuid) IS NULL OR w.id < :after)
ORDER BY w.id DESC LIMIT :count
"""
)
_ONE: Final = text(_SEEN + " AND w.id = :webhook")
_HELD: Final = text(_SEEN + " AND w.id = :webhook FOR NO KEY UPDATE OF w")
# Held, so that it does not become another one, or get one webhook too many, meanwhile.
_ORGANISATION: Final = text("""
SELECT m.role FROM organisation_copy o
LEFT JOIN membership_copy m ON m.organisation_id = o.organisation_id AND m.account_id = CAST(:account AS uuid)
WHERE o.organisation_id = :organisation AND o.merged_into IS NULL AND (m.role IS NOT NULL OR :is_agency)
FOR NO KEY UPDATE OF o
""")
_ROLE: Final = text("""
SELECT (SELECT role FROM membership_copy
  WHERE account_id = CAST(:account AS uuid) AND organisation_id = o.organisation_id) AS role
FROM organisation_copy o WHERE o.organisation_id = :organisation
""")
_COUNT: Final = text("SELECT count(*) FROM webhook WHERE organisation_id = :organisation")
_ADD: Final = text("""
INSERT INTO webhook (organisation_id, name, url, events, secret, created_by)
VALUES (:organisation, :name, :url, :events, :secret, :account) RETURNING id
""").bindparams(bindparam("events", type_=ARRAY(Text)))
_CHANGE: Final = text("""
UPDATE webhook SET name = :name, url = :url, events = :events, is_enabled = :is_enabled, version = version + 1,
  disabled_reason = CASE WHEN :is_enabled THEN NULL ELSE coalesce(disabled_reason, 'person') END,
  failing_since = CASE WHEN :is_enabled THEN failing_since END
WHERE id = :webhook
""").bindparams(bindparam("events", type_=ARRAY(Text)))
_ROTATE: Final = text("""
UPDATE webhook SET previous_secret = secret, previous_until = now() + :overlap, secret = :secret,
  version = version + 1 WHERE id = :webhook
""")
_REMOVE: Final = text("DELETE FROM webhook WHERE id = :webhook")
_QUEUE: Final = text("""
INSERT INTO webhook_delivery (webhook_id, event, subject_kind, subject_id, body)
SELECT w.id, :event, :subject_kind, :subject_id, :body FROM webhook w
WHERE w.is_enabled AND (w.id = CAST(:webhook AS uuid)
  OR :event = ANY (w.events) AND w.organisation_id = (
    SELECT coalesce(o.merged_into, o.organisation_id) FROM organisation_copy o
    WHERE o.organisation_id = CAST(:organisation AS uuid)))
ORDER BY w.id RETURNING id, webhook_id
""")
_DELIVERY: Final = """
SELECT d.id, d.event, jsonb_build_object('kind', d.subject_kind, 'id', d.subject_id) AS subject, d.state, d.tries,
  d.created_at, d.last_try_at, d.next_try_at, d.last_status, d.last_error, d.delivered_at, CAST(d.body AS jsonb) AS body,
  CASE WHEN w.is_enabled THEN ARRAY['replay'] ELSE '{}'::text[] END AS allowed_actions
FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
WHERE d.webhook_id = :webhook
"""
_DELIVERIES: Final = text(
    _DELIVERY
    + """
  AND (CAST(:state AS text) IS NULL OR d.state = :state)
  AND (CAST(:after AS uuid) IS NULL OR d.id < :after) ORDER BY d.id DESC LIMIT :count
"""
)
_ONE_DELIVERY: Final = text(_DELIVERY + " AND d.id = :delivery")
_REPLAY: Final = text("""
UPDATE webhook_delivery SET state = 'waiting', tries = 0, waiting_since = now(), next_try_at = now()
WHERE webhook_id = :webhook AND id = :delivery RETURNING id
""")


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: their account, if they have one, and whether they are the agency's administrator."""

    account_id: UUID | None
    is_agency: bool

    def values(self) -> dict[str, Any]:
        """Return what the statements ask of them."""
        return {"account": self.account_id, "is_agency": self.is_agency}


class WebhookStore:
    """Webhooks in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, asker: Asker, *, organisation: UUID | None, after: UUID | None, count: int
    ) -> Sequence[RowMapping]:
        """Return the webhooks that they may see, the newest first."""
        values = {**asker.values(), "organisation": organisation, "after": after, "count": count}
        return (await self._session.execute(_PAGE, values)).mappings().all()

    async def webhook(self, asker: Asker, webhook_id: UUID, *, hold: bool = False) -> RowMapping | None:
        """Return a webhook that they may see; `hold` it until the transaction ends."""
        values = {**asker.values(), "webhook": webhook_id}
        return (await self._session.execute(_HELD if hold else _ONE, values)).mappings().one_or_none()

    async def role(self, asker: Asker, organisation: UUID) -> str | None:
        """Return what they are in an organisation, `agency` for who sees every one, `None` when it is none of theirs."""
        values = {"account": asker.account_id, "organisation": organisation}
        found = (await self._session.execute(_ROLE, values)).one_or_none()
        if found is None:
            return None
        role: str | None = found.role
        return "agency" if role is None and asker.is_agency else role

    async def hold_organisation(self, asker: Asker, organisation: UUID) -> RowMapping | None:
        """Return the asker's `role` in an organisation, and let nobody else make a webhook there meanwhile."""
        values = {**asker.values(), "organisation": organisation}
        return (await self._session.execute(_ORGANISATION, values)).mappings().one_or_none()

    async def count(self, organisation: UUID) -> int:
        """Return how many webhooks an organisation has."""
        return int(await self._session.scalar(_COUNT, {"organisation": organisation}) or 0)

    async def add(self, values: Mapping[str, Any]) -> UUID:
        """Keep a webhook and return its id."""
        added: UUID = (await self._session.execute(_ADD, values)).scalar_one()
        return added

    async def change(self, webhook_id: UUID, values: Mapping[str, Any]) -> None:
        """Give a webhook another name, address, list of events, or turn it on or off."""
        await self._session.execute(_CHANGE, {**values, "webhook": webhook_id})

    async def rotate(self, webhook_id: UUID, secret: str, *, overlap: Any) -> None:
        """Give a webhook another secret; the former one signs too for a while."""
        await self._session.execute(_ROTATE, {"webhook": webhook_id, "secret": secret, "overlap": overlap})

    async def remove(self, webhook_id: UUID) -> None:
        """Forget a webhook and its deliveries."""
        await self._session.execute(_REMOVE, {"webhook": webhook_id})

    async def queue(
        self, event: str, subject: tuple[str, str], body: str, *, organisation: UUID
    ) -> list[UUID]:
        """Queue something for the webhooks of an organisation that listen to it; return the webhooks."""
        values = {**_told(event, subject, body), "organisation": organisation, "webhook": None}
        return [row.webhook_id for row in await self._session.execute(_QUEUE, values)]

    async def queue_test(self, webhook_id: UUID, body: str) -> UUID | None:
        """Queue a test for one webhook, and return the delivery's id; `None` when it is disabled."""
        told = _told(TEST, ("webhook", str(webhook_id)), body)
        values = {**told, "organisation": None, "webhook": webhook_id}
        queued: UUID | None = await self._session.scalar(_QUEUE, values)
        return queued

    async def deliveries(
        self, webhook_id: UUID, *, state: str | None, after: UUID | None, count: int
    ) -> Sequence[RowMapping]:
        """Return deliveries of a webhook, the newest first."""
        values = {"webhook": webhook_id, "state": state, "after": after, "count": count}
        return (await self._session.execute(_DELIVERIES, values)).mappings().all()

    async def delivery(self, webhook_id: UUID, delivery_id: UUID) -> RowMapping | None:
        """Return a delivery of a webhook."""
        values = {"webhook": webhook_id, "delivery": delivery_id}
        return (await self._session.execute(_ONE_DELIVERY, values)).mappings().one_or_none()

    async def replay(self, webhook_id: UUID, delivery_id: UUID) -> bool:
        """Let a delivery be tried anew, at once; false when there is none."""
        values = {"webhook": webhook_id, "delivery": delivery_id}
        return await self._session.scalar(_REPLAY, values) is not None

    async def wake(self, webhooks: Sequence[UUID]) -> None:
        """Have what waits for these webhooks looked at once the transaction is committed."""
        if not webhooks:
            return
        from pgqueuer.db import AsyncpgDriver  # noqa: PLC0415 -- slow to import, and few requests need it
        from pgqueuer.queries import Queries  # noqa: PLC0415

        connection = await (await self._session.connection()).get_raw_connection()
        ids: list[bytes | None] = [one.bytes for one in webhooks]
        await Queries(AsyncpgDriver(connection.driver_connection)).enqueue(
            [JOB] * len(ids), ids, [0] * len(ids)
        )


def _told(event: str, subject: tuple[str, str], body: str) -> dict[str, Any]:
    return {"event": event, "subject_kind": subject[0], "subject_id": subject[1], "body": body}
