"""Conditions, and what of a form is shown by them."""

import json
from pathlib import Path

import pytest
from form_parts import field, form, when
from hypothesis import given
from hypothesis import strategies as st
from ombelle_events.forms.conditions import OPERATORS, comparisons, holds, is_filled, read_condition
from ombelle_events.forms.visibility import Shown, visible_fields

NAMES = ("one", "two", "three")
scalars = (
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats(-3, 3) | st.sampled_from(["", " ", "a", "b"])
)
values = scalars | st.lists(scalars, max_size=3) | st.dictionaries(st.sampled_from(["x", "y"]), scalars)
answers = st.dictionaries(st.sampled_from(NAMES), values)
compared = st.builds(when, st.sampled_from(NAMES), st.sampled_from(OPERATORS), scalars)
conditions = st.recursive(
    compared,
    lambda inner: st.builds(
        lambda word, several: {word: several},
        st.sampled_from(["all", "any"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)


def _holds(condition, given_answers):
    return holds(read_condition(condition), given_answers.get)


@given(conditions, conditions, answers)
def test_all_and_any_are_what_they_say(one, other, given_answers):
    each = [_holds(one, given_answers), _holds(other, given_answers)]
    assert _holds({"all": [one, other]}, given_answers) == all(each)
    assert _holds({"any": [one, other]}, given_answers) == any(each)


@given(st.sampled_from(NAMES), scalars, answers)
def test_an_answer_either_is_a_value_or_is_not(name, value, given_answers):
    assert _holds(when(name, "is", value), given_answers) != _holds(
        when(name, "is_not", value), given_answers
    )


@given(st.sampled_from(NAMES), st.integers(-3, 3), answers)
def test_nothing_is_above_and_below_or_the_same(name, value, given_answers):
    held = [_holds(when(name, operator, value), given_answers) for operator in ("is_above", "is_below", "is")]
    assert sum(held) <= 1


@pytest.mark.parametrize(
    ("answer", "operator", "value", "expected"),
    [
        (True, "is", True, True),
        (1, "is", True, False),
        (0, "is", False, False),
        (2, "is", 2.0, True),
        (None, "is_not", "a", True),
        (["a", "b"], "includes", "b", True),
        ("ab", "includes", "b", False),
        ([1], "includes", True, False),
        ("2027-10-02", "is_above", "2027-10-01", True),
        ("2027-10-02", "is_above", 3, False),
        (True, "is_above", 0, False),
        (4, "is_below", 4, False),
        (False, "is_filled", None, True),
        (0, "is_filled", None, True),
        ("  ", "is_filled", None, False),
        ([{"a": " "}, {}], "is_filled", None, False),
        ([{"a": 0}], "is_filled", None, True),
    ],
)
def test_each_operator(answer, operator, value, expected):
    assert _holds(when("one", operator, value), {"one": answer}) == expected


CASES = json.loads(Path(__file__).with_name("shown.json").read_text())


@pytest.mark.parametrize("case", CASES, ids=[case["note"] for case in CASES])
def test_the_page_and_the_service_agree(case):
    """The page that is filled in shows fields by the same cases (`application-form/conditions.spec.ts`)."""
    assert _holds(case["condition"], case["answers"]) is case["holds"]


def test_every_comparison_is_told_in_order():
    stored = {"all": [when("one", "is", 1), {"any": [when("two", "is_filled"), when("three", "is", "a")]}]}
    assert [one.field for one in comparisons(read_condition(stored))] == ["one", "two", "three"]
    assert list(comparisons(None)) == []


CHAIN = form(
    field("one", "boolean"),
    field("two", "boolean", condition=when("one", "is", True)),
    field("three", condition=when("two", "is", True)),
)


@pytest.mark.parametrize(
    ("given_answers", "shown"),
    [
        ({}, ["one"]),
        ({"one": True}, ["one", "two"]),
        ({"one": True, "two": True}, ["one", "two", "three"]),
        # What was typed below stays, and is not shown any more.
        ({"one": False, "two": True, "three": "Texte"}, ["one"]),
    ],
)
def test_what_hangs_on_a_hidden_field_is_hidden(given_answers, shown):
    assert [one.id for one in visible_fields(CHAIN, given_answers)] == shown


def test_a_hidden_section_hides_its_fields():
    both = (
        form(field("one", "boolean")).sections
        + form(field("two"), condition=when("one", "is", True)).sections
    )
    definition = type(CHAIN)(both)
    assert [one.id for one in visible_fields(definition, {"one": False})] == ["one"]
    assert [one.id for one in visible_fields(definition, {"one": True})] == ["one", "two"]


@given(answers, values)
def test_what_comes_later_never_shows_or_hides_what_comes_before(given_answers, later):
    definition = form(
        field("one"),
        field("two", condition=when("one", "is_filled")),
        field("three", condition=when("two", "is_filled")),
    )
    before = visible_fields(definition, given_answers)
    after = visible_fields(definition, {**given_answers, "three": later})
    assert before == after
    known = [one.id for one in before]
    assert [name for name in NAMES if name in known] == known


def test_fields_of_a_row_hang_on_the_row_and_on_what_is_above():
    rows = field(
        "rows",
        "repetition",
        fields=[
            field("kind"),
            field("other", condition=when("kind", "is", "other")),
            field("price", condition=when("paid", "is", True)),
        ],
    )
    definition = form(field("paid", "boolean"), rows)
    repetition = definition.field("rows")
    asked = {
        (paid, kind): [
            one.id for one in Shown(definition, {"paid": paid}).row_fields(repetition, {"kind": kind})
        ]
        for paid in (True, False)
        for kind in ("other", "x")
    }
    assert asked == {
        (True, "other"): ["kind", "other", "price"],
        (True, "x"): ["kind", "price"],
        (False, "other"): ["kind", "other"],
        (False, "x"): ["kind"],
    }


@given(values)
def test_blank_answers_say_nothing_however_they_are_wrapped(value):
    assert is_filled([value, None]) == is_filled({"x": value}) == is_filled(value)
