"""Every list, count and export asks PostgreSQL the same number of statements, whatever it holds."""

import pytest
from horizon import until_told
from ombelle_command.emptying import empty
from ombelle_contracts import openapi_documents

_FILL = """
WITH feed AS (
  INSERT INTO feed (name, kind, url, agenda, key) VALUES ('national', 'openagenda-v2', 'https://a.example', '1', 'k')
  RETURNING id
), one AS (SELECT e.id, e.slug, row_number() OVER (ORDER BY e.slug) AS n FROM event e WHERE e.parent_id IS NOT NULL
), runs AS (
  INSERT INTO feed_run (feed_id, mode, forced, state) SELECT feed.id, 'full', false, 'complete' FROM feed, one
), records AS (
  INSERT INTO feed_record (feed_id, external_id, event_id, digest, leads, linked, applied, raw)
  SELECT feed.id, one.slug, one.id, 'x', true, false, '{"title": "Ailleurs"}', '{"uid": 1}' FROM feed, one
), quarantine AS (
  INSERT INTO feed_quarantine (feed_id, external_id, digest, reason, pointer, raw)
  SELECT feed.id, 'bad-' || one.n, 'x', 'illisible', '/title', '{}' FROM feed, one
), conflicts AS (
  INSERT INTO feed_conflict (feed_id, event_id, field, source_value)
  SELECT feed.id, one.id, 'title', '"Ailleurs"' FROM feed, one
), letters AS (
  INSERT INTO outbox_message (type, key, version, payload) SELECT 'thing', one.slug, 1, '{}' FROM one RETURNING id, key, seq
), dead AS (
  INSERT INTO outbox_delivery (message_id, subscriber, key, seq, state, died_at)
  SELECT id, 'members', key, seq, 'dead', now() FROM letters
), editions AS (
  INSERT INTO edition (year, starts_on, ends_on)
  SELECT 1999 + n, make_date((1999 + n)::integer, 10, 1), make_date((1999 + n)::integer, 10, 11) FROM one
  WHERE n < 190 ON CONFLICT DO NOTHING
)
INSERT INTO duplicate_candidate (first_id, second_id, similarity)
SELECT least(one.id, two.id), greatest(one.id, two.id), 0.9 FROM one JOIN one two ON two.n = one.n + 1
"""
_AUDIT = "SELECT audit_append('alice', 'event_edited', 'event', n::text, '{}') FROM generate_series(1, $1::integer) n"
_WINDOW = "from=2027-10-01&to=2027-10-31"
_ROUTES = {
    "/api/v1/agenda": f"?{_WINDOW}&limit=300",
    "/api/v1/agenda?": f"?{_WINDOW}&limit=300&q=numero&department=80&near=50,2&radius_km=200&sort=relevance",
    "/api/v1/agenda/facets": f"?{_WINDOW}",
    "/api/v1/agenda/changes": "?limit=300",
    "/api/v1/agenda/{event}": None,
    "/api/v1/agenda/{event}.ics": None,
    "/api/v1/audit/events": "?limit=300",
    "/api/v1/audit/events/verification": "",
    "/api/v1/communes": "?q=amien",
    "/api/v1/dead-letters/events": "?limit=300",
    "/api/v1/duplicates": "?limit=300",
    "/api/v1/editions": "",
    "/api/v1/events": "?limit=300&q=numero",
    "/api/v1/feeds": "",
    "/api/v1/feeds/{name}/conflicts": "?limit=300",
    "/api/v1/feeds/{name}/duplicates": "?limit=300",
    "/api/v1/feeds/{name}/records": "?limit=300&raw=true",
    "/api/v1/feeds/{name}/runs": "?limit=300",
    "/api/v1/territory": "",
}
_SAME_SIZE = {
    "/api/v1/agenda/{event}.ics",
    "/api/v1/audit/events",  # the log only grows: it may be full already
    "/api/v1/audit/events/verification",
    "/api/v1/communes",
    "/api/v1/feeds",
    "/api/v1/territory",
}
_COUNTED_BESIDE = {  # by tests of their own, in the folders of what they list
    "/api/v1/applications",
    "/api/v1/applications/waiting",
    "/api/v1/applications/{application_id}/history",
    "/api/v1/applications/{application_id}/parties",
    "/api/v1/applications/{application_id}/attachments",
    "/api/v1/applications/{application_id}/change-requests",
    "/api/v1/applications/{application_id}/letters",
    "/api/v1/applications/{application_id}/messages",
    "/api/v1/applications/{application_id}/reviews",
    "/api/v1/applications/{application_id}/reviews/mine",
    "/api/v1/calls",
    "/api/v1/calls/{call_id}",
    "/api/v1/calls/{call_id}/access-codes",
    "/api/v1/calls/{call_id}/board",
    "/api/v1/calls/{call_id}/board.csv",
    "/api/v1/calls/{call_id}/board.xlsx",
    "/api/v1/calls/{call_id}/board/applications",
    "/api/v1/calls/{call_id}/committee",
    "/api/v1/calls/{call_id}/coverage",
    "/api/v1/calls/{call_id}/criteria",
    "/api/v1/calls/{call_id}/form-versions",
    "/api/v1/calls/{call_id}/review-progress",
    "/api/v1/calls/{call_id}/templates",
    "/api/v1/change-proposals",
    "/api/v1/conflicts-of-interest",
    "/api/v1/decision-batches",
    "/api/v1/decision-batches/{batch_id}",
    "/api/v1/decision-batches/{batch_id}/candidates",
    "/api/v1/editions/{year}/calls",
    "/api/v1/editions/{year}/load",
    "/api/v1/editions/{year}/not-entered",
    "/api/v1/events/{event_id}/candidates",
    "/api/v1/events/{event_id}/clashes",
    "/api/v1/events/{event_id}/sessions",
    "/api/v1/events/{event_id}/stands",
    "/api/v1/projects",
    "/api/v1/projects/{project_id}",
    "/api/v1/projects/{project_id}/national-sheet",
    "/api/v1/reviews",
    "/api/v1/stand-invitations",
    "/api/v1/venues",
}
_OF_ONE_THING = {
    "/api/v1/retention/events",  # rules, which are data of ours: no statement at all
    "/api/v1/calls/{call_id}/board.zip",  # a document each, read by fifties
    "/api/v1/applications/{application_id}/dossier.pdf",
    "/api/v1/applications/{application_id}",
    "/api/v1/applications/{application_id}/budget",
    "/api/v1/applications/{application_id}/attachments/{attachment_id}",
    "/api/v1/applications/{application_id}/letter.pdf",
    "/api/v1/calls/{call_id}/form",
    "/api/v1/calls/{call_id}/form-versions/{form_version_id}",
    "/api/v1/calls/{call_id}/form/draft",
    "/api/v1/calls/{call_id}/settings",
    "/api/v1/calls/{call_id}/templates/{kind}/{key}",
    "/api/v1/decision-batches/{batch_id}/items/{application_id}/letter.pdf",
    "/api/v1/decision-batches/{batch_id}/letters.pdf",
    "/api/v1/decision-batches/{batch_id}/minutes.pdf",
    "/api/v1/editions/{year}/edit-policy",
    "/api/v1/events/{event_id}",
    "/api/v1/feeds/{name}",
    "/api/v1/feeds/{name}/records/{external_id}",
    "/api/v1/feeds/{name}/runs/{run_id}",
    "/api/v1/venues/{venue_id}",
}


async def _filled(connection, make, count):
    await connection.execute("DELETE FROM feed")
    edition = await make.edition(2027, "2027-10-01", "2027-10-11")
    venue = await make.venue("Salle", "80021", latitude=49.9, longitude=2.3)
    village = await make.event(
        "Village", slug="village", structure="umbrella", edition_id=edition, venue_id=venue, refresh=False
    )
    for n in range(count):
        await make.event(f"Numéro {n}", parent_id=village, edition_id=edition, venue_id=venue, refresh=False)
    await connection.execute(_FILL)
    await connection.execute(_AUDIT, count)
    await make.refresh(village)


@pytest.mark.parametrize("path", _ROUTES)
async def test_the_number_of_statements_is_the_same_for_1_3_and_300(
    api, administrator, connection, make, statements, path
):
    query = _ROUTES[path]
    address = path.removesuffix("?").format(event="village", name="national") + (query or "")
    counts, sizes = [], []
    await api.get("/api/v1/feeds", headers=administrator)  # a first connection asks who the server is
    for count in (1, 3, 300):
        await empty(connection, "event", "edition", "venue", "agenda_change", "outbox_message")
        await _filled(connection, make, count)
        await until_told(connection)
        statements.clear()
        answer = await api.get(address, headers=administrator)
        assert answer.status_code == 200, answer.text
        counts.append(len(statements))
        sizes.append(len(answer.content))
    assert counts == [counts[0]] * 3
    # What does not depend on the programme may weigh the same; whatever lists it must have grown.
    assert sizes[2] > sizes[0] or path in _SAME_SIZE


def test_every_route_that_reads_is_counted_or_is_of_one_thing():
    reads = {
        path for path, operations in openapi_documents()["events"]["paths"].items() if "get" in operations
    }
    assert reads == {path.removesuffix("?") for path in _ROUTES} | _OF_ONE_THING | _COUNTED_BESIDE
