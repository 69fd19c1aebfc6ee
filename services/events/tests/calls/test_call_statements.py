"""Every list of calls asks PostgreSQL the same number of statements, whatever it holds."""

import pytest
from ombelle_command.emptying import empty

_FILL = """
WITH one AS (SELECT c.*, n FROM call c, generate_series(1, $1::integer) n WHERE c.id = $2::text::uuid),
calls AS (
  INSERT INTO call (edition_id, title, opens_at, closes_at, publication, published_at, form_version_id, created_by, id)
  SELECT edition_id, 'Appel ' || n, opens_at, closes_at, 'draft', NULL, NULL, 'dan', uuidv7() FROM one
), codes AS (
  INSERT INTO access_code (call_id, code, expires_at, max_uses, created_by)
  SELECT id, 'RETARD-' || n, now() + interval '1 day', 1, 'dan' FROM one
), criteria AS (
  INSERT INTO criterion (call_id, name, weight, scale, rank) SELECT id, 'Critère', 1, 5, 100 + n FROM one
)
INSERT INTO form_version (call_id, number, definition, published_at, created_by)
SELECT id, 100 + n, '{"sections": []}', now(), 'dan' FROM one
"""
_PUBLISH = """
UPDATE call SET publication = 'published', published_at = now(), form_version_id = v.id FROM form_version v
WHERE v.call_id = call.id AND call.publication = 'draft'
"""
_FORMS = """
INSERT INTO form_version (call_id, number, definition, published_at, created_by)
SELECT id, 1, '{"sections": []}', now(), 'dan' FROM call c
WHERE NOT EXISTS (SELECT FROM form_version v WHERE v.call_id = c.id)
"""
_ROUTES = {
    "/calls?limit=300": True,
    "/editions/2027/calls?limit=300": True,
    "/calls/{id}": True,
    "/calls/{id}/criteria": True,
    "/calls/{id}/access-codes?limit=300": True,
    "/calls/{id}/form-versions?limit=300": True,
    "/calls/{id}/templates": False,  # there are always as many
}


@pytest.mark.parametrize("path", _ROUTES)
async def test_the_number_of_statements_is_the_same_for_1_3_and_300(desk, connection, make, statements, path):
    counts, sizes = [], []
    await desk.do("GET", "/calls")  # a first connection asks who the server is
    for count in (1, 3, 300):
        await empty(connection, "edition")
        await make.edition(2027, "2027-10-01", "2027-10-11")
        call = await desk.publish(await desk.begin())
        await connection.execute(_FILL, count, call["id"])
        await connection.execute(_FORMS)
        await connection.execute(_PUBLISH)
        statements.clear()
        answer = await desk.ask("GET", path.format(id=call["id"]))
        assert answer.status_code == 200, answer.text
        counts.append(len(statements))
        sizes.append(len(answer.content))
    assert counts == [counts[0]] * 3
    assert (sizes[2] > sizes[0]) == _ROUTES[path]
