"""The use cases of preparing a meeting: entered, changed, given an agenda, cancelled."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.log import record
from ombelle_members.meetings.roll import touch
from ombelle_members.meetings.sitting.service import refuse_under_way
from ombelle_members.meetings.standing import brief, held_meeting, rules_of, shown
from ombelle_members.meetings.store import MeetingStore, Row

_ALIVE: Final = ("planned", "convened", "open")
_COMING: Final = ("planned", "convened")
_DAY: Final = frozenset({"held_on", "starts_at", "zone", "cut_off_on"})
"""What cannot change once people have been told to come: a meeting is cancelled, and another one convened."""
_MAY_BE_NOTHING: Final = frozenset(
    {
        "starts_at", "place", "online_url", "staff_voter_name", "staff_voter_email", "chair_name", "secretary_name",
        "tellers",
    }
)  # fmt: skip


class MeetingService:
    """Meetings before they are held."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, caller: Caller, wanted: Mapping[str, Any], *, after: tuple[date, UUID] | None, count: int
    ) -> tuple[list[Row], int]:
        """Return meetings, the last first, and how many there are."""
        async with self._sessions() as session, session.begin():
            store = MeetingStore(session)
            rows = await store.page(wanted, after=after, count=count)
            return [brief(row, caller) for row in rows], await store.total(wanted)

    async def meeting(self, caller: Caller, meeting_id: UUID) -> Row:
        """Return a meeting whole. Raises MeetingUnknown."""
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, lock=False)
            return await shown(session, caller, meeting_id)

    async def create(self, caller: Caller, values: Mapping[str, Any], once: OneRequest) -> Row:
        """Enter a meeting, with the rules of the bylaws of its day."""
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            rules = await rules_of(session, values["body"], values["held_on"], is_second_call=False)
            columns = {**values, **rules, "cut_off_on": values["cut_off_on"] or values["held_on"]}
            meeting_id = await MeetingStore(session).add(columns)
            await record(
                session, caller, "meeting_planned", ("meeting", meeting_id), {"body": values["body"]}
            )
            return await once.keep(session, await shown(session, caller, meeting_id))

    async def change(
        self, caller: Caller, meeting_id: UUID, patch: Mapping[str, Any], *, if_match: str | None
    ) -> Row:
        """Change what a meeting says of itself.

        Raises:
            MeetingUnknown: there is none.
            NotNow: it is over, or people were told of its day.
            InvalidInput: the days do not go together.
            VersionNeeded, ChangedMeanwhile: it is not said on which version, or that is not the present one.

        """
        version = require_version(if_match)
        async with self._sessions() as session, session.begin():
            row = await held_meeting(session, meeting_id, *_ALIVE)
            current = await shown(session, caller, meeting_id)
            refuse_stale(version, row["version"], current=current, yours=patch)
            values = {
                name: one
                for name, one in patch.items()
                if row[name] != one and (one is not None or name in _MAY_BE_NOTHING)
            }
            if values.keys() & _DAY:
                await held_meeting(session, meeting_id, "planned")
                held_on: date = values.get("held_on") or row["held_on"]
                values.setdefault("cut_off_on", min(row["cut_off_on"], held_on))
                _refuse_days({**row, **values})
                is_second = row["second_call_of"] is not None
                values |= await rules_of(session, row["body"], held_on, is_second_call=is_second)
            if values:
                await MeetingStore(session).change(meeting_id, values)
                await touch(session, meeting_id)
                await record(
                    session, caller, "meeting_changed", ("meeting", meeting_id), {"fields": sorted(values)}
                )
            return await shown(session, caller, meeting_id)

    async def set_agenda(
        self, caller: Caller, meeting_id: UUID, items: Sequence[Mapping[str, Any]], *, if_match: str | None
    ) -> Row:
        """Write the agenda. Raises as `change` does; InvalidInput where an item is not of this meeting."""
        version = require_version(if_match)
        async with self._sessions() as session, session.begin():
            row = await held_meeting(session, meeting_id, *_ALIVE, "closed")
            current = await shown(session, caller, meeting_id)
            refuse_stale(version, row["version"], current=current, yours={"items": items})
            store = MeetingStore(session)
            await _refuse_foreign(store, meeting_id, items)
            await store.set_agenda(meeting_id, items)
            await store.change(meeting_id, {})
            await touch(session, meeting_id)
            await record(
                session, caller, "meeting_agenda_set", ("meeting", meeting_id), {"items": len(items)}
            )
            return await shown(session, caller, meeting_id)

    async def cancel(self, caller: Caller, meeting_id: UUID, reason: str, once: OneRequest) -> Row:
        """Cancel a meeting that is to come.

        Raises:
            MeetingUnknown, NotNow: there is none, it has begun, or people are voting by post.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            await held_meeting(session, meeting_id, *_COMING)
            await refuse_under_way(session, meeting_id)  # a vote by post begins before the day
            await MeetingStore(session).change(meeting_id, {"state": "cancelled", "cancel_reason": reason})
            await touch(session, meeting_id)
            await record(session, caller, "meeting_cancelled", ("meeting", meeting_id))
            return await once.keep(session, await shown(session, caller, meeting_id))


async def _refuse_foreign(store: MeetingStore, meeting_id: UUID, items: Sequence[Mapping[str, Any]]) -> None:
    named = [item["id"] for item in items if item["id"] is not None]
    known = await store.item_ids(meeting_id)
    errors = [
        FieldError(
            f"/body/items/{place}/id",
            "unknown_item",
            "Ce point n'est pas de cette réunion, ou y est deux fois.",
        )
        for place, item in enumerate(items)
        if item["id"] is not None and (item["id"] not in known or named.count(item["id"]) > 1)
    ]
    if errors:
        raise InvalidInput("Un point de l'ordre du jour n'est pas de cette réunion.", errors=errors)


def _refuse_days(row: Mapping[str, Any]) -> None:
    starts_at, held_on = row["starts_at"], row["held_on"]
    if starts_at is not None and starts_at.astimezone(ZoneInfo(row["zone"])).date() != held_on:
        detail = "L'heure de début est un autre jour que celui de la réunion."
        raise InvalidInput(detail, errors=[FieldError("/body/starts_at", "other_day", detail)])
    if row["cut_off_on"] > held_on:
        detail = "La liste électorale est arrêtée au plus tard le jour de la réunion."
        raise InvalidInput(detail, errors=[FieldError("/body/cut_off_on", "after_the_meeting", detail)])
