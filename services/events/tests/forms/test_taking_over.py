"""Versions compared, answers read by purpose, taken over, and shown without names."""

from uuid import UUID

from form_parts import field, form, when
from hypothesis import given
from hypothesis import strategies as st
from ombelle_events.forms.differences import Difference, differences
from ombelle_events.forms.purposes import (
    BudgetLine,
    budget_of,
    named_communes,
    named_organisations,
    purpose_values,
)
from ombelle_events.forms.taking_over import (
    Renewed,
    identifying_fields,
    renew_answers,
    without_identity,
)

SESSION = {
    "starts_at": "2027-10-02T10:00:00+02:00",
    "ends_at": "2027-10-02T12:00:00+02:00",
    "commune": "59350",
}
ATELIER = UUID("0192f0c1-0000-7000-8000-000000000000")
LINES = [field("what"), field("cents", "amount")]
FORM = form(
    field("name", purpose="contact_name", is_identifying=True, is_stale_on_renewal=True),
    field("title", purpose="title"),
    field("paid", "boolean"),
    field(
        "expenses", "repetition", fields=LINES, purpose="budget_expenses", condition=when("paid", "is", True)
    ),
    field("income", "repetition", fields=LINES, purpose="budget_income"),
    field("asked", "amount", purpose="requested_amount"),
    field("where", "commune", purpose="commune"),
    field("when", "sessions", purpose="sessions"),
    field(
        "partners",
        "repetition",
        fields=[field("who", "organisation", is_identifying=True), field("does"), field("since", "date")],
    ),
    field("day", "date"),
    field("paper", "file", is_identifying=True),
)
ANSWERS = {
    "name": "Camille",
    "title": "Le ciel",
    "paid": True,
    "expenses": [{"what": "Salle", "cents": 1000}, {}, {"what": "Bus"}],
    "income": [{"what": "Ville", "cents": 300}],
    "asked": 500,
    "where": "80021",
    "when": [SESSION],
    "partners": [{"who": {"id": str(ATELIER), "name": "Atelier"}, "does": "Prête", "since": "2020-01-01"}],
    "day": "2027-10-02",
    "former": "Ancien champ de Camille",
}


def test_what_the_festival_reads():
    assert purpose_values(FORM, {**ANSWERS, "title": "  ", "paid": False}) == {
        "contact_name": "Camille",
        "budget_income": ANSWERS["income"],
        "requested_amount": 500,
        "commune": "80021",
        "sessions": [SESSION],
    }
    assert named_communes(FORM, ANSWERS) == {"80021", "59350"}
    assert named_organisations(FORM, ANSWERS) == {"/answers/partners/0/who/id": ATELIER}


def test_a_budget_adds_up():
    budget = budget_of(FORM, ANSWERS)
    assert budget.expenses == (BudgetLine("Salle", 1000), BudgetLine("Bus", None))
    assert (budget.expenses_cents, budget.income_cents, budget.requested_cents) == (1000, 300, 500)
    assert budget.balance_cents == -200
    assert budget_of(FORM, {**ANSWERS, "paid": False}).expenses == ()
    assert budget_of(form(field("title")), {}).expenses == ()


@given(st.lists(st.none() | st.integers(0, 10**9), max_size=8), st.lists(st.integers(0, 10**9), max_size=8))
def test_sums_are_those_of_the_rows(expenses, income):
    budget = budget_of(
        FORM,
        {
            "paid": True,
            "expenses": [{"what": "x", "cents": one} for one in expenses],
            "income": [{"what": "x", "cents": one} for one in income],
        },
    )
    spent = sum(one or 0 for one in expenses)
    assert (budget.expenses_cents, budget.income_cents) == (spent, sum(income))
    assert budget.balance_cents == sum(income) - spent


def test_days_are_never_taken_over_and_what_ages_is_told():
    renewed = renew_answers(FORM, FORM, ANSWERS)
    assert renewed == Renewed(
        {
            **{
                name: ANSWERS[name]
                for name in ("name", "title", "paid", "expenses", "income", "asked", "where")
            },
            "partners": [{"who": {"id": str(ATELIER), "name": "Atelier"}, "does": "Prête"}],
        },
        ("name", "when", "partners", "day"),
    )


def test_only_what_still_fits_is_taken_over():
    current = form(
        field("title", "text", max_length=3),
        field("where", "text"),
        field("name"),
        field("kind", "choice", options=[{"value": "a", "label": "A"}]),
    )
    former = form(field("title"), field("where", "commune"), field("name"), field("kind", "choice"))
    answers = {"title": "Trop long", "where": "80021", "name": "Camille", "kind": "b"}
    assert renew_answers(former, current, answers) == Renewed({"name": "Camille"}, ("title", "kind"))


def test_an_anonymous_reading_shows_nobody():
    shown = without_identity(FORM, {**ANSWERS, "paper": "Camille.pdf"})
    assert "Camille" in str(ANSWERS)
    assert "Camille" not in str(shown)
    assert "Atelier" not in str(shown)
    assert shown == {
        **{
            name: ANSWERS[name]
            for name in ("title", "paid", "expenses", "income", "asked", "where", "when", "day")
        },
        "partners": [{"does": "Prête", "since": "2020-01-01"}],
    }
    assert identifying_fields(FORM) == {"name", "partners/who", "paper"}


def test_what_changed_between_two_forms():
    before = form(
        field("a"), field("b", max_length=200), field("c"), field("d"),
        field("e", "choice", options=[{"value": "x", "label": "X"}, {"value": "y", "label": "Y"}]),
        field("r", "repetition", fields=[field("s")]),
    )  # fmt: skip
    after = form(
        field("a"), field("new", required="at_submission"), field("d"), field("b", max_length=100),
        field("e", "choice", options=[{"value": "x", "label": "X"}]),
        field("r", "repetition", fields=[field("t")]),
    )  # fmt: skip
    told = {(one.field_id, one.change): one for one in differences(before, after)}
    assert list(told) == [
        ("new", "added"), ("b", "changed"), ("e", "changed"), ("r/t", "added"), ("c", "removed"),
        ("r/s", "removed"), ("d", "moved"),
    ]  # fmt: skip
    assert told["b", "changed"] == Difference(
        "b", "B", "changed", ("max_length",), "Des réponses déjà données peuvent être devenues trop longues."
    )
    assert told["e", "changed"].warning == "Qui avait choisi « Y » devra choisir à nouveau."
    assert told["new", "added"].warning == "Les dossiers en cours devront la remplir avant d'être déposés."
    assert told["c", "removed"].warning is not None


names = st.lists(st.sampled_from("abcdef"), unique=True)


@given(names, names)
def test_every_field_that_came_or_went_is_told_and_no_other(before, after):
    told = differences(form(*map(field, before)), form(*map(field, after)))
    assert {one.field_id for one in told if one.change == "added"} == set(after) - set(before)
    assert {one.field_id for one in told if one.change == "removed"} == set(before) - set(after)
    assert (told == []) == (before == after)
