"""The use cases of motions: written, opened to the vote when the quorum is met, closed with what was counted."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.governance.bylaws import BylawsRules
from ombelle_members.log import record
from ombelle_members.meetings.ballots import close_poll, open_poll, sweep_urns
from ombelle_members.meetings.domain import MOST_MOTIONS, VOTES, motion_actions
from ombelle_members.meetings.errors import CountsWrong, MotionUnknown, NotNow
from ombelle_members.meetings.roll import require_quorum, touch
from ombelle_members.meetings.standing import held_meeting
from ombelle_members.meetings.store import Row
from ombelle_members.wording import counted

MOTION_COLUMNS: Final = """x.id, x.agenda_item_id, x.position, x.title, x.text, x.majority, x.voting, x.state, x.opened_at,
x.closed_at, x.majority_base, x.majority_exceeds, x.majority_numerator || '/' || x.majority_denominator AS majority_share,
x.members, x.present, x.represented, x.quorum_needed, x.voices, x.votes_for, x.votes_against, x.votes_abstain, x.version,
(SELECT count(*) FROM motion_conflict c WHERE c.motion_id = x.id) AS conflicts, p.id AS poll_id,
CASE WHEN x.state = 'open' THEN (SELECT count(*) FROM poll_voter v WHERE v.poll_id = p.id) END AS ballots"""
_MOTION: Final = text(f"""
SELECT {MOTION_COLUMNS}, x.meeting_id, m.state AS meeting_state FROM motion x JOIN meeting m ON m.id = x.meeting_id
LEFT JOIN poll p ON p.subject_id = x.id AND p.kind = 'motion' WHERE x.id = :id
""")
_MEETING: Final = text("SELECT meeting_id FROM motion WHERE id = :id")
_ADD: Final = text("""
INSERT INTO motion (meeting_id, agenda_item_id, position, title, text, majority, voting)
SELECT :meeting_id, :agenda_item_id, coalesce(max(position), 0) + 1, :title, :text, :majority, :voting
FROM motion WHERE meeting_id = :meeting_id HAVING count(*) < :most RETURNING id
""").bindparams(bindparam("agenda_item_id", type_=Uuid), bindparam("meeting_id", type_=Uuid))
_CHANGE: Final = text("""
UPDATE motion SET agenda_item_id = :agenda_item_id, title = :title, text = :text, majority = :majority, voting = :voting,
  version = version + 1 WHERE id = :id
""").bindparams(bindparam("agenda_item_id", type_=Uuid))
_OPEN: Final = text("""
UPDATE motion SET state = 'open', opened_at = :opened_at, majority_base = :base, majority_numerator = :numerator,
  majority_denominator = :denominator, majority_exceeds = :exceeds, abstentions_count = :abstentions_count,
  members = :members, present = :present, represented = :represented, quorum_needed = :needed, version = version + 1
WHERE id = :id
""")
# Those who can vote on it now, and those who did and have left since.
_VOICES: Final = text("""
SELECT count(*) FROM meeting_roll r WHERE r.meeting_id = :meeting_id AND r.may_vote AND (
  EXISTS (SELECT FROM poll p JOIN poll_voter v ON v.poll_id = p.id WHERE p.subject_id = :id AND v.roll_id = r.id)
  OR NOT EXISTS (SELECT FROM motion_conflict c WHERE c.motion_id = :id AND c.roll_id = r.id) AND (
    is_present(r.id) OR EXISTS (
      SELECT FROM proxy x WHERE x.giver_id = r.id AND x.ended_at IS NULL AND is_present(x.holder_id)
      AND NOT EXISTS (SELECT FROM motion_conflict c WHERE c.motion_id = :id AND c.roll_id = x.holder_id))))
""")
_CLOSE: Final = text("""
UPDATE motion SET state = CASE WHEN majority_reached(majority_base, majority_numerator, majority_denominator,
    majority_exceeds, abstentions_count, :votes_for, :votes_against, :votes_abstain, :voices, members)
    THEN 'adopted' ELSE 'rejected' END,
  closed_at = clock_timestamp(), voices = :voices, votes_for = :votes_for, votes_against = :votes_against,
  votes_abstain = :votes_abstain, version = version + 1
WHERE id = :id
""")
_WITHDRAW: Final = text("UPDATE motion SET state = 'withdrawn', version = version + 1 WHERE id = :id")
_EMPTY_URN: Final = text("""
UPDATE poll SET closed_at = greatest(clock_timestamp(), opened_at) WHERE subject_id = :id AND closed_at IS NULL
""")
_COUNTS: Final = ("votes_for", "votes_against", "votes_abstain")
_COMING: Final = ("planned", "convened", "open")


class MotionService:
    """Motions of meetings."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], engine: AsyncEngine) -> None:
        self._sessions = sessions
        self._engine = engine

    async def add(self, caller: Caller, meeting_id: UUID, values: Mapping[str, Any], once: OneRequest) -> Row:
        """Write a motion.

        Raises:
            MeetingUnknown, NotNow: there is no meeting to come, or it has too many motions.
            InvalidInput: the item is not of its agenda.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            await held_meeting(session, meeting_id, *_COMING)
            asked = {**values, "meeting_id": meeting_id, "most": MOST_MOTIONS}
            motion_id = await _written(session, _ADD, asked)
            if motion_id is None:
                raise NotNow(f"Une réunion a au plus {MOST_MOTIONS} résolutions.", state="full")
            return await once.keep(session, await _told(session, caller, motion_id, "motion_written"))

    async def change(
        self, caller: Caller, motion_id: UUID, values: Mapping[str, Any], *, if_match: str | None
    ) -> Row:
        """Write a motion anew that is not voted on yet.

        Raises:
            MotionUnknown, NotNow: there is none that can be changed.
            VersionNeeded, ChangedMeanwhile: it is not said on which version, or that is not the present one.

        """
        version = require_version(if_match)
        async with self._sessions() as session, session.begin():
            current = await _held(session, caller, motion_id, "draft")
            refuse_stale(version, current["version"], current=current, yours=values)
            await _written(session, _CHANGE, {**values, "id": motion_id})
            return await _told(session, caller, motion_id, "motion_changed")

    async def open(self, caller: Caller, motion_id: UUID, once: OneRequest) -> Row:
        """Open the vote on a motion: who is there is counted now, and the rule of its majority is frozen.

        Raises:
            MotionUnknown, NotNow: there is none to vote on, the meeting is not open, or another vote is under way.
            NoQuorum: too few are there.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            motion = await _held(session, caller, motion_id, "draft")
            meeting = await held_meeting(session, motion["meeting_id"], "open")
            now = await require_quorum(session, meeting["id"])
            rule = getattr(BylawsRules.model_validate(meeting["rules"]).majority, motion["majority"])
            values = {
                "id": motion_id, "opened_at": datetime.now(UTC), "base": rule.base,
                "numerator": rule.fraction.numerator, "denominator": rule.fraction.denominator,
                "exceeds": rule.exceeds, "abstentions_count": rule.abstentions_count, "members": now.members,
                "present": now.present, "represented": now.represented, "needed": now.needed,
            }  # fmt: skip
            try:
                await session.execute(_OPEN, values)
            except IntegrityError as error:
                if broken_constraint(error) != "uq_motion_one_open":
                    raise
                raise NotNow("Un autre vote est en cours : terminez-le d'abord.", state="open") from None
            if motion["voting"] == "secret":
                await open_poll(
                    session,
                    meeting_id=meeting["id"],
                    kind="motion",
                    subject_id=motion_id,
                    choices=VOTES,
                    blank_allowed=False,
                )
            return await once.keep(session, await _told(session, caller, motion_id, "motion_opened"))

    async def close(
        self, caller: Caller, motion_id: UUID, counts: Mapping[str, int | None], once: OneRequest
    ) -> Row:
        """Close the vote: the urn is opened, or the hands are told that were counted.

        Raises:
            MotionUnknown, NotNow: there is none that is being voted on.
            CountsWrong: more hands than voices, or none told.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            motion = await _held(session, caller, motion_id, "open")
            votes = {name: counts[name] for name in _COUNTS}
            if motion["voting"] == "secret":
                if any(one is not None for one in votes.values()):
                    raise _wrong_counts(
                        "Un vote à bulletins secrets se compte dans l'urne.", "counted_by_the_urn"
                    )
                urn = await close_poll(session, motion["poll_id"])
                votes = {f"votes_{choice}": urn.counts[choice] for choice in VOTES}
            asked = {"id": motion_id, "meeting_id": motion["meeting_id"]}
            voices = int(await session.scalar(_VOICES, asked) or 0)
            _refuse_counts(votes, voices)
            await session.execute(_CLOSE, {**votes, "id": motion_id, "voices": voices})
            closed = await once.keep(session, await _told(session, caller, motion_id, "motion_closed"))
        if motion["voting"] == "secret":
            await sweep_urns(self._engine)
        return closed

    async def withdraw(self, caller: Caller, motion_id: UUID, once: OneRequest) -> Row:
        """Take a motion back; ballots that were cast on it are not looked at.

        Raises:
            MotionUnknown, NotNow: there is none to take back.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            await _held(session, caller, motion_id, "draft", "open")
            await session.execute(_EMPTY_URN, {"id": motion_id})
            await session.execute(_WITHDRAW, {"id": motion_id})
            return await once.keep(session, await _told(session, caller, motion_id, "motion_withdrawn"))


async def motion(session: AsyncSession, caller: Caller, motion_id: UUID) -> Row:
    """Return a motion as the secretariat sees it. Raises MotionUnknown."""
    found = (await session.execute(_MOTION, {"id": motion_id})).mappings().one_or_none()
    if found is None:
        raise MotionUnknown("Cette résolution n'existe pas.")
    row = dict(found)
    actions = motion_actions(row["state"], row["meeting_state"]) if caller.is_secretariat else []
    return {**row, "allowed_actions": actions}


async def _held(session: AsyncSession, caller: Caller, motion_id: UUID, *states: str) -> Row:
    meeting_id = await session.scalar(_MEETING, {"id": motion_id})
    if meeting_id is None:
        raise MotionUnknown("Cette résolution n'existe pas.")
    await held_meeting(session, meeting_id, *_COMING)  # those of one meeting take turns
    found = await motion(session, caller, motion_id)
    if found["state"] not in states:
        words = {
            "draft": "n'est pas encore mise au vote",
            "open": "est mise au vote",
            "withdrawn": "est retirée",
        }
        what = words.get(found["state"], "est votée")
        raise NotNow(f"Cette résolution {what} : ce n'est pas le moment de faire cela.", state=found["state"])
    return found


async def _written(session: AsyncSession, statement: Any, values: Mapping[str, Any]) -> UUID | None:
    try:
        done = await session.execute(statement, dict(values))
        return done.scalar() if done.returns_rows else None  # type: ignore[attr-defined]
    except IntegrityError as error:
        if broken_constraint(error) != "fk_motion_item":
            raise
        detail = "Ce point n'est pas de l'ordre du jour de cette réunion."
        errors = [FieldError("/body/agenda_item_id", "unknown_item", detail)]
        raise InvalidInput(detail, errors=errors) from None


def _refuse_counts(votes: Mapping[str, int | None], voices: int) -> None:
    if any(one is None for one in votes.values()):
        raise _wrong_counts(
            "Dites combien de mains se sont levées pour, contre et pour s'abstenir.", "missing"
        )
    if (total := sum(one or 0 for one in votes.values())) > voices:
        hands = counted(total, "main comptée", "mains comptées")
        able = counted(voices, "voix peut voter", "voix peuvent voter")
        detail = f"{hands}, mais {able} ici : recomptez."
        raise _wrong_counts(detail, "more_than_voices")


def _wrong_counts(detail: str, code: str) -> CountsWrong:
    return CountsWrong(detail, errors=[FieldError(f"/body/{name}", code, detail) for name in _COUNTS])


async def _told(session: AsyncSession, caller: Caller, motion_id: UUID, action: str) -> Row:
    row = await motion(session, caller, motion_id)
    await record(session, caller, action, ("motion", motion_id), {"meeting_id": row["meeting_id"]})
    await touch(session, row["meeting_id"])
    return row
