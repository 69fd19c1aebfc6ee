"""Files of applications: who may send, see and remove them, what is kept, and what is never served."""

import asyncio
import hashlib
import json
from datetime import UTC, datetime, timedelta
from unittest.mock import ANY

import pytest
from ombelle_events.correspondence.attachments.service import AttachmentService

from .conftest import PDF, PNG

MEGABYTE = 1024 * 1024


def stored(folder):
    return sorted(one for one in folder.rglob("*") if one.is_file())


def service_of(app) -> AttachmentService:
    context = app.state.context
    return AttachmentService(context.sessions, context.storage, context.settings.clamd)


async def test_what_is_sent_is_kept_listed_and_given_back(desk, files_folder):
    await desk.open()
    sent = await desk.send(PDF, "Devis été.pdf", field_id="devis")
    kept = {
        "id": ANY,
        "application_id": str(desk.id),
        "field_id": "devis",
        "name": "Devis été.pdf",
        "media_type": "application/pdf",
        "size_bytes": len(PDF),
        "sha256": hashlib.sha256(PDF).hexdigest(),
        "scan": "skipped",
        "uploaded_at": ANY,
        "allowed_actions": ["read", "remove"],
    }
    assert (sent.status_code, sent.json(), sent.headers["cache-control"]) == (201, kept, "private, no-store")
    assert await desk.holder.get(f"{desk.path}/attachments") == {"items": [kept], "next": None}
    given = await desk.holder.ask("GET", sent.headers["location"].removeprefix("/api/v1"))
    assert (given.status_code, given.content) == (200, PDF)
    assert {name: given.headers[name] for name in (
        "content-type", "content-length", "content-disposition", "content-security-policy",
        "x-content-type-options", "cache-control",
    )} == {
        "content-type": "application/pdf",
        "content-length": str(len(PDF)),
        "content-disposition": "attachment; filename=\"Devis _t_.pdf\"; filename*=UTF-8''Devis%20%C3%A9t%C3%A9.pdf",
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
    }  # fmt: skip
    assert len(stored(files_folder)) == 1
    assert await desk.audited() == ["attachment_added"]
    whole = await desk.holder.get(desk.path)
    assert whole["version"] == 2


async def test_removed_it_is_gone_at_once_and_its_file_a_day_later(desk, app, files_folder):
    await desk.open()
    path = f"{desk.path}/attachments/{(await desk.send()).json()['id']}"
    await desk.holder.do("DELETE", path, status=204)
    for method in ("GET", "DELETE"):
        answer = await desk.holder.ask(method, path)
        assert (answer.status_code, answer.json()["code"]) == (404, "attachment_unknown")
    assert (await desk.holder.get(f"{desk.path}/attachments"))["items"] == []
    _make_old(files_folder)
    assert await service_of(app).sweep() == 0  # removed by mistake, it can be had back for a day
    await desk.connection.execute("UPDATE attachment SET removed_at = now() - interval '25 hours'")
    assert await service_of(app).sweep() == 1
    assert stored(files_folder) == []
    assert await desk.audited() == ["attachment_added", "attachment_removed"]


def _make_old(folder):
    import os

    yesterday = (datetime.now(UTC) - timedelta(hours=25)).timestamp()
    for one in stored(folder):
        os.utime(one, (yesterday, yesterday))


async def test_a_file_without_a_row_is_swept_up_when_nobody_can_be_writing_it(desk, app, files_folder):
    await desk.open()
    await desk.send()
    orphan = files_folder / "attachments" / str(desk.id) / "orphan"
    orphan.write_bytes(b"x")
    assert await service_of(app).sweep() == 0  # its row may be about to come
    _make_old(files_folder)
    assert await service_of(app).sweep() == 1
    assert not orphan.exists()
    assert len(stored(files_folder)) == 1


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"MZ" + bytes(200), "devis.pdf", "file_type_unknown"),
        (b"<html><script>alert(1)</script>", "devis.txt", "file_type_unknown"),
        (PNG, "devis.pdf", "file_type_lies"),
        (PDF, "devis.docx", "file_type_lies"),
        (PDF, "devis.exe", "file_type_lies"),
        (b"un texte", "devis.pdf", "file_type_lies"),
        (b"", "devis.pdf", "file_empty"),
    ],
)
async def test_a_file_that_lies_about_its_type_or_is_none_is_refused(desk, files_folder, content, name, code):
    await desk.open()
    refused = await desk.send(content, name)
    assert refused.status_code == 422
    body = refused.json()
    [error] = body["errors"]
    assert (body["code"], error["pointer"], error["code"]) == ("file_refused", "/body/file", code)
    assert error["detail"] == body["detail"]
    assert stored(files_folder) == []
    assert await desk.audited() == []


async def test_the_sentence_says_what_it_is_and_what_to_do(desk):
    await desk.open()
    assert (await desk.send(PNG, "devis.pdf")).json()["detail"] == (
        "Le nom de ce fichier annonce un autre type que son contenu (PNG) : enregistrez-le dans le bon format, puis "
        "renvoyez-le."
    )


async def test_a_question_takes_what_it_asks_for(desk, files_folder):
    await desk.open()
    other = await desk.send(PNG, "a.png", field_id="devis")
    assert (other.status_code, other.json()["detail"]) == (422, "« Devis » attend un fichier de type PDF.")
    large = await desk.send(PDF + b"x" * 1000, "a.pdf", field_id="affiche")
    assert (large.status_code, large.json()["code"]) == (413, "file_too_large")
    for wrong in ("titre", "unknown", "x" * 200):
        refused = await desk.send(field_id=wrong)
        assert refused.status_code == 422
        assert refused.json()["errors"][0]["pointer"] == "/body/field_id"
    assert stored(files_folder) == []


async def test_twenty_megabytes_are_taken_and_no_more(desk, files_folder):
    await desk.open()
    taken = await desk.send(PDF + bytes(20 * MEGABYTE - len(PDF)))
    assert (taken.status_code, taken.json()["size_bytes"]) == (201, 20 * MEGABYTE)
    refused = await desk.send(PDF + bytes(20 * MEGABYTE - len(PDF) + 1))
    assert (refused.status_code, refused.json()["code"]) == (413, "file_too_large")
    assert refused.json()["detail"] == "Ce fichier est trop lourd : 20 Mo au plus."
    assert len(stored(files_folder)) == 1


async def test_a_body_without_end_is_cut_off(desk, files_folder):
    await desk.open()

    async def endless():
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n'
        while True:
            yield bytes(256 * 1024)

    headers = desk.holder.headers | {"content-type": "multipart/form-data; boundary=x"}
    answer = await desk.holder.client.post(
        f"/api/v1{desk.path}/attachments", content=endless(), headers=headers
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "file_too_large")
    assert stored(files_folder) == []


@pytest.mark.parametrize(
    "options",
    [
        {"json": {"file": "x"}},
        {"content": b"--x\r\nrubbish", "type": "multipart/form-data; boundary=x"},
        {"content": b"x", "type": "multipart/form-data"},
        {"data": {"file": "a text"}, "files": {"other": ("a.pdf", PDF)}},
        {"files": [("file", ("a.pdf", PDF)), ("file", ("b.pdf", PDF))]},
        {"files": {"file": ("a.pdf", PDF)}, "data": {"more": "x"}},
    ],
)
async def test_what_is_no_such_form_is_refused(desk, files_folder, options):
    await desk.open()
    headers = dict(desk.holder.headers)
    if kind := options.pop("type", None):
        headers["content-type"] = kind
    answer = await desk.holder.client.post(f"/api/v1{desk.path}/attachments", headers=headers, **options)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
    assert stored(files_folder) == []


async def test_a_stranger_knows_of_no_file_even_by_its_id(desk, files_folder):
    await desk.open("submitted")
    row = await _added(desk)
    elsewhere = await desk.rows.application(
        desk.call, next(iter(_organisations(desk.stranger))), status="draft"
    )
    for by in (desk.stranger, desk.somebody("Zoé"), desk.somebody("Rémi", "reviewer")):
        for method, path in (
            ("GET", f"{desk.path}/attachments"),
            ("GET", f"{desk.path}/attachments/{row}"),
            ("DELETE", f"{desk.path}/attachments/{row}"),
        ):
            answer = await by.ask(method, path)
            assert (answer.status_code, answer.json()["code"]) == (404, "application_unknown"), (
                by.name,
                path,
            )
        assert (await desk.send(by=by)).status_code == 404
    # A file's id serves in its own dossier alone.
    for method in ("GET", "DELETE"):
        answer = await desk.stranger.ask(method, f"/applications/{elsewhere}/attachments/{row}")
        assert (answer.status_code, answer.json()["code"]) == (404, "attachment_unknown")
    assert (await desk.holder.ask("GET", f"{desk.path}/attachments/{row}")).content == PDF


def _organisations(someone):
    import base64
    from uuid import UUID

    payload = someone.headers["Ombelle-Identity"].split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(payload + "=="))
    return [UUID(one) for one in claims["organisations"]]


async def _added(desk, **values):
    """Attach a file while the dossier is a draft, whatever it is now."""
    status = await desk.connection.fetchval("SELECT status FROM application WHERE id = $1", desk.id)
    storage = desk.holder.client._transport.app.state.context.storage
    import io

    key = await storage.put(desk.id, io.BytesIO(PDF))
    assert status
    return await desk.rows.insert(
        "attachment",
        application_id=desk.id,
        name=values.pop("name", "Devis Vaisseau.pdf"),
        media_type="application/pdf",
        size_bytes=len(PDF),
        sha256=hashlib.sha256(PDF).digest(),
        storage_key=key,
        scan=values.pop("scan", "skipped"),
        uploaded_by="tests",
        **values,
    )


async def test_a_draft_s_files_are_its_holders_own(desk):
    await desk.open("draft")
    row = await _added(desk)
    for path in (f"{desk.path}/attachments", f"{desk.path}/attachments/{row}"):
        answer = await desk.coordinator.ask("GET", path)
        assert (answer.status_code, answer.json()["code"]) == (403, "action_forbidden")
    await desk.connection.execute(
        "UPDATE application SET status = 'submitted', submitted_at = now(), submitted_by = 'x'"
    )
    [seen] = (await desk.coordinator.get(f"{desk.path}/attachments"))["items"]
    assert seen["allowed_actions"] == ["read"]
    assert (await desk.coordinator.ask("GET", f"{desk.path}/attachments/{row}")).content == PDF
    assert (await desk.send(by=desk.coordinator)).status_code == 403
    assert (await desk.coordinator.ask("DELETE", f"{desk.path}/attachments/{row}")).status_code == 403


async def test_sent_nothing_more_is_attached_or_taken_away(desk):
    await desk.open("submitted")
    row = await _added(desk)
    refused = await desk.send()
    assert (refused.status_code, refused.json()["code"]) == (409, "action_impossible")
    gone = await desk.holder.ask("DELETE", f"{desk.path}/attachments/{row}")
    assert (gone.status_code, gone.json()["code"]) == (409, "action_impossible")


async def test_a_reviewer_of_an_anonymous_call_learns_no_name_from_files(desk):
    await desk.open("submitted", is_anonymous=True)
    shown = await _added(desk, field_id="devis")
    hidden = await _added(desk, field_id="statuts", name="Statuts du Vaisseau.pdf")
    await _added(desk)
    reviewer = await desk.reviewer()
    seen = await reviewer.get(f"{desk.path}/attachments")
    first = await reviewer.get(f"{desk.path}/attachments?limit=1")
    rest = await reviewer.get(f"{desk.path}/attachments?limit=1&after={first['next']}")
    assert (first["items"] + rest["items"], rest["next"]) == (seen["items"], None)
    assert [one["name"] for one in seen["items"]] == ["Devis.pdf", "Pièce jointe.pdf"]
    assert "Vaisseau" not in json.dumps(seen)
    given = await reviewer.ask("GET", f"{desk.path}/attachments/{shown}")
    assert (given.status_code, "Vaisseau" in given.headers["content-disposition"]) == (200, False)
    assert (await reviewer.ask("GET", f"{desk.path}/attachments/{hidden}")).status_code == 404
    await desk.rows.insert(
        "conflict_of_interest",
        application_id=desk.id,
        account_id=reviewer.account_id,
        kind="declared",
        evidence="[]",
        declared_by="tests",
    )
    for path in (f"{desk.path}/attachments", f"{desk.path}/attachments/{shown}"):
        assert (await reviewer.ask("GET", path)).status_code == 404


async def test_programs_are_held_by_their_scopes(desk):
    await desk.open()
    reads = desk.somebody("P", organisations=[desk.organisation], scopes=["applications:read"], token="1")
    writes = desk.somebody("Q", organisations=[desk.organisation], scopes=["applications:write"], token="2")
    assert (await desk.send(by=reads)).status_code == 403
    sent = await desk.send(by=writes)
    assert sent.status_code == 201
    assert (await reads.get(f"{desk.path}/attachments"))["items"][0]["allowed_actions"] == ["read"]
    assert (await writes.ask("GET", f"{desk.path}/attachments")).status_code == 403


async def test_sent_twice_with_its_key_it_is_kept_once(desk, files_folder):
    await desk.open()
    answers = await asyncio.gather(*(desk.send(idempotency_key="k") for _ in range(4)))
    assert {one.status_code for one in answers} == {201}
    assert len({one.text for one in answers}) == 1
    assert len(stored(files_folder)) == 1
    other = await desk.send(PDF + b"%", idempotency_key="k")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    assert len(stored(files_folder)) == 1


async def test_a_dossier_has_fifty_at_most_however_many_come_at_once(desk, files_folder):
    await desk.open()
    await desk.connection.execute(
        "INSERT INTO attachment (application_id, name, media_type, size_bytes, sha256, storage_key, scan, uploaded_by) "
        "SELECT $1, 'a.pdf', 'application/pdf', 1, sha256('a'), 'k' || n, 'skipped', 'x' FROM generate_series(1, 48) n",
        desk.id,
    )
    answers = await asyncio.gather(*(desk.send() for _ in range(5)))
    assert sorted(one.status_code for one in answers) == [201, 201, 409, 409, 409]
    assert len(stored(files_folder)) == 2


@pytest.mark.parametrize("path", ["attachments", "messages", "change-requests"])
async def test_the_number_of_statements_does_not_depend_on_how_many_there_are(desk, statements, path):
    await desk.open("submitted")
    fill = {
        "attachments": "INSERT INTO attachment (application_id, name, media_type, size_bytes, sha256, storage_key, scan, "
        "uploaded_by) SELECT $1, 'a.pdf', 'application/pdf', 1, sha256('a'), uuidv7()::text, 'skipped', 'x'",
        "messages": "INSERT INTO application_message (application_id, side, author, text) SELECT $1, 'holder', 'x', 'y'",
        "change-requests": "INSERT INTO change_request (application_id, reason, message, asked_by, answered_by, "
        "answered_at) SELECT $1, 'outdated', 'x', 'x', 'x', now()",
    }[path]
    counts, sizes = [], []
    await desk.holder.get(f"{desk.path}/{path}")
    for more in (1, 2, 297):
        await desk.connection.execute(f"{fill} FROM generate_series(1, $2::integer)", desk.id, more)
        statements.clear()
        sizes.append(len((await desk.holder.get(f"{desk.path}/{path}?limit=300"))["items"]))
        counts.append(len(statements))
    assert sizes == [1, 3, 300]
    assert counts == [counts[0]] * 3


async def test_pages_follow_one_another(desk):
    await desk.open()
    sent = [(await desk.send()).json()["id"] for _ in range(3)]
    first = await desk.holder.get(f"{desk.path}/attachments?limit=2")
    rest = await desk.holder.get(f"{desk.path}/attachments?limit=2&after={first['next']}")
    assert [one["id"] for one in first["items"] + rest["items"]] == sent
    assert rest["next"] is None


async def test_a_storage_that_lost_a_file_is_said(desk, files_folder):
    await desk.open()
    sent = (await desk.send()).json()
    for one in stored(files_folder):
        one.unlink()
    answer = await desk.holder.ask("GET", f"{desk.path}/attachments/{sent['id']}")
    assert (answer.status_code, answer.json()["code"]) == (503, "storage_unavailable")
