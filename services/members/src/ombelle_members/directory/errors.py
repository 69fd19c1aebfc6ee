from ombelle_chassis.errors import DomainError, NotFound


class EntryUnknown(NotFound):
    """No public organisation has this address or id."""

    code = "entry_unknown"
    title = "No such organisation in the public directory"


class CorrectionUnknown(NotFound):
    """No correction has this id."""

    code = "correction_unknown"
    title = "No such correction"


class CorrectionSettled(DomainError):
    """Each of its fields is decided."""

    code = "correction_settled"
    title = "The correction is settled"


class TooManyCorrections(DomainError):
    """As many wait as may; they are read first."""

    code = "too_many_corrections"
    title = "Too many corrections wait"
    status = 429
