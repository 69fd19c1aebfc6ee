"""What may be said of an operation when it is asked: of which object, with what body, by whose leave."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from roles.world import World

STALE = {"If-Match": '"v0"'}
NO_ID = "01900000-0000-7000-8000-000000000000"
Make = Callable[[World, str], Awaitable[dict[str, str]]]


@dataclass(frozen=True)
class Ask:
    """What to ask of an operation: values of its path, its body, headers, a query.

    Values of the path may name others of the world's ids in braces. `named` is an id of the world's that the body holds
    too. `fresh` makes, for a caller who may, what the operation uses up, and returns the values that lead there. With
    `uses_session`, the sign-in with which it is asked is used up. `beyond` is the code of a 404 that only who may is
    told, where no test's stack has such a thing.
    """

    path: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    fresh: Make | None = None
    uses_session: bool = False
    beyond: str = ""
    named: str = ""
