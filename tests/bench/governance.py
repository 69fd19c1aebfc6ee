"""The measure of governance: who sat where, on any day of thirty years."""

import random
from datetime import date, timedelta
from typing import Final

import asyncpg
import orjson

from bench.client import Ratio, Side, fetch, interleave
from bench.stack import Bench, BenchError, settle

YEARS: Final = 30
_FIRST: Final = date(1996, 5, 4)
_DAYS: Final = 60
_BLOCKS: Final = 9
# Sixty members, of which the one after the other holds each of the twenty-two posts, four years each; a bureau of four
# every two years; whoever speaks for a member changes every three.
_DATA: Final = """
INSERT INTO organisation (name, kind, unadministered_since)
SELECT 'Structure ' || n, 'library', now() FROM generate_series(1, 60) n;
INSERT INTO member (kind, organisation_id, fee_category) SELECT 'legal', id, 'small' FROM organisation ORDER BY id;
INSERT INTO college_membership (member_id, college, period, began_as)
SELECT id, (ARRAY['A', 'B', 'C', 'D'])[1 + number % 4], daterange('1990-01-01', NULL), 'admission' FROM member;
INSERT INTO person (name) SELECT 'Personne ' || n FROM generate_series(1, 60) n;
INSERT INTO representative (member_id, person_id, period)
SELECT m.id, (SELECT p.id FROM person p ORDER BY p.id OFFSET (m.number + turn * 7) % 60 LIMIT 1),
  daterange(('1990-01-01'::date + make_interval(years => 3 * turn))::date,
    CASE WHEN turn < 12 THEN ('1990-01-01'::date + make_interval(years => 3 * turn + 3))::date END)
FROM member m, generate_series(0, 12) turn;
INSERT INTO post (number, renewal_group, period) SELECT n, 1 + n % 2, daterange('1996-05-04', NULL)
FROM generate_series(1, 22) n;
INSERT INTO board_term (post_id, member_id, period, expected_end_on, began_as, ended_as)
SELECT p.id, m.id, daterange(first, CASE WHEN turn < 7 THEN next END), next, 'election', CASE WHEN turn < 7 THEN 'term' END
FROM post p CROSS JOIN generate_series(0, 7) turn
CROSS JOIN LATERAL (SELECT
  ('1996-05-04'::date + make_interval(years => 4 * turn + 2 * (p.renewal_group - 1)))::date AS first,
  ('1996-05-04'::date + make_interval(years => 4 * turn + 4 + 2 * (p.renewal_group - 1)))::date AS next) days
JOIN member m ON m.number = 1 + (p.number - 1 + 22 * (turn % 2)) % 60;
INSERT INTO office (role, member_id, period, expected_end_on, ended_as)
SELECT (ARRAY['president', 'vice_president', 'treasurer', 'secretary'])[place], t.member_id,
  daterange(first, CASE WHEN turn < 14 THEN next END), next, CASE WHEN turn < 14 THEN 'board_term_ended' END
FROM generate_series(1, 14) turn CROSS JOIN generate_series(1, 4) place
CROSS JOIN LATERAL (SELECT ('1996-05-04'::date + make_interval(years => 2 * turn))::date AS first,
  ('1996-05-04'::date + make_interval(years => 2 * turn + 2))::date AS next) days
JOIN post p ON p.number = 2 * place + turn % 2 JOIN board_term t ON t.post_id = p.id AND t.period @> first;
INSERT INTO bylaws_version (adopted_on, period, rules) VALUES ('1996-05-04', daterange('1996-05-04', NULL), '{rules}');
"""


async def measure_governance(bench: Bench) -> Ratio:
    """Compare the seconds of a composition, each of another day.

    Raises:
        BenchError: the two sides do not tell of the same holders.

    """
    await bench.make_database("governance")
    await bench.migrate_members("governance")
    url = bench.url("governance", "members")
    connection = await asyncpg.connect(url, command_timeout=120)
    await connection.execute(_DATA.replace("{rules}", '{"staff_seat": true, "minimum_posts": 10}'))
    await connection.close()
    await settle(url)
    chosen = random.Random(7)
    days = [_FIRST + timedelta(days=chosen.randrange(3 * 365, YEARS * 365)) for _ in range(_DAYS)]
    with (
        bench.serve_members("governance") as members,
        bench.serve_bare("bare_governance", "governance") as bare,
    ):
        for day in days:
            ours = _told(await fetch(members.port, f"/api/v1/governance?on={day}"))
            theirs = orjson.loads(await fetch(bare.port, f"/composition?on={day}"))
            if ours != _sorted(theirs):
                raise BenchError(f"les deux côtés diffèrent au {day}")
        sides = (
            Side(members.port, [f"/api/v1/governance?on={day}" for day in days], concurrency=1),
            Side(bare.port, [f"/composition?on={day}" for day in days], concurrency=1),
        )
        for side in sides:
            await side.open()

        async def ask(side: Side) -> float:
            return sum(await side.block(_DAYS)) / _DAYS

        found = await interleave(lambda: ask(sides[0]), lambda: ask(sides[1]), blocks=_BLOCKS)
        for side in sides:
            side.close()
    return found


def _told(composition: bytes) -> dict[str, object]:
    """Return of a composition what the bare side tells."""
    told = orjson.loads(composition)
    posts = [
        {
            "number": post["number"],
            "name": post["holder"] and post["holder"]["name"],
            "representative": post["holder"] and post["holder"]["representative"],
            "since": post["since"],
        }
        for post in told["board"]["posts"]
    ]
    names = ("role", "name", "representative", "since")
    return _sorted(
        {"posts": posts, "bureau": [{name: one[name] for name in names} for one in told["bureau"]]}
    )


def _sorted(told: dict[str, list[dict[str, str]]]) -> dict[str, object]:
    return {"posts": told["posts"], "bureau": sorted(told["bureau"] or [], key=lambda one: one["role"])}
