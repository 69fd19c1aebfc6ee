"""However many are on a roll, meetings ask PostgreSQL the same number of statements."""

from uuid import UUID

import pytest
from members_meetings import members, opened

_MORE = """
WITH t AS (
  INSERT INTO meeting_task (meeting_id, what) SELECT $1, 'Tâche ' || n FROM generate_series(1, $2::integer) AS n
), x AS (
  INSERT INTO motion (meeting_id, position, title) SELECT $1, 10 + count(m.id) + n, 'Résolution ' || n
  FROM generate_series(1, $2) AS n LEFT JOIN motion m ON m.meeting_id = $1 GROUP BY n
), a AS (
  INSERT INTO agenda_item (meeting_id, position, title) SELECT $1, 10 + count(m.id) + n, 'Point ' || n
  FROM generate_series(1, $2) AS n LEFT JOIN agenda_item m ON m.meeting_id = $1 GROUP BY n
), held AS (
  INSERT INTO meeting (body, title, held_on, cut_off_on, state)
  SELECT 'board', 'Conseil ' || n, '2020-01-01', '2020-01-01', 'closed' FROM generate_series(1, $2) AS n RETURNING id
)
INSERT INTO meeting_roll (meeting_id, member_id, name, may_vote)
SELECT held.id, m.id, 'Atelier', true FROM held, member m JOIN organisation o ON o.id = m.organisation_id
WHERE o.name = 'Atelier'
"""


@pytest.mark.parametrize(
    "path",
    [
        "/meetings?limit=300",
        "/meetings/{meeting}",
        "/meetings/{meeting}/roll?limit=300",
        "/meetings/{meeting}/live",
        "/meeting-tasks?limit=300",
        "/me/meetings?limit=300",
        "/me/meetings/{seat}",
        "/meetings/by-link/{link}",
    ],
)
async def test_the_number_of_statements_does_not_grow(people, statements, path):
    assembly = await opened(people, "Atelier", "Brasserie")
    await people.connection.execute(
        "INSERT INTO membership (organisation_id, person_id, role) SELECT o.id, p.id, 'editor' "
        "FROM organisation o, person p WHERE o.name = 'Atelier' AND p.name = 'Sylvie'"
    )
    address = path.format(meeting=assembly.id, seat=assembly.ids["Atelier"], link=assembly.links["Atelier"])
    counts, sizes = [], []
    for count in (1, 40):
        await members(people.connection, *(f"{count} {n}" for n in range(count)))
        await people.connection.execute(
            "UPDATE meeting SET roll_frozen_at = NULL, state = 'convened' WHERE id = $1", UUID(assembly.id)
        )
        await assembly.secretary.post(f"{assembly.path}/open")
        await people.connection.execute(_MORE, UUID(assembly.id), count)
        statements.clear()
        answer = await assembly.secretary.call("GET", address)
        assert answer.status_code == 200, answer.text
        counts.append(len(statements))
        sizes.append(len(answer.content))
    assert counts[0] == counts[1] <= 6
    assert sizes[0] < sizes[1]
