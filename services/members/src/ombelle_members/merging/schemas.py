from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from ombelle_members.organisations.schemas import OrganisationName, OrganisationOut


class MergeWanted(BaseModel):
    """Into which organisation the one named by the path goes."""

    model_config = ConfigDict(extra="forbid")

    into: UUID


class MergeCounts(BaseModel):
    """How many of each would change hands."""

    memberships: int
    memberships_of_both: int = Field(description="Of these, people whom both have: the higher role stays.")
    invitations: int
    join_requests: int
    notes: int
    contacts: int


class MergePreview(BaseModel):
    """What a merge would do. `fills` are the fields that the kept organisation lacks, and would take."""

    gone: OrganisationName
    kept: OrganisationName
    moves: MergeCounts
    fills: dict[str, Any]


class MergeOut(BaseModel):
    """What a merge did; `organisation` is the one that stands."""

    id: UUID
    merged_at: datetime
    gone: OrganisationName
    organisation: OrganisationOut
    moves: MergeCounts
    filled: list[str]
