"""What a composition is measured against: ASGI, asyncpg, and who sat where on a day by one statement, nothing else.

GET /composition?on=DAY   each post of the day with its holder and representative, and the bureau
"""

import argparse
import os
from datetime import date
from typing import Any
from urllib.parse import parse_qs

import asyncpg
from ombelle_chassis.server import serve

_COMPOSITION = """
SELECT json_build_object(
  'posts', (
    SELECT json_agg(json_build_object('number', p.number, 'name', o.name, 'representative', rp.name,
      'since', lower(t.period)) ORDER BY p.number)
    FROM post p LEFT JOIN board_term t ON t.post_id = p.id AND t.period @> $1::date
    LEFT JOIN member m ON m.id = t.member_id LEFT JOIN organisation o ON o.id = m.organisation_id
    LEFT JOIN representative r ON r.member_id = m.id AND r.period @> $1::date LEFT JOIN person rp ON rp.id = r.person_id
    WHERE p.period @> $1::date),
  'bureau', (
    SELECT json_agg(json_build_object('role', f.role, 'name', o.name, 'representative', rp.name,
      'since', lower(f.period)) ORDER BY f.role)
    FROM office f JOIN member m ON m.id = f.member_id LEFT JOIN organisation o ON o.id = m.organisation_id
    LEFT JOIN representative r ON r.member_id = m.id AND r.period @> $1::date LEFT JOIN person rp ON rp.id = r.person_id
    WHERE f.period @> $1::date))::text
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
        if scope["path"] == "/composition":
            asked = parse_qs(scope["query_string"].decode())
            body = (await self._pool.fetchval(_COMPOSITION, date.fromisoformat(asked["on"][0]))).encode()
        else:
            body = b"{}"
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _live(self, receive: Any, send: Any) -> None:
        await receive()
        self._pool = await asyncpg.create_pool(self._url, min_size=1, max_size=4)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._pool.close()
        await send({"type": "lifespan.shutdown.complete"})


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    serve(Bare(os.environ["MEMBERS_DATABASE_URL"]), port=parser.parse_args().port)
