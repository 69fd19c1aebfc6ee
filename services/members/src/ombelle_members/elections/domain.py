"""How an election is counted. Plain Python."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal
from uuid import UUID

State = Literal[
    "planned", "candidacies_open", "candidacies_closed", "voting", "counted", "proclaimed", "annulled"
]
Voting = Literal["at_meeting", "by_post"]
Constituency = Literal["all", "A", "B", "C", "D"]
Outcome = Literal["elected", "not_elected", "tied", "second_round"]
DecidedBy = Literal["eldest_membership", "lot"]

STEPS: Final[Mapping[str, frozenset[str]]] = {
    "change": frozenset({"planned", "candidacies_open"}),
    "open_candidacies": frozenset({"planned", "candidacies_closed"}),
    "close_candidacies": frozenset({"candidacies_open"}),
    "stand": frozenset({"candidacies_open"}),
    "record_candidacy": frozenset({"planned", "candidacies_open", "candidacies_closed"}),
    "withdraw_candidacy": frozenset({"planned", "candidacies_open", "candidacies_closed"}),
    "open_vote": frozenset({"candidacies_closed"}),
    "add_paper": frozenset({"voting"}),
    "count": frozenset({"voting"}),
    "draw_lot": frozenset({"counted"}),
    "second_round": frozenset({"counted"}),
    "proclaim": frozenset({"counted"}),
    "contest": frozenset({"proclaimed"}),
    "settle": frozenset({"proclaimed"}),
}
"""From which states each step leads."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What decides: the bylaws' `election`, and which of its rounds this is."""

    majority: Literal["absolute", "relative"]
    rounds: int
    tie: Literal["eldest_membership", "lot", "second_round"]
    round: int

    @property
    def asks_half(self) -> bool:
        """Whether more than half of the ballots is needed: in the first round only, where there are two."""
        return self.majority == "absolute" and (self.round == 1 or self.rounds == 1)

    @property
    def may_go_on(self) -> bool:
        """Whether another round may follow, by the number of rounds or by the rule of ties."""
        return self.round == 1 and (self.rounds == 2 or self.tie == "second_round")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a candidacy in a round; `decided_by` is what parted it from those with as many votes."""

    votes: int
    outcome: Outcome
    decided_by: DecidedBy | None = None


def settle(
    votes: Mapping[UUID, int], seats: int, ballots: int, rules: Rules, since: Mapping[UUID, date]
) -> dict[UUID, Result]:
    """Return what becomes of each candidacy of a round.

    Those with the most votes are elected, as many as there are seats; by an absolute majority, only those named on more
    than half of the ballots. Nobody is elected without a vote. Where the last seats are between candidacies with as many
    votes, the rule of ties says who has them: the longest membership, a lot (they stay `tied` until it is drawn), or
    another round (a lot after that). Who was a member since the same day is told apart by a lot.

    Args:
        votes: of each candidacy.
        seats: how many there are to give in this round.
        ballots: how many named somebody: those that are not blank.
        rules: what decides.
        since: the day since when each candidacy's member has been one.

    """
    able = {one for one, n in votes.items() if n > 0 and (not rules.asks_half or 2 * n > ballots)}
    order = sorted(able, key=lambda one: -votes[one])
    if len(order) <= seats:
        chosen, level = set(order), []
    else:
        edge = votes[order[seats - 1]]
        chosen = {one for one in order if votes[one] > edge}
        level = [one for one in order if votes[one] == edge]
    left = seats - len(chosen)
    if len(level) == left:
        chosen, level, left = chosen | set(level), [], 0
    found = {one: Result(votes[one], "elected") for one in chosen}
    found |= {one: Result(votes[one], "not_elected") for one in votes if one not in found}
    if level:
        found |= _parted(level, left, votes, rules, since)
    elif left and rules.round == 1 and rules.rounds == 2:
        found |= {one: Result(votes[one], "second_round") for one in votes if one not in chosen}
    return found


def _parted(
    level: Sequence[UUID], seats: int, votes: Mapping[UUID, int], rules: Rules, since: Mapping[UUID, date]
) -> dict[UUID, Result]:
    """Return what becomes of candidacies with as many votes, between which are fewer seats than there are of them."""
    if rules.tie == "second_round" and rules.may_go_on:
        return {one: Result(votes[one], "second_round") for one in level}
    if rules.tie != "eldest_membership":
        return {one: Result(votes[one], "tied") for one in level}
    order = sorted(level, key=lambda one: since[one])
    edge = since[order[seats - 1]]
    eldest = [one for one in order if since[one] < edge]
    same = [one for one in order if since[one] == edge]
    if len(eldest) + len(same) == seats:
        eldest, same = eldest + same, []
    found = {one: Result(votes[one], "elected", "eldest_membership") for one in eldest}
    found |= {one: Result(votes[one], "tied") for one in same}
    return found | {
        one: Result(votes[one], "not_elected", "eldest_membership") for one in level if one not in found
    }


@dataclass(frozen=True, slots=True)
class Given:
    """A post that an election may give: `holder` sits there until then, `until` is when its next term would end."""

    post_id: UUID
    number: int
    until: date
    holder: UUID | None


def seated(elected: Sequence[UUID], posts: Collection[Given]) -> list[tuple[Given, UUID]]:
    """Return who takes which post.

    Who is re-elected keeps theirs; the others take the posts with the longest terms first, in the order of `elected`,
    whose first has the most votes.

    Args:
        elected: members, those with the most votes first; no more than there are posts.
        posts: those of the constituency.

    """
    held = {post.holder: post for post in posts if post.holder is not None}
    kept = {member: held[member] for member in elected if member in held}
    free = sorted(
        (post for post in posts if post not in kept.values()),
        key=lambda post: (-post.until.toordinal(), post.number),
    )
    others = [member for member in elected if member not in kept]
    return [(post, member) for member, post in kept.items()] + list(zip(free, others, strict=False))
