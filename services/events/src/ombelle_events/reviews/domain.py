"""Words of reviews. Plain Python: no database, no framework."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

FOUND_KINDS: Final = ("organisation", "partner", "address_domain")
"""Conflicts that the data show: of the organisation itself, of a party beside it, of the addresses given."""
TOLD_KINDS: Final = ("declared", "pinned")
"""Conflicts that somebody tells: the person themselves, or the coordination of them."""
KINDS: Final = (*FOUND_KINDS, *TOLD_KINDS)
RECOMMENDATIONS: Final = ("label", "waitlist", "not_label")
READABLE: Final = ("submitted", "changes_requested", "under_review", "decided")
"""Statuses in which a reviewer reads an application."""
OPEN: Final = ("submitted", "changes_requested", "under_review")
"""Statuses in which an application may be assigned, and a review written."""


def weighted_mean(scores: Iterable[tuple[float, float, int]], out_of: int) -> float | None:
    """Return the mean of (score, weight, scale), out of the largest scale of the call; `None` without a score.

    Scores of smaller scales are brought to it, so that 5 of 5 weighs as much as 20 of 20. The view `review_mean` of the
    database says the same; a test compares them.
    """
    given = list(scores)
    if not given:
        return None
    total = sum(weight for _, weight, _ in given)
    return out_of * sum(weight * score / scale for score, weight, scale in given) / total


def scored(row: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what reviews say together, from a row of the view `application_score`, which may be missing."""
    names = ("label", "waitlist", "not_label")
    if row is None or row["reviews"] is None:
        empty = dict.fromkeys(names, 0)
        return {"reviews": 0, "mean": None, "spread": None, "out_of": None, "recommendations": empty}
    recommendations = {name: row[name] for name in names}
    told = {name: row[name] for name in ("reviews", "mean", "spread", "out_of")}
    return {**told, "recommendations": recommendations}
