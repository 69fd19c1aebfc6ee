"""The storage of the library `limits` in PostgreSQL: every process counts the same attempts."""

import hashlib
import time
from typing import Final

from limits.aio.storage import MovingWindowSupport, Storage
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from typing_extensions import override

_ACQUIRE: Final = text("SELECT limit_acquire(:key, :most, :seconds, :amount)")
_WINDOW: Final = text(
    "SELECT extract(epoch FROM min(at))::float8 AS start, count(*) AS hits FROM limit_hit "
    "WHERE key = :key AND at > clock_timestamp() - make_interval(secs => :seconds)"
)
_COUNT: Final = text("SELECT count(*) FROM limit_hit WHERE key = :key AND expires_at > clock_timestamp()")
_EXPIRY: Final = text("SELECT extract(epoch FROM max(expires_at))::float8 FROM limit_hit WHERE key = :key")


class PostgresStorage(Storage, MovingWindowSupport):
    """Attempts as rows of `limit_hit`, each counted in a transaction of its own: what fails later still counts.

    Only the moving window is kept: it alone can say exactly when the next attempt is free.
    """

    STORAGE_SCHEME = None

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        super().__init__()
        self._sessions = sessions

    @property
    @override
    def base_exceptions(self) -> type[Exception]:
        return SQLAlchemyError

    @override
    async def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        values = {"key": stored_key(key), "most": limit, "seconds": expiry, "amount": amount}
        async with self._sessions() as session, session.begin():
            return bool(await session.scalar(_ACQUIRE, values))

    @override
    async def get_moving_window(self, key: str, limit: int, expiry: int) -> tuple[float, int]:
        async with self._sessions() as session, session.begin():
            row = (await session.execute(_WINDOW, {"key": stored_key(key), "seconds": expiry})).one()
        return row.start or time.time(), row.hits

    @override
    async def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        raise NotImplementedError("only moving windows are counted")

    @override
    async def get(self, key: str) -> int:
        async with self._sessions() as session, session.begin():
            return int(await session.scalar(_COUNT, {"key": stored_key(key)}) or 0)

    @override
    async def get_expiry(self, key: str) -> float:
        async with self._sessions() as session, session.begin():
            return float(await session.scalar(_EXPIRY, {"key": stored_key(key)}) or time.time())

    @override
    async def check(self) -> bool:
        async with self._sessions() as session, session.begin():
            return await session.scalar(text("SELECT true")) is True

    @override
    async def reset(self) -> int:
        async with self._sessions() as session, session.begin():
            result = await session.execute(text("DELETE FROM limit_hit"))
            return int(result.rowcount)  # type: ignore[attr-defined]

    @override
    async def clear(self, key: str) -> None:
        async with self._sessions() as session, session.begin():
            await session.execute(text("DELETE FROM limit_hit WHERE key = :key"), {"key": stored_key(key)})


def stored_key(key: str) -> bytes:
    """Return what stands in the table for a key of the library: no address can be read there."""
    return hashlib.sha256(key.encode()).digest()
