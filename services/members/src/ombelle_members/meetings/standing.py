"""A meeting as a use case finds it: held, in a state that allows what is asked, and shown afterwards."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from ombelle_chassis.errors import FieldError
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.governance.bylaws import bylaws_on
from ombelle_members.meetings.domain import BODIES, Body, actions_of
from ombelle_members.meetings.errors import MeetingUnknown, NotNow
from ombelle_members.meetings.store import MeetingStore, Row

_STATES: Mapping[str, str] = {
    "planned": "n'est pas encore convoquée",
    "convened": "n'est pas encore ouverte",
    "open": "est ouverte",
    "adjourned": "a été ajournée faute de quorum",
    "closed": "est close",
    "minutes_draft": "est close, son procès-verbal est en cours",
    "minutes_approved": "est close, son procès-verbal est approuvé",
    "cancelled": "est annulée",
}


async def held_meeting(session: AsyncSession, meeting_id: UUID, *states: str, lock: bool = True) -> Row:
    """Return a meeting's columns, held until the transaction ends.

    Raises:
        MeetingUnknown: there is none.
        NotNow: it stands in another state than these.

    """
    found = await MeetingStore(session).meeting(meeting_id, lock=lock)
    if found is None:
        raise MeetingUnknown("Cette réunion n'existe pas.")
    refuse_state(found["state"], states)
    return found


def refuse_state(state: str, allowed: Collection[str]) -> None:
    """Refuse what cannot be done in this state; no states allow all. Raises NotNow."""
    if allowed and state not in allowed:
        raise NotNow(f"Cette réunion {_STATES[state]} : ce n'est pas le moment de faire cela.", state=state)


async def rules_of(session: AsyncSession, body: Body, held_on: date, *, is_second_call: bool) -> Row:
    """Return what of the bylaws of its day a meeting is frozen with, as its columns."""
    bylaws = await bylaws_on(session, held_on)
    rules = bylaws.rules
    quorum = rules.quorum.of(body)
    share = quorum.second_call_fraction if is_second_call else quorum.fraction
    proxies = rules.proxies.of(body)
    return {
        "bylaws_version_id": bylaws.id,
        "rules": rules.model_dump(mode="json"),
        "quorum_numerator": share.numerator,
        "quorum_denominator": share.denominator,
        "proxies_per_holder": proxies.per_holder,
        "proxies_same_college": proxies.same_college,
        "notice_days": rules.notice_days.of(body),
    }


def brief(row: Mapping[str, Any], caller: Caller | None) -> Row:
    """Return a meeting as lists show it, with what the caller may do."""
    is_theirs = caller is not None and caller.is_secretariat
    actions = actions_of(row["state"], row["body"], row["held_on"], today_in_paris()) if is_theirs else []
    if row.get("roll_frozen_at") is not None:  # by a vote by post, before the day
        actions = [one for one in actions if one != "refresh_roll"]
    return {**row, "allowed_actions": actions}


async def shown(session: AsyncSession, caller: Caller, meeting_id: UUID) -> Row:
    """Return a meeting that is known to be there, whole."""
    store = MeetingStore(session)
    row = await store.meeting(meeting_id)
    assert row is not None  # noqa: S101 -- found before
    share = f"{row['quorum_numerator']}/{row['quorum_denominator']}"
    return {
        **brief(row, caller),
        **await store.about(meeting_id),
        "quorum_share": share.removesuffix("/1"),
        "has_staff_seat": row["body"] == "board" and bool((row["rules"] or {}).get("staff_seat")),
    }


def body_label(body: str) -> str:
    """Return what a body is called in French."""
    return BODIES[body].french  # type: ignore[index]


def spoken_hour(at: datetime, zone: str) -> str:
    """Return a moment's time of day in a zone: « 14 h 05 », « 18 h »."""
    there = at.astimezone(ZoneInfo(zone))
    return f"{there.hour} h {there.minute:02}" if there.minute else f"{there.hour} h"


def spoken_time(row: Mapping[str, Any]) -> str | None:
    """Return when a meeting begins, in its own zone; `None` where only its day is known."""
    return None if row["starts_at"] is None else spoken_hour(row["starts_at"], row["zone"])


def wrong(pointer: str, code: str, detail: str) -> list[FieldError]:
    """Return the one wrong place of a request's body."""
    return [FieldError(f"/body/{pointer}", code, detail)]
