"""Passkeys that are lied about, replayed, stolen or copied."""

import asyncio
import copy

import pytest
from access_people import PUBLIC_URL, problem
from cryptography.hazmat.primitives.asymmetric import ec
from ombelle_gateway.cookies import digest_of
from passkey_browser import Browser, add, options_for_new, send_new, session_of
from software_authenticator import at

LIES = [
    {"origin": "https://mechant.example"},
    {"origin": "http://ombelle.example"},
    {"origin": "https://ombelle.example:8443"},
    {"origin": "https://sous.ombelle.example"},
    {"party": "mechant.example"},
    {"verifies": False},
    {"cross_origin": True},
]


@pytest.mark.parametrize("lie", LIES)
async def test_what_was_made_elsewhere_is_not_added(people, somebody, device, lie):
    options = await options_for_new(people, somebody)
    with device.lying(**lie):
        refused = await send_new(people, somebody, device.create(options))
    assert problem(refused) == (403, "passkey_refused")
    # The challenge is spent, whatever its answer was worth.
    honest = await send_new(people, somebody, device.create(options))
    assert problem(honest) == (410, "challenge_spent")
    assert (await people.ask("GET", "/me/passkeys", somebody)).json()["items"] == []


@pytest.mark.parametrize("lie", LIES)
async def test_what_was_signed_elsewhere_signs_nobody_in(people, somebody, device, browser, lie):
    await add(people, somebody, device)
    options = await browser.options()
    with device.lying(**lie):
        refused = await browser.send(device.get(options))
    assert problem(refused) == (403, "passkey_refused")
    assert problem(await browser.send(device.get(options))) == (410, "challenge_spent")
    assert await session_of(people, browser) is None


async def test_an_answer_serves_once(people, somebody, device, browser):
    await add(people, somebody, device)
    answer = device.get(await browser.options())
    asking = dict(browser.cookies)
    assert (await browser.send(answer)).status_code == 200
    replayed = Browser(people)
    replayed.cookies = asking
    assert problem(await replayed.send(answer)) == (410, "challenge_spent")
    created = device.create(await options_for_new(people, somebody))
    assert (await send_new(people, somebody, created)).status_code == 201
    assert problem(await send_new(people, somebody, created)) == (410, "challenge_spent")


async def test_of_many_who_send_one_answer_at_once_one_comes_in(people, somebody, device, browser):
    await add(people, somebody, device)
    answer = device.get(await browser.options())
    others = [Browser(people) for _ in range(8)]
    for other in others:
        other.cookies = dict(browser.cookies)
    answers = await asyncio.gather(*(other.send(answer) for other in others))
    assert sorted(one.status_code for one in answers) == [200] + [410] * 7


async def test_a_challenge_is_of_the_browser_that_asked(people, somebody, device, browser):
    await add(people, somebody, device)
    answer = device.get(await browser.options())
    thief = Browser(people)
    await thief.options()
    assert problem(await thief.send(answer)) == (410, "challenge_spent")
    without = Browser(people)
    assert problem(await without.send(answer)) == (410, "challenge_spent")
    assert (await browser.send(answer)).status_code == 200


async def test_a_new_passkey_is_of_the_session_that_asked(people, somebody, device):
    other = await people.account()
    await people.sign_in(other)
    created = device.create(await options_for_new(people, somebody))
    assert problem(await send_new(people, other, created)) == (410, "challenge_spent")
    mine = somebody.session
    await people.sign_in(somebody)
    assert problem(await send_new(people, somebody, created)) == (410, "challenge_spent")
    somebody.session = mine
    assert (await send_new(people, somebody, created)).status_code == 201


async def test_a_session_that_ended_adds_nothing(people, somebody, device):
    created = device.create(await options_for_new(people, somebody))
    await people.connection.execute(
        "DELETE FROM sign_in_session WHERE token_hash = $1", digest_of(somebody.session)
    )
    assert problem(await send_new(people, somebody, created)) == (403, "forbidden")
    assert problem(await people.ask("POST", "/me/passkeys/options", somebody)) == (403, "forbidden")


async def test_challenges_end_after_five_minutes(people, somebody, device, browser):
    await add(people, somebody, device)
    answer, created = (
        device.get(await browser.options()),
        device.create(await options_for_new(people, somebody)),
    )
    life = "SELECT DISTINCT expires_at <= now() + interval '5 minutes' FROM passkey_challenge"
    assert [row[0] for row in await people.connection.fetch(life)] == [True]
    await people.connection.execute("UPDATE passkey_challenge SET expires_at = now()")
    assert problem(await browser.send(answer)) == (410, "challenge_spent")
    assert problem(await send_new(people, somebody, created)) == (410, "challenge_spent")
    await browser.options()
    assert await people.connection.fetchval("SELECT count(*) FROM passkey_challenge") == 1


async def test_a_passkey_that_counts_back_is_refused_and_its_owner_told(people, somebody, device, browser):
    await add(people, somebody, device, "Ma clé")
    copied = copy.copy(device.passkeys[0])
    assert (await browser.sign_in(device)).status_code == 200
    thief = Browser(people)
    refused = await thief.send(device.get(await thief.options(), copied))
    assert problem(refused) == (403, "passkey_copied")
    assert await session_of(people, thief) is None
    added, mail = await people.mails(somebody.email)
    assert (added["template"], mail["template"]) == ("passkey_added", "passkey_copied")
    assert "Ma clé" in mail["text_body"]
    assert (await browser.sign_in(device)).status_code == 200


async def test_a_deleted_or_unknown_passkey_signs_nobody_in(people, somebody, device, browser):
    added = await add(people, somebody, device)
    await people.ask("DELETE", f"/me/passkeys/{added['id']}", somebody)
    assert problem(await browser.sign_in(device)) == (403, "passkey_refused")


async def test_nobody_signs_in_as_another_account(people, somebody, device, browser):
    victim = await people.account()
    await add(people, somebody, device)
    device.passkeys[0].user_handle = victim.id.bytes
    assert problem(await browser.sign_in(device)) == (403, "passkey_refused")
    device.passkeys[0].user_handle = b""
    assert problem(await browser.sign_in(device)) == (403, "passkey_refused")
    # Another key under the victim's credential id.
    device.passkeys[0].user_handle = somebody.id.bytes
    forger = at(PUBLIC_URL)
    forger.passkeys.append(copy.copy(device.passkeys[0]))
    forger.passkeys[0].key = ec.generate_private_key(ec.SECP256R1())
    assert problem(await browser.sign_in(forger)) == (403, "passkey_refused")
    assert (await browser.sign_in(device)).status_code == 200


async def test_a_suspended_account_does_not_come_in(people, somebody, device, browser):
    await add(people, somebody, device)
    await people.connection.execute("UPDATE account SET suspended_at = now() WHERE id = $1", somebody.id)
    assert problem(await browser.sign_in(device)) == (403, "account_suspended")


async def test_a_credential_that_somebody_has_is_not_added_again(people, somebody, device, browser):
    """A device that makes the same id twice, or an attacker who claims another's, takes nobody's place."""
    await add(people, somebody, device)
    claimer = await people.account()
    await people.sign_in(claimer)
    forger = at(PUBLIC_URL, makes_id=device.passkeys[0].id)
    claimed = forger.create(await options_for_new(people, claimer))
    assert problem(await send_new(people, claimer, claimed)) == (409, "passkey_known")
    assert (await browser.sign_in(device)).status_code == 200
    assert await session_of(people, browser) == (somebody.id, "passkey")
