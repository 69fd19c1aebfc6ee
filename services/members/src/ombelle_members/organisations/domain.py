"""Rules of an organisation's fields."""

from typing import Final
from urllib.parse import urlsplit

from stdnum.exceptions import ValidationError
from stdnum.fr import siret as siret_numbers

FIELDS: Final = (
    "name", "legal_name", "kind", "siret", "address", "postal_code", "commune_insee", "commune_name", "latitude",
    "longitude", "website", "email", "phone", "description", "themes", "offers", "is_public",
)  # fmt: skip
"""What people enter; the rest follows."""

PERSONAL: Final = frozenset({"email", "phone", "address", "description", "website", "legal_name"})
"""Fields that may name somebody: the log tells that they changed, not what they say."""


def siret_number(text: str) -> str:
    """Return the fourteen digits of a SIRET, however they are spaced.

    Raises:
        ValueError: its digits do not agree; the words are for whoever typed it.

    """
    try:
        return str(siret_numbers.validate(text))
    except ValidationError as error:
        raise ValueError("Ce SIRET n'est pas valable : vérifiez ses 14 chiffres.") from error


def web_page(text: str) -> str:
    """Return the address of a page.

    Raises:
        ValueError: it is none; the words are for whoever typed it.

    """
    refusal = "Une adresse en https:// ou http:// est attendue, comme https://www.exemple.fr."
    if any(character.isspace() for character in text):
        raise ValueError(refusal)
    try:
        parts = urlsplit(text)
        is_page = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.username is None
        _ = parts.port  # reading it is what checks it
    except ValueError as error:
        raise ValueError(refusal) from error
    if not is_page:
        raise ValueError(refusal)
    return text
