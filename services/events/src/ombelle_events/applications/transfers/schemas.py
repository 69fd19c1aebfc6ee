from uuid import UUID

from pydantic import BaseModel, ConfigDict


class TransferCreate(BaseModel):
    """Whom an application is offered to."""

    model_config = ConfigDict(extra="forbid")

    organisation_id: UUID
