"""Events that may be one: at the same place, on the same day, under nearly the same title.

Candidates come from one statement, by place and day; titles are compared here, each cut into its letter triples
once, which is ten times quicker than comparing pair by pair in SQL when a village has hundreds of events a day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

import asyncpg

from ombelle_events.programme.similarity import share, trigrams

SAME_TITLE: Final = 0.8

# Events of a batch, and whatever begins on one of their days at their venues or within 100 m of them. `spot` is the
# venue of the batch that an event stands at or near. What is hidden behind another waits for that decision alone.
_AROUND: Final = """
WITH touched AS MATERIALIZED (
  SELECT e.id, e.venue_id, v.latitude, v.longitude FROM event e JOIN venue v ON v.id = e.venue_id
  WHERE e.id = ANY ($1::uuid[]) AND e.withdrawn_at IS NULL AND e.duplicate_of IS NULL
), spots AS MATERIALIZED (
  SELECT DISTINCT venue_id AS spot, venue_id FROM touched
  UNION
  SELECT t.venue_id, v.id FROM (SELECT DISTINCT venue_id, latitude, longitude FROM touched) t
  JOIN venue v ON v.latitude BETWEEN t.latitude - 0.001 AND t.latitude + 0.001
    AND v.longitude BETWEEN t.longitude - 0.002 AND t.longitude + 0.002
    AND distance_km(v.latitude, v.longitude, t.latitude, t.longitude) <= 0.1
), days AS MATERIALIZED (
  SELECT DISTINCT t.venue_id AS spot, (s.starts_at AT TIME ZONE 'Europe/Paris')::date AS day
  FROM touched t JOIN event_session s ON s.event_id = t.id
)
SELECT DISTINCT spots.spot, days.day, e.id, e.parent_id, e.title, (e.id IN (SELECT id FROM touched)) AS touched,
  e.venue_id = spots.spot AS there
FROM spots
JOIN event e ON e.venue_id = spots.venue_id AND e.withdrawn_at IS NULL AND e.duplicate_of IS NULL
JOIN event_session s ON s.event_id = e.id
JOIN days ON days.spot = spots.spot AND days.day = (s.starts_at AT TIME ZONE 'Europe/Paris')::date
"""
_INSERT: Final = """
INSERT INTO duplicate_candidate (first_id, second_id, similarity)
SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::float8[]) AS pair(first_id, second_id, similarity)
ORDER BY first_id, second_id
ON CONFLICT (first_id, second_id) DO NOTHING
RETURNING id
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """An event that stands at a spot on a day; `touched` in this batch; `there` at the spot itself, not near it."""

    spot: UUID
    day: date
    id: UUID
    parent_id: UUID | None
    title: str
    touched: bool
    there: bool


async def find_duplicates(connection: asyncpg.Connection, events: Sequence[UUID]) -> int:
    """Note the pairs that these events form, and return how many were not known."""
    if not events:
        return 0
    found = [Standing(*row) for row in await connection.fetch(_AROUND, events)]
    pairs = sorted(similar_pairs(found).items())
    if not pairs:
        return 0
    first, second = [a for (a, _), _ in pairs], [b for (_, b), _ in pairs]
    return len(await connection.fetch(_INSERT, first, second, [value for _, value in pairs]))


def similar_pairs(standing: Iterable[Standing]) -> Mapping[tuple[UUID, UUID], float]:
    """Pairs of ids, the smaller first, with how much their titles have in common."""
    groups: dict[tuple[UUID, date], list[Standing]] = defaultdict(list)
    words: dict[UUID, frozenset[str]] = {}
    for one in standing:
        groups[one.spot, one.day].append(one)
        if one.id not in words:
            words[one.id] = trigrams(one.title)
    found: dict[tuple[UUID, UUID], float] = {}
    compared: set[tuple[UUID, UUID]] = set()
    for one, other in (pair for group in groups.values() for pair in _pairs(group)):
        key = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if key in compared:
            continue
        compared.add(key)
        alike = share(words[one.id], words[other.id], at_least=SAME_TITLE)
        if alike >= SAME_TITLE:
            found[key] = alike
    return found


def _pairs(group: Sequence[Standing]) -> Iterator[tuple[Standing, Standing]]:
    """Each pair with a touched event at the spot, but for a parent with its child."""
    for n, one in enumerate(group):
        for other in group[n + 1 :]:
            if not ((one.touched and one.there) or (other.touched and other.there)):
                continue
            if one.id not in (other.id, other.parent_id) and one.parent_id != other.id:
                yield one, other
