"""People and programs through the whole stack, over HTTP and SMTP alone: in, at work, out, and erased."""

import asyncio
import hashlib
import json
import os
import signal
import subprocess
import uuid
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from ombelle_command.postgres import OWNER, bundled_programs
from ombelle_command.stack import module
from people import (
    Browser,
    Mailbox,
    known_there,
    link_of,
    make_token,
    organisation,
    sign_in,
    sign_in_to_demo,
    until,
)

pytestmark = pytest.mark.xdist_group("season")


class Town:
    """The demo's stack, its mailbox, and the browsers of those who come."""

    def __init__(self, stack: Any, mailbox: Mailbox, held: AsyncExitStack) -> None:
        self.stack, self.mailbox, self._held = stack, mailbox, held

    async def browser(self, as_: str = "somebody", *, token: str | None = None) -> Browser:
        made = Browser(self.stack.url, self.mailbox.origin, as_=as_, token=token)
        return await self._held.enter_async_context(made)

    async def come(self, name: str = "Ada Lumière") -> Browser:
        """Let somebody in by the link of a mail; the browser's `as_` is their address."""
        address = f"ada.{uuid.uuid4().hex[:12]}@journeys.example"
        return await sign_in(self.mailbox, address, browser=await self.browser(address), name=name)

    async def demo(self, key: str) -> Browser:
        return await sign_in_to_demo(await self.browser(key), key)


@pytest.fixture
async def town(season_stack: Any) -> AsyncIterator[Town]:
    async with AsyncExitStack() as held:
        mailbox = await held.enter_async_context(Mailbox(season_stack.data))
        yield Town(season_stack, mailbox, held)


async def let_in(
    administrator: Browser, organisation_id: str, somebody: Browser, role: str = "editor"
) -> None:
    path = f"/organisations/{organisation_id}/join-requests"
    asked = await somebody.do("POST", path, {"message": "Puis-je ?"})
    await administrator.do("POST", f"{path}/{asked['id']}/acceptance", {"role": role})


async def test_the_demo_s_people_are_there_and_did_what_they_did_once(town: Town) -> None:
    coordinator, holder = await town.demo("coordinator"), await town.demo("holder")
    total = (await coordinator.get("/organisations?limit=1"))["total"]
    assert total >= 14
    [ours] = (await holder.get("/organisations?q=marmite"))["items"]
    people = (await holder.get(f"/organisations/{ours['id']}/memberships"))["items"]
    assert {(item["person"]["name"], item["role"]) for item in people} == {
        ("Margot Vanderlune", "administrator"),
        ("Idriss Lamarche", "editor"),
    }
    assert len((await holder.get(f"/events?organisation_id={ours['id']}"))["items"]) == 7
    [waiting] = (await coordinator.get("/join-requests"))["items"]
    assert waiting["person"]["name"] == "Colette Rivoire"
    words = ("season", "--url", town.stack.url, "--origin", town.mailbox.origin)
    again = await asyncio.to_thread(
        subprocess.run, module("ombelle_demo", *words), check=False, capture_output=True, text=True
    )
    nothing = dict.fromkeys(("organisations", "events", "applications", "loans", "members"), 0)
    assert json.loads(again.stdout) == nothing, again.stderr
    assert (await coordinator.get("/organisations?limit=1"))["total"] == total


async def test_a_link_lets_in_the_browser_that_asked_once(town: Town) -> None:
    asker, thief = await town.browser("asker"), await town.browser("thief")
    address = f"Lise.{uuid.uuid4().hex[:8]}@journeys.example"
    answer = await asker.ask("POST", "/sign-in/links", {"email": address, "next": "/espace/jetons"})
    assert (answer.status_code, answer.json()) == (202, {"sent": True, "expires_in_minutes": 15})
    assert {"httponly", "samesite=strict", "path=/"} <= attributes(answer.headers["set-cookie"])

    mail = await town.mailbox.last(address.lower())
    proof = {"token": link_of(mail), "name": "Lise", "is_15_or_older": True}
    assert f"{town.mailbox.origin}/espace/entrer#lien=" in mail["text"]
    assert (await thief.ask("POST", "/sign-in", proof)).json()["code"] == "other_browser"
    came = await asker.ask("POST", "/sign-in", proof)
    assert (came.status_code, came.json()) == (200, {"next": "/espace/jetons"})
    session = next(line for line in came.headers.get_list("set-cookie") if line.startswith("ombelle="))
    assert {"httponly", "samesite=lax", "path=/"} <= attributes(session)
    assert (await asker.ask("POST", "/sign-in", proof)).json()["code"] == "link_spent"
    assert (await asker.get("/me"))["account"]["name"] == "Lise"

    asker.origin = "https://evil.example"
    refused = await asker.ask("PATCH", "/me", {"name": "Volée"}, {"If-Match": "*"})
    assert (refused.status_code, refused.json()["code"]) == (403, "foreign_origin")


def attributes(cookie: str) -> set[str]:
    return {part.strip().lower() for part in cookie.split(";")[1:]}


async def test_a_second_person_s_program_calls_until_its_maker_is_taken_out(town: Town) -> None:
    administrator, second = await town.come(), await town.come("Blaise Second")
    ours = await organisation(administrator, f"Bibliothèque {uuid.uuid4().hex}")
    await let_in(administrator, ours["id"], second)
    await known_there(second, ours["id"])
    secret = await make_token(second, ours["id"], "organisations:read", "organisations:write")
    program = await town.browser("program", token=secret)

    card = await program.ask("GET", f"/organisations/{ours['id']}")
    assert card.json()["name"] == ours["name"]
    changed = await program.do(
        "PATCH",
        f"/organisations/{ours['id']}",
        {"description": "Ouvert le soir."},
        {"If-Match": card.headers["etag"]},
    )
    assert changed["description"] == "Ouvert le soir."
    refused = await program.ask("GET", "/organisations/" + ours["id"] + "/memberships")
    assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")

    people = (await administrator.get(f"/organisations/{ours['id']}/memberships"))["items"]
    theirs = next(item for item in people if item["person"]["email"] == second.as_)
    await administrator.do("DELETE", f"/organisations/{ours['id']}/memberships/{theirs['id']}")
    assert (await second.ask("GET", f"/organisations/{ours['id']}/memberships")).status_code == 404

    async def is_out() -> bool:
        return (await program.ask("GET", f"/organisations/{ours['id']}")).status_code == 401

    await until(is_out, "the program of somebody who left is refused")
    assert (await second.get("/me"))["organisations"] == []


async def test_merged_organisations_are_merged_in_the_agenda(town: Town) -> None:
    coordinator = await town.demo("coordinator")
    name = f"Société {uuid.uuid4().hex}"
    kept, goes = await organisation(coordinator, name), await organisation(coordinator, uuid.uuid4().hex)
    item = (await coordinator.get("/agenda?from=2000-01-01&limit=1"))["items"][0]
    await give(coordinator, item["id"], goes["id"])

    async def shows(holder: str) -> bool:
        return bool((await coordinator.get(f"/agenda/{item['slug']}"))["holder"] == holder)

    await until(lambda: shows(goes["name"]), "the agenda shows the new holder")
    await coordinator.do("POST", f"/organisations/{goes['id']}/merge", {"into": kept["id"]})
    await until(lambda: shows(name), "the agenda shows the one that stays")
    event = await coordinator.get(f"/events/{item['id']}")
    assert event["organisation_id"] == kept["id"]
    gone = await coordinator.ask("GET", f"/organisations/{goes['id']}")
    assert (gone.status_code, gone.json()["merged_into"]) == (410, kept["id"])


async def give(coordinator: Browser, event_id: str, organisation_id: str) -> None:
    """Give an event to an organisation, which the programme hears of a moment after the directory."""
    etag = (await coordinator.ask("GET", f"/events/{event_id}")).headers["etag"]

    async def given() -> bool:
        body = {"organisation_id": organisation_id}
        answer = await coordinator.ask("PATCH", f"/events/{event_id}", body, {"If-Match": etag})
        assert answer.status_code in (200, 422), answer.text
        return answer.is_success

    await until(given, "the programme knows the organisation")


async def test_without_members_the_agenda_sign_in_and_the_programme_work(town: Town) -> None:
    coordinator, editor = await town.demo("coordinator"), await town.come()
    ours = await organisation(editor, f"Phare {uuid.uuid4().hex}")
    item = (await coordinator.get("/agenda?from=2000-01-01&limit=1&sort=date"))["items"][0]
    await give(coordinator, item["id"], ours["id"])
    await known_there(editor, ours["id"])
    pid = town.stack.children()["members"]
    os.kill(pid, signal.SIGSTOP)  # it takes connections and answers nothing: worse than dead
    try:
        assert (await coordinator.get("/agenda?from=2000-01-01&q=eau"))["total"] > 0
        newcomer = await town.come("Neuve")
        assert (await newcomer.get("/me"))["account"]["name"] == "Neuve"
        etag = (await editor.ask("GET", f"/events/{item['id']}")).headers["etag"]
        body = {"conditions": "Venez en bottes."}
        changed = await editor.do("PATCH", f"/events/{item['id']}", body, {"If-Match": etag})
        assert changed["conditions"] == "Venez en bottes."
    finally:
        os.kill(pid, signal.SIGKILL)

    async def is_back() -> bool:
        return (await editor.ask("GET", f"/organisations/{ours['id']}")).status_code == 200

    await until(is_back, "members is back", seconds=60)


async def test_an_erased_account_leaves_its_receipt_and_no_trace(town: Town) -> None:
    name = f"Zéphyrine {uuid.uuid4().hex}"
    leaving, staying = await town.come(name), await town.come()
    ours = await organisation(staying, f"Jardin {uuid.uuid4().hex}")
    await let_in(staying, ours["id"], leaving)
    await known_there(leaving, ours["id"])
    await make_token(leaving, ours["id"], "events:read")
    invitation = {"email": leaving.as_, "role": "editor", "message": f"Chère {name}"}
    elsewhere = await organisation(staying, f"Verger {uuid.uuid4().hex}")
    await staying.do("POST", f"/organisations/{elsewhere['id']}/invitations", invitation)
    await town.mailbox.last(leaving.as_, after=1)
    traces = {"name": name, "address": leaving.as_, "mark of the address": digest(leaving.as_)}
    assert name in dump(town.stack)

    archive = await leaving.ask("POST", "/me/export")
    assert archive.headers["content-type"] == "application/zip"
    receipt = await leaving.do("POST", "/me/erase", {"confirm": leaving.as_})
    assert (await leaving.get("/me"))["account"] is None
    proof = await leaving.get(f"/erasures/{receipt['number']}")
    assert proof["number"] == receipt["number"]

    found: list[str] = []

    async def is_gone() -> bool:
        told = await asyncio.to_thread(dump, town.stack)
        found[:] = [
            f"{what}: {line[:400]}"
            for what, trace in traces.items()
            for line in told.splitlines()
            if trace.lower() in line.lower() or trace.encode().hex() in line
        ]
        assert receipt["number"] in told
        return not found

    try:
        await until(is_gone, "no trace")
    except pytest.fail.Exception:
        pytest.fail("\n".join(found))


def digest(address: str) -> str:
    return hashlib.sha256(address.casefold().encode()).hexdigest()


def dump(stack: Any) -> str:
    """Return the whole database as text, as its owner sees it."""
    url = stack.database_url(OWNER, secret="owner")
    done = subprocess.run(
        [str(bundled_programs() / "pg_dump"), "--dbname", url], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
