"""Files that people sent: what they are."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

SAFE: Final = frozenset({"clean", "skipped"})
"""What the scanner said of files that are served."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a declaration, a meeting…, each of which names its own. `scan` is what the virus scanner said of it."""

    id: UUID
    storage_key: str
    name: str
    media_type: str
    size_bytes: int
    sha256: bytes
    scan: str
