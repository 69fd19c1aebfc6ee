from ombelle_chassis.errors import DomainError, NotFound


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
