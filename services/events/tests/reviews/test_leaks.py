"""No route tells what is not the caller's to know: every operation of the API is asked, by each who must not learn.

The operations are those of the OpenAPI document: a new one is asked as well, and one whose path holds a parameter that
the test does not know fails until somebody says here what leads to the dossier. What could leak is planted everywhere
(answers, people, files, messages, history, reviews, scores, staged decisions), and who may read it all does find it.
"""

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from uuid import UUID

import httpx
import pytest
from asgi_lifespan import LifespanManager
from ombelle_contracts import openapi_documents
from ombelle_events.main import create_app
from ombelle_events.settings import Settings
from pypdf import PdfReader
from review_rows import FORM, NOW, Rows, Someone

TITLE, SUMMARY = "Marmouset titre", "Marmouset résumé"
HOLDER, CONTACT, TEAM = "Structure Zibeline", "contact@zibeline.example", "Équipière Zibeline"
FILE, CONTENT = "zibeline-statuts.pdf", "Contenu du fichier zibeline"
MESSAGE, ANSWER, ENTRY = "Message zibeline", "Demande zibeline", "Raison zibeline"
OPINION, DRAFT, MOTIVE, AMOUNT = "Avis pangolin", "Brouillon pangolin", "Motif pangolin", "7654321"
MEAN = "61.25"  # of 61 and 61.5 out of 97: no other number in an answer looks like it
WORDS = {TITLE, SUMMARY}
WHO = {HOLDER, CONTACT, TEAM, FILE, CONTENT, MESSAGE, ANSWER, ENTRY}
JUDGED = {OPINION, MOTIVE, AMOUNT, MEAN}
PLANTED = WORDS | WHO | JUDGED
ASKS_NOTHING = re.compile(r"/(preview|validate)$")
"""POST requests that change nothing."""


@dataclass
class World:
    """The dossier of Zibeline, who judges it, and who must not know."""

    call: UUID
    dossier: UUID
    organisation: UUID
    ids: dict[str, str]
    clara: Someone
    bruno: Someone
    somebody: Any
    rows: Rows

    def values(self) -> dict[str, str]:
        """What stands in the place of each parameter of a path; what leads elsewhere is anything."""
        elsewhere = [
            "code",
            "delivery",
            "duplicate",
            "event",
            "invitation",
            "project",
            "proposal",
            "run",
            "session",
            "venue",
        ]
        nothing = {f"{name}_id": "01900000-0000-7000-8000-000000000000" for name in (*elsewhere, "venue")}
        words = {
            "event": "zibeline",
            "external_id": "1",
            "name": "national",
            "kind": "mail",
            "key": "labelled",
        }
        return nothing | words | self.ids


@pytest.fixture(scope="module")
async def storing_app(territory_url, keys_folder, tmp_path_factory):
    """The service with a storage of files."""
    files = tmp_path_factory.mktemp("files")
    (files / "planted").write_bytes(f"%PDF-1.7\n{CONTENT}".encode())
    app = create_app(
        Settings(
            database_url=territory_url,
            jwks_file=keys_folder / "jwks.json",
            OMBELLE_STORAGE_URL=files.as_uri(),
        )
    )
    async with LifespanManager(app, startup_timeout=60, shutdown_timeout=60):
        yield app


@pytest.fixture
def app(storing_app, connection):
    """That one, on an empty programme."""
    return storing_app


async def _world(rows: Rows, somebody: Any, *, anonymous: bool = False) -> World:
    clara, bruno = somebody("Clara", "coordinator", "administrator"), somebody("Bruno", "reviewer")
    call = await rows.call(
        form=FORM, scales=((1, 97), (3, 97)), is_anonymous=anonymous, contact_email="a@b.example"
    )
    organisation = await rows.organisation(HOLDER)
    answers = {"resume": SUMMARY, "courriel": CONTACT, "equipe": [{"nom": TEAM, "adresse": CONTACT}]}
    dossier = await rows.application(call, organisation, title=TITLE, status="under_review", answers=answers)
    ids = await _hang_on(rows, dossier)
    await rows.member(call, bruno)
    await rows.assign(dossier, bruno)
    await rows.review(dossier, bruno, 62, 61, comment=OPINION)
    batch = await clara.do("POST", "/decision-batches", {"call_id": str(call), "title": "Séance"}, status=201)
    staged = {
        "application_id": str(dossier),
        "decision": "labelled",
        "amount_cents": int(AMOUNT),
        "motivation": MOTIVE,
    }
    await clara.do("POST", f"/decision-batches/{batch['id']}/items", {"items": [staged]})
    ids |= {
        "application_id": str(dossier),
        "call_id": str(call),
        "batch_id": batch["id"],
        "account_id": str(bruno.account_id),
        "year": str(await rows.connection.fetchval("SELECT max(year) FROM edition")),
        "form_version_id": str(await rows.connection.fetchval("SELECT form_version_id FROM call")),
    }
    return World(call, dossier, organisation, ids, clara, bruno, somebody, rows)


async def _hang_on(rows: Rows, dossier: UUID) -> dict[str, str]:
    """Hang on a dossier what others write about it, and return the ids of that."""
    of = {"application_id": dossier}
    attachment = await rows.insert(
        "attachment", **of, field_id="statuts", name=FILE, media_type="application/pdf", size_bytes=40,
        sha256=bytes(32), storage_key="planted", scan="clean", uploaded_by="x",
    )  # fmt: skip
    await rows.insert("application_message", **of, side="holder", author="x", text=MESSAGE)
    request = await rows.insert(
        "change_request",
        **of,
        reason="incorrect",
        message=ANSWER,
        asked_by="x",
        answered_at=NOW,
        answered_by="y",
    )
    await rows.insert(
        "application_entry", **of, actor="x", side="coordination", audience="staff", action="changes_requested",
        status="submitted", reason=ENTRY,
    )  # fmt: skip
    party = await rows.connection.fetchval(
        "SELECT id FROM application_party WHERE application_id = $1", dossier
    )
    conflict = await rows.insert(
        "conflict_of_interest", **of, account_id=UUID(int=1), kind="pinned", evidence="[]", declared_by="x"
    )
    return {
        "attachment_id": str(attachment),
        "request_id": str(request),
        "party_id": str(party),
        "conflict_id": str(conflict),
    }


def _operations() -> Iterable[tuple[str, str, dict[str, Any]]]:
    for path, operations in openapi_documents()["events"]["paths"].items():
        for method, operation in operations.items():
            yield method.upper(), path, operation


def _queries(operation: dict[str, Any], world: World) -> list[str]:
    """Return nothing, and every way of asking for the dossier by the operation's own filters."""
    asks = {
        "q": ["Marmouset", "zibeline", CONTACT],
        "call": [str(world.call)],
        "call_id": [str(world.call)],
        "application_id": [str(world.dossier)],
        "organisation": [str(world.organisation)],
        "organisation_id": [str(world.organisation)],
        "assigned_to": [str(world.bruno.account_id)],
        "subject": [str(world.dossier)],
        "status": ["under_review"],
        "staged": ["true", "false"],
        "conflicted": ["true"],
        "score_from": ["0"],
        "sort": ["score"],
    }
    names = [one["name"] for one in operation.get("parameters", []) if one["in"] == "query"]
    return ["", *(f"?{name}={value}" for name in names for value in asks.get(name, []))]


def _bodies(path: str, world: World) -> Any:
    """Return what gets furthest with an operation; most refuse who asks before they look at it."""
    dossier = str(world.dossier)
    return {
        "/api/v1/conflicts-of-interest": {"application_id": dossier, "reason": "x"},
        "/api/v1/decision-batches/{batch_id}/items": {
            "items": [{"application_id": dossier, "decision": "not_labelled", "motivation": "x"}]
        },
        "/api/v1/applications/{application_id}/messages": {"text": "x"},
        "/api/v1/applications/{application_id}/renew": {"call_id": str(world.call)},
        "/api/v1/applications/{application_id}/withdraw": {"reason": "x"},
        "/api/v1/applications/{application_id}/reviews/mine/recuse": {"reason": "x"},
        "/api/v1/applications/{application_id}/transfer": {"organisation_id": str(world.organisation)},
        "/api/v1/calls/{call_id}/bulk/preview": {
            "what": {"action": "request_changes", "reason": "incomplete", "message": "x"},
            "application_ids": [dossier],
        },
        "/api/v1/calls/{call_id}/bulk": {
            "what": {"action": "message", "text": "x"},
            "items": [{"application_id": dossier, "version": 1}],
        },
        "/api/v1/applications": {"call_id": str(world.call), "organisation_id": str(world.organisation)},
    }.get(path, {})


def _said(answer: httpx.Response) -> str:
    """Return what an answer says, without the address that a problem gives back."""
    kind = answer.headers.get("content-type", "")
    if answer.content.startswith(b"PK"):  # a workbook, or an archive of dossiers
        with zipfile.ZipFile(BytesIO(answer.content)) as archive:
            return "\n".join(
                name
                + (_pdf_text(archive.read(name)) if name.endswith(".pdf") else archive.read(name).decode())
                for name in archive.namelist()
            )
    if kind == "application/pdf" and answer.content.startswith(b"%PDF") and CONTENT not in answer.text:
        return _pdf_text(answer.content)
    return re.sub(r'"instance":"[^"]*"', "", answer.text)


def _pdf_text(document: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(document)).pages)


async def _sweep(world: World, who: Someone, *, writes: bool) -> dict[str, str]:
    """Ask every operation, and return what each said; with `writes`, those too that change something."""
    said = {}
    for method, path, operation in _operations():
        if method != "GET" and not writes and not ASKS_NOTHING.search(path):
            continue
        address = path.format_map(world.values())  # KeyError: say in `World.values` what leads to the dossier
        for query in _queries(operation, world):
            body = None if method == "GET" else _bodies(path, world)
            headers = {} if method in {"GET", "POST"} else {"If_Match": "*"}
            answer = await who.ask(method, address.removeprefix("/api/v1") + query, body, **headers)
            assert answer.status_code < 500, (method, path, answer.text)
            said[f"{method} {path}{query} {answer.status_code}"] = _said(answer)
    return said


def _leaks(said: dict[str, str], forbidden: Iterable[str]) -> list[tuple[str, str]]:
    return [
        (asked, word) for asked, text in said.items() for word in forbidden if word.lower() in text.lower()
    ]


def _found(said: dict[str, str]) -> set[str]:
    return {word for word in PLANTED if any(word.lower() in text.lower() for text in said.values())}


async def test_who_may_read_everything_finds_everything_that_is_planted(rows, somebody):
    world = await _world(rows, somebody)
    found = _found(await _sweep(world, world.clara, writes=False))
    assert found == PLANTED


@pytest.mark.parametrize("anonymous", [False, True])
async def test_a_reviewer_in_conflict_learns_nothing_at_all(rows, somebody, anonymous):
    """They were asked, began a review, and then their organisation joined: not even that the dossier exists."""
    world = await _world(rows, somebody, anonymous=anonymous)
    rose = somebody("Rose", "reviewer")
    await rows.member(world.call, rose)
    await rows.assign(world.dossier, rose)
    await rows.review(world.dossier, rose, 10, submitted=False, comment=DRAFT)
    await rows.belongs(rose, world.organisation)
    said = await _sweep(world, rose, writes=True)
    named = {asked: text for asked, text in said.items() if str(world.dossier) not in asked}
    assert _leaks(said, PLANTED | {DRAFT}) == []
    assert _leaks(named, {str(world.dossier)}) == []
    answered = [
        asked
        for asked in said
        if "{application_id}" in asked and not asked.endswith((" 404", " 403", " 422"))
    ]
    assert answered == []
    left = await rows.connection.fetchrow(
        "SELECT comment, version FROM review WHERE account_id = $1", rose.account_id
    )
    assert tuple(left) == (DRAFT, 1)


@pytest.mark.parametrize("kind", ["pinned", "organisation"])
async def test_a_coordinator_in_conflict_keeps_the_dossier_and_nothing_of_what_is_thought(
    rows, somebody, kind
):
    world = await _world(rows, somebody)
    dana = somebody("Dana", "coordinator", "administrator")
    await rows.team(dana, "coordinator", "administrator")
    if kind == "organisation":
        await rows.belongs(dana, world.organisation)
    else:
        await rows.insert(
            "conflict_of_interest", application_id=world.dossier, account_id=dana.account_id, kind="pinned",
            evidence="[]", declared_by="x",
        )  # fmt: skip
    said = await _sweep(world, dana, writes=False)
    assert _leaks(said, JUDGED | {DRAFT}) == []
    assert _found(said) >= WORDS


async def test_a_reviewer_of_an_anonymous_call_does_not_learn_who_holds_the_dossier(rows, somebody):
    world = await _world(rows, somebody, anonymous=True)
    rose = somebody("Rose", "reviewer")
    await rows.member(world.call, rose)
    await rows.assign(world.dossier, rose)
    said = await _sweep(world, rose, writes=False)
    assert _leaks(said, (WHO - {CONTENT}) | JUDGED | {str(world.organisation)}) == []
    assert _found(said) >= WORDS


async def test_a_reviewer_does_not_learn_what_others_think_before_saying_it(rows, somebody):
    world = await _world(rows, somebody)
    rose = somebody("Rose", "reviewer")
    await rows.member(world.call, rose)
    await rows.assign(world.dossier, rose)
    before = await _sweep(world, rose, writes=False)
    assert _leaks(before, JUDGED | {MESSAGE, ANSWER}) == []
    assert WORDS | {HOLDER, CONTACT, FILE} <= _found(before)
    await rows.review(world.dossier, rose, 60, 62)
    after = await _sweep(world, rose, writes=False)
    assert _leaks(after, {MOTIVE, AMOUNT, MESSAGE, ANSWER}) == []
    assert OPINION in _found(after)


async def test_somebody_of_the_organisation_learns_nothing_of_what_is_thought(rows, somebody):
    world = await _world(rows, somebody)
    hugo = somebody("Hugo", organisations=[world.organisation])
    said = await _sweep(world, hugo, writes=False)
    assert _leaks(said, JUDGED | {DRAFT, ENTRY}) == []
    assert WORDS | {MESSAGE, ANSWER, FILE} <= _found(said)


async def test_a_stranger_learns_nothing_at_all(rows, somebody):
    world = await _world(rows, somebody)
    said = await _sweep(world, somebody("Eve", organisations=[UUID(int=9)]), writes=True)
    assert _leaks(said, PLANTED) == []


def test_only_this_service_has_routes_about_dossiers():
    """Other services hold none of it: whoever adds such a route elsewhere must have it asked as well."""

    words = re.compile(r"/(application|review|committee|conflicts-of-interest|decision|assignment)")
    others = {  # accounts and the directory, not dossiers
        "/api/v1/accounts/reviewers",
        "/api/v1/directory-corrections/{correction_id}/decision",
    }
    assert [
        path
        for service, document in openapi_documents().items()
        if service != "events"
        for path in document["paths"]
        if words.search(path) and path not in others
    ] == []
