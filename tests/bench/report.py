"""What the bench says: a table for people, one line of JSON for programs, and whether every bound holds."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

KEYS = (
    "page_vs_bare",
    "gateway_vs_direct",
    "hot_vs_bare",
    "feed_unchanged_vs_copy",
    "feed_first_vs_orm",
    "search_p99_vs_bare",
    "memory_mb",
    "first_page_js_kb",
    "growth",
    "desk_vs_bare",
    "autosave_p95_vs_bare",
    "batch_seconds",
    "planning_seconds",
    "race_vs_bare",
    "availability_vs_bare",
    "governance_vs_bare",
    "voting_seconds",
)
"""What the JSON holds. Measures beside these are shown, and count for the exit code."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: `value` must be at least `bound`, or at most, as `at_least` says."""

    key: str
    label: str
    ours: str
    baseline: str
    value: float
    bound: float
    at_least: bool
    spread: tuple[float, float] | None = None

    @property
    def holds(self) -> bool:
        """Whether the bound is held; what is not a number holds nothing."""
        return self.value >= self.bound if self.at_least else self.value <= self.bound


def as_json(measures: Sequence[Measure]) -> str:
    """Return the line: each key of KEYS that was measured, in their order."""
    found = {measure.key: measure for measure in measures}
    return json.dumps({key: round(found[key].value, 3) for key in KEYS if key in found})


def exit_code(measures: Sequence[Measure]) -> int:
    """Return 0 when every bound holds, else 1."""
    return 0 if measures and all(measure.holds for measure in measures) else 1


def table(measures: Sequence[Measure]) -> str:
    """Return the table, in French."""
    head = ("mesure", "nous", "référence", "rapport", "de … à", "borne", "")
    lines = [head, *(_line(measure) for measure in measures)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _line(measure: Measure) -> tuple[str, ...]:
    spread = f"{number(measure.spread[0])}–{number(measure.spread[1])}" if measure.spread else ""
    return (
        measure.label,
        measure.ours,
        measure.baseline,
        number(measure.value),
        spread,
        f"{'≥' if measure.at_least else '≤'} {number(measure.bound)}",
        "✓" if measure.holds else "✗",
    )


def number(value: float) -> str:
    """Write a number as French does, with as many decimals as it deserves: 0,87 · 12,3 · 240."""
    decimals = 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0
    return f"{value:.{decimals}f}".replace(".", ",")
