"""The words of mails about loans: `mails/LANGUAGE/loan-words.toml`, filled with what a loan is."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from ombelle_chassis.mail_templates import long_day, one_line

from ombelle_loans.mailing import MAILS

_SPACE: Final = "\N{NARROW NO-BREAK SPACE}"


def sides_told(step: str) -> list[str]:
    """Return which sides a step is written to: `borrower`, `lender`, both or neither."""
    return list(_words("fr").get(step, {}))


def mail_of(step: str, side: str, locale: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts of the template `loan`, but for its link.

    Args:
        step: what happened, such as `approve`; one that is written to this side (`sides_told`).
        side: `borrower` or `lender`.
        locale: `fr` or `en`.
        values: `item`, `request`, `organisation`, `days`… of `texts_of`, and what else the words name.

    """
    words, common = _words(locale)[step][side], _words(locale)[side]
    environment = _environment()
    body = environment.from_string(words["body"]).render(values)
    return {
        "subject": one_line(environment.from_string(words["subject"]).render(values)),
        "paragraphs": [part.strip() for part in body.split("\n\n") if part.strip()],
        "action": common["action"],
        "why": common["why"],
    }


def texts_of(row: Mapping[str, Any], locale: str) -> dict[str, str]:
    """Return what mails say of a loan, out of a row of `reading`."""
    return {
        "item": row["title"],
        "request": str(row["request_number"]),
        "organisation": row["organisation_name"] or "",
        "place": row["place_name"],
        "days": spoken_days(row["starts_on"], row["ends_on"], locale),
        "ends_on": long_day(row["ends_on"], locale),
        "until": spoken_moment(row["held_until"], locale),
        "fee": "" if row["fee_cents"] is None else euros(row["fee_cents"], locale),
    }


def spoken_days(starts_on: date, ends_on: date, locale: str) -> str:
    """« du lundi 1er mars 2027 au lundi 8 mars 2027 », `from Monday 1 March 2027 to Monday 8 March 2027`."""
    first, last = long_day(starts_on, locale), long_day(ends_on, locale)
    if locale == "en":
        return f"on {first}" if starts_on == ends_on else f"from {first} to {last}"
    return f"le {first}" if starts_on == ends_on else f"du {first} au {last}"


def spoken_moment(moment: datetime | None, locale: str) -> str:
    """Return the day of a moment in full, empty where there is none."""
    return "" if moment is None else long_day(moment, locale)


def euros(cents: int, locale: str) -> str:
    """Write an amount of cents: « 1 250,50 € », `€1,250.50`."""
    whole, rest = divmod(cents, 100)
    grouped = f"{whole:,}"
    if locale == "en":
        return f"€{grouped}.{rest:02}" if rest else f"€{grouped}"
    grouped = grouped.replace(",", _SPACE)
    return f"{grouped},{rest:02}\N{NO-BREAK SPACE}€" if rest else f"{grouped}\N{NO-BREAK SPACE}€"


@cache
def _words(locale: str) -> dict[str, Any]:
    return tomllib.loads((MAILS / locale / "loan-words.toml").read_text(encoding="utf-8"))


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
