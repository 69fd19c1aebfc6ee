"""The callers of the table, made through the API: real sign-ins, real roles, real tokens, in two organisations.

Those of the agency are the demo's own, come in by its door; the others are new, and come by the link of a mail.
"""

import asyncio
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from ombelle_contracts.scopes import SCOPES
from people import Browser, Mailbox, sign_in, sign_in_to_demo

AGENCY = ("reviewer", "coordinator", "lender", "secretary", "treasurer", "administrator")
HOLDERS = ("account", "editor", "organisation_administrator", "editor_elsewhere", "other", "spare", "target")


@dataclass
class Callers:
    """Who asks: `people` by the table's names, `here` and `elsewhere` the two organisations' ids.

    `other`, among people, administers the organisation elsewhere; `spare` makes what is used up, `target` has things done
    to them; `command` is
    `./ombelle token`'s. `tokens` are programs' secrets: `program`, `program_elsewhere`, and for each scope one that
    has every other.
    """

    stack: Any
    mailbox: Mailbox
    batch: str
    people: dict[str, Browser]
    command: Browser
    here: str = ""
    elsewhere: str = ""
    tokens: dict[str, str] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)

    def headers(self, caller: str, scope: str) -> Mapping[str, str]:
        """Return what this caller presents, for an operation that this scope opens to programs."""
        if caller == "anonymous":
            return {"Origin": self.mailbox.origin}
        if caller == "program_without_scope":
            caller = f"without {scope or 'events:read'}"
        if token := self.tokens.get(caller):
            return {"Authorization": f"Bearer {token}"}
        return self.people[caller].presented()

    def address(self, name: str) -> str:
        """Return the address of somebody who came by mail."""
        return f"{name.replace('_', '-')}.{self.batch}@roles.example"

    async def come(self, name: str, browser: Browser) -> Browser:
        """Sign somebody in, in a browser."""
        if name in AGENCY:
            return await sign_in_to_demo(browser, name)
        return await sign_in(self.mailbox, self.address(name), name=f"Rôle {name}", browser=browser)

    def browser(self, name: str) -> Browser:
        """Return a new browser for somebody."""
        return Browser(self.stack.url, self.mailbox.origin, as_=name)


@asynccontextmanager
async def calling(stack: Any) -> AsyncIterator[Callers]:
    """Make them on a demo's stack."""
    token = (await asyncio.to_thread(stack.cli, "token")).stdout.strip()
    async with AsyncExitStack() as held:
        mailbox = await held.enter_async_context(Mailbox(stack.data))
        command = await held.enter_async_context(
            Browser(stack.url, mailbox.origin, as_="command", token=token)
        )
        callers = Callers(stack, mailbox, uuid.uuid4().hex[:8], {}, command)
        for name in (*AGENCY, *HOLDERS):
            callers.people[name] = await held.enter_async_context(callers.browser(name))
        await asyncio.gather(*(callers.come(name, browser) for name, browser in callers.people.items()))
        for name, browser in callers.people.items():
            callers.accounts[name] = (await browser.get("/me"))["account"]["id"]
        await _belong(callers)
        await _make_tokens(callers)
        yield callers


async def _belong(callers: Callers) -> None:
    people = callers.people
    here, elsewhere = people["organisation_administrator"], people["other"]
    callers.here = await organisation(here, f"Ici {callers.batch}")
    callers.elsewhere = await organisation(elsewhere, f"Ailleurs {callers.batch}")
    await join(here, callers.here, people["editor"])
    await join(elsewhere, callers.elsewhere, people["editor_elsewhere"])


async def organisation(administrator: Browser, name: str) -> str:
    """Enter an organisation, whatever is like it; return its id."""
    body: dict[str, Any] = {"name": name, "kind": "library"}
    answer = await administrator.ask("POST", "/organisations", body)
    if answer.status_code == 409:
        body["distinct_from"] = [item["id"] for item in answer.json()["similar"]]
        return str((await administrator.do("POST", "/organisations", body))["id"])
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def join(administrator: Browser, organisation_id: str, somebody: Browser) -> None:
    """Let somebody in as an editor: they ask, and are taken."""
    path = f"/organisations/{organisation_id}/join-requests/{await ask_to_join(somebody, organisation_id)}"
    await administrator.do("POST", f"{path}/acceptance", {"role": "editor"})


async def ask_to_join(somebody: Browser, organisation_id: str) -> str:
    """Ask to join an organisation; return the request's id. Members hears of a new account a moment after."""
    path, body = f"/organisations/{organisation_id}/join-requests", {"message": "Bonjour"}
    return str((await somebody.do("POST", path, body))["id"])


async def _make_tokens(callers: Callers) -> None:
    """Make the programs' tokens; the gateway learns of a membership a moment after it is made."""
    administrator = callers.people["organisation_administrator"]
    asked = {"program": list(SCOPES)}
    asked |= {f"without {scope}": [other for other in SCOPES if other != scope] for scope in SCOPES}
    await known_there(administrator, callers.here)
    for name, scopes in asked.items():
        callers.tokens[name] = (await token(administrator, callers.here, scopes))["secret"]
    await known_there(callers.people["other"], callers.elsewhere)
    elsewhere = await token(callers.people["other"], callers.elsewhere, list(SCOPES))
    callers.tokens["program_elsewhere"] = elsewhere["secret"]


async def known_there(somebody: Browser, organisation_id: str) -> None:
    """Wait until the gateway knows that somebody belongs to an organisation."""
    async with asyncio.timeout(20):
        while organisation_id not in {item["id"] for item in (await somebody.get("/me"))["organisations"]}:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def token(maker: Browser, organisation_id: str, scopes: list[str]) -> dict[str, Any]:
    """Make a program's token; return it with its secret."""
    expires_on = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
    body = {"organisation_id": organisation_id, "name": "Tableau", "scopes": scopes, "expires_on": expires_on}
    made: dict[str, Any] = await maker.do("POST", "/tokens", body)
    return made
