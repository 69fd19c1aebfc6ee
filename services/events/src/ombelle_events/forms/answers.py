"""Whether answers can be kept, submitted, or labelled."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final, Literal

from ombelle_events.forms.conditions import is_filled
from ombelle_events.forms.definition import Definition, Field
from ombelle_events.forms.problems import Problem
from ombelle_events.forms.values import check_value, day_of, instant_of, is_number
from ombelle_events.forms.visibility import Shown

Stage = Literal["draft", "submission", "label"]
_ASKED: Final[Mapping[Stage, Collection[str]]] = {
    "draft": (),
    "submission": ("at_submission",),
    "label": ("at_submission", "at_label"),
}


def check_answers(
    definition: Definition,
    answers: Mapping[str, Any],
    *,
    stage: Stage,
    files: Collection[str] = (),
    only: Collection[str] | None = None,
) -> list[Problem]:
    """Return every problem of answers, in the form's order, each with its pointer under `/answers`.

    A draft must have the right types and sizes; what is submitted must be whole as well. Fields that are not shown are
    not asked for. Answers to fields of a former version are left alone: `unknown_answers` tells them.

    Args:
        definition: the form.
        answers: by field id, as `values` says; null and what is left out say nothing.
        stage: what the answers must be good for.
        files: ids of the fields of type `file` that have a file.
        only: ids of the fields to check; all of them unless told.

    """
    shown = Shown(definition, answers)
    asked = {field.id for field in shown.fields} if stage != "draft" else set()
    whole = _Whole(shown, stage, files)
    found: list[Problem] = []
    for field in definition.fields():
        if only is not None and field.id not in only:
            continue
        pointer = pointer_to(field.id)
        faults = list(check_value(field, answers.get(field.id), pointer))
        found += faults
        if field.id in asked and not faults:
            found += whole.problems(field, answers.get(field.id), pointer)
    return found


def unknown_answers(definition: Definition, answers: Mapping[str, Any]) -> list[Problem]:
    """Return a problem for each answer to a field that the form does not have."""
    known = {field.id for field in definition.fields()}
    return [
        Problem(pointer_to(name), "field_unknown", "Le formulaire n'a pas, ou n'a plus, cette rubrique.")
        for name in answers
        if name not in known
    ]


def pointer_to(field_id: str) -> str:
    """Return the JSON pointer of a field's answer."""
    return "/answers/" + field_id.replace("~", "~0").replace("/", "~1")


class _Whole:
    """Asks of one shown field what submitting asks: it is filled where it must be, and within its bounds."""

    def __init__(self, shown: Shown, stage: Stage, files: Collection[str]) -> None:
        self._shown = shown
        self._asked = _ASKED[stage]
        self._files = files

    def problems(self, field: Field, value: Any, pointer: str) -> Iterator[Problem]:
        """Yield what is missing from a value that has the right type, or out of bounds."""
        filled = field.id in self._files if field.type == "file" else is_filled(value)
        if not filled:
            if field.required in self._asked and field.type != "explanation":
                yield Problem(pointer, "required", f"« {field.label} » est à remplir.")
        elif field.type in ("repetition", "sessions"):
            yield from self._rows(field, value, pointer)
        elif field.type == "organisation" and not is_filled(value.get("name")):
            yield Problem(f"{pointer}/name", "required", "Le nom de la structure est à remplir.")
        elif field.type == "address" and field.required in self._asked:
            yield from _address_parts(value, pointer)
        elif field.type != "file":
            yield from _bounds(field, value, pointer)

    def _rows(self, field: Field, rows: list[Mapping[str, Any]], pointer: str) -> Iterator[Problem]:
        filled = [(place, row) for place, row in enumerate(rows) if is_filled(row)]
        if field.min_rows is not None and len(filled) < field.min_rows:
            yield Problem(pointer, "too_few_rows", f"Au moins {field.min_rows} lignes sont attendues.")
        for place, row in filled:
            if field.type == "sessions":
                yield from _session_parts(row, f"{pointer}/{place}")
            else:
                for one in self._shown.row_fields(field, row):
                    yield from self.problems(one, row.get(one.id), f"{pointer}/{place}/{one.id}")


def _session_parts(row: Mapping[str, Any], pointer: str) -> Iterator[Problem]:
    for name, label in (("starts_at", "Le début"), ("ends_at", "La fin")):
        if instant_of(row.get(name)) is None:
            yield Problem(f"{pointer}/{name}", "required", f"{label} de la séance est à remplir.")


def _address_parts(value: Mapping[str, Any], pointer: str) -> Iterator[Problem]:
    for name, label in (("postal_code", "Le code postal"), ("city", "La commune")):
        if not is_filled(value.get(name)):
            yield Problem(f"{pointer}/{name}", "required", f"{label} est à remplir.")


def _bounds(field: Field, value: Any, pointer: str) -> Iterator[Problem]:
    low: Any = field.min
    high: Any = field.max
    measured = value
    if field.type == "date":
        measured, low, high = day_of(value), day_of(low), day_of(high)
    elif not is_number(value):
        return
    if low is not None and measured < low:
        yield Problem(pointer, "too_small", f"Au moins {_written(field, low)}.")
    if high is not None and measured > high:
        yield Problem(pointer, "too_large", f"Au plus {_written(field, high)}.")


def _written(field: Field, bound: Any) -> str:
    if field.type == "amount":
        return f"{bound / 100:.2f} €".replace(".", ",")
    return f"{bound:%d/%m/%Y}" if field.type == "date" else str(bound)
