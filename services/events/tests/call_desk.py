"""What tests of calls ask of the coordination's desk."""

from typing import Any

import httpx


class CallDesk:
    """One coordinator at work on calls; every answer that is not a success fails the test."""

    def __init__(self, api: httpx.AsyncClient, headers: dict[str, str]) -> None:
        self.api, self.headers = api, headers

    async def ask(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        """Ask as the coordinator; `If_Match` is a header."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.api.request(method, f"/api/v1{path}", json=body, headers={**self.headers, **named})

    async def do(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """Ask, and return what was answered."""
        answer = await self.ask(method, path, body, **headers)
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None

    async def begin(self, edition: int = 2027, **values: Any) -> dict[str, Any]:
        """Begin a call."""
        return dict(await self.do("POST", "/calls", {"edition": edition, **values}))

    async def change(self, call: dict[str, Any], **values: Any) -> dict[str, Any]:
        """Change a call, whatever its version."""
        return dict(await self.do("PATCH", f"/calls/{call['id']}", values, If_Match="*"))

    async def publish(self, call: dict[str, Any]) -> dict[str, Any]:
        """Put a call online."""
        return dict(await self.do("POST", f"/calls/{call['id']}/publish"))

    async def write_form(self, call: dict[str, Any], *fields: dict[str, Any]) -> dict[str, Any]:
        """Write a form of one section, whatever was written before."""
        definition = {"sections": [{"id": "one", "title": "Une", "fields": list(fields)}]}
        body = {"definition": definition}
        return dict(await self.do("PUT", f"/calls/{call['id']}/form/draft", body, If_Match="*"))
