"""PDFs: their real contents, what people typed as they typed it, the same bytes for the same values."""

import io
from datetime import UTC, datetime

import pytest
from ombelle_events.documents.pdf import make_pdf
from pypdf import PdfReader
from typst import TypstError

_AT = datetime(2027, 1, 4, 9, tzinfo=UTC)
_HOSTILE = '#panic() *gras* _a_ $x$ `c` = t\n- l <lab> @ref \\ // commentaire #import "/etc/passwd"'
_LETTER = {
    "sender": "Ombelliscience",
    "sender_lines": ["coordination@exemple.fr"],
    "reference": "Lettre n° 2027-12",
    "day": "lundi 4 janvier 2027",
    "recipient": "La Marmite",
    "subject": "Votre projet est labellisé",
    "text": f"Bonjour,\n\n{_HOSTILE}\n\n\n\nÀ bientôt à l’été : 1\u202f250\u00a0€.",
    "signature": "La coordination",
}


def _pages(pdf):
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


async def test_a_letter_shows_every_word_as_it_was_typed():
    (page,) = _pages(await make_pdf("letter", _LETTER, made_at=_AT))
    assert page.replace("\u202f", " ").replace("\u00a0", " ").split("\n") == [
        "Ombelliscience",
        "coordination@exemple.fr",
        "Lettre n° 2027-12 La Marmite",
        "lundi 4 janvier 2027",
        "Votre projet est labellisé",
        "Bonjour,",
        *_HOSTILE.split("\n"),
        "À bientôt à l’été : 1 250 €.",
        "La coordination",
        "Lettre n° 2027-12 1 / 1",
    ]


async def test_a_document_says_what_it_is_to_those_who_hear_it():
    pdf = PdfReader(io.BytesIO(await make_pdf("letter", _LETTER, made_at=_AT)))
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == "fr"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert "pdfuaid:part>1<" in root["/Metadata"].get_data().decode()
    assert pdf.metadata.title == _LETTER["subject"]
    assert pdf.metadata.author == "Ombelliscience"
    assert pdf.metadata.creation_date == _AT


async def test_the_same_values_give_the_same_bytes_and_others_do_not():
    first, again = [await make_pdf("letter", _LETTER, made_at=_AT) for _ in range(2)]
    other = await make_pdf("letter", {**_LETTER, "recipient": "La Cocotte"}, made_at=_AT)
    assert first == again
    assert first != other


async def test_a_character_that_no_font_has_loses_the_standard_and_nothing_else():
    values = {**_LETTER, "text": "Décollage 🚀 réussi\u202e\x07 !"}
    pdf = await make_pdf("letter", values, made_at=_AT)
    assert "Décollage" in _pages(pdf)[0]
    assert "réussi !" in _pages(pdf)[0]
    root = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    assert "pdfuaid" not in root["/Metadata"].get_data().decode()
    assert root["/MarkInfo"]["/Marked"].value is True


async def test_a_value_that_is_missing_is_an_error_and_no_empty_letter():
    with pytest.raises(TypstError, match="recipient"):
        await make_pdf("letter", {k: v for k, v in _LETTER.items() if k != "recipient"}, made_at=_AT)
