"""Who plays in journeys of loans: a lender and a borrower with organisations of their own, and the borrower's program."""

import re
import uuid
from contextlib import AsyncExitStack
from typing import Any

import httpx
from people import API, Browser, Mailbox, known_there, make_token, organisation, sign_in, until


class Lending:
    """Who plays: the lender's person, the borrower's, the borrower's program, and the signatory, who has no account."""

    def __init__(self, stack: Any, mailbox: Mailbox, held: AsyncExitStack) -> None:
        self.stack, self.mailbox, self._held = stack, mailbox, held
        self.lender = self.borrower = self.program = self.signatory = Browser(stack.url, mailbox.origin)
        self.museum = self.school = ""
        self.item: dict[str, Any] = {}
        self.loan: dict[str, Any] = {}

    async def browser(self, as_: str, token: str | None = None) -> Browser:
        made = Browser(self.stack.url, self.mailbox.origin, as_=as_, token=token)
        return await self._held.enter_async_context(made)

    async def come(self) -> None:
        """Sign two people in, each with an organisation; give the borrower a program."""
        self.lender, self.museum = await self.person("Musée")
        self.borrower, self.school = await self.person("Lycée")
        secret = await make_token(self.borrower, self.school, "loans:read", "loans:write")
        self.program = await self.browser("program", secret)
        self.signatory = await self.browser(f"{uuid.uuid4().hex[:12]}@proviseur.example")

    async def person(self, word: str) -> tuple[Browser, str]:
        """Sign somebody in who has an organisation; return both."""
        address = f"{uuid.uuid4().hex[:12]}@pret.example"
        person = await sign_in(self.mailbox, address, browser=await self.browser(address), name=f"Ada {word}")
        made = await organisation(person, f"{word} {uuid.uuid4().hex}")
        await known_there(person, made["id"])
        return person, str(made["id"])

    @property
    def path(self) -> str:
        return f"/loans/{self.loan['id']}"

    async def now(self, who: Browser | None = None) -> dict[str, Any]:
        self.loan = await (who or self.program).get(self.path)
        return self.loan

    async def step(self, action: str, body: Any = None, *, who: Browser | None = None) -> Any:
        """Do a step of the loan."""
        return await (who or self.lender).do("POST", f"{self.path}/{action}", body)

    async def send(self, who: Browser, path: str, content: bytes, name: str, **fields: str) -> Any:
        """Send a file with its form."""
        async with httpx.AsyncClient(base_url=self.stack.url, timeout=30) as client:
            answer = await client.post(
                API + path, headers=who.presented(), data=fields, files={"file": (name, content)}
            )
        assert answer.is_success, f"{path}: {answer.status_code} {answer.text}"
        return answer.json()

    async def link(self, address: str, pattern: str) -> str:
        """Wait for the mail to an address that carries such a link; return the secret of it."""
        found: list[str] = []

        async def came() -> bool:
            mails = await self.mailbox.to(address)
            found[:] = [one[1] for mail in mails if (one := re.search(pattern + r"([\w-]+)", mail["text"]))]
            return bool(found)

        await until(came, f"a mail with {pattern} to {address}", seconds=30)
        return found[0]
