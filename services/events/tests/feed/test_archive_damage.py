"""Damaged records are an event or a refusal with a reason, never a crash; damaged texts are texts."""

import contextlib
import json
from typing import Any

import orjson
import pytest
from archive_rows import adapter, as_v1, public_record, record
from hypothesis import given
from hypothesis import strategies as st
from ombelle_events.feed.adapters import texts
from ombelle_events.feed.adapters.hypertext import is_html, to_markdown
from ombelle_events.feed.domain import RowRejected
from ombelle_events.programme.texts import render_markdown

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.sampled_from(
        [
            "[",
            "{}",
            "[[]]",
            '{"id":[]}',
            "A|B",
            "0001-01-01T00:00:00+00:53",
            "2017-10-14",
            "-",
            "9" * 30,
            "9" * 5000,
            "\ud800",
        ]
    ),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


def survives(row: Any, edition: int | None) -> None:
    reader = adapter(edition, None)
    staged = reader.stage(row)
    json.loads(staged.raw)
    with contextlib.suppress(RowRejected):
        event = reader.read(staged.raw, staged.updated_at)
        orjson.dumps(event.applied(2017))
        assert event.sessions
    reader.report()


@given(
    st.sampled_from(["flat", "v1", "public"]),
    st.dictionaries(st.sampled_from(sorted({*record(), *public_record()})), JSON, max_size=4),
    st.dictionaries(st.text(max_size=12), JSON, max_size=2),
    st.sampled_from([None, 2017, 2023]),
)
def test_damaged_columns_are_an_event_or_a_refusal(
    shape: str, damage: Any, strangers: Any, edition: int | None
) -> None:
    if shape == "v1":
        row = as_v1(record())
        row["fields"] |= {**strangers, **damage}
    else:
        row = {**(record() if shape == "flat" else public_record()), **strangers, **damage}
    survives(row, edition)


@given(JSON | st.fixed_dictionaries({"fields": JSON, "geometry": JSON, "datasetid": JSON, "record": JSON}))
def test_anything_at_all_is_an_event_or_a_refusal(row: Any) -> None:
    survives(row, None)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>un</p><p>deux</p>", "un\n\ndeux"),
        ("un<br>deux<br/>trois", "un\ndeux\ntrois"),
        ("<ul><li>un</li><li>deux</li></ul>", "- un\n- deux"),
        ("<ol><li>un<ul><li>dedans</li></ul></li><li>deux</li></ol>", "1. un\n    - dedans\n2. deux"),
        ("<ul><li><p>un</p></li><li><p>deux</p></li></ul>", "- un\n\n- deux"),
        ("avant<strong> gras </strong>après", "avant **gras** après"),
        ("<b></b>rien", "rien"),
        ("<h2>Titre</h2>suite", "## Titre\n\nsuite"),
        ('<a href="//x.example/a b">là</a>', "[là](//x.example/a%20b)"),
        ("<a>nulle part</a>", "nulle part"),
        ("<p>2 * 3 &lt; 7_8</p>", "2 \\* 3 &lt; 7\\_8"),
        ("<p># pas un titre</p><p>1. pas une liste</p>", "\\# pas un titre\n\n1\\. pas une liste"),
        ("<script>alert(1)</script>ok<style>p{}</style>", "ok"),
        ("<p>ouvert <em>jamais fermé", "ouvert *jamais fermé*"),
        ("<b>mal <i>fermé</b> ici</i>", "**mal *fermé** ici*"),
    ],
)
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert is_html(html) or html.startswith("<script")
    assert to_markdown(html) == markdown


def test_markdown_of_html_shows_what_the_html_showed() -> None:
    html = "<ul>\n<li><p><strong>Atelier</strong> : l’eau</p>\n</li>\n<li><p>1. &amp; 2_3</p>\n</li>\n</ul>"
    assert render_markdown(to_markdown(html)) == (
        "<ul>\n<li>\n<p><strong>Atelier</strong> : l’eau</p>\n</li>\n<li>\n<p>1. &amp; 2_3</p>\n</li>\n</ul>"
    )


TAGS = ["<p>", "</p>", "<ul>", "<li>", "</ul>", "<b>", "</b>", "<a href=x>", "</a>", "<![x", "<h1>", "a", "*", "<br>",
        "<script>", "&lt;"]  # fmt: skip


@given(st.text() | st.lists(st.sampled_from([*TAGS, " "])).map("".join))
def test_any_html_gives_a_text_that_cannot_run(html: str) -> None:
    shown = render_markdown(texts.markdown(to_markdown(html)))
    assert not shown or "<script" not in shown
