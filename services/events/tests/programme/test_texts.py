import pytest
from hypothesis import given
from hypothesis import strategies as st
from ombelle_events.programme.texts import plain_text, render_markdown, safe_url


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Une **belle** soirée", "<p>Une <strong>belle</strong> soirée</p>"),
        ("# Titre", "<h3>Titre</h3>"),
        (
            "[ici](https://exemple.fr)",
            '<p><a href="https://exemple.fr" rel="noopener noreferrer nofollow">ici</a></p>',
        ),
        ("", None),
        ("  \n ", None),
        (None, None),
    ],
)
def test_markdown_becomes_plain_html(source, wanted):
    assert render_markdown(source) == wanted


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    "<svg onload=alert(1)>",
    '<iframe src="https://exemple.fr"></iframe>',
    '<p style="position:fixed">x</p>',
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "```\n<script>alert(1)</script>\n```",
]


@pytest.mark.parametrize("source", HOSTILE)
def test_nothing_that_runs_survives(source):
    html = render_markdown("avant " + source) or ""
    lowered = html.lower().replace("&lt;", "")
    for word in (
        "<script",
        "onerror",
        "onload",
        'href="javascript',
        'href="data',
        "<iframe",
        "style=",
        "<img",
        "<svg",
    ):
        assert word not in lowered


@given(st.text(alphabet=st.sampled_from(list("<>&;\"'=/ abonerscipt:#&lt")), max_size=60))
def test_plain_text_holds_no_tag_whatever_comes(value):
    text = plain_text(value) or ""
    assert "<script" not in text
    assert text == " ".join(text.split())


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("<script>alert(1)</script> Hétérocère", "Hétérocère"),
        ("Science &amp; cie", "Science & cie"),
        ("L&amp;#39;eau", "L'eau"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Ouf", "Ouf"),
        ("a\n b\u00a0c", "a b c"),
        ("3 < 5 et 7 > 2", "3 < 5 et 7 > 2"),
        ("", None),
        (None, None),
    ],
)
def test_plain_texts(value, wanted):
    assert plain_text(value) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("https://exemple.fr/a?b=1", "https://exemple.fr/a?b=1"),
        ("//exemple.fr/a", "https://exemple.fr/a"),
        ("www.exemple.fr", "https://www.exemple.fr"),
        ("exemple.fr/inscription", "https://exemple.fr/inscription"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("https://exemple.fr/javascript:alert(1)", None),
        ("ftp://exemple.fr", None),
        ("à l’accueil", None),
        ("", None),
        (None, None),
    ],
)
def test_only_addresses_a_page_may_link_to(value, wanted):
    assert safe_url(value) == wanted
