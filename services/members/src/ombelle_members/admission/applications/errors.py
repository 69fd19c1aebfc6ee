from ombelle_chassis.errors import DomainError, NotFound


class ApplicationUnknown(NotFound):
    """There is no such application, or the link leads nowhere any more."""

    code = "application_unknown"
    title = "No such membership application"


class ApplicationSettled(DomainError):
    """It was admitted or declined already, or its address is not confirmed."""

    code = "application_settled"
    title = "This application is not to be decided"


class NothingAsked(DomainError):
    """No question waits for an answer."""

    code = "nothing_asked"
    title = "No question waits for an answer"


class TooManyApplications(DomainError):
    """So many came that another mail must wait."""

    code = "too_many_applications"
    title = "Too many applications within a day"
    status = 429
