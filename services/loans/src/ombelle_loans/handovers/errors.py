from ombelle_chassis.errors import DomainError, InvalidInput, NotFound


class ReportUnknown(NotFound):
    """No condition report that the caller may know of has this id."""

    code = "condition_report_unknown"
    title = "No such condition report"


class ReportMade(DomainError):
    """The loan has this report already: it is changed, not made again."""

    code = "condition_report_made"
    title = "The report is there already"


class ReportFrozen(DomainError):
    """The loan went on since: its report stays as it was."""

    code = "condition_report_frozen"
    title = "The report does not change any more"


class ReportIncomplete(InvalidInput):
    """A report tells what each unit of its loan is like, once."""

    code = "condition_report_incomplete"
    title = "The report does not tell of each unit once"


class PhotoUnknown(NotFound):
    """The report has no such photograph."""

    code = "condition_photo_unknown"
    title = "No such photograph"


class TooManyPhotos(DomainError):
    """The report has as many photographs as it may."""

    code = "too_many_photos"
    title = "Too many photographs"


class UnitElsewhere(DomainError):
    """A unit is still out with another loan; the problem tells `loans`, their numbers."""

    code = "unit_elsewhere"
    title = "A unit is still with somebody else"


class TransferImpossible(DomainError):
    """What goes on from one borrower to the next are the same units of one lender."""

    code = "transfer_impossible"
    title = "This does not go on to that loan"


class SlotWrong(InvalidInput):
    """The lender is closed then, or the day is not one of the loan's."""

    code = "slot_wrong"
    title = "The appointment cannot be then"


class SlotUnknown(NotFound):
    """The loan has no such appointment."""

    code = "slot_unknown"
    title = "No such appointment"


class IncidentUnknown(NotFound):
    """No incident that the caller may know of has this id."""

    code = "incident_unknown"
    title = "No such incident"


class IncidentClosed(DomainError):
    """The incident is closed."""

    code = "incident_closed"
    title = "The incident is closed"


class IncidentOpen(DomainError):
    """The loan has an open incident of this unit already."""

    code = "incident_open"
    title = "The unit has an open incident"


class UnitOfAnotherLoan(InvalidInput):
    """The unit does not go out with this loan."""

    code = "unit_of_another_loan"
    title = "The unit is not of this loan"


class UnitsUnknown(NotFound):
    """No such unit, or none of an item that the caller lends."""

    code = "unit_unknown"
    title = "No such unit"
