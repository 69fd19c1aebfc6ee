"""Files that people sent: what they are."""

from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID

SAFE: Final = frozenset({"clean", "skipped"})
"""What the scanner said of files that are served."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a photograph, a declaration, a meeting… each of which names its own. `scan` is what the scanner said."""

    id: UUID
    storage_key: str
    name: str
    media_type: str
    size_bytes: int
    sha256: bytes
    scan: str


class Told(Protocol):
    """What must be told of a file for it to be given: a `StoredFile` or a row of the same table."""

    @property
    def storage_key(self) -> str: ...  # noqa: D102

    @property
    def name(self) -> str: ...  # noqa: D102

    @property
    def size_bytes(self) -> int: ...  # noqa: D102

    @property
    def scan(self) -> str: ...  # noqa: D102
