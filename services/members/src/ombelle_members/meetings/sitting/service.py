"""The use cases of the day itself: opened, closed or adjourned."""

from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import spoken_day, today_in_paris
from ombelle_members.meetings.convening.drawing import refresh_roll
from ombelle_members.meetings.errors import NotNow, RollEmpty
from ombelle_members.meetings.hours import noted_at, refused_hour
from ombelle_members.meetings.roll import note_happening, quorum_of
from ombelle_members.meetings.sitting.noting import noted
from ombelle_members.meetings.standing import held_meeting, rules_of, shown, spoken_hour, wrong
from ombelle_members.meetings.store import MeetingStore, Row

_ALL_LEAVE: Final = text("""
UPDATE attendance SET span = tstzrange(lower(span), greatest(:at, lower(span) + interval '1 microsecond'))
WHERE meeting_id = :meeting_id AND upper_inf(span)
""")
# What was noted by the clock of another day, before hours could be given, is not looked at.
_LAST_NOTED: Final = text("""
SELECT max(x.at) FROM (
  SELECT opened_at AS at FROM meeting WHERE id = :id
  UNION ALL SELECT unnest(ARRAY[lower(span), upper(span)]) FROM attendance WHERE meeting_id = :id
) x WHERE x.at <@ meeting_hours(:id)
""")
_UNDER_WAY: Final = text("""
SELECT (SELECT count(*) FROM motion WHERE meeting_id = :id AND state = 'open')
  + (SELECT count(*) FROM poll WHERE meeting_id = :id AND closed_at IS NULL)
""")


_KEPT: Final = (
    "body",
    "title",
    "purpose",
    "zone",
    "place",
    "online_url",
    "staff_voter_name",
    "staff_voter_email",
)
"""What a second call has of the first."""


class SittingService:
    """Meetings while they are held."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def open(
        self, caller: Caller, meeting_id: UUID, once: OneRequest, *, at: datetime | None = None
    ) -> Row:
        """Open a meeting; its roll is frozen as it is at its cut-off.

        Raises:
            MeetingUnknown, NotNow: there is none to open; an assembly or a board is convened first.
            RollEmpty: nobody is on its roll.
            InvalidInput: `at` is no hour of its day.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await held_meeting(session, meeting_id, "convened", "planned")
            if row["state"] == "planned" and row["body"] != "bureau":
                raise NotNow(
                    "Convoquez d'abord cette réunion : la convocation est la preuve du délai.",
                    state="planned",
                )
            if row["held_on"] > today_in_paris():
                raise NotNow(
                    f"Cette réunion est le {spoken_day(row['held_on'])} : elle s'ouvre ce jour-là.",
                    state=row["state"],
                )
            opened_at = noted_at(row, at)
            is_second = row["second_call_of"] is not None
            rules = await rules_of(session, row["body"], row["held_on"], is_second_call=is_second)
            await refresh_roll(session, {**row, **rules})
            if not (await quorum_of(session, meeting_id)).members:
                raise RollEmpty("Personne n'a le droit de vote à cette réunion.")
            frozen_at = row["roll_frozen_at"] or datetime.now(UTC)
            values = {**rules, "state": "open", "roll_frozen_at": frozen_at, "opened_at": opened_at}
            await MeetingStore(session).change(meeting_id, values)
            return await once.keep(session, await _told(session, caller, meeting_id, "meeting_opened"))

    async def adjourn(
        self,
        caller: Caller,
        meeting_id: UUID,
        *,
        held_on: date,
        starts_at: datetime | None,
        once: OneRequest,
        at: datetime | None = None,
    ) -> Row:
        """End a meeting that has no quorum, and prepare its second call, which is returned.

        Raises:
            MeetingUnknown, NotNow: there is none that is open, or something is being voted on.
            InvalidInput: `at` is no hour of its day, or before something that is noted of it.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await held_meeting(session, meeting_id, "open")
            await refuse_under_way(session, meeting_id)
            if held_on < row["held_on"]:
                raise NotNow(
                    "La seconde réunion ne peut pas être avant la première.",
                    errors=wrong("held_on", "before_the_first", "Jour trop tôt."),
                    state=row["state"],
                )
            now = await quorum_of(session, meeting_id)
            words = f"Quorum non atteint : {now.voices} voix présentes ou représentées, il en fallait {now.needed}."
            await note_happening(session, meeting_id, words)
            closed_at = await _all_leave(session, row, at)
            await MeetingStore(session).change(meeting_id, {"state": "adjourned", "closed_at": closed_at})
            second_id = await _second_call(session, row, held_on, starts_at)
            await _told(session, caller, meeting_id, "meeting_adjourned", second_call=second_id)
            return await once.keep(session, await shown(session, caller, second_id))

    async def close(
        self, caller: Caller, meeting_id: UUID, once: OneRequest, *, at: datetime | None = None
    ) -> Row:
        """Close a meeting; or note that one was held whose sitting was not kept here.

        Raises:
            MeetingUnknown, NotNow: there is none to close, or something is being voted on.
            InvalidInput: `at` is no hour of its day, or before something that is noted of it.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await held_meeting(session, meeting_id, "open", "planned")
            if row["state"] == "planned" and row["held_on"] > today_in_paris():
                raise NotNow("Cette réunion n'a pas encore eu lieu.", state="planned")
            await refuse_under_way(session, meeting_id)
            closed_at = await _all_leave(session, row, at) if row["state"] == "open" else None
            await MeetingStore(session).change(meeting_id, {"state": "closed", "closed_at": closed_at})
            return await once.keep(session, await _told(session, caller, meeting_id, "meeting_closed"))


async def _second_call(session: AsyncSession, row: Row, held_on: date, starts_at: datetime | None) -> UUID:
    """Prepare the meeting that follows one without a quorum, with what that one did not decide; return its id."""
    store = MeetingStore(session)
    rules = await rules_of(session, row["body"], held_on, is_second_call=True)
    days = {"held_on": held_on, "starts_at": starts_at, "cut_off_on": row["cut_off_on"]}
    kept = {name: row[name] for name in _KEPT}
    second_id = await store.add({**kept, **rules, **days, "second_call_of": row["id"]})
    await store.copy_agenda(row["id"], second_id)
    return second_id


async def _all_leave(session: AsyncSession, row: Row, told: datetime | None) -> datetime:
    """Note everybody as gone when the sitting ends, and return when that is: after all that is noted of it."""
    at = noted_at(row, told)
    last: datetime | None = await session.scalar(_LAST_NOTED, {"id": row["id"]})
    if last is not None and at <= last:
        detail = f"La séance est levée après ce qui en est noté, jusqu’à {spoken_hour(last, row['zone'])} : donnez l’heure."
        raise refused_hour("before_the_end", detail)
    await session.execute(_ALL_LEAVE, {"meeting_id": row["id"], "at": at})
    opened_at: datetime = row["opened_at"]
    return max(at, opened_at)


async def refuse_under_way(session: AsyncSession, meeting_id: UUID) -> None:
    """Refuse to end a meeting where something is being voted on. Raises NotNow."""
    if await session.scalar(_UNDER_WAY, {"id": meeting_id}):
        raise NotNow("Un vote est en cours : terminez-le, ou retirez-le, d'abord.", state="open")


async def _told(session: AsyncSession, caller: Caller, meeting_id: UUID, action: str, **values: Any) -> Row:
    await noted(session, caller, meeting_id, action, **values)
    return await shown(session, caller, meeting_id)
