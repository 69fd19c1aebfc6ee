"""Lists of declarations, officers, duties and elections ask as many statements, whatever they hold."""

import pytest
from members_board import new_board

_FILL = """
WITH o AS (
  INSERT INTO organisation (name, kind, unadministered_since) SELECT 'Structure', 'other', now() FROM generate_series(1, $2)
  RETURNING id
), m AS (
  INSERT INTO member (kind, organisation_id, fee_category) SELECT 'legal', id, 'small' FROM o RETURNING id
), c AS (
  INSERT INTO college_membership (member_id, college, period, began_as)
  SELECT id, 'A', daterange('2010-01-01', NULL), 'admission' FROM m
), p AS (
  INSERT INTO post (number, renewal_group, period) SELECT $1 + n, 1, daterange('2015-01-01', NULL)
  FROM generate_series(1, $2::integer) AS n RETURNING id, number
), t AS (
  INSERT INTO board_term (post_id, member_id, period, expected_end_on, began_as)
  SELECT p.id, m.id, daterange('2021-01-01', NULL), '2025-01-01', 'election'
  FROM (SELECT id, row_number() OVER () AS n FROM p) AS p JOIN (SELECT id, row_number() OVER () AS n FROM m) AS m USING (n)
), d AS (
  INSERT INTO declaration (kind, occurred_on, due_on)
  SELECT 'officers', DATE '2020-01-01' + $1 + n, DATE '2030-01-01' FROM generate_series(1, $2::integer) AS n
), u AS (
  INSERT INTO duty (kind, title, since, due_on) SELECT 'other', 'Échéance ' || ($1 + n), '2026-01-01', '2099-01-01'
  FROM generate_series(1, $2::integer) AS n
), g AS (
  INSERT INTO meeting (body, title, held_on, cut_off_on)
  SELECT 'general_assembly', 'Assemblée', '2026-01-01', '2026-01-01' FROM generate_series(1, $2) RETURNING id
), e AS (
  INSERT INTO election (meeting_id, title, held_on) SELECT id, 'Conseil', '2026-01-01' FROM g
)
INSERT INTO association_version (name, address, postal_code, commune_name, period)
SELECT 'Ombelles', '1 rue Haute', '80000', 'Amiens', daterange(day, day + 1)
FROM (SELECT DATE '2000-01-01' + $1 + n AS day FROM generate_series(1, $2::integer) AS n) AS days
"""


@pytest.mark.parametrize(
    "path", ["/declarations", "/officers", "/duties", "/elections", "/association-versions"]
)
async def test_the_number_of_statements_is_the_same_for_1_3_and_20(people, statements, path):
    board = await new_board(people)
    await board.secretary.get(path)  # a first connection asks who the server is
    counts, sizes, filled = [], [], 0
    for count in (1, 2, 17):
        await people.connection.execute(_FILL, filled, count)
        filled += count
        statements.clear()
        answer = await board.secretary.call("GET", f"{path}?limit=300")
        assert answer.status_code == 200, answer.text
        counts.append(len(statements))
        sizes.append(len(answer.content))
    assert counts == [counts[0]] * 3
    assert counts[0] <= 2
    assert sizes[0] < sizes[1] < sizes[2]
