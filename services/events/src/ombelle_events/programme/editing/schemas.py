from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from pydantic import BaseModel, ConfigDict, Field, StrictBool, StringConstraints

from ombelle_events.programme.editing.domain import FieldGroup, Phase, Rule

Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1_000, pattern=STORABLE)
]


class Difference(BaseModel):
    """One field of a proposal: what it was, would be, and is now."""

    field: str
    label: str
    before: Any
    after: Any
    now: Any


class ProposalOut(BaseModel):
    """A change that waits for the coordination, or that it has settled."""

    id: UUID
    event_id: UUID
    event_title: str
    event_slug: str
    event_session_id: UUID | None
    organisation_id: UUID | None
    organisation_name: str | None
    edition: int | None
    action: str
    differences: list[Difference]
    is_outdated: bool = Field(
        description="Whether one of its fields has changed since, otherwise than proposed."
    )
    proposed_by: str
    proposed_at: datetime
    outcome: Literal["approved", "rejected", "withdrawn"] | None
    settled_by: str | None
    settled_at: datetime | None
    reason: str | None
    allowed_actions: list[str]


class Proposals(BaseModel):
    """A page of proposals, the newest first."""

    items: list[ProposalOut]
    next: str | None


class ProposalsQuery(ListQuery):
    """Which proposals are listed."""

    state: Literal["open", "settled", "all"] = "open"
    event_id: UUID | None = None
    edition: Annotated[int, Field(ge=1991, le=2199)] | None = None


class Approval(BaseModel):
    """How a proposal is approved."""

    model_config = ConfigDict(extra="forbid")

    over_newer: StrictBool = Field(default=False, description="Also over what has changed since it was made.")


class Rejection(BaseModel):
    """Why a proposal is rejected; its author is told."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason


class PolicyRule(BaseModel):
    """The rule of a group of fields in a phase."""

    model_config = ConfigDict(extra="forbid")

    field_group: FieldGroup
    phase: Phase
    rule: Rule


class PolicyRuleOut(PolicyRule):
    """The rule that holds, with its words on screen."""

    field_group_label: str
    phase_label: str
    rule_label: str
    default: Rule


class PolicyIn(BaseModel):
    """The rules that an edition sets otherwise than the defaults; the others follow these."""

    model_config = ConfigDict(extra="forbid")

    rules: Annotated[list[PolicyRule], Field(max_length=100)]


class PolicyOut(BaseModel):
    """Every group of fields in every phase, with the rule that holds in this edition."""

    year: int
    version: int
    rules: list[PolicyRuleOut]
    allowed_actions: list[str]
