"""Whom the services' own requests trust, over TLS: one list of authorities for a whole process."""

import ssl
from functools import cache

import httpx


@cache
def trusted_authorities() -> ssl.SSLContext:
    """Return what verifies the other side of a connection; SSL_CERT_FILE and SSL_CERT_DIR name other authorities.

    Made once: to read every authority takes tens of milliseconds and a megabyte, more than most requests.
    """
    return httpx.create_ssl_context()
