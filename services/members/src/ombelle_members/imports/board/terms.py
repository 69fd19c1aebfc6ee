"""Board terms of an import, election by election: the next one ends those before it."""

from collections.abc import Sequence
from itertools import groupby
from uuid import UUID

from ombelle_chassis.spreadsheets import Taken
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.imports.board.posts import Posts
from ombelle_members.imports.board.store import BoardStore, Row
from ombelle_members.imports.membership.store import MembershipStore
from ombelle_members.imports.rows import BoardTermRow
from ombelle_members.imports.writing import Writing


class TakingTerms:
    """Takes board terms in, with their posts and who speaks for their holders."""

    def __init__(self, session: AsyncSession, writing: Writing) -> None:
        self._store = BoardStore(session)
        self._members = MembershipStore(session)
        self._writing = writing

    async def take(self, rows: Sequence[tuple[int, BoardTermRow]], taken: Taken) -> None:
        """Take rows in, and count what they did."""
        members = await self._members.members({row.member_id for _, row in rows})
        before, posts = await self._store.terms(), Posts(await self._store.posts())
        ordered = sorted(rows, key=lambda one: (one[1].elected_on, one[0]))
        for day, group in groupby(ordered, key=lambda one: one[1].elected_on):
            new = []
            for number, given in group:
                row = _until_the_next(given, ordered)
                if row.of_post in before:
                    if before[row.of_post] != row.member_id:
                        detail = "Ce siège a été donné à un autre membre ce jour-là."
                        self._writing.add("board_terms", number, "member_id", "another_holder", detail)
                elif (member := members.get(row.member_id)) is None:
                    self._writing.unknown("board_terms", number, "member_id", row.member_id, "Aucun membre")
                elif not await self._members.is_member(member["id"], day, row.ended_on):
                    self._writing.refused("board_terms", number, "fk_board_term_while_a_member")
                elif (post := await self._post(number, row, posts)) is not None:
                    new.append((number, row, member, post))
            await self._store.renew([post for *_, post in new], day, {one["id"] for _, _, one, _ in new})
            for number, row, member, post in new:
                taken.created += await self._begin_term(number, row, member, post)

    async def _post(self, number: int, row: BoardTermRow, posts: Posts) -> UUID | None:
        """Return the post of a row, made where no post has its number yet; `None` where it is another one."""
        there = posts.on(row.post, row.elected_on)
        if there is None and not posts.has(row.post):
            values = {
                "number": row.post,
                "renewal_group": row.renewal_group,
                "college": row.college,
                "first": row.elected_on,
            }
            post = await self._store.add_post(values)
            posts.add({**values, "id": post, "began_on": row.elected_on, "ended_on": None})
            return post
        if there is None:
            detail = "Ce siège n'existait pas encore, ou plus, ce jour-là."
            self._writing.add("board_terms", number, "elected_on", "no_post", detail)
            return None
        if there["renewal_group"] != row.renewal_group or there["college"] not in (None, row.college):
            self._writing.add(
                "board_terms",
                number,
                "renewal_group",
                "another_post",
                "Ce siège est d'un autre groupe ou collège.",
            )
            return None
        post_id: UUID = there["id"]
        return post_id

    async def _begin_term(self, number: int, row: BoardTermRow, member: Row, post: UUID) -> bool:
        async with self._writing.row("board_terms", number) as kept:
            await self._store.add_term(
                {
                    "post": post,
                    "member": member["id"],
                    "first": row.elected_on,
                    "last": row.ended_on,
                    "expected": row.expected_end_on,
                    "began_as": row.began_as,
                    "ended_as": row.ended_as if row.ended_on else None,
                    "name": f"{row.member_id}/{row.of_post}",
                }
            )
            if row.representative is not None and member["kind"] == "legal":
                await self._members.let_speak(member["id"], row.representative, row.elected_on)
        return kept[0]


def _until_the_next(row: BoardTermRow, rows: Sequence[tuple[int, BoardTermRow]]) -> BoardTermRow:
    """Return a term that ends where the table gives its post to somebody later, unless it says when it ended."""
    later = [one.elected_on for _, one in rows if one.post == row.post and one.elected_on > row.elected_on]
    if row.ended_on is not None or not later:
        return row
    return row.model_copy(update={"ended_on": min(later), "ended_as": "term"})
