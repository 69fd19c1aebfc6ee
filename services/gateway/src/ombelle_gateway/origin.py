"""Whether a write comes from our own pages: what protects those who are signed in by a cookie from other sites."""

from urllib.parse import urlsplit

from ombelle_chassis.errors import Forbidden

from ombelle_gateway.asgi import Exchange


class ForeignOrigin(Forbidden):
    """Another site's page, or an unknown one, writes in the name of a browser that holds our cookie."""

    code = "foreign_origin"
    title = "The request comes from another site"


def origin_of(public_url: str) -> str:
    """Return an address as browsers write it in `Origin`: in lower case, its usual port left out."""
    parts = urlsplit(public_url.lower())
    usual = {"http": ":80", "https": ":443"}[parts.scheme]
    return f"{parts.scheme}://{parts.netloc.removesuffix(usual)}"


def refuse_foreign(exchange: Exchange, ours: str) -> None:
    """Let through reads, what a bearer token vouches for, and writes of our own pages.

    A browser sends `Origin` with every write; one that does not sends `Sec-Fetch-Site`. Without our cookie, a program
    that sends neither acts for nobody. A page of another site is refused even then: it must not sign anybody in.

    Args:
        exchange: the request.
        ours: our own origin, as `origin_of` gives it.

    Raises:
        ForeignOrigin: it is none of these.

    """
    if exchange.is_read or b"authorization" in exchange.headers:
        return
    origins = exchange.all(b"origin")
    if origins:
        is_ours = all(origin == ours.encode() for origin in origins)
    else:
        holds_ours = any(b"ombelle" in value for value in exchange.all(b"cookie"))
        is_ours = not holds_ours or exchange.headers.get(b"sec-fetch-site") == b"same-origin"
    if not is_ours:
        raise ForeignOrigin(
            f"Cette demande ne vient pas d'une page de {ours} : ouvrez ce site à cette adresse et recommencez."
        )
