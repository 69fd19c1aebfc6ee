"""A browser on its way to a provider and back."""

import httpx
from access_people import PUBLIC_URL
from fastapi import FastAPI
from ombelle_gateway.cookies import digest_of

API = "/api/v1/sign-in/oidc"
COOKIE, SESSION, ASKING = "__Host-ombelle-oidc", "__Host-ombelle", "__Host-ombelle-asking"


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


async def signed_in_as(people, browser):
    row = await people.connection.fetchrow(
        "SELECT account_id, method FROM sign_in_session WHERE token_hash = $1",
        digest_of(browser.cookies.get(SESSION, "")),
    )
    return row and tuple(row)


def refused(code):
    return f"/espace/entrer?erreur={code}"
