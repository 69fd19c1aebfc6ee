from ombelle_chassis.errors import DomainError, Forbidden, NotFound, PreconditionFailed, PreconditionRequired


class EventUnknown(NotFound):
    """No event has this id."""

    code = "event_unknown"
    title = "No such event"


class EventChangedMeanwhile(PreconditionFailed):
    """Somebody else saved first; both versions are told."""

    code = "event_changed_meanwhile"
    title = "The event has changed since it was read"


class VersionNeeded(PreconditionRequired):
    """A change must say which version it is made on."""

    code = "version_needed"
    title = "If-Match is required"


class EventInvalid(DomainError):
    """The change would break a rule of the programme."""

    code = "event_invalid"
    title = "The change breaks a rule of the programme"
    status = 422


class FieldReserved(Forbidden):
    """A field that the coordination alone changes."""

    code = "field_reserved"
    title = "Only the coordination changes this field"
