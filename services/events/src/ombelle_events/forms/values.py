"""What the answer to a field of each type looks like. What does not cannot be kept, not even in a draft.

text, long_text, email, phone, url: a text; integer, decimal: a number; amount: cents; date: `2027-10-02`;
boolean: true or false; choice: the value of an option; choices: a list of them; commune: an INSEE code;
organisation: `{"id": UUID or null, "name": text}`; address: `{"street", "postal_code", "city"}`, each a text;
sessions: rows of `{"starts_at", "ends_at"}`, instants with their offset, and if need be `commune` (INSEE), `venue`
(text), `audience` (list), `capacity` (number); repetition: rows, each an object by the ids of the row's fields.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from email_validator import EmailNotValidError, validate_email

from ombelle_events.forms.definition import MAX_LENGTHS, WITHOUT_ANSWER, Field
from ombelle_events.forms.problems import Problem
from ombelle_events.programme.vocabulary import AUDIENCES

INSEE: Final = re.compile(r"[0-9][0-9AB][0-9]{3}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PHONE: Final = re.compile(r"[+0-9][0-9 ().\-]{3,39}")
_POSTAL_CODE: Final = re.compile(r"[0-9]{5}")
_LARGEST: Final = 10**12
_MOST_ROW_FIELDS: Final = 60
_LONGEST_SESSION_DAYS: Final = 1096  # as in the programme
_ADDRESS: Final = {"street": 300, "postal_code": 5, "city": 100}
_SESSION: Final = frozenset({"starts_at", "ends_at", "venue", "commune", "audience", "capacity"})


def check_value(field: Field, value: Any, pointer: str) -> Iterator[Problem]:
    """Yield what keeps a value from being an answer to a field; nothing is none, whatever the field."""
    if value is None:
        return
    if field.type in WITHOUT_ANSWER:
        yield Problem(pointer, "not_answered_here", "Cette rubrique ne se remplit pas ici.")
    elif field.type == "repetition":
        yield from _check_rows(field, value, pointer, _check_row)
    elif field.type == "sessions":
        yield from _check_rows(field, value, pointer, _check_session)
    else:
        yield from _CHECKS[field.type](field, value, pointer)


def day_of(value: Any) -> date | None:
    """Return the day that a text says, `None` when it says none."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def instant_of(value: Any) -> datetime | None:
    """Return the instant that a text says with its offset, `None` when it says none of our time."""
    if not isinstance(value, str) or len(value) > 40:
        return None
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        return None
    return instant if instant.tzinfo is not None and 1991 <= instant.year < 2200 else None


def is_number(value: Any) -> bool:
    """Say whether a value is a finite number; true is none."""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def _check_text(field: Field, value: Any, pointer: str) -> Iterator[Problem]:
    yield from _text_problems(value, pointer, most=field.longest, lines=field.type == "long_text")


def _text_problems(value: Any, pointer: str, *, most: int, lines: bool = False) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield Problem(pointer, "text_expected", "Un texte est attendu.")
    elif len(value) > most:
        yield Problem(
            pointer, "too_long", f"Au plus {most} caractères sont acceptés ; il y en a {len(value)}."
        )
    elif any(_is_hidden(one, lines=lines) for one in value):
        yield Problem(
            pointer, "hidden_character", "Ce texte contient un caractère interdit (caractère de contrôle)."
        )


def _is_hidden(character: str, *, lines: bool) -> bool:
    if character in "\n\r\t":
        return not lines
    return unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} or "\u202a" <= character <= "\u202e"


def _check_number(field: Field, value: Any, pointer: str) -> Iterator[Problem]:
    whole = field.type != "decimal"
    if not is_number(value) or (whole and not isinstance(value, int)):
        wanted = "Un nombre entier est attendu." if whole else "Un nombre est attendu."
        yield Problem(pointer, "number_expected", wanted)
    elif abs(value) > _LARGEST:
        yield Problem(pointer, "too_large", "Ce nombre est trop grand.")
    elif field.type == "amount" and value < 0:
        yield Problem(pointer, "negative", "Un montant ne peut pas être négatif.")


def _check_day(_field: Field, value: Any, pointer: str) -> Iterator[Problem]:
    if day_of(value) is None:
        yield Problem(pointer, "date_expected", "Une date est attendue, comme 2027-10-02.")


def _check_boolean(_field: Field, value: Any, pointer: str) -> Iterator[Problem]:
    if not isinstance(value, bool):
        yield Problem(pointer, "boolean_expected", "« Oui » ou « non » est attendu.")


def _check_choice(field: Field, value: Any, pointer: str) -> Iterator[Problem]:
    if not isinstance(value, str) or all(value != option.value for option in field.options):
        yield Problem(pointer, "option_unknown", "Ce choix n'est pas, ou n'est plus, proposé.")


def _check_choices(field: Field, value: Any, pointer: str) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield Problem(pointer, "list_expected", "Une liste est attendue.")
        return
    if len(value) > len(field.options):
        yield Problem(pointer, "too_many", "Le même choix y est deux fois, ou il y en a trop.")
        return
    for place, one in enumerate(value):
        yield from _check_choice(field, one, f"{pointer}/{place}")
        if one in value[:place]:
            yield Problem(f"{pointer}/{place}", "repeated", "Ce choix y est deux fois.")


def _check_commune(_field: Field, value: Any, pointer: str) -> Iterator[Problem]:
    if not isinstance(value, str) or not INSEE.fullmatch(value):
        yield Problem(pointer, "commune_expected", "Une commune est attendue, par son code INSEE (80021).")


def _check_organisation(_field: Field, value: Any, pointer: str) -> Iterator[Problem]:
    if not isinstance(value, Mapping) or not value.keys() <= {"id", "name"}:
        yield Problem(pointer, "organisation_expected", "Une structure est attendue, par son nom.")
        return
    if (named := value.get("name")) is not None:
        yield from _text_problems(named, f"{pointer}/name", most=200)
    if (known := value.get("id")) is not None and uuid_of(known) is None:
        yield Problem(f"{pointer}/id", "id_expected", "Un identifiant (UUID) est attendu.")


def uuid_of(value: Any) -> UUID | None:
    """Return the id that a text says, `None` when it says none."""
    try:
        return UUID(value) if isinstance(value, str) and len(value) == 36 else None
    except ValueError:
        return None


def _check_email(_field: Field, value: Any, pointer: str) -> Iterator[Problem]:
    try:
        validate_email(value if isinstance(value, str) else "", check_deliverability=False)
    except EmailNotValidError:
        yield Problem(
            pointer,
            "email_expected",
            "Une adresse électronique est attendue, comme prenom.nom@exemple.fr.",
        )


def _check_phone(_field: Field, value: Any, pointer: str) -> Iterator[Problem]:
    if not isinstance(value, str) or not _PHONE.fullmatch(value):
        yield Problem(pointer, "phone_expected", "Un numéro de téléphone est attendu, comme 03 22 00 00 00.")


def _check_url(_field: Field, value: Any, pointer: str) -> Iterator[Problem]:
    if not isinstance(value, str) or len(value) > 500 or not _is_page(value):
        yield Problem(
            pointer,
            "url_expected",
            "Une adresse en https:// ou http:// est attendue, comme https://www.exemple.fr.",
        )


def _is_page(text: str) -> bool:
    if any(one.isspace() or _is_hidden(one, lines=False) for one in text):
        return False
    try:
        parts = urlsplit(text)
        _ = parts.port  # reading it is what checks it
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.username is None


def _check_address(_field: Field, value: Any, pointer: str) -> Iterator[Problem]:
    if not isinstance(value, Mapping) or not value.keys() <= _ADDRESS.keys():
        yield Problem(pointer, "address_expected", "Une adresse est attendue : rue, code postal et commune.")
        return
    for name, most in _ADDRESS.items():
        if (part := value.get(name)) is not None:
            yield from _text_problems(part, f"{pointer}/{name}", most=most)
    code = value.get("postal_code")
    if isinstance(code, str) and code and not _POSTAL_CODE.fullmatch(code):
        yield Problem(
            f"{pointer}/postal_code", "postal_code_expected", "Un code postal de cinq chiffres est attendu."
        )


def _check_rows(
    field: Field,
    value: Any,
    pointer: str,
    check: Callable[[Field, Mapping[str, Any], str], Iterator[Problem]],
) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield Problem(pointer, "list_expected", "Une liste est attendue.")
    elif len(value) > field.most_rows:
        yield Problem(pointer, "too_many_rows", f"Au plus {field.most_rows} lignes sont acceptées.")
    else:
        for place, row in enumerate(value):
            if isinstance(row, Mapping):
                yield from check(field, row, f"{pointer}/{place}")
            else:
                yield Problem(f"{pointer}/{place}", "object_expected", "Un objet est attendu.")


def _check_row(field: Field, row: Mapping[str, Any], pointer: str) -> Iterator[Problem]:
    known = {one.id: one for one in field.fields}
    if len(row) > _MOST_ROW_FIELDS:
        yield Problem(pointer, "too_many_fields", f"Au plus {_MOST_ROW_FIELDS} rubriques par ligne.")
        return
    for name, value in row.items():
        if name in known:
            yield from check_value(known[name], value, f"{pointer}/{name}")
        elif not _is_small(value):
            # What a former version asked is kept, as long as it is no more than an answer.
            yield Problem(pointer, "field_unknown", "Cette ligne contient une rubrique inconnue.")


def _is_small(value: Any) -> bool:
    return (
        value is None
        or isinstance(value, bool)
        or is_number(value)
        or (
            isinstance(value, str)
            and not any(_text_problems(value, "", most=MAX_LENGTHS["long_text"], lines=True))
        )
    )


def _check_session(_field: Field, row: Mapping[str, Any], pointer: str) -> Iterator[Problem]:
    for name in row.keys() - _SESSION:
        yield Problem(f"{pointer}/{name}", "field_unknown", "Ce nom n'est pas connu ici.")
    for name in ("starts_at", "ends_at"):
        if row.get(name) is not None and instant_of(row[name]) is None:
            yield Problem(
                f"{pointer}/{name}",
                "instant_expected",
                "Un instant est attendu, comme 2027-10-02T14:30:00+02:00.",
            )
    starts_at, ends_at = instant_of(row.get("starts_at")), instant_of(row.get("ends_at"))
    if (
        starts_at
        and ends_at
        and not 0 < (ends_at - starts_at).total_seconds() <= _LONGEST_SESSION_DAYS * 86400
    ):
        yield Problem(f"{pointer}/ends_at", "before_start", "Une séance finit après son début.")
    if row.get("venue") is not None:
        yield from _text_problems(row["venue"], f"{pointer}/venue", most=300)
    if row.get("commune") is not None:
        yield from _check_commune(_field, row["commune"], f"{pointer}/commune")
    yield from _audience_problems(row.get("audience"), f"{pointer}/audience")
    capacity = row.get("capacity")
    if capacity is not None and not (type(capacity) is int and 0 < capacity <= 1_000_000):
        yield Problem(f"{pointer}/capacity", "number_expected", "Un nombre de places est attendu.")


def _audience_problems(value: Any, pointer: str) -> Iterator[Problem]:
    if value is None:
        return
    if not isinstance(value, list) or len(value) > len(AUDIENCES):
        yield Problem(pointer, "list_expected", "Une liste de publics est attendue.")
    elif not all(isinstance(one, str) and one in AUDIENCES for one in value):
        yield Problem(pointer, "option_unknown", "Ce public n'est pas dans la liste.")


_CHECKS: Final[Mapping[str, Callable[[Field, Any, str], Iterator[Problem]]]] = {
    "text": _check_text,
    "long_text": _check_text,
    "integer": _check_number,
    "decimal": _check_number,
    "amount": _check_number,
    "date": _check_day,
    "boolean": _check_boolean,
    "choice": _check_choice,
    "choices": _check_choices,
    "commune": _check_commune,
    "organisation": _check_organisation,
    "email": _check_email,
    "phone": _check_phone,
    "url": _check_url,
    "address": _check_address,
}
