from ombelle_chassis.errors import DomainError


class LastAdministrator(DomainError):
    """The agency would be left without an administrator who can come in."""

    code = "last_administrator"
    title = "The last administrator stays"
