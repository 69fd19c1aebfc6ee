"""Which fields somebody is shown, given what they answered."""

from collections.abc import Mapping
from typing import Any

from ombelle_events.forms.conditions import holds
from ombelle_events.forms.definition import Definition, Field


def visible_fields(definition: Definition, answers: Mapping[str, Any]) -> tuple[Field, ...]:
    """Return the fields that are shown, in order; those of rows are told by `Shown`.

    A condition names fields that come before it. One that is not shown answers nothing, whatever was typed in it
    earlier, so that what hangs on it is not shown either.
    """
    shown: dict[str, Field] = {}

    def answer(field_id: str) -> Any:
        return answers.get(field_id) if field_id in shown else None

    for section in definition.sections:
        if holds(section.condition, answer):
            for field in section.fields:
                if holds(field.condition, answer):
                    shown[field.id] = field
    return tuple(shown.values())


class Shown:
    """What is shown of a form with some answers, worked out once: `fields`, and those of each row."""

    def __init__(self, definition: Definition, answers: Mapping[str, Any]) -> None:
        self.fields = visible_fields(definition, answers)
        self._above = {field.id: answers.get(field.id) for field in self.fields}

    def row_fields(self, repetition: Field, row: Mapping[str, Any]) -> tuple[Field, ...]:
        """Return the fields of one row that are shown.

        Their conditions name fields before them, in the row or above it.
        """
        shown: dict[str, Field] = {}

        def answer(field_id: str) -> Any:
            return row.get(field_id) if field_id in shown else self._above.get(field_id)

        for field in repetition.fields:
            if holds(field.condition, answer):
                shown[field.id] = field
        return tuple(shown.values())
