"""What each kind of feed is made of: where its rows come from, and who understands them."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Protocol
from uuid import UUID

from ombelle_events.feed.adapters.openagenda_v2 import OpenAgendaV2, StagedRow
from ombelle_events.feed.adapters.opendatasoft.adapter import Opendatasoft
from ombelle_events.feed.archives.client import ArchiveClient
from ombelle_events.feed.client import OpenAgendaClient
from ombelle_events.feed.communes import CommuneIndex
from ombelle_events.feed.domain import SourceEvent
from ombelle_events.feed.fetching import Listing, RetryPolicy


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """A feed as a run finds it. `territory` null admits every department."""

    id: UUID
    url: str
    agenda: str | None
    key: str | None
    territory: frozenset[str] | None
    edition: int | None
    meaning: str | None
    watermark: datetime | None
    kind: str = "openagenda-v2"


class Source(Protocol):
    """Where the rows of a run come from: the HTTP client, or pages in memory. Raises PageFailed."""

    async def agenda(self) -> dict[str, Any]:
        """What the source says of itself: an agenda's configuration, a data set's columns."""
        ...

    async def total(self) -> int:
        """How many events the source shows at all."""
        ...

    def rows(self, listing: Listing, since: str | None) -> AsyncIterator[list[Any]]:
        """Yield pages of rows; when it ends, `listing` says how far it may be trusted."""
        ...


class Adapter(Protocol):
    """Who understands rows. `salt` changes when the same row comes to mean something else."""

    @property
    def salt(self) -> str:
        """What digests are made with, beside the row."""
        ...

    def stage(self, row: Any) -> StagedRow:
        """Key and digest of a raw row. Never fails."""
        ...

    def read(self, raw: str | bytes, updated_at: datetime | None = None) -> SourceEvent:
        """Read a staged row. Raises RowRejected."""
        ...

    def report(self) -> dict[str, Any] | None:
        """What the rows staged so far held that no mapping knows; `None` when all was known."""
        ...


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of feed. `whole` says that it cannot tell what changed: each run lists everything."""

    client: Callable[[FeedSettings, RetryPolicy | None], AbstractAsyncContextManager[Source]]
    adapter: Callable[[Mapping[str, Any], CommuneIndex, FeedSettings, str], Adapter]
    whole: bool
    to_check: str


def _openagenda_client(feed: FeedSettings, policy: RetryPolicy | None) -> AbstractAsyncContextManager[Source]:
    return OpenAgendaClient(feed.url, feed.agenda or "", feed.key or "", policy)


def _openagenda_adapter(
    agenda: Mapping[str, Any], communes: CommuneIndex, feed: FeedSettings, public_url: str
) -> Adapter:
    return OpenAgendaV2(agenda, communes, feed.territory, feed.edition, public_url)


def _archive_client(feed: FeedSettings, policy: RetryPolicy | None) -> AbstractAsyncContextManager[Source]:
    return ArchiveClient(feed.url, feed.key, policy)


def _archive_adapter(
    dataset: Mapping[str, Any], communes: CommuneIndex, feed: FeedSettings, public_url: str
) -> Adapter:
    return Opendatasoft(dataset, communes, feed.territory, feed.edition, public_url)


KINDS: Final[Mapping[str, Kind]] = {
    "openagenda-v2": Kind(
        client=_openagenda_client,
        adapter=_openagenda_adapter,
        whole=False,
        to_check="l'adresse, le numéro de l'agenda et la clé",
    ),
    "opendatasoft": Kind(
        client=_archive_client,
        adapter=_archive_adapter,
        whole=True,
        to_check="l'adresse ou le fichier",
    ),
}
