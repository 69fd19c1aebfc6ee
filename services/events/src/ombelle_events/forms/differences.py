"""What changes between two versions of a form, and what that does to dossiers that were begun with the former."""

from dataclasses import dataclass, fields
from typing import Any, Final, Literal

from ombelle_events.forms.definition import Definition, Field

Change = Literal["added", "removed", "changed", "moved"]
_TOLD: Final = tuple(one.name for one in fields(Field) if one.name not in ("id", "fields"))


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one field: `aspects` are the names of what changed in it, `warning` what to think of."""

    field_id: str
    label: str
    change: Change
    aspects: tuple[str, ...] = ()
    warning: str | None = None


def differences(before: Definition, after: Definition) -> list[Difference]:
    """Return what became of each field: those of the new form in order, then those that it has no more.

    A field of rows is named `field/row_field`.
    """
    former, current = _flat(before), _flat(after)
    found = []
    for name, field in current.items():
        if name not in former:
            found.append(_added(name, field))
        elif difference := _changed(name, former[name], field):
            found.append(difference)
    found += [
        Difference(name, field.label, "removed", (), _GONE)
        for name, field in former.items()
        if name not in current
    ]
    kept = [name for name in former if name in current]
    stayed = {
        name for name, other in zip(kept, (n for n in current if n in former), strict=True) if name == other
    }
    told = {difference.field_id for difference in found}
    moved = [
        Difference(name, current[name].label, "moved")
        for name in current
        if name in former and name not in stayed and name not in told
    ]
    return found + moved


_GONE: Final = (
    "Les réponses déjà données restent dans les dossiers, sous « ancien champ », mais ne sont plus demandées."
)


def _flat(definition: Definition) -> dict[str, Field]:
    found = {}
    for field in definition.fields():
        found[field.id] = field
        found |= {f"{field.id}/{one.id}": one for one in field.fields}
    return found


def _added(name: str, field: Field) -> Difference:
    warning = None
    if field.required == "at_submission":
        warning = "Les dossiers en cours devront la remplir avant d'être déposés."
    return Difference(name, field.label, "added", (), warning)


def _changed(name: str, before: Field, after: Field) -> Difference | None:
    aspects = tuple(one for one in _TOLD if getattr(before, one) != getattr(after, one))
    if not aspects:
        return None
    return Difference(name, after.label, "changed", aspects, _warning(before, after))


def _warning(before: Field, after: Field) -> str | None:
    gone = [one.label for one in before.options if all(one.value != other.value for other in after.options)]
    if gone:
        return f"Qui avait choisi « {gone[0]} » devra choisir à nouveau."
    if _is_less(after.max_length, before.max_length) or _is_less(after.max_rows, before.max_rows):
        return "Des réponses déjà données peuvent être devenues trop longues."
    if before.required != "at_submission" and after.required == "at_submission":
        return "Les dossiers en cours devront la remplir avant d'être déposés."
    return None


def _is_less(after: Any, before: Any) -> bool:
    return after is not None and (before is None or after < before)
