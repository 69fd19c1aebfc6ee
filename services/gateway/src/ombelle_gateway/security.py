"""Headers that every answer carries."""

from ombelle_gateway.asgi import RawHeaders

_POLICY = (
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: https:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
)
_PERMISSIONS = (
    "geolocation=(self), accelerometer=(), autoplay=(), camera=(self), display-capture=(), encrypted-media=(), "
    "fullscreen=(self), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
)


def security_headers(public_url: str) -> RawHeaders:
    """Return the headers; HSTS only where people come by https, else it would lock a local address."""
    headers = [
        (b"content-security-policy", "; ".join(_POLICY).encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"strict-origin-when-cross-origin"),
        (b"permissions-policy", _PERMISSIONS.encode()),
        (b"cross-origin-opener-policy", b"same-origin"),
    ]
    if public_url.startswith("https://"):
        headers.append((b"strict-transport-security", b"max-age=31536000; includeSubDomains"))
    return headers


SECURITY_NAMES = frozenset(name for name, _ in security_headers("https://"))
