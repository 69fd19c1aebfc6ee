"""The words of evaluations. Plain Python."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final, Literal, get_args

from ombelle_contracts.vocabulary import Label

State = Literal["asked", "answered", "waived"]
STATES: Final[tuple[State, ...]] = get_args(State)
Method = Literal["counted", "estimated", "unknown"]
Satisfaction = Literal["very_satisfied", "satisfied", "not_very_satisfied", "dissatisfied"]
HowKnown = Literal[
    "catalogue",
    "website",
    "newsletter",
    "word_of_mouth",
    "event",
    "former_loan",
    "education_network",
    "other",
]
TaskState = Literal["to_do", "in_progress", "done", "set_aside"]
TASK_STATES: Final[tuple[TaskState, ...]] = get_args(TaskState)

METHODS: Final[Mapping[Method, Label]] = {
    "counted": Label("Compté", "Counted"),
    "estimated": Label("Estimé", "Estimated"),
    "unknown": Label("Inconnu", "Unknown"),
}
SATISFACTIONS: Final[Mapping[Satisfaction, Label]] = {
    "very_satisfied": Label("Très satisfait", "Very satisfied"),
    "satisfied": Label("Satisfait", "Satisfied"),
    "not_very_satisfied": Label("Peu satisfait", "Not very satisfied"),
    "dissatisfied": Label("Pas satisfait", "Dissatisfied"),
}
HOW_KNOWN: Final[Mapping[HowKnown, Label]] = {
    "catalogue": Label("Le catalogue papier", "The printed catalogue"),
    "website": Label("Le site", "The website"),
    "newsletter": Label("La lettre d’information", "The newsletter"),
    "word_of_mouth": Label("Le bouche-à-oreille", "Word of mouth"),
    "event": Label("Une manifestation", "An event"),
    "former_loan": Label("Un emprunt précédent", "A loan before"),
    "education_network": Label("Le réseau de l’Éducation nationale", "The network of schools"),
    "other": Label("Autrement", "Otherwise"),
}

LINK_LASTS: Final = timedelta(days=180)
"""How long the link of a mail opens its questionnaire."""
REMINDED_AFTER: Final = timedelta(days=14)
"""From the mail that asked, or the last reminder, to the next."""
MOST_REMINDERS: Final = 2
"""Somebody who does not answer is left alone then."""
