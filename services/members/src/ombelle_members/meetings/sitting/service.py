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
from ombelle_members.meetings.roll import note_happening, quorum_of
from ombelle_members.meetings.sitting.noting import noted
from ombelle_members.meetings.standing import held_meeting, rules_of, shown, wrong
from ombelle_members.meetings.store import MeetingStore, Row

_ALL_LEAVE: Final = text("""
UPDATE attendance SET span = tstzrange(lower(span), greatest(clock_timestamp(), lower(span) + interval '1 microsecond'))
WHERE meeting_id = :meeting_id AND upper_inf(span)
""")
_UNDER_WAY: Final = text("""
SELECT (SELECT count(*) FROM motion WHERE meeting_id = :id AND state = 'open')
  + (SELECT count(*) FROM poll WHERE meeting_id = :id AND closed_at IS NULL)
""")


class SittingService:
    """Meetings while they are held."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def open(self, caller: Caller, meeting_id: UUID, once: OneRequest) -> Row:
        """Open a meeting; its roll is frozen as it is at its cut-off.

        Raises:
            MeetingUnknown, NotNow: there is none to open; an assembly or a board is convened first.
            RollEmpty: nobody is on its roll.

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
            is_second = row["second_call_of"] is not None
            rules = await rules_of(session, row["body"], row["held_on"], is_second_call=is_second)
            await refresh_roll(session, {**row, **rules})
            if not (await quorum_of(session, meeting_id)).members:
                raise RollEmpty("Personne n'a le droit de vote à cette réunion.")
            now = datetime.now(UTC)
            values = {**rules, "state": "open", "roll_frozen_at": now, "opened_at": now}
            await MeetingStore(session).change(meeting_id, values)
            return await once.keep(session, await _told(session, caller, meeting_id, "meeting_opened"))

    async def adjourn(
        self, caller: Caller, meeting_id: UUID, *, held_on: date, starts_at: datetime | None, once: OneRequest
    ) -> Row:
        """End a meeting that has no quorum, and prepare its second call, which is returned.

        Raises:
            MeetingUnknown, NotNow: there is none that is open, or something is being voted on.
            InvalidInput: the second call is before the first.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await held_meeting(session, meeting_id, "open")
            await _refuse_under_way(session, meeting_id)
            if held_on < row["held_on"]:
                raise NotNow(
                    "La seconde réunion ne peut pas être avant la première.",
                    errors=wrong("held_on", "before_the_first", "Jour trop tôt."),
                    state=row["state"],
                )
            now = await quorum_of(session, meeting_id)
            words = f"Quorum non atteint : {now.voices} voix présentes ou représentées, il en fallait {now.needed}."
            await note_happening(session, meeting_id, words)
            await session.execute(_ALL_LEAVE, {"meeting_id": meeting_id})
            store = MeetingStore(session)
            await store.change(meeting_id, {"state": "adjourned", "closed_at": datetime.now(UTC)})
            rules = await rules_of(session, row["body"], held_on, is_second_call=True)
            same = (
                "body",
                "title",
                "purpose",
                "zone",
                "place",
                "online_url",
                "staff_voter_name",
                "staff_voter_email",
            )
            second_id = await store.add(
                {
                    **{name: row[name] for name in same},
                    **rules,
                    "held_on": held_on,
                    "starts_at": starts_at,
                    "cut_off_on": row["cut_off_on"],
                    "second_call_of": meeting_id,
                }
            )
            await store.copy_agenda(meeting_id, second_id)
            await _told(session, caller, meeting_id, "meeting_adjourned", second_call=second_id)
            return await once.keep(session, await shown(session, caller, second_id))

    async def close(self, caller: Caller, meeting_id: UUID, once: OneRequest) -> Row:
        """Close a meeting; or note that one was held whose sitting was not kept here.

        Raises:
            MeetingUnknown, NotNow: there is none to close, or something is being voted on.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await held_meeting(session, meeting_id, "open", "planned")
            if row["state"] == "planned" and row["held_on"] > today_in_paris():
                raise NotNow("Cette réunion n'a pas encore eu lieu.", state="planned")
            await _refuse_under_way(session, meeting_id)
            await session.execute(_ALL_LEAVE, {"meeting_id": meeting_id})
            closed_at = datetime.now(UTC) if row["state"] == "open" else None
            await MeetingStore(session).change(meeting_id, {"state": "closed", "closed_at": closed_at})
            return await once.keep(session, await _told(session, caller, meeting_id, "meeting_closed"))


async def _refuse_under_way(session: AsyncSession, meeting_id: UUID) -> None:
    if await session.scalar(_UNDER_WAY, {"id": meeting_id}):
        raise NotNow("Un vote est en cours : terminez-le, ou retirez-le, d'abord.", state="open")


async def _told(session: AsyncSession, caller: Caller, meeting_id: UUID, action: str, **values: Any) -> Row:
    await noted(session, caller, meeting_id, action, **values)
    return await shown(session, caller, meeting_id)
