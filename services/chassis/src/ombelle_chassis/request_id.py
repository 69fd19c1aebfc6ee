"""The id that follows one request through every process and log line."""

import re
import secrets
from contextvars import ContextVar

HEADER = b"x-request-id"
_ACCEPTED = re.compile(r"[A-Za-z0-9._-]{8,64}")

current_request_id: ContextVar[str] = ContextVar("current_request_id", default="")


def request_id_from(headers: list[tuple[bytes, bytes]]) -> str:
    """Return the caller's request id if it is well formed, else a new one."""
    for name, value in headers:
        if name == HEADER:
            text = value.decode("latin-1")
            if _ACCEPTED.fullmatch(text):
                return text
    return secrets.token_hex(8)
