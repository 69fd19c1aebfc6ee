"""Who reviews what: a pure function, so that the plan that is shown is the plan that is made.

Each application gets its reviews, from people without a conflict there. Among all such plans the loads are as even as
they can be (the sum of their squares is the least), and among those most people read what they know (the theme counts
twice as much as the department). What was assigned before stays as it is, and counts.

The plan is found by taking away negative cycles: a cycle moves one review from each of its members to the next, and the
market, a node of its own, gives one more review to somebody and takes one from somebody else. When no cycle makes the
plan cheaper, none is cheaper (Klein 1967).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from uuid import UUID

THEME: Final = 2
DEPARTMENT: Final = 1
_INFINITE: Final = 1 << 60


@dataclass(frozen=True, slots=True)
class Dossier:
    """An application to review. `reviewers` are asked already; `excluded` may not be asked: they have a conflict, or
    stood back.
    """

    id: UUID
    theme: str | None = None
    department: str | None = None
    reviewers: frozenset[UUID] = frozenset()
    excluded: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who sits, what they know best, and how many reviews they were asked already."""

    id: UUID
    themes: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    load: int = 0


class Pick(NamedTuple):
    """An application that somebody is to be asked to review."""

    dossier: UUID
    member: UUID


@dataclass(frozen=True, slots=True)
class Plan:
    """Who is to be asked what, by application and member; `missing` says how many reviews nobody is there for."""

    picks: tuple[Pick, ...]
    missing: dict[UUID, int] = field(default_factory=dict)


class _Move(NamedTuple):
    """What it costs to take one review from a member and give it to another, and which application's it is."""

    cost: int
    dossier: int | None


def liking(dossier: Dossier, member: Member) -> int:
    """Return how well somebody knows what an application is about."""
    theme = dossier.theme is not None and dossier.theme in member.themes
    department = dossier.department is not None and dossier.department in member.departments
    return THEME * theme + DEPARTMENT * department


def plan(dossiers: Iterable[Dossier], members: Iterable[Member], *, reviews: int) -> Plan:
    """Return who is to be asked what, so that each application has `reviews` of them.

    The same input in any order gives the same plan.
    """
    ordered = sorted(dossiers, key=lambda one: one.id)
    sitting = sorted(members, key=lambda one: one.id)
    return _Search(ordered, sitting, reviews).plan()


class _Search:
    """A plan in the making: `given[d]` are the members, by their places, that application `d` is given to."""

    def __init__(self, dossiers: Sequence[Dossier], members: Sequence[Member], reviews: int) -> None:
        self._dossiers, self._members = dossiers, members
        self._liking = [[liking(d, m) for m in members] for d in dossiers]
        self._open = [
            [m for m, one in enumerate(members) if one.id not in d.reviewers | d.excluded] for d in dossiers
        ]
        self._wanted = [max(0, reviews - len(d.reviewers)) for d in dossiers]
        self._loads = [one.load for one in members]
        self._given: list[set[int]] = [set() for _ in dossiers]
        # One step towards evenness outweighs everything that anybody likes.
        self._evenness = 1 + (THEME + DEPARTMENT) * sum(self._wanted)

    def plan(self) -> Plan:
        self._begin()
        while cycle := self._cheaper():
            self._turn(cycle)
        picks = [
            Pick(dossier.id, self._members[m].id)
            for dossier, given in zip(self._dossiers, self._given, strict=True)
            for m in sorted(given)
        ]
        missing = {
            dossier.id: wanted - len(given)
            for dossier, wanted, given in zip(self._dossiers, self._wanted, self._given, strict=True)
            if len(given) < wanted
        }
        return Plan(tuple(picks), missing)

    def _begin(self) -> None:
        """Give each application as many members as it can have, those first who have the fewest choices."""
        for d in sorted(range(len(self._dossiers)), key=lambda one: (len(self._open[one]), one)):
            best = sorted(self._open[d], key=lambda m: (self._loads[m], -self._liking[d][m], m))
            for m in best[: self._wanted[d]]:
                self._give(d, m)

    def _give(self, d: int, m: int) -> None:
        self._given[d].add(m)
        self._loads[m] += 1

    def _moves(self) -> list[list[_Move]]:
        """Return the cheapest move between every two nodes; the last node is the market."""
        count = len(self._members)
        moves = [[_Move(_INFINITE, None)] * (count + 1) for _ in range(count + 1)]
        for d, given in enumerate(self._given):
            free = [m for m in self._open[d] if m not in given]
            for source in given:
                likes = self._liking[d]
                for target in free:
                    cost = likes[source] - likes[target]
                    if cost < moves[source][target].cost:
                        moves[source][target] = _Move(cost, d)
        for m, load in enumerate(self._loads):
            moves[count][m] = _Move(-self._evenness * (2 * load - 1), None)  # one review less for them
            moves[m][count] = _Move(self._evenness * (2 * load + 1), None)  # one more
        return moves

    def _cheaper(self) -> list[tuple[int, int, _Move]] | None:
        """Return a cycle of moves that makes the plan cheaper, or nothing (Bellman and Ford)."""
        moves = self._moves()
        nodes = range(len(moves))
        cost, before, last = [0] * len(moves), [-1] * len(moves), -1
        for _ in nodes:
            last = -1
            for source in nodes:
                for target in nodes:
                    through = cost[source] + moves[source][target].cost
                    if through < cost[target]:
                        cost[target], before[target], last = through, source, target
            if last < 0:
                return None
        for _ in nodes:  # back into the cycle itself
            last = before[last]
        cycle, node = [], last
        while True:
            cycle.append((before[node], node, moves[before[node]][node]))
            node = before[node]
            if node == last:
                return cycle

    def _turn(self, cycle: Iterable[tuple[int, int, _Move]]) -> None:
        for source, target, move in cycle:
            if move.dossier is not None:
                self._given[move.dossier].remove(source)
                self._given[move.dossier].add(target)
                self._loads[source] -= 1
                self._loads[target] += 1
