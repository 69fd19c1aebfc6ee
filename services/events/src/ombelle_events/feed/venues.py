"""Places of a feed, brought to venues: by their id at the source, else by standing at the same spot under nearly
the same name. What is shared is undone by moving one row of `venue_ref`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import asyncpg

from ombelle_events.feed.communes import distance_km
from ombelle_events.feed.domain import SourcePlace
from ombelle_events.programme.similarity import name_similarity

SAME_PLACE_KM: Final = 0.1
SAME_NAME: Final = 0.8

_VALUES: Final = (
    "name",
    "address",
    "postal_code",
    "city",
    "insee",
    "latitude",
    "longitude",
    "phone",
    "email",
    "website",
    "access",
)
_TYPES: Final = {"latitude": "double precision", "longitude": "double precision"}
# 0.001° is 111 m of latitude, and 0.002° at least 130 m of longitude below 54° north.
_NEAR: Final = """
SELECT p.place, v.id, v.name, v.latitude, v.longitude
FROM unnest($1::integer[], $2::float8[], $3::float8[]) AS p(place, latitude, longitude)
JOIN venue v ON v.latitude BETWEEN p.latitude - 0.001 AND p.latitude + 0.001
  AND v.longitude BETWEEN p.longitude - 0.002 AND p.longitude + 0.002
"""
_UPDATE: Final = f"""
UPDATE venue v SET ({", ".join(_VALUES)}) = ({", ".join(f"p.{c}" for c in _VALUES)}),
  version = v.version + 1, updated_at = now()
FROM unnest($1::uuid[], {", ".join(f"${n}::{_TYPES.get(c, 'text')}[]" for n, c in enumerate(_VALUES, 2))})
  AS p(id, {", ".join(_VALUES)})
WHERE v.id = p.id
  AND ({", ".join(f"v.{c}" for c in _VALUES)}) IS DISTINCT FROM ({", ".join(f"p.{c}" for c in _VALUES)})
RETURNING v.id
"""  # noqa: S608 -- column names of ours
_DATE_REFS: Final = """
UPDATE venue_ref r SET source_updated_at = p.at FROM unnest($2::text[], $3::timestamptz[]) AS p(external_id, at)
WHERE r.source = $1 AND r.external_id = p.external_id AND p.at > coalesce(r.source_updated_at, '-infinity')
"""


@dataclass(frozen=True, slots=True)
class _Ref:
    venue_id: UUID
    leads: bool
    updated_at: datetime | None


def is_same_place(place: SourcePlace, name: str, latitude: float, longitude: float) -> bool:
    """Say whether a place stands within 100 m of the point, under nearly the same name."""
    return (
        place.latitude is not None
        and place.longitude is not None
        and distance_km(place.latitude, place.longitude, latitude, longitude) <= SAME_PLACE_KM
        and name_similarity(place.name, name) >= SAME_NAME
    )


class VenueWriter:
    """Writes the places of a batch, in the caller's transaction."""

    def __init__(self, connection: asyncpg.Connection, source: str) -> None:
        self._connection = connection
        self._source = source

    async def write(self, places: Iterable[SourcePlace]) -> tuple[Mapping[str, UUID], Sequence[UUID]]:
        """Write places and return the venue of each by its id at the source, and the venues that changed."""
        latest = _latest(places)
        if not latest:
            return {}, []
        refs = await self._refs(list(latest))
        changed = await self._update(latest, refs)
        created = await self._create([p for key, p in latest.items() if key not in refs])
        return {key: ref.venue_id for key, ref in refs.items()} | created, changed

    async def _refs(self, keys: list[str]) -> dict[str, _Ref]:
        found = await self._connection.fetch(
            "SELECT external_id, venue_id, leads, source_updated_at FROM venue_ref "
            "WHERE source = $1 AND external_id = ANY ($2::text[])",
            self._source,
            keys,
        )
        return {key: _Ref(venue_id, leads, at) for key, venue_id, leads, at in found}

    async def _update(self, places: Mapping[str, SourcePlace], refs: Mapping[str, _Ref]) -> list[UUID]:
        # A row may carry an older picture of its place than one that came before it.
        ours = [
            (ref.venue_id, places[key])
            for key, ref in refs.items()
            if ref.leads and not _is_older(places[key].updated_at, ref.updated_at)
        ]
        if not ours:
            return []
        ours.sort(key=lambda pair: pair[0])
        columns = [[getattr(place, column) for _, place in ours] for column in _VALUES]
        changed = await self._connection.fetch(_UPDATE, [venue_id for venue_id, _ in ours], *columns)
        dated = [(p.external_id, p.updated_at) for _, p in ours if p.updated_at is not None]
        if changed and dated:
            await self._connection.execute(
                _DATE_REFS, self._source, [k for k, _ in dated], [at for _, at in dated]
            )
        return [venue_id for (venue_id,) in changed]

    async def _create(self, places: Sequence[SourcePlace]) -> dict[str, UUID]:
        if not places:
            return {}
        shared = await self._standing_there(places)
        fresh = [p for p in places if p.external_id not in shared]
        ids = await new_ids(self._connection, len(fresh))
        leaders = _Leaders()
        found: dict[str, UUID] = dict(shared)
        venues: list[tuple[Any, ...]] = []
        refs: list[tuple[Any, ...]] = [
            (self._source, key, venue_id, False, None) for key, venue_id in shared.items()
        ]
        for place, new_id in zip(fresh, ids, strict=True):
            venue_id = leaders.find(place)
            leads = venue_id is None
            if venue_id is None:
                venue_id = new_id
                leaders.add(place, new_id)
                venues.append((new_id, *(getattr(place, column) for column in _VALUES)))
            found[place.external_id] = venue_id
            refs.append((self._source, place.external_id, venue_id, leads, place.updated_at))
        await self._connection.copy_records_to_table("venue", records=venues, columns=("id", *_VALUES))
        await self._connection.copy_records_to_table(
            "venue_ref",
            records=refs,
            columns=("source", "external_id", "venue_id", "leads", "source_updated_at"),
        )
        return found

    async def _standing_there(self, places: Sequence[SourcePlace]) -> dict[str, UUID]:
        located = [(n, p) for n, p in enumerate(places) if p.latitude is not None]
        near = await self._connection.fetch(
            _NEAR,
            [n for n, _ in located],
            [p.latitude for _, p in located],
            [p.longitude for _, p in located],
        )
        best: dict[str, tuple[float, UUID]] = {}
        for n, venue_id, name, latitude, longitude in near:
            place = places[n]
            if is_same_place(place, name, latitude, longitude):
                # The likest name, then the oldest venue: the same answer at each try.
                rank = (-name_similarity(place.name, name), venue_id)
                best[place.external_id] = min(best.get(place.external_id, rank), rank)
        return {key: venue_id for key, (_, venue_id) in best.items()}


class _Leaders:
    """New venues of a batch by where they stand, on a grid of cells wider than 100 m."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[SourcePlace, UUID]]] = defaultdict(list)

    def find(self, place: SourcePlace) -> UUID | None:
        if place.latitude is None or place.longitude is None:
            return None
        row, column = _cell(place.latitude, place.longitude)
        for r in (-1, 0, 1):
            for c in (-1, 0, 1):
                for other, venue_id in self._cells.get((row + r, column + c), ()):
                    if is_same_place(place, other.name, other.latitude or 0.0, other.longitude or 0.0):
                        return venue_id
        return None

    def add(self, place: SourcePlace, venue_id: UUID) -> None:
        if place.latitude is not None and place.longitude is not None:
            self._cells[_cell(place.latitude, place.longitude)].append((place, venue_id))


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return int(latitude // 0.001), int(longitude // 0.002)


def _latest(places: Iterable[SourcePlace]) -> dict[str, SourcePlace]:
    found: dict[str, SourcePlace] = {}
    for place in places:
        before = found.get(place.external_id)
        if before is None or not _is_older(place.updated_at, before.updated_at):
            found[place.external_id] = place
    return found


def _is_older(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and other is not None and one < other


async def new_ids(connection: asyncpg.Connection, count: int) -> list[UUID]:
    """As many new UUIDv7 as asked, in order, made where all the others are."""
    if not count:
        return []
    found: Sequence[Any] = await connection.fetch(
        "SELECT uuidv7() FROM generate_series(1, $1::integer)", count
    )
    return [new_id for (new_id,) in found]
