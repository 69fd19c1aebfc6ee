"""The words of decisions: batches, warnings, what changed since a preview. Plain Python."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal
from uuid import UUID

BatchState = Literal["staged", "applied", "discarded"]
BATCH_STATES: Final[tuple[BatchState, ...]] = ("staged", "applied", "discarded")
DECISION_LABELS: Final[Mapping[str, str]] = {
    "labelled": "Labellisé",
    "waitlisted": "Liste complémentaire",
    "not_labelled": "Non retenu",
}

WarningCode = Literal[
    "application_withdrawn",
    "changes_requested",
    "already_decided",
    "not_decidable",
    "budget_exceeded",
    "quorum_missing",
    "text_broken",
    "batch_empty",
    "conflict_of_interest",
    "present_with_conflict",
    "motivation_missing",
    "rank_missing",
    "contact_missing",
    "reviews_missing",
    "sitting_day_missing",
]
BLOCKING: Final[frozenset[WarningCode]] = frozenset(
    {
        "application_withdrawn",
        "changes_requested",
        "already_decided",
        "not_decidable",
        "budget_exceeded",
        "quorum_missing",
        "text_broken",
        "batch_empty",
    }
)
"""What stands in the way of applying a batch; the other warnings are for whoever applies it to weigh."""


@dataclass(frozen=True, slots=True)
class Warned:
    """Something to look at before a batch is applied; `application_id` is `None` for the batch as a whole."""

    code: WarningCode
    detail: str
    application_id: UUID | None = None
    number: int | None = None

    @property
    def is_blocking(self) -> bool:
        """Whether the batch cannot be applied like this."""
        return self.code in BLOCKING

    def as_dict(self) -> dict[str, Any]:
        """Return it as the API tells it."""
        return {
            "code": self.code,
            "detail": self.detail,
            "is_blocking": self.is_blocking,
            "application_id": self.application_id,
            "number": self.number,
        }


def state_warning(
    status: str, decision: str | None, *, may_be_decided: bool
) -> tuple[WarningCode, str] | None:
    """Say why an application cannot be decided as it is, or `None`."""
    if may_be_decided:
        return None
    if status == "withdrawn":
        return "application_withdrawn", "Le dossier a été retiré par sa structure : ôtez-le du lot."
    if status == "changes_requested":
        return "changes_requested", "Une demande de compléments attend encore sa réponse."
    if status == "decided":
        label = DECISION_LABELS.get(decision or "", "").lower()
        return "already_decided", f"Le dossier est déjà décidé ({label}) : ôtez-le du lot."
    return "not_decidable", "Le dossier n'est pas déposé : ôtez-le du lot."


_TEXTS: Final = ("mail", "letter")


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Say what differs between what was previewed and what is.

    Args:
        before: `{"batch": {…}, "items": {application_id: {…}}}`, as `plan.shown` returns it.
        after: the same, now.

    Returns:
        `{"application_id", "number", "title", "field", "before", "after"}` each. Field `item` is a whole line that came
        or went; a mail or a letter that reads otherwise is told where nothing else of its line says why.

    """
    found = [
        _difference(None, None, name, before["batch"].get(name), after["batch"].get(name))
        for name in _names(before["batch"], after["batch"])
    ]
    for key in sorted(before["items"].keys() | after["items"].keys()):
        old, new = before["items"].get(key), after["items"].get(key)
        facts = new or old
        if old is None or new is None:
            found.append(_difference(key, facts, "item", _brief(old), _brief(new)))
            continue
        changed = _names(old, new)
        told = [name for name in changed if name not in _TEXTS]
        found += [_difference(key, facts, name, old.get(name), new.get(name)) for name in told]
        if not told:
            found += [_difference(key, facts, name, None, None) for name in changed]
    return found


def _names(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    return [name for name in sorted(old.keys() | new.keys()) if old.get(name) != new.get(name)]


def _brief(item: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if item is None else {name: item.get(name) for name in ("decision", "amount_cents", "rank")}


def _difference(
    application_id: str | None, facts: Mapping[str, Any] | None, field: str, before: Any, after: Any
) -> dict[str, Any]:
    return {
        "application_id": application_id,
        "number": facts and facts.get("number"),
        "title": facts and facts.get("title"),
        "field": field,
        "before": before,
        "after": after,
    }


def counted(decisions: Iterable[str]) -> dict[str, int]:
    """Count decisions by kind, with their total."""
    listed = list(decisions)
    return {name: listed.count(name) for name in DECISION_LABELS} | {"total": len(listed)}
