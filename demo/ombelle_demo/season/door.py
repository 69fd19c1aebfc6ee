"""The running stack's API, asked as each of the demo's people."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from typing import Any, Self

import httpx

from .mailpit import texts_to

API = "/api/v1"
PATIENCE = 20.0  # seconds that what one service was told may take to be known to the others


class RefusedError(Exception):
    """The stack refused what the season asks; the text says what and why."""


class Door:
    """A gateway, and the people who came in through it; use as a context manager.

    `url` is where it answers, `origin` the address that people's browsers would say they are at; `mailpit` where mails are
    caught, when the demo's own catcher does not.
    """

    def __init__(self, url: str, origin: str, mailpit: str | None = None) -> None:
        self._url, self._origin, self._mailpit = url, origin, mailpit
        self._inside: dict[str, Visitor] = {}
        self._held = ExitStack()

    def __enter__(self) -> Self:
        """Nobody is inside yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Everybody leaves; sign-ins end with them."""
        for visitor in self._inside.values():
            visitor.leave()
        self._held.close()

    def as_(self, key: str) -> "Visitor":
        """Sign one of the demo's people in, once. Raises RefusedError."""
        if key not in self._inside:
            client = self._held.enter_context(
                httpx.Client(base_url=self._url, headers={"Origin": self._origin}, timeout=30)
            )
            self._inside[key] = Visitor(client)
            self._inside[key].sign_in(key)
        return self._inside[key]

    def mails_to(self, address: str) -> list[str]:
        """Return the texts of the mails that were caught for an address. Raises RefusedError, httpx.HTTPError."""
        if self._mailpit is not None:
            return texts_to(self._mailpit, address)
        caught = self.as_("newcomer").get("/demo/mails")["items"]
        return [mail["text"] for mail in caught if mail["to"] == address]


class Visitor:
    """Somebody signed in."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def sign_in(self, key: str) -> None:
        """Come in by the demo's door. Raises RefusedError where it is shut."""
        answer = self._client.post(f"{API}/demo/sign-in", json={"key": key})
        if answer.status_code != 200:
            raise RefusedError(f"sign-in of {key}: {answer.status_code} {answer.text}")
        # By hand: a cookie for https alone would not be sent back where the gateway is reached without a proxy.
        cookies = [cookie.partition(";")[0] for cookie in answer.headers.get_list("set-cookie")]
        self._client.cookies.clear()
        self._client.headers["Cookie"] = "; ".join(cookies)

    def leave(self) -> None:
        """End the sign-in."""
        self._client.delete(f"{API}/me/sessions/current")

    def ask(
        self, method: str, path: str, body: Any = None, *, fine: tuple[int, ...] = (), **headers: str
    ) -> httpx.Response:
        """Ask; an answer that is neither a success nor one of `fine` raises RefusedError."""
        answer = self._client.request(
            method,
            API + path,
            json=body,
            headers={name.replace("_", "-"): value for name, value in headers.items()},
        )
        if not answer.is_success and answer.status_code not in fine:
            raise RefusedError(f"{method} {path}: {answer.status_code} {answer.text}")
        return answer

    def once(self, path: str, key: str, body: Any = None) -> dict[str, Any]:
        """POST what is done once under a key of the season; done before, it is told again. Raises RefusedError."""
        answer = self.ask("POST", path, body, Idempotency_Key=key)
        told: dict[str, Any] = answer.json() if answer.content else {}
        return told

    def attach(self, path: str, key: str, *, field: str, name: str, content: bytes) -> None:
        """POST a file once, as the answer to a question. Raises RefusedError."""
        self.send_file(path, name, content, key=key, field_id=field)

    def send_file(
        self,
        path: str,
        name: str,
        content: bytes,
        *,
        key: str | None = None,
        if_match: str | None = None,
        fine: tuple[int, ...] = (),
        **fields: str,
    ) -> httpx.Response:
        """POST a file with other fields, once under a key; whatever is no success nor `fine` raises RefusedError."""
        given = {"Idempotency-Key": key, "If-Match": if_match}
        headers = {name: value for name, value in given.items() if value is not None}
        answer = self._client.post(API + path, data=fields, files={"file": (name, content)}, headers=headers)
        if not answer.is_success and answer.status_code not in fine:
            raise RefusedError(f"POST {path}: {answer.status_code} {answer.text}")
        return answer

    def get(self, path: str) -> dict[str, Any]:
        """Return what is there."""
        found: dict[str, Any] = self.ask("GET", path).json()
        return found

    def every(self, path: str, **filters: str) -> Iterator[Mapping[str, Any]]:
        """Go through a list, page by page."""
        query = httpx.QueryParams({**filters, "limit": 300})
        while True:
            page = self.get(f"{path}?{query}")
            yield from page["items"]
            if not page["next"]:
                return
            query = query.set("after", page["next"])


def wait_for(done: Callable[[], bool], what: str) -> None:
    """Try until it is done. Raises RefusedError when it takes too long."""
    end = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > end:
            raise RefusedError(f"{what}: not within {PATIENCE:.0f} s")
        time.sleep(0.1)
