"""What the gateway itself refuses; services' own problems pass through untouched."""

from typing import Final

from ombelle_chassis.errors import DomainError, NotFound, Unauthenticated, Unavailable

from ombelle_gateway.asgi import Exchange


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


REFUSALS: Final = (Unauthenticated, BodyTooLarge, UpstreamUnavailable, UpstreamTimeout)
"""What any route may answer without its service having been asked: a wrong token is told even where none is needed."""


def refuse_writing(exchange: Exchange) -> None:
    """Let reads through.

    Raises:
        MethodNotAllowed: it is something else.

    """
    if not exchange.is_read:
        raise MethodNotAllowed("Cette adresse ne fait que se lire.", headers={"Allow": "GET, HEAD"})
