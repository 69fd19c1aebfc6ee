"""Errors that have a meaning outside: raised anywhere, shown as RFC 9457 problems. Standard library only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

PROBLEM_JSON = "application/problem+json"


@dataclass(frozen=True, slots=True)
class FieldError:
    """One wrong place of a request; `pointer` is like `/query/limit`, `/body/title`, `/header/If-Match`."""

    pointer: str
    code: str
    detail: str


class DomainError(Exception):
    """A refusal with a stable `code`. Subclasses set `code`, `title` (English) and `status`.

    `detail` is a French sentence: what, where, how to mend. `extensions` become members of the problem.
    """

    code: ClassVar[str] = "conflict"
    title: ClassVar[str] = "The request conflicts with the present state"
    status: ClassVar[int] = 409

    def __init__(
        self,
        detail: str,
        *,
        errors: Sequence[FieldError] = (),
        headers: Mapping[str, str] | None = None,
        **extensions: Any,
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.errors = tuple(errors)
        self.headers = dict(headers or {})
        self.extensions = extensions

    def body(self, *, instance: str, request_id: str) -> dict[str, Any]:
        """The problem of this error, for the request at path `instance`."""
        return problem_body(
            status=self.status,
            code=self.code,
            title=self.title,
            detail=self.detail,
            instance=instance,
            request_id=request_id,
            errors=self.errors,
            extensions=self.extensions,
        )


class NotFound(DomainError):
    """Nothing there, or nothing that the caller may know of. Subclass it to name the thing."""

    code = "not_found"
    title = "Not found"
    status = 404


class Unauthenticated(DomainError):
    """Nobody is signed in, or what was presented proves nothing."""

    code = "unauthenticated"
    title = "Authentication is required"
    status = 401

    def __init__(self, detail: str, **extensions: Any) -> None:
        super().__init__(detail, headers={"WWW-Authenticate": "Bearer"}, **extensions)


class Forbidden(DomainError):
    """Known, but not allowed."""

    code = "forbidden"
    title = "This is not allowed"
    status = 403


class InvalidInput(DomainError):
    """The request cannot be understood; `errors` says where."""

    code = "invalid_input"
    title = "The request is invalid"
    status = 422


class PreconditionRequired(DomainError):
    """A write without `If-Match`."""

    code = "precondition_required"
    title = "If-Match is required"
    status = 428


class PreconditionFailed(DomainError):
    """What the caller read has changed since."""

    code = "precondition_failed"
    title = "The resource has changed"
    status = 412


class Unavailable(DomainError):
    """Something that the answer depends on is down; the caller may try again in `retry_after` seconds."""

    code = "unavailable"
    title = "Temporarily unavailable"
    status = 503

    def __init__(self, detail: str, *, retry_after: int = 2, **extensions: Any) -> None:
        super().__init__(detail, headers={"Retry-After": str(retry_after)}, **extensions)


def problem_body(
    *,
    status: int,
    code: str,
    title: str,
    detail: str,
    instance: str,
    request_id: str,
    errors: Sequence[FieldError] = (),
    extensions: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Build the one body of every failure, RFC 9457. `errors` is left out when empty."""
    body: dict[str, Any] = {
        **(extensions or {}),
        "type": f"urn:ombelle:problem:{code}",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": instance,
        "code": code,
        "request_id": request_id,
    }
    if errors:
        body["errors"] = [{"pointer": e.pointer, "code": e.code, "detail": e.detail} for e in errors]
    return body
