"""The jobs of files: those that nothing tells of go, those that wait for the scanner are looked at."""

from pgqueuer import PgQueuer
from pgqueuer.models import Schedule

from ombelle_chassis.files.service import FileService
from ombelle_chassis.jobs import Register
from ombelle_chassis.logging import get_logger

_log = get_logger("files")


def file_jobs(service: FileService, *, scans: bool) -> Register:
    """Return what registers the jobs of files; with `scans`, there is a scanner."""

    async def register(worker: PgQueuer) -> None:
        @worker.schedule("sweep-files", "35 3 * * *", clean_old=True)
        async def sweep(_schedule: Schedule) -> None:
            _log.info("files_swept", count=await service.sweep())

        if scans:

            @worker.schedule("scan-files", "* * * * *", clean_old=True)
            async def scan(_schedule: Schedule) -> None:
                await service.scan_waiting()

    return register
