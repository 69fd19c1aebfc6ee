"""The counting rules, as people read them beside the figures. The view `counted_loan` and `store` carry them out.

A change of a rule is another version: what was published says by which it was counted.
"""

from collections.abc import Mapping
from typing import Final, TypedDict


class Rule(TypedDict):
    """A rule, in the languages of the house."""

    fr: str
    en: str


VERSION: Final = 1
RULES: Final[Mapping[str, Rule]] = {
    "items": {
        "fr": "Outils au catalogue le 31 décembre : ajoutés ce jour-là ou avant, pas encore retirés. Chaque "
        "format d'un outil compte pour un ; les brouillons ne comptent pas.",
        "en": "Items of the catalogue on 31 December: added on that day or before, not retired yet. Each "
        "format of an item counts for one; drafts do not count.",
    },
    "new_items": {
        "fr": "Outils actifs dont le premier format a été ajouté dans l'année.",
        "en": "Active items whose first format was added in the year.",
    },
    "new_formats": {
        "fr": "Autres formats, ajoutés dans l'année, d'un outil qui en avait déjà un.",
        "en": "Other formats, added in the year, of an item that already had one.",
    },
    "loans": {
        "fr": "Prêts sortis, comptés dans l'année où ils commencent. Un outil qui sort une fois est un prêt, "
        "même si une demande en réunit plusieurs. Les prêts annulés n'y sont pas.",
        "en": "Loans that went out, counted in the year in which they begin. An item that goes out once is a "
        "loan, even if one request gathers several. Cancelled loans are not among them.",
    },
    "items_lent": {
        "fr": "Outils actifs sortis au moins une fois dans l'année.",
        "en": "Active items that went out at least once in the year.",
    },
    "use_rate_percent": {
        "fr": "Outils sortis divisés par outils actifs.",
        "en": "Items lent divided by active items.",
    },
    "days_out": {
        "fr": "Jours de prêt qui tombent dans l'année, premier et dernier jour compris : un prêt à cheval sur "
        "deux années donne à chacune les siens.",
        "en": "Days of loan that fall in the year, the first and the last included: a loan across two years "
        "gives each its own.",
    },
    "top_items": {
        "fr": "Les trois outils les plus sortis ; à égalité, par référence. Leurs jours sont ceux de l'année.",
        "en": "The three items most lent; where equal, by reference. Their days are those of the year.",
    },
    "cancelled": {
        "fr": "Prêts annulés qui bloquaient un outil, dans l'année où ils devaient commencer ; leurs jours "
        "sont ceux de l'année, comptés de même.",
        "en": "Cancelled loans that blocked an item, in the year in which they were to begin; their days are "
        "those of the year, counted alike.",
    },
    "fees_eur": {
        "fr": "Montants fixés des prêts de l'année, et de ceux qui ont été annulés.",
        "en": "Settled fees of the year's loans, and of those that were cancelled.",
    },
    "evaluations": {
        "fr": "Questionnaires remplis pour les prêts de l'année.",
        "en": "Questionnaires answered for the year's loans.",
    },
    "evaluation_rate_percent": {
        "fr": "Questionnaires remplis divisés par prêts de l'année qui sont rentrés, y compris ceux dont "
        "l'emprunteur a été dispensé.",
        "en": "Questionnaires answered divided by the year's loans that are back, including those whose "
        "borrower was excused.",
    },
    "audience": {
        "fr": "Somme des publics comptés ou estimés ; un public inconnu ajoute zéro.",
        "en": "Sum of the audiences counted or estimated; an unknown audience adds zero.",
    },
    "school_borrowers": {
        "fr": "Écoles, collèges et lycées différents qui ont emprunté ; ceux du pass Culture ont au moins un "
        "prêt par ce canal.",
        "en": "Different primary schools, collèges and lycées that borrowed; those of the pass Culture have at "
        "least one loan by that channel.",
    },
    "by_theme": {
        "fr": "Un outil de plusieurs thèmes compte dans chacun : la somme dépasse le total.",
        "en": "An item of several themes counts in each: the sum exceeds the total.",
    },
    "by_department": {
        "fr": "Département du lieu d'utilisation.",
        "en": "Department of the place of use.",
    },
    "by_month": {
        "fr": "Prêts qui commencent dans le mois ; jours de prêt qui tombent dans le mois.",
        "en": "Loans that begin in the month; days of loan that fall in the month.",
    },
}
