"""A meeting as it stands at this moment, for everybody who looks on: asked for every other second, told when it changed.

The answer has the meeting's pulse for its ETag: who has it already costs one look at one row.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Date, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.meetings import ballots
from ombelle_members.meetings.domain import actions_of
from ombelle_members.meetings.errors import MeetingUnknown, NotTheirVoice, RollEntryUnknown
from ombelle_members.meetings.motions.reading import MOTION_COLUMNS
from ombelle_members.meetings.roll import Voter, touch, voter, voter_by_token
from ombelle_members.meetings.standing import brief
from ombelle_members.meetings.store import AGENDA, DOCUMENTS, Row

_PULSE: Final = text("SELECT pulse FROM meeting_pulse WHERE meeting_id = :id")
_SITTING: Final = text(f"""
SELECT m.id, m.body, m.title, m.purpose, m.state, m.held_on, m.starts_at, m.zone, m.place, m.online_url,
  m.second_call_of IS NOT NULL AS is_second_call, m.opened_at, m.closed_at, m.proxies_per_holder, m.proxies_same_college,
  (SELECT jsonb_build_object('members', coalesce(q.members, 0), 'present', coalesce(q.present, 0),
    'represented', coalesce(q.represented, 0), 'voices', coalesce(q.voices, 0), 'needed', coalesce(q.needed, 0),
    'is_met', coalesce(q.is_met, false)) FROM meeting_quorum(m.id) q) AS quorum,
  {AGENDA} AS agenda, {DOCUMENTS} AS documents,
  coalesce((SELECT jsonb_agg(to_jsonb(t) ORDER BY t.position) FROM (SELECT {MOTION_COLUMNS} FROM motion x
    LEFT JOIN poll p ON p.subject_id = x.id AND p.kind = 'motion' WHERE x.meeting_id = m.id) t), '[]') AS motions,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'subject_id', p.subject_id,
    'choices', p.choices, 'most_choices', p.most_choices, 'blank_allowed', p.blank_allowed, 'college', p.college,
    'needs_presence', p.needs_presence, 'ballots', (SELECT count(*) FROM poll_voter v WHERE v.poll_id = p.id)) ORDER BY p.id)
    FROM poll p WHERE p.meeting_id = m.id AND p.closed_at IS NULL), '[]') AS polls
FROM meeting m WHERE m.id = :id
""")
_SEAT: Final = text("""
SELECT r.id, r.name, r.college, r.representative_name, r.is_staff_seat, r.may_vote, here.mode IS NOT NULL AS is_present,
  here.mode,
  (SELECT jsonb_build_object('id', p.id, 'holder', jsonb_build_object('id', h.id, 'name', h.name, 'college', h.college),
    'counts', is_present(h.id)) FROM proxy p JOIN meeting_roll h ON h.id = p.holder_id
    WHERE p.giver_id = r.id AND p.ended_at IS NULL) AS proxy,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'college', v.college, 'is_own', v.id = r.id,
      'voted', (SELECT coalesce(jsonb_agg(b.poll_id), '[]') FROM poll_voter b JOIN poll o ON o.id = b.poll_id
        WHERE b.roll_id = v.id AND o.closed_at IS NULL)) ORDER BY v.id <> r.id, fold(v.name), v.id), '[]')
    FROM meeting_roll v WHERE v.may_vote AND (v.id = r.id OR EXISTS (
      SELECT FROM proxy p WHERE p.holder_id = r.id AND p.giver_id = v.id AND p.ended_at IS NULL))) AS voices,
  (SELECT coalesce(jsonb_agg(c.motion_id), '[]') FROM motion_conflict c WHERE c.roll_id = r.id) AS conflicts
FROM meeting_roll r LEFT JOIN attendance here ON here.roll_id = r.id AND upper_inf(here.span) WHERE r.id = :id
""")
# Those who may hold this member's proxy as things are: the trigger decides in the end.
_MAY_HOLD: Final = text("""
SELECT h.id, h.name, h.college FROM meeting_roll g JOIN meeting m ON m.id = g.meeting_id
JOIN meeting_roll h ON h.meeting_id = m.id AND h.id <> g.id
WHERE g.id = :id AND h.may_vote AND NOT h.is_staff_seat
  AND (NOT m.proxies_same_college OR h.college = g.college)
  AND (m.state <> 'open' OR is_present(h.id))
  AND NOT EXISTS (SELECT FROM proxy p WHERE p.giver_id = h.id AND p.ended_at IS NULL)
  AND (SELECT count(*) FROM proxy p WHERE p.holder_id = h.id AND p.ended_at IS NULL) < m.proxies_per_holder
ORDER BY fold(h.name), h.id
""")
_DESK: Final = text("""
SELECT r.id, r.name, r.college, r.representative_name, r.is_staff_seat, r.may_vote,
  coalesce(a.is_here, false) AS is_present, a.mode, a.arrived_at, a.left_at, p.id AS proxy_id, p.holder_id,
  r.struck_on, r.struck_as,
  (SELECT coalesce(jsonb_agg(b.poll_id), '[]') FROM poll_voter b JOIN poll o ON o.id = b.poll_id
    WHERE b.roll_id = r.id AND o.closed_at IS NULL) AS voted
FROM meeting_roll r
LEFT JOIN LATERAL (SELECT upper_inf(x.span) AS is_here, CASE WHEN upper_inf(x.span) THEN x.mode END AS mode,
  lower(x.span) AS arrived_at, upper(x.span) AS left_at FROM attendance x WHERE x.roll_id = r.id
  ORDER BY lower(x.span) DESC LIMIT 1) a ON true
LEFT JOIN proxy p ON p.giver_id = r.id AND p.ended_at IS NULL
WHERE r.meeting_id = :id ORDER BY fold(r.name), r.id
""")
# In whose place an account may come: the representative or natural member themselves, and who acts for the organisation.
_MINE: Final = """r.struck_on IS NULL AND (r.person_id = me.id OR EXISTS (
  SELECT FROM member x JOIN membership s ON s.organisation_id = x.organisation_id
  WHERE x.id = r.member_id AND s.person_id = me.id AND s.ended_at IS NULL))"""
_MY_SEAT: Final = text(f"""
SELECT r.id FROM meeting_roll r, person me WHERE r.id = :id AND me.account_id = :account AND {_MINE}
""").bindparams(bindparam("account", type_=Uuid))
_MY_PAGE: Final = text(f"""
SELECT r.id, r.name, r.college, r.may_vote, is_present(r.id) AS is_present, m.held_on,
  jsonb_build_object('id', m.id, 'body', m.body, 'title', m.title, 'purpose', m.purpose, 'held_on', m.held_on,
    'starts_at', m.starts_at, 'zone', m.zone, 'place', m.place, 'online_url', m.online_url, 'state', m.state,
    'second_call_of', m.second_call_of) AS meeting,
  (SELECT h.name FROM proxy p JOIN meeting_roll h ON h.id = p.holder_id WHERE p.giver_id = r.id AND p.ended_at IS NULL)
    AS holder_name,
  (SELECT max(i.number) FROM minutes i WHERE i.meeting_id = m.id AND i.approved_at IS NOT NULL) AS minutes_number
FROM meeting_roll r JOIN meeting m ON m.id = r.meeting_id, person me
WHERE me.account_id = :account AND m.state <> 'planned' AND {_MINE}
  AND (CAST(:after_on AS date) IS NULL OR (m.held_on, r.id) < (:after_on, :after_id))
ORDER BY m.held_on DESC, r.id DESC LIMIT :count
""").bindparams(
    bindparam("account", type_=Uuid), bindparam("after_on", type_=Date), bindparam("after_id", type_=Uuid)
)


async def my_seat(session: AsyncSession, caller: Caller, seat_id: UUID) -> Voter:
    """Return a place on a roll that is the caller's to take. Raises RollEntryUnknown."""
    values = {"id": seat_id, "account": caller.account_id}
    found = await voter(session, seat_id) if await session.scalar(_MY_SEAT, values) is not None else None
    if found is None:
        raise RollEntryUnknown("Cette réunion n'existe pas, ou vous n'êtes pas sur sa liste.")
    return found


class LiveService:
    """Meetings as they are seen. A seat is found by the token of a link, or by its id and the caller's account."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def seat(self, key: str | tuple[Caller, UUID]) -> Voter:
        """Return whose place it is. Raises MeetingLinkUnknown or RollEntryUnknown."""
        async with self._sessions() as session, session.begin():
            return await _seat(session, key)

    async def sitting(
        self, key: str | tuple[Caller, UUID], known: int | None = None
    ) -> tuple[int, Row | None]:
        """Return the pulse of somebody's meeting, and how it stands with their own place; nothing where they know it.

        Raises:
            MeetingLinkUnknown, RollEntryUnknown: it is nobody's place.

        """
        async with self._sessions() as session, session.begin():
            who = await _seat(session, key)
            pulse = await _pulse(session, who.meeting_id)
            if pulse == known:
                return pulse, None
            return pulse, await _mine(session, who)

    async def desk(
        self, caller: Caller, meeting_id: UUID, known: int | None = None
    ) -> tuple[int, Row | None]:
        """Return a meeting's pulse, and how it stands with its whole roll; nothing where they know it.

        Raises:
            MeetingUnknown: there is none.

        """
        async with self._sessions() as session, session.begin():
            pulse = await _pulse(session, meeting_id)
            if pulse == known:
                return pulse, None
            meeting = await _sitting(session, meeting_id)
            roll = [dict(row) for row in (await session.execute(_DESK, {"id": meeting_id})).mappings()]
            actions = (
                actions_of(meeting["state"], meeting["body"], meeting["held_on"], today_in_paris())
                if caller.is_secretariat
                else []
            )
            return pulse, {"meeting": meeting, "roll": roll, "allowed_actions": actions}

    async def mine(self, caller: Caller, *, after: tuple[date, UUID] | None, count: int) -> list[Row]:
        """Return the places that an account may take at meetings, the last first."""
        after_on, after_id = after or (None, None)
        values = {"account": caller.account_id, "after_on": after_on, "after_id": after_id, "count": count}
        async with self._sessions() as session, session.begin():
            rows = [dict(row) for row in (await session.execute(_MY_PAGE, values)).mappings()]
        return [{**row, "meeting": brief(row["meeting"], None)} for row in rows]

    async def vote(
        self, key: str | tuple[Caller, UUID], *, poll_id: UUID, voice_id: UUID, choices: Sequence[str]
    ) -> Row:
        """Cast a ballot: one's own, or that of a member whose proxy one holds; return how many have voted.

        Raises:
            MeetingLinkUnknown, RollEntryUnknown: it is nobody's place.
            PollClosed, BallotTwice, NotPresent, NotTheirVoice, BallotRefused: as `ballots.cast`.

        """
        async with self._sessions() as session, session.begin():
            who = await _seat(session, key)
            voice = who if voice_id == who.id else await voter(session, voice_id)
            if voice is None or voice.meeting_id != who.meeting_id:
                raise NotTheirVoice("Vous n'avez pas, ou plus, le pouvoir de ce membre.")
            await ballots.cast(session, poll_id, voice=voice_id, hand=who.id, picks=choices)
            told = await ballots.voters(session, poll_id)
            await touch(session, who.meeting_id)
        return {"poll_id": poll_id, "voice_id": voice_id, "ballots": told}


async def _seat(session: AsyncSession, key: str | tuple[Caller, UUID]) -> Voter:
    if isinstance(key, str):
        return await voter_by_token(session, key)
    return await my_seat(session, *key)


async def _pulse(session: AsyncSession, meeting_id: UUID) -> int:
    pulse = await session.scalar(_PULSE, {"id": meeting_id})
    if pulse is None:
        raise MeetingUnknown("Cette réunion n'existe pas.")
    return int(pulse)


async def _sitting(session: AsyncSession, meeting_id: UUID) -> Row:
    return dict((await session.execute(_SITTING, {"id": meeting_id})).mappings().one())


async def _mine(session: AsyncSession, who: Voter) -> Row:
    meeting = await _sitting(session, who.meeting_id)
    seat = dict((await session.execute(_SEAT, {"id": who.id})).mappings().one())
    gives = _gives(meeting, seat)
    seat["may_hold"] = (
        [dict(row) for row in (await session.execute(_MAY_HOLD, {"id": who.id})).mappings()] if gives else []
    )
    seat["allowed_actions"] = _seat_actions(meeting, seat, gives=gives)
    return {"meeting": meeting, "me": seat}


def _gives(meeting: Mapping[str, Any], seat: Mapping[str, Any]) -> bool:
    """Say whether somebody may give their proxy now: they vote, are not there, and hold none."""
    return bool(
        meeting["state"] in {"convened", "open"}
        and meeting["proxies_per_holder"] > 0
        and seat["may_vote"]
        and not seat["is_staff_seat"]
        and not seat["is_present"]
        and len(seat["voices"]) == 1
    )


def _seat_actions(meeting: Mapping[str, Any], seat: Mapping[str, Any], *, gives: bool) -> list[str]:
    is_open = meeting["state"] == "open"
    by_post = any(not poll["needs_presence"] for poll in meeting["polls"])
    actions = {
        "arrive": is_open and not seat["is_present"],
        "leave": is_open and seat["is_present"],
        "give_proxy": gives,
        "withdraw_proxy": seat["proxy"] is not None and meeting["state"] in {"convened", "open"},
        "vote": bool(seat["voices"]) and (is_open or by_post),
        "declare_conflict": meeting["state"] in {"convened", "open"} and seat["may_vote"],
    }
    return [name for name, is_allowed in actions.items() if is_allowed]
