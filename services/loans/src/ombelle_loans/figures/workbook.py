"""A year of loans as a workbook: figures, breakdowns, rules, and the rows of the main figures. Plain Python."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ombelle_chassis.workbooks import Sheet, workbook_of
from ombelle_contracts.vocabulary import KINDS, THEMES

from ombelle_loans.evaluations.domain import METHODS, SATISFACTIONS
from ombelle_loans.loans.domain import STATUS_LABELS
from ombelle_loans.vocabulary import CATEGORIES, FORMATS

_LABELS: Final[Mapping[str, str]] = {
    "items": "Outils actifs au 31 décembre",
    "items_by_category": "dont",
    "new_items": "Nouveaux outils",
    "new_formats": "Nouveaux formats",
    "items_lent": "Outils sortis",
    "use_rate_percent": "Taux d’utilisation (%)",
    "loans": "Prêts",
    "days_out": "Jours de prêt",
    "top_items_days": "Jours de prêt des outils les plus sortis",
    "cancelled": "Prêts annulés",
    "cancelled_days": "Jours annulés",
    "fees_eur": "Montant (€)",
    "evaluations": "Questionnaires remplis",
    "evaluation_rate_percent": "Taux de réponse (%)",
    "satisfaction": "Satisfaction",
    "audience": "Public",
    "audience_method": "Public",
    "school_borrowers": "Établissements scolaires emprunteurs",
    "school_borrowers_pass_culture": "dont par le pass Culture",
}
_MONTHS: Final = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_VALUES: Final[Mapping[str, str]] = {
    **{code: label.french for labels in (THEMES, KINDS, CATEGORIES, SATISFACTIONS, METHODS, FORMATS)
       for code, label in labels.items()},
    **dict[str, str](STATUS_LABELS.items()),
    "none": "Sans thème",
    "direct": "Direct",
    "pass_culture": "pass Culture",
}  # fmt: skip
_PARTS: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "by_kind": ("Par emprunteur", {code: label.french for code, label in KINDS.items()}),
    "by_department": ("Par département", {}),
    "by_channel": ("Par canal", {}),
    "by_month": ("Par mois", {}),
    "by_theme": ("Par thème", {code: label.french for code, label in THEMES.items()}),
}
_SHEETS: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    **dict.fromkeys(
        ("loans", "cancelled", "evaluations"),
        (
            "",
            {
                "number": "N°", "external_id": "Référence", "title": "Outil", "item_reference": "Référence de l’outil",
                "borrower_name": "Emprunteur", "borrower_kind": "Type", "department": "Département", "channel": "Canal",
                "status": "État", "starts_on": "Du", "ends_on": "Au", "days": "Jours dans l’année", "fee_eur": "Montant (€)",
                "satisfaction": "Satisfaction", "audience_method": "Méthode", "audience": "Public",
            },
        ),
    ),
    "items": (
        "Outils",
        {
            "reference": "Référence", "title": "Outil", "category": "Catégorie", "format": "Format",
            "added_on": "Ajouté le", "loans": "Prêts", "days": "Jours",
        },
    ),
}  # fmt: skip
_NAMES: Final = {"loans": "Prêts", "cancelled": "Annulés", "items": "Outils", "evaluations": "Évaluations"}


def workbook(report: Mapping[str, Any], rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> bytes:
    """Return the workbook of a year.

    Args:
        report: what `FigureService.report` gives.
        rows: of each figure whose rows get a sheet, what it was counted from.

    """
    sheets = [Sheet("Chiffres", ["Chiffre", str(report["year"]), str(report["year"] - 1)], _figures(report))]
    for name, (title, labels) in _PARTS.items():
        lines = [_part(name, labels, one) for one in report[name]]
        sheets.append(Sheet(title, ["", "Prêts", "Jours", "Emprunteurs"], lines))
    for name, found in rows.items():
        columns = _SHEETS[name][1]
        lines = [[_value(column, row[column]) for column in columns] for row in found]
        sheets.append(Sheet(_NAMES[name], list(columns.values()), lines))
    rules = [[_LABELS.get(name, name), rule["fr"]] for name, rule in report["rules"]["texts"].items()]
    sheets.append(
        Sheet("Règles de comptage", ["Chiffre", f"Règle (version {report['rules']['version']})"], rules)
    )
    return workbook_of(sheets)


def _figures(report: Mapping[str, Any]) -> list[list[Any]]:
    now, before = report["loans"], report["previous"] or {}
    lines: list[list[Any]] = []
    for name, label in _LABELS.items():
        if isinstance(now[name], dict):
            for part, number in now[name].items():
                lines.append([f"{label} : {_VALUES[part].lower()}", number, before.get(name, {}).get(part)])
        else:
            lines.append([label, now[name], before.get(name)])
    lines += [[f"Le plus sorti : {one['title']}", one["loans"], None] for one in report["top_items"]]
    return lines


def _part(name: str, labels: Mapping[str, str], part: Mapping[str, Any]) -> list[Any]:
    value = part["value"]
    label = _MONTHS[int(value) - 1] if name == "by_month" else labels.get(value) or _VALUES.get(value, value)
    return [label, part["loans"], part["days"], part["borrowers"]]


def _value(column: str, value: Any) -> Any:
    if column in {
        "borrower_kind",
        "channel",
        "status",
        "satisfaction",
        "audience_method",
        "category",
        "format",
    }:
        return _VALUES.get(value, value)
    return value
