"""A service's rules of retention, for everybody."""

from collections.abc import Sequence

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from ombelle_chassis.responses import NOT_MODIFIED, public_bytes
from ombelle_chassis.retention.rules import Rule


class RuleOut(BaseModel):
    """How long a kind of data is kept, in French."""

    kind: str
    what: str
    kept: str
    starts: str
    basis: str
    notice: str | None


class Rules(BaseModel):
    """Every rule of a service."""

    items: list[RuleOut]
    next: None = None


def retention_router(path: str, rules: Sequence[Rule], *, name: str, summary: str) -> APIRouter:
    """Return the route that publishes rules at `/api/v1` and `path`; `name` is its operation's."""
    router = APIRouter(prefix=f"/api/v1{path}", tags=["personal data"])
    shown = Rules(items=[RuleOut.model_validate(rule, from_attributes=True) for rule in rules])
    body = shown.model_dump_json().encode()

    @router.get("", name=name, summary=summary, response_model=Rules, responses=NOT_MODIFIED)
    async def retention(request: Request) -> Response:
        return public_bytes(request, body)

    return router
