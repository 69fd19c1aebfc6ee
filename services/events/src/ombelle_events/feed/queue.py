"""Asking the worker for a run: a job in the very transaction of whoever asks."""

import json
from dataclasses import dataclass
from typing import Any, Final

SYNC_JOB: Final = "feed-sync"


@dataclass(frozen=True, slots=True)
class SyncJob:
    """A run asked for."""

    name: str
    full: bool = False
    force: bool = False

    def payload(self) -> bytes:
        """The job's bytes in the queue."""
        return json.dumps({"name": self.name, "full": self.full, "force": self.force}).encode()

    @classmethod
    def read(cls, payload: bytes | None) -> "SyncJob":
        """Read the bytes that `payload` made."""
        values = json.loads(payload or b"{}")
        return cls(values["name"], bool(values.get("full")), bool(values.get("force")))


async def enqueue_sync(connection: Any, name: str, *, full: bool, force: bool) -> bool:
    """Enqueue a run on an asyncpg connection, in its transaction; `False` when the same run waits already."""
    from pgqueuer.db import AsyncpgDriver  # noqa: PLC0415 -- slow to import, and few processes enqueue
    from pgqueuer.queries import Queries  # noqa: PLC0415

    job = SyncJob(name, full, force)
    key = f"{SYNC_JOB} {name} {full} {force}"
    ids = await Queries(AsyncpgDriver(connection)).enqueue(
        SYNC_JOB, job.payload(), dedupe_key=key, on_conflict="skip"
    )
    return ids[0] is not None
