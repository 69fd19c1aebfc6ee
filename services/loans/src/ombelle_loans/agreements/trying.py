"""A lender's text of agreements tried on a loan that nobody asked for, before an agreement is made with it."""

from collections.abc import Mapping
from typing import Any, Final

from ombelle_loans.agreements.composing import INSURANCES, STANDARD, filled

_EXAMPLE: Final[Mapping[str, str]] = {
    "convention": "2027-0012",
    "emprunteur": "Médiathèque de Corbie",
    "signataire": "Camille Delattre",
    "qualite": "Maire",
    "outil": "Abeilles, mode d’emploi",
    "lieu": "Médiathèque, 2 rue des Marronniers, Corbie",
    "dates": "du lundi 1er au dimanche 28 mars 2027",
    "debut": "lundi 1er mars 2027",
    "fin": "dimanche 28 mars 2027",
    "jours": "28",
    "exemplaires": "U00012",
    "montant": "50 €.",
    "valeur": "1 400 €",
}
"""What a loan could say: everything but what the lender says of itself."""


def tried(settings: Mapping[str, Any], template: str | None) -> dict[str, Any]:
    """Return what a text says with the words of an example, and the words that there are.

    Args:
        settings: the lender's.
        template: its text; without one, the standard text.

    Raises:
        TemplateWrong: it names something that there is not.

    """
    words = {
        **_EXAMPLE,
        "preteur": settings["lender"]["name"],
        "assurance": INSURANCES[settings["insurance"]],
    }
    return {
        "text": filled(template or STANDARD, words),
        "standard": STANDARD,
        "words": [{"name": name, "example": words[name]} for name in sorted(words)],
    }
