"""What the gateway itself refuses; services' own problems pass through untouched."""

from ombelle_chassis.errors import DomainError, NotFound, Unavailable


class UpstreamUnavailable(Unavailable):
    """A service cannot be reached or broke off."""

    code = "upstream_unavailable"
    title = "A service is unavailable"


class UpstreamTimeout(DomainError):
    """A service took too long."""

    code = "upstream_timeout"
    title = "A service took too long to answer"
    status = 504


class BodyTooLarge(DomainError):
    """The body of the request is over the limit."""

    code = "body_too_large"
    title = "The request body is too large"
    status = 413


class NoSuchRoute(NotFound):
    """No service publishes this path."""

    code = "not_found"
    title = "No such route"


class MethodNotAllowed(DomainError):
    """A page or file that is only read."""

    code = "method_not_allowed"
    title = "Method not allowed"
    status = 405


class NotReady(Unavailable):
    """The stack is not ready to be used."""

    code = "not_ready"
    title = "Not ready"
