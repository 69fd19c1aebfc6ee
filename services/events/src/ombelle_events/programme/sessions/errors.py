from ombelle_chassis.errors import DomainError, NotFound


class SessionUnknown(NotFound):
    """No session has this id, or it is of an event that is not yours."""

    code = "session_unknown"
    title = "No such session"


class SessionsOverlap(DomainError):
    """Two sessions of an event at one venue at the same time."""

    code = "sessions_overlap"
    title = "Two sessions of the event overlap at one venue"


class SessionAnnounced(DomainError):
    """What was published is cancelled, not deleted: somebody may have noted the date."""

    code = "session_announced"
    title = "The session is published: cancel it"


class SessionActionImpossible(DomainError):
    """The session's status does not allow it."""

    code = "session_action_impossible"
    title = "The session's status does not allow this"
