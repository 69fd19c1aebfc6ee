from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from pydantic import BaseModel, ConfigDict, Field

from ombelle_events.reviews.schemas import HeldDossier, Person, Reason

Kind = Literal["organisation", "partner", "address_domain", "declared", "pinned"]


class ConflictsQuery(ListQuery):
    """Which conflicts of interest are listed."""

    call_id: UUID | None = None
    application_id: UUID | None = None
    account_id: UUID | None = None
    kind: Kind | None = None
    state: Literal["standing", "dismissed"] | None = None


class ConflictOfInterestOut(BaseModel):
    """Why somebody must know nothing of what is thought of an application, unless it is dismissed.

    `evidence` lists what it rests on: organisations (`organisation_id`, `organisation`, `role`, `source`), domains of
    addresses (`domain`), or what was told (`reason`).
    """

    id: UUID
    application: HeldDossier
    call_id: UUID
    account: Person
    kind: Kind
    evidence: list[dict[str, Any]]
    declared_at: datetime
    declared_by: str | None
    dismissed_at: datetime | None
    dismissed_by: str | None
    dismissal_reason: str | None
    allowed_actions: list[str]


class ConflictsOfInterest(BaseModel):
    """A page of conflicts, the newest first; `next` is null on the last one."""

    items: list[ConflictOfInterestOut]
    next: str | None


class ConflictWrite(BaseModel):
    """A conflict of one's own, or, told by the coordination, of somebody who judges."""

    model_config = ConfigDict(extra="forbid")

    application_id: UUID
    account_id: UUID | None = Field(default=None, description="Whose it is; without it, one's own.")
    reason: Reason


class ConflictTold(BaseModel):
    """A conflict that was told. It says no more of the application: whose it is may not know."""

    id: UUID
    application_id: UUID
    account_id: UUID
    kind: Kind
    declared_at: datetime


class Dismissal(BaseModel):
    """Why a conflict is none."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason
