"""Addresses of people: read once at the door, compared by their digest."""

import hashlib
import unicodedata
from typing import Annotated, Final

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, Field

from ombelle_chassis.typed_texts import BLANK_IS_NOTHING

LONGEST: Final = 254


def email_address(text: str) -> str:
    """Return an address as it is kept, as accounts keep theirs: ASCII, a domain with accents in its xn--… form, so
    that one that looks like another shows.

    Raises:
        ValueError: nobody can be written to there; the words are for whoever typed it.

    """
    try:
        found = validate_email(
            unicodedata.normalize("NFC", text.strip()), check_deliverability=False, allow_smtputf8=False
        )
    except EmailNotValidError as error:
        raise ValueError("Une adresse électronique est attendue, comme prenom.nom@exemple.fr.") from error
    if found.ascii_email is None or len(found.ascii_email) > LONGEST:
        raise ValueError(f"Une adresse électronique a au plus {LONGEST} caractères.")
    return found.ascii_email


def email_digest(address: str) -> str:
    """Return the SHA-256, in hexadecimal, of an address written without capitals: what two writings share."""
    return hashlib.sha256(address.casefold().encode()).hexdigest()


def masked(address: str) -> str:
    """Return an address that its owner recognises and nobody else learns: `a…@exemple.fr`."""
    local, _, domain = address.rpartition("@")
    return f"{local[:1]}…@{domain}"


EmailAddress = Annotated[
    str, Field(max_length=LONGEST, json_schema_extra={"format": "email"}), AfterValidator(email_address)
]
OptionalEmailAddress = Annotated[EmailAddress | None, BLANK_IS_NOTHING]
