from datetime import date

from ombelle_chassis.errors import DomainError, FieldError, InvalidInput, NotFound

from ombelle_members.days import spoken_day, today_in_paris


class DeclarationUnknown(NotFound):
    """No declaration has this id."""

    code = "declaration_unknown"
    title = "No such declaration"


class DeclarationMoved(DomainError):
    """The declaration is not where this step begins."""

    code = "declaration_moved"
    title = "The declaration is not where this step begins"


class DetailsMissing(DomainError):
    """The form asks what is not known of those who administer the association."""

    code = "details_missing"
    title = "Details of officers are missing"


class ReceiptMissing(NotFound):
    """No file was kept of the receipt."""

    code = "receipt_missing"
    title = "No file of the receipt was kept"


def refuse_future(on: date, pointer: str = "/body/on") -> None:
    """Refuse a day yet to come: what is noted has happened, and what follows it could not be noted before.

    Raises:
        InvalidInput: it has not come.

    """
    if on > today_in_paris():
        detail = f"Le {spoken_day(on)} n’est pas encore venu : notez-le ce jour-là."
        raise InvalidInput(detail, errors=[FieldError(pointer, "too_late", detail)])
