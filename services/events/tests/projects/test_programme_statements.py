"""Lists of projects and of the written programme ask the same number of statements, whatever they hold."""

import pytest
from ombelle_command.emptying import empty
from programme_desk import NOON, TEN

_EVENTS = """
WITH made AS (
  INSERT INTO event (slug, title, organisation_id, project_id, edition_id, venue_id, parent_id, publication, description)
  SELECT 'grand-' || n, 'Grands jeux ' || n, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::uuid, 'ready', 'Oui'
  FROM generate_series(1, $1::integer) n RETURNING id
), held AS (
  INSERT INTO event_session (event_id, starts_at, ends_at, animators)
  SELECT id, $7::text::timestamptz, $8::text::timestamptz, ARRAY['Ada'] FROM made
), proposed AS (
  INSERT INTO change_proposal (event_id, action, before, after, proposed_by)
  SELECT id, 'edit', '{"title": "a"}', '{"title": "b"}', 'tests' FROM made
), offered AS (
  INSERT INTO stand_invitation (umbrella_id, organisation_id, title, asked_by)
  SELECT $6::uuid, $2::uuid, 'Stand ' || row_number() OVER (), 'tests' FROM made
), placed AS (
  INSERT INTO venue (name, insee) SELECT 'Salle ' || row_number() OVER (), '80021' FROM made
)
INSERT INTO duplicate_candidate (first_id, second_id, similarity)
SELECT least(made.id, $9::uuid), greatest(made.id, $9::uuid), 0.9 FROM made
"""
_SESSIONS = """
INSERT INTO event_session (event_id, starts_at, ends_at)
SELECT $1::uuid, '2027-11-01'::timestamptz + n * interval '1 day', '2027-11-01'::timestamptz + n * interval '25 hours'
FROM generate_series(1, $2::integer) n
"""
_PATHS = (
    "/projects?limit=300",
    "/projects/{project}",
    "/projects/{project}/national-sheet",
    "/editions/2027/not-entered",
    "/change-proposals?limit=300",
    "/stand-invitations?limit=300",
    "/venues?limit=300",
    "/events/{single}/sessions",
    "/events/{single}/clashes",
    "/events/{single}/candidates",
    "/events/{village}/stands",
)


async def _filled(programme, count):
    await empty(programme.rows.connection, "event", "venue", "project")
    await programme.rows.connection.execute("UPDATE edition SET mastering = 'nationally'")
    projects = [await programme.project(f"Projet {n}") for n in range(min(count, 30))]
    venue = await programme.venue()
    village = await programme.event("Village", structure="umbrella", venue_id=venue)
    body = {"venue_id": venue, "sessions": [{"starts_at": TEN, "ends_at": NOON, "animators": ["ada"]}]}
    single = await programme.event("Seul", **body)
    await programme.rows.connection.execute(
        _EVENTS,
        count,
        programme.ours,
        projects[0],
        programme.edition,
        venue,
        village["id"],
        TEN,
        NOON,
        single["id"],
    )
    await programme.rows.connection.execute(_SESSIONS, single["id"], count)
    # What a database that has run for a while knows of its tables; without it plans are made for a handful of rows.
    await programme.rows.connection.execute("ANALYZE event, event_session, venue, project")
    return {"project": projects[0], "single": single["id"], "village": village["id"]}


@pytest.mark.parametrize("who", ["alice", "bob"])
async def test_the_number_of_statements_is_the_same_for_1_3_and_300(programme, statements, who):
    asker = getattr(programme, who)
    await asker.get("/projects")  # a first connection asks who the server is
    paths = [path for path in _PATHS if who == "alice" or not path.startswith("/editions")]
    counts, sizes = {path: [] for path in paths}, {path: [] for path in paths}
    for count in (1, 3, 300):
        ids = await _filled(programme, count)
        for path in paths:
            statements.clear()
            answer = await asker.ask("GET", path.format(**ids))
            assert answer.status_code == 200, answer.text
            counts[path].append(len(statements))
            sizes[path].append(len(answer.content))
    assert counts == {path: [found[0]] * 3 for path, found in counts.items()}
    assert [path for path, found in sizes.items() if not found[2] > found[0]] == []


async def test_publishing_an_edition_asks_as_many_statements_whatever_it_holds(programme, statements):
    counts = []
    body = {"include_drafts": True}
    for count in (30, 300):  # thirty find doubles among themselves, as three hundred do
        await _filled(programme, count)
        statements.clear()
        preview = await programme.alice.do("POST", "/editions/2027/publish/preview", body)
        assert len(preview["items"]) == count + 2
        counts.append(len(statements))
    assert counts[0] == counts[1]
