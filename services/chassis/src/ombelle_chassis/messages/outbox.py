from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from ombelle_contracts.messages import PAYLOADS, SUBSCRIBERS
from pydantic import BaseModel
from sqlalchemy import Text, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_chassis.words import word_patterns

RELAY_JOB: Final = "relay-messages"

_POST: Final = text("""
WITH fact AS (
  SELECT f.value ->> 'key' AS key, (f.value ->> 'version')::bigint AS version, f.value -> 'payload' AS payload, f.n
  FROM jsonb_array_elements(:facts) WITH ORDINALITY AS f (value, n)
), message AS (
  INSERT INTO outbox_message (type, key, version, payload) SELECT :type, key, version, payload FROM fact ORDER BY n
  RETURNING id, key, seq
), deliveries AS (
  INSERT INTO outbox_delivery (message_id, subscriber, key, seq)
  SELECT m.id, s.name, m.key, m.seq FROM message m, unnest(:subscribers) AS s (name)
)
SELECT id FROM message ORDER BY seq
""").bindparams(bindparam("facts", type_=JSONB), bindparam("subscribers", type_=ARRAY(Text)))

# Every text of a payload, at any depth, is looked through for the names as whole words.
_FORGET: Final = text("""
DELETE FROM outbox_message m WHERE EXISTS (
  SELECT FROM jsonb_path_query(m.payload, '$.** ? (@.type() == "string")') AS value
  WHERE lower(value #>> '{}') ~ ANY (:patterns))
""").bindparams(bindparam("patterns", type_=ARRAY(Text)))

# An error of a job may quote what the job was about.
_FORGET_ERRORS: Final = text(
    "DELETE FROM pgqueuer_log WHERE lower(traceback::text) ~ ANY (:patterns)"
).bindparams(bindparam("patterns", type_=ARRAY(Text)))


@dataclass(frozen=True, slots=True)
class Fact:
    """One of many facts to tell; `post` says what each part is."""

    key: str
    version: int
    payload: Mapping[str, Any] | BaseModel


async def post(
    session: AsyncSession, kind: str, *, key: str, version: int, payload: Mapping[str, Any] | BaseModel
) -> UUID:
    """Tell a fact to the services that `ombelle_contracts.messages.SUBSCRIBERS` names, in this very transaction.

    Args:
        session: in the transaction that makes the fact; rolled back, the message never was.
        kind: the message's type, one of `PAYLOADS`.
        key: of the thing that changed; messages of one key arrive in order.
        version: grows with each change of that thing.
        payload: the whole fact, as `PAYLOADS[kind]` has it.

    Raises:
        KeyError: there is no such type of message.
        pydantic.ValidationError: the payload is not of its type.

    """
    posted = await post_all(session, kind, [Fact(key, version, payload)])
    return posted[0]


async def post_all(session: AsyncSession, kind: str, facts: Sequence[Fact]) -> list[UUID]:
    """Tell many facts of one type, in as many statements as one, and return the messages' ids in their order.

    Raises as `post` does.
    """
    if not facts:
        return []
    from pgqueuer.db import AsyncpgDriver  # noqa: PLC0415 -- slow to import, and few processes post

    subscribers, model = list(SUBSCRIBERS[kind]), PAYLOADS[kind]
    told = [
        {
            "key": fact.key,
            "version": fact.version,
            "payload": model.model_validate(fact.payload, from_attributes=True).model_dump(mode="json"),
        }
        for fact in facts
    ]
    values = {"type": kind, "facts": told, "subscribers": subscribers}
    posted = list(await session.scalars(_POST, values))
    connection = await (await session.connection()).get_raw_connection()
    # After the statement above: the driver's connection is in the session's transaction only from its first on.
    await wake_relay(AsyncpgDriver(connection.driver_connection), subscribers)
    return posted


async def wake_relay(driver: Any, subscribers: Iterable[str]) -> None:
    """Ask the relay, by a driver of PgQueuer's and in its transaction, to look what waits for these subscribers."""
    from pgqueuer.queries import Queries  # noqa: PLC0415 -- slow to import, and few processes post

    names: list[bytes | None] = [name.encode() for name in subscribers]
    await Queries(driver).enqueue([RELAY_JOB] * len(names), names, [0] * len(names))


async def forget_messages(session: AsyncSession, names: Iterable[str]) -> int:
    """Take back the messages that name somebody, by account id or e-mail address, and have not left yet.

    Dead letters are among them, and what the queue remembers of jobs that failed goes too. Call it before posting that
    the account is erased. Returns how many messages there were.
    """
    patterns = word_patterns(names)
    if not patterns:
        return 0
    await session.execute(_FORGET_ERRORS, {"patterns": patterns})
    result = await session.execute(_FORGET, {"patterns": patterns})
    return int(result.rowcount)  # type: ignore[attr-defined]
