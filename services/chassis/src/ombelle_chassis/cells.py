"""What cells of imported tables say: days as French and other spreadsheets write them, euros, choices, lists.

class LoanRow(BaseModel):
    loan_id: Reference
    starts_on: Day
    fee_eur: Euros = Decimal(0)
"""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field

from ombelle_chassis.typed_texts import LINE, LINES, shape

_FRENCH_DAY: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_NUMBER: Final = re.compile(r"-?\d+([.,]\d+)?")
_YES: Final = {"true", "oui", "vrai", "1", "yes"}
_NO: Final = {"false", "non", "faux", "0", "no"}


def as_text(value: Any) -> Any:
    """Return a number as it is written: a spreadsheet makes numbers of codes."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def as_whole(value: Any) -> Any:
    """Return a decimal number without decimals as a whole one."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def as_number(value: Any) -> Any:
    """Return the number that a text writes, with a French comma or a point: a CSV has nothing but texts."""
    return float(value.replace(",", ".")) if isinstance(value, str) and _NUMBER.fullmatch(value) else value


def as_list(value: Any) -> Any:
    """Return the parts of a text, which bars separate."""
    return [part.strip() for part in value.split("|") if part.strip()] if isinstance(value, str) else value


def _day(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str) and (found := _FRENCH_DAY.fullmatch(value)):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    return value


def _known_day(day: date) -> date:
    if not date(1900, 1, 1) <= day < date(2200, 1, 1):
        raise ValueError("Une date entre 1900 et 2199 est attendue.")
    return day


def _euros(value: Any) -> Any:
    return value.replace("\u202f", "").replace(" ", "").replace(",", ".") if isinstance(value, str) else value


def _cents(value: Decimal) -> Decimal:
    if value != value.quantize(Decimal("0.01")):
        raise ValueError("Un montant en euros a deux décimales au plus.")
    return value


def _choice(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if value.lower() not in _YES | _NO:
        raise ValueError("« oui » ou « non » est attendu.")
    return value.lower() in _YES


Reference = Annotated[str, BeforeValidator(as_text), Field(max_length=100), *LINE]
"""What a table calls a thing."""
Line = Annotated[str, BeforeValidator(as_text), Field(max_length=200), *LINE]
Lines = Annotated[str, BeforeValidator(as_text), Field(max_length=5000), *LINES]
Day = Annotated[date, BeforeValidator(_day), AfterValidator(_known_day)]
"""`2027-10-04` or `04/10/2027`."""
Euros = Annotated[
    Decimal, BeforeValidator(_euros), Field(ge=0, le=1_000_000, allow_inf_nan=False), AfterValidator(_cents)
]
Insee = Annotated[
    str,
    BeforeValidator(as_text),
    *shape("[0-9][0-9AB][0-9]{3}", "Un code INSEE de commune est attendu, comme 80021 ou 2A004."),
]
Number = Annotated[int, BeforeValidator(as_whole), Field(ge=0, le=1_000_000)]
Choice = Annotated[bool, BeforeValidator(_choice)]
"""`oui` or `non`, or as spreadsheets say it."""
