"""The examples of the guide for programs, `/developpeurs`: the very files that it shows, run as by who copies them."""

import asyncio
import json
import shutil
import subprocess
import sys
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

import pytest
from ombelle_command.processes import accepts, free_port, wait_until
from ombelle_demo.edition import Edition
from ombelle_demo.season.dossiers import dossiers
from ombelle_demo.season.papers import paper
from people import Browser, Mailbox, known_there, organisation, sign_in, sign_in_to_demo
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

    def keep(self, name: str, content: bytes) -> Path:
        """Put a file beside the examples."""
        file = self._folder / name
        file.write_bytes(content)
        return file

    def run(self, name: str, token: str = "", **replaced: str) -> str:
        """Run an example as it is shown, but for where the platform is, the token, and words in capitals."""
        text = (EXAMPLES / name).read_text("utf-8").replace(SHOWN_ORIGIN, self.stack.url)
        for shown, meant in ({SHOWN_TOKEN: token} | replaced).items():
            text = text.replace(shown, meant)
        self.keep(name, text.encode())
        done = subprocess.run(
            [sys.executable if name.endswith(".py") else "sh", str(self._folder / name)],
            check=False,
            capture_output=True,
            text=True,
            timeout=60,
            cwd=self._folder,
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


@pytest.fixture
async def applicant(stack: Any, tmp_path: Path) -> AsyncIterator[Reader]:
    """Somebody new, with an organisation of their own; their tokens end with the test."""
    async with AsyncExitStack() as held:
        mailbox = await held.enter_async_context(Mailbox(stack.data))
        address = f"{uuid.uuid4().hex[:12]}@guide.example"
        person = await held.enter_async_context(Browser(stack.url, mailbox.origin, as_=address))
        await sign_in(mailbox, address, browser=person)
        made = await organisation(person, f"Guide {uuid.uuid4().hex}")
        await known_there(person, made["id"])
        come = Reader(stack, person, made["id"], tmp_path)
        yield come
        await come.leave()


@pytest.fixture
async def coordinator(stack: Any) -> AsyncIterator[Browser]:
    origin = json.loads((stack.data / "run" / "state.json").read_text())["url"]
    async with Browser(stack.url, origin, as_="coordinator") as browser:
        yield await sign_in_to_demo(browser, "coordinator")


@pytest.fixture
async def call(coordinator: Browser) -> AsyncIterator[tuple[str, Edition]]:
    """A call that is open, of the last edition there is; it goes offline with the test."""
    edition = Edition(max(one["year"] for one in (await coordinator.get("/editions"))["items"]))
    moments = {
        "opens_at": (datetime.now(UTC) - timedelta(days=1)).isoformat(),
        "closes_at": (datetime.now(UTC) + timedelta(days=1)).isoformat(),
    }
    made = await coordinator.do("POST", "/calls", {"edition": edition.year, **moments})
    await coordinator.do("POST", f"/calls/{made['id']}/publish")
    yield made["id"], edition
    await coordinator.do("POST", f"/calls/{made['id']}/archive")


async def test_a_program_sends_an_application_and_answers_what_is_asked(
    applicant: Reader, call: tuple[str, Edition], coordinator: Browser
) -> None:
    secret = await applicant.token("applications:read", "applications:write")
    words = {"CALL": call[0], "ORGANISATION": applicant.organisation_id}
    answers = dossiers("decided")["papillons-nursery"].answers(call[1])
    applicant.keep("projet.pdf", paper("presentation")[1])

    applicant.keep("dossier.json", json.dumps({**answers, "summary": None}).encode())
    told = applicant.run("apply.py", secret, **words).splitlines()
    assert [line.split()[0] for line in told] == ["/answers/summary"]
    applicant.keep("dossier.json", json.dumps(answers).encode())
    assert applicant.run("apply.py", secret, **words) == "Dossier 1 submitted\n"

    [sent] = (await applicant.holder.get(f"/applications?call={call[0]}"))["items"]
    files = (await applicant.holder.get(f"/applications/{sent['id']}/attachments"))["items"]
    assert [(one["name"], one["field_id"], one["media_type"]) for one in files] == [
        ("projet.pdf", "presentation", "application/pdf")
    ]
    wanted = {"reason": "incomplete", "message": "Combien d’adultes ?", "field_ids": ["mediation"]}
    await coordinator.do("POST", f"/applications/{sent['id']}/request-changes", wanted)
    answered = applicant.run("answer.py", secret, APPLICATION=sent["id"])
    assert answered.splitlines() == ["Combien d’adultes ?", "['mediation']", "submitted"]
    now = await applicant.holder.get(f"/applications/{sent['id']}")
    assert now["answers"]["mediation"] == "Deux adultes par groupe."


@pytest.fixture
async def item(applicant: Reader) -> AsyncIterator[dict[str, Any]]:
    """An item that the organisation lends, to itself as to others; it is out of the catalogue after the test."""
    body = {"owner": applicant.organisation_id, "title": f"Guide {uuid.uuid4().hex}", "category": "kit"}
    made = await applicant.holder.do("POST", "/items", {**body, "formats": [{"format": "case"}]})
    await applicant.holder.do("POST", f"/items/{made['id']}/publish")
    yield made
    await applicant.holder.do("POST", f"/items/{made['id']}/archive")


async def test_a_program_looks_for_an_item_and_asks_for_it_when_it_is_free(
    applicant: Reader, item: dict[str, Any]
) -> None:
    secret = await applicant.token("loans:read", "loans:write")
    today = datetime.now(UTC).date()
    sunday = today + timedelta(days=27 - today.weekday())
    words = {
        "ITEM": item["title"],
        "ORGANISATION": applicant.organisation_id,
        "STARTS_ON": str(sunday),
        "ENDS_ON": str(sunday + timedelta(days=2)),
    }
    told = applicant.run("borrow.py", secret, **words)
    [loan] = (await applicant.holder.get("/loans"))["items"]
    refused, free, held, actions = told.splitlines()
    assert refused.startswith("closed_day Rien ne part ni ne rentre le dimanche")
    assert free == f"Libre du {loan['starts_on']} au {loan['ends_on']}"
    assert held == f"Prêt {loan['number']} held {loan['hold']}"
    assert "cancel" in actions


async def test_a_program_is_told_and_believes_only_what_is_signed(
    applicant: Reader, call: tuple[str, Edition]
) -> None:
    port = free_port()
    hook = {
        "organisation_id": applicant.organisation_id,
        "name": "Le guide",
        "url": f"http://127.0.0.1:{port}/",
    }
    made = await applicant.holder.do("POST", "/webhooks", {**hook, "events": ["application.submitted"]})
    with receiving(applicant, port, made["secret"]) as said:
        forged = {"webhook-id": "1", "webhook-timestamp": "1", "webhook-signature": "v1,AAAA"}
        async with Browser(hook["url"], "") as stranger:
            assert (await stranger.ask("POST", "", {"type": "faux"}, forged)).status_code == 401
        begun = await applicant.holder.do(
            "POST", "/applications", {"call_id": call[0], "organisation_id": applicant.organisation_id}
        )
        path = f"/applications/{begun['id']}"
        answers = dossiers("decided")["papillons-nursery"].answers(call[1])
        await applicant.holder.do("PATCH", path, {"answers": answers}, {"If-Match": f'"v{begun["version"]}"'})
        await applicant.holder.do("POST", f"{path}/submit")
        heard = await asyncio.wait_for(asyncio.to_thread(said.readline), 30)
        assert heard == f"application.submitted {begun['id']}\n"
    await applicant.holder.do("DELETE", f"/webhooks/{made['id']}")


@contextmanager
def receiving(applicant: Reader, port: int, secret: str) -> Iterator[IO[str]]:
    """Run the example that receives, on another port; yield what it prints."""
    text = (EXAMPLES / "webhook.py").read_text("utf-8").replace("8484", str(port))
    process = subprocess.Popen(
        [sys.executable, str(applicant.keep("webhook.py", text.encode()))],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=bare_environment() | {"OMBELLE_WEBHOOK_SECRET": secret, "PYTHONUTF8": "1"},
    )
    try:
        assert wait_until(lambda: accepts(port), seconds=20, every=0.05)
        assert process.stdout is not None
        with process.stdout as said:
            yield said
    finally:
        process.terminate()
        process.wait(20)
