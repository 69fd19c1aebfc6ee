from ombelle_chassis.errors import DomainError, NotFound


class HolderUnknown(NotFound):
    """No organisation that the caller edits has this id."""

    code = "organisation_unknown"
    title = "No such organisation of yours"


class ProjectNotOpen(DomainError):
    """The project was cancelled: nothing is added to it."""

    code = "project_cancelled"
    title = "The project is cancelled"
