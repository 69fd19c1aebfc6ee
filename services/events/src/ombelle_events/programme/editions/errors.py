from ombelle_chassis.errors import DomainError


class EditionExists(DomainError):
    """An edition of this year is here already."""

    code = "edition_exists"
    title = "There is an edition of this year"


class EditionInvalid(DomainError):
    """The dates of an edition are out of order."""

    code = "edition_invalid"
    title = "The edition breaks a rule"
    status = 422
