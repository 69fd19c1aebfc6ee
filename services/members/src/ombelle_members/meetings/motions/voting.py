"""The use cases of voting on motions: opened when the quorum is met, closed with what was counted, or taken back."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.governance.bylaws import BylawsRules
from ombelle_members.meetings.ballots import close_poll, open_poll, sweep_urns
from ombelle_members.meetings.domain import VOTES
from ombelle_members.meetings.errors import CountsWrong, NotNow
from ombelle_members.meetings.motions.reading import held_motion, told_motion
from ombelle_members.meetings.roll import require_quorum
from ombelle_members.meetings.standing import held_meeting
from ombelle_members.meetings.store import Row
from ombelle_members.wording import counted

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
  votes_abstain = :votes_abstain, closing_voices = (SELECT q.voices FROM meeting_quorum(meeting_id) q), version = version + 1
WHERE id = :id
""")
_WITHDRAW: Final = text("UPDATE motion SET state = 'withdrawn', version = version + 1 WHERE id = :id")
_EMPTY_URN: Final = text("""
UPDATE poll SET closed_at = greatest(clock_timestamp(), opened_at) WHERE subject_id = :id AND closed_at IS NULL
""")
_COUNTS: Final = ("votes_for", "votes_against", "votes_abstain")


class MotionVoteService:
    """Motions as they are voted on."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], engine: AsyncEngine) -> None:
        self._sessions = sessions
        self._engine = engine

    async def open(self, caller: Caller, motion_id: UUID, once: OneRequest) -> Row:
        """Open the vote on a motion: who is there is counted now, and the rule of its majority is frozen.

        Raises:
            MotionUnknown, NotNow: there is none to vote on, the meeting is not open, or another vote is under way.
            NoQuorum: too few are there.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            motion = await held_motion(session, caller, motion_id, "draft")
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
            return await once.keep(session, await told_motion(session, caller, motion_id, "motion_opened"))

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
            motion = await held_motion(session, caller, motion_id, "open")
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
            closed = await once.keep(session, await told_motion(session, caller, motion_id, "motion_closed"))
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
            await held_motion(session, caller, motion_id, "draft", "open")
            await session.execute(_EMPTY_URN, {"id": motion_id})
            await session.execute(_WITHDRAW, {"id": motion_id})
            return await once.keep(session, await told_motion(session, caller, motion_id, "motion_withdrawn"))


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
