from ombelle_chassis.errors import DomainError


class NotAnOfficer(DomainError):
    """The person does not administer the association, today or on a day still to be declared."""

    code = "not_an_officer"
    title = "The person does not administer the association"
