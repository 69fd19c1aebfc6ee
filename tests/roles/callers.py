"""The callers of the table, made through the API: real sign-ins, real roles, real tokens, in two organisations."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from ombelle_contracts.scopes import SCOPES
from people import Browser, Mailbox, sign_in

from roles.table import PEOPLE

AGENCY = ("reviewer", "coordinator", "lender", "secretary", "treasurer", "administrator")


@dataclass
class Callers:
    """Who asks: `people` by the table's names, `here` and `elsewhere` the two organisations' ids.

    `other` administers the organisation elsewhere; `command` is `./ombelle token`'s; `tokens` are programs' secrets:
    `program`, `program_elsewhere`, and for each scope one that has every other.
    """

    people: dict[str, Browser]
    other: Browser
    command: Browser
    here: str
    elsewhere: str
    tokens: dict[str, str] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)

    def headers(self, caller: str, scope: str) -> Mapping[str, str]:
        """Return what this caller presents, for an operation that this scope opens to programs."""
        if caller == "anonymous":
            return {"Origin": self.command.origin}
        if caller == "program_without_scope":
            caller = f"without {scope or 'events:read'}"
        if token := self.tokens.get(caller):
            return {"Authorization": f"Bearer {token}"}
        person = self.people[caller]
        cookies = "; ".join(f"{name}={value}" for name, value in person.cookies.items())
        return {"Origin": person.origin, "Cookie": cookies}


@asynccontextmanager
async def calling(stack: Any) -> AsyncIterator[Callers]:
    """Make them on a demo's stack; they are nobody of its season, and nothing there is theirs."""
    token = (await asyncio.to_thread(stack.cli, "token")).stdout.strip()
    batch = uuid.uuid4().hex[:8]
    async with AsyncExitStack() as held:
        mailbox = await held.enter_async_context(Mailbox(stack.data))

        async def come(name: str) -> Browser:
            browser = await held.enter_async_context(Browser(stack.url, mailbox.origin, as_=name))
            address = f"{name.replace('_', '-')}.{batch}@roles.example"
            return await sign_in(stack.url, mailbox, address, name=f"Rôle {name}", browser=browser)

        names = (*PEOPLE, "other")
        came = dict(zip(names, await asyncio.gather(*map(come, names)), strict=True))
        command = await held.enter_async_context(Browser(stack.url, mailbox.origin, as_="command"))
        command.token = token
        accounts = {name: (await browser.get("/me"))["account"]["id"] for name, browser in came.items()}
        for role in AGENCY:
            await command.do("PUT", f"/accounts/{accounts[role]}/roles/{role}")
        other = came.pop("other")
        here, elsewhere = await asyncio.gather(
            _organisation(came["organisation_administrator"], f"Ici {batch}"),
            _organisation(other, f"Ailleurs {batch}"),
        )
        callers = Callers(came, other, command, here, elsewhere, accounts=accounts)
        await _join(came["organisation_administrator"], here, came["editor"])
        await _join(other, elsewhere, came["editor_elsewhere"])
        await _make_tokens(callers)
        yield callers


async def _organisation(administrator: Browser, name: str) -> str:
    body = {"name": name, "kind": "library", "commune_insee": "59350", "commune_name": "Lille"}
    return str((await administrator.do("POST", "/organisations", body))["id"])


async def _join(administrator: Browser, organisation: str, somebody: Browser) -> None:
    """Let somebody in as an editor: they ask, and are taken."""
    path = f"/organisations/{organisation}/join-requests"
    asked = await somebody.do("POST", path, {"message": "Bonjour"})
    await administrator.do("POST", f"{path}/{asked['id']}/acceptance", {"role": "editor"})


async def _make_tokens(callers: Callers) -> None:
    """Make the programs' tokens; the gateway learns of a membership a moment after it is made."""
    administrator = callers.people["organisation_administrator"]
    asked = {"program": list(SCOPES)}
    asked |= {f"without {scope}": [other for other in SCOPES if other != scope] for scope in SCOPES}
    for name, scopes in asked.items():
        callers.tokens[name] = await token(administrator, callers.here, scopes)
    callers.tokens["program_elsewhere"] = await token(callers.other, callers.elsewhere, list(SCOPES))


async def token(maker: Browser, organisation: str, scopes: list[str]) -> str:
    """Make a token once the gateway knows that its maker belongs there."""
    async with asyncio.timeout(20):
        while organisation not in {item["id"] for item in (await maker.get("/me"))["organisations"]}:
            await asyncio.sleep(0.02)
    expires_on = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
    body = {
        "organisation_id": organisation,
        "name": "Tableau des rôles",
        "scopes": scopes,
        "expires_on": expires_on,
    }
    return str((await maker.do("POST", "/tokens", body))["secret"])
