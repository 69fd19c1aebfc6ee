"""Two who write at once, whatever they write: nothing that one typed goes without being told."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from ombelle_events.applications.entries import join_changes
from ombelle_events.applications.history.readable import difference
from ombelle_events.applications.merging import is_same, merge

NAMES = st.sampled_from(["title", "summary", "theme", "budget"])
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(0, 2),
    st.text(max_size=3),
    st.lists(st.dictionaries(st.sampled_from("ab"), st.integers(0, 2)), max_size=2),
)
ANSWERS = st.dictionaries(NAMES, VALUES.filter(lambda value: value is not None))
SENT = st.dictionaries(NAMES, VALUES)


def _save(state, base, sent):
    """Save as the service does: what collides keeps nothing of the save."""
    answers, versions, version = state
    merged = merge(answers, versions, base=base, sent=sent)
    if merged.clashes or not merged.changed:
        return state, merged
    version += 1
    return (merged.answers, {**versions, **dict.fromkeys(merged.changed, version)}, version), merged


@given(ANSWERS, SENT, SENT)
def test_two_who_read_the_same_version(answers, first, second):
    start = (answers, {}, 1)
    after_first, one = _save(start, 1, first)
    after_second, other = _save(after_first, 1, second)
    assert one.clashes == ()
    collide = {
        name
        for name in first.keys() & second.keys()
        if not is_same(answers.get(name), first[name]) and not is_same(first[name], second[name])
    }
    assert set(other.clashes) == collide
    if collide:
        assert after_second == after_first
    else:
        expected = {**answers, **first, **second}
        # What only repeats the value that was read changes nothing, though another one was written meanwhile.
        assert after_second[0] == {name: value for name, value in expected.items() if value is not None}


@given(ANSWERS, SENT)
def test_sent_again_it_is_kept_already(answers, sent):
    state, _ = _save((answers, {}, 1), 1, sent)
    again, merged = _save(state, 1, sent)
    assert (again, merged.changed, merged.clashes) == (state, (), ())


@given(ANSWERS, st.dictionaries(NAMES, st.integers(2, 9)), SENT)
def test_whoever_writes_over_whatever_there_is_never_collides(answers, versions, sent):
    merged = merge(answers, versions, base=None, sent=sent)
    assert merged.clashes == ()
    assert all(is_same(merged.answers.get(name), value) for name, value in sent.items())
    assert all(merged.answers.get(name) == value for name, value in answers.items() if name not in sent)


@given(st.lists(ANSWERS, min_size=2, max_size=5))
def test_edits_joined_tell_what_the_first_was_and_the_last_is(states):
    joined = []
    for before, after in pairwise(states):
        names = sorted(before.keys() | after.keys())
        changes = [
            {"pointer": name, "label": name, "before": before.get(name), "after": after.get(name)}
            for name in names
            if not is_same(before.get(name), after.get(name))
        ]
        joined = join_changes(joined, changes)
    told = {change["pointer"]: (change["before"], change["after"]) for change in joined}
    first, last = states[0], states[-1]
    assert told == {
        name: (first.get(name), last.get(name))
        for name in first.keys() | last.keys()
        if not is_same(first.get(name), last.get(name))
    }


@given(st.text(), st.text())
def test_a_difference_holds_both_texts(before, after):
    pieces = difference(before, after)
    assert "".join(piece["text"] for piece in pieces if piece["kind"] != "added") == before
    assert "".join(piece["text"] for piece in pieces if piece["kind"] != "removed") == after


def test_true_is_not_one():
    assert merge({"a": 1}, {}, base=1, sent={"a": True}).changed == ("a",)
