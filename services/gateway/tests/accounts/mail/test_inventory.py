"""Every template exists in both languages, renders, and says the same in text as in HTML."""

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import Any

import pytest
from ombelle_chassis.mail_templates import render, template_names
from ombelle_gateway.accounts.mail.queue import TEMPLATES
from typing_extensions import override

LINK = "https://ombelle.example/espace/lieu#lien=abc-def"
TOKEN = {
    "organisation": "Le Vaisseau",
    "token": "Site de la ville",
    "prefix": "omb_abc",
    "expires_on": date(2027, 10, 2),
    "link": LINK,
}
VALUES: dict[str, dict[str, Any]] = {
    "sign_in": {"link": LINK, "code": "ABCD1234", "minutes": 15},
    "email_change": {"email": "zoe@exemple.fr", "link": LINK, "minutes": 15},
    "email_changed": {"name": "Zoé"},
    "account_asleep": {"name": "Zoé", "erased_on": date(2027, 10, 2), "link": LINK},
    "account_erased": {"erased_at": datetime(2027, 10, 2, tzinfo=UTC), "number": "AB-12", "link": LINK},
    "announcement": {"subject": "Réunion", "message": "Venez !\n\nTous.", "signed_by": "Léa"},
    "passkey_added": {"name": "Zoé", "passkey": "Téléphone", "link": LINK},
    "passkey_copied": {"name": "Zoé", "passkey": "Téléphone", "link": LINK},
    "token_made": TOKEN | {"maker": "Zoé", "scopes": ["Lire les événements"]},
    "token_expires": TOKEN,
}


class _Page(HTMLParser):
    """The words and links that a page shows, and the elements that were left open."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "br", "img"}:
            self.open.append(tag)
        self.links += [value for name, value in attrs if name == "href" and value]

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)


def test_both_languages_have_the_same_templates_and_each_is_tried_here():
    assert template_names(TEMPLATES, "fr") == template_names(TEMPLATES, "en") == set(VALUES)
    files = {file.name for locale in ("fr", "en") for file in (TEMPLATES / locale).iterdir()}
    assert files == {name + part for name in VALUES for part in (".subject.txt", ".txt", ".html")}


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("name", VALUES)
def test_a_template_renders_and_its_twins_agree(name, locale):
    mail = render(TEMPLATES, name, locale, VALUES[name])
    page = _Page()
    page.feed(mail.html)
    assert page.open == []
    shown = " ".join(" ".join(page.words).replace("\xa0", " ").split())
    assert page.links == [value for key, value in VALUES[name].items() if key == "link"]
    for key, value in VALUES[name].items():
        if key in {"link", "subject"}:
            continue
        for word in value if isinstance(value, list) else [value]:
            said = "2027" if isinstance(word, date) else " ".join(str(word).split())
            assert said in shown, key
            assert said in " ".join(mail.text.split()), key
    assert all(link in mail.text for link in page.links)
    assert 5 < len(mail.subject) < 80
    assert not re.search(r"[{}]{2}|{%", mail.subject + mail.text + shown)
    assert "-- \nOmbelle\n" in mail.text


@pytest.mark.parametrize("name", VALUES)
def test_what_a_person_typed_is_never_markup(name):
    hostile = {
        key: "<img src=x onerror=alert(1)>" if isinstance(value, str) and key != "link" else value
        for key, value in VALUES[name].items()
    }
    page = _Page()
    html = render(TEMPLATES, name, "fr", hostile).html
    page.feed(html)
    assert "<img" not in html
    assert page.open == []
