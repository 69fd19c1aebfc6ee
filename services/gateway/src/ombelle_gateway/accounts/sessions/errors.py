from ombelle_chassis.errors import NotFound


class SessionUnknown(NotFound):
    """None of one's own sessions has this id."""

    code = "session_unknown"
    title = "No such session"
