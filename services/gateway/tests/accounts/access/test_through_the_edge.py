"""Tokens, passkeys and providers as browsers and programs know them: by HTTP, through the edge."""

from collections.abc import AsyncIterator
from uuid import UUID, uuid4

import httpx
import oidc_provider
import pytest
from oidc_provider import CLIENT, SECRET, OidcProvider
from signing_desk import PUBLIC_URL, Door, open_door, problem
from software_authenticator import at


@pytest.fixture(scope="module")
async def provider() -> AsyncIterator[OidcProvider]:
    async with oidc_provider.serving(OidcProvider()) as one:
        yield one


@pytest.fixture(scope="module")
async def standing(gateway_database_url, tmp_path_factory, provider) -> AsyncIterator[Door]:
    """An edge before accounts, which the environment tells of a provider."""
    told = {"ISSUER": provider.issuer, "CLIENT_ID": CLIENT, "CLIENT_SECRET": SECRET}
    with pytest.MonkeyPatch.context() as environment:
        for name, value in told.items():
            environment.setenv(f"OMBELLE_OIDC_ESSAI_{name}", value)
        async with open_door(gateway_database_url, tmp_path_factory.mktemp("edge") / "keys") as one:
            yield one


@pytest.fixture
async def door(standing) -> AsyncIterator[Door]:
    """The same; nobody has tried anything yet."""
    await standing.database.execute("DELETE FROM limit_hit")
    yield standing
    await standing.close_browsers()


@pytest.fixture
async def ada(door):
    """Somebody who is signed in, an editor of an organisation."""
    browser = await door.browser().sign_in(f"ada-{uuid4().hex}@exemple.fr")
    organisation = uuid4()
    await door.database.execute(
        "INSERT INTO organisation_copy VALUES ($1, 'Le Vaisseau', 'fablab', NULL, 1)", organisation
    )
    await door.database.execute(
        "INSERT INTO membership_copy VALUES ($1, $2, 'editor', 1)", UUID(browser.account["id"]), organisation
    )
    browser.organisation = str(organisation)
    return browser


async def test_a_program_calls_until_its_token_is_ended(door, ada):
    body = {"organisation_id": ada.organisation, "name": "Agenda", "scopes": ["events:read"]}
    token = (await ada.post("/tokens", body)).json()
    async with httpx.AsyncClient(base_url=f"{door.address}/api/v1") as program:
        program.headers["Authorization"] = f"Bearer {token['secret']}"
        me = await program.get("/me")
        assert (me.status_code, me.json()["scopes"], me.json()["organisations"]) == (
            200,
            ["events:read"],
            [{"id": ada.organisation, "name": "Le Vaisseau", "role": "editor"}],
        )
        for refused in (await program.get("/tokens"), await program.post("/tokens", json=body)):
            problem(refused, 403, "scope_missing")
        assert (await ada.get("/tokens")).json()["items"][0]["last_used_at"] is not None
        assert (await ada.ask("DELETE", f"/tokens/{token['id']}")).status_code == 204
        problem(await program.get("/me"), 401, "unauthenticated")
        problem(await program.get("/scopes"), 401, "unauthenticated")


async def test_another_sites_page_makes_no_token(ada):
    body = {"organisation_id": ada.organisation, "name": "Agenda", "scopes": ["events:read"]}
    foreign = await ada.post("/tokens", body, headers={"Origin": "https://mechant.example"})
    problem(foreign, 403, "foreign_origin")


async def test_a_passkey_made_in_one_browser_opens_another(door, ada):
    device = at(PUBLIC_URL)
    options = (await ada.post("/me/passkeys/options")).json()["public_key"]
    added = await ada.post("/me/passkeys", {"name": "Téléphone", "credential": device.create(options)})
    assert added.status_code == 201, added.text
    assert (await ada.me())["passkeys"] == 1
    browser = door.browser()
    options = (await browser.post("/sign-in/passkey/options")).json()["public_key"]
    answer = await browser.post("/sign-in/passkey", {"credential": device.get(options)})
    assert (answer.status_code, answer.json()) == (200, {"next": "/espace"})
    assert (await browser.me())["account"] == ada.account
    sessions = (await browser.get("/me/sessions")).json()["items"]
    assert [(one["method"], one["is_current"]) for one in sessions] == [("passkey", True), ("link", False)]
    assert (await browser.ask("DELETE", "/me/sessions/current")).status_code == 204
    assert (await browser.me())["account"] is None


async def test_a_provider_leads_back_to_one_s_account(door, ada, provider):
    provider.person = {"sub": uuid4().hex, "email": ada.account["email"], "email_verified": True}
    browser = door.browser()
    listed = await browser.get("/sign-in/providers")
    assert listed.json()["items"] == [{"name": "essai", "label": "Essai"}]
    leaving = await browser.get("/sign-in/oidc/essai?next=/espace/jetons")
    assert leaving.status_code == 303
    async with httpx.AsyncClient(verify=False) as elsewhere:
        back = (await elsewhere.get(leaving.headers["location"])).headers["location"]
    assert back.startswith(f"{PUBLIC_URL}/api/v1/sign-in/oidc/essai/callback?")
    # The browser follows a link of another site: no origin of ours.
    arriving = await browser.get(
        back.removeprefix(f"{PUBLIC_URL}/api/v1"), headers={"Origin": "", "Sec-Fetch-Site": "cross-site"}
    )
    assert (arriving.status_code, arriving.headers["location"]) == (303, "/espace/jetons")
    assert (await browser.me())["account"] == ada.account
    assert browser.client.cookies.get("ombelle-oidc") is None
