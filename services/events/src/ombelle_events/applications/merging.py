"""Two people, or two windows, that write in one dossier at the same time. Plain Python.

What somebody sends are fields, and the version that they had read. A field that nobody changed since is theirs; one that
was changed to the very same value is no quarrel, so that a save whose answer was lost may be sent again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Merged:
    """What a save comes to: the answers, the fields that it changes, and those over which it collides."""

    answers: dict[str, Any]
    changed: tuple[str, ...]
    clashes: tuple[str, ...]


def merge(
    current: Mapping[str, Any],
    field_versions: Mapping[str, int],
    *,
    base: int | None,
    sent: Mapping[str, Any],
) -> Merged:
    """Merge what was sent into the present answers, field by field.

    Args:
        current: the present answers.
        field_versions: at which version each field last changed.
        base: the version that the sender had read; `None` writes over whatever there is.
        sent: values by field; null empties a field.

    """
    answers = dict(current)
    changed, clashes = [], []
    for name, value in sent.items():
        if is_same(current.get(name), value):
            continue
        if base is not None and field_versions.get(name, 0) > base:
            clashes.append(name)
            continue
        changed.append(name)
        if value is None:
            answers.pop(name, None)
        else:
            answers[name] = value
    return Merged(answers, tuple(changed), tuple(clashes))


def is_same(one: Any, other: Any) -> bool:
    """Say whether two JSON values are the same; true is not 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(is_same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return bool(one == other)
