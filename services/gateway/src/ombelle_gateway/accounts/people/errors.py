from ombelle_chassis.errors import DomainError, Forbidden, NotFound, PreconditionFailed, PreconditionRequired


class AccountUnknown(NotFound):
    """No account has this id."""

    code = "account_unknown"
    title = "No such account"


class AccountSuspended(Forbidden):
    """The account may not come in any more."""

    code = "account_suspended"
    title = "The account is suspended"


class AccountChangedMeanwhile(PreconditionFailed):
    """The account was changed elsewhere."""

    code = "account_changed_meanwhile"
    title = "The account has changed since it was read"


class VersionNeeded(PreconditionRequired):
    """A change must say which version it is made on."""

    code = "version_needed"
    title = "If-Match is required"


class EmailTaken(DomainError):
    """Another account has this address."""

    code = "email_taken"
    title = "Another account has this address"


class LinkSpent(DomainError):
    """The link was used, is too old, or never was."""

    code = "link_spent"
    title = "The link has been used or is too old"
    status = 410
