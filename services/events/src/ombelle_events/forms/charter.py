"""The rules of the festival's charter that a machine can check, from what was answered."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal, get_args
from zoneinfo import ZoneInfo

from ombelle_events.forms.answers import pointer_to
from ombelle_events.forms.definition import Definition, Purpose
from ombelle_events.forms.purposes import purpose_values
from ombelle_events.forms.values import instant_of

CharterRule = Literal["session_in_official_dates", "free_of_charge", "venue_in_territory"]
CHARTER_RULES: Final[tuple[CharterRule, ...]] = get_args(CharterRule)
RULE_LABELS: Final[Mapping[CharterRule, str]] = {
    "session_in_official_dates": "Au moins une séance pendant les dates officielles",
    "free_of_charge": "Gratuit pour le public",
    "venue_in_territory": "Dans une commune de la région",
}
RULE_PURPOSES: Final[Mapping[CharterRule, Purpose]] = {
    "session_in_official_dates": "sessions",
    "free_of_charge": "is_free",
    "venue_in_territory": "commune",
}
"""Which field each rule reads: a form without it cannot be held to the rule."""
_PARIS: Final = ZoneInfo("Europe/Paris")


@dataclass(frozen=True, slots=True)
class OfficialDates:
    """The festival's civil days, both included."""

    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """Whether a rule is kept, a French sentence on what it was judged by, and the answer to change if it is not."""

    rule: CharterRule
    passed: bool
    evidence: str
    pointer: str | None


def check_charter(
    rules: Collection[str],
    official: OfficialDates,
    definition: Definition,
    answers: Mapping[str, Any],
    territory: Collection[str],
) -> list[RuleOutcome]:
    """Judge answers by the rules that a call chose, in the order of `CHARTER_RULES`.

    Args:
        rules: those of the call.
        official: the edition's dates.
        definition: the form.
        answers: what was answered.
        territory: INSEE codes of the communes of the territory; those among `named_communes` are enough.

    """
    values = purpose_values(definition, answers)
    outcomes = []
    for rule in CHARTER_RULES:
        if rule not in rules:
            continue
        value = values.get(RULE_PURPOSES[rule])
        if rule == "session_in_official_dates":
            passed, evidence = _in_official_dates(value, official)
        elif rule == "free_of_charge":
            passed, evidence = _free(value)
        else:
            passed, evidence = _in_territory(value, values.get("sessions"), territory)
        field = definition.of_purpose(RULE_PURPOSES[rule])
        outcomes.append(RuleOutcome(rule, passed, evidence, pointer_to(field.id) if field else None))
    return outcomes


def _in_official_dates(sessions: Any, official: OfficialDates) -> tuple[bool, str]:
    dates = f"du {official.starts_on:%d/%m/%Y} au {official.ends_on:%d/%m/%Y}"
    spans = [_days(row) for row in _rows(sessions)]
    known = [span for span in spans if span is not None]
    for first, last in known:
        if first <= official.ends_on and last >= official.starts_on:
            return True, f"Séance du {first:%d/%m/%Y}, pendant les dates officielles ({dates})."
    if known:
        return False, f"Aucune séance n'a lieu pendant les dates officielles ({dates})."
    return False, f"Aucune séance n'est saisie ; il en faut une pendant les dates officielles ({dates})."


def _days(row: Mapping[str, Any]) -> tuple[date, date] | None:
    """Return the first and the last civil day in Paris of a session; midnight belongs to the day before it."""
    starts_at, ends_at = instant_of(row.get("starts_at")), instant_of(row.get("ends_at"))
    if starts_at is None or ends_at is None or ends_at <= starts_at:
        return None
    return starts_at.astimezone(_PARIS).date(), _day_before(ends_at)


def _day_before(ends_at: datetime) -> date:
    here = ends_at.astimezone(_PARIS)
    is_midnight = (here.hour, here.minute, here.second, here.microsecond) == (0, 0, 0, 0)
    return date.fromordinal(here.toordinal() - 1) if is_midnight else here.date()


def _free(value: Any) -> tuple[bool, str]:
    if value is True:
        return True, "Le dossier dit que le public ne paie pas."
    if value is False:
        return False, "Le dossier dit que le public paie."
    return False, "Le dossier ne dit pas si le public paie."


def _in_territory(commune: Any, sessions: Any, territory: Collection[str]) -> tuple[bool, str]:
    named = [commune] if commune else []
    named += [row["commune"] for row in _rows(sessions) if row.get("commune")]
    outside = [code for code in named if code not in territory]
    if outside:
        return False, f"La commune {outside[0]} n'est pas dans la région."
    if not named:
        return False, "Aucune commune n'est saisie."
    return True, "Toutes les communes du dossier sont dans la région."


def _rows(sessions: Any) -> Sequence[Mapping[str, Any]]:
    return [row for row in sessions if isinstance(row, Mapping)] if isinstance(sessions, list) else []
