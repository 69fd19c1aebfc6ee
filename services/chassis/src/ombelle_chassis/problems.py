"""Every failure of a FastAPI application as one shape: RFC 9457, `application/problem+json`."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.routing import Match

from ombelle_chassis.errors import PROBLEM_JSON, DomainError, FieldError, InvalidInput, problem_body
from ombelle_chassis.texts import STORABLE

# Pydantic's error type → what a French reader is told; `{…}` are members of the error's context.
_FRENCH = {
    "missing": "Ce champ est obligatoire.",
    "extra_forbidden": "Ce nom n'est pas connu ici.",
    "json_invalid": "Le corps n'est pas du JSON valable.",
    "int_parsing": "Un nombre entier est attendu.",
    "int_type": "Un nombre entier est attendu.",
    "int_from_float": "Un nombre entier est attendu.",
    "float_parsing": "Un nombre est attendu.",
    "float_type": "Un nombre est attendu.",
    "decimal_parsing": "Un nombre est attendu.",
    "decimal_type": "Un nombre est attendu.",
    "finite_number": "Un nombre fini est attendu.",
    "bool_parsing": "« true » ou « false » est attendu.",
    "bool_type": "« true » ou « false » est attendu.",
    "string_type": "Un texte est attendu.",
    "string_too_short": "Au moins {min_length} caractères sont attendus.",
    "string_too_long": "Au plus {max_length} caractères sont acceptés.",
    "string_pattern_mismatch": "Ce texte n'a pas la forme attendue.",
    "list_type": "Une liste est attendue.",
    "dict_type": "Un objet est attendu.",
    "model_attributes_type": "Un objet est attendu.",
    "model_type": "Un objet est attendu.",
    "too_short": "Au moins {min_length} éléments sont attendus.",
    "too_long": "Au plus {max_length} éléments sont acceptés.",
    "greater_than": "La valeur doit être supérieure à {gt}.",
    "greater_than_equal": "La valeur doit être au moins {ge}.",
    "less_than": "La valeur doit être inférieure à {lt}.",
    "less_than_equal": "La valeur doit être au plus {le}.",
    "enum": "Les valeurs possibles sont {expected}.",
    "literal_error": "Les valeurs possibles sont {expected}.",
    "uuid_parsing": "Un identifiant (UUID) est attendu.",
    "uuid_type": "Un identifiant (UUID) est attendu.",
    "date_parsing": "Une date est attendue, comme 2027-10-02.",
    "date_type": "Une date est attendue, comme 2027-10-02.",
    "date_from_datetime_parsing": "Une date est attendue, comme 2027-10-02.",
    "date_from_datetime_inexact": "Une date est attendue, comme 2027-10-02.",
    "datetime_parsing": "Un instant est attendu, comme 2027-10-02T14:30:00+02:00.",
    "datetime_from_date_parsing": "Un instant est attendu, comme 2027-10-02T14:30:00+02:00.",
    "datetime_type": "Un instant est attendu, comme 2027-10-02T14:30:00+02:00.",
    "timezone_aware": "L'instant doit porter son décalage horaire, comme +02:00.",
    "url_parsing": "Une adresse web est attendue.",
    "url_scheme": "Une adresse en https:// ou http:// est attendue.",
}
_FALLBACK = "Cette valeur n'est pas acceptée."
_PLACES = {"query", "path", "header", "cookie", "body"}

PROBLEM_SCHEMA: dict[str, Any] = {
    "title": "Problem",
    "type": "object",
    "description": "RFC 9457. `code` is stable; `detail` is for people, in French.",
    "required": ["type", "title", "status", "detail", "instance", "code", "request_id"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "code": {"type": "string"},
        "request_id": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "code", "detail"],
                "properties": {
                    "pointer": {"type": "string"},
                    "code": {"type": "string"},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}


def request_id_of(request: Request) -> str:
    """Return the id that the outermost middleware gave this request."""
    return str(request.scope.get("state", {}).get("request_id", ""))


def problem_response(
    status: int, body: dict[str, Any], headers: dict[str, str] | None = None
) -> JSONResponse:
    """Answer with a problem; no cache keeps it."""
    kept = {"cache-control": "no-store", **{name.lower(): value for name, value in (headers or {}).items()}}
    return JSONResponse(body, status_code=status, headers=kept, media_type=PROBLEM_JSON)


def field_errors(errors: Any) -> list[FieldError]:
    """Translate what Pydantic reports into pointers and French sentences."""
    return [_field_error(error) for error in errors]


def _field_error(error: dict[str, Any]) -> FieldError:
    location = [str(part) for part in error["loc"]]
    kind = str(error["type"])
    if kind == "json_invalid":
        location = location[:1]  # what follows is an offset in the text, not a field
    if not location or location[0] not in _PLACES:
        location.insert(0, "body")
    pointer = "/" + "/".join(part.replace("~", "~0").replace("/", "~1") for part in location)
    if kind == "value_error":
        return FieldError(pointer, "invalid", str(error.get("ctx", {}).get("error", _FALLBACK)))
    if error.get("ctx", {}).get("pattern") == STORABLE:
        return FieldError(pointer, "invalid_text", "Ce texte contient un caractère interdit.")
    # A text whose length is checked after it was trimmed is told of as a list would be.
    is_text = kind in {"too_long", "too_short"} and isinstance(error.get("input"), str)
    template = _FRENCH.get(f"string_{kind}" if is_text else kind, _FALLBACK)
    told = dict(error.get("ctx", {}))
    if "expected" in told:
        told["expected"] = str(told["expected"]).replace(" or ", " ou ")  # Pydantic's own word
    if told.get("min_length") == 1:
        template = "Ce champ est vide." if is_text or kind.startswith("string") else "Cette liste est vide."
    try:
        detail = template.format(**told)
    except (KeyError, IndexError):
        detail = _FALLBACK
    return FieldError(pointer, kind, detail)


async def _on_domain_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, DomainError)  # noqa: S101 - for the type checker: registered for this class
    body = error.body(instance=request.url.path, request_id=request_id_of(request))
    return problem_response(error.status, body, error.headers)


async def _on_validation_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - for the type checker
    found = field_errors(error.errors())
    where = ", ".join(dict.fromkeys(one.pointer for one in found))
    refused = InvalidInput(f"La demande n'est pas valable : {where}.", errors=found)
    return await _on_domain_error(request, refused)


_HTTP_DETAIL = {
    404: "Il n'y a rien à cette adresse.",
    405: "Cette méthode n'existe pas à cette adresse.",
    413: "Le corps de la demande est trop gros.",
}


_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")


async def _on_http_exception(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - for the type checker
    status = HTTPStatus(error.status_code)
    if status == HTTPStatus.BAD_REQUEST:  # the framework's word for a body whose bytes it cannot read at all
        unreadable = FieldError("/body", "json_invalid", _FRENCH["json_invalid"])
        return await _on_domain_error(
            request, InvalidInput("La demande n'est pas valable : /body.", errors=[unreadable])
        )
    headers = dict(error.headers or {})
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_allowed_methods(request))
    body = problem_body(
        status=status.value,
        code=status.name.lower(),
        title=status.phrase,
        detail=_HTTP_DETAIL.get(status.value, "La demande a été refusée."),
        instance=request.url.path,
        request_id=request_id_of(request),
    )
    # 405 says what is allowed, 401 how to sign in: those headers are part of the answer.
    return problem_response(status.value, body, headers)


def _allowed_methods(request: Request) -> list[str]:
    """Return what this path can be asked by: the framework knows only the first route that it met there."""
    return [
        method
        for method in _METHODS
        if any(
            route.matches({**request.scope, "method": method})[0] is Match.FULL
            for route in request.app.router.routes
        )
    ]


def internal_error_body(*, instance: str, request_id: str) -> dict[str, Any]:
    """Build the problem of a bug: nothing of the exception leaves the process."""
    return problem_body(
        status=500,
        code="internal_error",
        title="Internal error",
        detail=(
            "Une erreur est survenue de notre côté. Réessayez ; "
            f"si elle dure, signalez-la avec ce numéro : {request_id}."
        ),
        instance=instance,
        request_id=request_id,
    )


def install_problem_handlers(app: FastAPI) -> None:
    """Make every refusal of this application a problem; bugs are the request middleware's."""
    app.add_exception_handler(DomainError, _on_domain_error)
    app.add_exception_handler(RequestValidationError, _on_validation_error)
    app.add_exception_handler(HTTPException, _on_http_exception)


def responses_for(*errors: type[DomainError]) -> dict[int | str, dict[str, Any]]:
    """Document these errors as a route's `responses`; the 422 of validation comes by itself where it can be.

    Errors of the same status share one entry that lists their codes.
    """
    by_status: dict[int, list[type[DomainError]]] = {}
    documented: tuple[type[DomainError], ...] = (*errors, InvalidInput)
    for error in documented:
        known = by_status.setdefault(error.status, [])
        if error not in known:
            known.append(error)
    return {
        status: {
            "description": " · ".join(f"`{one.code}`: {one.title}" for one in same),
            "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status, same in sorted(by_status.items())
    }
