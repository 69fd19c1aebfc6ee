import asyncio
from collections.abc import AsyncIterator
from unittest.mock import ANY
from urllib.parse import parse_qsl, urlsplit

import httpx
import oidc_provider
import pytest
from access_people import PUBLIC_URL, problem
from asgi_lifespan import LifespanManager
from fastapi import FastAPI
from oidc_provider import CLIENT, SECRET, OidcProvider
from ombelle_gateway.accounts.main import create_app
from ombelle_gateway.accounts.oidc.domain import Provider, ProviderMisconfigured, read_providers
from ombelle_gateway.accounts.settings import Settings
from ombelle_gateway.cookies import digest_of

API = "/api/v1/sign-in/oidc"
COOKIE, SESSION, ASKING = "__Host-ombelle-oidc", "__Host-ombelle", "__Host-ombelle-asking"


@pytest.fixture
async def provider() -> AsyncIterator[OidcProvider]:
    """A provider where Ada is signed in."""
    async with oidc_provider.serving(OidcProvider()) as one:
        yield one


@pytest.fixture
async def other() -> AsyncIterator[OidcProvider]:
    """Another provider."""
    async with oidc_provider.serving(OidcProvider()) as one:
        yield one


@pytest.fixture
async def app(gateway_database_url, access_keys, provider, other) -> AsyncIterator[FastAPI]:
    """Accounts that know both; the second one's addresses are trusted."""
    settings = Settings(
        database_url=gateway_database_url,
        jwks_file=access_keys / "jwks.json",
        public_url=PUBLIC_URL,
        works=False,
        oidc_providers=(
            Provider("keycloak", "Keycloak", provider.issuer, CLIENT, SECRET),
            Provider(
                "pro-connect",
                "ProConnect",
                other.issuer,
                CLIENT,
                SECRET,
                scopes="openid given_name usual_name email",
                trusts_emails=True,
            ),
        ),
    )
    app = create_app(settings)
    async with LifespanManager(app):
        yield app


class Browser:
    """A browser: its cookies here, and the way to a provider and back."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self.cookies: dict[str, str] = {}

    async def get(self, path: str) -> httpx.Response:
        """Ask accounts; nothing is followed."""
        return await self.ask("GET", path)

    async def ask(self, method: str, path: str, **options) -> httpx.Response:
        transport = httpx.ASGITransport(app=self._app)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items() if value)
        async with httpx.AsyncClient(transport=transport, base_url="http://accounts") as client:
            answer = await client.request(
                method, path, headers={"Cookie": cookie} if cookie else {}, **options
            )
        for header in answer.headers.get_list("set-cookie"):
            name, _, value = header.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer

    async def leave(self, name: str = "keycloak", query: str = "") -> str:
        """Begin, and return the provider's address."""
        answer = await self.get(f"{API}/{name}{query}")
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    async def visit(self, address: str) -> str:
        """Follow the provider's address, and return the path that it sends back to."""
        async with httpx.AsyncClient(verify=False) as client:
            answer = await client.get(address)
        assert answer.status_code == 302, answer.text
        back = answer.headers["location"]
        assert back.startswith(f"{PUBLIC_URL}{API}/")
        return back.removeprefix(PUBLIC_URL)

    async def sign_in(self, name: str = "keycloak", query: str = "") -> str:
        """Do all of it, and return where one ends."""
        answer = await self.get(await self.visit(await self.leave(name, query)))
        assert answer.status_code == 303, answer.text
        assert answer.headers["cache-control"] == "private, no-store"
        return answer.headers["location"]


@pytest.fixture
def browser(app) -> Browser:
    return Browser(app)


@pytest.fixture
async def ada(people, provider):
    """Somebody who has an account, and whom the provider knows under the same address, verified."""
    someone = await people.account()
    provider.person = {
        "sub": f"ada-{someone.id}",
        "email": someone.email,
        "email_verified": True,
        "name": "Ada",
    }
    return someone


async def signed_in_as(people, browser):
    row = await people.connection.fetchrow(
        "SELECT account_id, method FROM sign_in_session WHERE token_hash = $1",
        digest_of(browser.cookies.get(SESSION, "")),
    )
    return row and tuple(row)


def refused(code):
    return f"/espace/entrer?erreur={code}"


async def test_without_configuration_there_is_no_provider(people):
    assert (await people.ask("GET", "/sign-in/providers")).json() == {"items": [], "next": None}
    for path in ("/sign-in/oidc/keycloak", "/sign-in/oidc/keycloak/callback"):
        assert problem(await people.ask("GET", path)) == (404, "provider_unknown")


async def test_providers_are_named(browser):
    assert (await browser.get("/api/v1/sign-in/providers")).json() == {
        "items": [
            {"name": "keycloak", "label": "Keycloak"},
            {"name": "pro-connect", "label": "ProConnect"},
        ],
        "next": None,
    }


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


async def test_a_trusted_provider_that_says_unverified_is_believed(people, browser, other):
    someone = await people.account()
    other.person = {"sub": f"pc-{someone.id}", "email": someone.email, "email_verified": False}
    assert await browser.sign_in("pro-connect") == refused("email_unverified")


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


async def test_a_new_key_of_the_provider_is_fetched(app, provider, ada):
    assert await Browser(app).sign_in() == "/espace"
    oidc_provider.rotate(provider)
    assert await Browser(app).sign_in() == "/espace"
    assert await Browser(app).sign_in() == "/espace"
    assert (provider.asked.count("jwks"), provider.asked.count("openid-configuration")) == (2, 1)


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


@pytest.mark.parametrize(
    ("error", "code"), [("access_denied", "sign_in_cancelled"), ("server_error", "provider_refused")]
)
async def test_who_turns_back_is_told_so(browser, provider, error, code):
    provider.error = error
    assert await browser.sign_in() == refused(code)


@pytest.mark.parametrize("status", [500, 404, 200, 302])
@pytest.mark.parametrize("what", ["openid-configuration", "token", "jwks", "userinfo"])
async def test_a_provider_that_is_down_is_told_so(people, app, provider, ada, what, status):
    provider.userinfo_in_id_token = what != "userinfo"
    provider.broken = {what: status}
    browser = Browser(app)
    if what == "openid-configuration":
        assert await browser.leave() == refused("provider_unavailable")
    else:
        expected = {"proof_invalid", "provider_unavailable"} if what == "token" else {"provider_unavailable"}
        assert await browser.sign_in() in {refused(one) for one in expected}
    assert await signed_in_as(people, browser) is None
    provider.broken = {}
    assert await Browser(app).sign_in() == "/espace"


async def test_a_provider_that_nobody_hears_is_told_so(gateway_database_url, access_keys):
    settings = Settings(
        database_url=gateway_database_url,
        jwks_file=access_keys / "jwks.json",
        public_url=PUBLIC_URL,
        works=False,
        oidc_providers=(Provider("silent", "Silent", "http://127.0.0.1:1", CLIENT, SECRET),),
    )
    app = create_app(settings)
    async with LifespanManager(app):
        assert await Browser(app).leave("silent") == refused("provider_unavailable")


@pytest.mark.parametrize(
    "changes",
    [
        {"issuer": "https://mechant.example"},
        {"token_endpoint": "http://mechant.example/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"userinfo_endpoint": "http://[::1"},
        {"token_endpoint": None},
    ],
)
async def test_a_provider_that_says_dangerous_things_of_itself_is_not_asked(app, provider, changes):
    provider.metadata_changes = changes
    assert await Browser(app).leave() == refused("provider_unavailable")


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


ENVIRONMENT = {
    "OMBELLE_OIDC_PRO_CONNECT_ISSUER": "https://auth.example/api/v2",
    "OMBELLE_OIDC_PRO_CONNECT_CLIENT_ID": "a",
    "OMBELLE_OIDC_PRO_CONNECT_CLIENT_SECRET": "b",
    "OMBELLE_OIDC_PRO_CONNECT_LABEL": "ProConnect",
    "OMBELLE_OIDC_PRO_CONNECT_SCOPES": "openid email",
    "OMBELLE_OIDC_PRO_CONNECT_TRUSTS_EMAILS": "true",
    "OMBELLE_OIDC_AGENCE_ISSUER": "http://localhost:8080/realms/agence",
    "OMBELLE_OIDC_AGENCE_CLIENT_ID": "c",
    "OMBELLE_OIDC_AGENCE_CLIENT_SECRET": "d",
    "OMBELLE_OIDC_EMPTY_ISSUER": " ",
}


def test_providers_are_read_from_the_environment():
    assert read_providers(ENVIRONMENT) == (
        Provider("agence", "Agence", "http://localhost:8080/realms/agence", "c", "d"),
        Provider(
            "pro-connect",
            "ProConnect",
            "https://auth.example/api/v2",
            "a",
            "b",
            "openid email",
            trusts_emails=True,
        ),
    )
    assert read_providers({}) == ()
    assert "'b'" not in repr(read_providers(ENVIRONMENT))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ISSUER", "http://auth.example"),
        ("ISSUER", "auth.example"),
        ("ISSUER", "https://auth.example?x=1"),
        ("CLIENT_ID", ""),
        ("CLIENT_SECRET", " "),
        ("SCOPES", "email"),
        ("TRUSTS_EMAILS", "perhaps"),
    ],
)
def test_what_an_operator_mistook_is_named(name, value):
    variable = f"OMBELLE_OIDC_PRO_CONNECT_{name}"
    with pytest.raises(ProviderMisconfigured, match=variable):
        read_providers({**ENVIRONMENT, variable: value})
