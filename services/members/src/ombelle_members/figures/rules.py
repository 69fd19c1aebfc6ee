"""The counting rules, as people read them beside the figures; `store` carries them out.

A change of a rule is another version: what was published says by which it was counted.
"""

from collections.abc import Mapping
from typing import Final

VERSION: Final = 1
RULES: Final[Mapping[str, str]] = {
    "members": "Membres de l'association le 31 décembre, dans quelque collège que ce soit. Qui part ce jour-là n'en est "
    "plus ; ne pas avoir payé n'y change rien.",
    "new_members": "Admissions et réadmissions dont la date tombe dans l'année, même si la personne ou la structure est "
    "repartie depuis.",
    "departures": "Démissions, radiations, exclusions, décès et dissolutions dont la date tombe dans l'année. Un "
    "changement de collège n'est ni un départ ni une arrivée.",
    "fees_eur": "Ce qui a été reçu des cotisations appelées pour l'année, quel que soit le jour du versement.",
    "fees_called": "Cotisations appelées pour l'année, sauf celles qui ont été annulées.",
    "fees_waived": "Cotisations de l'année dont le membre a été dispensé : elles sont appelées, et ne sont plus dues.",
    "fees_remaining": "Ce qui reste dû des cotisations de l'année : appelé, moins dispensé, moins reçu.",
    "fees_received_in_year": "Versements reçus dans l'année, pour quelque année que ce soit : ce que dit la banque.",
    "board": "Mandats en cours le 31 décembre, par nature du membre. Le siège de l'équipe compte pour un dès que les "
    "statuts du jour le prévoient et que le conseil siège : il n'a pas de mandat.",
    "officers": "Fonctions du bureau occupées le 31 décembre.",
    "board_meetings": "Réunions ordinaires du conseil tenues dans l'année ; l'installation n'en est pas une.",
    "general_assemblies": "Assemblées générales tenues dans l'année, ordinaires ou extraordinaires.",
    "by_college": "Collège du 31 décembre ; pour les arrivées celui de l'admission, pour les départs le dernier.",
    "by_department": "Département de la structure, tel que l'annuaire le donne aujourd'hui. Les personnes physiques "
    "n'en ont pas.",
    "by_kind": "Genre de la structure, tel que l'annuaire le donne aujourd'hui ; les personnes physiques à part.",
    "by_fee_category": "Catégorie de cotisation du membre, telle qu'elle est aujourd'hui.",
}
