"""What other services tell: organisations and their merges, accounts that are erased."""

import asyncio
import hashlib
import json
from uuid import uuid4

import pytest
from feed_rows import row

BEFFROI, DENTELLE, TERRIL = uuid4(), uuid4(), uuid4()


@pytest.fixture
def organisation(tell):
    """Tell of an organisation: `await organisation(id, version, name)`."""

    async def send(identifier, version, name, **more):
        told = {"organisation_id": identifier, "name": name, "kind": "library", **more}
        answer = await tell("organisation.changed", identifier, version, **told)
        assert answer.status_code == 204, answer.text

    return send


@pytest.fixture
def merge(tell):
    async def send(identifier, into, version=9):
        answer = await tell("organisation.merged", identifier, version, organisation_id=identifier, into=into)
        assert answer.status_code == 204, answer.text

    return send


@pytest.fixture
async def held(make):
    """An event of each of two organisations."""
    await make.event("Cloches", slug="cloches", organisation_id=BEFFROI, holder="Écrit par la source")
    await make.event("Fuseaux", slug="fuseaux", organisation_id=DENTELLE)


async def holders(api):
    page = await api.get("/api/v1/agenda?from=2027-01-01")
    return {item["slug"]: item["holder"] for item in page.json()["items"]}


async def test_the_agenda_shows_an_organisation_under_its_present_name(api, held, organisation):
    assert await holders(api) == {"cloches": "Écrit par la source", "fuseaux": None}
    await organisation(BEFFROI, 1, "Le Beffroi")
    assert await holders(api) == {"cloches": "Le Beffroi", "fuseaux": None}
    await organisation(BEFFROI, 3, "Le Grand Beffroi")
    await organisation(BEFFROI, 2, "Un nom d'avant")
    await organisation(BEFFROI, 3, "La même version")
    assert await holders(api) == {"cloches": "Le Grand Beffroi", "fuseaux": None}
    found = await api.get("/api/v1/agenda?q=grand beffroi&from=2027-01-01")
    assert [item["slug"] for item in found.json()["items"]] == ["cloches"]


async def test_a_change_that_readers_do_not_see_writes_no_card(connection, held, organisation):
    await organisation(BEFFROI, 1, "Le Beffroi")
    before = await connection.fetch("SELECT event_id, xmin FROM agenda_card")
    await organisation(BEFFROI, 2, "Le Beffroi", is_public=True)
    assert await connection.fetch("SELECT event_id, xmin FROM agenda_card") == before


async def test_events_follow_a_merge(api, connection, held, organisation, merge, administrator):
    await organisation(BEFFROI, 1, "Le Beffroi")
    await organisation(DENTELLE, 1, "La Dentelle")
    await merge(BEFFROI, DENTELLE)
    assert await holders(api) == {"cloches": "La Dentelle", "fuseaux": "La Dentelle"}
    event = await connection.fetchrow("SELECT * FROM event WHERE slug = 'cloches'")
    assert (event["organisation_id"], event["version"]) == (DENTELLE, 2)
    await organisation(BEFFROI, 10, "Un nom qui vient tard")
    assert await holders(api) == {"cloches": "La Dentelle", "fuseaux": "La Dentelle"}
    log = await api.get(f"/api/v1/audit/events?subject={BEFFROI}", headers=administrator)
    entry = log.json()["items"][0]  # the newest
    assert (entry["actor"], entry["action"]) == ("members", "events_followed_merge")
    assert entry["values"] == {"into": str(DENTELLE), "events": [str(event["id"])]}


@pytest.mark.parametrize("first", ["merge", "survivor"])
async def test_merges_may_come_in_any_order(api, held, organisation, merge, first):
    if first == "merge":  # of two that this service has not heard of
        await merge(BEFFROI, DENTELLE)
        await merge(DENTELLE, TERRIL)
    else:
        await organisation(DENTELLE, 1, "La Dentelle")
        await merge(DENTELLE, TERRIL)
        await merge(BEFFROI, DENTELLE)
    await organisation(TERRIL, 1, "Le Terril")
    assert await holders(api) == {"cloches": "Le Terril", "fuseaux": "Le Terril"}


async def test_an_event_given_while_its_organisation_is_merged_follows_too(
    api, make, connection, organisation, merge, administrator
):
    await organisation(DENTELLE, 1, "La Dentelle")
    events = [await make.event(f"Numéro {n}") for n in range(12)]
    await organisation(BEFFROI, 1, "Le Beffroi")

    async def give(event):
        answer = await api.patch(
            f"/api/v1/events/{event}",
            json={"organisation_id": str(BEFFROI)},
            headers={**administrator, "If-Match": "*"},
        )
        return answer.status_code

    statuses = await asyncio.gather(*map(give, events[:6]), merge(BEFFROI, DENTELLE), *map(give, events[6:]))
    assert set(statuses) <= {200, 422, None}
    held = await connection.fetch("SELECT organisation_id FROM event WHERE organisation_id IS NOT NULL")
    assert [organisation for (organisation,) in held] == [DENTELLE] * statuses.count(200)


async def test_what_a_feed_writes_changes_no_organisation(api, make_feed, organisation, administrator):
    await organisation(BEFFROI, 1, "Le Beffroi")
    feed = await make_feed([row(101, slug="cloches")])
    await feed.sync()
    event = await feed.event(101)
    headers = {**administrator, "If-Match": "*"}
    path = f"/api/v1/events/{event['id']}"
    given = await api.patch(path, json={"organisation_id": str(BEFFROI)}, headers=headers)
    assert given.json()["provenance"] == {"organisation_id": "here"}
    feed.agenda.edit(101, title={"fr": "Autre titre"})
    await feed.sync()
    after = await feed.event(101)
    assert (after["title"], after["organisation_id"]) == ("Autre titre", BEFFROI)
    [shown] = (await api.get("/api/v1/agenda?from=2027-01-01&limit=300")).json()["items"]
    assert shown["holder"] == "Le Beffroi"


async def dump(connection) -> str:
    tables = await connection.fetch(
        "SELECT relname FROM pg_class WHERE relnamespace = 'events'::regnamespace AND relkind = 'r'"
    )
    rows = [await connection.fetch(f'SELECT t::text FROM "{name}" t') for (name,) in tables]
    return "\n".join(text for table in rows for (text,) in table)


async def test_an_erased_account_leaves_no_trace(api, connection, make, identity, administrator, tell):
    account = str(uuid4())
    digest = hashlib.sha256(b"ada@example.org").hexdigest()
    event = await make.event("Chimie", slug="chimie")
    changed = await api.patch(
        f"/api/v1/events/{event}",
        json={"title": "Chimie douce", "conditions": "Écrire à Ada@example.org."},
        headers={**identity(account, ["coordinator"]), "If-Match": "*"},
    )
    assert changed.status_code == 200
    await api.patch(
        f"/api/v1/events/{event}", json={"conditions": None}, headers={**administrator, "If-Match": "*"}
    )
    held = await api.get("/internal/personal-data", headers=identity(account))
    assert held.json()["service"] == "events"
    sections = held.json()["sections"]
    assert [edit["field"] for edit in sections["events_edited"]] == ["title"]
    assert [entry["action"] for entry in sections["audit"]] == ["event_edited"]
    text = await dump(connection)
    assert account in text
    assert "Ada@example.org" in text
    erased = await tell("account.erased", account, 1, account_id=account, email_digest=digest)
    assert erased.status_code == 204
    text = await dump(connection)
    assert account not in text
    assert "ada@example.org" not in text.lower()
    read = await api.get(f"/api/v1/events/{event}", headers=administrator)
    assert (read.json()["title"], read.json()["provenance"]) == (
        "Chimie douce",
        {"conditions": "here", "title": "here"},
    )
    verified = await api.get("/api/v1/audit/events/verification", headers=administrator)
    assert verified.json()["faults"] == []
    empty = await api.get("/internal/personal-data", headers=identity(account))
    assert set(map(json.dumps, empty.json()["sections"].values())) == {"[]"}


async def test_personal_data_are_the_persons_own(api, identity):
    assert (await api.get("/internal/personal-data")).status_code == 401
    program = identity("bob", scopes=["events:read"], token="t")
    assert (await api.get("/internal/personal-data", headers=program)).status_code == 403


async def test_what_is_not_for_this_service_is_refused(tell):
    answer = await tell("account.changed", "a", 1, account_id=uuid4(), name="A", email="a@b.fr", locale="fr")
    assert (answer.status_code, answer.json()["code"]) == (422, "message_type_unknown")
