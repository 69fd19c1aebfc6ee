"""What one is told of oneself, what one may change, where one is signed in."""

import re

from signing_desk import Browser, Door, problem

ADA = "ada@musee.example"


async def test_nobody_is_told_so(browser: Browser) -> None:
    assert await browser.me() == {
        "account": None,
        "roles": [],
        "organisations": [],
        "scopes": None,
        "is_demo": False,
        "passkeys": 0,
        "allowed_actions": ["sign_in"],
    }


async def test_name_and_language_are_changed_on_the_version_that_was_read(
    door: Door, browser: Browser
) -> None:
    await browser.sign_in(ADA)
    missing = problem(await browser.ask("PATCH", "/me", json={"name": "Ada L."}), 428, "version_needed")
    assert missing["errors"] == [
        {"pointer": "/header/If-Match", "code": "missing", "detail": "En-tête obligatoire."}
    ]
    changed = await browser.ask(
        "PATCH", "/me", json={"name": "  Ada   L. ", "locale": "en"}, headers={"If-Match": '"v1"'}
    )
    assert (changed.status_code, changed.headers["etag"]) == (200, '"v2"')
    assert changed.json()["account"] | {"name": "Ada L.", "locale": "en"} == changed.json()["account"]
    stale = problem(
        await browser.ask("PATCH", "/me", json={"name": "Old"}, headers={"If-Match": '"v1"'}),
        412,
        "account_changed_meanwhile",
    )
    assert (stale["current"], stale["yours"]) == ({"name": "Ada L.", "locale": "en"}, {"name": "Old"})
    told = await door.database.fetch(
        "SELECT version, payload ->> 'name' AS name FROM outbox_message ORDER BY seq"
    )
    assert [tuple(row) for row in told] == [(1, "Ada"), (2, "Ada L.")]


async def test_nothing_else_of_oneself_can_be_changed(browser: Browser) -> None:
    await browser.sign_in(ADA)
    for name in ("email", "id", "roles", "suspended_at", "demo_key", "version"):
        refusal = problem(
            await browser.ask("PATCH", "/me", json={name: "x"}, headers={"If-Match": "*"}),
            422,
            "invalid_input",
        )
        assert [error["pointer"] for error in refusal["errors"]] == [f"/body/{name}"]


async def test_sessions_are_listed_and_ended(door: Door, browser: Browser) -> None:
    await browser.sign_in(ADA)
    telephone = door.browser(
        **{"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1"}
    )
    await telephone.sign_in(ADA)
    listed = await browser.get("/me/sessions")
    assert listed.headers["cache-control"] == "private, no-store"
    items = listed.json()["items"]
    assert listed.json() == {
        "items": [
            {**items[0], "method": "link", "browser": "Safari, iPhone", "is_current": False},
            {**items[1], "method": "link", "browser": "Firefox, Linux", "is_current": True},
        ],
        "next": None,
    }
    assert set(items[0]) == {"id", "created_at", "last_used_at", "method", "browser", "is_current"}
    assert (await browser.ask("DELETE", f"/me/sessions/{items[0]['id']}")).status_code == 204
    gone = await telephone.get("/me")
    assert gone.json()["account"] is None
    assert gone.headers["set-cookie"] == "ombelle=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"
    problem(await browser.ask("DELETE", f"/me/sessions/{items[0]['id']}"), 404, "session_unknown")

    await telephone.sign_in(ADA)
    third = await door.browser().sign_in(ADA)
    ended = await browser.ask("DELETE", "/me/sessions")
    assert (ended.status_code, ended.json()) == (200, {"ended": 2})
    assert [(await one.me())["account"] is None for one in (browser, telephone, third)] == [False, True, True]
    actions = [action for action, _, _ in await door.audit("signed_in", "session_ended")]
    assert actions[-6:] == [*["signed_in"] * 2, "session_ended", "signed_in", "signed_in", "session_ended"]


async def test_another_ones_session_is_nobodys(door: Door, browser: Browser) -> None:
    await browser.sign_in(ADA)
    other = await door.browser().sign_in("bob@musee.example")
    [theirs] = (await other.get("/me/sessions")).json()["items"]
    problem(await browser.ask("DELETE", f"/me/sessions/{theirs['id']}"), 404, "session_unknown")
    assert (await other.me())["account"] is not None


async def test_signing_out_ends_the_session_and_twice_is_once(door: Door, browser: Browser) -> None:
    await browser.sign_in(ADA)
    kept = browser.cookie
    out = await browser.ask("DELETE", "/me/sessions/current")
    assert (out.status_code, out.content) == (204, b"")
    assert out.headers["set-cookie"] == "ombelle=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"
    assert (await door.browser(Cookie=f"ombelle={kept}").me())["account"] is None
    assert (await browser.ask("DELETE", "/me/sessions/current")).status_code == 204
    assert [action for action, _, _ in await door.audit("signed_out")][-1:] == ["signed_out"]


async def test_a_session_ends_by_its_age_and_by_being_left_alone(door: Door, browser: Browser) -> None:
    await browser.sign_in(ADA)
    at = "UPDATE sign_in_session SET created_at = now() - $1::interval, last_used_at = now() - $2::interval"

    async def serves(created: str, used: str) -> bool:
        await door.database.execute(at.replace("$1", f"'{created}'").replace("$2", f"'{used}'"))
        return (await browser.me())["account"] is not None

    assert await serves("179 days", "29 days")
    kept = browser.cookie
    assert not await serves("29 days", "30 days")
    browser.client.cookies.set("ombelle", kept or "")
    assert not await serves("180 days", "0 days")
    browser.client.cookies.set("ombelle", kept or "")
    await door.database.execute("INSERT INTO account_role SELECT id, 'reviewer', now(), 'tests' FROM account")
    assert await serves("20 days", "11 hours")
    assert not await serves("20 days", "12 hours")
    assert await door.database.fetchval("SELECT count(*) FROM sign_in_session") == 1


async def test_use_is_noted_every_five_minutes(door: Door, browser: Browser) -> None:
    await browser.sign_in(ADA)
    used = "SELECT last_used_at FROM sign_in_session"
    first = await door.database.fetchval(used)
    await browser.me()
    assert await door.database.fetchval(used) == first
    await door.database.execute("UPDATE sign_in_session SET last_used_at = now() - interval '6 minutes'")
    await browser.me()
    assert await door.database.fetchval(used) > first


async def test_another_address_is_confirmed_from_there_and_ends_every_other_session(
    door: Door, browser: Browser
) -> None:
    await browser.sign_in(ADA)
    elsewhere = await door.browser().sign_in(ADA)
    before = browser.cookie
    asked = await browser.post("/me/email", {"email": "Ada@Elsewhere.example"})
    assert (asked.status_code, asked.json()) == (202, {"sent": True, "expires_in_minutes": 15})
    [letter] = await door.letters("Ada@elsewhere.example")
    assert (letter.template, letter.is_secret) == ("email_change", True)
    assert f"http://ombelle.example/espace/adresse#lien={letter.token}" in letter.text
    problem(await elsewhere.post("/me/email/confirmation", {"token": "x" * 43}), 410, "link_spent")

    confirmed = await browser.post("/me/email/confirmation", {"token": letter.token})
    assert (confirmed.status_code, confirmed.json()["account"]["email"]) == (200, "Ada@elsewhere.example")
    assert re.match(r"ombelle=[\w-]{43};", confirmed.headers["set-cookie"])
    assert browser.cookie not in {None, before}
    assert (await browser.me())["account"]["email"] == "Ada@elsewhere.example"
    assert (await elsewhere.me())["account"] is None
    assert (await door.letters(ADA))[0].template == "email_changed"
    problem(await browser.post("/me/email/confirmation", {"token": letter.token}), 410, "link_spent")
    told = await door.database.fetchval(
        "SELECT payload ->> 'email' FROM outbox_message ORDER BY seq DESC LIMIT 1"
    )
    assert told == "Ada@elsewhere.example"


async def test_an_address_that_is_taken_is_asked_for_like_any_other_and_not_taken_over(
    door: Door, browser: Browser
) -> None:
    await door.browser().sign_in("bob@musee.example")
    await browser.sign_in(ADA)
    asked = await browser.post("/me/email", {"email": "bob@musee.example"})
    assert (asked.status_code, asked.json()) == (202, {"sent": True, "expires_in_minutes": 15})
    letter = (await door.letters("bob@musee.example"))[0]
    problem(await browser.post("/me/email/confirmation", {"token": letter.token}), 409, "email_taken")
    assert (await browser.me())["account"]["email"] == ADA


async def test_a_stolen_confirmation_is_worth_nothing_to_another_account(
    door: Door, browser: Browser
) -> None:
    await browser.sign_in(ADA)
    await browser.post("/me/email", {"email": "new@musee.example"})
    [letter] = await door.letters("new@musee.example")
    thief = await door.browser().sign_in("thief@musee.example")
    problem(await thief.post("/me/email/confirmation", {"token": letter.token}), 410, "link_spent")
    problem(
        await door.browser().post("/me/email/confirmation", {"token": letter.token}), 401, "unauthenticated"
    )
    assert (await browser.post("/me/email/confirmation", {"token": letter.token})).status_code == 200
