"""The posts of the board, as an import finds and makes them."""

from collections.abc import Sequence
from datetime import date

from ombelle_members.imports.board.store import Row


class Posts:
    """The posts of the board, by number and day."""

    def __init__(self, posts: Sequence[Row]) -> None:
        self._posts = list(posts)

    def add(self, post: Row) -> None:
        """Know a post that was made."""
        self._posts.append(post)

    def has(self, number: int) -> bool:
        """Say whether any post has had a number."""
        return any(one["number"] == number for one in self._posts)

    def on(self, number: int, day: date) -> Row | None:
        """Return the post that has a number on a day."""
        return next(
            (
                one
                for one in self._posts
                if one["number"] == number
                and one["began_on"] <= day
                and (one["ended_on"] is None or day < one["ended_on"])
            ),
            None,
        )
