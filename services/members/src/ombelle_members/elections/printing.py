"""The results of an election, printed."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any, Final

from ombelle_members.days import spoken_day
from ombelle_members.documents.pdf import document

_OUTCOMES: Final = {
    "elected": "Élu",
    "not_elected": "",
    "tied": "À égalité, à tirer au sort",
    "second_round": "Au second tour",
}
_DECIDED: Final = {"eldest_membership": " (plus ancienne adhésion)", "lot": " (par le sort)"}
_STATES: Final = {
    "voting": "Vote en cours",
    "counted": "Dépouillée, non proclamée",
    "proclaimed": "Proclamée",
    "annulled": "Annulée",
}


async def results_document(found: Mapping[str, Any], association: str) -> bytes:
    """Return the results of an election, as `standing.shown` gives it, to be signed by tellers."""
    values = {
        "title": found["title"],
        "association": association,
        "day": f"{found['meeting_title']}, {spoken_day(found['held_on'])}",
        "state": _STATES.get(found["state"], "Pas encore au vote"),
        "seats": [
            [str(one["number"]), one["college"] or "tous", str(one["renewal_group"])]
            for one in found["seats"]
        ],
        "rounds": [_round(one) for one in found["rounds"] if one["counted_at"] is not None],
    }
    made_at = datetime.combine(found["held_on"], time(), UTC)
    return await document("election", values, made_at=made_at)


def _round(one: Mapping[str, Any]) -> dict[str, Any]:
    whom = "" if one["constituency"] == "all" else f", collège {one['constituency']}"
    return {
        "title": f"Tour {one['round']}{whom}",
        "facts": [
            ["Sièges à pourvoir", str(one["seats"])],
            ["Votants", f"{one['voters']}, dont {one['paper']} sur papier"],
            ["Bulletins blancs", str(one["blank"])],
            *([["Tirage au sort", one["lot_note"]]] if one["lot_note"] else []),
        ],
        "results": [
            [
                result["name"] or "",
                str(result["votes"]),
                _outcome(result),
            ]
            for result in one["results"]
        ],
    }


def _outcome(result: Mapping[str, Any]) -> str:
    # What parted equals is noted of each of them; it is told of whom it let win.
    decided = _DECIDED.get(result["decided_by"] or "", "") if result["outcome"] == "elected" else ""
    return _OUTCOMES[result["outcome"]] + decided
