"""Values of answers as people read them, and what changed between two texts. Plain Python."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from ombelle_events.forms.definition import Definition, Field
from ombelle_events.forms.values import day_of, instant_of

_PARIS: Final = ZoneInfo("Europe/Paris")
_WORDS: Final = re.compile(r"\s+|[^\s]+")
_LONGEST: Final = 2_000
"""Words beyond which two texts are not compared: they are shown one after the other."""


def readable(field: Field | None, value: Any, communes: Mapping[str, str]) -> str | None:
    """Return a value as people read it, `None` when it says nothing.

    Args:
        field: whose answer it is; `None` for what is text already, or for a field that the form has no more.
        value: the answer.
        communes: names by INSEE code.

    """
    if value is None or value in ("", []):
        return None
    if field is None:
        return value if isinstance(value, str) else _plain(value)
    if field.type in ("repetition", "sessions"):
        rows = value if isinstance(value, list) else []
        return "\n".join(_row(field, row, communes) for row in rows if isinstance(row, Mapping)) or None
    return _scalar(field, value, communes)


def _row(field: Field, row: Mapping[str, Any], communes: Mapping[str, str]) -> str:
    if field.type == "sessions":
        parts = [_instant(row.get("starts_at")), _instant(row.get("ends_at")), row.get("venue")]
        parts.append(communes.get(str(row.get("commune")), row.get("commune")))
    else:
        parts = [readable(one, row.get(one.id), communes) for one in field.fields]
    return " · ".join(str(part) for part in parts if part)


def _scalar(field: Field, value: Any, communes: Mapping[str, str]) -> str:
    labels = {option.value: option.label for option in field.options}
    if isinstance(value, bool):
        return "oui" if value else "non"
    if field.type == "amount" and isinstance(value, int):
        return f"{value / 100:,.2f} €".replace(",", "\N{NARROW NO-BREAK SPACE}").replace(".", ",")
    if field.type == "choices" and isinstance(value, list):
        return ", ".join(labels.get(one, str(one)) for one in value)
    if field.type == "date" and (day := day_of(value)):
        return f"{day:%d/%m/%Y}"
    if isinstance(value, Mapping):
        return _plain(value.get("name") or ", ".join(str(part) for part in value.values() if part))
    known = communes if field.type == "commune" else labels
    return known.get(value, value) if isinstance(value, str) else _plain(value)


def _plain(value: Any) -> str:
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def _instant(value: Any) -> str | None:
    instant: datetime | None = instant_of(value)
    return None if instant is None else f"{instant.astimezone(_PARIS):%d/%m/%Y %H:%M}"


def difference(before: str | None, after: str | None) -> list[dict[str, str]]:
    """Return how one text became another: pieces in order, each `same`, `removed` or `added`."""
    old, new = _WORDS.findall(before or ""), _WORDS.findall(after or "")
    if max(len(old), len(new)) > _LONGEST:
        return list(_pieces([("removed", before or ""), ("added", after or "")]))
    found: list[tuple[str, str]] = []
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(old[old_from:old_to])))
        else:
            found.append(("removed", "".join(old[old_from:old_to])))
            found.append(("added", "".join(new[new_from:new_to])))
    return list(_pieces(found))


def _pieces(found: Iterable[tuple[str, str]]) -> Iterator[dict[str, str]]:
    for kind, text in found:
        if text:
            yield {"kind": kind, "text": text}


def fields_by_pointer(definitions: Iterable[Definition]) -> dict[str, Field]:
    """Return the fields of forms by the pointers of their answers; of several, the last one's."""
    return {f"/answers/{field.id}": field for one in definitions for field in one.fields()}


def communes_in(values: Iterable[Any]) -> set[str]:
    """Return whatever in values may be an INSEE code, for whoever looks up which are."""
    found: set[str] = set()
    for value in values:
        if isinstance(value, str) and len(value) == 5:
            found.add(value)
        elif isinstance(value, Mapping):
            found |= communes_in(value.values())
        elif isinstance(value, list):
            found |= communes_in(value)
    return found
