"""Baseline of an agenda page: a bare ASGI application, an asyncpg pool, and one query that makes the JSON from the
tables. It gives the very bytes that Ombelle gives (whitespace included: hence `string_agg` around the items, where
`json_agg` would put other blanks; the two were measured alike).

It is made to be hard to beat: instants are written by PostgreSQL itself in the connection's time zone, items are
built for the fifty of the page only, and it has indexes that Ombelle's tables do without (`PREPARE`).
"""

import argparse
import os
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs
from zoneinfo import ZoneInfo

import asyncpg
from ombelle_chassis.pagination import encode_cursor
from ombelle_chassis.server import serve

PARIS = ZoneInfo("Europe/Paris")

PREPARE = """
CREATE TABLE bare_search AS SELECT event_id, search FROM agenda_card;
UPDATE bare_search SET search = ts_delete(search, ARRAY(
  SELECT lexeme FROM unnest(tsvector_to_array(search)) AS lexeme WHERE lexeme LIKE '% %'));
ALTER TABLE bare_search ADD PRIMARY KEY (event_id);
CREATE INDEX ON bare_search USING gin (search);
CREATE INDEX ON event_session USING gist (tstzrange(starts_at, ends_at));
CREATE INDEX ON event (id) INCLUDE (venue_id)
  WHERE publication = 'published' AND withdrawn_at IS NULL AND NOT is_duplicate;
"""
"""What the baseline gets of its own: the words of each event in a narrow table, sessions found by when they are, and
published events without a look at their wide rows."""

_HIT = """
WITH hit AS MATERIALIZED (
  SELECT e.id, w.starts_at
  FROM (
    SELECT event_id, min(starts_at) AS starts_at FROM event_session s
    WHERE tstzrange(s.starts_at, s.ends_at) && tstzrange($1, $2) GROUP BY event_id OFFSET 0
  ) w
  JOIN bare_search x ON x.event_id = w.event_id
  JOIN event e ON e.id = w.event_id
  WHERE x.search @@ plainto_tsquery('programme', $3)
    AND e.publication = 'published' AND e.withdrawn_at IS NULL AND NOT e.is_duplicate
    {department}
"""
_DEPARTMENT = (
    "AND e.venue_id IN (SELECT v.id FROM venue v JOIN commune c USING (insee) WHERE c.department_code = $4)"
)
_PAGE = """
), page AS (
  SELECT id, starts_at, row_number() OVER (ORDER BY starts_at, id) AS place FROM hit
  ORDER BY starts_at, id LIMIT 51
), item AS (
  SELECT page.place, row_to_json(card)::text AS text
  FROM page
  JOIN event e ON e.id = page.id
  LEFT JOIN edition ON edition.id = e.edition_id
  LEFT JOIN venue v ON v.id = e.venue_id
  LEFT JOIN commune c ON c.insee = v.insee
  LEFT JOIN event p ON p.id = e.parent_id AND p.publication = 'published' AND p.withdrawn_at IS NULL
  CROSS JOIN LATERAL (
    SELECT min(s.status) AS lowest, max(s.status) AS highest,
      json_agg(json_build_object('id', s.id, 'starts_at', s.starts_at, 'ends_at', s.ends_at,
        'status', CASE WHEN s.status = 'scheduled' THEN e.status ELSE s.status END,
        'status_reason', s.status_reason, 'previous_starts_at', s.previous_starts_at,
        'previous_ends_at', s.previous_ends_at) ORDER BY s.starts_at, s.id) AS sessions,
      (array_agg(json_build_object('starts_at', s.starts_at, 'ends_at', s.ends_at,
        'status', CASE WHEN s.status = 'scheduled' THEN e.status ELSE s.status END) ORDER BY s.starts_at, s.id)
        FILTER (WHERE tstzrange(s.starts_at, s.ends_at) && tstzrange($1, $2)))[1] AS first_session
    FROM event_session s WHERE s.event_id = e.id
  ) AS s
  CROSS JOIN LATERAL (SELECT
    e.id, e.slug, e.title, e.description, e.structure, e.activity_type, e.theme, e.audience, e.school_levels,
    json_build_object('min', e.age_min, 'max', e.age_max) AS age, e.free, e.accessibility,
    CASE WHEN e.status <> 'scheduled' THEN e.status WHEN s.lowest = s.highest THEN s.lowest ELSE 'scheduled' END
      AS status,
    e.status_reason, e.attendance_mode, e.registration <> '[]' AS bookable, e.holder,
    CASE WHEN v.id IS NOT NULL THEN json_build_object('id', v.id, 'name', v.name,
      'city', coalesce(c.name, v.city), 'insee', v.insee, 'department', c.department_code,
      'latitude', coalesce(v.latitude, c.latitude), 'longitude', coalesce(v.longitude, c.longitude)) END AS venue,
    CASE WHEN e.image IS NOT NULL THEN json_build_object('url', e.image ->> 'url',
      'credits', e.image ->> 'credits', 'alt', e.image ->> 'alt') END AS image,
    edition.year AS edition,
    CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'slug', p.slug, 'title', p.title) END AS parent,
    (SELECT count(*) FROM event child WHERE child.parent_id = e.id AND child.publication = 'published'
      AND child.withdrawn_at IS NULL) AS children_count,
    s.sessions, date_trunc('second', e.updated_at) AS updated_at, s.first_session
  ) AS card
  WHERE page.place <= 50
)
SELECT coalesce(string_agg(text, ',' ORDER BY place), '') AS items, (SELECT count(*) FROM hit) AS total,
  (SELECT starts_at FROM page WHERE place = 50) AS last_starts_at, (SELECT id FROM page WHERE place = 50) AS last_id
FROM item
"""
QUERY = _HIT.format(department="") + _PAGE
QUERY_IN_DEPARTMENT = _HIT.format(department=_DEPARTMENT) + _PAGE


class Bare:
    """The application."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._pool: Any = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request, or live."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        body = await self._page(scope["query_string"]) if scope["path"] != "/healthz" else b"{}"
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _live(self, receive: Any, send: Any) -> None:
        await receive()
        self._pool = await asyncpg.create_pool(
            self._url,
            min_size=1,
            max_size=4,
            server_settings={"jit": "off", "timezone": "Europe/Paris"},
        )
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._pool.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def _page(self, query: bytes) -> bytes:
        asked = {name: values[0] for name, values in parse_qs(query.decode()).items()}
        begin = _midnight(asked["from"])
        end = _midnight(asked["to"], days=1)
        if department := asked.get("department"):
            row = await self._pool.fetchrow(QUERY_IN_DEPARTMENT, begin, end, asked["q"], department)
        else:
            row = await self._pool.fetchrow(QUERY, begin, end, asked["q"])
        following = "null"
        if row["total"] > 50:
            cursor = encode_cursor("agenda-date", 0, row["last_starts_at"].isoformat(), str(row["last_id"]))
            following = f'"{cursor}"'
        return f'{{"items":[{row["items"]}],"total":{row["total"]},"next":{following}}}'.encode()


def _midnight(day: str, *, days: int = 0) -> datetime:
    found = date.fromisoformat(day) + timedelta(days=days)
    return datetime(found.year, found.month, found.day, tzinfo=PARIS)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    serve(Bare(os.environ["EVENTS_DATABASE_URL"]), parser.parse_args().port)
