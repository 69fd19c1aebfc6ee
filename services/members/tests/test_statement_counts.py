"""Every list asks PostgreSQL the same number of statements, whatever it holds."""

import pytest
from ombelle_contracts import openapi_documents

_FILL = """
WITH p AS (
  INSERT INTO person (account_id, name) SELECT gen_random_uuid(), 'Personne ' || n
  FROM generate_series(1, $2::integer) AS n RETURNING id
), o AS (
  INSERT INTO organisation (name, kind, unadministered_since, commune_insee, commune_name, is_public, consented_at,
    latitude, longitude)
  SELECT 'Collectif La Marmite', 'other', now(), '59350', 'Lille', true, now(), 50.6, 3.1
  FROM generate_series(1, $2) RETURNING id
), m AS (
  INSERT INTO membership (organisation_id, person_id, role) SELECT $1::uuid, p.id, 'editor' FROM p
), mine AS (
  INSERT INTO membership (organisation_id, person_id, role) SELECT o.id, $3::uuid, 'editor' FROM o
), i AS (
  INSERT INTO invitation (organisation_id, email, email_digest, role, token_digest, expires_at)
  SELECT $1, id || '@exemple.fr', id::text, 'editor', uuid_send(id), now() + interval '1 day' FROM p
), received AS (
  INSERT INTO invitation (organisation_id, email, email_digest, role, token_digest, expires_at)
  SELECT o.id, me.email, me.email_digest, 'editor', uuid_send(o.id), now() + interval '1 day'
  FROM o, person me WHERE me.id = $3
), j AS (
  INSERT INTO join_request (organisation_id, person_id) SELECT $1, p.id FROM p
), asked AS (
  INSERT INTO join_request (organisation_id, person_id) SELECT o.id, $3 FROM o
), n AS (
  INSERT INTO note (organisation_id, text, author_id) SELECT $1, 'Vu.', p.id FROM p
), member_of AS (
  INSERT INTO member (kind, organisation_id, fee_category) SELECT 'legal', id, 'small' FROM o RETURNING id
), college AS (
  INSERT INTO college_membership (member_id, college, period, began_as)
  SELECT id, 'A', daterange('2020-01-01', NULL), 'admission' FROM member_of
), applied AS (
  INSERT INTO membership_application (kind, state, college, name, email, email_digest, expires_at, confirmed_at)
  SELECT 'natural', 'waiting', 'D', 'Personne', id || '@exemple.fr', id::text, now(), now() FROM p
), owed AS (
  INSERT INTO fee (member_id, year, period, category, amount_cents, called_on, due_on)
  SELECT id, 2020, '[2020-01-01,2021-01-01)', 'small', 5000, '2020-02-01', '2020-03-01' FROM member_of
), tariff AS (
  INSERT INTO fee_tariff (period, adopted_on)
  SELECT daterange(d, d + 1), d FROM (
    SELECT DATE '2020-01-01' + (SELECT count(*) FROM fee_tariff)::integer + n AS d FROM generate_series(1, $2) AS n) AS days
), wrong AS (
  INSERT INTO directory_correction (organisation_id, origin, message) SELECT $1, 'visitor', 'Fermé.' FROM p
), c AS (
  INSERT INTO contact (organisation_id, name) SELECT $1, 'Personne' FROM p
)
SELECT audit_append('alice', 'organisation_edited', 'organisation', $1::text, '{}') FROM generate_series(1, $2)
"""
_LISTS = (
    "/organisations?limit=300",
    "/organisations?limit=300&mine=true&q=marmite",
    "/organisations/{organisation}/duplicates",
    "/organisations/{organisation}/memberships?limit=300",
    "/organisations/{organisation}/invitations?limit=300",
    "/organisations/{organisation}/join-requests?limit=300",
    "/organisations/{organisation}/contacts?limit=300",
    "/organisations/{organisation}/notes?limit=300",
    "/organisations/{organisation}/history?limit=300",
    "/join-requests?limit=300",
    "/me/invitations?limit=300",
    "/me/join-requests?limit=300",
    "/persons?limit=300",
    "/directory?limit=300",
    "/directory?limit=300&q=marmite",
    "/directory.json",
    "/directory.csv",
    "/directory.geojson",
    "/directory-corrections?limit=300",
    "/members?limit=300",
    "/members?limit=300&mine=true&q=marmite",
    "/members.csv",
    "/membership-applications?limit=300",
    "/register?limit=300",
    "/register.csv",
    "/fees?limit=300",
    "/fees.csv",
    "/fees/ageing?limit=300",
    "/fee-tariffs?limit=300",
)
_OF_ONE_THING = {
    "/organisation-kinds",
    "/organisations/{organisation}",
    "/organisations/{organisation}/membership",
    "/audit/members",
    "/audit/members/verification",
    "/dead-letters/members",
    "/retention/members",
    "/directory/{key}",
    "/directory/facets",
    "/directory-corrections/{correction_id}",
    "/organisations/{organisation}/directory-contact",
    "/reports/members/{year}",
    "/reports/members/{year}.xlsx",
    *(
        "/meetings/{meeting_id}/minutes",
        "/meetings/{meeting_id}/minutes.pdf",
        "/meetings/{meeting_id}/attendance-sheet.pdf",
        "/meetings/{meeting_id}/documents/{document_id}",
    ),
    *(
        f"{place}{part}"
        for place in ("/meetings/by-link/{token}", "/me/meetings/{seat_id}")
        for part in ("/documents/{document_id}", "/minutes.pdf")
    ),
    "/members.xlsx",
    "/members/{member_id}",
    "/members/{member_id}/status",
    "/members/{member_id}/representatives",
    "/membership-applications/{application_id}",
    "/membership-applications/by-link/{token}",
    "/register/verify",
    "/register.pdf",
    "/fees/{fee_id}",
    "/fees/{fee_id}/receipt.pdf",
    "/fees/{fee_id}/call.pdf",
    "/fees/chorus-pro.csv",
    "/fee-settings",
    "/members/{member_id}/billing",
}
_OF_ONE_THING |= {
    *(
        "/declarations/{declaration_id}",
        "/declarations/{declaration_id}/declaration.pdf",
        "/declarations/{declaration_id}/receipt",
    ),
    *("/elections/{election_id}", "/elections/{election_id}/results.pdf", "/elections/by-link/{token}"),
}
# Lists whose rows are made in other ways: counted where they are tested.
_COUNTED_THERE = {
    *("/meetings", "/meetings/{meeting_id}", "/meetings/{meeting_id}/roll", "/meetings/{meeting_id}/live"),
    *("/meeting-tasks", "/me/meetings", "/me/meetings/{seat_id}", "/meetings/by-link/{token}"),
    "/reports/members/{year}/rows/{figure}",
    *("/bylaws", "/posts", "/terms", "/offices"),
    *("/elections", "/declarations", "/officers", "/duties", "/association-versions"),
    *(
        "/bylaws/{bylaws_id}",
        "/posts/{post_id}",
        "/terms/{term_id}",
        "/bodies",
        "/governance",
        "/governance/alerts",
    ),
}
_ASKS_AT_MOST = 4


@pytest.mark.parametrize("path", _LISTS)
async def test_the_number_of_statements_is_the_same_for_1_3_and_300(people, statements, path):
    clara = await people.account("Clara", "coordinator", "secretary", "treasurer")
    organisation = await clara.enters(commune_insee="59350", commune_name="Lille")
    me = await people.connection.fetchval("SELECT id FROM person")
    address = path.format(organisation=organisation)
    await clara.call("GET", address)  # a first connection asks who the server is
    counts, sizes = [], []
    for count in (1, 2, 297):
        await people.connection.execute(_FILL, organisation, count, me)
        statements.clear()
        answer = await clara.call("GET", address)
        assert answer.status_code == 200, answer.text
        counts.append(len(statements))
        sizes.append(len(answer.content))
    assert counts == [counts[0]] * 3
    assert counts[0] <= _ASKS_AT_MOST
    assert sizes[0] < sizes[1] < sizes[2]


def test_every_list_is_counted_or_is_of_one_thing():
    reads = {
        path.removeprefix("/api/v1").replace("{organisation_id}", "{organisation}")
        for path, operations in openapi_documents()["members"]["paths"].items()
        if "get" in operations
    }
    assert reads == {path.partition("?")[0] for path in _LISTS} | _OF_ONE_THING | _COUNTED_THERE
