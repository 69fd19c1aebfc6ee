"""What is written of organisations in the audit log: what was done, never a name or an address."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ombelle_chassis import audit
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.callers import Caller


async def record(
    session: AsyncSession, caller: Caller, action: str, organisation_id: UUID, values: Mapping[str, Any]
) -> None:
    """Write what a caller did to an organisation, last in the transaction. Persons stand there by their ids."""
    await session.flush()
    await audit.record(
        session,
        actor=caller.identity,
        action=action,
        subject_kind="organisation",
        subject_id=str(organisation_id),
        values=values,
    )
