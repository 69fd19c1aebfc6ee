"""Signing in by what a mail holds."""

import re
from typing import Any

from signing_desk import Browser, Door, problem

ADA = "ada@musee.example"
NEW = {"name": "Ada Lovelace", "is_15_or_older": True}


async def test_a_newcomer_asks_for_a_link_says_who_they_are_and_is_in(door: Door, browser: Browser) -> None:
    asked = await browser.post(
        "/sign-in/links", {"email": "Ada@Musee.Example", "next": "/espace/jetons?a=1#b"}
    )
    assert (asked.status_code, asked.json()) == (202, {"sent": True, "expires_in_minutes": 15})
    assert re.fullmatch(
        r"ombelle-asking=[\w-]{43}; Path=/; Max-Age=900; HttpOnly; SameSite=Strict",
        asked.headers["set-cookie"],
    )
    assert asked.headers["cache-control"] == "private, no-store"
    [letter] = await door.letters("Ada@musee.example")
    assert (letter.template, letter.locale, letter.is_secret) == ("sign_in", "fr", True)
    assert f"http://ombelle.example/espace/entrer#lien={letter.token}" in letter.text

    wanted = problem(await browser.post("/sign-in", {"token": letter.token}), 409, "account_needed")
    assert wanted == {
        "title": "There is no account with this address yet",
        "status": 409,
        "code": "account_needed",
        "detail": "Cette adresse n'a pas encore de compte : dites votre nom et que vous avez au moins 15 ans.",
        "email": "Ada@musee.example",
    }
    signed = await browser.post("/sign-in", {"token": letter.token, **NEW})
    assert (signed.status_code, signed.json()) == (200, {"next": "/espace/jetons?a=1#b"})
    session, asking = signed.headers.get_list("set-cookie")
    assert re.fullmatch(r"ombelle=[\w-]{43}; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax", session)
    assert asking == "ombelle-asking=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"

    answer = await browser.get("/me")
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["etag"] == '"v1"'
    me = answer.json()
    assert me == {
        "account": {
            "id": me["account"]["id"],
            "name": "Ada Lovelace",
            "email": "Ada@musee.example",
            "locale": "fr",
            "created_at": me["account"]["created_at"],
        },
        "roles": [],
        "organisations": [],
        "scopes": None,
        "is_demo": False,
        "passkeys": 0,
        "allowed_actions": ["edit", "change_email", "sign_out", "export", "erase"],
    }
    told = await door.database.fetchrow("SELECT type, key, version, payload FROM outbox_message")
    assert tuple(told) == (
        "account.changed",
        me["account"]["id"],
        1,
        {name: me["account"][name] for name in ("name", "email", "locale")}
        | {"account_id": me["account"]["id"]},
    )


async def test_nothing_that_could_open_a_door_is_stored_as_it_is(door: Door, browser: Browser) -> None:
    letter = await browser.link(ADA)
    asking = browser.client.cookies["ombelle-asking"]
    await browser.post("/sign-in", {"token": letter.token, **NEW})
    rows = await door.database.fetch("SELECT l::text, s::text FROM sign_in_link l, sign_in_session s")
    stored = " ".join(" ".join(row) for row in rows)
    for secret in (letter.token, letter.code, asking, browser.cookie):
        assert secret is not None
        assert secret not in stored
        assert secret.encode().hex() not in stored


async def test_a_known_address_is_let_in_by_its_link_alone_or_by_the_code(
    door: Door, browser: Browser
) -> None:
    await browser.sign_in(ADA)
    other = door.browser()
    await other.post("/sign-in/links", {"email": ADA.upper()})
    letter = (await door.letters(ADA))[0]  # at the address that the account writes
    assert (await other.post("/sign-in", {"token": letter.token})).json() == {"next": "/espace"}
    third = door.browser()
    code = (await third.link(ADA)).code
    typed = f" {code[:4].lower()}-{code[4:]} "
    assert (await third.post("/sign-in", {"code": typed})).status_code == 200
    assert {(await one.me())["account"]["id"] for one in (browser, other, third)} == {browser.account["id"]}


async def test_a_link_serves_once_and_its_code_with_it(door: Door, browser: Browser) -> None:
    letter = await browser.link(ADA)
    asking = browser.client.cookies["ombelle-asking"]
    assert (await browser.post("/sign-in", {"token": letter.token, **NEW})).status_code == 200
    browser.client.cookies.set("ombelle-asking", asking)
    for again in ({"token": letter.token}, {"code": letter.code}):
        problem(await browser.post("/sign-in", again), 410, "link_spent")


async def test_a_link_too_old_or_invented_is_spent_alike(door: Door, browser: Browser) -> None:
    letter = await browser.link(ADA)
    await door.database.execute("UPDATE sign_in_link SET expires_at = now()")
    old = problem(await browser.post("/sign-in", {"token": letter.token}), 410, "link_spent")
    invented = problem(await browser.post("/sign-in", {"token": "x" * 43}), 410, "link_spent")
    assert old == invented


async def test_a_stolen_link_is_worth_nothing_elsewhere_and_stays_good_at_home(
    door: Door, browser: Browser
) -> None:
    await door.browser().sign_in(ADA)
    letter = await browser.link(ADA)
    thief = door.browser(at="198.51.100.7")
    await thief.link("thief@elsewhere.example")  # holds a mark of their own
    refusal = problem(await thief.post("/sign-in", {"token": letter.token}), 403, "other_browser")
    assert refusal["detail"].startswith("Ce lien a été demandé dans un autre navigateur")
    problem(await thief.post("/sign-in", {"code": letter.code}), 422, "code_wrong")
    problem(await door.browser().post("/sign-in", {"token": letter.token}), 403, "other_browser")
    assert (await thief.me())["account"] is None
    [(_, actor, values), _] = await door.audit("sign_in_refused")
    assert (actor, values) == (
        "anonymous",
        {"reason": "other_browser", "browser": "Firefox, Linux", "network": "198.51.100.0/24"},
    )
    assert (await browser.post("/sign-in", {"token": letter.token})).status_code == 200


async def test_five_wrong_codes_end_the_links_of_a_browser(door: Door, browser: Browser) -> None:
    letter = await browser.link(ADA)
    wrong = "2" * 8 if letter.code != "2" * 8 else "3" * 8
    for _ in range(5):
        told = problem(await browser.post("/sign-in", {"code": wrong}), 422, "code_wrong")
        assert told["errors"] == [
            {"pointer": "/body/code", "code": "code_wrong", "detail": "Ce code n'est pas le bon."}
        ]
    problem(await browser.post("/sign-in", {"code": letter.code}), 410, "link_spent")
    problem(await browser.post("/sign-in", {"token": letter.token}), 410, "link_spent")


async def test_a_second_link_leaves_the_first_one_good_in_the_same_browser(browser: Browser) -> None:
    first = await browser.link(ADA)
    mark = browser.client.cookies["ombelle-asking"]
    second = await browser.link(ADA)
    assert browser.client.cookies["ombelle-asking"] == mark
    assert first.token != second.token
    assert (await browser.post("/sign-in", {"token": first.token, **NEW})).status_code == 200


async def test_a_mark_that_we_did_not_give_is_replaced(browser: Browser) -> None:
    planted = "p" * 43
    browser.client.cookies.set("ombelle-asking", planted)
    await browser.post("/sign-in/links", {"email": ADA})
    browser.client.cookies.delete("ombelle-asking", domain="")
    assert browser.client.cookies["ombelle-asking"] != planted


async def test_a_session_is_new_at_each_sign_in_and_the_one_before_ends(door: Door, browser: Browser) -> None:
    await browser.sign_in(ADA)
    first = browser.cookie
    await browser.sign_in(ADA)
    assert browser.cookie not in {None, first}
    assert await door.database.fetchval("SELECT count(*) FROM sign_in_session") == 1
    planted = door.browser(Cookie=f"ombelle={first}")
    assert (await planted.me())["account"] is None


async def test_a_session_that_somebody_else_planted_is_not_taken_over(door: Door, browser: Browser) -> None:
    victim = door.browser()
    victim.client.cookies.set("ombelle", "a" * 43)
    await victim.sign_in(ADA)
    attacker = door.browser(Cookie=f"ombelle={'a' * 43}")
    assert (await attacker.me())["account"] is None


async def test_an_account_is_for_those_who_are_fifteen(browser: Browser) -> None:
    letter = await browser.link(ADA)
    for age in ({}, {"is_15_or_older": False}, {"is_15_or_older": None}):
        refusal = problem(
            await browser.post("/sign-in", {"token": letter.token, "name": "Ada", **age}),
            422,
            "invalid_input",
        )
        assert refusal["errors"] == [
            {
                "pointer": "/body/is_15_or_older",
                "code": "too_young",
                "detail": "Vous devez avoir au moins 15 ans.",
            }
        ]
    assert (await browser.post("/sign-in", {"token": letter.token, **NEW})).status_code == 200


async def test_the_name_of_who_has_an_account_is_not_changed_by_signing_in(browser: Browser) -> None:
    await browser.sign_in(ADA, name="Ada")
    await browser.sign_in(ADA, name="Somebody else")
    me: dict[str, Any] = await browser.me()
    assert me["account"]["name"] == "Ada"


async def test_a_suspended_account_stays_outside(door: Door, browser: Browser) -> None:
    await browser.sign_in(ADA)
    await door.database.execute("UPDATE account SET suspended_at = now()")
    assert (await browser.me())["account"] is None
    letter = await browser.link(ADA)
    problem(await browser.post("/sign-in", {"token": letter.token}), 403, "account_suspended")


async def test_in_english(door: Door, browser: Browser) -> None:
    await browser.post("/sign-in/links", {"email": ADA, "locale": "en"})
    [letter] = await door.letters(ADA)
    assert letter.locale == "en"
    await browser.post("/sign-in", {"code": letter.code, **NEW})
    assert (await browser.me())["account"]["locale"] == "en"
