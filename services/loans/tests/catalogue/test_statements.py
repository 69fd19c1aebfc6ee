"""Lists of items, of lenders and of tariffs ask PostgreSQL as much, whatever they hold."""

import pytest

_FILL = """
WITH number AS (SELECT $1 * 1000 + n AS n FROM generate_series(1, $1::integer) AS n),
lender AS (INSERT INTO organisation_copy (organisation_id, name, kind, version)
  SELECT gen_random_uuid(), 'Lender ' || n, 'library', 1 FROM number RETURNING organisation_id, name),
made AS (INSERT INTO item (slug, title, category, publication, published_at, owner_organisation_id)
  SELECT replace(lower(name), ' ', '-'), name, 'kit', 'published', now(), organisation_id FROM lender
  RETURNING id, category, owner_organisation_id),
priced AS (INSERT INTO tariff (organisation_id, category, in_force, basis, member_cents, other_cents)
  SELECT owner_organisation_id, category, '[2020-01-01,)', 'flat', 0, 1 FROM made)
INSERT INTO item_format (item_id, format) SELECT id, 'case' FROM made
"""


@pytest.mark.parametrize(
    "path", ["/catalogue", "/catalogue/facets", "/items", "/lending-settings", "/tariffs"]
)
async def test_the_number_of_statements_is_the_same_for_1_3_and_103(people, statements, path):
    lender, counts, sizes = people.lender(), [], []
    await lender.get(path)
    for count in (1, 2, 100):
        await people.connection.execute(_FILL, count)
        statements.clear()
        answer = await lender.call("GET", path if path.endswith("facets") else f"{path}?limit=300")
        assert answer.status_code == 200, answer.text
        counts.append(len(statements))
        sizes.append(len(answer.content))
    assert counts == [counts[0]] * 3
    assert counts[0] <= 2
    assert sizes[0] < sizes[1] < sizes[2]
