"""What every list takes: how much, from where, and nothing else."""

from pydantic import BaseModel, ConfigDict, Field


class ListQuery(BaseModel):
    """How much of a list is asked, and from where; an unknown parameter is refused."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(default=50, ge=1, le=300)
    after: str | None = Field(default=None, description="`next` of the page before.")
