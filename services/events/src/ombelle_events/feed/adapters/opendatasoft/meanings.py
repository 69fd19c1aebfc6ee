"""Labels of past editions to our codes; what nobody told us is kept, counted, and read by its words."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ombelle_events.feed.adapters import texts
from ombelle_events.feed.adapters.additional import activity_type_of, audience_of, theme_of
from ombelle_events.feed.adapters.opendatasoft.layouts import labels
from ombelle_events.feed.adapters.opendatasoft.records import Said
from ombelle_events.programme import vocabulary

_OWN: Final[Mapping[str, Mapping[Any, str]]] = {
    "activity_type": vocabulary.ACTIVITY_TYPES,
    "theme": vocabulary.THEMES,
    "accessibility": vocabulary.ACCESSIBILITY,
}
VOCABULARIES: Final = (
    "activity_type",
    "theme",
    "audience",
    "accessibility",
    "attendance_mode",
    "cancellation",
    "publication",
)
# « [Evènement ponctuel] Visite »: the years before wrote « Visite ».
_PREFIX = re.compile(r"^\s*\[[^\]]*\]\s*(?=\S)")
_MOST: Final = 200


def codes_of(kind: str, label: str) -> tuple[str, ...]:
    """The codes of a label; empty when nobody told us of it."""
    said = texts.fold(_PREFIX.sub("", label))
    known = labels(kind).get(said)
    if known is not None:
        return known
    return tuple(code for code, shown in _OWN.get(kind, {}).items() if texts.fold(shown) == said)[:1]


def unknown_labels(said: Said) -> dict[str, list[str]]:
    """The labels of a record that nobody told us of, by column."""
    found = {
        said.sources[kind]: [label for label in said.labels(kind) if not codes_of(kind, label)]
        for kind in VOCABULARIES
        if said[kind] is not None
    }
    return {column: unknown for column, unknown in found.items() if unknown}


def one_code(kind: str, said: Said) -> str | None:
    """The code of the first label that has one, else what the words of the first telling one say."""
    shown = said.labels(kind)
    known = next((codes[0] for label in shown if (codes := codes_of(kind, label))), None)
    by_words: Mapping[str, Callable[[Iterable[str]], str | None]] = {
        "theme": theme_of,
        "activity_type": activity_type_of,
    }
    return known or (by_words[kind](shown) if kind in by_words else None)


def audience(said: Said) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Audiences and school levels; a way for classes to book says that they are welcome."""
    found: set[str] = set()
    strangers = []
    for label in said.labels("audience"):
        codes = codes_of("audience", label)
        found |= set(codes)
        strangers += [] if codes else [label]
    found |= {code for codes in audience_of(strangers) for code in codes}
    for block, code in (("public", "general_public"), ("schools", "schools")):
        if any(said[f"{block}_{way}"] for way in ("link", "email", "phone")):
            found.add(code)
    return (
        tuple(code for code in vocabulary.AUDIENCES if code in found),
        tuple(code for code in vocabulary.SCHOOL_LEVELS if code in found),
    )


def needs(said: Said) -> tuple[str, ...] | None:
    """The needs that the place was made fit for; `None` when nobody said anything."""
    found = {code for label in said.labels("accessibility") for code in codes_of("accessibility", label)}
    return tuple(code for code in vocabulary.ACCESSIBILITY if code in found) if found else None


def is_published(said: Said) -> bool:
    """Say whether a record was for the public: it says so, or says nothing of it."""
    shown = said.labels("publication")
    return not shown or all(codes_of("publication", label) == ("published",) for label in shown)


def cancellation(said: Said) -> str:
    """The status that the column of cancellations gives: any words but a « no » say that it did not take place."""
    shown = said.labels("cancellation")
    if not shown:
        return "scheduled"
    codes = codes_of("cancellation", shown[0])
    return codes[0] if codes else "cancelled"


@dataclass(slots=True)
class Report:
    """What rows held that nobody told us of: columns with the number of rows that fill them, labels by column."""

    columns: Counter[str]
    labels: dict[str, Counter[str]]

    def count(self, said: Said) -> None:
        """Add a record."""
        self.columns.update(column[:200] for column in said.strangers)
        for column, unknown in unknown_labels(said).items():
            self.labels.setdefault(column, Counter()).update(unknown)

    def as_dict(self) -> dict[str, Any] | None:
        """The counts, the most frequent first and at most 200 of each; `None` when all was known."""
        if not self.columns and not self.labels:
            return None
        return {
            "unknown_columns": dict(self.columns.most_common(_MOST)),
            "unknown_labels": {
                column: dict(counter.most_common(_MOST)) for column, counter in sorted(self.labels.items())
            },
        }
