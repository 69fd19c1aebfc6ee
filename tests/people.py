"""Somebody with a browser, as far as HTTP goes: cookies, an origin, and mails read where the demo catches them."""

import asyncio
import json
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, Self

import httpx
import pytest

API = "/api/v1"
PATIENCE = 20.0  # seconds a mail may take
_SET_COOKIE = re.compile(r"([^=;\s]+)=([^;]*)")


class Mailbox:
    """The mails that a demo's stack sent, as its catcher shows them."""

    def __init__(self, data: Path) -> None:
        state = json.loads((data / "run" / "state.json").read_text())
        self.origin: str = state["url"]
        self._client = httpx.AsyncClient(base_url=state["demo"], timeout=30)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def to(self, address: str) -> list[dict[str, str]]:
        """Return the mails to an address, however it is written, the newest first."""
        answer = await self._client.get("/mails")
        return [mail for mail in answer.json()["items"] if mail["to"].casefold() == address.casefold()]

    async def last(self, address: str, *, after: int = 0) -> dict[str, str]:
        """Wait for a mail to an address beyond the `after` that came before; return the newest."""
        end = time.monotonic() + PATIENCE
        while len(mails := await self.to(address)) <= after:
            assert time.monotonic() < end, f"no mail to {address}"
        return mails[0]


class Browser:
    """A browser at the stack's public address, reached at `url`; `as_` names who uses it in failures.

    With a `token` it is a program instead.
    """

    def __init__(self, url: str, origin: str, *, as_: str = "somebody", token: str | None = None) -> None:
        self.as_, self.origin, self.token = as_, origin, token
        self.cookies: dict[str, str] = {}
        self._client = httpx.AsyncClient(base_url=url, timeout=30)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    def presented(self) -> dict[str, str]:
        """Return the headers that say who asks, and from where."""
        if self.token:
            return {"Authorization": f"Bearer {self.token}"}
        if not self.cookies:
            return {"Origin": self.origin}
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Origin": self.origin, "Cookie": cookies}

    async def ask(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        """Ask the API, and keep the cookies that come."""
        sent = self.presented() | dict(headers or {})
        answer = await self._client.request(method, API + path, json=body, headers=sent)
        for line in answer.headers.get_list("set-cookie"):
            if cookie := _SET_COOKIE.match(line):
                self.cookies[cookie[1]] = cookie[2]
                if not cookie[2]:
                    del self.cookies[cookie[1]]
        return answer

    async def get(self, path: str) -> Any:
        """Return the JSON of what is there."""
        answer = await self.ask("GET", path)
        assert answer.status_code == 200, f"{self.as_}: GET {path}: {answer.status_code} {answer.text}"
        return answer.json()

    async def do(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None
    ) -> Any:
        """Do something that has to succeed; return its JSON, None when there is none."""
        answer = await self.ask(method, path, body, headers)
        assert answer.is_success, f"{self.as_}: {method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None


async def sign_in(mailbox: Mailbox, address: str, *, browser: Browser, name: str = "Ada Lumière") -> Browser:
    """Sign in by the link of a mail; an account is made where there is none."""
    before = len(await mailbox.to(address))
    await browser.do("POST", "/sign-in/links", {"email": address})
    proof = {"token": link_of(await mailbox.last(address, after=before))}
    answer = await browser.ask("POST", "/sign-in", proof)
    if answer.status_code == 409 and answer.json()["code"] == "account_needed":
        answer = await browser.ask("POST", "/sign-in", {**proof, "name": name, "is_15_or_older": True})
    assert answer.status_code == 200, f"{address}: {answer.status_code} {answer.text}"
    return browser


async def sign_in_to_demo(browser: Browser, key: str) -> Browser:
    """Come in as one of the demo's people."""
    await browser.do("POST", "/demo/sign-in", {"key": key})
    return browser


def link_of(mail: Mapping[str, str]) -> str:
    """Return the secret that a mail's link carries after its `#lien=`."""
    found = re.search(r"#lien=([\w-]+)", mail["text"])
    assert found, mail["text"]
    return found[1]


async def until(true: Callable[[], Awaitable[bool]], what: str, *, seconds: float = 15) -> None:
    """Ask until it is so."""
    try:
        async with asyncio.timeout(seconds):
            while not await true():  # noqa: ASYNC110 (what is awaited is another process's doing)
                await asyncio.sleep(0.02)
    except TimeoutError:
        pytest.fail(f"not within {seconds} s: {what}")


async def organisation(administrator: Browser, name: str) -> dict[str, Any]:
    """Make an organisation of somebody's."""
    made: dict[str, Any] = await administrator.do(
        "POST", "/organisations", {"name": name, "kind": "library", "is_public": True}
    )
    return made


async def known_there(somebody: Browser, organisation_id: str) -> None:
    """Wait until the gateway knows that somebody acts for an organisation."""

    async def known() -> bool:
        return organisation_id in {item["id"] for item in (await somebody.get("/me"))["organisations"]}

    await until(known, f"{somebody.as_} of {organisation_id}")


async def make_token(maker: Browser, organisation_id: str, *scopes: str) -> str:
    """Make a token for an organisation's program; return its secret."""
    body = {"organisation_id": organisation_id, "name": "Agenda de la ville", "scopes": list(scopes)}
    return str((await maker.do("POST", "/tokens", body))["secret"])
