"""Two at once."""

import asyncio

from ombelle_gateway.cookies import digest_of, new_secret
from signing_desk import Browser, Door, problem

ADA = "ada@musee.example"
NEW = {"name": "Ada", "is_15_or_older": True}


async def test_a_link_followed_by_eight_tabs_at_once_gives_one_session(door: Door, browser: Browser) -> None:
    letter = await browser.link(ADA)
    answers = await asyncio.gather(
        *(browser.post("/sign-in", {"token": letter.token, **NEW}) for _ in range(8))
    )
    assert sorted(answer.status_code for answer in answers) == [200, *[410] * 7]
    assert await door.database.fetchval("SELECT count(*) FROM sign_in_session") == 1
    assert await door.database.fetchval("SELECT count(*) FROM account") == 1


async def test_a_link_and_its_code_at_once_give_one_session(door: Door, browser: Browser) -> None:
    letter = await browser.link(ADA)
    answers = await asyncio.gather(
        *(
            browser.post("/sign-in", {**NEW, **proof})
            for proof in ({"token": letter.token}, {"code": letter.code}) * 4
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, *[410] * 7]


async def test_one_newcomer_in_four_browsers_at_once_makes_one_account(door: Door) -> None:
    browsers = [door.browser() for _ in range(4)]
    letters = [await browser.link(ADA) for browser in browsers]
    answers = await asyncio.gather(
        *(
            browser.post("/sign-in", {"token": letter.token, **NEW})
            for browser, letter in zip(browsers, letters, strict=True)
        )
    )
    assert [answer.status_code for answer in answers] == [200] * 4
    assert await door.database.fetchval("SELECT count(*) FROM account") == 1
    assert await door.database.fetchval("SELECT count(*) FROM outbox_message") == 1


async def test_many_wrong_codes_at_once_are_counted_one_by_one(door: Door, browser: Browser) -> None:
    letter = await browser.link(ADA)
    wrong = "2" * 8 if letter.code != "2" * 8 else "3" * 8
    answers = await asyncio.gather(*(browser.post("/sign-in", {"code": wrong}) for _ in range(12)))
    assert sorted(answer.status_code for answer in answers) == [410] * 7 + [422] * 5
    problem(await browser.post("/sign-in", {"code": letter.code, **NEW}), 410, "link_spent")


async def test_two_administrators_who_remove_each_other_leave_one(door: Door) -> None:
    for turn in range(5):
        pair = [
            await door.browser().sign_in(f"{name}{turn}@agence.example", name=name) for name in ("ada", "bob")
        ]
        await door.database.executemany(
            "INSERT INTO account_role (account_id, role, given_by) VALUES ($1, 'administrator', 'tests')",
            [(one.account["id"],) for one in pair],
        )
        ada, bob = pair
        removals = await asyncio.gather(
            ada.ask("DELETE", f"/accounts/{bob.account['id']}/roles/administrator"),
            bob.post(f"/accounts/{ada.account['id']}/suspension"),
        )
        assert sorted(answer.status_code for answer in removals) in ([204, 401], [204, 403], [204, 409])
        left = await door.database.fetchval(
            "SELECT count(*) FROM account_role r JOIN account a ON a.id = r.account_id "
            "WHERE role = 'administrator' AND suspended_at IS NULL"
        )
        assert left == 1
        await door.database.execute("TRUNCATE account, limit_hit CASCADE")


async def test_two_accounts_that_take_one_address_at_once_end_with_one_of_them(door: Door) -> None:
    pair = [await door.browser().sign_in(f"{name}@musee.example") for name in ("ada", "bob")]
    tokens = []
    for one in pair:
        assert (await one.post("/me/email", {"email": "shared@musee.example"})).status_code == 202
        tokens.append((await door.letters("shared@musee.example"))[0].token)
    answers = await asyncio.gather(
        *(
            one.post("/me/email/confirmation", {"token": token})
            for one, token in zip(pair, tokens, strict=True)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_a_link_of_the_command_line_lets_in_one_of_two_browsers(door: Door) -> None:
    token = new_secret()
    await door.database.execute(
        "INSERT INTO sign_in_link (token_hash, email, locale, expires_at) "
        "VALUES ($1, $2, 'fr', now() + interval '1 minute')",
        digest_of(token),
        ADA,
    )
    answers = await asyncio.gather(
        *(door.browser().post("/sign-in", {"token": token, **NEW}) for _ in range(4))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 410, 410, 410]


async def test_signing_in_and_ending_all_sessions_at_once_never_wait_for_each_other_for_ever(
    door: Door,
) -> None:
    newcomers = [f"new{number}@musee.example" for number in range(6)]
    ada = await door.browser().sign_in(ADA)
    letters = [await ada.link(email) for email in newcomers]
    again = [
        ada.post("/sign-in", {"token": letter.token, **NEW}, headers={"Cookie": _cookies(ada)})
        for letter in letters
    ]
    ends = [ada.ask("DELETE", "/me/sessions/current", headers={"Cookie": _cookies(ada)}) for _ in letters]
    answers = await asyncio.gather(*(call for pair in zip(again, ends, strict=True) for call in pair))
    assert {answer.status_code for answer in answers} == {200, 204}


def _cookies(browser: Browser) -> str:
    """Return what the browser holds now, whatever answers change meanwhile."""
    return "; ".join(f"{name}={value}" for name, value in browser.client.cookies.items())
