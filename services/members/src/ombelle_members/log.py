"""What is written in the audit log: what was done to what, never a name or an address."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ombelle_chassis import audit
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.callers import Caller


async def record(
    session: AsyncSession,
    caller: Caller | str,
    action: str,
    subject: tuple[str, UUID],
    values: Mapping[str, Any] | None = None,
) -> None:
    """Write what was done, last in the transaction.

    Args:
        session: the transaction that did it.
        caller: who did it; a word, such as `schedule`, for the service's own jobs.
        action: the code of what was done, such as `fee_called`.
        subject: kind and id of what it was done to, such as `("fee", fee_id)`.
        values: what is worth keeping of it; persons stand there by their ids.

    """
    await session.flush()
    kind, identifier = subject
    await audit.record(
        session,
        actor=caller if isinstance(caller, str) else caller.identity,
        action=action,
        subject_kind=kind,
        subject_id=str(identifier),
        values=values or {},
    )
