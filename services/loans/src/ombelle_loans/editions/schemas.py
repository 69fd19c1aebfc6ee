from datetime import datetime
from typing import Annotated
from uuid import UUID

from ombelle_chassis.typed_texts import LINE
from pydantic import BaseModel, ConfigDict, Field


class EditionCreate(BaseModel):
    """What the edition is called, such as « Catalogue commun 2026 »."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Field(max_length=200), *LINE]


class CatalogueEditionOut(BaseModel):
    """An edition: `sha256` is that of the bytes of its `.json`."""

    id: UUID
    number: int
    title: str
    sha256: str
    items: int
    lenders: int
    frozen_at: datetime


class CatalogueEditions(BaseModel):
    """A page of editions, the newest first."""

    items: list[CatalogueEditionOut]
    next: str | None
    total: int
