"""Which providers there are, and those that do not answer as one."""

import pytest
from access_people import PUBLIC_URL, problem
from asgi_lifespan import LifespanManager
from oidc_browser import Browser, refused, signed_in_as
from oidc_provider import CLIENT, SECRET
from ombelle_gateway.accounts.main import create_app
from ombelle_gateway.accounts.oidc.domain import Provider, ProviderMisconfigured, read_providers
from ombelle_gateway.accounts.settings import Settings


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
    async with LifespanManager(app, startup_timeout=60, shutdown_timeout=60):
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
