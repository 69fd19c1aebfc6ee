"""Answers taken over: into a newer version of the form, or into the next edition's."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ombelle_events.forms.answers import pointer_to
from ombelle_events.forms.conditions import is_filled
from ombelle_events.forms.definition import WITHOUT_ANSWER, Definition, Field
from ombelle_events.forms.values import check_value

_OF_ITS_YEAR = frozenset({"date", "sessions"})
"""Types that are never copied from one edition to the next: last year's days are wrong by nature."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """Answers for the next edition; `stale` are ids of fields to look at again, in the form's order."""

    answers: dict[str, Any]
    stale: tuple[str, ...]


def renew_answers(former: Definition, current: Definition, answers: Mapping[str, Any]) -> Renewed:
    """Take over the answers that still fit, by field id and type.

    Days are never copied: their fields are stale, since they were answered and are empty now. What the form says to look
    at again every year (`is_stale_on_renewal`) is copied and stale.
    """
    before = {field.id: field for field in former.fields()}
    kept: dict[str, Any] = {}
    stale = []
    for field in current.fields():
        value = answers.get(field.id)
        if field.id not in before or before[field.id].type != field.type or not is_filled(value):
            continue
        copied = None if field.type in _OF_ITS_YEAR else _without_days(field, value)
        fits = not any(check_value(field, copied, pointer_to(field.id)))
        if fits and is_filled(copied):
            kept[field.id] = copied
        if field.is_stale_on_renewal or copied != value or not fits:
            stale.append(field.id)
    return Renewed(kept, tuple(stale))


def _without_days(field: Field, value: Any) -> Any:
    if field.type != "repetition" or not isinstance(value, list):
        return value
    kept = {one.id for one in field.fields if one.type not in _OF_ITS_YEAR}
    return [
        {name: item for name, item in row.items() if name in kept}
        for row in value
        if isinstance(row, Mapping)
    ]


def identifying_fields(definition: Definition) -> frozenset[str]:
    """Return the ids of the fields that tell who applies, those of rows as `field/row_field`."""
    found = set()
    for field in definition.fields():
        if field.is_identifying:
            found.add(field.id)
        found |= {f"{field.id}/{one.id}" for one in field.fields if one.is_identifying}
    return frozenset(found)


def without_identity(definition: Definition, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an anonymous reading shows: known fields that do not tell who applies.

    Answers to fields of a former version are left out: nobody can say what they tell.
    """
    kept = {}
    for field in definition.fields():
        if field.id not in answers or field.is_identifying or field.type in WITHOUT_ANSWER:
            continue
        value = answers[field.id]
        shown = {one.id for one in field.fields if not one.is_identifying}
        if field.type == "repetition" and isinstance(value, list):
            value = [
                {name: item for name, item in row.items() if name in shown}
                for row in value
                if isinstance(row, Mapping)
            ]
        kept[field.id] = value
    return kept
