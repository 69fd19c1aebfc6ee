"""Who has webhooks, and what is shown of them."""

import asyncio
from unittest.mock import ANY

import pytest
from access_people import problem
from ombelle_contracts.webhooks import EVENTS

PRIVATE = "private, no-store"


def shown(hooked, **changes):
    return {
        "id": hooked.webhook["id"],
        "organisation": {"id": str(hooked.organisation), "name": "Le Vaisseau"},
        "name": "Le site du Vaisseau",
        "url": hooked.desk.receiver.url,
        "events": ["application.decided", "message.received"],
        "is_enabled": True,
        "disabled_reason": None,
        "failing_since": None,
        "last_delivered_at": None,
        "previous_secret_until": None,
        "created_at": ANY,
        "created_by": {"id": str(hooked.administrator.id), "name": "Ada Lovelace"},
        "version": 1,
        "allowed_actions": ["edit", "rotate", "test", "replay", "delete"],
        **changes,
    }


async def test_events_are_public_and_closed(people):
    answer = await people.ask("GET", "/webhook-events")
    assert answer.json() == {
        "items": [
            {"event": one.name, "label_fr": one.label_fr, "label_en": one.label_en} for one in EVENTS.values()
        ],
        "next": None,
    }


async def test_an_administrator_makes_a_webhook_whose_secret_is_shown_once(hooked):
    made = await hooked.make()
    assert made == shown(hooked, secret=ANY)
    assert made["secret"].startswith("whsec_")
    one = await hooked.ask("GET", f"/{made['id']}")
    assert (one.status_code, one.json(), one.headers["etag"]) == (200, shown(hooked), '"v1"')
    assert one.headers["cache-control"] == PRIVATE
    listed = await hooked.ask("GET", f"?organisation_id={hooked.organisation}")
    assert listed.json() == {"items": [shown(hooked)], "next": None}
    logged = await hooked.desk.connection.fetchrow(
        'SELECT v.actor, e.action, v."values"::text AS told FROM audit_entry e JOIN audit_value v USING (seq) '
        "WHERE v.subject_id = $1",
        made["id"],
    )
    assert (logged["actor"], logged["action"]) == (str(hooked.administrator.id), "webhook_made")
    assert "hooks" not in logged["told"]
    assert made["secret"] not in logged["told"]


async def test_sent_again_with_its_key_it_is_made_once(hooked):
    body = {
        "organisation_id": str(hooked.organisation),
        "name": "Site",
        "url": hooked.desk.receiver.url,
        "events": ["application.decided"],
    }
    headers = {"Idempotency-Key": "k-1"}
    answers = await asyncio.gather(*(hooked.ask("POST", "", json=body, headers=headers) for _ in range(4)))
    assert {one.status_code for one in answers} == {201}
    assert len({one.text for one in answers}) == 1
    assert len((await hooked.ask("GET", "")).json()["items"]) == 1


async def test_others_neither_see_nor_change_it(hooked):
    await hooked.make()
    people, path = hooked.desk.people, f"/{hooked.webhook['id']}"
    elsewhere = await people.organisation("Ailleurs")
    editor = await people.member(hooked.organisation, "editor", "Bob")
    stranger = await people.member(elsewhere, "administrator", "Eve")
    coordinator = await people.account("Chloé", roles=("coordinator",))
    body = {"organisation_id": str(hooked.organisation), "name": "a", "url": hooked.desk.receiver.url,
            "events": ["application.decided"]}  # fmt: skip
    for by in (editor, stranger, coordinator):
        assert (await hooked.ask("GET", "", by)).json()["items"] == []
        for method, where in (
            ("GET", path),
            ("PATCH", path),
            ("DELETE", path),
            ("POST", f"{path}/secret"),
            ("POST", f"{path}/test"),
            ("GET", f"{path}/deliveries"),
            ("POST", f"{path}/deliveries/{hooked.webhook['id']}/replay"),
        ):
            options = {"json": {"name": "b"}, "headers": {"If-Match": "*"}} if method == "PATCH" else {}
            assert problem(await hooked.ask(method, where, by, **options)) == (404, "webhook_unknown"), where
    for by, refusal in (
        (editor, (403, "not_its_administrator")),
        (stranger, (404, "organisation_unknown")),
        (coordinator, (404, "organisation_unknown")),
    ):
        assert problem(await hooked.ask("POST", "", by, json=body)) == refusal
        assert problem(await hooked.ask("GET", f"?organisation_id={hooked.organisation}", by)) == refusal
    program = people.program(hooked.administrator, hooked.organisation, "events:write")
    answer = await people.ask("GET", "/webhooks", headers=program)
    assert problem(answer) == (403, "scope_missing")
    assert problem(await people.ask("GET", "/webhooks")) == (401, "unauthenticated")
    assert (await hooked.ask("GET", path)).json() == shown(hooked)


async def test_the_agency_s_administrator_sees_and_ends_what_others_made(hooked):
    await hooked.make()
    path = f"/{hooked.webhook['id']}"
    agency = await hooked.desk.people.account("Anne", roles=("administrator",))
    seen = shown(hooked, allowed_actions=["replay", "delete"])
    assert (await hooked.ask("GET", "", agency)).json()["items"] == [seen]
    refused = await hooked.ask("PATCH", path, agency, json={"name": "b"}, headers={"If-Match": "*"})
    assert problem(refused) == (403, "not_its_administrator")
    body = {"organisation_id": str(hooked.organisation), "name": "a", "url": hooked.desk.receiver.url,
            "events": ["application.decided"]}  # fmt: skip
    assert problem(await hooked.ask("POST", "", agency, json=body)) == (403, "not_its_administrator")
    assert (await hooked.ask("DELETE", path, agency)).status_code == 204
    assert problem(await hooked.ask("GET", path)) == (404, "webhook_unknown")


async def test_it_is_changed_on_the_version_that_was_read(hooked):
    await hooked.make()
    path = f"/{hooked.webhook['id']}"
    changed = await hooked.ask(
        "PATCH",
        path,
        json={"events": ["message.received"], "is_enabled": False},
        headers={"If-Match": '"v1"'},
    )
    now = shown(hooked, events=["message.received"], is_enabled=False, disabled_reason="person", version=2)
    assert (changed.status_code, changed.json(), changed.headers["etag"]) == (200, now, '"v2"')
    late = await hooked.ask("PATCH", path, json={"name": "Autre"}, headers={"If-Match": '"v1"'})
    assert problem(late) == (412, "changed_meanwhile")
    assert late.json()["yours"] == {"name": "Autre"}
    assert late.json()["current"]["version"] == 2
    assert problem(await hooked.ask("PATCH", path, json={"name": "Autre"})) == (428, "version_needed")
    assert problem(await hooked.ask("POST", f"{path}/test")) == (409, "webhook_disabled")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("url", "ftp://127.0.0.1/"),
        ("url", "https://user:secret@example.org/"),
        ("url", "https://example.org/#fragment"),
        ("url", "https://example.org:99999/"),
        ("url", "https://[::1/"),
        ("url", "https://exa mple.org/"),
        ("url", "https://" + "a" * 600),
        ("url", "\u0000"),
        ("events", []),
        ("events", ["application.decided", "application.decided"]),
        ("events", ["webhook.test"]),
        ("name", " "),
    ],
)
async def test_what_is_wrong_is_said_where(hooked, field, value):
    body = {
        "organisation_id": str(hooked.organisation),
        "name": "Site",
        "url": hooked.desk.receiver.url,
        "events": ["application.decided"],
    }
    refused = await hooked.ask("POST", "", json=body | {field: value})
    assert problem(refused) == (422, "invalid_input")
    assert {one["pointer"].split("/")[2] for one in refused.json()["errors"]} == {field}


async def test_an_organisation_has_ten_at_most_however_many_ask_at_once(hooked):
    for _ in range(8):
        await hooked.make()
    body = {"organisation_id": str(hooked.organisation), "name": "a", "url": hooked.desk.receiver.url,
            "events": ["application.decided"]}  # fmt: skip
    answers = await asyncio.gather(*(hooked.ask("POST", "", json=body) for _ in range(5)))
    assert sorted(one.status_code for one in answers) == [201, 201, 409, 409, 409]
    assert {one.json()["code"] for one in answers if one.status_code == 409} == {"too_many_webhooks"}


async def test_pages_follow_one_another(hooked):
    made = [(await hooked.make())["id"] for _ in range(3)]
    first = (await hooked.ask("GET", "?limit=2")).json()
    rest = (await hooked.ask("GET", f"?limit=2&after={first['next']}")).json()
    assert [one["id"] for one in first["items"] + rest["items"]] == made[::-1]
    assert rest["next"] is None


async def test_they_follow_their_organisation_into_another_one(hooked):
    await hooked.make()
    other = await hooked.desk.people.organisation("Le Grand Vaisseau")
    keeper = await hooked.desk.people.member(other, "administrator", "Bob")
    await hooked.desk.connection.execute(
        "UPDATE organisation_copy SET merged_into = $2 WHERE organisation_id = $1", hooked.organisation, other
    )
    [seen] = (await hooked.ask("GET", "", keeper)).json()["items"]
    assert seen["organisation"] == {"id": str(other), "name": "Le Grand Vaisseau"}
    await hooked.tell(n=1)  # told of the one before by who has not heard yet
    await hooked.run()
    assert hooked.desk.receiver.taken == [1]


@pytest.mark.parametrize("path", ["?limit=300", "/{id}/deliveries?limit=300"])
async def test_the_number_of_statements_does_not_depend_on_how_many_there_are(hooked, statements, path):
    await hooked.make()
    counts = []
    for told in (1, 3, 300):
        await hooked.desk.connection.execute("DELETE FROM webhook_delivery")
        await hooked.desk.connection.execute(
            "INSERT INTO webhook_delivery (webhook_id, event, subject_kind, subject_id, body) "
            "SELECT $1, 'application.decided', 'application', n::text, '{}' FROM generate_series(1, $2::integer) n",
            hooked.webhook["id"],
            told,
        )
        statements.clear()
        answer = await hooked.ask("GET", path.format(id=hooked.webhook["id"]))
        assert answer.status_code == 200
        counts.append(len(statements))
    assert counts == [counts[0]] * 3
