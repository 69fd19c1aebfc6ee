"""What may be kept, what may be submitted."""

import pytest
from form_parts import field, form, found, when
from hypothesis import given
from hypothesis import strategies as st
from ombelle_events.calls.starting import starting_form
from ombelle_events.forms.answers import check_answers, unknown_answers
from ombelle_events.forms.definition import FIELD_TYPES, WITHOUT_ANSWER, read_definition
from ombelle_events.forms.visibility import visible_fields

OPTIONS = {"options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]}
ROWS = {"fields": [field("name", required="at_submission"), field("amount", "amount")]}
MORE = {"choice": OPTIONS, "choices": OPTIONS, "repetition": ROWS}
EVERY = form(*(field(kind, kind, **MORE.get(kind, {})) for kind in FIELD_TYPES))
FESTIVAL = read_definition(starting_form())

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
SESSION = {"starts_at": "2027-10-02T10:00:00+02:00", "ends_at": "2027-10-02T12:00:00+02:00"}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("text", "L'été, « ici »"),
        ("long_text", "Une ligne\nune autre\t…"),
        ("integer", 3),
        ("integer", -3),
        ("decimal", 2.5),
        ("amount", 0),
        ("date", "2028-02-29"),
        ("boolean", False),
        ("choice", "a"),
        ("choices", ["b", "a"]),
        ("choices", []),
        ("commune", "80021"),
        ("commune", "2A004"),
        ("organisation", {"id": None, "name": "Atelier"}),
        ("organisation", {"id": "0192f0c1-0000-7000-8000-000000000000", "name": "Atelier"}),
        ("email", "prenom.nom@exemple.fr"),
        ("phone", "+33 3 22 00 00 00"),
        ("url", "https://www.exemple.fr/page?x=1"),
        ("address", {"street": "1 rue X", "postal_code": "80000", "city": "Amiens"}),
        ("address", {"city": "Amiens"}),
        ("repetition", [{"name": "Salle", "amount": 1250}, {}]),
        ("repetition", [{"former": "Ce que demandait une ancienne version"}]),
        (
            "sessions",
            [
                SESSION,
                {**SESSION, "venue": "Salle", "commune": "80021", "audience": ["schools"], "capacity": 30},
            ],
        ),
        ("sessions", [{}]),
    ],
)
def test_answers_of_the_right_type_are_kept(kind, value):
    assert check_answers(EVERY, {kind: value}, stage="draft") == []


@pytest.mark.parametrize(
    ("kind", "value", "pointer", "code"),
    [
        ("text", 3, "", "text_expected"),
        ("text", "x" * 301, "", "too_long"),
        ("text", "a\x00b", "", "hidden_character"),
        ("text", "a\nb", "", "hidden_character"),
        ("text", "a\u202eb", "", "hidden_character"),
        ("long_text", "x" * 5001, "", "too_long"),
        ("integer", True, "", "number_expected"),
        ("integer", 2.5, "", "number_expected"),
        ("integer", 10**13, "", "too_large"),
        ("integer", 10**400, "", "too_large"),
        ("decimal", float("inf"), "", "number_expected"),
        ("decimal", float("nan"), "", "number_expected"),
        ("amount", -1, "", "negative"),
        ("amount", "12", "", "number_expected"),
        ("date", "2027-02-29", "", "date_expected"),
        ("date", "20271002", "", "date_expected"),
        ("boolean", 1, "", "boolean_expected"),
        ("choice", "c", "", "option_unknown"),
        ("choice", ["a"], "", "option_unknown"),
        ("choices", "a", "", "list_expected"),
        ("choices", ["a", "a"], "/1", "repeated"),
        ("choices", ["c"], "/0", "option_unknown"),
        ("choices", ["a", "b", "a"], "", "too_many"),
        ("commune", "Amiens", "", "commune_expected"),
        ("organisation", "Atelier", "", "organisation_expected"),
        ("organisation", {"name": "Atelier", "siret": "1"}, "", "organisation_expected"),
        ("organisation", {"id": "7"}, "/id", "id_expected"),
        ("email", "prenom.nom", "", "email_expected"),
        ("phone", "allô", "", "phone_expected"),
        ("url", "javascript:alert(1)", "", "url_expected"),
        ("url", "https://moi:secret@exemple.fr", "", "url_expected"),
        ("address", {"postal_code": "8000"}, "/postal_code", "postal_code_expected"),
        ("address", {"country": "FR"}, "", "address_expected"),
        ("file", ["x"], "", "not_answered_here"),
        ("explanation", "x", "", "not_answered_here"),
        ("repetition", {"name": "x"}, "", "list_expected"),
        ("repetition", ["x"], "/0", "object_expected"),
        ("repetition", [{"amount": -1}], "/0/amount", "negative"),
        ("repetition", [{"former": {"a": 1}}], "/0", "field_unknown"),
        ("repetition", [{}] * 51, "", "too_many_rows"),
        ("sessions", [{**SESSION, "ends_at": SESSION["starts_at"]}], "/0/ends_at", "before_start"),
        ("sessions", [{"starts_at": "2027-10-02T10:00:00"}], "/0/starts_at", "instant_expected"),
        ("sessions", [{**SESSION, "capacity": 0}], "/0/capacity", "number_expected"),
        ("sessions", [{**SESSION, "audience": ["cats"]}], "/0/audience", "option_unknown"),
        ("sessions", [{**SESSION, "price": 3}], "/0/price", "field_unknown"),
    ],
)
def test_what_cannot_be_kept_says_where_and_why(kind, value, pointer, code):
    for stage in ("draft", "submission", "label"):
        assert found(check_answers(EVERY, {kind: value}, stage=stage)) == [
            (f"/answers/{kind}{pointer}", code)
        ]


@given(st.dictionaries(st.sampled_from(FIELD_TYPES), json_values))
def test_whatever_is_sent_is_judged(answers):
    for stage in ("draft", "submission", "label"):
        check_answers(EVERY, answers, stage=stage)


asked = st.sampled_from(["at_submission", "at_label", "never"])
forms_and_answers = st.tuples(
    st.lists(
        st.tuples(st.sampled_from(["text", "integer", "boolean", "repetition"]), asked),
        min_size=1,
        max_size=5,
    ),
    st.lists(json_values | st.just("x") | st.just([{"name": "x"}]), min_size=5, max_size=5),
)


@given(forms_and_answers)
def test_each_stage_asks_for_all_that_the_one_before_asked(drawn):
    kinds, values = drawn
    definition = form(
        *(
            field(f"f{n}", kind, required=required, **MORE.get(kind, {}))
            for n, (kind, required) in enumerate(kinds)
        )
    )
    answers = {f"f{n}": value for n, value in enumerate(values[: len(kinds)])}
    draft, submission, label = (
        set(found(check_answers(definition, answers, stage=stage)))
        for stage in ("draft", "submission", "label")
    )
    assert draft <= submission <= label
    assert "required" not in {code for _, code in draft}


@given(st.booleans(), json_values)
def test_a_field_that_is_not_shown_is_never_asked_for(is_shown, typed):
    definition = form(
        field("one", "boolean"), field("two", required="at_submission", condition=when("one", "is", True))
    )
    problems = found(check_answers(definition, {"one": is_shown, "two": typed}, stage="submission"))
    hidden_problems = [code for pointer, code in problems if pointer == "/answers/two"]
    if not is_shown:
        assert "required" not in hidden_problems
    elif typed is None:
        assert hidden_problems == ["required"]


def test_only_shown_fields_decide_whether_the_festival_form_is_whole():
    whole = _festival_answers()
    assert check_answers(FESTIVAL, whole, stage="submission") == []
    assert {one.id for one in visible_fields(FESTIVAL, whole)} >= {"school_levels", "budget_expenses"}
    without_support = {**whole, "asks_support": False, "budget_expenses": None, "requested_amount": None}
    assert check_answers(FESTIVAL, without_support, stage="submission") == []
    asking = {**without_support, "asks_support": True}
    assert found(check_answers(FESTIVAL, asking, stage="submission")) == [
        ("/answers/budget_expenses", "required"),
        ("/answers/requested_amount", "required"),
    ]


def test_after_the_label_more_is_asked_for_and_files_count():
    missing = found(check_answers(FESTIVAL, _festival_answers(), stage="label"))
    assert missing == [
        (f"/answers/{name}", "required")
        for name in ("venue_access", "picture", "picture_credit", "insurance", "bank_details")
    ]
    there = {**_festival_answers(), "venue_access": "Bus 2", "picture_credit": "Nous"}
    files = {"picture", "insurance", "bank_details"}
    assert check_answers(FESTIVAL, there, stage="label", files=files) == []


def test_rows_are_whole_where_they_are_begun():
    definition = form(field("rows", "repetition", **ROWS, required="at_submission", min_rows=2))
    sent = {"rows": [{"amount": 1}, {}, {"name": "  "}]}
    assert found(check_answers(definition, sent, stage="submission")) == [
        ("/answers/rows", "too_few_rows"),
        ("/answers/rows/0/name", "required"),
    ]
    assert check_answers(definition, sent, stage="draft") == []


@pytest.mark.parametrize(
    ("kind", "bounds", "low", "high"),
    [
        ("integer", {"min": 3, "max": 5}, 2, 6),
        ("amount", {"min": 100, "max": 200}, 99, 201),
        ("date", {"min": "2027-01-01", "max": "2027-12-31"}, "2026-12-31", "2028-01-01"),
    ],
)
def test_bounds_are_held_when_it_is_submitted(kind, bounds, low, high):
    definition = form(field("one", kind, **bounds))
    assert check_answers(definition, {"one": low}, stage="draft") == []
    assert found(check_answers(definition, {"one": low}, stage="submission")) == [
        ("/answers/one", "too_small")
    ]
    assert found(check_answers(definition, {"one": high}, stage="submission")) == [
        ("/answers/one", "too_large")
    ]
    for bound in bounds.values():
        assert check_answers(definition, {"one": bound}, stage="submission") == []


def test_sessions_addresses_and_organisations_are_whole_when_submitted():
    definition = form(
        field("when", "sessions", required="at_submission"),
        field("where", "address", required="at_submission"),
        field("who", "organisation", required="at_submission"),
    )
    sent = {
        "when": [{"starts_at": SESSION["starts_at"]}],
        "where": {"street": "1 rue X"},
        "who": {"id": "0192f0c1-0000-7000-8000-000000000000"},
    }
    assert check_answers(definition, sent, stage="draft") == []
    assert found(check_answers(definition, sent, stage="submission")) == [
        ("/answers/when/0/ends_at", "required"),
        ("/answers/where/postal_code", "required"),
        ("/answers/where/city", "required"),
        ("/answers/who/name", "required"),
    ]


def test_only_what_changed_may_be_asked_about_and_former_fields_are_told_apart():
    sent = {"text": 3, "integer": "x", "gone": {"any": "thing"}}
    assert found(check_answers(EVERY, sent, stage="draft", only={"integer"})) == [
        ("/answers/integer", "number_expected")
    ]
    assert found(unknown_answers(EVERY, sent)) == [("/answers/gone", "field_unknown")]
    assert {kind for kind in FIELD_TYPES if kind not in WITHOUT_ANSWER} >= {"text", "sessions"}


def _festival_answers():
    return {
        "contact_name": "Camille Martin",
        "contact_email": "camille.martin@exemple.fr",
        "contact_phone": "03 22 00 00 00",
        "took_part_before": False,
        "title": "Le ciel au bout des doigts",
        "format": "single",
        "activity_type": "workshop",
        "theme": "astronomy",
        "summary": "Toucher les planètes.",
        "description": "Des ateliers.",
        "scientific_content": "Le système solaire.",
        "mediation": "On manipule.",
        "researchers": False,
        "audience": ["general_public", "schools"],
        "school_levels": ["college"],
        "expected_visitors": 200,
        "commune": "80021",
        "venue_name": "Médiathèque",
        "venue": {"street": "1 rue X", "postal_code": "80000", "city": "Amiens"},
        "sessions": [SESSION],
        "is_free": True,
        "commitments": ["charter", "logo", "programme", "report"],
        "asks_support": True,
        "budget_expenses": [{"expense": "Matériel", "expense_amount": 120_000}],
        "requested_amount": 60_000,
        "support_use": "Des lunettes.",
    }
