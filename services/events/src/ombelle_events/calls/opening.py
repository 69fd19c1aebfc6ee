"""When a call takes applications: its dates, what it does at the end, and codes that let somebody in late."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

State = Literal["not_open", "open", "grace", "late", "closed"]


class CallTimes(Protocol):
    """What of a call decides."""

    @property
    def publication(self) -> str:
        """One of draft, published, archived."""

    @property
    def opens_at(self) -> datetime:
        """When it begins to take applications."""

    @property
    def closes_at(self) -> datetime:
        """When it ends."""

    @property
    def closing_policy(self) -> str:
        """One of lock, grace, submit_complete."""

    @property
    def grace_minutes(self) -> int:
        """How long drafts go on after the end, where the policy is grace."""


class LateAccess(Protocol):
    """What of an access code decides."""

    @property
    def expires_at(self) -> datetime:
        """Until when what it opened is open."""


@dataclass(frozen=True, slots=True)
class Access:
    """Whether a draft may be begun, changed and submitted, why, and until when."""

    state: State
    until: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it may."""
        return self.state in ("open", "grace", "late")


def accepts(
    call: CallTimes,
    now: datetime,
    *,
    access_code: LateAccess | None = None,
    draft_created_at: datetime | None = None,
) -> Access:
    """Say whether a call takes a draft, at an instant.

    `lock` ends everything at `closes_at`. `grace` lets drafts begun before it be ended and submitted for some minutes.
    `submit_complete` ends everything too: drafts that are whole are submitted by the machine then. A draft begun by an
    access code goes by the code's own end, even if the code was ended for others since; so does whoever redeems one.

    Args:
        call: the call.
        now: the instant.
        access_code: the code that the draft was begun with, or is being begun with.
        draft_created_at: when the draft was begun; `None` for one that is not yet.

    """
    if call.publication != "published":
        return Access("closed")
    if now < call.opens_at:
        return Access("not_open")
    if now < call.closes_at:
        return Access("open", call.closes_at if access_code is None else _later(call, access_code))
    if access_code is not None and now < access_code.expires_at:
        return Access("late", access_code.expires_at)
    grace_until = call.closes_at + timedelta(minutes=call.grace_minutes)
    was_begun = draft_created_at is not None and draft_created_at < call.closes_at
    if call.closing_policy == "grace" and was_begun and now < grace_until:
        return Access("grace", grace_until)
    return Access("closed")


def _later(call: CallTimes, access_code: LateAccess) -> datetime:
    return max(call.closes_at, access_code.expires_at)
