"""The plan of who reviews what, held to its rules, and on small cases to every other plan there is."""

from collections import Counter
from itertools import chain, combinations, product
from random import Random
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st
from ombelle_events.reviews.planning import Dossier, Member, Pick, liking, plan

THEMES, DEPARTMENTS = ("health", "astronomy", "other"), ("59", "62", "80")
_ids = st.integers(0, 40).map(lambda n: UUID(int=n))


@st.composite
def cases(draw, *, most_dossiers, most_members):
    members = [
        Member(
            identifier,
            draw(st.frozensets(st.sampled_from(THEMES), max_size=2)),
            draw(st.frozensets(st.sampled_from(DEPARTMENTS), max_size=2)),
            draw(st.integers(0, 3)),
        )
        for identifier in draw(st.lists(_ids, unique=True, max_size=most_members))
    ]
    some = (
        st.frozensets(st.sampled_from([m.id for m in members]), max_size=3)
        if members
        else st.just(frozenset())
    )
    dossiers = [
        Dossier(
            UUID(int=1000 + n),
            draw(st.sampled_from((*THEMES, None))),
            draw(st.sampled_from((*DEPARTMENTS, None))),
            draw(some),
            draw(some),
        )
        for n in range(draw(st.integers(0, most_dossiers)))
    ]
    return dossiers, members, draw(st.integers(0, 3))


def loads(members, picks):
    counted = Counter(pick.member for pick in picks)
    return {one.id: one.load + counted[one.id] for one in members}


def unevenness(members, picks):
    return sum(load * load for load in loads(members, picks).values())


def liked(dossiers, members, picks):
    by_id = {one.id: one for one in (*dossiers, *members)}
    return sum(liking(by_id[pick.dossier], by_id[pick.member]) for pick in picks)


@given(cases(most_dossiers=25, most_members=8))
def test_everybody_asked_may_be_asked_and_every_dossier_gets_what_it_can(case):
    dossiers, members, reviews = case
    found = plan(dossiers, members, reviews=reviews)
    assert len(set(found.picks)) == len(found.picks)
    asked = Counter(pick.dossier for pick in found.picks)
    for dossier in dossiers:
        shut = dossier.excluded | dossier.reviewers
        free = [one for one in members if one.id not in shut]
        wanted = max(0, reviews - len(dossier.reviewers))
        assert asked[dossier.id] == min(wanted, len(free))
        assert found.missing.get(dossier.id, 0) == wanted - asked[dossier.id]
        assert not {pick.member for pick in found.picks if pick.dossier == dossier.id} & shut


@given(cases(most_dossiers=20, most_members=7))
def test_no_review_could_move_to_somebody_less_loaded_or_to_who_knows_more(case):
    dossiers, members, reviews = case
    found = plan(dossiers, members, reviews=reviews)
    by_id = {one.id: one for one in (*dossiers, *members)}
    load, picks = loads(members, found.picks), set(found.picks)
    for pick in picks:
        dossier = by_id[pick.dossier]
        for other in members:
            is_free = other.id not in dossier.excluded | dossier.reviewers
            if is_free and Pick(dossier.id, other.id) not in picks:
                assert load[pick.member] <= load[other.id] + 1
                if load[pick.member] == load[other.id] + 1:
                    assert liking(dossier, by_id[pick.member]) >= liking(dossier, other)


@settings(max_examples=60)
@given(cases(most_dossiers=4, most_members=4))
def test_of_all_plans_none_is_more_even_and_none_as_even_knows_more(case):
    dossiers, members, reviews = case
    choices = []
    for dossier in dossiers:
        shut = dossier.excluded | dossier.reviewers
        free = [one.id for one in members if one.id not in shut]
        wanted = min(max(0, reviews - len(dossier.reviewers)), len(free))
        choices.append([[Pick(dossier.id, one) for one in some] for some in combinations(free, wanted)])
    best = min(
        (unevenness(members, picks), -liked(dossiers, members, picks))
        for picks in (list(chain.from_iterable(chosen)) for chosen in product(*choices))
    )
    found = plan(dossiers, members, reviews=reviews).picks
    assert (unevenness(members, found), -liked(dossiers, members, found)) == best


@given(cases(most_dossiers=20, most_members=7), st.integers())
def test_the_order_of_what_it_is_given_changes_nothing(case, seed):
    dossiers, members, reviews = case
    found = plan(dossiers, members, reviews=reviews)
    Random(seed).shuffle(dossiers)
    Random(seed).shuffle(members)
    assert plan(dossiers, members, reviews=reviews) == found


@given(cases(most_dossiers=20, most_members=7))
def test_without_conflicts_loads_differ_by_one_at_most(case):
    dossiers, members, reviews = case
    open_to_all = [Dossier(one.id, one.theme, one.department) for one in dossiers]
    fresh = [Member(one.id, one.themes, one.departments) for one in members]
    found = loads(fresh, plan(open_to_all, fresh, reviews=reviews).picks).values()
    assert not found or max(found) - min(found) <= 1


def test_a_season_of_five_hundred_is_planned_evenly():
    random = Random(1)
    members = [
        Member(UUID(int=n), frozenset(random.sample(THEMES, 1)), frozenset(random.sample(DEPARTMENTS, 2)))
        for n in range(12)
    ]
    dossiers = [
        Dossier(
            UUID(int=100 + n),
            random.choice(THEMES),
            random.choice(DEPARTMENTS),
            excluded=frozenset({random.choice(members).id}),
        )
        for n in range(500)
    ]
    found = plan(dossiers, members, reviews=3)
    assert found.missing == {}
    assert set(loads(members, found.picks).values()) == {125}
