"""Photographs and documents of items: what they are by their content, who sees them, what is refused."""

import asyncio
import hashlib
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from ombelle_chassis.files.service import FileService
from ombelle_chassis.storage import StorageUnavailable
from PIL import Image

_WORDS = {"alt": "Une ruche ouverte", "credit": "Photo A. Martin"}
_PDF = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n"


def _picture(kind="JPEG", size=(2400, 1200), **more):
    content = BytesIO()
    Image.new("RGB", size, (200, 120, 40)).save(content, kind, **more)
    return content.getvalue()


def _with_place():
    """A photograph that a telephone took lying on its side, and that says where."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "SecretPhone"
    exif.get_ifd(0x8825)[1] = "N"
    return _picture(exif=exif)


async def _item(someone, **more):
    return await someone.post(
        "/items", {"title": "Abeilles", "category": "kit", "formats": [{"format": "case"}]} | more, 201
    )


async def _sends(someone, item, kind, content, name, fields, **headers):
    return await someone.call(
        "POST", f"/items/{item['id']}/{kind}", files={"file": (name, content)}, data=fields, headers=headers
    )


async def test_a_photograph_is_shown_upright_small_and_without_what_the_camera_wrote(people):
    lender = people.lender()
    item = await _item(lender)
    answer = await _sends(lender, item, "photos", _with_place(), "IMG_1.jpg", _WORDS)
    assert answer.status_code == 201, answer.text
    shown = answer.json()
    photo = shown["photos"][0]
    assert shown == item | {"photos": [photo], "version": 2, "updated_at": shown["updated_at"]}
    url = f"/api/v1/items/{item['id']}/photos/{photo['id']}"
    assert photo == {
        "id": photo["id"],
        "url": url,
        "media_type": "image/webp",
        "width": 800,
        "height": 1600,
        **_WORDS,
    }
    await people.anonymous().get(f"/catalogue/{item['id']}/photos/{photo['id']}", 404)
    await lender.post(f"/items/{item['id']}/publish")
    listed = (await people.anonymous().get("/catalogue"))["items"][0]["photo"]
    public = f"/catalogue/{item['id']}/photos/{photo['id']}"
    assert listed == {"url": f"/api/v1{public}", "width": 800, "height": 1600, **_WORDS}
    sheet = await people.anonymous().get("/catalogue/abeilles")
    assert sheet["photos"] == [listed]
    served = await people.anonymous().call("GET", public)
    assert (served.status_code, served.headers["content-type"]) == (200, "image/webp")
    assert served.headers["x-content-type-options"] == "nosniff"
    assert b"SecretPhone" not in served.content
    with Image.open(BytesIO(served.content)) as opened:
        assert (opened.size, len(opened.getexif())) == ((800, 1600), 0)
    again = await people.anonymous().call("GET", public, headers={"If-None-Match": served.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("name", "content", "status", "code"),
    [
        ("a.jpg", b"", 422, "file_refused"),
        ("a.jpg", b"<svg onload=alert(1)>", 422, "file_refused"),
        ("a.pdf", _PDF, 422, "file_refused"),
        ("a.png", _picture(), 422, "file_refused"),
        ("a.jpg", _picture()[:300], 422, "file_refused"),
        ("a.png", _picture("PNG", (10_000, 9_000), compress_level=9), 422, "file_refused"),
        ("a.jpg", bytes(50 * 1024 * 1024), 413, "file_too_large"),
    ],
    ids=["empty", "script", "document", "lies", "broken", "too many pixels", "50 MB"],
)
async def test_what_is_no_photograph_is_refused_and_nothing_kept(
    people, storage_folder, name, content, status, code
):
    lender = people.lender()
    item = await _item(lender)
    answer = await _sends(lender, item, "photos", content, name, _WORDS)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["errors"][0]["pointer"] == "/body/file"
    assert await lender.get(f"/items/{item['id']}") == item
    assert not (storage_folder / "loans" / item["id"]).exists()


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"alt": "x"}, "/body/credit"),
        ({**_WORDS, "alt": " "}, "/body/alt"),
        ({**_WORDS, "by": "x"}, "/body/by"),
    ],
)
async def test_a_photograph_says_what_it_shows_and_whose_it_is(people, fields, pointer):
    lender = people.lender()
    answer = await _sends(lender, await _item(lender), "photos", _picture(), "a.jpg", fields)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)


async def test_documents_are_everybodys_or_the_lenders(people):
    lender = people.lender()
    item = await _item(lender)
    for title, is_public in (("Dossier", "true"), ("Notice", "false")):
        fields = {"title": title, "kind": "teaching", "is_public": is_public}
        assert (await _sends(lender, item, "documents", _PDF, "d.pdf", fields)).status_code == 201
    await lender.post(f"/items/{item['id']}/publish")
    shown, hidden = (await lender.get(f"/items/{item['id']}"))["documents"]
    assert hidden == {
        "id": hidden["id"], "url": f"/api/v1/items/{item['id']}/documents/{hidden['id']}", "kind": "teaching",
        "title": "Notice", "name": "d.pdf", "media_type": "application/pdf", "size_bytes": len(_PDF),
        "is_public": False,
    }  # fmt: skip
    public = f"/catalogue/{item['id']}/documents/"
    assert (await people.anonymous().get("/catalogue/abeilles"))["documents"] == [
        {"url": f"/api/v1{public}{shown['id']}", "kind": "teaching", "title": "Dossier", "name": "d.pdf",
         "media_type": "application/pdf", "size_bytes": len(_PDF)}
    ]  # fmt: skip
    assert (await people.anonymous().call("GET", public + shown["id"])).content == _PDF
    await people.anonymous().get(public + hidden["id"], 404)
    assert (await lender.call("GET", f"/items/{item['id']}/documents/{hidden['id']}")).content == _PDF


async def test_what_is_said_changes_and_files_go(people, storage_folder):
    lender = people.lender()
    item = await _item(lender)
    await _sends(lender, item, "photos", _picture(), "a.jpg", _WORDS)
    await _sends(lender, item, "documents", _PDF, "d.pdf", {"title": "Dossier"})
    kept = await lender.get(f"/items/{item['id']}")
    photo, document = kept["photos"][0], kept["documents"][0]
    path = f"/items/{item['id']}/photos/{photo['id']}"
    changed = await lender.patch(path, {"credit": "DR"}, if_match='"v3"')
    assert changed["photos"] == [photo | {"credit": "DR"}]
    await lender.patch(path, {"credit": "Moi"}, 412, if_match='"v3"')
    await lender.patch(f"/items/{item['id']}/documents/{document['id']}", {"is_public": False})
    await lender.delete(path)
    await lender.delete(f"/items/{item['id']}/documents/{document['id']}")
    left = await lender.get(f"/items/{item['id']}")
    assert (left["photos"], left["documents"]) == ([], [])
    assert not (storage_folder / "loans" / item["id"]).exists()
    assert await people.connection.fetchval("SELECT count(*) FROM stored_file") == 0


async def test_the_same_file_sent_again_is_kept_once(people, storage_folder):
    lender = people.lender()
    item, key = await _item(lender), {"Idempotency-Key": "once"}
    answers = [await _sends(lender, item, "photos", _picture(), "a.jpg", _WORDS, **key) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert len(list((storage_folder / "loans" / item["id"]).iterdir())) == 1
    other = await _sends(lender, item, "photos", _picture(size=(9, 9)), "a.jpg", _WORDS, **key)
    assert other.json()["code"] == "idempotency_key_reused"


async def test_anothers_files_are_nobodys_to_know_of(people):
    mine = await people.organisation("Écomusée")
    lender, editor = people.lender(), people.editor(mine)
    item = await _item(lender)
    await _sends(lender, item, "photos", _picture(), "secret.jpg", _WORDS)
    photo = (await lender.get(f"/items/{item['id']}"))["photos"][0]["id"]
    path = f"/items/{item['id']}/photos/{photo}"
    for method, body in (("GET", None), ("PATCH", {"alt": "x"}), ("DELETE", None)):
        answer = await editor.call(method, path, json=body, headers={"If-Match": "*"})
        assert (answer.status_code, answer.json()["code"]) == (404, "item_unknown")
    assert (await _sends(editor, item, "photos", _picture(), "a.jpg", _WORDS)).status_code == 404
    own = await _item(editor, owner=str(mine))
    assert (await editor.get(f"/items/{own['id']}/photos/{photo}", 404))["code"] == "file_unknown"
    await lender.post(f"/items/{item['id']}/publish")
    await people.anonymous().get(f"/catalogue/{own['id']}/photos/{photo}", 404)
    await people.anonymous().get(f"/catalogue/{uuid4()}/photos/{photo}", 404)


class _Scanner:
    """A clamd that says of everything what it is told to."""

    def __init__(self, verdict):
        self.verdict = verdict

    async def __aenter__(self):
        self._server = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        return f"tcp://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def __aexit__(self, *_):
        self._server.close()

    async def _answer(self, reader, writer):
        await reader.readuntil(b"\0")
        while length := int.from_bytes(await reader.readexactly(4), "big"):
            await reader.readexactly(length)
        writer.write(b"stream: " + self.verdict + b"\0")
        await writer.drain()
        writer.close()


async def test_what_waits_for_the_scanner_is_not_served_until_it_has_spoken(people, app):
    lender, context = people.lender(), app.state.context
    item = await _item(lender)
    await _sends(lender, item, "documents", _PDF, "d.pdf", {"title": "Dossier"})
    await lender.post(f"/items/{item['id']}/publish")
    document = (await lender.get(f"/items/{item['id']}"))["documents"][0]["id"]
    public, own = f"/catalogue/{item['id']}/documents/{document}", f"/items/{item['id']}/documents/{document}"
    for verdict, before, after in ((b"OK", 404, 200), (b"Eicar FOUND", 404, 404)):
        await people.connection.execute("UPDATE stored_file SET scan = 'waiting'")
        await people.anonymous().get(public, before)
        assert (await lender.get(own, 409))["code"] == "file_not_safe"
        async with _Scanner(verdict) as address:
            assert await FileService(context.sessions, context.storage, address).scan_waiting() == 1
        assert (await people.anonymous().call("GET", public)).status_code == after
    await lender.get(own, 409)
    assert (await people.anonymous().get("/catalogue/abeilles"))["documents"] == []


async def test_files_that_nothing_tells_of_are_swept_up(people, app, monkeypatch):
    lender, context = people.lender(), app.state.context
    item = await _item(lender)
    await _sends(lender, item, "documents", _PDF, "d.pdf", {"title": "Dossier"})
    orphan = await context.storage.put(uuid4(), BytesIO(b"orphan"))
    files = FileService(context.sessions, context.storage, None)
    await files.sweep()
    assert b"".join([piece async for piece in await context.storage.read(orphan)]) == b"orphan"
    monkeypatch.setattr("ombelle_chassis.files.service._ORPHAN", -timedelta(days=1))
    await files.sweep()
    with pytest.raises(StorageUnavailable):
        await context.storage.read(orphan)
    document = (await lender.get(f"/items/{item['id']}"))["documents"][0]["id"]
    kept = (await lender.call("GET", f"/items/{item['id']}/documents/{document}")).content
    assert hashlib.sha256(kept).digest() == hashlib.sha256(_PDF).digest()
