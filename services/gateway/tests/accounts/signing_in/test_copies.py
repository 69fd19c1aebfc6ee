"""What the members service tells, and what it changes here at once."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import httpx
from signing_desk import SECRET, Browser, Door
from standardwebhooks.webhooks import Webhook

MUSEUM, LIBRARY = UUID(int=1), UUID(int=2)


async def tell(
    door: Door,
    type_: str,
    key: UUID | str,
    version: int,
    payload: dict[str, Any],
    *,
    message: UUID | None = None,
) -> int:
    """Deliver a message as the relay of another service does; return the status."""
    chosen = str(message or uuid4())
    body = json.dumps(
        {"id": chosen, "type": type_, "key": str(key), "version": version, "payload": payload}, default=str
    )
    now = datetime.now(UTC)
    headers = {
        "webhook-id": chosen,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(SECRET).sign(chosen, now, body),
    }
    async with httpx.AsyncClient(verify=False) as client:
        answer = await client.post(f"{door.accounts}/internal/messages", content=body, headers=headers)
    return answer.status_code


async def organisation(
    door: Door, one: UUID, name: str, *, version: int = 1, into: UUID | None = None
) -> None:
    payload = {"organisation_id": one, "name": name, "kind": "library", "merged_into": into}
    assert await tell(door, "organisation.changed", one, version, payload) == 204


async def membership(door: Door, account: str, one: UUID, role: str | None, version: int) -> None:
    payload = {"account_id": account, "organisation_id": one, "role": role}
    assert await tell(door, "membership.changed", account, version, payload) == 204


async def organisations(browser: Browser) -> list[tuple[str, str]]:
    return [(one["name"], one["role"]) for one in (await browser.me())["organisations"]]


async def test_a_membership_holds_from_the_moment_it_is_told(door: Door, browser: Browser) -> None:
    await browser.sign_in("ada@musee.example")
    ada = browser.account["id"]
    await organisation(door, MUSEUM, "Musée")
    await organisation(door, LIBRARY, "Bibliothèque")
    await membership(door, ada, MUSEUM, "editor", 1)
    await membership(door, ada, LIBRARY, "administrator", 1)
    assert (await browser.me())["organisations"] == [
        {"id": str(LIBRARY), "name": "Bibliothèque", "role": "administrator"},
        {"id": str(MUSEUM), "name": "Musée", "role": "editor"},
    ]
    await membership(door, ada, MUSEUM, None, 3)
    assert await organisations(browser) == [("Bibliothèque", "administrator")]
    await membership(door, ada, MUSEUM, "administrator", 2)  # older news, late
    assert await organisations(browser) == [("Bibliothèque", "administrator")]
    await membership(door, ada, MUSEUM, "editor", 4)
    assert await organisations(browser) == [("Bibliothèque", "administrator"), ("Musée", "editor")]


async def test_a_renamed_organisation_is_renamed_and_older_news_changes_nothing(
    door: Door, browser: Browser
) -> None:
    await browser.sign_in("ada@musee.example")
    await organisation(door, MUSEUM, "Musée", version=5)
    await membership(door, browser.account["id"], MUSEUM, "editor", 1)
    await organisation(door, MUSEUM, "Museum", version=4)
    assert await organisations(browser) == [("Musée", "editor")]
    await organisation(door, MUSEUM, "Grand musée", version=6)
    assert await organisations(browser) == [("Grand musée", "editor")]


async def test_a_merged_organisation_gives_no_right_any_more(door: Door, browser: Browser) -> None:
    await browser.sign_in("ada@musee.example")
    await organisation(door, MUSEUM, "Musée")
    await organisation(door, LIBRARY, "Bibliothèque")
    await membership(door, browser.account["id"], MUSEUM, "editor", 1)
    merged = {"organisation_id": MUSEUM, "into": LIBRARY}
    assert await tell(door, "organisation.merged", MUSEUM, 2, merged) == 204
    assert await organisations(browser) == []
    await membership(door, browser.account["id"], LIBRARY, "editor", 1)
    assert await organisations(browser) == [("Bibliothèque", "editor")]


async def test_a_message_that_comes_twice_is_taken_once(door: Door, browser: Browser) -> None:
    await browser.sign_in("ada@musee.example")
    await organisation(door, MUSEUM, "Musée")
    payload = {"account_id": browser.account["id"], "organisation_id": MUSEUM, "role": "editor"}
    message = uuid4()
    for _ in range(2):
        assert (
            await tell(door, "membership.changed", browser.account["id"], 1, payload, message=message) == 204
        )
    assert await door.database.fetchval("SELECT count(*) FROM inbox_message WHERE id = $1", message) == 1


async def test_an_account_that_is_no_more_gets_no_membership(door: Door) -> None:
    gone = str(uuid4())
    await membership(door, gone, MUSEUM, "editor", 1)
    assert await door.database.fetchval("SELECT count(*) FROM membership_copy") == 0


async def test_an_unsigned_message_or_an_unknown_one_is_refused(door: Door) -> None:
    async with httpx.AsyncClient(verify=False) as client:
        unsigned = await client.post(f"{door.accounts}/internal/messages", json={})
        through_the_edge = await client.post(f"{door.address}/internal/messages", json={})
    assert unsigned.status_code == 401
    assert through_the_edge.status_code in {404, 405}
    assert await tell(door, "event.changed", "x", 1, {}) == 422
