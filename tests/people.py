"""Somebody with a browser, as far as HTTP goes: a cookie jar, an origin, and mails read where the demo's stack leaves them."""

import json
import re
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import httpx

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
        """Return the mails to an address, the newest first."""
        answer = await self._client.get("/mails")
        return [mail for mail in answer.json()["items"] if mail["to"] == address]

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

    def __init__(self, url: str, origin: str, *, as_: str = "somebody") -> None:
        self.as_, self.origin = as_, origin
        self.cookies: dict[str, str] = {}
        self.token: str | None = None
        self._client = httpx.AsyncClient(base_url=url, timeout=30)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def ask(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        """Ask the API, and keep the cookies that come."""
        sent = {"Origin": self.origin, **(headers or {})}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        elif self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        answer = await self._client.request(method, API + path, json=body, headers=sent)
        for line in answer.headers.get_list("set-cookie"):
            if cookie := _SET_COOKIE.match(line):
                self.cookies[cookie[1]] = cookie[2]
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


async def sign_in(
    url: str, mailbox: Mailbox, address: str, *, name: str = "Ada Lumière", browser: Browser | None = None
) -> Browser:
    """Sign in by the link of a mail, in a new browser unless told; an account is made where there is none."""
    browser = browser or Browser(url, mailbox.origin, as_=address)
    before = len(await mailbox.to(address))
    await browser.do("POST", "/sign-in/links", {"email": address})
    mail = await mailbox.last(address, after=before)
    token = link_of(mail)
    answer = await browser.ask("POST", "/sign-in", {"token": token})
    if answer.status_code == 409 and answer.json()["code"] == "account_needed":
        newcomer = {"token": token, "name": name, "is_15_or_older": True}
        answer = await browser.ask("POST", "/sign-in", newcomer)
    assert answer.status_code == 200, f"{address}: {answer.status_code} {answer.text}"
    return browser


def link_of(mail: Mapping[str, str]) -> str:
    """Return the secret that a mail's link carries after its `#lien=`."""
    found = re.search(r"#lien=([\w-]+)", mail["text"])
    assert found, mail["text"]
    return found[1]
