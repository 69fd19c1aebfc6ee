"""A year of the association as a workbook: figures, breakdowns, rules, and the rows of the main figures. Plain Python."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ombelle_chassis.workbooks import Sheet, workbook_of
from ombelle_contracts.vocabulary import KINDS

_KINDS: Final[Mapping[str, str]] = {
    **{code: label.french for code, label in KINDS.items()},
    "natural": "Personnes physiques",
}
_WORDS: Final[Mapping[str, str]] = {
    "legal": "Personne morale", "natural": "Personne physique", "none": "Sans département", "small": "Petite structure",
    "medium": "Structure moyenne", "large": "Grande structure", "resignation": "Démission", "strike_off": "Radiation",
    "exclusion": "Exclusion", "death": "Décès", "dissolution": "Dissolution", "called": "Appelée",
    "partially_paid": "Payée en partie", "paid": "Payée", "waived": "Dispensée", "president": "Présidence",
    "vice_president": "Vice-présidence", "treasurer": "Trésorerie", "secretary": "Secrétariat",
    "bureau_member": "Membre du bureau",
}  # fmt: skip
_PARTS: Final[Mapping[str, str]] = {
    "by_college": "Par collège",
    "by_department": "Par département",
    "by_kind": "Par genre",
    "by_fee_category": "Par catégorie",
}
_RULED: Final[Mapping[str, str]] = {
    "members": "Membres au 31 décembre", "new_members": "Nouveaux membres", "departures": "Départs",
    "fees_eur": "Cotisations de l’année reçues", "fees_called": "Cotisations appelées",
    "fees_waived": "Cotisations dispensées", "fees_remaining": "Reste dû",
    "fees_received_in_year": "Versements reçus dans l’année", "board": "Sièges tenus au conseil",
    "officers": "Membres du bureau", "board_meetings": "Réunions ordinaires du conseil",
    "general_assemblies": "Assemblées générales", **_PARTS,
}  # fmt: skip
"""What rules speak of."""
_MEMBER: Final[Mapping[str, str]] = {
    "number": "N°", "name": "Nom", "member_kind": "Nature", "college": "Collège", "department": "Département",
    "organisation_kind": "Genre", "fee_category": "Catégorie", "began_on": "Depuis le", "ended_on": "Départ le",
    "ended_as": "Motif",
}  # fmt: skip
_SHEETS: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "members": ("Membres", _MEMBER),
    "new_members": ("Arrivées", _MEMBER),
    "departures": ("Départs", _MEMBER),
    "fees_called": (
        "Cotisations",
        {
            "name": "Membre", "fee_category": "Catégorie", "amount_eur": "Appelé (€)", "received_eur": "Reçu (€)",
            "remaining_eur": "Reste dû (€)", "state": "État", "called_on": "Appelée le", "due_on": "Due le",
        },
    ),
    "board": (
        "Conseil",
        {
            "post_number": "Siège", "renewal_group": "Groupe", "name": "Membre", "member_kind": "Nature",
            "began_on": "Depuis le", "expected_end_on": "Jusqu’au (prévu)",
        },
    ),
    "officers": (
        "Bureau",
        {"role": "Fonction", "name": "Membre", "began_on": "Depuis le", "expected_end_on": "Jusqu’au (prévu)"},
    ),
}  # fmt: skip


def workbook(report: Mapping[str, Any], rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> bytes:
    """Return a report as XLSX.

    Args:
        report: what `FigureService.report` gives.
        rows: of each figure whose rows get a sheet, what it was counted from.

    """
    sheets = [Sheet("Chiffres", ["Chiffre", str(report["year"]), str(report["year"] - 1)], _figures(report))]
    for name, title in _PARTS.items():
        lines = [
            [_part(name, one["value"]), one["members"], one["arrivals"], one["departures"]]
            for one in report[name]
        ]
        sheets.append(Sheet(title, ["", "Membres", "Arrivées", "Départs"], lines))
    for name, found in rows.items():
        title, columns = _SHEETS[name]
        lines = [[_value(column, row[column]) for column in columns] for row in found]
        sheets.append(Sheet(title, list(columns.values()), lines))
    rules = [[_RULED[name], rule["fr"]] for name, rule in report["rules"]["texts"].items()]
    sheets.append(
        Sheet("Règles de comptage", ["Chiffre", f"Règle (version {report['rules']['version']})"], rules)
    )
    return workbook_of(sheets)


def _figures(report: Mapping[str, Any]) -> list[list[Any]]:
    now, before, fees = report["members"], report["previous"], report["fees"]

    def line(label: str, *path: str) -> list[Any]:
        values = []
        for figures in (now, before):
            value: Any = figures
            for name in path:
                value = None if value is None else value[name]
            values.append(value)
        return [label, *values]

    return [
        line("Membres au 31 décembre", "members"),
        line("dont personnes morales", "members_by_kind", "legal"),
        line("dont personnes physiques", "members_by_kind", "natural"),
        line("Nouveaux membres", "new_members"),
        ["Départs", report["departures"]["total"], None],
        *(
            [f"dont {_WORDS.get(reason, reason).lower()}", number, None]
            for reason, number in report["departures"]["by_reason"].items()
        ),
        line("Cotisations de l’année reçues (€)", "fees_eur"),
        ["Cotisations appelées (€)", fees["called_eur"], None],
        ["Cotisations dispensées (€)", fees["waived_eur"], None],
        ["Reste dû (€)", fees["remaining_eur"], None],
        ["Versements reçus dans l’année (€)", fees["received_in_year_eur"], None],
        line("Sièges tenus au conseil", "board", "total"),
        line("dont personnes morales", "board", "legal"),
        line("dont personnes physiques", "board", "natural"),
        line("dont siège de l’équipe", "board", "staff"),
        line("Membres du bureau", "officers"),
        line("Réunions ordinaires du conseil", "board_meetings"),
        line("Assemblées générales", "general_assemblies"),
    ]


def _part(name: str, value: str) -> str:
    if name == "by_college":
        return f"Collège {value}"
    return _KINDS.get(value, value) if name == "by_kind" else _WORDS.get(value, value)


def _value(column: str, value: Any) -> Any:
    if column == "organisation_kind":
        return _KINDS.get(value, value)
    return _WORDS.get(value, value) if isinstance(value, str) and column != "name" else value
