"""The use cases of posts. Both teams of the association read them; the secretariat keeps them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import require_version
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.governance.bylaws import bylaws_on
from ombelle_members.governance.checks import actions, refuse_end
from ombelle_members.governance.ending import end_term_of
from ombelle_members.governance.errors import DecisionsAfterIt, PostTaken, PostUnknown
from ombelle_members.governance.moves import Moves
from ombelle_members.governance.store import GovernanceStore
from ombelle_members.log import record
from ombelle_members.transactions import in_transaction, overlapping

Row = dict[str, Any]
# As many as there will ever be at once, from that day on.
_MOST: Final = text("""
SELECT coalesce(max(n), 0) FROM (
  SELECT (SELECT count(*) FROM post o WHERE o.period @> d.day) AS n FROM (
    SELECT CAST(:on AS date) AS day UNION SELECT lower(period) FROM post WHERE lower(period) > CAST(:on AS date)) d
) counted
""")


class PostService:
    """Reads posts and who holds them, creates and abolishes them."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, caller: Caller, on: date | None, *, after: tuple[int, UUID], count: int
    ) -> tuple[list[Row], int]:
        """Return the posts of a day, today's without one, by their numbers."""
        async with self._sessions() as session, session.begin():
            rows, total = await GovernanceStore(session).posts(on or today_in_paris(), *after, count)
            may_co_opt = (await bylaws_on(session, today_in_paris())).rules.co_option
        return [_described(caller, row, may_co_opt=may_co_opt) for row in rows], total

    async def post(self, caller: Caller, post_id: UUID) -> Row:
        """Return a post, and who holds it today. Raises PostUnknown."""
        async with self._sessions() as session, session.begin():
            return await _read(session, caller, post_id)

    async def create(self, caller: Caller, wanted: Mapping[str, Any], *, once: OneRequest) -> Row:
        """Create a post, and return it.

        Raises:
            PostTaken: another one has the number from that day on, or there would be more than the bylaws allow.

        """

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            await Moves(session).hold()
            await _refuse_more(session, wanted["begins_on"])
            try:
                async with session.begin_nested():
                    post_id = await Moves(session).add_post(**wanted)
            except IntegrityError as error:
                if overlapping(error) is None:
                    raise
                raise _taken("/body/number", f"Le siège {wanted['number']} existe déjà.") from None
            made = await _read(session, caller, post_id)
            await record(session, caller, "post_created", ("post", post_id), wanted)
            return await once.keep(session, made)

        return await in_transaction(self._sessions, work)

    async def abolish(
        self, caller: Caller, post_id: UUID, on: date, reason: str | None, *, if_match: str | None
    ) -> Row:
        """Abolish a post; whoever holds it leaves it the same day.

        Raises:
            VersionNeeded, ChangedMeanwhile, PostUnknown, TermEnded, DayRefused: as for every end.
            DecisionsAfterIt: it was held later, or something was decided of its holder later.

        """
        wanted = require_version(if_match)

        async def work(session: AsyncSession) -> Row:
            moves = Moves(session)
            await moves.hold([one["member_id"] for one in await moves.running_terms(posts=[post_id])])
            post = await _read(session, caller, post_id)
            refuse_end(post, wanted, on, began_on=post["begins_on"], ended_on=post["abolished_on"])
            for one in await moves.running_terms(posts=[post_id]):
                await end_term_of(session, one["member_id"], on, "post_abolished", reason)
            if await GovernanceStore(session).is_held_after(post_id, on):
                detail = "Ce siège a encore été occupé après ce jour."
                raise DecisionsAfterIt(detail, errors=[FieldError("/body/on", "decisions_after_it", detail)])
            await moves.abolish(post_id, on)
            await record(session, caller, "post_abolished", ("post", post_id), {"on": on})
            return await _read(session, caller, post_id)

        return await in_transaction(self._sessions, work)


async def _read(session: AsyncSession, caller: Caller, post_id: UUID) -> Row:
    found = await GovernanceStore(session).post(post_id, on=today_in_paris())
    if found is None:
        raise PostUnknown("Ce siège n’existe pas.")
    may_co_opt = (await bylaws_on(session, today_in_paris())).rules.co_option
    return _described(caller, found, may_co_opt=may_co_opt)


def _described(caller: Caller, row: Row, *, may_co_opt: bool) -> Row:
    stands = row["abolished_on"] is None
    told = actions(caller, abolish=stands, co_opt=stands and row["holder"] is None and may_co_opt)
    return {**row, "allowed_actions": told}


async def _refuse_more(session: AsyncSession, on: date) -> None:
    maximum = (await bylaws_on(session, on)).rules.maximum_posts
    if await session.scalar(_MOST, {"on": on}) >= maximum:
        raise _taken("/body/begins_on", f"Les statuts prévoient au plus {maximum} sièges.")


def _taken(pointer: str, detail: str) -> PostTaken:
    return PostTaken(detail, errors=[FieldError(pointer, "post_taken", detail)])
