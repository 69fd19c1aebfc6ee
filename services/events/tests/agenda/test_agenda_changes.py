import time

import asyncpg
from ombelle_chassis.pagination import encode_cursor


async def changes(api, query: str = "", *, wanted: int = 0) -> dict:
    """Ask until `wanted` changes are told: one waits while any older transaction of the server still runs."""
    deadline = time.monotonic() + 20
    while True:
        answer = await api.get(f"/api/v1/agenda/changes?{query}")
        assert answer.status_code == 200, answer.text
        page = answer.json()
        if len(page["items"]) >= wanted or time.monotonic() > deadline:
            return page


def told(page: dict) -> list[tuple[str, str]]:
    return [(item["slug"], item["change"]) for item in page["items"]]


async def test_a_mirror_sees_each_change_once_and_tombstones(api, make):
    first = await make.event("Une", slug="une")
    second = await make.event("Deux", slug="deux")
    page = await changes(api, wanted=2)
    assert told(page) == [("une", "upsert"), ("deux", "upsert")]
    assert page["items"][0]["event"]["title"] == "Une"
    assert told(await changes(api, f"since={page['next']}")) == []
    await make.set(first, title="Une autre")
    await make.set(second, publication="unpublished")
    page = await changes(api, f"since={page['next']}", wanted=2)
    assert told(page) == [("une", "upsert"), ("deux", "delete")]
    assert page["items"][1]["event"] is None
    assert page["more"] is False


async def test_pages_of_changes_lose_none(api, make):
    for n in range(5):
        await make.event(f"Numéro {n}", slug=f"n{n}")
    await changes(api, wanted=5)
    seen, cursor, more = [], "", True
    while more:
        page = await changes(api, f"limit=2&since={cursor}")
        seen += told(page)
        cursor, more = page["next"], page["more"]
    assert seen == [(f"n{n}", "upsert") for n in range(5)]


async def test_what_did_not_change_is_not_told_again(api, make):
    event = await make.event("Une")
    page = await changes(api, wanted=1)
    assert await make.refresh(event) == 0
    assert told(await changes(api, f"since={page['next']}")) == []


async def test_a_slow_transaction_is_not_jumped_over(api, make, connection, territory_url):
    """It began first, and ends after a later one was read: its change must still come."""
    slow = await asyncpg.connect(territory_url)
    transaction = slow.transaction()
    await transaction.start()
    lente = await slow.fetchval(
        "INSERT INTO event (slug, title, publication) VALUES ('lente', 'Lente', 'published') RETURNING id"
    )
    await slow.execute("SELECT refresh_cards($1)", [lente])
    await make.event("Rapide", slug="rapide")
    page = await changes(api)
    await transaction.commit()
    await slow.close()
    later = await changes(api, f"since={page['next']}", wanted=2 - len(page["items"]))
    assert sorted(told(page) + told(later)) == [("lente", "upsert"), ("rapide", "upsert")]


async def test_an_instant_needs_its_offset_and_a_damaged_cursor_is_refused(api):
    nowhere = "00000000-0000-0000-0000-000000000000"
    damaged = (
        encode_cursor("changes", 10**30, nowhere, "2027-01-01T00:00:00+00:00"),
        encode_cursor("changes", "x", nowhere, "2027-01-01T00:00:00+00:00"),
        encode_cursor("changes", 1, "x", "2027-01-01T00:00:00+00:00"),
        encode_cursor("changes", 1, nowhere, "2027-01-01T00:00:00"),
        encode_cursor("changes", None, None, None),
        encode_cursor("agenda-date", 1, nowhere, "2027-01-01T00:00:00+00:00"),
    )
    odd = ("2027-10-02T10:00:00", "0001-01-01T00:00:00%2B14:00", "9999-12-31T23:59:59-12:00", "abc")
    for since in (*odd, *damaged):
        answer = await api.get(f"/api/v1/agenda/changes?since={since}")
        assert answer.status_code == 422
        assert [e["pointer"] for e in answer.json()["errors"]] == ["/query/since"]
    assert told(await changes(api, "since=2100-01-01T00:00:00Z")) == []


async def test_a_change_is_notified(make, connection, territory_url):
    import asyncio

    listening = await asyncpg.connect(territory_url)
    heard = asyncio.Event()
    await listening.add_listener("ombelle_agenda", lambda *_: heard.set())
    await make.event("Une")
    await asyncio.wait_for(heard.wait(), 5)
    await listening.close()
