"""What an OpenAgenda row says in words, as the adapter cleans it.

The number in a test's name is that of the pitfall in the feed's notes.
"""

from typing import Any

import pytest
from feed_rows import row
from hypothesis import given
from hypothesis import strategies as st
from ombelle_events.feed.adapters import texts
from ombelle_events.feed.domain import RowRejected
from openagenda_adapter import read


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Le vent\u2028et la mer", "Le vent et la mer"),
        ("Le\u200b vent", "Le vent"),
        ("5 \u001e€", "5 €"),
        ("Qui\u00a0?", "Qui ?"),
        ("Deux\r\nlignes\n", "Deux lignes"),
        ("L&#39;été &amp;amp; l&amp;#39;hiver", "L'été & l'hiver"),
        ("crwdns14266:0crwdne14266:0Fête", "Fête"),
        ("GRANDE FÊTE", "GRANDE FÊTE"),
        ("<script>alert(1)</script> Hétérocère", "Hétérocère"),
        ("<b>Gras</b> et 3 < 4", "Gras et 3 < 4"),
        ("&lt;script&gt;x&lt;/script&gt;Nuit", "Nuit"),
        ("<scr<script>ipt>alert(1)</script>Nuit", "<scrNuit"),
        ('x" onerror="alert(1)', 'x" "alert(1)'),
        ("a\x00b", "ab"),
    ],
)
def test_24_signs_that_should_not_be_there(written: str, shown: str) -> None:
    assert read(row(title={"fr": written})).title == shown


@pytest.mark.parametrize(
    "title", [None, {}, [], "", "   ", {"fr": ""}, {"fr": None}, "\u200b", "<b></b>", 3, {"io": "x"}]
)
def test_25_a_row_without_a_title_is_refused(title: Any) -> None:
    with pytest.raises(RowRejected) as refusal:
        read(row(title=title))
    assert refusal.value.pointer == "/title"


def test_26_another_language_stands_in_for_french() -> None:
    assert read(row(title={"en": "Only English"})).title == "Only English"
    assert read(row(title={"io": "crwdns1:0crwdne1:0", "br": "Avel", "fr": ""})).title == "Avel"
    assert read(row(title="Sans langue")).title == "Sans langue"


def test_23_long_texts_become_markdown_without_html_and_links_lead_out() -> None:
    text = read(
        row(
            longDescription={
                "fr": "Texte <img src=x onerror=alert(1)> [lien](javascript:alert(1)) [ok](//www.example.org)\r\n"
                "\r\n\r\n\r\n<https://a.example> [m](mailto:a@example.org) javascript:void(0)"
            }
        )
    ).long_description
    assert text is not None
    assert "onerror=" not in text
    assert "javascript:" not in text
    assert "[ok](https://www.example.org)" in text
    assert "[m](mailto:a@example.org)" in text
    assert "\n\n\n" not in text


@given(
    st.text(max_size=200),
    st.sampled_from(["onerror=", "javascript:", "<script>", "<img src=x onerror=", "&#106;"]),
)
def test_no_text_comes_out_able_to_run(around: str, evil: str) -> None:
    for cleaned in (texts.line(around + evil + around, 300), texts.markdown(around + evil + around)):
        lowered = (cleaned or "").lower()
        assert "onerror=" not in lowered
        assert "<script" not in lowered
        assert "javascript:alert" not in lowered


def test_a_title_is_cut_at_a_word() -> None:
    title = read(row(title={"fr": "vent " * 200})).title
    assert len(title) <= 300
    assert title.endswith("vent…")
