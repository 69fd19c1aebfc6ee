from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic_core import to_jsonable_python
from sqlalchemy import Text, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_chassis.identity import Identity
from ombelle_chassis.words import word_patterns

_APPEND: Final = text("SELECT audit_append(:actor, :action, :subject_kind, :subject_id, :values)").bindparams(
    bindparam("values", type_=JSONB)
)
_APPEND_ALL: Final = text("""
SELECT audit_append(:actor, :action, :subject_kind, e.value ->> 'id', e.value -> 'values')
FROM jsonb_array_elements(:entries) AS e
""").bindparams(bindparam("entries", type_=JSONB))
_FORGET_ACTOR: Final = text(
    "UPDATE audit_value SET actor = NULL, actor_salt = NULL WHERE actor = ANY (:ids)"
).bindparams(bindparam("ids", type_=ARRAY(Text)))
_FORGET_SUBJECT: Final = text(
    'UPDATE audit_value SET subject_id = NULL, subject_salt = NULL, "values" = NULL, values_salt = NULL '
    "WHERE subject_id = ANY (:ids)"
).bindparams(bindparam("ids", type_=ARRAY(Text)))
_FORGET_MENTIONS: Final = text("""
UPDATE audit_value SET "values" = NULL, values_salt = NULL WHERE EXISTS (
  SELECT FROM jsonb_path_query("values", '$.** ? (@.type() == "string")') AS value
  WHERE lower(value #>> '{}') ~ ANY (:patterns))
""").bindparams(bindparam("patterns", type_=ARRAY(Text)))
_VERIFY: Final = text("SELECT seq, fault FROM audit_faults() LIMIT :limit")


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the chain does not hold: `entry_missing` (before this one), `chain_broken`, `entry_changed`,
    `value_changed`, `value_missing` or `tail_missing` (after the last one).
    """  # fmt: skip

    seq: int
    fault: str


def actor_of(identity: Identity) -> str:
    """Return who acts, as the log says it: an account's id, or `token:` and the id of a program's token."""
    return f"token:{identity.token}" if identity.is_program else identity.subject


async def record(
    session: AsyncSession,
    *,
    actor: Identity | str,
    action: str,
    subject_kind: str,
    subject_id: str,
    values: Mapping[str, Any] | None = None,
) -> int:
    """Write an entry in this transaction, and return its number.

    Call it last: until the transaction ends, nobody else writes one.

    Args:
        session: in the transaction that makes the change.
        actor: who did it, or the name of what did.
        action: what was done, in one word of the domain: `event_edited`.
        subject_kind: of the thing it was done to: `event`.
        subject_id: of that thing.
        values: what it was and is, as JSON has it; dates and ids become texts.

    """
    written: int = await session.scalar(
        _APPEND,
        {
            "actor": actor_of(actor) if isinstance(actor, Identity) else actor,
            "action": action,
            "subject_kind": subject_kind,
            "subject_id": subject_id,
            "values": to_jsonable_python(dict(values or {})),
        },
    )
    return written


async def record_all(
    session: AsyncSession,
    *,
    actor: Identity | str,
    action: str,
    subject_kind: str,
    entries: Iterable[tuple[str, Mapping[str, Any]]],
) -> None:
    """Write an entry for each of many subjects, their ids with the values, in one statement; else as `record` does."""
    told = [{"id": subject_id, "values": to_jsonable_python(dict(values))} for subject_id, values in entries]
    await session.execute(
        _APPEND_ALL,
        {
            "actor": actor_of(actor) if isinstance(actor, Identity) else actor,
            "action": action,
            "subject_kind": subject_kind,
            "entries": told,
        },
    )


async def forget(session: AsyncSession, *, ids: Iterable[str] = (), mentions: Iterable[str] = ()) -> None:
    """Erase somebody from the log: the digests stay, and without their salts tell nothing.

    Args:
        session: in the transaction that erases.
        ids: of accounts or persons; gone as actor, and as subject with the values beside.
        mentions: e-mail addresses or ids; values in which one stands, as a whole word, go.

    """
    gone = {"ids": list(ids)}
    if gone["ids"]:
        await session.execute(_FORGET_ACTOR, gone)
        await session.execute(_FORGET_SUBJECT, gone)
    patterns = word_patterns(mentions)
    if patterns:
        await session.execute(_FORGET_MENTIONS, {"patterns": patterns})


async def verify(session: AsyncSession, *, limit: int = 100) -> list[Fault]:
    """Return at most `limit` faults of the chain, in its order; none when it holds."""
    rows = await session.execute(_VERIFY, {"limit": limit})
    return [Fault(row.seq, row.fault) for row in rows]
