"""The demo's people: one click, and only where a demo runs."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from signing_desk import Browser, Door, open_door, problem, serving

PEOPLE: list[dict[str, Any]] = [
    {
        "key": "coordination",
        "name": "Camille Morel",
        "email": "camille@agence.example",
        "role_label": "Coordination",
        "role_label_en": "Coordinator",
        "roles": ["coordinator", "reviewer"],
        "organisation": None,
    },
    {
        "key": "museum",
        "name": "Noé Petit",
        "email": "noe@musee.example",
        "role_label": "Musée",
        "role_label_en": "Museum",
        "roles": [],
        "organisation": "Musée",
    },
]


async def _demo(scope: Any, receive: Any, send: Any) -> None:
    """Describe the people of the demo, as its server does."""
    if scope["type"] == "lifespan":
        for kind in ("startup", "shutdown"):
            await receive()
            await send({"type": f"lifespan.{kind}.complete"})
        return
    status, body = (200, {"accounts": PEOPLE}) if scope["path"] == "/accounts" else (404, {})
    await send({"type": "http.response.start", "status": status, "headers": []})
    await send({"type": "http.response.body", "body": json.dumps(body).encode()})


@pytest.fixture
async def demo_door(door: Door, tmp_path: Path) -> AsyncIterator[Door]:
    """A door where a demo runs, on the database of the others."""
    async with (
        serving(_demo) as demo_url,
        open_door(door.database_url, tmp_path / "keys", demo_url=demo_url) as one,
    ):
        yield one


async def test_where_no_demo_runs_nobody_gets_in(browser: Browser) -> None:
    problem(await browser.get("/demo"), 404, "demo_unknown")
    problem(await browser.post("/demo/sign-in", {"key": "coordination"}), 404, "demo_unknown")


async def test_one_click_makes_one_anybody_of_the_demo(demo_door: Door) -> None:
    browser = demo_door.browser()
    shown = await browser.get("/demo")
    assert shown.json() == {"accounts": [{k: v for k, v in one.items() if k != "email"} for one in PEOPLE]}
    first = await browser.post("/demo/sign-in", {"key": "coordination"})
    assert (first.status_code, first.json()) == (200, {"next": "/espace"})
    me = await browser.me()
    assert (me["account"]["name"], me["account"]["email"], me["roles"], me["is_demo"]) == (
        "Camille Morel",
        "camille@agence.example",
        ["coordinator", "reviewer"],
        True,
    )
    assert (await browser.get("/me/sessions")).json()["items"][0]["method"] == "demo"
    await browser.post("/demo/sign-in", {"key": "museum"})
    assert (await browser.me())["account"]["name"] == "Noé Petit"
    again = demo_door.browser()
    await again.post("/demo/sign-in", {"key": "coordination"})
    assert (await again.me())["account"]["id"] == me["account"]["id"]
    problem(await browser.post("/demo/sign-in", {"key": "nobody"}), 404, "demo_unknown")


async def test_a_demo_person_takes_over_no_account_of_the_same_address(demo_door: Door) -> None:
    real = await demo_door.browser().sign_in("noe@musee.example", name="The real one")
    browser = demo_door.browser()
    problem(await browser.post("/demo/sign-in", {"key": "museum"}), 404, "demo_unknown")
    assert (await browser.me())["account"] is None
    assert (await real.me())["is_demo"] is False


async def test_a_demo_that_is_away_is_said_to_be(door: Door, tmp_path: Path) -> None:
    async with open_door(door.database_url, tmp_path / "keys", demo_url="http://127.0.0.1:1") as one:
        problem(await one.browser().get("/demo"), 503, "unavailable")
        problem(await one.browser().post("/demo/sign-in", {"key": "museum"}), 503, "unavailable")
