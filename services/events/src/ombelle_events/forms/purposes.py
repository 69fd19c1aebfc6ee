"""What the rest of the festival reads in answers: fields that serve one of the closed purposes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from ombelle_events.forms.answers import pointer_to
from ombelle_events.forms.conditions import is_filled
from ombelle_events.forms.definition import Definition, Field, FieldType, Purpose
from ombelle_events.forms.values import INSEE, uuid_of
from ombelle_events.forms.visibility import Shown, visible_fields
from ombelle_events.programme.vocabulary import ACTIVITY_TYPES, AUDIENCES, SCHOOL_LEVELS, THEMES

PURPOSE_TYPES: Final[Mapping[Purpose, tuple[FieldType, ...]]] = {
    "title": ("text",),
    "summary": ("text", "long_text"),
    "theme": ("choice",),
    "commune": ("commune",),
    "venue": ("text", "address"),
    "sessions": ("sessions",),
    "is_free": ("boolean",),
    "audience": ("choices",),
    "school_levels": ("choices",),
    "activity_type": ("choice",),
    "contact_name": ("text",),
    "contact_email": ("email",),
    "budget_expenses": ("repetition",),
    "budget_income": ("repetition",),
    "requested_amount": ("amount",),
}
"""Of which type a field that serves a purpose may be. A budget's rows hold exactly one amount."""
PURPOSE_LABELS: Final[Mapping[Purpose, str]] = {
    "title": "le titre du projet",
    "summary": "le résumé pour le programme",
    "theme": "la thématique",
    "commune": "la commune, sur la carte",
    "venue": "le lieu",
    "sessions": "les séances du programme",
    "is_free": "la gratuité",
    "audience": "le public",
    "school_levels": "les niveaux scolaires",
    "activity_type": "le type d'animation",
    "contact_name": "la personne à qui écrire",
    "contact_email": "l'adresse où écrire",
    "budget_expenses": "les dépenses du budget",
    "budget_income": "les recettes du budget",
    "requested_amount": "le montant demandé",
}
"""What is read in a field that serves a purpose, in the words of the form's editor."""
PURPOSE_OPTIONS: Final[Mapping[Purpose, Mapping[Any, str]]] = {
    "theme": THEMES,
    "audience": AUDIENCES,
    "school_levels": SCHOOL_LEVELS,
    "activity_type": ACTIVITY_TYPES,
}
"""Whose values the options of a field that serves a purpose are: those of the programme."""


def purpose_values(definition: Definition, answers: Mapping[str, Any]) -> dict[Purpose, Any]:
    """Return what was answered, by purpose; what is empty or not shown is left out."""
    return {
        field.purpose: answers[field.id]
        for field in visible_fields(definition, answers)
        if field.purpose is not None and is_filled(answers.get(field.id))
    }


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A row of expenses or income: what its first text says, and cents (`None` where the amount is missing)."""

    label: str
    amount_cents: int | None


@dataclass(frozen=True, slots=True)
class Budget:
    """What a budget adds up to, in cents."""

    expenses: tuple[BudgetLine, ...]
    income: tuple[BudgetLine, ...]
    requested_cents: int | None

    @property
    def expenses_cents(self) -> int:
        """The sum of expenses."""
        return sum(line.amount_cents or 0 for line in self.expenses)

    @property
    def income_cents(self) -> int:
        """The sum of income, without what is asked for."""
        return sum(line.amount_cents or 0 for line in self.income)

    @property
    def balance_cents(self) -> int:
        """What is left when the income and what is asked for have paid the expenses; negative when they do not."""
        return self.income_cents + (self.requested_cents or 0) - self.expenses_cents


def budget_of(definition: Definition, answers: Mapping[str, Any]) -> Budget:
    """Return the budget of a form's answers; a form without one has no lines."""
    shown = Shown(definition, answers)
    values = purpose_values(definition, answers)
    requested = values.get("requested_amount")
    return Budget(
        _lines(shown, definition.of_purpose("budget_expenses"), values.get("budget_expenses")),
        _lines(shown, definition.of_purpose("budget_income"), values.get("budget_income")),
        requested if _is_cents(requested) else None,
    )


def _lines(shown: Shown, field: Field | None, rows: Any) -> tuple[BudgetLine, ...]:
    if field is None or not isinstance(rows, list):
        return ()
    return tuple(_line(shown, field, row) for row in rows if isinstance(row, Mapping) and is_filled(row))


def _line(shown: Shown, field: Field, row: Mapping[str, Any]) -> BudgetLine:
    label, amount = "", None
    for one in shown.row_fields(field, row):
        value = row.get(one.id)
        if one.type == "amount":
            amount = value if _is_cents(value) else None
        elif not label and isinstance(value, str):
            label = next((option.label for option in one.options if option.value == value), value)
    return BudgetLine(label, amount)


def _is_cents(value: Any) -> bool:
    return type(value) is int and value >= 0


def named_communes(definition: Definition, answers: Mapping[str, Any]) -> frozenset[str]:
    """Return the INSEE codes that shown answers name, for whoever looks which of them there are."""
    return frozenset(
        value
        for _, kind, value in _leaves(definition, answers)
        if kind == "commune" and isinstance(value, str) and INSEE.fullmatch(value)
    )


def named_organisations(definition: Definition, answers: Mapping[str, Any]) -> dict[str, UUID]:
    """Return the ids of the directory that shown answers name, by their pointers."""
    found = {}
    for pointer, kind, value in _leaves(definition, answers):
        known = uuid_of(value.get("id")) if kind == "organisation" and isinstance(value, Mapping) else None
        if known is not None:
            found[f"{pointer}/id"] = known
    return found


def _leaves(definition: Definition, answers: Mapping[str, Any]) -> list[tuple[str, str, Any]]:
    """Return pointer, type and value of each shown answer, those of rows included."""
    shown, found = Shown(definition, answers), []
    for field in shown.fields:
        value, pointer = answers.get(field.id), pointer_to(field.id)
        if field.type not in ("repetition", "sessions"):
            found.append((pointer, str(field.type), value))
            continue
        for place, row in enumerate(value if isinstance(value, list) else ()):
            if not isinstance(row, Mapping):
                continue
            if field.type == "sessions":
                found.append((f"{pointer}/{place}/commune", "commune", row.get("commune")))
            else:
                found += [
                    (f"{pointer}/{place}/{one.id}", str(one.type), row.get(one.id))
                    for one in shown.row_fields(field, row)
                ]
    return found
