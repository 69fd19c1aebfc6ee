"""The dossiers of the season's two calls, as they were written, and the answers that they hold."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

from ombelle_demo.edition import Edition
from ombelle_demo.hours import PARIS
from ombelle_demo.library import Commune, communes

from .library import organisations, people

_FOLDER = Path(__file__).parent
Which = Literal["decided", "open"]
_LONG = {
    "title": "title",
    "summary": "summary",
    "description": "description",
    "science": "scientific_content",
    "mediation": "mediation",
    "kind": "activity_type",
    "theme": "theme",
    "public": "audience",
    "levels": "school_levels",
    "booking": "school_booking",
    "ages": "age_min",
    "visitors": "expected_visitors",
    "venue": "venue_name",
    "use": "support_use",
}  # written word: field of the form
_COMMITMENTS = ("charter", "logo", "programme", "report")


@dataclass(frozen=True, slots=True)
class Dossier:
    """One dossier: who writes it for which organisation, and all else as written (see the files)."""

    key: str
    number: int
    written: Mapping[str, Any]

    @property
    def by(self) -> str:
        """The key of whoever writes it."""
        return str(self.written["by"])

    @property
    def organisation(self) -> str:
        """The key of the organisation that it belongs to."""
        return str(self.written["organisation"])

    @property
    def until(self) -> str:
        """How far it goes before anybody judges: draft, discarded, submitted, withdrawn or under_review."""
        return str(self.written.get("until", "submitted"))

    @property
    def is_sent(self) -> bool:
        """Whether it is sent at all."""
        return self.until not in ("draft", "discarded")

    def get(self, name: str, default: Any = None) -> Any:
        """Return what is written under a name."""
        return self.written.get(name, default)

    def days_ago(self, which: Which) -> dict[str, int]:
        """Return how many days ago what befell it did: dossiers come one after the other, the last ones just now."""
        if which == "decided":
            begun = 208 - 3 * self.number
            sent, decided = max(begun - 20 - self.number % 7, 138), 111
            return {
                "begun": begun,
                "sent": sent,
                "judged": 125,
                "decided": decided,
                "confirmed": 104 - self.number,
            }
        last = 23 - self.number * 3 // 4
        days = {"begun": last}
        if self.is_sent:
            days["sent"] = max(last - 2 - self.number % 3, 1)
        if asked := self.get("asked"):
            days |= {"asked": min(asked.get("overdue", 0) + 6, days["sent"]), "answered": 1}
            days["due"] = asked["due"] + asked["overdue"] if "overdue" in asked else 0
        if self.until == "under_review":
            days["judged"] = min(4, days["sent"])
        if self.get("first_batch"):
            days["decided"] = 1
        if self.until in ("withdrawn", "submitted") and not asked:
            days["asked"] = min(2, days["sent"])  # what was written since, or that it was taken back
        return days if not self.get("late") else {"begun": 1, "sent": 0}

    def answers(self, edition: Edition, *, former: str | None = None) -> dict[str, Any]:
        """Return the answers by field; `former` says when the organisation took part before, and with what."""
        if "title" not in self.written:
            return {}
        found = {field: self.written[word] for word, field in _LONG.items() if word in self.written}
        if not self.get("renews"):
            found |= self._contact()
        found |= self._place() | self._rows(edition)
        if self.is_sent:
            found |= self._promises(former)
        return found

    def _contact(self) -> dict[str, Any]:
        domain = organisations()[self.organisation].key
        first = people()[self.by].email.partition("@")[0]
        return {
            "contact_name": people()[self.by].name,
            "contact_function": people()[self.by].function,
            "contact_email": f"{first}@{domain}.example",  # not the agency's domain: that would be a conflict
            "contact_phone": f"03 53 01 {12 + self.number // 100:02} {self.number % 100:02}",
        }

    def _place(self) -> dict[str, Any]:
        if "place" not in self.written:
            return {}
        commune: Commune = communes()[self.written["place"]]
        found: dict[str, Any] = {"commune": commune.insee}
        if "street" in self.written:
            found["venue"] = {
                "street": self.written["street"],
                "postal_code": commune.postal_code,
                "city": commune.name,
            }
        return found

    def _rows(self, edition: Edition) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if "title" in self.written:
            found["format"] = self.get("format", "single")
        if "sessions" in self.written:
            found["sessions"] = [_session(edition, line) for line in self.written["sessions"]]
        if "animations" in self.written:
            names = ("animation_title", "animation_type", "animation_summary")
            found["animations"] = [dict(zip(names, row, strict=True)) for row in self.written["animations"]]
        if partners := [*self.parties()]:
            found["partners"] = [
                {
                    "partner": {"name": organisations()[who].name if who in organisations() else who},
                    "partner_role": role,
                }
                | ({"partner_contribution": brings} if brings else {})
                for who, role, brings in partners
            ]
        return found

    def parties(self) -> Iterator[tuple[str, str, str]]:
        """Yield those who take part and have said yes: key of an organisation or a name, role, what they bring."""
        if who := self.get("co_holder"):
            yield who, "co_holder", ""
        for who, role, brings in self.get("partners", []):
            yield who, role, brings

    def _promises(self, former: str | None) -> dict[str, Any]:
        found: dict[str, Any] = {
            "took_part_before": former is not None,
            "researchers": "researchers" in self.written,
            "is_free": True,
            "commitments": list(_COMMITMENTS),
            "asks_support": "support" in self.written,
        }
        if former:
            found["former_participation"] = former
        if "researchers" in self.written:
            found["researchers_named"] = self.written["researchers"]
        if "support" in self.written:
            found |= self._budget()
        return found

    def _budget(self) -> dict[str, Any]:
        return {
            "requested_amount": self.written["support"] * 100,
            "budget_expenses": [
                {"expense": what, "expense_kind": kind, "expense_amount": euros * 100}
                for what, kind, euros in self.written["expenses"]
            ],
            "budget_income": [
                {"income": what, "income_state": state, "income_amount": euros * 100}
                for what, state, euros in self.written["income"]
            ],
        }


def _session(edition: Edition, line: str) -> dict[str, Any]:
    """Read `+8 10:00-18:00 250`: days from the first one, hours, and how many may come."""
    days, hours, *rest = line.split()
    day = edition.starts_on + timedelta(days=int(days))
    starts, ends = (_at(day, hour) for hour in hours.split("-"))
    session: dict[str, Any] = {"starts_at": starts, "ends_at": ends}
    return session | ({"capacity": int(rest[0])} if rest else {})


def _at(day: date, hour: str) -> str:
    return datetime.combine(day, time.fromisoformat(hour), PARIS).isoformat()


@cache
def dossiers(which: Which) -> Mapping[str, Dossier]:
    """The dossiers of a call by key, in the order in which they are begun."""
    with (_FOLDER / "dossiers" / f"{which}.toml").open("rb") as file:
        written: dict[str, dict[str, Any]] = tomllib.load(file)
    return {key: Dossier(key, number, one) for number, (key, one) in enumerate(written.items(), 1)}


@cache
def calls() -> Mapping[str, Mapping[str, Any]]:
    """What the two calls are: `decided` and `open`."""
    with (_FOLDER / "calls.toml").open("rb") as file:
        return tomllib.load(file)


def committee() -> Sequence[Mapping[str, Any]]:
    """Who judges the open call."""
    found: Sequence[Mapping[str, Any]] = calls()["open"]["committee"]
    return found
