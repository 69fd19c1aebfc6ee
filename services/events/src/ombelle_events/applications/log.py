"""The audit log's entries about applications."""

from typing import Any
from uuid import UUID

from ombelle_chassis.audit import record
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.viewer import Asker


async def audit(
    session: AsyncSession, asker: Asker | str, action: str, application_id: UUID, **values: Any
) -> None:
    """Write what was done to an application, last in the transaction that does it.

    What the dossier says is in its own history: `values` name fields, parties and states.
    """
    await record(
        session,
        actor=asker if isinstance(asker, str) else asker.actor,
        action=action,
        subject_kind="application",
        subject_id=str(application_id),
        values=values,
    )
