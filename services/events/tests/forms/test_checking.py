"""Forms that do not make sense are not published."""

import pytest
from form_parts import field, form, found, when
from ombelle_events.calls.starting import starting_call, starting_form
from ombelle_events.forms.checking import check_definition, check_rules
from ombelle_events.forms.definition import read_definition

A = {"options": [{"value": "a", "label": "A"}]}
TWICE = {"options": [{"value": "a", "label": "A"}, {"value": "a", "label": "B"}]}
AMOUNT = field("cents", "amount")
FIRST = "/sections/0/fields/0"
SECOND = "/sections/0/fields/1"


def _rows(*fields, **more):
    return field("rows", "repetition", fields=list(fields), **more)


def test_the_form_that_ships_makes_sense():
    definition = read_definition(starting_form())
    assert check_definition(definition) == []
    assert check_rules(definition, starting_call()["charter_rules"]) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ([field("x"), field("x")], [(f"{SECOND}/id", "repeated")]),
        ([_rows(field("x"), field("x"))], [(f"{FIRST}/fields/1/id", "repeated")]),
        ([_rows()], [(f"{FIRST}/fields", "missing")]),
        ([_rows(field("f", "file"))], [(f"{FIRST}/fields/0/type", "not_in_rows")]),
        ([_rows(field("f", purpose="title"))], [(f"{FIRST}/fields/0/purpose", "not_in_rows")]),
        ([field("x", "choice")], [(f"{FIRST}/options", "missing")]),
        ([field("x", "choice", **TWICE)], [(f"{FIRST}/options/1/value", "repeated")]),
        ([field("x", **A)], [(f"{FIRST}/options", "not_of_this_type")]),
        ([field("x", "boolean", max_length=3)], [(f"{FIRST}/max_length", "not_of_this_type")]),
        ([field("x", "text", media_types=["image/png"])], [(f"{FIRST}/media_types", "not_of_this_type")]),
        ([field("x", "explanation", required="at_label")], [(f"{FIRST}/required", "not_answered")]),
        ([field("x", "integer", min=3, max=2)], [(f"{FIRST}/max", "below_min")]),
        ([field("x", "integer", min="2027-01-01")], [(f"{FIRST}/min", "value_unfit")]),
        ([field("x", "date", max=3)], [(f"{FIRST}/max", "value_unfit")]),
        ([field("x", "sessions", min_rows=3, max_rows=2)], [(f"{FIRST}/max_rows", "below_min")]),
        ([field("x", purpose="title"), field("y", purpose="title")], [(f"{SECOND}/purpose", "repeated")]),
        ([field("x", "long_text", purpose="title")], [(f"{FIRST}/purpose", "type_unfit")]),
        ([field("x", "choice", purpose="theme", **A)], [(f"{FIRST}/options/0/value", "option_unfit")]),
        ([_rows(field("x"), purpose="budget_income")], [(f"{FIRST}/fields", "amount_missing")]),
        ([_rows(field("x"), AMOUNT, purpose="budget_income")], []),
        (
            [field("x", condition=when("y", "is_filled")), field("y")],
            [(f"{FIRST}/condition", "field_not_before")],
        ),
        ([field("x", condition=when("x", "is_filled"))], [(f"{FIRST}/condition", "field_not_before")]),
        (
            [field("x", "file"), field("y", condition=when("x", "is_filled"))],
            [(f"{SECOND}/condition", "not_comparable")],
        ),
        (
            [field("x", "boolean"), field("y", condition=when("x", "includes", True))],
            [(f"{SECOND}/condition", "not_comparable")],
        ),
        (
            [field("x", "choice", **A), field("y", condition=when("x", "is", "b"))],
            [(f"{SECOND}/condition", "value_unfit")],
        ),
        (
            [field("x", "boolean"), field("y", condition=when("x", "is", "oui"))],
            [(f"{SECOND}/condition", "value_unfit")],
        ),
        ([field("x", "date"), field("y", condition=when("x", "is_above", "2027-01-01"))], []),
        (
            [field("p", "boolean"), _rows(field("x", condition={"all": [when("p", "is", True)]}))],
            [],
        ),
        (
            [_rows(field("x"), field("y", condition=when("z", "is", "a")), field("z"))],
            [(f"{FIRST}/fields/1/condition", "field_not_before")],
        ),
    ],
)
def test_what_does_not_make_sense_says_where(fields, expected):
    assert found(check_definition(form(*fields))) == expected


def test_the_type_of_a_published_field_stays():
    published = form(field("x", "text"), _rows(field("y", "integer")))
    changed = form(field("x", "long_text"), _rows(field("y", "text"), field("z")))
    assert found(check_definition(changed, published=published)) == [
        (f"{FIRST}/type", "type_changed"),
        (f"{SECOND}/fields/0/type", "type_changed"),
    ]
    assert check_definition(published, published=published) == []


def test_a_charter_rule_asks_for_its_field():
    definition = form(field("x", "boolean", purpose="is_free"))
    assert check_rules(definition, ["free_of_charge"]) == []
    assert found(check_rules(definition, ["venue_in_territory", "free_of_charge"])) == [
        ("/sections", "purpose_missing")
    ]
