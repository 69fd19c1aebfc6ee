from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Request, Response
from ombelle_chassis.responses import NOT_MODIFIED, public_bytes
from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, ConfigDict, Field

from ombelle_events.context import Context
from ombelle_events.geography.service import GeographyService

router = APIRouter(prefix="/api/v1", tags=["territory"])


class DepartmentOut(BaseModel):
    """A department of the territory."""

    code: str
    name: str


class Territory(BaseModel):
    """The region that this agency covers."""

    name: str
    departments: list[DepartmentOut]
    outlines: dict[str, object]
    bounds: list[float]


class CommuneOut(BaseModel):
    """A commune, with how many published events it has from today on."""

    insee: str
    name: str
    department: str
    postal_codes: list[str]
    population: int
    latitude: float
    longitude: float
    event_count: int


class Communes(BaseModel):
    """Communes whose name or postal code begins so, those with events first."""

    items: list[CommuneOut]


class CommunesQuery(BaseModel):
    """What was typed of a commune."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(
        min_length=1,
        max_length=80,
        pattern=STORABLE,
        description="Beginning of a name or of a postal code, or an INSEE code.",
    )


@router.get(
    "/territory",
    summary="The region, its departments and their outlines",
    response_model=Territory,
    responses=NOT_MODIFIED,
)
async def territory(request: Request, context: Context) -> Response:
    return public_bytes(
        request, orjson.dumps(await GeographyService(context.reader).territory(context.settings.territory))
    )


@router.get(
    "/communes",
    summary="Communes by the beginning of their name or postal code",
    response_model=Communes,
    responses=NOT_MODIFIED,
)
async def communes(
    request: Request,
    context: Context,
    asked: Annotated[CommunesQuery, Query()],
) -> Response:
    found = await GeographyService(context.reader).communes(asked.q)
    return public_bytes(request, orjson.dumps({"items": found}))
