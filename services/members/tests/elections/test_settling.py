"""Who is elected, whatever the votes: never more than there are seats, nobody before somebody with more votes."""

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from ombelle_members.elections.domain import Given, Rules, seated, settle

IDS = [UUID(int=n) for n in range(1, 9)]
DAYS = [date(2010, 1, 1), date(2015, 1, 1), date(2020, 1, 1)]
rules = st.builds(
    Rules, majority=st.sampled_from(["absolute", "relative"]), rounds=st.sampled_from([1, 2]),
    tie=st.sampled_from(["eldest_membership", "lot", "second_round"]), round=st.sampled_from([1, 2]),
)  # fmt: skip
votes = st.dictionaries(st.sampled_from(IDS), st.integers(0, 6), min_size=1)
since = st.fixed_dictionaries({one: st.sampled_from(DAYS) for one in IDS})


@given(votes, st.integers(1, 8), st.integers(0, 8), rules, since)
def test_settled_by_the_rules(votes, seats, spare, rules, since):
    found = settle(votes, seats, max(votes.values()) + spare, rules, since)
    assert found.keys() == votes.keys()
    elected = [one for one, result in found.items() if result.outcome == "elected"]
    waiting = [one for one, result in found.items() if result.outcome in {"tied", "second_round"}]
    assert len(elected) <= seats
    assert all(votes[one] > 0 for one in elected)
    # Nobody is elected before somebody with more votes; the rule of ties only parts those with as many.
    for one in elected:
        for other in votes:
            if votes[other] > votes[one]:
                assert found[other].outcome == "elected"
            if (
                votes[other] == votes[one]
                and found[other].decided_by == "eldest_membership"
                and other not in elected
            ):
                assert since[one] <= since[other]
    if rules.asks_half:
        assert all(2 * votes[one] > max(votes.values()) + spare for one in elected)
    # A lot or another round is for seats that are left, and for more of them than there are.
    tied = [one for one in waiting if found[one].outcome == "tied"]
    if tied:
        assert 0 < seats - len(elected) < len(tied)
    if rules.round == 2:
        assert len(tied) == len(waiting)


@given(
    st.lists(st.sampled_from(IDS), unique=True, max_size=6),
    st.lists(st.sampled_from(IDS), unique=True, max_size=6),
)
def test_seated_once_each_and_who_stays_keeps_their_post(elected, holders):
    posts = [
        Given(UUID(int=100 + n), n, date(2027 - n % 2 * 2, 5, 4), holder) for n, holder in enumerate(holders)
    ]
    posts += [Given(UUID(int=200 + n), 50 + n, date(2027, 5, 4), None) for n in range(len(elected))]
    taken = seated(elected, posts)
    assert sorted(member for _, member in taken) == sorted(elected)
    assert len({post.post_id for post, _ in taken}) == len(taken)
    assert all(post.holder == member for post, member in taken if member in holders)
