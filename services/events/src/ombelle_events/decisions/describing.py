"""How batches and their lines are shown."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic_core import to_jsonable_python

_PLAIN: Final = (
    "id", "call_id", "title", "notes", "state", "sitting_on", "created_at", "updated_at", "applied_at", "version",
)  # fmt: skip
_DOSSIER: Final = (
    "application_id", "number", "title", "organisation_id", "organisation_name", "department", "theme", "commune_insee",
    "status", "present_decision", "present_rank", "requested_cents",
)  # fmt: skip
_ITEM: Final = ("decision", "amount_cents", "motivation", "rank", "staged_at", "version")


def batch_actions(state: str, *, is_withheld: bool) -> list[str]:
    """Return what the coordination may do with a batch.

    Whoever may not see all that it decides, by a conflict of interest, does not apply it.
    """
    if state == "applied":
        return ["read_minutes"]
    if state == "discarded":
        return []
    return ["edit", "stage", "preview", *([] if is_withheld else ["apply"]), "discard"]


def batch_described(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a batch, without those present and its lines."""
    budget = row["budget_cents"]
    staged = row["amount_cents"] if row["state"] == "staged" else 0
    return {
        **{name: row[name] for name in _PLAIN},
        "call": {
            "id": row["call_id"],
            "title": row["call_title"],
            "year": row["year"],
            "has_scoring": row["has_scoring"],
            "has_committee": row["has_committee"],
            "quorum": row["quorum"],
        },
        "counts": {name: row[name] for name in ("labelled", "waitlisted", "not_labelled", "total")},
        "amount_cents": row["amount_cents"],
        "budget": None
        if budget is None
        else {
            "budget_cents": budget,
            "granted_cents": row["granted_cents"],
            "left_cents": budget - row["granted_cents"] - staged,
        },
        "created_by": {"id": row["created_by"], "name": row["created_by_name"]},
        "applied_by": applied_by(row),
        "allowed_actions": batch_actions(row["state"], is_withheld=row["is_withheld"]),
    }


def applied_by(row: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return who applied a batch, `None` as long as nobody did."""
    if row["applied_by"] is None:
        return None
    return {"id": row["applied_by"], "name": row["applied_by_name"]}


def dossier_described(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return an application as decisions look at it, with what the committee thinks where that may be known."""
    scores = None
    if row["reviews"]:
        scores = {
            "reviews": row["reviews"],
            "mean": row["mean"],
            "spread": row["spread"],
            "out_of": row["out_of"],
            "recommendations": {
                "label": row["for_label"],
                "waitlist": row["for_waitlist"],
                "not_label": row["for_not_label"],
            },
        }
    return {**{name: row[name] for name in _DOSSIER}, "scores": scores}


def item_described(row: Mapping[str, Any], state: str, *, plain: bool = False) -> dict[str, Any]:
    """Return a line of a batch; `plain` as JSON has it."""
    item = {
        **dossier_described(row),
        **{name: row[name] for name in _ITEM},
        "staged_by": {"id": row["staged_by"], "name": row["staged_by_name"]},
        "allowed_actions": ["edit", "remove"] if state == "staged" else [],
    }
    return to_jsonable_python(item) if plain else item
