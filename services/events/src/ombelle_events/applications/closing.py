"""Calls that, when they close, send the drafts that are complete: nobody loses a dossier for a button not pressed."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from ombelle_chassis.database import create_engine, session_maker
from ombelle_chassis.jobs import Register
from pgqueuer import PgQueuer
from pgqueuer.models import Schedule
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.checking import check_application
from ombelle_events.applications.entries import write_entry
from ombelle_events.applications.log import audit
from ombelle_events.applications.seeing import look_at
from ombelle_events.applications.sending.service import send
from ombelle_events.applications.transitions import MACHINE
from ombelle_events.applications.viewer import Asker
from ombelle_events.settings import Settings

ACTOR: Final = "machine"
_MACHINE: Final = Asker(ACTOR, None, frozenset(), coordinates=True)
# Each draft is looked at once: nobody writes in it after the closing, unless a code lets it in, and then it is theirs.
_DUE: Final = text("""
SELECT a.id FROM application a
JOIN call l ON l.id = a.call_id
LEFT JOIN access_code k ON k.id = a.access_code_id
WHERE a.status = 'draft' AND a.closing_checked_at IS NULL
  AND l.closing_policy = 'submit_complete' AND l.publication = 'published' AND l.closes_at <= now()
  AND (k.id IS NULL OR k.expires_at <= now())
ORDER BY a.id LIMIT 500
""")


def closing_jobs(settings: Settings) -> Register:
    """Return what registers the job that closes calls."""

    async def register(worker: PgQueuer) -> None:
        @worker.schedule("close-calls", "* * * * *", clean_old=True)
        async def close(_schedule: Schedule) -> None:
            engine = create_engine(settings.database_url, application_name="events-closing", pool_size=1)
            try:
                await send_complete_drafts(session_maker(engine))
            finally:
                await engine.dispose()

    return register


async def send_complete_drafts(sessions: async_sessionmaker[AsyncSession]) -> list[UUID]:
    """Send the complete drafts of calls that closed and do so; return which. Each in a transaction of its own."""
    async with sessions() as session, session.begin():
        due = list(await session.scalars(_DUE))
    return [application_id for application_id in due if await _close(sessions, application_id)]


async def _close(sessions: async_sessionmaker[AsyncSession], application_id: UUID) -> bool:
    async with sessions() as session, session.begin():
        seen = replace(await look_at(session, _MACHINE, application_id, lock=True), viewer=MACHINE)
        application = seen.application
        if application.status != "draft" or application.closing_checked_at is not None:
            return False
        application.closing_checked_at = datetime.now(UTC)
        outcome = await check_application(session, seen)
        if outcome.is_complete:
            await send(session, seen, actor=ACTOR)
            await audit(session, ACTOR, "application_submitted", application_id)
        else:
            await write_entry(
                session, application, actor=ACTOR, side="machine", action="incomplete_at_closing"
            )
        return outcome.is_complete
