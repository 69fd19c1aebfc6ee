from ombelle_chassis.errors import DomainError, Forbidden, InvalidInput


class AccountNeeded(DomainError):
    """The address is proved, and nobody has an account there yet: a name and the age are wanted. The link stays good."""

    code = "account_needed"
    title = "There is no account with this address yet"


class OtherBrowser(Forbidden):
    """The link was asked for in another browser."""

    code = "other_browser"
    title = "The link belongs to another browser"


class CodeWrong(InvalidInput):
    """The code is not one that was sent to whoever asks in this browser."""

    code = "code_wrong"
    title = "The code is wrong"
