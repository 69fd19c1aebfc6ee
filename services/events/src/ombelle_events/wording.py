"""The words that the team may edit, and what they may name: `{{ title }}` in a mail or a letter becomes the dossier's.

The list of names is closed: a text that names anything else is refused where it is saved, so that it cannot fail on the
day that it leaves. Whatever a value is, it comes into the text as text.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any, Final

from jinja2 import StrictUndefined, Template, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment
from ombelle_chassis.mail_templates import long_day, one_line

PLACEHOLDERS: Final[Mapping[str, str]] = {
    "title": "titre du projet",
    "number": "numéro du dossier dans l'appel",
    "organisation": "nom de la structure",
    "recipient": "nom de la personne à qui l'on écrit",
    "call": "titre de l'appel",
    "edition": "année de l'édition",
    "theme": "thème de l'édition",
    "contact": "adresse électronique de la coordination",
    "link": "adresse de la page à ouvrir",
    "amount": "montant accordé, en euros",
    "motivation": "motif de la décision",
    "rank": "rang sur la liste complémentaire",
    "decided_on": "jour de la décision",
    "message": "ce que la coordination écrit",
    "fields": "rubriques concernées",
    "due_on": "jour limite",
    "count": "nombre de dossiers ou d'événements concernés",
    "reason": "motif d'une annulation ou d'un changement",
    "change": "ce qui change, avant et après",
    "event": "titre de l'événement",
}
"""What a text may name, with what it says, in French: shown beside the text where the team edits it."""

_SPACE: Final = "\N{NARROW NO-BREAK SPACE}"


def euros(cents: int, locale: str) -> str:
    """Write an amount of cents: « 1 250 € », `€1,250.50`."""
    whole, rest = divmod(cents, 100)
    grouped = f"{whole:,}"
    if locale == "en":
        return f"€{grouped}.{rest:02}" if rest else f"€{grouped}"
    grouped = grouped.replace(",", _SPACE)
    return f"{grouped},{rest:02}\N{NO-BREAK SPACE}€" if rest else f"{grouped}\N{NO-BREAK SPACE}€"


def spoken(values: Mapping[str, Any], locale: str) -> dict[str, str]:
    """Return every placeholder as text, empty where there is no value.

    Args:
        values: by names of `PLACEHOLDERS`; days and instants are written in full, `amount` is in cents, a list is
            written with commas.
        locale: `fr` or `en`.

    Raises:
        KeyError: a name is not in `PLACEHOLDERS`.

    """
    if unknown := values.keys() - PLACEHOLDERS.keys():
        raise KeyError(f"no placeholder is called {', '.join(sorted(unknown))}")
    return {name: _as_text(name, values.get(name), locale) for name in PLACEHOLDERS}


def unknown_names(source: str) -> list[str]:
    """Return what a text names beyond `PLACEHOLDERS`, sorted.

    Raises:
        jinja2.TemplateSyntaxError: a brace is missing, or something else does not parse.

    """
    return sorted(meta.find_undeclared_variables(_environment().parse(source)) - PLACEHOLDERS.keys())


def filled(source: str, texts: Mapping[str, str]) -> str:
    """Fill a text with what `spoken` returned.

    Raises:
        jinja2.TemplateError: the text does not parse, names something unknown, or does what a text may not.

    """
    return _template(source).render(texts)


def filled_line(source: str, texts: Mapping[str, str]) -> str:
    """Fill a subject: one line, whatever the values hold. Raises as `filled` does."""
    return one_line(filled(source, texts))


@lru_cache(maxsize=128)
def _template(source: str) -> Template:
    # A batch of decisions fills the same few texts for every dossier.
    return _environment().from_string(source)


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _as_text(name: str, value: Any, locale: str) -> str:
    if value is None:
        return ""
    if name == "amount":
        return euros(value, locale)
    if isinstance(value, date):
        return long_day(value, locale)
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
