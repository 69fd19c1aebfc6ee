"""With a virus scanner: an infected file is never kept, one that nobody has looked at is never served."""

import pytest
from ombelle_chassis.scanning import scanner_address
from ombelle_events.correspondence.attachments.service import AttachmentService

from .conftest import PDF, serving
from .scanner import Scanner

VIRUS = PDF + b"EICAR"


@pytest.fixture
async def scanner():
    one = Scanner()
    async with one.serving():
        pass  # a port of its own
    return one


@pytest.fixture
async def app(territory_url, keys_folder, connection, files_folder, scanner):
    async with serving(territory_url, keys_folder, files_folder, scanner.address) as app:
        yield app


def service_of(app) -> AttachmentService:
    context = app.state.context
    return AttachmentService(context.sessions, context.storage, context.settings.clamd)


async def test_a_clean_file_is_kept_and_an_infected_one_is_not(desk, scanner, files_folder):
    await desk.open()
    async with scanner.serving():
        sent = await desk.send(PDF)
        assert (sent.status_code, sent.json()["scan"]) == (201, "clean")
        refused = await desk.send(VIRUS)
    assert (refused.status_code, refused.json()["code"]) == (422, "file_infected")
    assert (
        refused.json()["detail"] == "Un virus a été trouvé dans « devis.pdf » : ce fichier n'a pas été gardé."
    )
    assert scanner.seen == [PDF, VIRUS]
    assert len([one for one in files_folder.rglob("*") if one.is_file()]) == 1
    assert await desk.audited() == ["attachment_added", "attachment_infected"]


@pytest.mark.parametrize("content", [PDF, VIRUS])
async def test_while_the_scanner_is_away_files_wait_and_are_not_served(desk, app, scanner, content):
    await desk.open()
    sent = (await desk.send(content)).json()
    assert (sent["scan"], sent["allowed_actions"]) == ("waiting", ["remove"])
    path = f"{desk.path}/attachments/{sent['id']}"
    waits = await desk.holder.ask("GET", path)
    assert (waits.status_code, waits.json()["code"]) == (409, "attachment_not_safe")
    assert await service_of(app).scan_waiting() == 0
    async with scanner.serving():
        assert await service_of(app).scan_waiting() == 1
        assert await service_of(app).scan_waiting() == 0
    looked_at = await desk.holder.ask("GET", path)
    [listed] = (await desk.holder.get(f"{desk.path}/attachments"))["items"]
    if content == PDF:
        assert (looked_at.status_code, looked_at.content, listed["scan"]) == (200, PDF, "clean")
    else:
        assert (looked_at.status_code, looked_at.json()["code"]) == (409, "attachment_not_safe")
        assert (listed["scan"], listed["allowed_actions"]) == ("infected", ["remove"])
        assert (await desk.audited())[-1] == "attachment_infected"


async def test_what_is_no_verdict_is_none(desk, scanner):
    await desk.open()
    scanner.answer = b"INSTREAM size limit exceeded. ERROR\0"
    async with scanner.serving():
        assert (await desk.send()).json()["scan"] == "waiting"


def test_a_scanner_s_address_is_tcp_or_a_socket():
    for right in ("tcp://clamd:3310", "unix:/run/clamd.sock"):
        assert scanner_address(f" {right} ") == right
    for wrong in ("clamd:3310", "tcp://clamd", "http://clamd:3310", "unix:"):
        with pytest.raises(ValueError, match="neither"):
            scanner_address(wrong)
