from ombelle_chassis.errors import DomainError, Forbidden, NotFound


class PasskeyUnknown(NotFound):
    """None of one's own passkeys has this id."""

    code = "passkey_unknown"
    title = "No such passkey"


class ChallengeSpent(DomainError):
    """The challenge was answered, is too old, or was another browser's."""

    code = "challenge_spent"
    title = "The challenge has been used, is too old, or is another browser's"
    status = 410


class PasskeyRefused(Forbidden):
    """What the browser sent proves nothing here."""

    code = "passkey_refused"
    title = "The passkey proves nothing here"


class PasskeyCopied(Forbidden):
    """The passkey has counted fewer uses than it had: there are two of it."""

    code = "passkey_copied"
    title = "The passkey's counter went back"


class PasskeyKnown(DomainError):
    """The passkey is registered already."""

    code = "passkey_known"
    title = "The passkey is registered already"


class TooManyPasskeys(DomainError):
    """The account has as many passkeys as it may."""

    code = "too_many_passkeys"
    title = "The account has too many passkeys"
