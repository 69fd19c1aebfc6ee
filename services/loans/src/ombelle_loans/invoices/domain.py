"""The words of invoices. Plain Python, but for the numbers of companies."""

from typing import Final, Literal, get_args

from stdnum import iban as iban_numbers
from stdnum.exceptions import ValidationError
from stdnum.fr import siret as siret_numbers

InvoiceKind = Literal["invoice", "credit_note"]
INVOICE_KINDS: Final[tuple[InvoiceKind, ...]] = get_args(InvoiceKind)


def invoice_reference(year: int, number: int) -> str:
    """Return how an invoice is called: `2027-0012`. Credit notes are numbered with invoices."""
    return f"{year}-{number:04}"


def siret_of(typed: str) -> str:
    """Return a SIRET without blanks.

    Raises:
        ValueError: it is none; in French.

    """
    try:
        return str(siret_numbers.validate(typed))
    except ValidationError as error:
        raise ValueError("Un SIRET a 14 chiffres, dont la clé est juste : vérifiez-le.") from error


def iban_of(typed: str) -> str:
    """Return an IBAN without blanks. Raises ValueError, in French."""
    try:
        return str(iban_numbers.validate(typed))
    except ValidationError as error:
        raise ValueError("Cet IBAN n’est pas juste : vérifiez-le.") from error
