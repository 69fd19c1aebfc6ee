"""Roles of the agency, closed accounts, and the trace of both."""

import json
from typing import Any
from uuid import uuid4

import pytest
from signing_desk import Browser, Door, problem


async def with_role(door: Door, name: str, *roles: str) -> Browser:
    """Sign somebody in who has these roles."""
    address = f"{name.lower().translate(str.maketrans('é', 'e'))}@agence.example"
    browser = await door.browser().sign_in(address, name=name)
    await door.database.executemany(
        "INSERT INTO account_role (account_id, role, given_by) VALUES ($1, $2, 'tests')",
        [(browser.account["id"], role) for role in roles],
    )
    return browser


@pytest.fixture
async def ada(door: Door) -> Browser:
    """An administrator."""
    return await with_role(door, "Ada", "administrator")


async def test_a_role_is_given_and_taken_with_a_trace_and_holds_at_once(door: Door, ada: Browser) -> None:
    bob = await with_role(door, "Bob")
    path = f"/accounts/{bob.account['id']}"
    for _ in range(2):
        given = await ada.ask("PUT", f"{path}/roles/lender")
        assert (given.status_code, given.content) == (204, b"")
    assert (await bob.me())["roles"] == ["lender"]
    shown = await ada.get(path)
    assert shown.json() == {
        "id": bob.account["id"],
        "name": "Bob",
        "email": "bob@agence.example",
        "locale": "fr",
        "created_at": bob.account["created_at"],
        "suspended_at": None,
        "is_demo": False,
        "roles": ["lender"],
        "organisations": [],
        "allowed_actions": ["give_role", "take_role", "suspend"],
    }
    for _ in range(2):
        assert (await ada.ask("DELETE", f"{path}/roles/lender")).status_code == 204
    assert (await bob.me())["roles"] == []
    history = (await ada.get(f"{path}/history")).json()
    assert history["next"] is None
    assert [(one["action"], one["actor_name"], one["values"].get("role")) for one in history["items"]] == [
        ("role_taken", "Ada", "lender"),
        ("role_given", "Ada", "lender"),
        ("signed_in", "Bob", None),
        ("account_created", "Bob", None),
    ]
    assert set(history["items"][0]) == {"at", "actor", "actor_name", "action", "values"}


async def test_the_last_administrator_stays(door: Door, ada: Browser) -> None:
    mine = f"/accounts/{ada.account['id']}"
    for method, path in (("DELETE", f"{mine}/roles/administrator"), ("POST", f"{mine}/suspension")):
        refusal = problem(await ada.ask(method, path), 409, "last_administrator")
        assert refusal["detail"].startswith("C'est la dernière personne qui administre")
    suspended = await with_role(door, "Bob", "administrator")
    assert (await ada.post(f"/accounts/{suspended.account['id']}/suspension")).status_code == 204
    problem(await ada.ask("DELETE", f"{mine}/roles/administrator"), 409, "last_administrator")
    assert (await ada.ask("DELETE", f"/accounts/{suspended.account['id']}/suspension")).status_code == 204
    assert (await ada.ask("DELETE", f"{mine}/roles/administrator")).status_code == 204
    problem(await ada.get(mine), 403, "forbidden")


async def test_a_closed_account_is_out_at_once_and_its_sessions_stay_ended(door: Door, ada: Browser) -> None:
    bob = await with_role(door, "Bob", "coordinator")
    path = f"/accounts/{bob.account['id']}"
    for _ in range(2):
        assert (await ada.post(f"{path}/suspension")).status_code == 204
    assert (await bob.me())["account"] is None
    assert (await ada.get(path)).json()["allowed_actions"] == ["give_role", "take_role", "reopen"]
    for _ in range(2):
        assert (await ada.ask("DELETE", f"{path}/suspension")).status_code == 204
    assert (await bob.me())["account"] is None
    assert (await (await door.browser().sign_in("bob@agence.example")).me())["roles"] == ["coordinator"]
    items = (await ada.get(f"{path}/history")).json()["items"]
    assert [one["action"] for one in items[:3]] == ["signed_in", "account_reopened", "account_suspended"]


async def test_accounts_are_found_by_name_address_and_role_page_by_page(door: Door, ada: Browser) -> None:
    for name in ("Élodie", "Zoé", "bob"):
        await with_role(door, name, *(["reviewer"] if name == "Zoé" else []))
    seen: list[str] = []
    after: dict[str, Any] = {}
    while True:
        page = (await ada.get("/accounts", params={"limit": 3, **after})).json()
        seen += [one["name"] for one in page["items"]]
        if page["next"] is None:
            break
        after = {"after": page["next"]}
    assert seen == ["Ada", "bob", "Élodie", "Zoé"]
    for query, found in (
        ({"q": "elodie"}, ["Élodie"]),
        ({"q": "BOB@AGENCE"}, ["bob"]),
        ({"q": "%"}, []),
        ({"role": "reviewer"}, ["Zoé"]),
        ({"role": "reviewer", "q": "ada"}, []),
    ):
        page = (await ada.get("/accounts", params=query)).json()
        assert [one["name"] for one in page["items"]] == found


async def test_only_an_administrator_sees_and_changes_accounts(door: Door, ada: Browser) -> None:
    others = [
        await with_role(door, "Bob"),
        await with_role(door, "Eve", "reviewer", "coordinator", "lender", "secretary", "treasurer"),
    ]
    mine = f"/accounts/{ada.account['id']}"
    routes = [
        ("GET", "/accounts"),
        ("GET", mine),
        ("GET", f"{mine}/history"),
        ("PUT", f"{mine}/roles/administrator"),
        ("DELETE", f"{mine}/roles/administrator"),
        ("POST", f"{mine}/suspension"),
        ("DELETE", f"{mine}/suspension"),
        ("GET", "/audit/gateway"),
        ("GET", "/audit/gateway/verification"),
        ("GET", "/dead-letters/gateway"),
    ]
    for method, path in routes:
        for other in others:
            problem(await other.ask(method, path), 403, "forbidden")
        problem(await door.browser().ask(method, path), 401, "unauthenticated")
    assert (await ada.get(mine)).json()["roles"] == ["administrator"]


async def test_what_is_not_there_is_not_found(ada: Browser) -> None:
    unknown = f"/accounts/{uuid4()}"
    for method, path in (
        ("GET", unknown),
        ("GET", f"{unknown}/history"),
        ("PUT", f"{unknown}/roles/lender"),
        ("DELETE", f"{unknown}/roles/lender"),
        ("POST", f"{unknown}/suspension"),
        ("DELETE", f"{unknown}/suspension"),
    ):
        problem(await ada.ask(method, path), 404, "account_unknown")
    wrong = problem(await ada.ask("PUT", f"/accounts/{ada.account['id']}/roles/king"), 422, "invalid_input")
    assert [error["pointer"] for error in wrong["errors"]] == ["/path/role"]
    cursor = problem(await ada.get("/accounts", params={"after": "x"}), 422, "invalid_input")
    assert [error["pointer"] for error in cursor["errors"]] == ["/query/after"]


async def test_the_audit_log_holds_and_verifies(door: Door, ada: Browser) -> None:
    await ada.ask("PUT", f"/accounts/{ada.account['id']}/roles/lender")
    newest = (await ada.get("/audit/gateway", params={"limit": 1})).json()["items"]
    assert newest == [
        {
            "seq": newest[0]["seq"],
            "at": newest[0]["at"],
            "actor": ada.account["id"],
            "action": "role_given",
            "subject_kind": "account",
            "subject_id": ada.account["id"],
            "values": {"role": "lender"},
        }
    ]
    assert (await ada.get("/audit/gateway/verification")).json()["holds"] is True


async def test_the_coordination_sees_whom_it_may_ask_to_review_and_no_more(door: Door, ada: Browser) -> None:
    clara = await with_role(door, "Clara", "coordinator")
    rose, lea = [await with_role(door, name, "reviewer") for name in ("Rose", "Léa")]
    gone = await with_role(door, "Partie", "reviewer")
    await ada.ask("POST", f"/accounts/{gone.account['id']}/suspension")
    brief = [
        {"id": one.account["id"], "name": name, "email": email}
        for one, name, email in ((lea, "Léa", "lea@agence.example"), (rose, "Rose", "rose@agence.example"))
    ]
    for one in (clara, ada):
        answer = await one.get("/accounts/reviewers")
        assert (answer.status_code, answer.json()) == (200, {"items": brief, "next": None})
    first = (await clara.get("/accounts/reviewers?limit=1")).json()
    assert first["items"] == brief[:1]
    assert (await clara.get(f"/accounts/reviewers?limit=1&after={first['next']}")).json() == {
        "items": brief[1:],
        "next": None,
    }
    problem(await rose.get("/accounts/reviewers"), 403, "forbidden")


async def test_events_hears_of_who_works_for_the_agency_and_of_nobody_else(door: Door, ada: Browser) -> None:
    bob = await with_role(door, "Bob")
    await bob.ask("PATCH", "/me", json={"name": "Robert"}, headers={"If-Match": "*"})
    path = f"/accounts/{bob.account['id']}/roles"
    await ada.ask("PUT", f"{path}/reviewer")
    await ada.ask("PUT", f"{path}/coordinator")
    await bob.ask("PATCH", "/me", json={"name": "Bob"}, headers={"If-Match": "*"})
    await ada.ask("DELETE", f"{path}/reviewer")
    await ada.ask("DELETE", f"{path}/coordinator")
    told = await door.database.fetch(
        "SELECT m.version, m.payload::text, d.subscriber FROM outbox_message m "
        "JOIN outbox_delivery d ON d.message_id = m.id "
        "WHERE m.type = 'team.changed' AND m.key = $1 ORDER BY m.seq",
        bob.account["id"],
    )
    assert [json.loads(row["payload"]) for row in told] == [
        {"account_id": bob.account["id"], "name": name, "email": "bob@agence.example", "roles": roles}
        for name, roles in (
            ("Robert", ["reviewer"]),
            ("Robert", ["coordinator", "reviewer"]),
            ("Bob", ["coordinator", "reviewer"]),
            ("Bob", ["coordinator"]),
            ("Bob", []),
        )
    ]
    versions = [row["version"] for row in told]
    assert sorted(set(versions)) == versions
    assert {row["subscriber"] for row in told} == {"events"}
