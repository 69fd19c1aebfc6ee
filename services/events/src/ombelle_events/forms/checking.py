"""Whether a form makes sense before anybody answers it: what its shape alone does not say."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ombelle_events.forms.charter import RULE_LABELS, RULE_PURPOSES
from ombelle_events.forms.conditions import Comparison, Condition, comparisons
from ombelle_events.forms.definition import Definition, Field, FieldType, Section
from ombelle_events.forms.problems import Problem
from ombelle_events.forms.purposes import PURPOSE_LABELS, PURPOSE_OPTIONS, PURPOSE_TYPES
from ombelle_events.forms.values import day_of, is_number

_TEXTS: Final[frozenset[FieldType]] = frozenset({"text", "long_text"})
_NUMBERS: Final[frozenset[FieldType]] = frozenset({"integer", "decimal", "amount"})
_ROWS: Final[frozenset[FieldType]] = frozenset({"repetition", "sessions"})
_COMPARED: Final[Mapping[str, frozenset[FieldType]]] = {
    "is": frozenset({"text", "integer", "decimal", "amount", "date", "boolean", "choice", "commune"}),
    "is_not": frozenset({"text", "integer", "decimal", "amount", "date", "boolean", "choice", "commune"}),
    "includes": frozenset({"choices"}),
    "is_above": _NUMBERS | {"date"},
    "is_below": _NUMBERS | {"date"},
}
"""Which types each operator compares; `is_filled` takes all that have an answer."""
_OWN: Final[Mapping[str, frozenset[FieldType]]] = {
    "options": frozenset({"choice", "choices"}),
    "fields": frozenset({"repetition"}),
    "min": _NUMBERS | {"date"},
    "max": _NUMBERS | {"date"},
    "max_length": _TEXTS,
    "media_types": frozenset({"file"}),
    "max_size_bytes": frozenset({"file"}),
    "min_rows": _ROWS,
    "max_rows": _ROWS,
}
"""What only fields of some types have."""
_NEVER_REPEATED: Final[frozenset[FieldType]] = frozenset({"repetition", "sessions", "file"})


def check_definition(definition: Definition, *, published: Definition | None = None) -> list[Problem]:
    """Return every problem of a form, with pointers like `/sections/0/fields/2/condition`.

    Args:
        definition: the form, of the right shape.
        published: the one that people answer today: the type of a field stays what it was, or their answers would
            mean nothing.

    """
    return list(_Checks(definition, published).problems())


def check_rules(definition: Definition, rules: list[str]) -> list[Problem]:
    """Return a problem for each charter rule of a call that this form cannot be held to."""
    return [
        Problem(
            "/sections",
            "purpose_missing",
            f"La règle « {RULE_LABELS[rule]} » demande une rubrique qui donne {PURPOSE_LABELS[purpose]}.",
        )
        for rule, purpose in RULE_PURPOSES.items()
        if rule in rules and definition.of_purpose(purpose) is None
    ]


class _Checks:
    def __init__(self, definition: Definition, published: Definition | None) -> None:
        self._definition = definition
        self._types_before = _types(published) if published else {}
        self._ids: set[tuple[type, str]] = set()
        self._purposes: set[str] = set()
        self._before: dict[str, Field] = {}

    def problems(self) -> Iterator[Problem]:
        for place, section in enumerate(self._definition.sections):
            pointer = f"/sections/{place}"
            yield from self._unique(section, pointer)
            yield from self._condition(section.condition, self._before, f"{pointer}/condition")
            for number, field in enumerate(section.fields):
                yield from self._field(field, f"{pointer}/fields/{number}")

    def _unique(self, named: Section | Field, pointer: str) -> Iterator[Problem]:
        name = (type(named), named.id)
        if name in self._ids:
            yield Problem(f"{pointer}/id", "repeated", f"L'identifiant « {named.id} » est déjà pris.")
        self._ids.add(name)

    def _field(self, field: Field, pointer: str) -> Iterator[Problem]:
        yield from self._unique(field, pointer)
        yield from self._condition(field.condition, self._before, f"{pointer}/condition")
        yield from _own_problems(field, pointer)
        yield from self._purpose(field, pointer)
        yield from self._type_kept(field.id, field, pointer)
        rows: dict[str, Field] = {}
        for number, one in enumerate(field.fields):
            below = f"{pointer}/fields/{number}"
            if one.id in rows:
                yield Problem(f"{below}/id", "repeated", f"L'identifiant « {one.id} » est déjà pris ici.")
            if one.type in _NEVER_REPEATED:
                yield Problem(f"{below}/type", "not_in_rows", "Ce type n'est pas possible dans une ligne.")
            if one.purpose is not None:
                yield Problem(f"{below}/purpose", "not_in_rows", "Une rubrique de ligne n'a pas d'usage.")
            yield from self._condition(one.condition, {**self._before, **rows}, f"{below}/condition")
            yield from _own_problems(one, below)
            yield from self._type_kept(f"{field.id}/{one.id}", one, below)
            rows[one.id] = one
        self._before[field.id] = field

    def _type_kept(self, name: str, field: Field, pointer: str) -> Iterator[Problem]:
        before = self._types_before.get(name, field.type)
        if before != field.type:
            yield Problem(
                f"{pointer}/type",
                "type_changed",
                f"« {field.id} » était de type {before} dans le formulaire publié : donnez un autre identifiant "
                "à la nouvelle rubrique.",
            )

    def _purpose(self, field: Field, pointer: str) -> Iterator[Problem]:
        if field.purpose is None:
            return
        if field.purpose in self._purposes:
            yield Problem(
                f"{pointer}/purpose",
                "repeated",
                f"Une autre rubrique donne déjà {PURPOSE_LABELS[field.purpose]}.",
            )
        self._purposes.add(field.purpose)
        if field.type not in PURPOSE_TYPES[field.purpose]:
            expected = " ou ".join(PURPOSE_TYPES[field.purpose])
            yield Problem(f"{pointer}/purpose", "type_unfit", f"Cet usage demande le type {expected}.")
        known = PURPOSE_OPTIONS.get(field.purpose)
        for number, option in enumerate(field.options if known else ()):
            if known and option.value not in known:
                yield Problem(
                    f"{pointer}/options/{number}/value",
                    "option_unfit",
                    f"Pour cet usage, les valeurs possibles sont {', '.join(known)}.",
                )
        amounts = sum(one.type == "amount" for one in field.fields)
        if field.purpose in ("budget_expenses", "budget_income") and amounts != 1:
            yield Problem(
                f"{pointer}/fields", "amount_missing", "Un budget a exactement un montant par ligne."
            )

    def _condition(
        self, condition: Condition | None, before: Mapping[str, Field], pointer: str
    ) -> Iterator[Problem]:
        for comparison in comparisons(condition):
            field = before.get(comparison.field)
            if field is None:
                yield Problem(
                    pointer,
                    "field_not_before",
                    f"Une condition porte sur une rubrique placée avant ; « {comparison.field} » ne l'est pas.",
                )
            elif field.type in ("file", "explanation"):
                yield Problem(pointer, "not_comparable", f"« {comparison.field} » n'a pas de réponse à lire.")
            elif comparison.operator != "is_filled" and field.type not in _COMPARED[comparison.operator]:
                yield Problem(
                    pointer,
                    "not_comparable",
                    f"« {comparison.operator} » ne s'applique pas à une rubrique de type {field.type}.",
                )
            elif comparison.operator != "is_filled" and not _fits(comparison, field):
                yield Problem(
                    pointer, "value_unfit", f"Cette valeur ne peut pas être celle de « {comparison.field} »."
                )


def _types(definition: Definition) -> dict[str, FieldType]:
    found = {}
    for field in definition.fields():
        found[field.id] = field.type
        found |= {f"{field.id}/{one.id}": one.type for one in field.fields}
    return found


def _fits(comparison: Comparison, field: Field) -> bool:
    value: Any = comparison.value
    if field.type in ("choice", "choices"):
        return any(option.value == value for option in field.options)
    if field.type == "boolean":
        return isinstance(value, bool)
    if field.type in _NUMBERS:
        return is_number(value)
    if field.type == "date":
        return day_of(value) is not None
    return isinstance(value, str)


def _own_problems(field: Field, pointer: str) -> Iterator[Problem]:
    for name, types in _OWN.items():
        if getattr(field, name) not in (None, ()) and field.type not in types:
            yield Problem(
                f"{pointer}/{name}", "not_of_this_type", f"Une rubrique de type {field.type} n'a pas cela."
            )
    if field.type in _OWN["options"]:
        yield from _option_problems(field, pointer)
    if field.type == "repetition" and not field.fields:
        yield Problem(f"{pointer}/fields", "missing", "Une répétition a au moins une rubrique.")
    if field.type == "explanation" and field.required != "never":
        yield Problem(f"{pointer}/required", "not_answered", "Une explication n'attend pas de réponse.")
    yield from _bound_problems(field, pointer)


def _option_problems(field: Field, pointer: str) -> Iterator[Problem]:
    if not field.options:
        yield Problem(f"{pointer}/options", "missing", "Un choix a au moins une valeur.")
    for number, option in enumerate(field.options):
        if any(option.value == other.value for other in field.options[:number]):
            yield Problem(
                f"{pointer}/options/{number}/value", "repeated", f"« {option.value} » y est deux fois."
            )


def _bound_problems(field: Field, pointer: str) -> Iterator[Problem]:
    low: Any = field.min
    high: Any = field.max
    for name, bound in (("min", low), ("max", high)):
        is_right = day_of(bound) is not None if field.type == "date" else is_number(bound)
        if bound is not None and field.type in _OWN["min"] and not is_right:
            yield Problem(f"{pointer}/{name}", "value_unfit", "Cette borne n'est pas du type de la rubrique.")
            return
    if low is not None and high is not None and field.type in _OWN["min"] and low > high:
        yield Problem(f"{pointer}/max", "below_min", "La borne haute est plus petite que la borne basse.")
    if field.min_rows is not None and field.min_rows > field.most_rows:
        yield Problem(f"{pointer}/max_rows", "below_min", "Il y a moins de lignes possibles que demandées.")
