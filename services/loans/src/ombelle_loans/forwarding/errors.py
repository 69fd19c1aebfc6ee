from ombelle_chassis.errors import DomainError


class NotForwarded(DomainError):
    """The item is asked for otherwise, here or straight from its organisation; the problem tells `handling`."""

    code = "not_forwarded"
    title = "Requests for this item are not forwarded"


class AlreadyForwarded(DomainError):
    """The organisation asked for this item and these days before; the problem tells when, in `forwarded_at`."""

    code = "already_forwarded"
    title = "This request was forwarded before"


class TooManyForwarded(DomainError):
    """The organisation had as many requests forwarded within a day as it may; `Retry-After` says when one is free."""

    code = "too_many_forwarded_requests"
    title = "Too many requests were forwarded for this organisation"
    status = 429
