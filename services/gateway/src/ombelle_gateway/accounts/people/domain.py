"""What an account's address and name may be."""

import hashlib
import unicodedata
from typing import Final

from email_validator import EmailNotValidError, validate_email
from ombelle_chassis.texts import refuse_hidden, refuse_web_address

LOCALES: Final = ("fr", "en")
NAME_LENGTH: Final = 100


def normalised_email(text: str) -> str:
    """Return an address as it is stored: ASCII, its domain in lower case and, where it has accents, in xn--… form.

    Raises:
        ValueError: it is no address; in French.

    """
    try:
        checked = validate_email(
            unicodedata.normalize("NFC", text.strip()), check_deliverability=False, allow_smtputf8=False
        )
    except EmailNotValidError as error:
        raise ValueError("Ce n'est pas une adresse électronique, comme prenom.nom@exemple.fr.") from error
    if checked.ascii_email is None or len(checked.ascii_email) > 254:
        raise ValueError("Cette adresse électronique est trop longue.")
    return checked.ascii_email


def email_digest(email: str) -> str:
    """Return the SHA-256 of an address whatever its case, in hexadecimal."""
    return hashlib.sha256(email.lower().encode()).hexdigest()


def normalised_name(text: str) -> str:
    """Return a name in NFC, its blanks single.

    Raises:
        ValueError: it holds control or invisible characters or a web address, or is too long; in French.

    """
    name = " ".join(part for part in unicodedata.normalize("NFC", text).split(" ") if part)
    refuse_web_address(refuse_hidden(name))
    if len(name) > NAME_LENGTH:  # some characters are several in NFC
        raise ValueError(f"Au plus {NAME_LENGTH} caractères sont acceptés.")
    return name
