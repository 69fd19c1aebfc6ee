"""One client of the stack, as strict as a person would be: which answers may be seen, and what they must be."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import orjson

SLOWEST = 20.0  # seconds after which an answer is taken for lost
AGAIN = 0.15  # seconds, the pace of one who was told to come back in a moment
_MAY_BE = {200, 304, 404, 410, 412, 202, 503}
_KEPT = 12


@dataclass
class Findings:
    """What is wrong, in the words of whoever saw it, and how often each kind of answer was seen."""

    wrong: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    checked: Counter[str] = field(default_factory=Counter)

    def note(self, what: str) -> None:
        """Keep a fault; the first ones say the most."""
        if len(self.wrong) < _KEPT:
            self.wrong.append(what)


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer. `body` is its JSON, None without one."""

    status: int
    body: Any
    etag: str | None


class Client:
    """Asks the gateway. A connection that breaks is no answer; every answer is looked at."""

    def __init__(self, base: str, findings: Findings, token: str | None = None) -> None:
        self._base, self.findings = base, findings
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._session = aiohttp.ClientSession(headers=headers, timeout=aiohttp.ClientTimeout(total=SLOWEST))

    async def close(self) -> None:
        """Close its connections."""
        await self._session.close()

    async def ask(self, path: str, *, method: str = "GET", body: Any = None, **headers: str) -> Answer | None:
        """Ask once; None when the connection was refused or broke."""
        began = time.monotonic()
        try:
            async with self._session.request(
                method,
                self._base + path,
                json=body,
                headers={k.replace("_", "-"): v for k, v in headers.items()},
            ) as answer:
                content = await answer.read()
        except TimeoutError:
            self.findings.note(f"{method} {path}: no answer in {time.monotonic() - began:.1f} s")
            return None
        except (aiohttp.ClientError, ConnectionError):
            self.findings.seen["connection"] += 1
            await asyncio.sleep(AGAIN)
            return None
        self.findings.seen[str(answer.status)] += 1
        if answer.status == 503:
            await asyncio.sleep(AGAIN)
        return self._read(f"{method} {path}", answer, content)

    def _read(self, what: str, answer: aiohttp.ClientResponse, content: bytes) -> Answer:
        status, kind = answer.status, answer.headers.get("Content-Type", "")
        if status not in _MAY_BE:
            self.findings.note(f"{what}: {status} {content.decode(errors='replace')}")
        if status == 304:
            return Answer(status, None, answer.headers.get("ETag"))
        try:
            body = orjson.loads(content)
        except orjson.JSONDecodeError:
            self.findings.note(f"{what}: {status} with no JSON: {content[:200]!r}")
            body = None
        if status >= 400:
            told = body if isinstance(body, dict) else {}
            if kind != "application/problem+json" or told.get("status") != status or not told.get("code"):
                self.findings.note(f"{what}: {status} is no problem: {kind} {content[:200]!r}")
        return Answer(status, body, answer.headers.get("ETag"))
