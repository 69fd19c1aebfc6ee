from ombelle_chassis.errors import DomainError, NotFound


class DutyUnknown(NotFound):
    """No duty has this kind and key in the calendar of that time."""

    code = "duty_unknown"
    title = "No such duty"


class DutyThere(DomainError):
    """The same duty is in the calendar already."""

    code = "duty_there"
    title = "The duty is in the calendar already"
