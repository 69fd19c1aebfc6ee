"""Who keeps which events: the coordination all, an organisation its own, everybody else none."""

from unittest.mock import ANY
from uuid import UUID, uuid4

import pytest

OURS, THEIRS = UUID(int=1), UUID(int=2)  # the same in each worker: they name tests
TOKEN = str(uuid4())


@pytest.fixture
async def events(make, connection):
    """One event of ours, one of theirs, one of nobody."""
    for organisation, name in ((OURS, "Atelier du Beffroi"), (THEIRS, "Musée de la Dentelle")):
        await connection.execute("INSERT INTO organisation_copy VALUES ($1, $2, 1)", organisation, name)
    return {
        "ours": str(await make.event("Chimie", slug="chimie", organisation_id=OURS, holder="Un ancien nom")),
        "theirs": str(await make.event("Dentelle", slug="dentelle", organisation_id=THEIRS)),
        "nobody": str(await make.event("Étoiles", slug="etoiles", publication="draft")),
    }


@pytest.fixture
def callers(identity):
    ours, scopes = {str(OURS): "editor"}, ["events:read", "events:write"]
    return {
        "anonymous": {},
        "account": identity("ann"),
        "editor": identity("bob", organisations=ours),
        "administrator_of_it": identity("cid", organisations={str(OURS): "administrator"}),
        **{role: identity(role, [role]) for role in ("reviewer", "lender", "secretary", "treasurer")},
        "coordinator": identity("dan", ["coordinator"]),
        "administrator": identity("eve", ["administrator"]),
        "program": identity("bob", organisations=ours, scopes=scopes, token=TOKEN),
        "reading_program": identity("bob", organisations=ours, scopes=["events:read"], token=TOKEN),
        "writing_program": identity("bob", organisations=ours, scopes=["events:write"], token=TOKEN),
    }


EVERYTHING = ["nobody", "theirs", "ours"]
ONLY_OURS = ("editor", "administrator_of_it", "program", "reading_program")


@pytest.mark.parametrize(
    ("caller", "found"),
    [
        *((caller, ["ours"]) for caller in ONLY_OURS),
        *((caller, EVERYTHING) for caller in ("coordinator", "administrator")),
        *((caller, []) for caller in ("account", "reviewer", "lender", "secretary", "treasurer")),
    ],
)
async def test_each_lists_and_reads_the_events_they_keep(api, events, callers, caller, found):
    listed = await api.get("/api/v1/events", headers=callers[caller])
    assert [item["id"] for item in listed.json()["items"]] == [events[name] for name in found]
    for name, identifier in events.items():
        answer = await api.get(f"/api/v1/events/{identifier}", headers=callers[caller])
        expected = (200, None) if name in found else (404, "event_unknown")
        assert (answer.status_code, answer.json().get("code")) == expected
    of_theirs = await api.get(f"/api/v1/events?organisation_id={THEIRS}", headers=callers[caller])
    assert len(of_theirs.json()["items"]) == ("theirs" in found)


@pytest.mark.parametrize(
    ("caller", "ours", "theirs"),
    [
        ("anonymous", 401, 401),
        *((caller, 404, 404) for caller in ("account", "reviewer", "lender", "secretary", "treasurer")),
        *((caller, 200, 404) for caller in ("editor", "administrator_of_it", "program", "writing_program")),
        ("reading_program", 403, 403),
        *((caller, 200, 200) for caller in ("coordinator", "administrator")),
    ],
)
async def test_each_changes_the_events_they_keep(api, connection, events, callers, caller, ours, theirs):
    for name, status in (("ours", ours), ("theirs", theirs)):
        answer = await api.patch(
            f"/api/v1/events/{events[name]}",
            json={"title": "Autre"},
            headers={**callers[caller], "If-Match": "*"},
        )
        assert answer.status_code == status
        title = await connection.fetchval("SELECT title FROM event WHERE id = $1::text::uuid", events[name])
        assert (title == "Autre") == (status == 200)


async def test_a_program_says_which_scope_it_lacks(api, events, callers):
    answers = [
        await api.get("/api/v1/events", headers=callers["writing_program"]),
        await api.get("/api/v1/feeds", headers=callers["program"]),
        await api.get("/api/v1/audit/events", headers=callers["program"]),
    ]
    assert [(a.status_code, a.json()["code"]) for a in answers] == [(403, "scope_missing")] * 3


@pytest.mark.parametrize("caller", ["editor", "program"])
@pytest.mark.parametrize(
    "body", [{"organisation_id": str(THEIRS)}, {"organisation_id": None}, {"publication": "unpublished"}]
)
async def test_publication_and_organisation_are_not_the_editors_to_change(api, events, callers, caller, body):
    answer = await api.patch(
        f"/api/v1/events/{events['ours']}",
        json={"title": "Autre", **body},
        headers={**callers[caller], "If-Match": "*"},
    )
    [name] = body
    assert (answer.status_code, answer.json()["code"]) == (403, "field_reserved")
    assert [error["pointer"] for error in answer.json()["errors"]] == [f"/body/{name}"]
    # What they are already may be said.
    same = {"organisation_id": str(OURS), "publication": "published", "title": "Autre"}
    kept = await api.patch(
        f"/api/v1/events/{events['ours']}", json=same, headers={**callers[caller], "If-Match": "*"}
    )
    assert (kept.status_code, kept.json()["allowed_actions"]) == (200, ["edit"])


async def test_the_coordination_gives_an_event_to_an_organisation(api, events, callers):
    headers = {**callers["coordinator"], "If-Match": '"v1"'}
    body = {"organisation_id": str(OURS), "publication": "published"}
    given = await api.patch(f"/api/v1/events/{events['nobody']}", json=body, headers=headers)
    assert given.status_code == 200, given.text
    assert given.json()["organisation_name"] == "Atelier du Beffroi"
    assert given.json()["allowed_actions"] == ["edit", "publish", "give"]
    assert (await api.get("/api/v1/agenda/etoiles")).json()["holder"] == "Atelier du Beffroi"
    read = await api.get(f"/api/v1/events/{events['nobody']}", headers=callers["editor"])
    assert read.status_code == 200
    taken = await api.patch(
        f"/api/v1/events/{events['nobody']}",
        json={"organisation_id": None},
        headers={**callers["coordinator"], "If-Match": "*"},
    )
    assert (taken.json()["organisation_id"], taken.json()["organisation_name"]) == (None, None)
    assert (await api.get("/api/v1/agenda/etoiles")).json()["holder"] is None


async def test_an_event_is_given_only_to_what_the_directory_has(api, connection, events, callers):
    merged, unheard = uuid4(), uuid4()
    await connection.execute("INSERT INTO organisation_copy VALUES ($1, 'Ancien', 1, $2)", merged, OURS)
    await connection.execute("INSERT INTO organisation_copy VALUES ($1, NULL, 0, NULL)", unheard)
    for organisation in (uuid4(), merged, unheard):
        answer = await api.patch(
            f"/api/v1/events/{events['nobody']}",
            json={"organisation_id": str(organisation)},
            headers={**callers["coordinator"], "If-Match": "*"},
        )
        assert (answer.status_code, answer.json()["code"]) == (422, "event_invalid")
        assert [error["pointer"] for error in answer.json()["errors"]] == ["/body/organisation_id"]


async def test_the_agenda_shows_the_organisation_whatever_was_written(api, events):
    shown = (await api.get("/api/v1/agenda/chimie")).json()
    assert shown["holder"] == "Atelier du Beffroi"
    by_name = await api.get("/api/v1/agenda?holder=atelier du beffroi&from=2027-01-01")
    assert [item["slug"] for item in by_name.json()["items"]] == ["chimie"]
    assert (await api.get("/api/v1/agenda?holder=Un ancien nom&from=2027-01-01")).json()["items"] == []


async def test_the_list_tells_what_is_needed_to_choose(api, make, connection, events, callers):
    edition = await make.edition(2027, "2027-10-01", "2027-10-11")
    await connection.execute("UPDATE event SET edition_id = $1 WHERE slug = 'chimie'", edition)
    listed = (await api.get("/api/v1/events", headers=callers["editor"])).json()
    assert listed == {
        "items": [
            {
                "id": events["ours"], "slug": "chimie", "title": "Chimie", "structure": "single", "parent_id": None,
                "edition": 2027, "starts_at": "2027-10-02T08:00:00Z", "ends_at": "2027-10-02T10:00:00Z",
                "status": "scheduled", "publication": "published", "withdrawn_at": None,
                "holder": "Un ancien nom", "organisation_id": str(OURS), "organisation_name": "Atelier du Beffroi",
                "version": 1, "updated_at": ANY, "allowed_actions": ["edit"],
            }
        ],
        "next": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=ETOI", ["nobody"]),
        ("q=%25", []),
        ("publication=draft", ["nobody"]),
        (f"organisation_id={OURS}", ["ours"]),
        (f"organisation_id={OURS}&q=dentelle", []),
    ],
)
async def test_the_list_is_filtered(api, events, callers, query, found):
    listed = await api.get(f"/api/v1/events?{query}", headers=callers["coordinator"])
    assert [item["id"] for item in listed.json()["items"]] == [events[name] for name in found]


async def test_the_list_comes_page_by_page(api, events, callers):
    seen, after = [], ""
    for _ in range(3):
        page = (await api.get(f"/api/v1/events?limit=1{after}", headers=callers["coordinator"])).json()
        seen += [item["id"] for item in page["items"]]
        after = f"&after={page['next']}"
    assert (seen, page["next"]) == ([events[name] for name in EVERYTHING], None)


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("organisation_id=x", "organisation_id"),
        ("publication=x", "publication"),
        ("q=", "q"),
        ("q=%00", "q"),
        ("limit=0", "limit"),
        ("after=x", "after"),
        ("more=1", "more"),
    ],
)
async def test_a_list_that_cannot_be_asked(api, callers, query, pointer):
    answer = await api.get(f"/api/v1/events?{query}", headers=callers["coordinator"])
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [f"/query/{pointer}"]


async def test_the_coordination_keeps_the_feeds(api, callers):
    statuses = {
        name: (await api.get("/api/v1/feeds", headers=headers)).status_code
        for name, headers in callers.items()
    }
    allowed = {"coordinator", "administrator"}
    assert statuses == {name: 200 if name in allowed else 403 for name in callers} | {"anonymous": 401}


async def test_the_log_and_the_dead_letters_are_the_administrators(api, callers):
    for path in ("audit/events", "audit/events/verification", "dead-letters/events"):
        for name, headers in callers.items():
            answer = await api.get(f"/api/v1/{path}", headers=headers)
            assert answer.status_code == {"anonymous": 401, "administrator": 200}.get(name, 403)
