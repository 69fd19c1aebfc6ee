"""The register on paper and as a table. Plain Python."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from ombelle_members.days import spoken_day
from ombelle_members.spreadsheets import csv_table
from ombelle_members.wording import counted

_PARIS: Final = ZoneInfo("Europe/Paris")
_COLUMNS: Final = ("Numéro", "Date d’effet", "Inscrit le", "Nature", "Texte", "Faits", "Empreinte")


def as_csv(entries: Sequence[Mapping[str, Any]]) -> bytes:
    """Return entries as CSV for spreadsheets."""
    return csv_table(_COLUMNS, [_cells(entry) for entry in entries])


def pdf_values(
    entries: Sequence[Mapping[str, Any]], state: Mapping[str, Any], *, association: str, now: datetime
) -> dict[str, Any]:
    """Return what the template `register` shows."""
    proof = (
        "La chaîne des empreintes est entière."
        if state["first_fault"] is None
        else f"La chaîne des empreintes ne tient plus à partir du n° {state['first_fault']['number']}."
    )
    written = counted(state["entries"], "inscription", "inscriptions")
    return {
        "association": association,
        "title": "Registre de l’association",
        "day": f"Imprimé le {spoken_day(now.astimezone(_PARIS).date())}",
        "proof": f"{proof} {written} au registre, {len(entries)} dans ce document.",
        "digest": state["digest"] or "",
        "entries": [
            {
                "number": str(entry["number"]),
                "day": spoken_day(entry["effective_on"]),
                "entered": f"inscrit le {entry['entered_at'].astimezone(_PARIS):%d/%m/%Y à %H h %M}",
                "label": entry["label"],
                "sentence": entry["sentence"],
                "digest": entry["digest"][:16],
            }
            for entry in entries
        ],
    }


def _cells(entry: Mapping[str, Any]) -> tuple[Any, ...]:
    return (
        entry["number"],
        entry["effective_on"].isoformat(),
        entry["entered_at"].isoformat(),
        entry["label"],
        entry["sentence"],
        json.dumps(entry["facts"], ensure_ascii=False, sort_keys=True),
        entry["digest"],
    )
