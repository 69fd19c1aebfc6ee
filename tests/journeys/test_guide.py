"""The examples of the guide for programs, `/developpeurs`: the very files that it shows, run as by who copies them."""

import json
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from people import Browser, sign_in_to_demo
from stacks import PROJECT, bare_environment

pytestmark = pytest.mark.xdist_group("guide")
EXAMPLES = PROJECT / "frontend" / "src" / "features" / "developers" / "examples"
SHOWN_ORIGIN, SHOWN_TOKEN = "https://ombelle.example", "omb_xxxxxxxx_…"


class Reader:
    """Somebody who acts for an organisation of the demo, and tries the guide's examples in a folder of theirs."""

    def __init__(self, stack: Any, holder: Browser, organisation_id: str, folder: Path) -> None:
        self.stack, self.holder, self.organisation_id = stack, holder, organisation_id
        self._folder = folder
        self._tokens: list[str] = []

    async def token(self, *scopes: str) -> str:
        body = {"organisation_id": self.organisation_id, "name": "Le guide", "scopes": list(scopes)}
        made = await self.holder.do("POST", "/tokens", body)
        self._tokens.append(made["id"])
        return str(made["secret"])

    async def leave(self) -> None:
        """End the tokens that were made."""
        for token_id in self._tokens:
            await self.holder.do("DELETE", f"/tokens/{token_id}")

    async def events(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (
            await self.holder.get(f"/events?organisation_id={self.organisation_id}&limit=300")
        )["items"]
        return found

    def run(self, name: str, token: str = "", **replaced: str) -> str:
        """Run an example as it is shown, but for where the platform is, the token, and words in capitals."""
        text = (EXAMPLES / name).read_text("utf-8").replace(SHOWN_ORIGIN, self.stack.url)
        for shown, meant in ({SHOWN_TOKEN: token} | replaced).items():
            text = text.replace(shown, meant)
        file = self._folder / name
        file.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable if name.endswith(".py") else "sh", str(file)],
            check=False,
            capture_output=True,
            text=True,
            timeout=60,
            env=bare_environment() | {"OMBELLE_TOKEN": token, "NO_PROXY": "*", "PYTHONUTF8": "1"},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
async def reader(stack: Any, tmp_path: Path) -> AsyncIterator[Reader]:
    """The demo's project holder; their tokens end with the test."""
    origin = json.loads((stack.data / "run" / "state.json").read_text())["url"]
    async with AsyncExitStack() as held:
        holder = await held.enter_async_context(Browser(stack.url, origin, as_="holder"))
        await sign_in_to_demo(holder, "holder")
        [ours] = (await holder.get("/organisations?q=marmite&mine=true"))["items"]
        come = Reader(stack, holder, ours["id"], tmp_path)
        yield come
        await come.leave()


needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="no curl on this machine")


@needs_curl
async def test_the_agenda_is_read_without_asking(reader: Reader) -> None:
    read = json.loads(reader.run("read.sh"))
    assert read == reader.stack.get("/api/v1/agenda?department=80&theme=astronomy&limit=5")
    found = {(item["venue"]["department"], item["theme"]) for item in read["items"]}
    assert found <= {("80", "astronomy")}  # none on the last evening of an edition


@needs_curl
async def test_changes_are_read_from_where_the_last_reading_ended(reader: Reader) -> None:
    first = reader.stack.get("/api/v1/agenda/changes?limit=1")
    read = json.loads(reader.run("changes.sh", CURSOR=first["next"]))
    assert read == reader.stack.get(f"/api/v1/agenda/changes?since={first['next']}")
    assert read["items"]
    assert first["items"][0] not in read["items"]


@needs_curl
async def test_a_program_reads_its_organisation_s_events_by_curl(reader: Reader) -> None:
    read = json.loads(reader.run("events.sh", await reader.token("events:read")))
    assert read == {"items": await reader.events(), "next": None}
    assert len(read["items"]) > 1


async def test_a_program_reads_its_organisation_s_events_in_python(reader: Reader) -> None:
    read = reader.run("events.py", await reader.token("events:read"))
    assert read.splitlines() == [f"{one['publication']} {one['title']}" for one in await reader.events()]


async def test_a_program_changes_an_event_and_only_with_its_scope(reader: Reader) -> None:
    secret = await reader.token("events:read", "events:write")
    event = (await reader.events())[-1]
    path = f"/events/{event['id']}"
    before = await reader.holder.get(path)
    try:
        assert reader.run("change.py", secret, EVENT=event["id"]) == "Entrée libre, dès 8 ans.\n"
        after = await reader.holder.get(path)
        assert after["conditions"] == "Entrée libre, dès 8 ans."
    finally:
        etag = (await reader.holder.ask("GET", path)).headers["etag"]
        await reader.holder.do("PATCH", path, {"conditions": before["conditions"]}, {"If-Match": etag})

    origin = reader.holder.origin
    async with Browser(reader.stack.url, origin, token=await reader.token("events:read")) as program:
        refused = await program.ask("PATCH", path, {"conditions": "Non."})
    shown = json.loads((EXAMPLES / "problem.json").read_text("utf-8"))
    told = {**refused.json(), "request_id": shown["request_id"], "instance": shown["instance"]}
    assert (refused.status_code, told) == (403, shown)
    assert refused.json()["instance"] == f"/api/v1{path}"
