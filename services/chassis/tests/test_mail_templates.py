from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError
from ombelle_chassis.mail_templates import long_day, one_line, render, template_names

LAYOUT_WORDS = {"fr": "Vous recevez ceci parce que.", "en": "You get this because."}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for locale, why in LAYOUT_WORDS.items():
        (tmp_path / locale).mkdir()
        _write(tmp_path, locale, "hello.subject.txt", "Bonjour {{ name }}\n")
        _write(
            tmp_path,
            locale,
            "hello.txt",
            '{% extends "layout.txt" %}{% block body %}\nBonjour {{ name }}\n{{ link | web_link }}\n{% endblock %}'
            f"{{% block why %}}{why}{{% endblock %}}",
        )
        _write(
            tmp_path,
            locale,
            "hello.html",
            '{% extends "layout.html" %}{% from "parts.html" import button, quote %}'
            "{% block title %}Bonjour {{ name }}{% endblock %}"
            '{% block body %}{{ quote(name) }}{{ button(link, "Ouvrir") }}{% endblock %}'
            f"{{% block why %}}{why}{{% endblock %}}",
        )
    return tmp_path


def _write(folder: Path, locale: str, name: str, text: str) -> None:
    (folder / locale / name).write_text(text, encoding="utf-8")


VALUES = {"name": "Ada", "link": "https://ombelle.example/a?b=1&c=2"}


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_mail_has_a_subject_a_text_and_its_html_twin(folder, locale):
    mail = render(folder, "hello", locale, VALUES)
    assert mail.subject == "Bonjour Ada"
    assert mail.text == f"Bonjour Ada\n{VALUES['link']}\n\n-- \nOmbelle\n{LAYOUT_WORDS[locale]}\n"
    assert mail.html.startswith(f'<!DOCTYPE html>\n<html lang="{locale}">')
    assert mail.html.count("Bonjour Ada</") == 2  # in the head and as the heading
    assert 'href="https://ombelle.example/a?b=1&amp;c=2"' in mail.html
    assert LAYOUT_WORDS[locale] in mail.html


def test_values_are_text_and_never_markup(folder):
    hostile = "</h1><script>alert(1)</script><a href='x'>"
    html = render(folder, "hello", "fr", VALUES | {"name": hostile}).html
    assert "<script" not in html
    assert "<a href='x'>" not in html
    assert html.count("&lt;script&gt;") == 3


@pytest.mark.parametrize(
    "name", ["Ada\r\nBcc: all@example.fr", "Ada\n\nX: y", "Ada\u2028Bcc: x", "Ada\x0bBcc", "Ada\x85Bcc"]
)
def test_a_subject_is_one_line(folder, name):
    subject = render(folder, "hello", "fr", VALUES | {"name": name}).subject
    assert subject.isprintable()
    assert len(subject.splitlines()) == 1


def test_what_shows_another_text_than_there_is_goes(folder):
    mail = render(folder, "hello", "fr", VALUES | {"name": "Ada\u202egnp.exe\x00\x1b[2J"})
    assert (mail.subject, mail.text.splitlines()[0]) == ("Bonjour Adagnp.exe[2J",) * 2
    assert "\u202e" not in mail.html


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "//x.example", "/espace", ""])
def test_a_link_is_a_web_address(folder, link):
    with pytest.raises(ValueError, match="not a web address"):
        render(folder, "hello", "fr", VALUES | {"link": link})


def test_what_is_missing_is_said(folder):
    with pytest.raises(UndefinedError, match="link"):
        render(folder, "hello", "fr", {"name": "Ada"})
    with pytest.raises(TemplateNotFound):
        render(folder, "goodbye", "fr", VALUES)
    with pytest.raises(ValueError, match="fr and en, not in 'de'"):
        render(folder, "hello", "de", VALUES)


@pytest.mark.parametrize("name", ["../fr/hello", "/etc/passwd", "fr/../hello"])
def test_a_template_is_inside_its_folder(folder, name):
    with pytest.raises(TemplateNotFound):
        render(folder, name, "en", VALUES)


def test_a_template_reaches_nothing_but_its_values(folder):
    _write(folder, "fr", "hello.subject.txt", "{{ name.__class__.__mro__ }}")
    with pytest.raises(SecurityError):
        render(folder, "hello", "fr", VALUES)


def test_a_template_counts_when_it_is_whole(folder):
    _write(folder, "fr", "half.txt", "x")
    _write(folder, "fr", "half.subject.txt", "x")
    assert template_names(folder, "fr") == {"hello"}


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        (date(2027, 10, 2), "samedi 2 octobre 2027", "Saturday 2 October 2027"),
        (date(2027, 8, 1), "dimanche 1er août 2027", "Sunday 1 August 2027"),
        (datetime(2027, 12, 31, 23, 30, tzinfo=UTC), "samedi 1er janvier 2028", "Saturday 1 January 2028"),
    ],
)
def test_days_are_written_in_full(day, french, english):
    assert (long_day(day, "fr"), long_day(day, "en")) == (french, english)


def test_one_line_keeps_every_word():
    assert one_line("  Fête \t de\nla   science ") == "Fête de la science"
