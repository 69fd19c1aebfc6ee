from unittest.mock import ANY
from urllib.parse import parse_qsl, urlsplit

import oidc_provider
import pytest
from access_people import PUBLIC_URL, problem
from oidc_browser import API, COOKIE, Browser, refused, signed_in_as
from oidc_provider import CLIENT


async def test_the_browser_is_sent_with_what_it_must_bring_back(browser, provider):
    address = urlsplit(await browser.leave())
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{provider.issuer}/authorize"
    assert dict(parse_qsl(address.query)) == {
        "response_type": "code",
        "client_id": CLIENT,
        "redirect_uri": f"{PUBLIC_URL}{API}/keycloak/callback",
        "scope": "openid profile email",
        "state": ANY,
        "nonce": ANY,
        "code_challenge": ANY,
        "code_challenge_method": "S256",
    }
    answer = await browser.get(f"{API}/keycloak")
    (cookie,) = answer.headers.get_list("set-cookie")
    assert cookie.partition(";")[2] == " Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure"


async def test_a_verified_address_signs_in_its_account_and_the_subject_is_theirs_from_then_on(
    people, browser, provider, ada
):
    assert await browser.sign_in(query="?next=/espace/jetons") == "/espace/jetons"
    assert await signed_in_as(people, browser) == (ada.id, "oidc")
    assert browser.cookies[COOKIE] == ""
    # They have another address there now, of which nobody says that it is verified.
    provider.person = {"sub": provider.person["sub"], "email": "autre@exemple.fr"}
    again = Browser(browser._app)
    assert await again.sign_in() == "/espace"
    assert await signed_in_as(people, again) == (ada.id, "oidc")
    tied = await people.connection.fetch(
        "SELECT issuer, subject FROM oidc_identity WHERE account_id = $1", ada.id
    )
    assert [tuple(row) for row in tied] == [(provider.issuer, provider.person["sub"])]


@pytest.mark.parametrize("verified", [False, None, "false", 1, "yes"])
async def test_an_address_that_is_not_verified_takes_nobody_s_account(
    people, browser, provider, ada, verified
):
    provider.person["email_verified"] = verified
    assert await browser.sign_in() == refused("email_unverified")
    assert await signed_in_as(people, browser) is None
    # Nor does it say whether there is such an account.
    provider.person["email"] = "personne-du-tout@exemple.fr"
    assert await browser.sign_in() == refused("email_unverified")


async def test_who_has_no_account_is_asked_for_name_and_age_first(people, browser, provider):
    provider.person = {"sub": "neuve", "email": "Neuve@Exemple.fr", "email_verified": True}
    place = await browser.sign_in(query="?next=/espace/jetons")
    assert place.startswith("/espace/entrer#lien=")
    assert await signed_in_as(people, browser) is None
    token = place.partition("=")[2]
    asked = await browser.ask("POST", "/api/v1/sign-in", json={"token": token})
    assert problem(asked) == (409, "account_needed")
    thief = Browser(browser._app)
    assert problem(await thief.ask("POST", "/api/v1/sign-in", json={"token": token})) == (
        403,
        "other_browser",
    )
    told = {"token": token, "name": "Neuve Venue", "is_15_or_older": True}
    answer = await browser.ask("POST", "/api/v1/sign-in", json=told)
    assert (answer.status_code, answer.json()) == (200, {"next": "/espace/jetons"})
    account = await people.connection.fetchval(
        "SELECT id FROM account WHERE lower(email) = 'neuve@exemple.fr'"
    )
    again = Browser(browser._app)
    assert await again.sign_in() == "/espace"
    assert await signed_in_as(people, again) == (account, "oidc")
    await people.connection.execute("DELETE FROM account WHERE id = $1", account)


async def test_proconnect_tells_the_address_in_a_signed_userinfo_and_is_trusted(people, browser, other, app):
    someone = await people.account()
    other.person = {
        "sub": f"pc-{someone.id}",
        "email": someone.email,
        "given_name": "Ada",
        "usual_name": "Lovelace",
    }
    other.userinfo_in_id_token, other.userinfo_signed = False, True
    assert await browser.sign_in("pro-connect") == "/espace"
    assert await signed_in_as(people, browser) == (someone.id, "oidc")
    assert "userinfo" in other.asked
    other.userinfo_signed = False
    assert await Browser(app).sign_in("pro-connect") == "/espace"


async def test_a_trusted_provider_that_says_unverified_is_believed(people, browser, other):
    someone = await people.account()
    other.person = {"sub": f"pc-{someone.id}", "email": someone.email, "email_verified": False}
    assert await browser.sign_in("pro-connect") == refused("email_unverified")


async def test_a_new_key_of_the_provider_is_fetched(app, provider, ada):
    assert await Browser(app).sign_in() == "/espace"
    oidc_provider.rotate(provider)
    assert await Browser(app).sign_in() == "/espace"
    assert await Browser(app).sign_in() == "/espace"
    assert (provider.asked.count("jwks"), provider.asked.count("openid-configuration")) == (2, 1)


@pytest.mark.parametrize(
    ("error", "code"), [("access_denied", "sign_in_cancelled"), ("server_error", "provider_refused")]
)
async def test_who_turns_back_is_told_so(browser, provider, error, code):
    provider.error = error
    assert await browser.sign_in() == refused(code)


async def test_a_suspended_account_does_not_come_in(people, browser, ada):
    await people.connection.execute("UPDATE account SET suspended_at = now() WHERE id = $1", ada.id)
    assert await browser.sign_in() == refused("account_suspended")
    assert await signed_in_as(people, browser) is None


@pytest.mark.parametrize(
    "path", ["https://mechant.example", "//mechant.example", "/\\mechant.example", "espace"]
)
async def test_nobody_is_sent_elsewhere_afterwards(browser, path):
    answer = await browser.ask("GET", f"{API}/keycloak", params={"next": path})
    assert problem(answer) == (422, "invalid_input")
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/query/next"]
