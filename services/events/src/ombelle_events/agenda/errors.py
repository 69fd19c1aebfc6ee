from ombelle_chassis.errors import DomainError, NotFound


class EventNotFound(NotFound):
    """No event of that name was ever shown."""

    code = "event_not_found"
    title = "No such event"


class EventWithdrawn(DomainError):
    """The event was shown once, and is no more."""

    code = "event_withdrawn"
    title = "The event is no longer published"
    status = 410


class EventShownElsewhere(EventWithdrawn):
    """The event is the same as another one, which is shown in its stead; `see` names it."""

    code = "event_shown_elsewhere"
    title = "The event is shown under another one"


class CommuneUnknown(DomainError):
    """The commune that a reader is near to is not of this territory."""

    code = "commune_unknown"
    title = "No such commune in the territory"
    status = 422
