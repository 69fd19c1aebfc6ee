"""The id that follows one request through every process and log line."""

import re
import secrets
from contextvars import ContextVar

HEADER = b"x-request-id"
_ACCEPTED = re.compile(rb"[A-Za-z0-9._-]{8,64}")

current_request_id: ContextVar[str] = ContextVar("current_request_id", default="")


def request_id_or_new(value: bytes | None) -> str:
    """Return the caller's request id if it is well formed, else a new one."""
    if value is not None and _ACCEPTED.fullmatch(value):
        return value.decode()
    return secrets.token_hex(8)


def request_id_from(headers: list[tuple[bytes, bytes]]) -> str:
    """Return the request id that raw ASGI headers carry, or a new one."""
    return request_id_or_new(next((value for name, value in headers if name == HEADER), None))
