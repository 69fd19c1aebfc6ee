"""What is refused, and what an onlooker cannot learn."""

import asyncio
from typing import Any

import pytest
from signing_desk import Browser, Door, problem

ADA = "ada@musee.example"
NOT_AN_ADDRESS = "Ce n'est pas une adresse électronique, comme prenom.nom@exemple.fr."


@pytest.mark.parametrize(
    "email",
    [
        "ada",
        "ada@localhost",
        "ada@musee.example\r\nBcc: all@elsewhere.example",
        "ada@musee.example\nBcc:x@y.fr",
        "Ada <ada@musee.example>",
        "ada@musee.example, bob@musee.example",
        '"ada b"@musee.example',
        "ada@[127.0.0.1]",
        "ada\u0000@musee.example",
        "adа@musee.example",  # the second а is Cyrillic
    ],
)
async def test_no_mail_goes_to_what_is_no_address(door: Door, browser: Browser, email: str) -> None:
    refusal = problem(await browser.post("/sign-in/links", {"email": email}), 422, "invalid_input")
    [error] = refusal["errors"]
    assert error["pointer"] == "/body/email"
    assert error["detail"] in {NOT_AN_ADDRESS, "Ce texte contient un caractère interdit."}
    assert await door.database.fetchval("SELECT count(*) FROM mail") == 0


async def test_look_alikes_are_two_and_are_seen_to_be(door: Door, browser: Browser) -> None:
    await browser.sign_in("a@paypal.example")
    twin = door.browser()
    await twin.post("/sign-in/links", {"email": "a@рaypаl.example"})  # р and а are Cyrillic
    [letter] = await door.letters("a@xn--aypl-73d6g.example")
    await twin.post("/sign-in", {"token": letter.token, "name": "Twin", "is_15_or_older": True})
    assert (await twin.me())["account"]["email"] == "a@xn--aypl-73d6g.example"


async def test_accents_typed_in_two_ways_are_one_address(door: Door, browser: Browser) -> None:
    await browser.sign_in("a@xn--muse-dpa.example")
    for written in ("a@musée.example", "a@muse\u0301e.example", "A@MUSÉE.example"):
        await door.browser().post("/sign-in/links", {"email": written})
    assert len(await door.letters("a@xn--muse-dpa.example")) == 4


@pytest.mark.parametrize(
    "path",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/.//evil.example",
        "/espace/..//evil.example",
        "/espace/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/a\nb",
        "espace",
        "",
        "/" + "a" * 500,
    ],
)
async def test_one_goes_nowhere_else_after_signing_in(browser: Browser, path: str) -> None:
    refusal = problem(
        await browser.post("/sign-in/links", {"email": ADA, "next": path}), 422, "invalid_input"
    )
    assert [error["pointer"] for error in refusal["errors"]] == ["/body/next"]


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({}, ["/body"]),
        ({"token": "x" * 43, "code": "ABCD2345"}, ["/body"]),
        ({"token": "short"}, ["/body/token"]),
        ({"code": "ABCD2340"}, ["/body/code"]),
        ({"code": ["ABCD2345"]}, ["/body/code"]),
        ({"token": "x" * 43, "name": ""}, ["/body/name"]),
        ({"token": "x" * 43, "name": "a" * 101}, ["/body/name"]),
        ({"token": "x" * 43, "name": "Ada\nBcc: x"}, ["/body/name"]),
        ({"token": "x" * 43, "name": "Ada\u202edrawkcab"}, ["/body/name"]),
        ({"token": "x" * 43, "name": "visitez http://spam.example"}, ["/body/name"]),
        ({"token": "x" * 43, "name": "A" * 1_000_000}, ["/body/name"]),
        ({"token": "x" * 43, "is_15_or_older": "true"}, ["/body/is_15_or_older"]),
        ({"token": "x" * 43, "roles": ["administrator"]}, ["/body/roles"]),
        ({"token": "x" * 43, "id": "1", "email": ADA}, ["/body/id", "/body/email"]),
    ],
)
async def test_what_is_not_asked_for_is_refused(
    browser: Browser, body: dict[str, Any], pointers: list[str]
) -> None:
    refusal = problem(await browser.post("/sign-in", body), 422, "invalid_input")
    assert [error["pointer"] for error in refusal["errors"]] == pointers


def worked_for(statements: list[str]) -> list[str]:
    """Return the statements about tables of ours: new connections ask about themselves, a listener says it lives."""
    return [
        one
        for one in statements
        if any(
            name in one for name in ("limit_acquire", "FROM account", "sign_in_link", "INTO mail", "pgqueuer")
        )
        and "pg_catalog" not in one
    ]


async def test_known_and_unknown_addresses_are_answered_and_worked_for_alike(
    door: Door, browser: Browser, statements: list[str]
) -> None:
    await browser.sign_in(ADA)
    seen: dict[str, Any] = {}
    for email in (ADA, "nobody@musee.example"):
        onlooker = door.browser()
        statements.clear()
        answer = await onlooker.post("/sign-in/links", {"email": email})
        headers = {
            name: value
            for name, value in answer.headers.items()
            if name not in {"set-cookie", "x-request-id", "date"}
        }
        seen[email] = (answer.status_code, answer.content, headers, worked_for(statements))
        assert len(answer.headers["set-cookie"]) == len("ombelle-asking=") + 43 + len(
            "; Path=/; Max-Age=900; HttpOnly; SameSite=Strict"
        )
        assert len(await door.letters(email)) == (2 if email == ADA else 1)
    known, unknown = seen.values()
    assert known == unknown
    assert len(known[3]) == 7, known[3]


async def test_a_storm_of_links_is_told_to_wait_and_others_sign_in(door: Door) -> None:
    storm = door.browser(at="203.0.113.9")
    answers = await asyncio.gather(
        *(storm.post("/sign-in/links", {"email": f"a{number}@musee.example"}) for number in range(80))
    )
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [202] * 60 + [429] * 20
    refused = next(answer for answer in answers if answer.status_code == 429)
    told = problem(refused, 429, "too_many_attempts")
    wait = int(refused.headers["retry-after"])
    assert 1 <= wait <= 600
    assert told == {
        "title": "Too many attempts",
        "status": 429,
        "code": "too_many_attempts",
        "detail": f"Il y a eu trop d'essais d'ici ou pour cette adresse : réessayez dans {-(-wait // 60)} minutes.",
        "retry_after": wait,
    }
    assert (await (await door.browser(at="198.51.100.1").sign_in(ADA)).me())["account"]["email"] == ADA


async def test_one_address_gets_five_links_in_a_quarter_of_an_hour_wherever_they_are_asked_for(
    door: Door,
) -> None:
    for number in range(5):
        answer = await door.browser(at=f"198.51.100.{number}").post("/sign-in/links", {"email": ADA})
        assert answer.status_code == 202
    last = door.browser(at="198.51.100.99")
    refused = await last.post("/sign-in/links", {"email": ADA.upper()})
    problem(refused, 429, "too_many_attempts")
    assert 0 < int(refused.headers["retry-after"]) <= 900
    assert (await last.post("/sign-in/links", {"email": "bob@musee.example"})).status_code == 202
    # The window moves: as soon as the first is a quarter of an hour old, one more is sent.
    await door.database.execute(
        "UPDATE limit_hit SET at = at - interval '15 minutes' WHERE id = (SELECT min(id) FROM limit_hit "
        "WHERE key = (SELECT key FROM limit_hit GROUP BY key HAVING count(*) = 5))"
    )
    assert (await last.post("/sign-in/links", {"email": ADA})).status_code == 202
    problem(await last.post("/sign-in/links", {"email": ADA}), 429, "too_many_attempts")


async def test_guessing_is_limited_by_household_and_an_ipv6_one_is_a_network(door: Door) -> None:
    browser = door.browser()
    guesses = [
        browser.post(
            "/sign-in", {"token": "x" * 43}, headers={"X-Forwarded-For": f"2001:db8:1:1::{number:x}"}
        )
        for number in range(130)
    ]
    statuses = [answer.status_code for answer in await asyncio.gather(*guesses)]
    assert sorted(statuses) == [410] * 120 + [429] * 10
    elsewhere = await door.browser(at="2001:db8:1:2::1").post("/sign-in", {"token": "x" * 43})
    problem(elsewhere, 410, "link_spent")


async def test_attempts_are_stored_as_digests(door: Door, browser: Browser) -> None:
    await browser.post("/sign-in/links", {"email": ADA})
    rows = await door.database.fetch("SELECT h::text AS row FROM limit_hit h")
    assert len(rows) == 2
    assert not [row for row in rows if "ada" in row["row"] or "192.0.2" in row["row"]]
