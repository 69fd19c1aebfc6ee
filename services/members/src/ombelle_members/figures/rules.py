"""The counting rules, as people read them beside the figures; `store` carries them out.

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
    "members": {
        "fr": "Membres de l'association le 31 décembre, dans quelque collège que ce soit. Qui part ce jour-là "
        "n'en est plus ; ne pas avoir payé n'y change rien.",
        "en": "Members of the association on 31 December, in whatever college. Whoever leaves on that day is "
        "no longer one; not having paid changes nothing.",
    },
    "new_members": {
        "fr": "Admissions et réadmissions dont la date tombe dans l'année, même si la personne ou la structure "
        "est repartie depuis.",
        "en": "Admissions and readmissions dated in the year, even if the person or organisation has left "
        "since.",
    },
    "departures": {
        "fr": "Démissions, radiations, exclusions, décès et dissolutions dont la date tombe dans l'année. Un "
        "changement de collège n'est ni un départ ni une arrivée.",
        "en": "Resignations, strikings off, exclusions, deaths and dissolutions dated in the year. A change of "
        "college is neither a departure nor an arrival.",
    },
    "fees_eur": {
        "fr": "Ce qui a été reçu des cotisations appelées pour l'année, quel que soit le jour du versement.",
        "en": "What was received of the fees called for the year, whatever the day of the payment.",
    },
    "fees_called": {
        "fr": "Cotisations appelées pour l'année, sauf celles qui ont été annulées.",
        "en": "Fees called for the year, except those that were voided.",
    },
    "fees_waived": {
        "fr": "Cotisations de l'année dont le membre a été dispensé : elles sont appelées, et ne sont plus "
        "dues.",
        "en": "Fees of the year that the member was excused from: they are called, and no longer owed.",
    },
    "fees_remaining": {
        "fr": "Ce qui reste dû des cotisations de l'année : appelé, moins dispensé, moins reçu.",
        "en": "What is still owed of the year's fees: called, less waived, less received.",
    },
    "fees_received_in_year": {
        "fr": "Versements reçus dans l'année, pour quelque année que ce soit : ce que dit la banque.",
        "en": "Payments received in the year, for whatever year: what the bank says.",
    },
    "board": {
        "fr": "Mandats en cours le 31 décembre, par nature du membre. Le siège de l'équipe compte pour un dès "
        "que les statuts du jour le prévoient et que le conseil siège : il n'a pas de mandat.",
        "en": "Terms running on 31 December, by kind of member. The team's seat counts for one wherever the "
        "bylaws of the day provide it and the board sits: it has no term.",
    },
    "officers": {
        "fr": "Fonctions du bureau occupées le 31 décembre.",
        "en": "Offices of the bureau held on 31 December.",
    },
    "board_meetings": {
        "fr": "Réunions ordinaires du conseil tenues dans l'année ; l'installation n'en est pas une.",
        "en": "Ordinary meetings of the board held in the year; the installation is not one of them.",
    },
    "general_assemblies": {
        "fr": "Assemblées générales tenues dans l'année, ordinaires ou extraordinaires.",
        "en": "General assemblies held in the year, ordinary or extraordinary.",
    },
    "by_college": {
        "fr": "Collège du 31 décembre ; pour les arrivées celui de l'admission, pour les départs le dernier.",
        "en": "College of 31 December; for arrivals that of the admission, for departures the last one.",
    },
    "by_department": {
        "fr": "Département de la structure, tel que l'annuaire le donne aujourd'hui. Les personnes physiques "
        "n'en ont pas.",
        "en": "Department of the organisation, as the directory gives it today. Natural persons have none.",
    },
    "by_kind": {
        "fr": "Genre de la structure, tel que l'annuaire le donne aujourd'hui ; les personnes physiques à part.",
        "en": "Kind of the organisation, as the directory gives it today; natural persons apart.",
    },
    "by_fee_category": {
        "fr": "Catégorie de cotisation du membre, telle qu'elle est aujourd'hui.",
        "en": "The member's category of fee, as it is today.",
    },
}
