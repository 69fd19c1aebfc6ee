"""Mails out of templates: a subject, a text and its HTML twin, in the reader's language.

A service keeps its own in `FOLDER/{fr,en}/NAME.subject.txt`, `NAME.txt` and `NAME.html`. The two bodies extend
`layout.txt` and `layout.html` of the folder `mail_layout` beside this file, and say in the block `why` why the reader
gets this mail. HTML may import `button`, `link`, `code` and `quote` from `parts.html`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

LOCALES: Final = ("fr", "en")
PARTS: Final = (".subject.txt", ".txt", ".html")
LAYOUT: Final = Path(__file__).parent / "mail_layout"

_NOT_PRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PARIS: Final = ZoneInfo("Europe/Paris")
_DAYS: Final = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS: Final = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A mail ready to leave. `subject` is one line; `text` and `html` say the same."""

    subject: str
    text: str
    html: str


def render(folder: Path, template: str, locale: str, values: Mapping[str, Any]) -> Rendered:
    """Render the three parts of a template with these values, escaped in HTML.

    Raises:
        ValueError: the language is not one of `LOCALES`.
        jinja2.TemplateNotFound: there is no such template in this language.
        jinja2.UndefinedError: a value that the template names is missing.

    """
    if locale not in LOCALES:
        raise ValueError(f"mails are written in {' and '.join(LOCALES)}, not in {locale!r}")
    environment = _environment(folder, locale)
    subject, text, html = (
        environment.get_template(template + part).render({**values, "locale": locale}) for part in PARTS
    )
    return Rendered(one_line(subject), _printable(text).strip() + "\n", _printable(html).strip() + "\n")


def template_names(folder: Path, locale: str) -> frozenset[str]:
    """Return the names of the templates that a folder holds whole in this language."""
    found = [
        {file.name.removesuffix(part) for file in (folder / locale).glob(f"*{part}")}
        for part in (".subject.txt", ".html")
    ]
    texts = {file.name.removesuffix(".txt") for file in (folder / locale).glob("*.txt")}
    return frozenset(found[0] & found[1] & texts)


def one_line(text: str) -> str:
    """Return a text as one line without control characters: what a header may hold."""
    return _printable(" ".join(text.split())).replace("\n", "").replace("\t", "")


def long_day(value: date, locale: str) -> str:
    """Write a day in full, an instant by its day in Paris: « samedi 4 octobre 2027 », `Saturday 4 October 2027`."""
    day = value.astimezone(_PARIS) if isinstance(value, datetime) else value
    number = "1er" if locale == "fr" and day.day == 1 else str(day.day)
    return f"{_DAYS[locale][day.weekday()]} {number} {_MONTHS[locale][day.month - 1]} {day.year}"


@cache
def _environment(folder: Path, locale: str) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([folder / locale, LAYOUT]),
        autoescape=lambda name: bool(name and name.endswith(".html")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["long_day"] = lambda value: long_day(value, locale)
    environment.filters["web_link"] = _web_link
    return environment


def _web_link(url: str) -> str:
    """Let an http or https address through: whatever else a link could start is refused."""
    if urlsplit(url).scheme not in {"http", "https"}:
        raise ValueError(f"{url!r} is not a web address")
    return url


def _printable(text: str) -> str:
    """Leave out control characters, and those that turn the direction of writing to show another text than there is."""
    return _NOT_PRINTABLE.sub("", text)
