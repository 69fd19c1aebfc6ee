"""What a file is by its content, and what it may be called."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ombelle_chassis.file_types import NAME_LENGTH, TYPES, clean_name, lies, media_type_of

PDF, PNG = b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)
OFFICE = "application/vnd.openxmlformats-officedocument."
WORD = f'<Types><Override ContentType="{OFFICE}wordprocessingml.document.main+xml"/></Types>'.encode()
SHEET = f'<Types><Override ContentType="{OFFICE}spreadsheetml.sheet.main+xml"/></Types>'.encode()


def read(content, name="x"):
    return media_type_of(io.BytesIO(content), name)


@pytest.mark.parametrize(
    ("content", "name", "is_a"),
    [
        (PDF, "a.pdf", "application/pdf"),
        (PNG, "a.png", "image/png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(64), "a.jpg", "image/jpeg"),
        (b"GIF89a" + bytes(64), "a.gif", "image/gif"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(64), "a.webp", "image/webp"),
        ("Été à la plage\r\n".encode(), "a.txt", "text/plain"),
        ("Été à la plage\r\n".encode("cp1252"), "a.txt", "text/plain"),
        ("\ufeffnom;âge\n".encode(), "a.csv", "text/csv"),
    ],
)
def test_it_is_known_by_its_content(content, name, is_a):
    assert read(content, name) == is_a
    assert not lies(name, is_a)


def test_documents_are_known_by_what_is_inside(archive):
    content_types = "[Content_Types]__xml"
    assert read(archive(**{content_types: WORD})) == f"{OFFICE}wordprocessingml.document"
    assert read(archive(**{content_types: SHEET})) == f"{OFFICE}spreadsheetml.sheet"
    odt = b"application/vnd.oasis.opendocument.text"
    assert read(archive(mimetype=odt)) == odt.decode()
    macro = WORD.replace(b"document.main", b"document.macroEnabled.main")
    for refused in (
        archive(**{content_types: macro}),
        archive(**{content_types: WORD, "word___vbaProject__bin": b"x"}),
        archive(**{content_types: b"<Types/>"}),
        archive(**{content_types: b"\xff\xfe"}),
        archive(**{content_types: b"x" * 300_000 + WORD}),
        archive(mimetype=b"application/zip"),
        archive(mimetype=b"application/vnd.oasis.opendocument.text-master"),
        archive(hello=b"x"),
        archive(**{content_types: WORD})[:60],
        b"PK\x03\x04" + bytes(100),
    ):
        assert read(refused, "a.docx") is None


@pytest.mark.parametrize(
    "content",
    [
        b"MZ" + bytes(200),
        b"\x7fELF" + bytes(200),
        b"#!/bin/sh\nrm -rf /\n\x00",
        b"<html><script>alert(1)</script></html>",
        b"  <svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
        b"<?xml version='1.0'?><svg/>",
        b"\x1f\x8b\x08" + bytes(50),
        b"Rar!\x1a\x07\x00" + bytes(50),
        b"un texte\x00avec un zero",
        bytes(50),
        b"MZ\x00" + PDF,
    ],
)
def test_what_a_browser_or_a_machine_would_run_is_not_taken(content):
    assert read(content, "a.pdf") is None
    assert read(content, "a.txt") is None


@pytest.mark.parametrize(
    ("name", "media_type", "lying"),
    [
        ("a.pdf", "image/png", True),
        ("a.exe", "text/plain", True),
        ("a.html", "text/plain", True),
        ("a.txt", "application/pdf", True),
        ("a.PDF", "application/pdf", False),
        ("a.jpeg", "image/jpeg", False),
        ("a", "application/pdf", False),
        ("notes.csv", "text/plain", False),
    ],
)
def test_a_name_that_ends_as_another_type_lies(name, media_type, lying):
    assert lies(name, media_type) is lying


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Devis été.pdf", "Devis été.pdf"),
        ("C:\\Users\\ada\\Devis.pdf", "Devis.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("a\u202egnp.pdf", "agnp.pdf"),
        ('"<a>:|?*.pdf', "__a_____.pdf"),
        ("  .pdf ", "pdf.pdf"),
        ("..", "fichier.pdf"),
        ("ligne\r\nSet-Cookie: x.pdf", "ligneSet-Cookie_ x.pdf"),
        (None, "fichier.pdf"),
        ("x" * 500 + ".pdf", "x" * (NAME_LENGTH - 4) + ".pdf"),
    ],
)
def test_names_are_cleaned(name, kept):
    assert clean_name(name, "application/pdf") == kept


@given(st.text(max_size=300), st.sampled_from(sorted(TYPES)))
def test_whatever_it_was_called_its_name_is_one_short_line_with_a_right_end(name, media_type):
    kept = clean_name(name, media_type)
    assert 0 < len(kept) <= NAME_LENGTH
    assert kept.isprintable()
    assert not set(kept) & set('/\\<>:"|?*')
    assert not lies(kept, media_type)
    assert clean_name(kept, media_type) == kept


@given(st.binary(max_size=3000))
def test_no_content_is_too_strange_to_be_read(content):
    assert read(content) in {None, *TYPES}
