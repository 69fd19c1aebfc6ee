"""`Idempotency-Key`: a request that may be sent again, since its answer was lost, is carried out once.

In a handler, `once: Once`, handed on to the service method, which asks first and keeps last, in its one transaction:

    async with self._sessions() as session, session.begin():
        if (told := await once.recall(session)) is not None:
            return told
        …
        return await once.keep(session, {"id": thing.id, "title": thing.title})

Of two such requests at the same moment the second waits for the first. What is refused is not kept: it may be asked
again. A service's migration runs `idempotency_v1`, its metadata has `idempotency_tables`, its worker `tidy_results`.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

from fastapi import Depends, Header, Request
from pydantic_core import to_jsonable_python
from sqlalchemy import Text, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_chassis.app import CurrentIdentity
from ombelle_chassis.audit import actor_of
from ombelle_chassis.errors import DomainError, FieldError
from ombelle_chassis.words import word_patterns

if TYPE_CHECKING:
    from pgqueuer import PgQueuer
    from pgqueuer.db import Driver
    from pgqueuer.models import Schedule

Result = TypeVar("Result")

KEPT: Final = timedelta(hours=48)
"""How long an answer is remembered: a program that was cut off asks again within a day or two."""

_TAKE_TURNS: Final = text(
    "SELECT pg_advisory_xact_lock(hashtextextended(CAST(:caller AS text) || ' ' || CAST(:key AS text), 48))"
)
_RECALL: Final = text("SELECT digest, result FROM idempotent_request WHERE caller = :caller AND key = :key")
_KEEP: Final = text(
    "INSERT INTO idempotent_request (caller, key, digest, result) VALUES (:caller, :key, :digest, :result)"
).bindparams(bindparam("result", type_=JSONB))
_TIDY: Final = "DELETE FROM idempotent_request WHERE at < now() - $1::interval"
_FORGET: Final = text("""
DELETE FROM idempotent_request WHERE caller = ANY (:callers) OR EXISTS (
  SELECT FROM jsonb_path_query(result, '$.** ? (@.type() == "string")') AS value
  WHERE lower(value #>> '{}') ~ ANY (:patterns))
""").bindparams(bindparam("callers", type_=ARRAY(Text)), bindparam("patterns", type_=ARRAY(Text)))
_STREAMED: Final = "multipart/"


class IdempotencyKeyReused(DomainError):
    """The key came before with another request: it is not the same one sent again."""

    code = "idempotency_key_reused"
    title = "This Idempotency-Key came before with another request"
    status = 422


@dataclass(frozen=True, slots=True)
class OneRequest:
    """A request that is carried out once. Without a key, as often as it comes.

    `digest` is that of its method, its address and its body; whose body is streamed mixes its content in by `holding`.
    """

    caller: str
    key: str | None
    digest: bytes

    def holding(self, content: bytes) -> "OneRequest":
        """Return the same request with more of what makes it another one, such as the digest of a file."""
        return OneRequest(self.caller, self.key, hashlib.sha256(self.digest + content).digest())

    async def recall(self, session: AsyncSession) -> Any | None:
        """Return what was answered before, as JSON has it; `None` when it is to be carried out now.

        Call it first in the transaction: it waits for the same request when that is under way.

        Raises:
            IdempotencyKeyReused: the key came before with another request.

        """
        if self.key is None:
            return None
        asked = {"caller": self.caller, "key": self.key}
        await session.execute(_TAKE_TURNS, asked)
        found = (await session.execute(_RECALL, asked)).one_or_none()
        if found is None:
            return None
        if bytes(found.digest) != self.digest:
            raise IdempotencyKeyReused(
                "Cette clé d'idempotence a déjà servi pour une autre demande : prenez-en une nouvelle.",
                errors=[
                    FieldError("/header/Idempotency-Key", "idempotency_key_reused", "Clé déjà utilisée.")
                ],
            )
        return found.result

    async def keep(self, session: AsyncSession, result: Result) -> Result:
        """Remember what is answered, in the transaction that did it, and return it.

        Args:
            session: where `recall` was asked, in the same transaction.
            result: what makes the answer; whatever JSON can say, but not nothing.

        """
        if self.key is not None:
            await session.flush()
            plain = to_jsonable_python(result)
            if plain is None:
                raise ValueError("nothing cannot be told from not being there")
            values = {"caller": self.caller, "key": self.key, "digest": self.digest, "result": plain}
            await session.execute(_KEEP, values)
        return result


ONCE: Final = OneRequest("", None, b"")
"""For a use case that no request asks for: it has no key."""


async def one_request(
    request: Request,
    identity: CurrentIdentity,
    idempotency_key: Annotated[
        str | None,
        Header(
            alias="Idempotency-Key",
            min_length=1,
            max_length=200,
            pattern="^[ -~]+$",
            description="Sent again with the same key within 48 hours, the request is not carried out twice.",
        ),
    ] = None,
) -> OneRequest:
    """Return the request as one that is carried out once; nobody shares keys, so strangers have none."""
    if idempotency_key is None or identity.is_anonymous:
        return ONCE
    streamed = request.headers.get("content-type", "").startswith(_STREAMED)
    body = b"" if streamed else await request.body()
    address = f"{request.method} {request.url.path}?{request.url.query}\n"
    return OneRequest(actor_of(identity), idempotency_key, hashlib.sha256(address.encode() + body).digest())


Once = Annotated[OneRequest, Depends(one_request)]


async def forget_results(session: AsyncSession, ids: Iterable[str]) -> int:
    """Take away what was answered to these accounts, and what names them; return how many answers that were."""
    callers = [one for one in ids if one]
    if not callers:
        return 0
    forgotten = await session.execute(_FORGET, {"callers": callers, "patterns": word_patterns(callers)})
    return int(forgotten.rowcount)  # type: ignore[attr-defined]


async def forget_old_results(driver: "Driver") -> None:
    """Forget the answers that are remembered no longer (`KEPT`)."""
    await driver.execute(_TIDY, KEPT)


async def tidy_results(worker: "PgQueuer") -> None:
    """Register the job that forgets old answers: one of those that a service's worker is given."""

    @worker.schedule("tidy-idempotent-requests", "50 3 * * *", clean_old=True)
    async def tidy(_schedule: "Schedule") -> None:
        await forget_old_results(worker.connection)
