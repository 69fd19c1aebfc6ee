"""Where a service's files are kept: a folder, or S3 and its like, by `OMBELLE_STORAGE_URL`."""

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import IO, Any, Final
from uuid import UUID, uuid4

from ombelle_chassis.errors import Unavailable

_PIECE: Final = 256 * 1024


class StorageUnavailable(Unavailable):
    """The storage of files cannot be reached, has lost this one, or was never configured."""

    code = "storage_unavailable"
    title = "The storage of files is unavailable"


class Storage:
    """Files by key. Not for a transaction: it may be far away.

    Args:
        url: `file:///folder` or `s3://bucket/prefix`, whose keys are the variables `AWS_…`; without it none is taken.
        folder: what the keys begin with, of this kind of files alone.

    """

    def __init__(self, url: str | None, folder: str) -> None:
        self._url, self._folder = url, folder
        self._opened: Any = None

    @property
    def _store(self) -> Any:
        if self._url is None:
            raise _unavailable()
        if self._opened is None:
            stores = _library().store
            is_folder = self._url.startswith("file:")
            self._opened = (
                stores.LocalStore.from_url(self._url, mkdir=True, automatic_cleanup=True)
                if is_folder
                else stores.from_url(self._url)
            )
        return self._opened

    async def put(self, owner_id: UUID, file: IO[bytes]) -> str:
        """Keep a file of that thing, whole or not at all, and return its new key.

        Raises:
            StorageUnavailable: it cannot be kept.

        """
        key = f"{self._folder}/{owner_id}/{uuid4()}"
        file.seek(0)
        with _answered():
            await _library().put_async(self._store, key, file)
        return key

    async def read(self, key: str) -> AsyncIterator[bytes]:
        """Return a file piece by piece; whether it is there is known before anything is sent.

        Raises:
            StorageUnavailable: it is not there, or cannot be reached.

        """
        with _answered():
            found = await _library().get_async(self._store, key)
        return _pieces(found)

    async def remove(self, key: str) -> None:
        """Forget a file; one that is not there is forgotten already. Raises StorageUnavailable."""
        with _answered():
            try:
                await _library().delete_async(self._store, key)
            except (FileNotFoundError, _library().exceptions.NotFoundError):
                return

    async def older_than(self, before: datetime) -> AsyncIterator[list[str]]:
        """Return the keys of files kept before a moment, some hundreds at a time."""
        async for found in _library().list(self._store, prefix=self._folder, chunk_size=500):
            yield [one["path"] for one in found if one["last_modified"] < before]

    async def remove_all(self, keys: Iterable[str]) -> int:
        """Forget files, and return how many. Raises StorageUnavailable."""
        count = 0
        for key in keys:
            await self.remove(key)
            count += 1
        return count


async def _pieces(found: Any) -> AsyncIterator[bytes]:
    async for piece in found.stream(min_chunk_size=_PIECE):
        yield bytes(piece)


@cache
def _library() -> Any:
    """Return obstore, loaded at the first use: seven megabytes, and few processes ever see a file."""
    import obstore.exceptions  # noqa: PLC0415
    import obstore.store  # noqa: PLC0415

    return obstore


@contextmanager
def _answered() -> Iterator[None]:
    """Translate what the storage reports."""
    try:
        yield
    except (_library().exceptions.BaseError, OSError) as error:
        raise _unavailable() from error


def _unavailable() -> StorageUnavailable:
    return StorageUnavailable("Les fichiers sont momentanément indisponibles : réessayez dans un instant.")
