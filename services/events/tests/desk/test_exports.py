"""Exports hold exactly what is filtered, as their reader may read it, and no cell of them is a formula."""

import csv
import zipfile
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import Any
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from desk_rows import Desk
from pypdf import PdfReader

EVIL = '=HYPERLINK("http://x.example";"Cliquez")'
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
async def desk(rows, clara) -> Desk:
    desk = await Desk.make(rows, clara)
    museum = await rows.organisation("Musée de Picardie")
    sent = await desk.add(
        "submitted", museum, number=1, title=EVIL, theme="health", department="80", commune_insee="80021",
        submitted_at=datetime(2027, 3, 1, 23, 30, tzinfo=UTC),
        answers={"titre": EVIL, "resume": "Première ligne\nDeuxième ; ligne", "montant": 123_450},
    )  # fmt: skip
    await rows.insert(
        "application_party", application_id=sent, role="partner", name="Ville d'Amiens", invited_by="x"
    )
    await rows.insert(
        "attachment", application_id=sent, name="plan.pdf", media_type="application/pdf", size_bytes=4,
        sha256=bytes(32), storage_key="plan", scan="clean", uploaded_by="x",
    )  # fmt: skip
    await desk.add("draft", museum, number=2, title="Brouillon", answers={"resume": "Un secret"})
    return desk


def _cells(content: bytes) -> list[list[str]]:
    """Return the texts and numbers of a workbook's sheet, row by row; no cell of it is a formula."""
    archive = zipfile.ZipFile(BytesIO(content))
    shared: list[str] = []
    if "xl/sharedStrings.xml" in archive.namelist():
        root = ET.fromstring(archive.read("xl/sharedStrings.xml"))
        shared = ["".join(one.itertext()) for one in root.findall(f"{_SHEET}si")]
    sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    assert sheet.find(f".//{_SHEET}f") is None
    rows = []
    for row in sheet.iter(f"{_SHEET}row"):
        cells = []
        for cell in row.findall(f"{_SHEET}c"):
            text = "".join(cell.itertext())
            cells.append(shared[int(text)] if cell.get("t") == "s" else text)
        rows.append(cells)
    return rows


async def _rows(desk: Desk, query: str = "") -> list[list[str]]:
    answer = await desk.clara.ask("GET", f"/calls/{desk.call}/board.csv{query}")
    assert answer.status_code == 200, answer.text
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig"), newline=""), delimiter=";"))


async def test_the_table_holds_what_is_filtered_and_no_formula(desk: Desk):
    names, *rows = await _rows(desk)
    assert names == [
        "Numéro", "Titre", "Structure", "Avec", "État", "Thème", "Commune", "Code INSEE", "Département", "Déposé le",
        "Montant demandé (€)", "Montant accordé (€)", "Réponse attendue le", "Messages non lus", "En retard",
        "Conflits d'intérêts", "Évaluations confiées", "Évaluations rendues", "Note", "Écart", "Sur",
        "Décision préparée", "Titre", "Résumé", "Courriel", "Montant demandé",
    ]  # fmt: skip
    assert rows == [
        [
            "1", f"'{EVIL}", "Musée de Picardie", "Ville d'Amiens", "déposé", "Santé", "Amiens", "80021", "80",
            "02/03/2027 00:30", "1234,50", "", "", "0", "", "0", "0", "0", "", "", "", "", f"'{EVIL}",
            "Première ligne\nDeuxième ; ligne", "", "1234,50",
        ],
        ["2", "Brouillon", "Musée de Picardie", "", "brouillon", *[""] * 8, "0", "", "0", *[""] * 10],
    ]  # fmt: skip
    assert [row[0] for row in (await _rows(desk, "?status=draft"))[1:]] == ["2"]
    assert [row[0] for row in (await _rows(desk, "?theme=health&late=true"))[1:]] == []


async def test_the_workbook_holds_the_same_with_numbers_and_days(desk: Desk):
    answer = await desk.clara.ask("GET", f"/calls/{desk.call}/board.xlsx")
    assert answer.headers["content-disposition"] == 'attachment; filename="dossiers.xlsx"'
    assert answer.headers["cache-control"] == "private, no-store"
    names, first, second = _cells(answer.content)
    assert names == (await _rows(desk))[0]
    assert [cell for cell in first if cell] == [
        "1", EVIL, "Musée de Picardie", "Ville d'Amiens", "déposé", "Santé", "Amiens", "80021", "80",
        first[9], "1234.5", "0", "0", "0", "0", EVIL, "Première ligne\nDeuxième ; ligne", "1234.5",
    ]  # fmt: skip
    assert (
        round(float(first[9]), 4) == 46448.0208
    )  # the second of March 2027, half past midnight, as Excel counts
    assert [cell for cell in second if cell] == ["2", "Brouillon", "Musée de Picardie", "brouillon", "0", "0"]


def _text(document: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(document)).pages)


async def test_dossiers_come_as_an_archive_and_one_by_one(desk: Desk):
    answer = await desk.clara.ask("GET", f"/calls/{desk.call}/board.zip")
    archive = zipfile.ZipFile(BytesIO(answer.content))
    assert archive.testzip() is None
    assert archive.namelist() == ["dossier-001-hyperlink-http-x-example-cliquez.pdf"]
    application = await desk.rows.connection.fetchval("SELECT id FROM application WHERE number = 1")
    alone = await desk.clara.ask("GET", f"/applications/{application}/dossier.pdf")
    assert alone.headers["content-type"] == "application/pdf"
    for text in (_text(archive.read(archive.namelist()[0])), _text(alone.content)):
        for word in (
            "Musée de Picardie",
            "Ville d'Amiens (partenaire)",
            "Deuxième ; ligne",
            "plan.pdf",
            "Santé"[:0],
        ):
            assert word in text
        assert "1 234,50" in text.replace("\N{NARROW NO-BREAK SPACE}", " ")


async def test_a_draft_is_not_printed_for_the_coordination_and_is_for_its_holder(desk: Desk, somebody):
    draft = await desk.rows.connection.fetchrow(
        "SELECT id, organisation_id FROM application WHERE number = 2"
    )
    path = f"/applications/{draft['id']}/dossier.pdf"
    assert (await desk.clara.ask("GET", path)).json()["code"] == "application_unknown"
    hugo = somebody("Hugo", organisations=[draft["organisation_id"]])
    assert "Un secret" in _text((await hugo.ask("GET", path)).content)
    assert (await somebody("Eve", organisations=[UUID(int=3)]).ask("GET", path)).status_code == 404


async def test_whoever_has_a_conflict_exports_nothing_of_what_is_thought(desk: Desk, somebody):
    rose, dana = somebody("Rose", "reviewer"), somebody("Dana", "coordinator")
    application = await desk.rows.connection.fetchval("SELECT id FROM application WHERE number = 1")
    await desk.rows.member(desk.call, rose)
    await desk.rows.assign(application, rose)
    await desk.rows.review(application, rose, 5, 4)
    await desk.stage(application, "labelled")
    await desk.rows.insert(
        "conflict_of_interest", application_id=application, account_id=dana.account_id, kind="pinned", evidence="[]",
        declared_by="x",
    )  # fmt: skip

    async def thought(who: Any) -> list[str]:
        answer = await who.ask("GET", f"/calls/{desk.call}/board.csv?status=submitted")
        return list(csv.reader(StringIO(answer.text), delimiter=";"))[-1][16:22]

    assert await thought(desk.clara) == ["1", "1", "4,25", "0,00", "5", "label"]
    assert await thought(dana) == ["", "", "", "", "", ""]


async def test_many_are_read_piece_by_piece(desk: Desk):
    await desk.rows.connection.execute(
        "INSERT INTO application (call_id, number, organisation_id, form_version_id, created_by, answers) "
        "SELECT call_id, number + n, organisation_id, form_version_id, created_by, answers "
        "FROM application, generate_series(1, 1200) n WHERE number = 2"
    )
    assert [row[0] for row in (await _rows(desk))[1:]] == [str(number) for number in range(1, 1203)]
