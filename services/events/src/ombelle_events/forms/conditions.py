"""When a field or a section is shown: comparisons with answers, joined by « all » and « any »."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

Operator = Literal["is", "is_not", "includes", "is_filled", "is_above", "is_below"]
OPERATORS: Final[tuple[Operator, ...]] = get_args(Operator)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one answer must be. `value` means nothing to `is_filled`."""

    field: str
    operator: Operator
    value: Any = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of several conditions."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of several conditions."""

    conditions: tuple["Condition", ...]


Condition = Comparison | AllOf | AnyOf


def read_condition(stored: Mapping[str, Any] | None) -> Condition | None:
    """Read a condition from JSON that was checked when it was written."""
    if stored is None:
        return None
    if "all" in stored:
        return AllOf(tuple(_read(one) for one in stored["all"]))
    if "any" in stored:
        return AnyOf(tuple(_read(one) for one in stored["any"]))
    return Comparison(stored["field"], stored["operator"], stored.get("value"))


def _read(stored: Mapping[str, Any]) -> Condition:
    condition = read_condition(stored)
    if condition is None:
        raise TypeError("a condition is expected")
    return condition


def comparisons(condition: Condition | None) -> Iterator[Comparison]:
    """Every comparison in a condition, in the order of its text."""
    if isinstance(condition, Comparison):
        yield condition
    elif condition is not None:
        for one in condition.conditions:
            yield from comparisons(one)


def holds(condition: Condition | None, answer: Callable[[str], Any]) -> bool:
    """Say whether a condition holds; none always does.

    Args:
        condition: what is asked.
        answer: gives the answer of a field by its id, `None` where there is none or the field is not shown.

    """
    if condition is None:
        return True
    if isinstance(condition, AllOf):
        return all(holds(one, answer) for one in condition.conditions)
    if isinstance(condition, AnyOf):
        return any(holds(one, answer) for one in condition.conditions)
    return _COMPARE[condition.operator](answer(condition.field), condition.value)


def is_filled(answer: Any) -> bool:
    """Say whether an answer says something: « no » and 0 do, blanks and rows of blanks do not."""
    if isinstance(answer, str):
        return bool(answer.strip())
    if isinstance(answer, list):
        return any(is_filled(one) for one in answer)
    if isinstance(answer, Mapping):
        return any(is_filled(one) for one in answer.values())
    return answer is not None


def _is(answer: Any, value: Any) -> bool:
    # true is 1 for Python, and not for whoever answers.
    return isinstance(answer, bool) == isinstance(value, bool) and bool(answer == value)


def _is_not(answer: Any, value: Any) -> bool:
    return not _is(answer, value)


def _includes(answer: Any, value: Any) -> bool:
    return isinstance(answer, list) and any(_is(one, value) for one in answer)


def _filled(answer: Any, _value: Any) -> bool:
    return is_filled(answer)


def _is_above(answer: Any, value: Any) -> bool:
    return _is_ordered(answer, value) and bool(answer > value)


def _is_below(answer: Any, value: Any) -> bool:
    return _is_ordered(answer, value) and bool(answer < value)


def _is_ordered(answer: Any, value: Any) -> bool:
    """Say whether the two can be compared: numbers, or days, whose texts come in their order."""
    return (_is_number(answer) and _is_number(value)) or (isinstance(answer, str) and isinstance(value, str))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_COMPARE: Final[Mapping[Operator, Callable[[Any, Any], bool]]] = {
    "is": _is,
    "is_not": _is_not,
    "includes": _includes,
    "is_filled": _filled,
    "is_above": _is_above,
    "is_below": _is_below,
}
