"""Numbers of accounts. Plain Python, but for their check."""

from stdnum import iban as iban_numbers
from stdnum.exceptions import ValidationError


def iban_of(typed: str) -> str:
    """Return an IBAN without blanks. Raises ValueError, in French."""
    try:
        return str(iban_numbers.validate(typed))
    except ValidationError as error:
        raise ValueError("Cet IBAN n’est pas juste : vérifiez-le.") from error
