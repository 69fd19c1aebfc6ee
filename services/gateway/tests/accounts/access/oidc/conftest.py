from collections.abc import AsyncIterator

import oidc_provider
import pytest
from access_people import PUBLIC_URL
from asgi_lifespan import LifespanManager
from fastapi import FastAPI
from oidc_browser import Browser
from oidc_provider import CLIENT, SECRET, OidcProvider
from ombelle_gateway.accounts.main import create_app
from ombelle_gateway.accounts.oidc.domain import Provider
from ombelle_gateway.accounts.settings import Settings


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
    async with LifespanManager(app, startup_timeout=60, shutdown_timeout=60):
        yield app


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
