"""Calls: begun with all that the festival has, changed, put online, taken offline."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from unittest.mock import ANY

import asyncpg
import pytest
from ombelle_events.calls.domain import TEXTS

WRITING = ["edit", "edit_form", "edit_criteria", "edit_texts", "add_access_code"]


async def test_a_call_begins_with_all_that_the_festival_has(desk):
    begun = await desk.begin()
    assert begun == {
        "id": ANY, "edition": {"year": 2027, "theme": None, "starts_on": "2027-10-01", "ends_on": "2027-10-11"},
        "title": "Appel à projets de la Fête de la science 2027", "introduction": ANY,
        "opens_at": "2027-02-28T11:00:00Z", "closes_at": "2027-05-14T10:00:00Z", "closing_policy": "grace",
        "grace_minutes": 60, "closed_message": ANY, "publication": "draft", "published_at": None,
        "charter_rules": ["session_in_official_dates", "free_of_charge", "venue_in_territory"],
        "has_scoring": True, "has_committee": True, "quorum": None, "is_anonymous": False,
        "reviews_per_application": 2, "budget_cents": None, "contact_email": None, "form_version_id": None,
        "form_number": None, "form_draft_number": 1, "version": 1, "created_at": ANY, "updated_at": ANY,
        "allowed_actions": [*WRITING, "publish"],
    }  # fmt: skip
    form = await desk.do("GET", f"/calls/{begun['id']}/form/draft")
    assert (form["number"], form["version"], form["problems"]) == (1, 1, [])
    assert len(form["definition"]["sections"]) == 9
    criteria = await desk.do("GET", f"/calls/{begun['id']}/criteria")
    assert [(one["weight"], one["scale"]) for one in criteria["items"]] == [
        (3, 5),
        (3, 5),
        (2, 5),
        (1, 5),
        (1, 5),
    ]
    texts = await desk.do("GET", f"/calls/{begun['id']}/templates")
    assert [(one["kind"], one["key"], one["is_shipped"]) for one in texts["items"]] == [
        (kind, key, True) for kind, keys in TEXTS.items() for key in keys
    ]


async def test_a_call_begins_with_what_another_one_had(desk, make):
    await make.edition(2028, "2028-09-29", "2028-10-09")
    former = await desk.begin(
        title="Appel 2027", opens_at="2027-03-01T09:00:00+01:00", closes_at="2027-05-01T12:00:00+02:00"
    )
    former = await desk.change(former, quorum=3, budget_cents=100_000, contact_email="fete@agence.fr")
    await desk.write_form(former, {"id": "title", "type": "text", "label": "Titre", "purpose": "title"})
    [kept, *_] = (await desk.do("GET", f"/calls/{former['id']}/criteria"))["items"]
    await desk.do("PUT", f"/calls/{former['id']}/criteria", {"items": [kept]}, If_Match="*")
    text = f"/calls/{former['id']}/templates/mail/labelled"
    await desk.do("PUT", text, {"subject": "Bravo", "body": "Bravo {{ title }}"}, If_Match="*")
    begun = await desk.begin(2028, from_call_id=former["id"])
    assert {name: begun[name] for name in ("title", "opens_at", "closes_at", "quorum", "budget_cents", "contact_email")} == {
        "title": "Appel 2028", "opens_at": "2028-03-01T08:00:00Z", "closes_at": "2028-05-01T10:00:00Z", "quorum": 3,
        "budget_cents": 100_000, "contact_email": "fete@agence.fr",
    }  # fmt: skip
    assert (begun["publication"], begun["form_number"], begun["form_draft_number"]) == ("draft", None, 1)
    form = await desk.do("GET", f"/calls/{begun['id']}/form/draft")
    assert [field["id"] for field in form["definition"]["sections"][0]["fields"]] == ["title"]
    [criterion] = (await desk.do("GET", f"/calls/{begun['id']}/criteria"))["items"]
    assert criterion == {**kept, "id": ANY}
    assert criterion["id"] != kept["id"]
    mail = await desk.do("GET", f"/calls/{begun['id']}/templates/mail/labelled")
    assert (mail["subject"], mail["body"], mail["is_shipped"]) == ("Bravo", "Bravo {{ title }}", False)


async def test_a_call_sent_again_is_begun_once(desk):
    first = await desk.begin()
    one = await desk.ask("POST", "/calls", {"edition": 2027}, Idempotency_Key="k1")
    two = await desk.ask("POST", "/calls", {"edition": 2027}, Idempotency_Key="k1")
    assert (one.status_code, two.status_code, one.json()) == (201, 201, two.json())
    listed = await desk.do("GET", "/editions/2027/calls")
    assert [item["id"] for item in listed["items"]] == [one.json()["id"], first["id"]]
    assert (listed["total"], listed["next"]) == (2, None)


@pytest.mark.parametrize(
    ("body", "status", "code", "pointers"),
    [
        ({"edition": 2031}, 404, "edition_unknown", []),
        ({"edition": "2027"}, 422, "invalid_input", ["/body/edition"]),
        ({"edition": 2027, "title": " "}, 422, "invalid_input", ["/body/title"]),
        ({"edition": 2027, "opens_at": "2027-03-01T09:00:00"}, 422, "invalid_input", ["/body/opens_at"]),
        ({"edition": 2027, "closes_at": "2020-03-01T09:00:00Z"}, 422, "call_invalid", ["/body/closes_at"]),
        ({"edition": 2027, "from_call_id": "0192f0c1-0000-7000-8000-000000000000"}, 404, "call_unknown", []),
    ],
)
async def test_a_call_that_cannot_begin(desk, connection, body, status, code, pointers):
    answer = await desk.ask("POST", "/calls", body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert [error["pointer"] for error in answer.json().get("errors", [])] == pointers
    assert await connection.fetchval("SELECT count(*) FROM call") == 0


async def test_settings_change_under_their_version(desk, connection):
    call = await desk.begin()
    path = f"/calls/{call['id']}"
    body = {"title": "Un autre titre", "closing_policy": "lock", "contact_email": "fete@agence.fr"}
    changed = await desk.ask("PATCH", path, body, If_Match='"v1"')
    assert (changed.status_code, changed.headers["etag"]) == (200, '"v2"')
    assert changed.json() == {**call, **body, "version": 2, "updated_at": ANY}
    assert (await desk.ask("PATCH", path, body)).status_code == 428
    stale = await desk.ask("PATCH", path, {"title": "Le mien"}, If_Match='"v1"')
    assert (stale.status_code, stale.json()["yours"]) == (412, {"title": "Le mien"})
    assert stale.json()["current"]["title"] == "Un autre titre"
    same = await desk.ask("PATCH", path, body, If_Match='"v2"')
    assert (same.status_code, same.json()["version"]) == (200, 2)
    logged = await connection.fetch(
        "SELECT e.action, v.actor, v.values FROM audit_entry e JOIN audit_value v USING (seq) "
        "WHERE v.subject_id = $1 ORDER BY seq",
        call["id"],
    )
    assert [(row["action"], row["actor"]) for row in logged] == [
        ("call_begun", "dan"),
        ("call_edited", "dan"),
    ]
    assert json.loads(logged[1]["values"])["closing_policy"] == {"before": "grace", "after": "lock"}


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"title": None}, "title"),
        ({"closes_at": "2027-01-01T00:00:00Z"}, "closes_at"),
        ({"closing_policy": "grace", "grace_minutes": 0}, "grace_minutes"),
        ({"grace_minutes": 10_081}, "grace_minutes"),
        ({"has_committee": False, "quorum": 2}, "quorum"),
        ({"quorum": True}, "quorum"),
        ({"budget_cents": -1}, "budget_cents"),
        ({"contact_email": "fete"}, "contact_email"),
        ({"charter_rules": ["be_nice"]}, "charter_rules/0"),
        ({"charter_rules": ["free_of_charge", "free_of_charge"]}, "charter_rules"),
        ({"publication": "published"}, "publication"),
        ({"introduction": "a\x00"}, "introduction"),
    ],
)
async def test_settings_that_cannot_be(desk, body, pointer):
    call = await desk.begin()
    answer = await desk.ask("PATCH", f"/calls/{call['id']}", body, If_Match="*")
    assert answer.status_code == 422, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [f"/body/{pointer}"]
    assert await desk.do("GET", f"/calls/{call['id']}/settings") == call


async def test_a_small_team_switches_scores_committee_and_quorum_off(desk):
    call = await desk.begin()
    off = {"has_scoring": False, "has_committee": False, "quorum": None}
    assert (await desk.change(call, **off)) == {**call, **off, "version": 2, "updated_at": ANY}


async def test_a_call_goes_online_with_its_form_and_off_again(desk, api):
    call = await desk.begin()
    path = f"/calls/{call['id']}"
    assert (await api.get(f"/api/v1{path}")).json()["code"] == "call_unknown"
    assert (await api.get(f"/api/v1{path}/form")).json()["code"] == "call_unknown"
    assert (await desk.ask("POST", f"{path}/archive")).json()["code"] == "call_state"
    online = await desk.publish(call)
    assert online == {
        **call, "publication": "published", "published_at": ANY, "form_version_id": ANY, "form_number": 1,
        "form_draft_number": None, "version": 2, "updated_at": ANY,
        "allowed_actions": [*WRITING, "publish_form", "archive"],
    }  # fmt: skip
    form = (await api.get(f"/api/v1{path}/form")).json()
    assert (form["id"], form["number"]) == (online["form_version_id"], 1)
    again = await desk.ask("POST", f"{path}/publish")
    assert (again.status_code, again.json()["code"], again.json()["allowed_actions"]) == (
        409, "call_state", online["allowed_actions"],
    )  # fmt: skip
    archived = await desk.do("POST", f"{path}/archive")
    assert (archived["publication"], archived["allowed_actions"]) == ("archived", ["publish"])
    assert (await api.get(f"/api/v1{path}")).status_code == 404
    for method, below, body in (
        ("PATCH", "", {"title": "Non"}),
        ("PUT", "/criteria", {"items": []}),
        ("PUT", "/templates/mail/labelled", {"subject": "a", "body": "b"}),
        ("PUT", "/form/draft", {"definition": {"sections": []}}),
        ("POST", "/access-codes", {"expires_at": "2099-01-01T00:00:00Z"}),
    ):
        answer = await desk.ask(method, path + below, body, If_Match="*")
        assert (answer.status_code, answer.json()["code"]) == (409, "call_state")
    back = await desk.publish(call)
    assert (back["publication"], back["published_at"]) == ("published", online["published_at"])


async def test_two_who_publish_at_once_publish_once(desk, connection):
    call = await desk.begin()
    answers = await asyncio.gather(*(desk.ask("POST", f"/calls/{call['id']}/publish") for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409, 409, 409]
    assert await connection.fetchval("SELECT count(*) FROM audit_entry JOIN audit_value USING (seq) "
                                     "WHERE action = 'call_published' AND subject_id = $1", call["id"]) == 1  # fmt: skip


async def test_what_everybody_reads_of_a_call(desk, api):
    call = await desk.publish(await desk.begin())
    call = await desk.change(
        call, introduction="Pour **tous**.<script>x</script>", charter_rules=["free_of_charge"]
    )
    criteria = [
        {"name": "Un", "weight": 3, "scale": 5},
        {"name": "Deux", "help": "Mot", "weight": 1, "scale": 10},
    ]
    await desk.do("PUT", f"/calls/{call['id']}/criteria", {"items": criteria}, If_Match="*")
    answer = await api.get(f"/api/v1/calls/{call['id']}")
    brief = {
        "id": call["id"], "edition": call["edition"], "title": call["title"],
        "introduction_html": "<p>Pour <strong>tous</strong>.</p>", "opens_at": call["opens_at"],
        "closes_at": call["closes_at"], "closing_policy": "grace", "grace_minutes": 60, "state": ANY,
        "closed_message": call["closed_message"],
        "charter_rules": [{"rule": "free_of_charge", "label": "Gratuit pour le public"}], "contact_email": None,
    }  # fmt: skip
    assert answer.json() == {
        **brief,
        "criteria": [
            {"name": "Un", "help": "", "share": 0.75},
            {"name": "Deux", "help": "Mot", "share": 0.25},
        ],
        "form_number": 1,
    }
    assert (await api.get("/api/v1/calls")).json() == {"items": [brief], "next": None, "total": 1}
    kept = {"If-None-Match": answer.headers["etag"]}
    assert (await api.get(f"/api/v1/calls/{call['id']}", headers=kept)).status_code == 304
    # It opens and closes by the clock: nobody may hand it on unasked.
    assert answer.headers["cache-control"] == "no-cache"
    await desk.change(call, has_scoring=False)
    assert (await api.get(f"/api/v1/calls/{call['id']}", headers=kept)).json()["criteria"] == []


async def test_open_calls_come_first_page_by_page(desk, api):
    now = datetime.now(UTC)
    days = {
        "open": (-2, 9),
        "ends_soon": (-9, 1),
        "upcoming": (3, 9),
        "closed": (-9, -4),
        "just_closed": (-9, -1),
    }
    ids = {}
    for name, (opens, closes) in days.items():
        call = await desk.begin(
            opens_at=(now + timedelta(days=opens)).isoformat(),
            closes_at=(now + timedelta(days=closes)).isoformat(),
        )
        ids[name] = (await desk.publish(call))["id"]
    await desk.begin()  # not online
    order = ["ends_soon", "open", "upcoming", "just_closed", "closed"]
    listed = (await api.get("/api/v1/calls")).json()
    assert [item["id"] for item in listed["items"]] == [ids[name] for name in order]
    assert [item["state"] for item in listed["items"]] == ["open", "open", "upcoming", "closed", "closed"]
    seen, after = [], ""
    for _ in order:
        page = (await api.get(f"/api/v1/calls?limit=1{after}")).json()
        seen += [item["id"] for item in page["items"]]
        after = f"&after={page['next']}"
        assert page["total"] == 5
    assert (seen, page["next"]) == ([ids[name] for name in order], None)
    for name in order:
        state = (await api.get(f"/api/v1/calls/{ids[name]}")).json()["state"]
        assert state == {"ends_soon": "open", "just_closed": "closed"}.get(name, name)


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=301", "after=x", "more=1", "after=WyJjYWxscyIsIjAiLDEsIngiXQ"]
)
async def test_a_list_that_cannot_be_asked(api, desk, query):
    for path in ("/api/v1/calls", "/api/v1/editions/2027/calls"):
        answer = await api.get(f"{path}?{query}", headers=desk.headers)
        assert (answer.status_code, len(answer.json()["errors"])) == (422, 1)


async def test_calls_of_an_edition_come_page_by_page(desk, make):
    await make.edition(2028, "2028-09-29", "2028-10-09")
    made = [(await desk.begin())["id"] for _ in range(3)]
    await desk.begin(2028)
    first = await desk.do("GET", "/editions/2027/calls?limit=2")
    rest = await desk.do("GET", f"/editions/2027/calls?limit=2&after={first['next']}")
    assert [item["id"] for item in (*first["items"], *rest["items"])] == made[::-1]
    assert (first["total"], rest["total"], rest["next"]) == (3, 3, None)
    for year in (2031, 99_999_999_999):
        assert (await desk.ask("GET", f"/editions/{year}/calls")).json()["code"] == "edition_unknown"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE call SET closes_at = opens_at",
        "UPDATE call SET closing_policy = 'grace', grace_minutes = 0",
        "UPDATE call SET quorum = 2, has_committee = false",
        "UPDATE call SET charter_rules = '{be_nice}'",
        "UPDATE call SET publication = 'published'",
        "UPDATE call SET publication = 'published', published_at = now()",
        "UPDATE access_code SET uses = max_uses + 1",
        "UPDATE access_code SET code = 'abc'",
        "UPDATE criterion SET weight = 0",
        "UPDATE text_template SET kind = 'letter' WHERE key = 'draft_reminder'",
        "UPDATE text_template SET key = 'hello' WHERE key = 'draft_reminder'",
    ],
)
async def test_the_database_holds_the_rules_of_calls(desk, connection, change):
    call = await desk.begin()
    await desk.do("POST", f"/calls/{call['id']}/access-codes", {"expires_at": "2099-01-01T00:00:00Z"})
    with pytest.raises(asyncpg.CheckViolationError):
        await connection.execute(change)


async def test_a_call_has_a_form_of_its_own_that_is_published(desk, connection):
    one, two = await desk.publish(await desk.begin()), await desk.begin()
    other = await connection.fetchval("SELECT id FROM form_version WHERE call_id = $1::text::uuid", two["id"])
    for foreign in (one["form_version_id"], str(other)):
        with pytest.raises(asyncpg.ForeignKeyViolationError):
            await connection.execute(
                "UPDATE call SET form_version_id = $1::text::uuid WHERE id = $2::text::uuid",
                foreign,
                two["id"],
            )


@pytest.mark.parametrize(
    "change", ["DELETE FROM form_version", "UPDATE form_version SET definition = '{\"sections\": []}'"]
)
async def test_a_published_form_stays_as_it_was(desk, connection, change):
    call = await desk.publish(await desk.begin())
    with pytest.raises(asyncpg.CheckViolationError):
        await connection.execute(change)
    await connection.execute("UPDATE form_version SET created_by = 'erased'")
    assert (await desk.do("GET", f"/calls/{call['id']}/settings"))["form_number"] == 1
