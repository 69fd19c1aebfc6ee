"""What handing over and erasing personal data refuse."""

from ombelle_chassis.errors import DomainError, Forbidden, InvalidInput, NotFound, Unavailable


class ServiceSilent(Unavailable):
    """A service does not say what it holds: half an export would look like a whole one."""

    code = "service_silent"
    title = "A service does not say what it holds"


class SignInAgain(Forbidden):
    """The sign-in is too old for something that cannot be undone."""

    code = "sign_in_again"
    title = "A fresh sign-in is required"


class NotTheirAddress(InvalidInput):
    """What was typed to confirm is not the account's address."""

    code = "not_their_address"
    title = "The confirmation is not the account's address"


class LastAdministratorStays(DomainError):
    """Nobody else could administer."""

    code = "last_administrator"
    title = "The last administrator stays"


class ErasureNotFound(NotFound):
    """No receipt has this number."""

    code = "erasure_not_found"
    title = "No such receipt"
