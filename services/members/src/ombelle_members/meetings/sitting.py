"""The use cases of the day itself: opened, people come and go and give proxies, closed or adjourned.

Each is asked for by the secretariat, or by whoever sits there by their own link or account: `by` says who.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import spoken_day, today_in_paris
from ombelle_members.log import record
from ombelle_members.meetings.convening import refresh_roll
from ombelle_members.meetings.errors import (
    AlreadyPresent,
    ConflictRefused,
    MotionUnknown,
    NotNow,
    NotPresent,
    ProxyRefused,
    ProxyUnknown,
    RollEmpty,
    RollEntryUnknown,
)
from ombelle_members.meetings.roll import note_happening, quorum_of, touch
from ombelle_members.meetings.standing import held_meeting, rules_of, shown, wrong
from ombelle_members.meetings.store import MeetingStore, Row

_ARRIVE: Final = text("""
INSERT INTO attendance (meeting_id, roll_id, mode, span)
SELECT :meeting_id, :roll_id, :mode, tstzrange(clock_timestamp(), NULL)
WHERE NOT is_present(:roll_id)
""")
_LEAVE: Final = text("""
UPDATE attendance SET span = tstzrange(lower(span), greatest(clock_timestamp(), lower(span) + interval '1 microsecond'))
WHERE roll_id = :roll_id AND meeting_id = :meeting_id AND upper_inf(span)
""")
_ALL_LEAVE: Final = text("""
UPDATE attendance SET span = tstzrange(lower(span), greatest(clock_timestamp(), lower(span) + interval '1 microsecond'))
WHERE meeting_id = :meeting_id AND upper_inf(span)
""")
_ON_ROLL: Final = text(
    "SELECT name FROM meeting_roll WHERE id = :roll_id AND meeting_id = :meeting_id FOR NO KEY UPDATE"
)
_END_PROXY: Final = text("""
UPDATE proxy SET ended_at = greatest(clock_timestamp(), given_at), ended_as = :ended_as
WHERE meeting_id = :meeting_id AND giver_id = :giver_id AND ended_at IS NULL RETURNING id
""")
_PROXY: Final = text(
    "SELECT giver_id FROM proxy WHERE id = :id AND meeting_id = :meeting_id AND ended_at IS NULL"
)
_GIVE: Final = text("""
INSERT INTO proxy (meeting_id, giver_id, holder_id) VALUES (:meeting_id, :giver_id, :holder_id) RETURNING id
""")
_UNDER_WAY: Final = text("""
SELECT (SELECT count(*) FROM motion WHERE meeting_id = :id AND state = 'open')
  + (SELECT count(*) FROM poll WHERE meeting_id = :id AND closed_at IS NULL)
""")
_MOTION: Final = text(
    "SELECT state FROM motion WHERE id = :id AND meeting_id = :meeting_id FOR NO KEY UPDATE"
)
_MEETING_OF: Final = text("SELECT meeting_id FROM motion WHERE id = :id")
_HAS_VOTED: Final = text("""
SELECT EXISTS (SELECT FROM poll p JOIN poll_voter v ON v.poll_id = p.id WHERE p.subject_id = :id AND v.roll_id = :roll_id)
""")
_CONFLICT: Final = text("""
INSERT INTO motion_conflict (motion_id, roll_id, reason) VALUES (:id, :roll_id, :reason)
ON CONFLICT (motion_id, roll_id) DO UPDATE SET reason = excluded.reason
""")
_REFUSALS: Final[Mapping[str, str]] = {
    "proxy_giver_has_no_vote": "Ce membre n'a pas le droit de vote : il n'a pas de pouvoir à donner.",
    "proxy_holder_has_no_vote": "Un pouvoir ne se donne qu'à un membre qui a le droit de vote.",
    "proxy_of_the_staff_seat": "Le siège de l'équipe salariée ne donne ni ne reçoit de pouvoir.",
    "proxy_giver_is_present": "Ce membre est présent : il vote lui-même. Il peut donner son pouvoir en partant.",
    "proxy_holder_is_absent": "La séance est ouverte, cette personne n'est pas là : choisissez quelqu'un de présent.",
    "proxy_of_another_college": "Les statuts demandent que le pouvoir reste dans le même collège.",
    "proxy_chain": "Un pouvoir ne se transmet pas : qui donne le sien n'en reçoit pas, et inversement.",
    "proxy_holder_has_enough": "Cette personne a déjà autant de pouvoirs que les statuts le permettent.",
    "ck_proxy_to_another": "Un pouvoir se donne à quelqu'un d'autre.",
}  # fmt: skip
_LIVE: Final = ("planned", "convened", "open")
_WHERE: Final = {
    "proxy_giver_has_no_vote": "giver_id",
    "proxy_giver_is_present": "giver_id",
}


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

    async def arrive(self, by: Caller | str, meeting_id: UUID, roll_id: UUID, mode: str) -> None:
        """Note that somebody came: the proxy that they gave is void from now on.

        Raises:
            MeetingUnknown, NotNow: there is none that is open.
            RollEntryUnknown: they are not on its roll.
            AlreadyPresent: they are there.

        """
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, "open")
            await _on_roll(session, meeting_id, roll_id)
            values = {"meeting_id": meeting_id, "roll_id": roll_id, "mode": mode}
            arrived = await session.execute(_ARRIVE, values)
            if not arrived.rowcount:  # type: ignore[attr-defined]
                raise AlreadyPresent("Cette arrivée est déjà notée.")
            await _noted(session, by, meeting_id, "attendance_arrived", roll_id=roll_id, mode=mode)

    async def leave(self, by: Caller | str, meeting_id: UUID, roll_id: UUID) -> None:
        """Note that somebody left: they vote no more, and the proxies they hold do not count until they are back.

        Raises:
            MeetingUnknown, NotNow: there is none that is open.
            RollEntryUnknown: they are not on its roll.
            NotPresent: they are not there.

        """
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, "open")
            await _on_roll(session, meeting_id, roll_id)
            left = await session.execute(_LEAVE, {"meeting_id": meeting_id, "roll_id": roll_id})
            if not left.rowcount:  # type: ignore[attr-defined]
                raise NotPresent("Cette personne n'est pas notée présente.")
            await _noted(session, by, meeting_id, "attendance_left", roll_id=roll_id)

    async def give_proxy(self, by: Caller | str, meeting_id: UUID, giver_id: UUID, holder_id: UUID) -> UUID:
        """Give a proxy, in the place of one that was given before, and return its id.

        Raises:
            MeetingUnknown, NotNow: there is none to come.
            RollEntryUnknown: one of them is not on its roll.
            ProxyRefused: `reason` says why: a chain, too many, another college, an absent holder, a present giver.

        """
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, *_LIVE)
            for one in sorted((giver_id, holder_id)):
                await _on_roll(session, meeting_id, one)
            given = {"meeting_id": meeting_id, "giver_id": giver_id, "ended_as": "replaced"}
            await session.execute(_END_PROXY, given)
            values = {"meeting_id": meeting_id, "giver_id": giver_id, "holder_id": holder_id}
            try:
                proxy_id = UUID(str(await session.scalar(_GIVE, values)))
            except IntegrityError as error:
                reason = broken_constraint(error)
                if reason not in _REFUSALS:
                    raise
                place = _WHERE.get(reason, "holder_id")
                detail = _REFUSALS[reason]
                raise ProxyRefused(detail, errors=wrong(place, reason, detail), reason=reason) from None
            await _noted(
                session, by, meeting_id, "proxy_given", **{k: values[k] for k in ("giver_id", "holder_id")}
            )
            return proxy_id

    async def withdraw_proxy(self, by: Caller | str, meeting_id: UUID, giver_id: UUID) -> None:
        """Take back a proxy.

        Raises:
            MeetingUnknown, NotNow: there is none to come.
            ProxyUnknown: they have given none, or it has ended.

        """
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, *_LIVE)
            values = {"meeting_id": meeting_id, "giver_id": giver_id, "ended_as": "withdrawn"}
            if await session.scalar(_END_PROXY, values) is None:
                raise ProxyUnknown("Ce membre n'a pas donné de pouvoir, ou il est éteint.")
            await _noted(session, by, meeting_id, "proxy_withdrawn", giver_id=giver_id)

    async def end_proxy(self, caller: Caller, meeting_id: UUID, proxy_id: UUID) -> None:
        """Take back a proxy by its id. Raises as `withdraw_proxy`."""
        async with self._sessions() as session, session.begin():
            giver = await session.scalar(_PROXY, {"id": proxy_id, "meeting_id": meeting_id})
        if giver is None:
            raise ProxyUnknown("Ce pouvoir n'existe pas, ou il est éteint.")
        await self.withdraw_proxy(caller, meeting_id, giver)

    async def declare_conflict(
        self, by: Caller | str, meeting_id: UUID, motion_id: UUID, roll_id: UUID, reason: str | None
    ) -> None:
        """Note a conflict of interest: that voice takes no part in the vote on this motion.

        Raises:
            MeetingUnknown, NotNow: there is none to come.
            RollEntryUnknown: they are not on its roll.
            ConflictRefused: there is no such motion to vote on any more, or they have voted.

        """
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, *_LIVE)
            await _on_roll(session, meeting_id, roll_id)
            state = await session.scalar(_MOTION, {"id": motion_id, "meeting_id": meeting_id})
            if state not in {"draft", "open"}:
                raise ConflictRefused("Cette résolution n'est plus à voter.")
            if await session.scalar(_HAS_VOTED, {"id": motion_id, "roll_id": roll_id}):
                raise ConflictRefused("Cette voix a déjà voté : un bulletin secret ne se retire pas.")
            values = {"id": motion_id, "roll_id": roll_id, "reason": reason}
            await session.execute(_CONFLICT, values)
            await _noted(session, by, meeting_id, "conflict_declared", motion_id=motion_id, roll_id=roll_id)

    async def note_conflict(self, caller: Caller, motion_id: UUID, roll_id: UUID, reason: str | None) -> None:
        """Note a conflict of interest by the id of the motion. Raises MotionUnknown, and as `declare_conflict`."""
        async with self._sessions() as session, session.begin():
            meeting_id = await session.scalar(_MEETING_OF, {"id": motion_id})
        if meeting_id is None:
            raise MotionUnknown("Cette résolution n'existe pas.")
        await self.declare_conflict(caller, meeting_id, motion_id, roll_id, reason)


async def _on_roll(session: AsyncSession, meeting_id: UUID, roll_id: UUID) -> None:
    # Held, so that arriving and leaving take turns.
    if await session.scalar(_ON_ROLL, {"roll_id": roll_id, "meeting_id": meeting_id}) is None:
        raise RollEntryUnknown("Personne de ce nom n'est sur la liste de cette réunion.")


async def _refuse_under_way(session: AsyncSession, meeting_id: UUID) -> None:
    if await session.scalar(_UNDER_WAY, {"id": meeting_id}):
        raise NotNow("Un vote est en cours : terminez-le, ou retirez-le, d'abord.", state="open")


async def _noted(
    session: AsyncSession, by: Caller | str, meeting_id: UUID, action: str, **values: Any
) -> None:
    await record(session, by, action, ("meeting", meeting_id), values)
    await touch(session, meeting_id)


async def _told(session: AsyncSession, caller: Caller, meeting_id: UUID, action: str, **values: Any) -> Row:
    await _noted(session, caller, meeting_id, action, **values)
    return await shown(session, caller, meeting_id)
