"""How board terms begin by an election; `annulling` says how that is undone."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

from ombelle_chassis.errors import FieldError
from sqlalchemy import Date, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.days import spoken_day
from ombelle_members.governance.annulling import annul_terms
from ombelle_members.governance.errors import DecisionsAfterIt, SeatRefused
from ombelle_members.governance.moves import Moves

__all__ = ["Seat", "annul_terms", "begin_terms", "refuse_seats"]

_POSTS: Final = text("""
SELECT b.id, b.number, b.college, upper(b.period) AS abolished_on, b.period @> :on AS exists
FROM post b WHERE b.id = ANY (:posts)
""").bindparams(bindparam("on", type_=Date), bindparam("posts", type_=ARRAY(Uuid)))
_COLLEGES: Final = text("""
SELECT member_id, college FROM college_membership WHERE member_id = ANY (:members) AND period @> :on
""").bindparams(bindparam("on", type_=Date), bindparam("members", type_=ARRAY(Uuid)))
_HOLDERS: Final = text("""
SELECT DISTINCT member_id FROM board_term WHERE post_id = ANY (:posts) AND upper_inf(period)
""").bindparams(bindparam("posts", type_=ARRAY(Uuid)))


class Seat(NamedTuple):
    """A post, the member who holds it from now on, and until when at most it is expected to."""

    post_id: UUID
    member_id: UUID
    expected_end_on: date


async def begin_terms(
    session: AsyncSession,
    election_id: UUID | None,
    on: date,
    seats: Sequence[Seat],
    *,
    renewed_posts: Sequence[UUID] = (),
) -> list[UUID]:
    """Begin the terms that an election gives, within the caller's transaction; return their ids, in the order of `seats`.

    The running terms of those posts, and of `renewed_posts` (renewed too, but nobody was elected to them), end the same
    day as `term`; who is re-elected adjoins, and keeps an office without a gap. Other offices end with their board term.
    What is to be declared of it is the caller's to open.

    Raises:
        SeatRefused: a post does not exist, a member is none on that day or is of another college than the post's, or it
            holds another post (422, with pointers `/seats/{i}/…`).
        DecisionsAfterIt: a term of one of these posts began on that day or later.

    """
    moves, posts = Moves(session), [*dict.fromkeys([*(seat.post_id for seat in seats), *renewed_posts])]
    elected = [seat.member_id for seat in seats]
    outgoing = (await session.scalars(_HOLDERS, {"posts": posts})).all()
    await moves.hold([*elected, *outgoing])
    running = await moves.running_terms(posts=posts, members=elected)
    closing = [term for term in running if term["post_id"] in posts]
    staying = {term["member_id"]: term["number"] for term in running if term["post_id"] not in posts}
    await refuse_seats(session, on, seats, staying)
    _refuse_begun_since(closing, on)
    await moves.end_terms([term["id"] for term in closing], on, "term", election=election_id)
    begun = [
        await moves.add_term(**seat._asdict(), on=on, began_as="election", election_id=election_id)
        for seat in seats
    ]
    gone = {term["member_id"] for term in closing} - set(elected)
    offices = [one["id"] for one in await moves.running_offices() if one["member_id"] in gone]
    await moves.end_offices(offices, on, "board_term_ended", election=election_id)
    return begun


async def refuse_seats(
    session: AsyncSession,
    on: date,
    seats: Sequence[Seat],
    sitting: dict[UUID, int],
    *,
    at: str = "/seats/{place}",
) -> None:
    """Refuse seats that nobody can take on that day.

    Args:
        session: its transaction.
        on: the day.
        seats: those to take.
        sitting: the posts' numbers that members keep meanwhile.
        at: where pointers of a seat begin.

    Raises:
        SeatRefused: one error for each seat that is wrong, with its pointer.

    """
    asked = {"on": on, "posts": [seat.post_id for seat in seats]}
    posts = {row.id: row for row in await session.execute(_POSTS, asked)}
    of_members = {"on": on, "members": [seat.member_id for seat in seats]}
    colleges = {row.member_id: row.college for row in await session.execute(_COLLEGES, of_members)}
    wrong: list[FieldError] = []
    for place, seat in enumerate(seats):
        told = _wrong_with(seat, on, posts.get(seat.post_id), colleges.get(seat.member_id), sitting)
        if told is None and [one.post_id for one in seats].index(seat.post_id) < place:
            told = ("post_id", "Ce siège est donné deux fois.")
        if told is None and [one.member_id for one in seats].index(seat.member_id) < place:
            told = ("member_id", "Ce membre reçoit deux sièges.")
        if told is not None:
            wrong.append(FieldError(f"{at.format(place=place)}/{told[0]}", "seat_refused", told[1]))
    if wrong:
        raise SeatRefused(" ".join(dict.fromkeys(one.detail for one in wrong)), errors=wrong)


def _wrong_with(
    seat: Seat, on: date, post: Any, college: str | None, sitting: dict[UUID, int]
) -> tuple[str, str] | None:
    if post is None or not post.exists or post.abolished_on is not None:
        return "post_id", "Ce siège n’existe pas, ou plus, ce jour-là."
    if college is None:
        return "member_id", f"Ce membre n’est pas adhérent le {spoken_day(on)}."
    if post.college is not None and post.college != college:
        return "member_id", f"Le siège {post.number} revient au collège {post.college}."
    if seat.member_id in sitting:
        return "member_id", f"Ce membre occupe déjà le siège {sitting[seat.member_id]}."
    if seat.expected_end_on <= on:
        return "expected_end_on", "La fin prévue du mandat est avant son début."
    return None


def _refuse_begun_since(closing: Sequence[dict[str, Any]], on: date) -> None:
    since = [term for term in closing if term["began_on"] >= on]
    if since:
        told = ", ".join(f"siège {term['number']} depuis le {spoken_day(term['began_on'])}" for term in since)
        raise DecisionsAfterIt(
            f"Des mandats ont commencé ce jour-là ou depuis : {told}.",
            errors=[FieldError("/body/on", "decisions_after_it", f"Mandats plus récents : {told}.")],
        )
