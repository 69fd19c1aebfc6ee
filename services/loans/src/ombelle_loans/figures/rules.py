"""The counting rules, as people read them beside the figures. The view `counted_loan` and `store` carry them out.

A change of a rule is another version: what was published says by which it was counted.
"""

from collections.abc import Mapping
from typing import Final

VERSION: Final = 1
RULES: Final[Mapping[str, str]] = {
    "items": "Outils au catalogue le 31 décembre : ajoutés ce jour-là ou avant, pas encore retirés. Chaque format d'un "
    "outil compte pour un ; les brouillons ne comptent pas.",
    "new_items": "Outils actifs dont le premier format a été ajouté dans l'année.",
    "new_formats": "Autres formats, ajoutés dans l'année, d'un outil qui en avait déjà un.",
    "loans": "Prêts sortis, comptés dans l'année où ils commencent. Un outil qui sort une fois est un prêt, même si une "
    "demande en réunit plusieurs. Les prêts annulés n'y sont pas.",
    "items_lent": "Outils actifs sortis au moins une fois dans l'année.",
    "use_rate_percent": "Outils sortis divisés par outils actifs.",
    "days_out": "Jours de prêt qui tombent dans l'année, premier et dernier jour compris : un prêt à cheval sur deux "
    "années donne à chacune les siens.",
    "top_items": "Les trois outils les plus sortis ; à égalité, par référence. Leurs jours sont ceux de l'année.",
    "cancelled": "Prêts annulés qui bloquaient un outil, dans l'année où ils devaient commencer ; leurs jours sont ceux "
    "de l'année, comptés de même.",
    "fees_eur": "Montants fixés des prêts de l'année, et de ceux qui ont été annulés.",
    "evaluations": "Questionnaires remplis pour les prêts de l'année.",
    "evaluation_rate_percent": "Questionnaires remplis divisés par prêts de l'année qui sont rentrés, y compris ceux "
    "dont l'emprunteur a été dispensé.",
    "audience": "Somme des publics comptés ou estimés ; un public inconnu ajoute zéro.",
    "school_borrowers": "Écoles, collèges et lycées différents qui ont emprunté ; ceux du pass Culture ont au moins un "
    "prêt par ce canal.",
    "by_theme": "Un outil de plusieurs thèmes compte dans chacun : la somme dépasse le total.",
    "by_department": "Département du lieu d'utilisation.",
    "by_month": "Prêts qui commencent dans le mois ; jours de prêt qui tombent dans le mois.",
}
