"""Proofs that are forged, late, replayed, mixed up or meant for somebody else."""

import asyncio
from urllib.parse import parse_qsl, urlsplit

import oidc_provider
import pytest
from oidc_browser import API, Browser, refused, signed_in_as
from oidc_provider import CLIENT


@pytest.mark.parametrize("signed", [True, False])
@pytest.mark.parametrize(
    "lie", [{"sub": "somebody-else"}, {"iss": "https://mechant.example"}, {"aud": "another-client"}]
)
async def test_a_userinfo_about_somebody_else_is_refused(people, browser, other, lie, signed):
    someone = await people.account()
    other.person = {"sub": f"pc-{someone.id}", "email": someone.email}
    other.userinfo_in_id_token, other.userinfo_signed, other.userinfo_changes = False, signed, lie
    assert await browser.sign_in("pro-connect") == refused("proof_invalid")
    assert await signed_in_as(people, browser) is None


def _set(**claims):
    return lambda told: told.update(claims)


def _drop(*names):
    def change(told):
        for name in names:
            del told[name]

    return change


@pytest.mark.parametrize(
    "changes",
    [
        _set(nonce="another"),
        _drop("nonce"),
        _set(aud="another-client"),
        _set(aud=[CLIENT, "another"]),
        _set(aud=[CLIENT, "another"], azp="another"),
        _set(azp="another"),
        _drop("aud"),
        _set(iss="https://mechant.example"),
        _drop("iss"),
        _set(exp=1),
        _drop("exp"),
        _set(exp="demain"),
        _set(iat=4_000_000_000),
        _set(nbf=4_000_000_000),
        _drop("sub"),
        _set(sub=""),
        _set(sub=12),
        _set(sub="x" * 256),
        _set(sub="a\0b"),
        _set(at_hash="AAAA"),
    ],
)
async def test_an_id_token_that_is_not_ours_now_here_is_refused(people, browser, provider, ada, changes):
    provider.changes = changes
    assert await browser.sign_in() == refused("proof_invalid")
    assert await signed_in_as(people, browser) is None


@pytest.mark.parametrize(
    "sign",
    [
        oidc_provider.unsigned,
        oidc_provider.by_the_secret,
        oidc_provider.by_another_key,
        oidc_provider.in_pieces,
    ],
)
async def test_an_id_token_signed_by_nobody_is_refused(people, browser, provider, ada, sign):
    provider.sign = sign
    assert await browser.sign_in() == refused("proof_invalid")
    assert await signed_in_as(people, browser) is None


async def test_what_is_brought_back_serves_once_and_in_the_browser_that_left(people, app, browser, ada):
    back = await browser.visit(await browser.leave())
    thief = Browser(app)
    assert (await thief.get(back)).headers["location"] == refused("sign_in_expired")
    await thief.leave()
    assert (await thief.get(back)).headers["location"] == refused("sign_in_expired")
    answers = await asyncio.gather(*(Browser.get(_twin(browser), back) for _ in range(6)))
    places = sorted(answer.headers["location"] for answer in answers)
    assert places == ["/espace"] + [refused("sign_in_expired")] * 5


def _twin(browser):
    twin = Browser(browser._app)
    twin.cookies = dict(browser.cookies)
    return twin


@pytest.mark.parametrize(
    "query",
    ["", "?code=x", "?code=x&state=y", "?state=%00", "?error=access_denied", "?state=a&state=b&code="],
)
async def test_what_nobody_asked_for_is_refused(browser, query):
    assert (await browser.get(f"{API}/keycloak/callback{query}")).headers["location"] == refused(
        "sign_in_expired"
    )


async def test_a_changed_state_is_refused(browser, ada):
    back = await browser.visit(await browser.leave())
    changed = back.replace("state=", "state=x")
    assert (await browser.get(changed)).headers["location"] == refused("sign_in_expired")


async def test_a_sign_in_takes_ten_minutes_at_most(people, browser, ada):
    back = await browser.visit(await browser.leave())
    await people.connection.execute("UPDATE oidc_request SET expires_at = now()")
    assert (await browser.get(back)).headers["location"] == refused("sign_in_expired")


async def test_one_provider_s_answer_is_not_taken_for_another_s(people, browser, provider, other, ada):
    """Mix-up: the browser left for the second, and comes back with what the first one gave."""
    address = urlsplit(await browser.leave("pro-connect"))
    asked = dict(parse_qsl(address.query))
    left_for = f"{provider.issuer}/authorize?{address.query}"
    other.person = provider.person
    back = await browser.visit(left_for)
    assert (await browser.get(back)).headers["location"] == refused("proof_invalid")
    assert "token" not in other.asked, "the code went to the provider that it is not of"
    browser = Browser(browser._app)
    await browser.leave("pro-connect")
    moved = f"{API}/keycloak/callback?state={asked['state']}&code=x"
    assert (await browser.get(moved)).headers["location"] == refused("sign_in_expired")
    assert await signed_in_as(people, browser) is None


async def test_a_provider_that_always_says_who_it_is_must_say_it(browser, provider, ada):
    await browser.sign_in()
    provider.says_issuer = False
    assert await browser.sign_in() == refused("proof_invalid")


async def test_a_code_that_is_no_code_is_refused(browser, ada):
    back = await browser.visit(await browser.leave())
    changed = back.replace("code=", "code=%20é&lost=")
    assert (await browser.get(changed)).headers["location"] == refused("proof_invalid")
