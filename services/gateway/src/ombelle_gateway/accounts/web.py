"""What a request says of the browser that sends it, and the cookies that an answer sets."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request, Response

from ombelle_gateway.accounts.sessions.domain import Caller, browser_name
from ombelle_gateway.accounts.settings import Settings
from ombelle_gateway.client_address import CLIENT_ADDRESS_HEADER
from ombelle_gateway.cookies import (
    ASKING_SECONDS,
    SESSION_SECONDS,
    asking_cookie,
    clear_cookie,
    digest_of,
    read_cookie,
    session_cookie,
    set_cookie,
)

PERSONAL = {"x-personal": True}
"""For a route's `openapi_extra` that anybody may ask but not everybody gets the same from: it is never shared."""


async def caller_of(request: Request) -> Caller:
    """Return who calls, as far as their browser shows it. The edge alone says the address."""
    settings: Settings = request.app.state.context.settings
    cookies = request.headers.getlist("cookie")
    session = read_cookie(cookies, session_cookie(is_https=settings.is_https))
    return Caller(
        address=request.headers.get(CLIENT_ADDRESS_HEADER),
        browser=browser_name(request.headers.get("user-agent")),
        session=digest_of(session) if session else None,
        asking=read_cookie(cookies, asking_cookie(is_https=settings.is_https)),
    )


CurrentCaller = Annotated[Caller, Depends(caller_of)]


@dataclass(frozen=True, slots=True)
class Cookies:
    """Sets our cookies on the answer of one request."""

    response: Response
    is_https: bool

    def sign_in(self, token: str) -> None:
        """Give the browser a new session; it asks for no link any more."""
        name = session_cookie(is_https=self.is_https)
        self._add(set_cookie(name, token, seconds=SESSION_SECONDS, is_https=self.is_https))
        self._add(clear_cookie(asking_cookie(is_https=self.is_https), is_https=self.is_https))

    def sign_out(self) -> None:
        """Take the session's cookie away."""
        self._add(clear_cookie(session_cookie(is_https=self.is_https), is_https=self.is_https))

    def ask(self, token: str) -> None:
        """Mark the browser that asks for a link. Strict: no other site's link or form brings it along."""
        name = asking_cookie(is_https=self.is_https)
        self._add(set_cookie(name, token, seconds=ASKING_SECONDS, is_https=self.is_https, same_site="Strict"))

    def _add(self, value: str) -> None:
        self.response.headers.append("set-cookie", value)


async def cookies_of(request: Request, response: Response) -> Cookies:
    """Return what sets cookies on this answer, which no cache keeps."""
    settings: Settings = request.app.state.context.settings
    response.headers["cache-control"] = "private, no-store"
    return Cookies(response, settings.is_https)


AnswerCookies = Annotated[Cookies, Depends(cookies_of)]
