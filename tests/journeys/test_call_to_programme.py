"""From call to programme by the API alone: opened, applied to, reviewed, decided, told, entered, published, seen.

The call is of an edition of its own, far from the demo's; each organisation is new. What is seen in the agenda at the
end is read by anybody, without an account.
"""

import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from ombelle_demo.edition import Edition
from ombelle_demo.season.dossiers import dossiers
from people import (
    Browser,
    Mailbox,
    known_there,
    make_token,
    organisation,
    sign_in,
    sign_in_to_demo,
    until,
)
from receiver import Receiver, listening

pytestmark = pytest.mark.xdist_group("season")
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
LISTENED_TO = (
    "application.submitted",
    "application.changes_requested",
    "application.decided",
    "project.confirmed",
    "event.published",
)


class Holder:
    """Somebody with an organisation of their own, and the dossier that they write for it."""

    def __init__(self, person: Browser, organisation_id: str, word: str) -> None:
        self.person, self.organisation_id, self.word = person, organisation_id, word
        self.id = self.path = ""

    @property
    def email(self) -> str:
        return self.person.as_

    @property
    def title(self) -> str:
        return f"{self.word} à marée basse"

    async def begin(self, call_id: str, *, by: Browser | None = None, **more: str) -> httpx.Response:
        body = {"call_id": call_id, "organisation_id": self.organisation_id, **more}
        key = {"Idempotency-Key": f"begin-{self.organisation_id}-{len(more)}"}
        answer = await (by or self.person).ask("POST", "/applications", body, key)
        if answer.is_success:
            self.id = answer.json()["id"]
            self.path = f"/applications/{self.id}"
        return answer

    async def fill(self, edition: Edition, *, by: Browser | None = None, **more: Any) -> None:
        writer = by or self.person
        etag = (await writer.ask("GET", self.path)).headers["etag"]
        answers = {**whole_answers(edition), "title": self.title, "contact_email": self.email, **more}
        await writer.do("PATCH", self.path, {"answers": answers}, {"If-Match": etag})

    async def now(self) -> dict[str, Any]:
        found: dict[str, Any] = await self.person.get(self.path)
        return found


def whole_answers(edition: Edition) -> dict[str, Any]:
    """Return answers that the festival's form takes, of a dossier of the demo."""
    return dossiers("decided")["papillons-nursery"].answers(edition)


class Season:
    """Those who play, and the call that they play in."""

    def __init__(self, stack: Any, mailbox: Mailbox, held: AsyncExitStack) -> None:
        self.stack, self.mailbox, self._held = stack, mailbox, held
        self.edition = Edition(2035 + uuid.uuid4().int % 60)
        self.call = ""

    async def browser(self, as_: str, token: str | None = None) -> Browser:
        made = Browser(self.stack.url, self.mailbox.origin, as_=as_, token=token)
        return await self._held.enter_async_context(made)

    async def demo(self, key: str) -> Browser:
        return await sign_in_to_demo(await self.browser(key), key)

    async def holder(self, word: str) -> Holder:
        address = f"{uuid.uuid4().hex[:12]}@{word.lower()}.example"
        person = await sign_in(self.mailbox, address, browser=await self.browser(address), name=f"Ada {word}")
        made = await organisation(person, f"{word} {uuid.uuid4().hex}")
        await known_there(person, made["id"])
        return Holder(person, made["id"], f"{word} {uuid.uuid4().hex[:6]}")


@pytest.fixture
async def season(season_stack: Any) -> AsyncIterator[Season]:
    async with AsyncExitStack() as held:
        mailbox = await held.enter_async_context(Mailbox(season_stack.data))
        yield Season(season_stack, mailbox, held)


async def open_call(season: Season, coordinator: Browser) -> None:
    """Open an edition, and a call that ends on the minute."""
    edition = season.edition
    days = {"starts_on": edition.starts_on.isoformat(), "ends_on": edition.ends_on.isoformat()}
    await coordinator.do("POST", "/editions", {"year": edition.year, "mastering": "here", **days})
    now = datetime.now(UTC)
    moments = {
        "opens_at": (now - timedelta(days=1)).isoformat(),
        "closes_at": (now + timedelta(days=1)).isoformat(),
    }
    call = await coordinator.do("POST", "/calls", {"edition": edition.year, **moments})
    season.call = call["id"]
    await change_call(
        season, coordinator, closing_policy="lock", grace_minutes=0, quorum=1, budget_cents=300_000,
        contact_email="capucine@demo.ombelle.example",
    )  # fmt: skip
    await coordinator.do("POST", f"/calls/{season.call}/publish")


async def change_call(season: Season, coordinator: Browser, **values: Any) -> None:
    path = f"/calls/{season.call}"
    etag = (await coordinator.ask("GET", f"{path}/settings")).headers["etag"]
    await coordinator.do("PATCH", path, values, {"If-Match": etag})


async def account(person: Browser) -> str:
    return str((await person.get("/me"))["account"]["id"])


async def test_a_call_becomes_a_programme(season: Season) -> None:
    coordinator = await season.demo("coordinator")
    await open_call(season, coordinator)
    public = [one["id"] for one in (await coordinator.get("/calls?limit=300"))["items"]]
    assert season.call in public

    with listening() as receiver:
        early, asked, late = [await season.holder(word) for word in ("Bigorneau", "Crevette", "Tardigrade")]
        webhook = await listen(early, receiver)
        await applies_by_program(season, early)
        await applies(season, asked)
        await is_asked_for_changes_and_answers(season, coordinator, asked)
        await comes_too_late_but_for_a_code(season, coordinator, late)

        await is_reviewed_but_not_by_whom_it_binds(season, coordinator, [early, asked, late], bound=asked)
        await decides(season, coordinator, early, asked, late)
        await letters_and_mails_are_there(season, coordinator, early, asked, late)

        slug = await enters_and_publishes(season, coordinator, early)
        await is_seen_by_anybody(season, slug, f"Les {early.title}")
        await everything_was_told(receiver, early, webhook)


async def listen(holder: Holder, receiver: Receiver) -> str:
    body = {"organisation_id": holder.organisation_id, "name": "Le site", "url": receiver.url}
    made = await holder.person.do("POST", "/webhooks", body | {"events": list(LISTENED_TO)})
    receiver.secret = made["secret"]
    return str(made["id"])


async def applies_by_program(season: Season, holder: Holder) -> None:
    """A program begins, fills, validates, attaches and sends; a request sent twice is done once."""
    secret = await make_token(
        holder.person, holder.organisation_id, "applications:read", "applications:write"
    )
    program = await season.browser("program", secret)
    first, second = await holder.begin(season.call, by=program), await holder.begin(season.call, by=program)
    assert (first.status_code, second.json()["id"]) == (201, first.json()["id"])

    trial = await program.do("POST", f"{holder.path}/validate")
    assert not trial["is_complete"]
    assert {"/answers/title", "/answers/sessions"} <= {one["pointer"] for one in trial["problems"]}
    await holder.fill(season.edition, by=program)
    whole = await program.do("POST", f"{holder.path}/validate")
    assert (whole["problems"], whole["may_submit"]) == ([], True)
    assert [rule["passed"] for rule in whole["charter"]] == [True, True, True]

    stale = await program.ask("PATCH", holder.path, {"answers": {"title": "Trop tard"}}, {"If-Match": '"v1"'})
    assert (stale.status_code, stale.json()["code"]) == (412, "application_changed_meanwhile")
    attached = await attach(season, secret, holder, PDF, "projet.pdf")
    assert (attached.status_code, attached.json()["media_type"]) == (201, "application/pdf")
    lying = await attach(season, secret, holder, b"MZ\x90\x00not a pdf", "projet.pdf")
    assert lying.status_code == 422
    sent = await program.do("POST", f"{holder.path}/submit", None, {"Idempotency-Key": f"send-{holder.id}"})
    assert (sent["status"], sent["title"]) == ("submitted", holder.title)


async def attach(season: Season, secret: str, holder: Holder, content: bytes, name: str) -> httpx.Response:
    async with httpx.AsyncClient(base_url=season.stack.url, timeout=30) as client:
        return await client.post(
            f"/api/v1{holder.path}/attachments",
            headers={"Authorization": f"Bearer {secret}"},
            data={"field_id": "presentation"},
            files={"file": (name, content)},
        )


async def applies(season: Season, holder: Holder) -> None:
    assert (await holder.begin(season.call)).status_code == 201
    await holder.fill(season.edition)
    await holder.person.do("POST", f"{holder.path}/submit")


async def is_asked_for_changes_and_answers(season: Season, coordinator: Browser, holder: Holder) -> None:
    wanted = {"reason": "incomplete", "message": "Combien d’adultes ?", "field_ids": ["mediation"]}
    before = len(await season.mailbox.to(holder.email))
    asked = await coordinator.do("POST", f"{holder.path}/request-changes", wanted)
    assert asked["status"] == "changes_requested"
    mail = await season.mailbox.last(holder.email, after=before)
    assert "Combien d’adultes ?" in mail["text"]
    now = await holder.now()
    assert {"edit", "resubmit"} <= set(now["allowed_actions"])
    etag = f'"v{now["version"]}"'
    await holder.person.do(
        "PATCH", holder.path, {"answers": {"mediation": "Deux adultes par groupe."}}, {"If-Match": etag}
    )
    again = await holder.person.do("POST", f"{holder.path}/resubmit", {"answer": "Deux."})
    assert again["status"] == "submitted"


async def comes_too_late_but_for_a_code(season: Season, coordinator: Browser, holder: Holder) -> None:
    code = await coordinator.do(
        "POST",
        f"/calls/{season.call}/access-codes",
        {"label": "Panne", "expires_at": (datetime.now(UTC) + timedelta(days=2)).isoformat()},
    )
    await change_call(season, coordinator, closes_at=datetime.now(UTC).isoformat())
    refused = await holder.begin(season.call)
    assert (refused.status_code, refused.json()["code"]) == (409, "call_closed")
    begun = await holder.begin(season.call, access_code=code["code"])
    assert (begun.status_code, begun.json()["access"]["state"]) == (201, "late")
    await holder.fill(season.edition)
    sent = await holder.person.do("POST", f"{holder.path}/submit")
    assert sent["status"] == "submitted"


async def is_reviewed_but_not_by_whom_it_binds(
    season: Season, coordinator: Browser, holders: list[Holder], *, bound: Holder
) -> None:
    """Two sit; one works for an organisation that applies, and knows nothing of its dossier."""
    first, second = await season.demo("reviewer"), await season.demo("second-reviewer")
    committee = f"/calls/{season.call}/committee"
    etag = (await coordinator.ask("GET", committee)).json()["version"]
    seats: list[dict[str, Any]] = [
        {"account_id": await account(first), "is_chair": True},
        {"account_id": await account(second), "organisation_ids": [bound.organisation_id]},
    ]
    await coordinator.do("PUT", committee, {"items": seats}, {"If-Match": f'"v{etag}"'})
    plan = await coordinator.do("POST", f"/calls/{season.call}/assignments/preview", {})
    pairs = {(one["application_id"], one["account_id"]) for one in plan["assignments"]}
    assert pairs == {
        (one.id, seat["account_id"])
        for one in holders
        for seat in seats
        if not (one is bound and seat is seats[1])
    }
    await coordinator.do("POST", f"/calls/{season.call}/assignments", {"assignments": plan["assignments"]})
    hidden = [
        await second.ask("GET", bound.path + rest) for rest in ("", "/reviews", "/attachments", "/history")
    ]
    assert [one.status_code for one in hidden] == [404] * 4
    listed = await second.get(f"/applications?call={season.call}")
    assert {one["id"] for one in listed["items"]} == {one.id for one in holders if one is not bound}

    criteria = (await coordinator.get(f"/calls/{season.call}/criteria"))["items"]
    for holder in holders:
        for reviewer in (first, second):
            if not (holder is bound and reviewer is second):
                await review(reviewer, holder, [one["id"] for one in criteria])
    scores = (await coordinator.get(f"{holders[0].path}/reviews"))["score"]
    assert (scores["reviews"], scores["mean"], scores["spread"]) == (2, 4.0, 0.0)


async def review(reviewer: Browser, holder: Holder, criteria: list[str]) -> None:
    path = f"{holder.path}/reviews/mine"
    written = {"scores": dict.fromkeys(criteria, 4), "comment": "Net.", "recommendation": "label"}
    await reviewer.do("PUT", path, written, {"If-Match": '"v0"'})
    await reviewer.do("POST", f"{path}/submit")


async def decides(season: Season, coordinator: Browser, early: Holder, asked: Holder, late: Holder) -> None:
    """Stage, preview, apply: once, whoever asks again."""
    present = [await account(await season.demo("reviewer"))]
    batch = await coordinator.do(
        "POST", "/decision-batches", {"call_id": season.call, "title": "Commission", "present": present}
    )
    path = f"/decision-batches/{batch['id']}"
    lines = [
        {"application_id": early.id, "decision": "labelled", "amount_cents": 120_000, "motivation": "Oui."},
        {"application_id": asked.id, "decision": "waitlisted", "rank": 1, "motivation": "Presque."},
        {"application_id": late.id, "decision": "not_labelled", "motivation": "Hors sujet."},
    ]
    staged = await coordinator.do("POST", f"{path}/items", {"items": lines})
    assert [(await one.now())["decision"] for one in (early, asked, late)] == [None, None, None]
    preview = await coordinator.do("POST", f"{path}/preview")
    assert (preview["may_be_applied"], preview["quorum"]) == (True, {"needed": 1, "present": 1})
    assert {one["mail"]["to"] for one in preview["items"]} == {early.email, asked.email, late.email}

    key = {"Idempotency-Key": f"apply-{batch['id']}"}
    applied = await coordinator.do("POST", f"{path}/apply", {"version": staged["version"]}, key)
    again = await coordinator.do("POST", f"{path}/apply", {"version": staged["version"]}, key)
    assert again == applied
    assert (applied["letters"], applied["mails"], applied["projects"]) == (3, 3, 1)
    decisions = [(await one.now())["decision"] for one in (early, asked, late)]
    assert decisions == ["labelled", "waitlisted", "not_labelled"]
    minutes = await coordinator.ask("GET", f"{path}/minutes.pdf")
    assert (minutes.status_code, minutes.content[:5]) == (200, b"%PDF-")


async def letters_and_mails_are_there(
    season: Season, coordinator: Browser, early: Holder, asked: Holder, late: Holder
) -> None:
    """The letter of each is a document; the mail of each says what was decided, and no other's."""
    words = {early: "labellisé", asked: "complémentaire", late: "retenu"}
    for holder, word in words.items():
        letter = await holder.person.ask("GET", f"{holder.path}/letter.pdf")
        assert (letter.headers["content-type"], letter.content[:5]) == ("application/pdf", b"%PDF-")
        again = await coordinator.ask("GET", f"{holder.path}/letter.pdf")
        assert again.content == letter.content
        mail = await decided_mail(season, holder)
        assert word in mail["text"]
        assert all(other.title not in mail["text"] for other in words if other is not holder)
    assert (await asked.person.ask("GET", f"{early.path}/letter.pdf")).status_code == 404


async def decided_mail(season: Season, holder: Holder) -> Mapping[str, str]:
    """Wait for the mail that tells the decision: the last of those that name the dossier."""
    motivations = ("Oui.", "Presque.", "Hors sujet.")
    found: list[Mapping[str, str]] = []

    async def came() -> bool:
        mails = await season.mailbox.to(holder.email)
        found[:] = [mail for mail in mails if any(one in mail["text"] for one in motivations)]
        return bool(found)

    await until(came, f"the decision's mail to {holder.email}")
    assert len(found) == 1
    return found[0]


async def enters_and_publishes(season: Season, coordinator: Browser, holder: Holder) -> str:
    """The label is a project: confirmed, entered, published by the coordination. Return the event's slug."""
    projects = (await holder.person.get(f"/projects?edition={season.edition.year}"))["items"]
    [project] = [one for one in projects if one["application_id"] == holder.id]
    path = f"/projects/{project['id']}"
    await holder.person.do("POST", f"{path}/confirm")
    venue = await coordinator.do("POST", "/venues", {"name": f"Cale {uuid.uuid4().hex}", "insee": "80021"})
    day = season.edition.starts_on + timedelta(days=2)
    made = await holder.person.do(
        "POST",
        "/events",
        {
            "organisation_id": holder.organisation_id,
            "project_id": project["id"],
            "title": f"Les {holder.title}",
            "description": "On retourne les pierres, et on les remet.",
            "activity_type": "visit",
            "theme": "environment",
            "audience": ["general_public"],
            "free": True,
            "publication": "ready",
            "sessions": [
                {
                    "starts_at": f"{day}T14:00:00+02:00",
                    "ends_at": f"{day}T16:00:00+02:00",
                    "venue_id": venue["id"],
                }
            ],
        },
    )
    event = made["event"]
    anybody = httpx.AsyncClient(base_url=season.stack.url, timeout=30)
    async with anybody:
        assert (await anybody.get(f"/api/v1/agenda/{event['slug']}")).status_code == 404
    preview = await coordinator.do("POST", f"{path}/publish/preview", {})
    assert (preview["publishable_count"], preview["items"][0]["missing"]) == (1, [])
    published = await coordinator.do("POST", f"/editions/{season.edition.year}/publish", {})
    assert published["published"] == [event["id"]]
    return str(event["slug"])


async def is_seen_by_anybody(season: Season, slug: str, title: str) -> None:
    """In the agenda, on its page, in its calendar."""
    day = season.edition.starts_on + timedelta(days=2)
    async with httpx.AsyncClient(base_url=season.stack.url, timeout=30) as anybody:

        async def is_listed() -> bool:
            listed = (await anybody.get(f"/api/v1/agenda?from={day}&to={day}")).json()
            return [(one["slug"], one["title"]) for one in listed["items"]] == [(slug, title)]

        await until(is_listed, "the agenda lists it")
        page = await anybody.get(f"/agenda/{slug}")
        assert f"<title>{title}" in page.text
        calendar = await anybody.get(f"/api/v1/agenda/{slug}.ics")
        assert calendar.headers["content-type"].startswith("text/calendar")
        lines = calendar.text.replace("\r\n ", "").splitlines()
        assert f"SUMMARY:{title}" in lines
        assert f"DTSTART:{day:%Y%m%d}T120000Z" in lines


async def everything_was_told(receiver: Receiver, holder: Holder, webhook: str) -> None:
    """What befell the dossier came to the program, signed, in order; what befell others did not."""
    dossier = [("application.submitted", holder.id), ("application.decided", holder.id)]

    async def came() -> bool:
        return {kind for kind, _ in receiver.told()} >= set(LISTENED_TO) - {"application.changes_requested"}

    await until(came, f"webhooks of {holder.word}", seconds=30)
    assert [one for one in receiver.told() if one[1] == holder.id] == dossier
    assert receiver.refused == 0
    assert len(receiver.told()) == 4
    deliveries = await holder.person.get(f"/webhooks/{webhook}/deliveries?state=delivered")
    assert {one["event"] for one in deliveries["items"]} == {kind for kind, _ in receiver.told()}
