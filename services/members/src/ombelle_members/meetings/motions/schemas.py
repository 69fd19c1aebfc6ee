from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from ombelle_members.meetings.domain import Majority, MotionState, Voting
from ombelle_members.meetings.fields import Input, OptionalReason, OptionalReport, Title


class MotionWrite(Input):
    """A motion to vote on."""

    title: Title
    text: OptionalReport = None
    majority: Majority = "ordinary"
    voting: Voting = "hands"
    agenda_item_id: UUID | None = None


class HandsCounted(Input):
    """Hands that were counted; nothing for a secret ballot, whose urn is opened."""

    votes_for: Annotated[int, Field(ge=0, le=10_000)] | None = None
    votes_against: Annotated[int, Field(ge=0, le=10_000)] | None = None
    votes_abstain: Annotated[int, Field(ge=0, le=10_000)] | None = None


class ConflictNoted(Input):
    """Whose interest conflicts: their voice takes no part in the vote."""

    roll_id: UUID
    reason: OptionalReason = None


class MotionOut(BaseModel):
    """A motion, and what became of it. `ballots` says how many have voted, while it is secret and open.

    `quorum_needed` voices were there when its vote opened, and `closing_voices` when it closed: perhaps fewer.
    """

    id: UUID
    agenda_item_id: UUID | None
    position: int
    title: str
    text: str | None
    majority: Majority
    voting: Voting
    state: MotionState
    opened_at: datetime | None
    closed_at: datetime | None
    majority_base: Literal["cast", "present", "members"] | None
    majority_share: str | None
    majority_exceeds: bool | None
    members: int | None
    present: int | None
    represented: int | None
    quorum_needed: int | None
    closing_voices: int | None
    voices: int | None
    votes_for: int | None
    votes_against: int | None
    votes_abstain: int | None
    conflicts: int
    poll_id: UUID | None
    ballots: int | None
    version: int


class MotionDone(MotionOut):
    """A motion as the secretariat sees it."""

    meeting_id: UUID
    allowed_actions: list[str]
