"""Secret ballots, of motions and of elections: nothing that is written ties a choice to who made it.

Who has voted stands in `poll_voter`, without the moment; what was chosen only adds to the poll's one `urn`. What casts a
ballot keeps no answer for an `Idempotency-Key` either: the digest of so small a request would say what it chose. Sent
again, a ballot is refused as the second one, which tells that the first was counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import DomainError, FieldError
from sqlalchemy import Text, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from ombelle_members.meetings.errors import BallotRefused, BallotTwice, NotPresent, NotTheirVoice, PollClosed

_OPEN: Final = text("""
INSERT INTO poll (meeting_id, kind, subject_id, choices, most_choices, blank_allowed, college, needs_presence)
VALUES (:meeting_id, :kind, :subject_id, :choices, :most_choices, :blank_allowed, :college, :needs_presence) RETURNING id
""").bindparams(bindparam("choices", type_=ARRAY(Text)))
_CAST: Final = text("SELECT cast_ballot(:poll, :voice, :hand, :picks)").bindparams(
    bindparam("poll", type_=Uuid),
    bindparam("voice", type_=Uuid),
    bindparam("hand", type_=Uuid),
    bindparam("picks", type_=ARRAY(Text)),
)
_MARK_PAPER: Final = text(
    "SELECT mark_voter(:poll, voice, true) FROM unnest(CAST(:voices AS uuid[])) AS voice"
)
_ADD_PAPER: Final = text(
    "SELECT add_paper_ballots(:poll, :ballots, CAST(:counts AS integer[]), :blank)"
).bindparams(bindparam("poll", type_=Uuid))
_CHOICES: Final = text("SELECT choices FROM poll WHERE id = :poll")
_CLOSE: Final = text(
    "UPDATE poll SET closed_at = greatest(clock_timestamp(), opened_at) WHERE id = :poll AND closed_at IS NULL RETURNING id"
)
_OPENED_URN: Final = text("""
SELECT p.choices, u.counts, u.blank, u.paper_ballots, (SELECT count(*) FROM poll_voter v WHERE v.poll_id = p.id) AS voters
FROM poll p JOIN urn u ON u.poll_id = p.id WHERE p.id = :poll AND p.closed_at IS NOT NULL
""")
_VOTERS: Final = text("SELECT count(*) FROM poll_voter WHERE poll_id = :poll")
_HAVE_VOTED: Final = text("SELECT roll_id FROM poll_voter WHERE poll_id = :poll")


@dataclass(frozen=True, slots=True)
class Counted:
    """What was in an urn. `voters` were marked as voting; `counts` are by choice; a blank ballot chose nothing."""

    voters: int
    counts: Mapping[str, int]
    blank: int
    paper_ballots: int


async def open_poll(
    session: AsyncSession,
    *,
    meeting_id: UUID,
    kind: Literal["motion", "election"],
    subject_id: UUID,
    choices: Sequence[str],
    most_choices: int = 1,
    blank_allowed: bool = True,
    college: str | None = None,
    needs_presence: bool = True,
) -> UUID:
    """Open a secret ballot among those of the meeting's roll who may vote, and return its id.

    Args:
        session: the transaction.
        meeting_id: whose roll votes.
        kind: what is voted on; a motion once, an election as often as it has rounds or colleges.
        subject_id: id of the motion or of the election.
        choices: codes, such as `for` or the id of a candidacy; each once.
        most_choices: how many of them a ballot may name.
        blank_allowed: whether a ballot may name none.
        college: who votes, where only one does.
        needs_presence: whether one votes while at the meeting only; no where people vote by post or from home.

    """
    if len(set(choices)) != len(choices):
        raise ValueError("a choice stands there twice")
    values = {
        "meeting_id": meeting_id, "kind": kind, "subject_id": subject_id, "choices": list(choices),
        "most_choices": most_choices, "blank_allowed": blank_allowed, "college": college,
        "needs_presence": needs_presence,
    }  # fmt: skip
    return UUID(str(await session.scalar(_OPEN, values)))


async def cast(
    session: AsyncSession, poll_id: UUID, *, voice: UUID, hand: UUID, picks: Sequence[str]
) -> None:
    """Cast one ballot.

    Args:
        session: the transaction; nothing else is written in it that knows what was chosen.
        poll_id: where.
        voice: whose ballot it is, as an entry of the roll.
        hand: who casts it: the same entry, or the one who holds its proxy.
        picks: what it names, nothing for a blank one.

    Raises:
        PollClosed: nobody votes there now.
        BallotTwice: this voice has voted.
        NotPresent: whoever casts it is not there, or not any more.
        NotTheirVoice: they hold no proxy of that voice.
        BallotRefused: `reason` says why: no vote, another college, a conflict of interest, not one of the choices.

    """
    values = {"poll": poll_id, "voice": voice, "hand": hand, "picks": list(picks)}
    try:
        await session.execute(_CAST, values)
    except IntegrityError as error:
        raise refusal(error) from None  # the statement's values stay out of every log


async def mark_paper(session: AsyncSession, poll_id: UUID, voices: Sequence[UUID]) -> None:
    """Mark voices as voting on paper: they cannot vote otherwise any more. Raises as `cast` does."""
    try:
        await session.execute(_MARK_PAPER, {"poll": poll_id, "voices": list(voices)})
    except IntegrityError as error:
        raise refusal(error) from None


async def add_paper(
    session: AsyncSession, poll_id: UUID, *, ballots: int, counts: Mapping[str, int], blank: int
) -> None:
    """Add paper ballots that were counted by hand: no more than voices were marked by `mark_paper`.

    Raises:
        PollClosed: the count is over.
        BallotRefused: the counts do not add up, or are of more ballots than there were voters on paper.

    """
    choices: Sequence[str] = await session.scalar(_CHOICES, {"poll": poll_id}) or ()
    if unknown := set(counts) - set(choices):
        raise BallotRefused(
            "Un choix compté n'est pas de ce scrutin.",
            errors=[
                FieldError(f"/body/counts/{one}", "unknown_choice", "Choix inconnu.")
                for one in sorted(unknown)
            ],
            reason="ballot_not_one_of_the_choices",
        )
    values = {
        "poll": poll_id,
        "ballots": ballots,
        "counts": [counts.get(one, 0) for one in choices],
        "blank": blank,
    }
    try:
        await session.execute(_ADD_PAPER, values)
    except IntegrityError as error:
        raise refusal(error) from None


async def close_poll(session: AsyncSession, poll_id: UUID) -> Counted:
    """Close a poll, and open its urn: the one way to see what is in it. Ballots under way are waited for.

    Raises:
        PollClosed: somebody closed it first.

    """
    if await session.scalar(_CLOSE, {"poll": poll_id}) is None:
        raise PollClosed("Ce scrutin est déjà clos.", reason="ballot_poll_closed")
    return await counted(session, poll_id)


async def counted(session: AsyncSession, poll_id: UUID) -> Counted:
    """Return what was in the urn of a closed poll."""
    row = (await session.execute(_OPENED_URN, {"poll": poll_id})).one()
    return Counted(row.voters, dict(zip(row.choices, row.counts, strict=True)), row.blank, row.paper_ballots)


async def voters(session: AsyncSession, poll_id: UUID) -> int:
    """Return how many have voted so far: all that anybody learns before the poll closes."""
    return int(await session.scalar(_VOTERS, {"poll": poll_id}) or 0)


async def have_voted(session: AsyncSession, poll_id: UUID) -> set[UUID]:
    """Return which entries of the roll have voted."""
    return {UUID(str(one)) for one in await session.scalars(_HAVE_VOTED, {"poll": poll_id})}


async def sweep_urns(engine: AsyncEngine) -> None:
    """Have PostgreSQL forget what urns held before their last ballot; outside of any transaction.

    A row that is written anew leaves the old one behind until it is swept: side by side they would tell the order of
    choices to whoever reads the files of the database.
    """
    async with engine.connect() as connection:
        plain = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await plain.execute(text("VACUUM urn"))


_REFUSALS: Final[Mapping[str, tuple[type[DomainError], str]]] = {
    "ballot_poll_closed": (PollClosed, "Ce scrutin n'est pas ouvert."),
    "ballot_twice": (BallotTwice, "Cette voix a déjà voté : son bulletin est dans l'urne."),
    "ballot_of_an_absent": (NotPresent, "Seule une personne présente vote : signalez d'abord votre arrivée."),
    "ballot_without_a_proxy": (NotTheirVoice, "Vous n'avez pas, ou plus, le pouvoir de ce membre."),
    "ballot_without_a_vote": (BallotRefused, "Ce membre n'a pas le droit de vote à cette réunion."),
    "ballot_of_another_college": (BallotRefused, "Ce scrutin est celui d'un autre collège."),
    "ballot_with_a_conflict": (BallotRefused, "Un conflit d'intérêts est déclaré : cette voix ne prend pas part au vote."),
    "ballot_not_one_of_the_choices": (
        BallotRefused,
        "Ce bulletin nomme un choix inconnu, deux fois le même, ou trop de choix.",
    ),
    "paper_ballots_do_not_add_up": (BallotRefused, "Ces nombres ne tombent pas juste : recomptez les bulletins."),
    "paper_ballots_more_than_voters": (
        BallotRefused,
        "Il y a plus de bulletins papier que de personnes pointées comme votant sur papier.",
    ),
}  # fmt: skip


def refusal(error: IntegrityError) -> Exception:
    """Return what a refused ballot means, by the name that PostgreSQL gave; the error itself where it has none."""
    reason = broken_constraint(error)
    if reason not in _REFUSALS:
        return error
    kind, detail = _REFUSALS[reason]
    return kind(detail, reason=reason)
