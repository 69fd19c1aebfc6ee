"""The desk asks PostgreSQL the same number of statements, whatever it holds."""

import pytest
from desk_rows import Desk

_COPY = """
INSERT INTO application (call_id, number, organisation_id, form_version_id, created_by, title, answers, search, status,
  submitted_at, submitted_by, commune_insee, department)
SELECT call_id, number + n, organisation_id, form_version_id, created_by, title, answers, search, status,
  submitted_at, submitted_by, commune_insee, department
FROM application, generate_series(1, $1::integer) n
"""
_HANG = """
WITH said AS (
  INSERT INTO application_message (application_id, side, author, text)
  SELECT id, 'holder', 'x', 'Un message' FROM application
)
INSERT INTO change_request (application_id, reason, message, asked_by)
SELECT id, 'incorrect', 'Le plan', 'x' FROM application
"""


@pytest.fixture
async def desk(rows, clara) -> Desk:
    return await Desk.make(rows, clara)


@pytest.mark.parametrize(
    "path",
    [
        "board",
        "board?q=telescpe&late=false&limit=100",
        "board/applications?limit=300&sort=score",
        "board/applications?limit=300&q=telescope&conflicted=false&score_from=0",
        "board.csv",
        "board.xlsx?q=telescope",
        "coverage",
    ],
)
async def test_the_number_of_statements_is_the_same_for_1_3_and_300(desk: Desk, statements, path):
    counts, sizes = [], []
    for count in (1, 3, 300):
        await desk.rows.connection.execute("TRUNCATE application CASCADE")
        await desk.add(
            "submitted",
            number=1,
            title="Un télescope",
            words="Un télescope",
            commune_insee="80021",
            department="80",
        )
        await desk.rows.connection.execute(_COPY, count - 1)
        await desk.rows.connection.execute(_HANG)
        address = f"/calls/{desk.call}/{path}"
        await desk.clara.ask("GET", address)  # forms are read once
        statements.clear()
        answer = await desk.clara.ask("GET", address)
        assert answer.status_code == 200, answer.text
        counts.append(len(statements))
        sizes.append(len(answer.content))
    assert counts == [counts[0]] * 3
    assert sizes[2] > sizes[0] or "score_from" in path  # nobody reviewed any


async def test_a_preview_asks_the_same_number_of_statements(desk: Desk, statements):
    ids = [
        await desk.add("submitted", number=number, answers={"courriel": "a@b.example"})
        for number in range(1, 31)
    ]
    what, counts = {"action": "request_changes", "reason": "incomplete", "message": "Le plan"}, []
    for count in (1, 3, 30):
        body = {"what": what, "application_ids": [str(one) for one in ids[:count]]}
        await desk.clara.do("POST", f"/calls/{desk.call}/bulk/preview", body)
        statements.clear()
        assert (await desk.clara.do("POST", f"/calls/{desk.call}/bulk/preview", body))["ready"] == count
        counts.append(len(statements))
    assert counts == [counts[0]] * 3


async def test_the_load_of_an_edition_asks_the_same_number_of_statements(desk: Desk, make, statements):
    edition, year = await desk.rows.connection.fetchrow(
        "SELECT id, year FROM edition ORDER BY year DESC LIMIT 1"
    )
    counts, sizes = [], []
    for count in (1, 3, 30):
        for n in range(count):
            await desk.add("submitted", number=100 * count + n)
            await make.event(
                "Atelier", edition_id=edition,
                sessions=[(f"{year}-10-{1 + n % 9:02}T10:00+02:00", f"{year}-10-{1 + n % 9:02}T12:00+02:00")],
            )  # fmt: skip
        await desk.clara.get(f"/editions/{year}/load")
        statements.clear()
        sizes.append(len(str(await desk.clara.get(f"/editions/{year}/load"))))
        counts.append(len(statements))
    assert counts == [counts[0]] * 3
    assert sizes[2] > sizes[0]
