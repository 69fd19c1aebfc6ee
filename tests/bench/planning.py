"""The measure of the planning: from the address to the first paint, of three hundred units over twelve months."""

import asyncio
import json
import os
import subprocess
from statistics import median
from typing import Final

import asyncpg
from ombelle_command.frontend import build, install, node_environment
from ombelle_command.stack import PROJECT
from ombelle_gateway.cookies import digest_of, new_secret, session_cookie

from bench.stack import Bench, BenchError, settle

UNITS: Final = 300
_LOANS: Final = 10
"""Loans of each unit over the year, three weeks each; one week of maintenance comes after the last."""
_VISITS: Final = 7
# Every item has one unit. All begins 20 days before today: on each line something lies under today's.
_FILL: Final = """
WITH items AS (
  INSERT INTO item (slug, title, category, publication, published_at, added_on)
  SELECT 'outil-' || n, 'Outil du planning n° ' || n, 'light_exhibition', 'published', now(), '2020-01-01'
  FROM generate_series(1, $1) AS n RETURNING id
), formats AS (
  INSERT INTO item_format (item_id, format, added_on) SELECT id, 'panels', '2020-01-01' FROM items RETURNING id, item_id
), units AS (
  INSERT INTO unit (format_id) SELECT id FROM formats RETURNING id, format_id
), requests AS (
  INSERT INTO loan_request (organisation_id, place_name, commune_insee, department, created_by)
  SELECT gen_random_uuid(), 'Salle des fêtes', '80021', '80', 'bench' FROM generate_series(1, $2) RETURNING id
), numbered AS (
  SELECT id, row_number() OVER () AS turn FROM requests
), loans AS (
  INSERT INTO loan (request_id, item_id, format_id, status, origin, starts_on, ends_on)
  SELECT r.id, f.item_id, f.id, 'confirmed', 'imported',
    current_date - 51 + 31 * r.turn::int, current_date - 31 + 31 * r.turn::int
  FROM formats f CROSS JOIN numbered r RETURNING id, format_id, starts_on, ends_on
), lent AS (
  INSERT INTO loan_unit (loan_id, unit_id) SELECT l.id, u.id FROM loans l JOIN units u USING (format_id)
)
INSERT INTO unit_block (unit_id, kind, loan_id, period, blocked)
SELECT u.id, 'loan', l.id, daterange(l.starts_on, l.ends_on, '[]'), daterange(l.starts_on - 2, l.ends_on + 2, '[]')
FROM loans l JOIN units u USING (format_id)
UNION ALL
SELECT id, 'maintenance', NULL, daterange(d, d + 6, '[]'), daterange(d, d + 6, '[]')
FROM units CROSS JOIN (SELECT current_date - 20 + 31 * $2::int AS d) AS days
"""
_SIGN_IN: Final = """
WITH somebody AS (
  INSERT INTO account (email, name) VALUES (encode($1::bytea, 'hex') || '@bench.example', 'Somebody') RETURNING id
), lends AS (
  INSERT INTO account_role (account_id, role, given_by) SELECT id, 'lender', 'bench' FROM somebody
)
INSERT INTO sign_in_session (token_hash, account_id, method) SELECT $1, id, 'link' FROM somebody
"""
_BROWSER: Final = PROJECT / "tests" / "browser"


async def measure_planning(bench: Bench) -> float:
    """Return the median of the seconds from the address asked to the planning painted, each time in an empty browser.

    Raises:
        BenchError: the page, or one of its lines, does not come.

    """
    await asyncio.to_thread(_prepare)
    secret = await _make(bench, "planning")
    bench.make_keys("planning")
    with (
        bench.serve_events("planning") as events,
        bench.serve_loans("planning") as loans,
        bench.serve_accounts("planning") as accounts,
        bench.serve_gateway(events, "planning", loans=loans, gateway=accounts) as gateway,
    ):
        asked = {
            "base": f"http://localhost:{gateway.port}",
            "cookie": {"name": session_cookie(is_https=False), "value": secret},
            "units": UNITS,
            "visits": _VISITS,
        }
        seconds = await asyncio.to_thread(_paint, asked)
    return median(seconds)


def _prepare() -> None:
    """Build the interface and bring the browser's driver, where they are not there already."""
    build(environment=os.environ)
    install(_BROWSER, environment=os.environ)


async def _make(bench: Bench, database: str) -> str:
    """Make the database with its units, and somebody who lends; return what their cookie holds."""
    await bench.make_database(database)
    await bench.migrate_loans(database)
    await bench.migrate_gateway(database)
    given = bench.environment(database)
    loans = await asyncpg.connect(given["LOANS_DATABASE_URL"], command_timeout=120)
    await loans.execute(_FILL, UNITS, _LOANS)
    await loans.close()
    secret = new_secret()
    gateway = await asyncpg.connect(given["GATEWAY_DATABASE_URL"])
    await gateway.execute(_SIGN_IN, digest_of(secret))
    await gateway.close()
    await settle(given["LOANS_DATABASE_URL"])
    return secret


def _paint(asked: dict[str, object]) -> list[float]:
    done = subprocess.run(
        ["node", str(PROJECT / "tests" / "bench" / "planning.mjs"), json.dumps(asked)],
        check=False,
        env=node_environment(os.environ) | {"OMBELLE_BASE_URL": str(asked["base"])},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise BenchError(f"le planning ne s'affiche pas :\n{done.stderr[-2000:]}")
    found: list[float] = json.loads(done.stdout)
    return found
