"""What a declaration says: frozen when it is sent, printed for the form."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from ombelle_members.days import spoken_day

TITLES: Final = {
    "officers": "Déclaration de la liste des personnes chargées de l’administration",
    "name": "Déclaration d’un changement de nom",
    "seat": "Déclaration d’un changement de siège",
    "bylaws": "Déclaration d’une modification des statuts",
}
_CAUSES: Final = {
    "election": "Élection par l’assemblée générale",
    "bureau": "Élection du bureau",
    "co_option": "Cooptation",
    "resignation": "Démission",
    "death": "Décès",
    "revocation": "Révocation",
    "lost_quality": "Perte de la qualité de membre",
    "not_ratified": "Cooptation non ratifiée",
    "post_abolished": "Suppression d’un siège",
    "term": "Fin de mandat",
    "representative": "Changement de représentant",
    "annulled": "Annulation d’une élection",
    "name": "Changement de nom",
    "seat": "Changement de siège",
    "bylaws": "Modification des statuts",
}
CAPACITIES: Final = {
    "president": "Présidence",
    "vice_president": "Vice-présidence",
    "treasurer": "Trésorerie",
    "secretary": "Secrétariat",
    "bureau_member": "Membre du bureau",
    "board_member": "Administration",
}
_UNKNOWN: Final = "à compléter"


def listed(officers: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the list of officers as it is declared and kept: who, for whom, as what; nothing private."""
    return [
        {
            "member_id": str(one["member_id"]),
            "kind": one["kind"],
            "name": one["name"],
            "representative": one["person_name"] if one["kind"] == "legal" else None,
            "capacity": one["role"] or "board_member",
        }
        for one in officers
    ]


def composed(
    row: Mapping[str, Any],
    association: Mapping[str, Any] | None,
    officers: Sequence[Mapping[str, Any]],
    *,
    agency: str,
    made_on: date,
) -> dict[str, Any]:
    """Return what the printed declaration shows.

    Args:
        row: the declaration.
        association: as it was on the day that is declared, where that is known.
        officers: those who administered it then, with what the form asks of them.
        agency: what the association is called, where nothing else is known.
        made_on: today, in Paris.

    """
    return {
        "title": TITLES[row["kind"]],
        "association": association["name"] if association else agency,
        "reference": f"Déclaration n° {row['number']}",
        "day": f"Préparée le {spoken_day(made_on)}",
        "facts": _facts(row, association),
        "causes": [f"{_CAUSES[one['cause']]}, le {_iso(one['occurred_on'])}" for one in row["causes"]],
        "officers": [_officer(one) for one in officers] if row["kind"] == "officers" else [],
    }


def _facts(row: Mapping[str, Any], association: Mapping[str, Any] | None) -> list[list[str]]:
    facts = []
    if association is not None:
        seat = f"{association['address']}\n{association['postal_code']} {association['commune_name']}"
        facts = [["Nom", association["name"]], ["Sigle", association["acronym"]], ["Siège", seat],
                 ["Numéro RNA", association["rna"]], ["SIREN", association["siren"]]]  # fmt: skip
    facts.append(["Date du changement", spoken_day(row["occurred_on"])])
    facts.append(["À déclarer avant le", spoken_day(row["due_on"])])
    return [[label, value] for label, value in facts if value]


def _officer(one: Mapping[str, Any]) -> dict[str, Any]:
    capacity = CAPACITIES[one["role"] or "board_member"]
    facts = [["Qualité", capacity]]
    if one["kind"] == "legal":
        facts += [["Siège", one["seat"] or _UNKNOWN], ["SIRET", one["siret"] or _UNKNOWN],
                  ["Représentée par", one["person_name"] or _UNKNOWN]]  # fmt: skip
    born = one["birth_date"]
    facts += [
        ["Date de naissance", spoken_day(born) if born else _UNKNOWN],
        ["Nationalité", one["nationality"] or _UNKNOWN],
        ["Profession", one["occupation"] or _UNKNOWN],
        ["Domicile", one["home"] or _UNKNOWN],
        ["Pays de résidence", one["country_of_residence"] or _UNKNOWN],
    ]
    return {"name": one["name"] or _UNKNOWN, "facts": facts}


def _iso(day: str) -> str:
    return spoken_day(date.fromisoformat(day))
