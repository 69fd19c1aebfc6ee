"""The jobs of correspondence: files that nothing refers to go, files that wait for the scanner are looked at."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from ombelle_chassis.database import create_engine, session_maker
from ombelle_chassis.jobs import Register
from ombelle_chassis.logging import get_logger
from ombelle_chassis.storage import Storage
from pgqueuer import PgQueuer
from pgqueuer.models import Schedule

from ombelle_events.correspondence.attachments.service import AttachmentService
from ombelle_events.settings import FILES, Settings

_NAME = "events-worker"
_log = get_logger(_NAME)


def correspondence_jobs(settings: Settings) -> Register:
    """Return what registers the jobs of files, where there is a storage of files."""

    async def register(worker: PgQueuer) -> None:
        if settings.storage_url is None:
            return

        @worker.schedule("sweep-files", "35 3 * * *", clean_old=True)
        async def sweep(_schedule: Schedule) -> None:
            async with _service(settings) as service:
                _log.info("files_swept", count=await service.sweep())

        if settings.clamd is not None:

            @worker.schedule("scan-files", "* * * * *", clean_old=True)
            async def scan(_schedule: Schedule) -> None:
                async with _service(settings) as service:
                    await service.scan_waiting()

    return register


@asynccontextmanager
async def _service(settings: Settings) -> AsyncIterator[AttachmentService]:
    """Open what a job needs, for as long as it runs: the worker holds no pool between two nights."""
    engine = create_engine(settings.database_url, application_name=_NAME, pool_size=1)
    try:
        yield AttachmentService(session_maker(engine), Storage(settings.storage_url, FILES), settings.clamd)
    finally:
        await engine.dispose()
