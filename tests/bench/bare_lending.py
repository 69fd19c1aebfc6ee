"""What lending is measured against: ASGI, asyncpg, the same rows, nobody asked who they are.

POST /api/v1/loan-requests   the units of the item locked, then a request, its loan and what it blocks; 409 where it is
                             taken, with the next days that are free
GET /availability            every unit with its blocks of a window
"""

import argparse
import os
from datetime import date
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID

import asyncpg
import orjson
from ombelle_chassis.server import serve

_LOCK = """
SELECT u.id FROM unit u JOIN item_format f ON f.id = u.format_id WHERE f.item_id = $1 ORDER BY u.id FOR UPDATE OF u
"""
# Of each unit by itself, by the index of the constraint: left to itself the planner reads what takes every other unit on
# these days too, and needs four times as long. OFFSET 0 keeps the two levels apart.
_IS_TAKEN = """
SELECT EXISTS (SELECT FROM unnest($1::uuid[]) AS mine (unit) CROSS JOIN LATERAL (
  SELECT FROM unit_block WHERE unit_id = mine.unit AND released_at IS NULL AND blocked && daterange($2, $3, '[]')
  OFFSET 0) AS taken)
"""
_NEXT_FREE = """
SELECT lower(gap), lower(gap) + ($3::date - $2::date)
FROM unnest(datemultirange(daterange($2::date, $2::date + 366)) - coalesce((
  SELECT range_agg(taken.blocked) FROM unnest($1::uuid[]) AS mine (unit) CROSS JOIN LATERAL (
    SELECT blocked FROM unit_block WHERE unit_id = mine.unit AND released_at IS NULL
      AND blocked && daterange($2::date, $2::date + 366) OFFSET 0) AS taken), '{}')) AS gap
WHERE upper(gap) - lower(gap) > $3::date - $2::date LIMIT 1
"""
_REQUEST = """
INSERT INTO loan_request (organisation_id, place_name, commune_insee, department, created_by)
VALUES ($1, 'CDI', '80021', '80', 'bench') RETURNING id
"""
_LOAN = """
INSERT INTO loan (request_id, item_id, format_id, status, starts_on, ends_on, held_until)
SELECT $1, item_id, id, 'held', $3, $4, now() + interval '5 days' FROM item_format WHERE item_id = $2 RETURNING id
"""
_UNITS = "INSERT INTO loan_unit (loan_id, unit_id) SELECT $1, unnest($2::uuid[])"
_BLOCKS = """
INSERT INTO unit_block (unit_id, kind, loan_id, period, blocked, expires_at)
SELECT unnest($2::uuid[]), 'hold', $1, daterange($3, $4, '[]'), daterange($3, $4, '[]'), now() + interval '5 days'
"""
_ENTRY = "INSERT INTO loan_entry (loan_id, actor, part, action, status) VALUES ($1, 'bench', 'borrower', 'ask', 'held')"
_AVAILABILITY = """
SELECT json_agg(json_build_object('id', u.id, 'blocks', b.blocks) ORDER BY i.folded_title, i.id, u.id)::text
FROM item i JOIN item_format f ON f.item_id = i.id JOIN unit u ON u.format_id = f.id
LEFT JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('id', b.id, 'kind', b.kind, 'starts_on', lower(b.period),
    'ends_on', upper(b.period) - 1, 'blocked_from', lower(b.blocked), 'blocked_until', upper(b.blocked) - 1)
    ORDER BY b.period), '[]') AS blocks
  FROM unit_block b WHERE b.unit_id = u.id AND b.released_at IS NULL AND b.blocked && daterange($1, $2, '[]')
) b ON true
WHERE i.title LIKE 'Outil %'
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
        status = 200
        if scope["path"] in ("/healthz", "/readyz"):
            body = b"{}"
        elif scope["method"] == "POST":
            status, body = await self.ask(orjson.loads(await _read(receive)))
        else:
            asked = parse_qs(scope["query_string"].decode())
            window = [date.fromisoformat(asked[name][0]) for name in ("from", "to")]
            body = (await self._pool.fetchval(_AVAILABILITY, *window)).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _live(self, receive: Any, send: Any) -> None:
        await receive()
        settings = {"timezone": "UTC"}
        self._pool = await asyncpg.create_pool(self._url, min_size=1, max_size=4, server_settings=settings)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._pool.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def ask(self, body: Any) -> tuple[int, bytes]:
        """Hold an item's units for a loan, or say that they are taken."""
        [line] = body["loans"]
        item, days = (
            UUID(line["item_id"]),
            [date.fromisoformat(line[name]) for name in ("starts_on", "ends_on")],
        )
        async with self._pool.acquire() as connection:
            async with connection.transaction():
                units = [row["id"] for row in await connection.fetch(_LOCK, item)]
                if not await connection.fetchval(_IS_TAKEN, units, *days):
                    return 201, await _hold(connection, UUID(body["organisation_id"]), item, units, days)
            free = await connection.fetchrow(_NEXT_FREE, units, *days)
            return 409, orjson.dumps({"code": "taken", "next_free": free and list(free)})


async def _hold(
    connection: Any, organisation: UUID, item: UUID, units: list[UUID], days: list[date]
) -> bytes:
    request = await connection.fetchval(_REQUEST, organisation)
    loan = await connection.fetchval(_LOAN, request, item, *days)
    await connection.execute(_UNITS, loan, units)
    await connection.execute(_BLOCKS, loan, units, *days)
    await connection.execute(_ENTRY, loan)
    return orjson.dumps({"id": str(request), "loans": [{"id": str(loan), "status": "held"}]})


async def _read(receive: Any) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body, more = body + message.get("body", b""), message.get("more_body", False)
    return body


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    serve(Bare(os.environ["LOANS_DATABASE_URL"]), parser.parse_args().port)
