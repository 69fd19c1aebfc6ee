"""What an entry of the register says in French, from its facts and its words. Plain Python."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from ombelle_members.days import spoken_day

KINDS: Final[Mapping[str, str]] = {
    "member.admitted": "Admission",
    "member.college_changed": "Changement de collège",
    "member.ended": "Départ",
    "member.readmitted": "Réadmission",
    "member.merged": "Fusion de structures",
    "member.corrected": "Correction d’une adhésion",
    "representative.named": "Représentation : désignation",
    "representative.ended": "Représentation : fin",
    "representative.corrected": "Correction d’une représentation",
    "bylaws.adopted": "Statuts adoptés",
    "post.created": "Siège créé",
    "post.abolished": "Siège supprimé",
    "term.began": "Début d’un mandat",
    "term.ended": "Fin d’un mandat",
    "term.ratified": "Cooptation ratifiée",
    "term.corrected": "Correction d’un mandat",
    "term.annulled": "Mandat annulé avec son élection",
    "term.restored": "Mandat repris après une annulation",
    "office.began": "Entrée en fonction",
    "office.ended": "Fin de fonction",
    "office.corrected": "Correction d’une fonction",
    "office.annulled": "Fonction annulée avec une élection",
    "office.restored": "Fonction reprise après une annulation",
    "association.changed": "L’association change",
    "declaration.opened": "Déclaration à faire",
    "declaration.submitted": "Déclaration envoyée",
    "declaration.receipted": "Récépissé reçu",
    "meeting.held": "Réunion tenue",
    "election.proclaimed": "Élection proclamée",
    "election.annulled": "Élection annulée",
    "fee_tariff.adopted": "Barème de cotisation adopté",
}
_VALUES: Final[Mapping[str, str]] = {
    "resignation": "démission", "strike_off": "radiation", "exclusion": "exclusion", "death": "décès",
    "dissolution": "dissolution", "term": "fin du mandat", "revocation": "révocation",
    "lost_quality": "perte de la qualité de membre", "not_ratified": "cooptation non ratifiée",
    "post_abolished": "siège supprimé", "board_term_ended": "fin du mandat au conseil", "election": "élection",
    "co_option": "cooptation", "president": "présidence", "vice_president": "vice-présidence", "treasurer": "trésorerie",
    "secretary": "secrétariat", "bureau_member": "membre du bureau", "general_assembly": "assemblée générale",
    "board": "conseil d’administration", "bureau": "bureau", "natural": "personne physique", "legal": "personne morale",
    "small": "petite structure", "medium": "structure moyenne", "large": "grande structure",
}  # fmt: skip
_FACTS: Final[Mapping[str, str]] = {
    "college": "collège", "from_college": "venant du collège", "ended_as": "motif", "began_as": "par", "role": "fonction",
    "number": "n°", "post_number": "siège n°", "renewal_group": "groupe", "expected_end_on": "fin prévue",
    "cause": "cause", "due_on": "avant le", "body": "instance", "year": "année", "category": "catégorie",
    "amount_cents": "montant", "elected": "élus", "seats": "sièges",
}  # fmt: skip


def kind_label(kind: str) -> str:
    """Return what a kind of entry is called, the kind itself where nobody has said."""
    return KINDS.get(kind, kind)


def sentence(entry: Mapping[str, Any]) -> str:
    """Return what an entry says: whom it names, its facts that are no ids, why. What was erased says so."""
    words = entry["words"]
    reason = (words or {}).get("reason")
    if words is None:
        named = ["(noms effacés)"] if entry["has_words"] else []
    else:
        named = [value for name, value in words.items() if isinstance(value, str) and name != "reason"]
    facts = [
        f"{label} {_value(name, entry['facts'][name])}"
        for name, label in _FACTS.items()
        if isinstance(entry["facts"].get(name), str | int)
    ]
    return ", ".join((*named, *facts, *([reason] if reason else [])))


def _value(name: str, value: str | int) -> str:
    if name == "amount_cents":
        return f"{int(value) / 100:.2f} €".replace(".", ",")
    if isinstance(value, str) and name.endswith("_on"):
        return spoken_day(date.fromisoformat(value))
    return _VALUES.get(str(value), str(value))
