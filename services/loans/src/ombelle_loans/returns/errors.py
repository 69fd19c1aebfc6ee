from ombelle_chassis.errors import NotFound


class ReturnUnknown(NotFound):
    """No such return, or none of the caller's."""

    code = "contributor_return_unknown"
    title = "No such return"
