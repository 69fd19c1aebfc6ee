"""What the desk and the autosave are measured against: ASGI, asyncpg, one statement, nobody asked who they are.

GET /board?call=ID       the bytes of the desk's first page, for somebody who may know everything
PATCH /applications/ID   one UPDATE of the answers, committed
"""

import argparse
import os
from typing import Any
from urllib.parse import parse_qs

import asyncpg
import orjson
from ombelle_chassis.pagination import encode_cursor
from ombelle_chassis.server import serve
from ombelle_events.desk.domain import COLUMNS
from ombelle_events.desk.statements import CARD, COLUMN

COUNT = 20

# The same cards by the same expressions; what one may know of is a constant, which PostgreSQL folds away, and what hangs
# on applications is gathered once for the call rather than looked up for each.
_ALL = "CROSS JOIN (VALUES (false, false, false)) AS v (has_conflict, is_party, is_editor)"
_BOARD = f"""
WITH placed AS (
  SELECT a.id, a.number, {COLUMN} AS place, row_number() OVER (PARTITION BY {COLUMN} ORDER BY a.number) AS n,
    count(*) OVER (PARTITION BY {COLUMN}) AS total
  FROM application a WHERE a.call_id = $1 AND a.status <> 'discarded'
), card AS (
  SELECT p.place, p.n, p.number, p.total, row_to_json(card)::text AS text
  FROM (SELECT * FROM placed WHERE n <= {COUNT}) p
  CROSS JOIN LATERAL (
    SELECT {CARD} FROM application a
    JOIN call l ON l.id = a.call_id
    LEFT JOIN access_code k ON k.id = a.access_code_id
    LEFT JOIN organisation_copy o ON o.organisation_id = a.organisation_id
    LEFT JOIN change_request q ON q.application_id = a.id AND q.answered_at IS NULL
    {_ALL}
    JOIN form_version f ON f.id = a.form_version_id
    LEFT JOIN commune m ON m.insee = a.commune_insee
    LEFT JOIN LATERAL (
      SELECT count(*) AS assigned, count(w.submitted_at) AS submitted
      FROM reviewing r LEFT JOIN review w ON (w.application_id, w.account_id) = (r.application_id, r.account_id)
      WHERE r.application_id = a.id
    ) asked ON true
    LEFT JOIN LATERAL (SELECT * FROM application_score t WHERE t.application_id = a.id) score ON true
    WHERE a.id = p.id
  ) card
), called AS (
  SELECT json_build_object('id', l.id, 'title', l.title, 'edition', e.year, 'opens_at', l.opens_at,
    'closes_at', l.closes_at, 'publication', l.publication, 'has_scoring', l.has_scoring,
    'has_committee', l.has_committee, 'is_anonymous', l.is_anonymous,
    'reviews_per_application', l.reviews_per_application)::text AS call
  FROM call l JOIN edition e ON e.id = l.edition_id WHERE l.id = $1
)
SELECT called.call, place, max(total) AS total, string_agg(text, ',' ORDER BY n) AS items, max(number) AS last
FROM called, card GROUP BY called.call, place
"""
_SAVE = """
UPDATE application SET answers = answers || $2, version = version + 1, updated_at = now() WHERE id = $1 RETURNING version
"""


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
        if scope["path"] in ("/healthz", "/readyz"):
            body = b"{}"
        elif scope["method"] == "PATCH":
            body = await self.save(scope["path"].rpartition("/")[2], await _read(receive))
        else:
            body = await self.board(parse_qs(scope["query_string"].decode())["call"][0])
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _live(self, receive: Any, send: Any) -> None:
        await receive()
        settings = {"timezone": "UTC"}
        self._pool = await asyncpg.create_pool(self._url, min_size=1, max_size=4, server_settings=settings)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._pool.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def board(self, call: str) -> bytes:
        """Return the board."""
        rows = await self._pool.fetch(_BOARD, call)
        found = {row["place"]: row for row in rows}
        columns = ",".join(_column(name, found.get(name)) for name in COLUMNS)
        total = sum(row["total"] for row in rows)
        return f'{{"call":{rows[0]["call"]},"total":{total},"columns":[{columns}]}}'.encode()

    async def save(self, application: str, body: bytes) -> bytes:
        """Keep answers."""
        answers = orjson.dumps(orjson.loads(body)["answers"]).decode()
        return str(await self._pool.fetchval(_SAVE, application, answers)).encode()


def _column(name: str, row: Any) -> str:
    if row is None:
        return f'{{"name":"{name}","total":0,"items":[],"next":null}}'
    more = row["total"] > COUNT
    following = f'"{encode_cursor("desk-number", float(row["last"]), row["last"])}"' if more else "null"
    return f'{{"name":"{name}","total":{row["total"]},"items":[{row["items"]}],"next":{following}}}'


async def _read(receive: Any) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body, more = body + message.get("body", b""), message.get("more_body", False)
    return body


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    serve(Bare(os.environ["EVENTS_DATABASE_URL"]), parser.parse_args().port)
