"""The texts of a dossier, sorted by who may find it by them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ombelle_events.forms.definition import WITHOUT_ANSWER, Definition, Field
from ombelle_events.forms.purposes import purpose_values

_BUDGET: Final = ("budget_expenses", "budget_income", "requested_amount")
_LONGEST: Final = 200_000
"""Characters of each kind that are searched: PostgreSQL's own limit is a megabyte of stems."""


@dataclass(frozen=True, slots=True)
class Texts:
    """`title` and `plain` are everybody's who reads it; `identifying` names somebody; `budget` is for some."""

    title: str
    plain: str
    identifying: str
    budget: str


def texts_of(definition: Definition, answers: Mapping[str, Any]) -> Texts:
    """Return the texts of answers; those of fields that the form has no more are left out."""
    kinds: dict[str, list[str]] = {"title": [], "plain": [], "identifying": [], "budget": []}
    for field in definition.fields():
        if field.type not in WITHOUT_ANSWER:
            _sort(field, answers.get(field.id), kinds, _kind(field))
    return Texts(**{kind: " \n ".join(texts)[:_LONGEST] for kind, texts in kinds.items()})


def _kind(field: Field) -> str:
    if field.purpose in _BUDGET:
        return "budget"
    if field.is_identifying:
        return "identifying"
    return "title" if field.purpose == "title" else "plain"


def _sort(field: Field, value: Any, kinds: dict[str, list[str]], kind: str) -> None:
    if field.type == "repetition" and isinstance(value, list):
        for row in value:
            for one in field.fields if isinstance(row, Mapping) else ():
                inner = "identifying" if one.is_identifying and kind == "plain" else kind
                _sort(one, row.get(one.id), kinds, inner)
    elif field.options:
        shown = set(value) if isinstance(value, list) else {value}
        kinds[kind] += [option.label for option in field.options if option.value in shown]
    else:
        kinds[kind] += _strings(value)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def columns_of(definition: Definition, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return what lists show of answers, as columns of the application: title, theme, place, by the form's purposes."""
    values = purpose_values(definition, answers)
    commune = _text(values.get("commune"))
    title = definition.of_purpose("title")
    return {
        "title": _text(values.get("title")),
        "title_is_identifying": title is not None and title.is_identifying,
        "theme": _text(values.get("theme")),
        "commune_insee": commune,
        "department": department_of(commune),
    }


def department_of(insee: str | None) -> str | None:
    """Return the department that an INSEE code of a commune begins with."""
    if insee is None:
        return None
    return insee[:3] if insee.startswith("97") else insee[:2]


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
