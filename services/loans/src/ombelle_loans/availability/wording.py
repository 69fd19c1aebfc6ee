"""Availability in French: why something is refused, as people read it."""

from collections.abc import Callable, Mapping
from typing import Final

from ombelle_chassis.mail_templates import long_day

from ombelle_loans.availability.days import Days
from ombelle_loans.availability.domain import Reason, Refusal


def span(days: Days) -> str:
    """« le lundi 1er mars 2027 », « du lundi 1er mars 2027 au lundi 8 mars 2027 »."""
    first, last = long_day(days.first, "fr"), long_day(days.last, "fr")
    return f"le {first}" if days.first == days.last else f"du {first} au {last}"


def detail_of(refusal: Refusal) -> str:
    """Return why, in a sentence that says how to mend it where one can."""
    sentence = _SENTENCES[refusal.code](refusal)
    named = refusal.unit_id is not None and refusal.label
    return f"{refusal.label} : {sentence[0].lower()}{sentence[1:]}" if named else sentence


def _on(sentence: str) -> Callable[[Refusal], str]:
    return lambda why: sentence.format(span(why.days) if why.days else "à ces dates")


def _number(sentence: str) -> Callable[[Refusal], str]:
    return lambda why: sentence.format(f"{why.limit} jour{'s' if (why.limit or 0) > 1 else ''}")


def _closed(why: Refusal) -> str:
    day = span(why.days) if why.days else "ce jour-là"
    named = f" ({why.label})" if why.label else ""
    return f"Rien ne part ni ne rentre {day}{named} : choisissez un jour d'ouverture."


def _notice(why: Refusal) -> str:
    since = f" : à partir du {long_day(why.days.first, 'fr')}" if why.days else ""
    return _number("Cet outil se demande au moins {} à l'avance")(why) + f"{since}."


def _units(why: Refusal) -> str:
    if why.unit_id is not None:
        return "Hors d'usage pour l'instant."
    return "Il n'y a pas assez d'exemplaires de ce qui est demandé."


_SENTENCES: Final[Mapping[Reason, Callable[[Refusal], str]]] = {
    "taken": _on("Déjà emprunté {}."),
    "hold": _on("Une option est posée {}."),
    "maintenance": _on("En maintenance {}."),
    "internal_use": _on("Réservé par son prêteur {}."),
    "buffer": _on("Le temps de préparer et de remettre en état rencontrerait une autre sortie : bloqué {}."),
    "closed_day": _closed,
    "holiday": _closed,
    "min_notice": _notice,
    "too_short": _number("Cet outil se prête au moins {}."),
    "too_long": _number("Cet outil se prête au plus {}."),
    "too_far": lambda _: "Ces dates sont trop lointaines : demandez dans les cinq ans qui viennent.",
    "in_the_past": lambda _: "Ces dates sont passées.",
    "retired": _on("Cet outil n'est plus prêté : il a été retiré {}."),
    "not_lent_here": lambda _: "Cet outil ne se demande pas ici : adressez-vous à la structure qui le prête.",
    "no_unit": _units,
}
