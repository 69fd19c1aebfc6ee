"""The season's dossiers hold together: with the people, the organisations, the programme and one another."""

from datetime import date
from typing import Any

import pytest
from ombelle_demo.edition import Edition
from ombelle_demo.rows import rows
from ombelle_demo.season.dossiers import Dossier, Which, calls, committee, dossiers
from ombelle_demo.season.library import organisations, people
from ombelle_demo.season.papers import paper

EVERY: list[tuple[Which, Dossier]] = [
    (which, one) for which in ("decided", "open") for one in dossiers(which).values()
]
STATES = {"draft", "discarded", "submitted", "withdrawn", "under_review"}


@pytest.mark.parametrize(("which", "dossier"), EVERY, ids=[one.key for _, one in EVERY])
def test_whoever_takes_part_is_known(which: Which, dossier: Dossier) -> None:
    organisation = organisations()[dossier.organisation]
    assert dossier.by in {organisation.holder, *organisation.editors, *organisation.members}
    assert dossier.until in STATES
    invited = [who for who, _ in dossier.get("invited", [])]
    assert {*invited, *filter(None, [dossier.get("transfer_to")])} <= set(organisations())
    if which == "open" and (former := dossier.get("renews")):
        assert dossiers("decided")[former].organisation == dossier.organisation
    assert {who for who, _ in dossier.get("messages", [])} <= {dossier.by, "coordinator"}
    assert {review[0] for review in dossier.get("reviews", [])} <= {one["person"] for one in committee()}


@pytest.mark.parametrize("dossier", [one for _, one in EVERY if one.get("support")], ids=lambda one: one.key)
def test_a_budget_balances(dossier: Dossier) -> None:
    answers = dossier.answers(Edition(2028))
    spent = sum(row["expense_amount"] for row in answers["budget_expenses"])
    assert (
        spent == sum(row["income_amount"] for row in answers["budget_income"]) + answers["requested_amount"]
    )


def test_no_title_stands_twice_in_a_call() -> None:
    for which in ("decided", "open"):
        titles = [one.get("title") for one in dossiers(which).values() if one.get("title")]
        assert len(set(titles)) == len(titles)


def test_nobody_judges_what_they_are_bound_by() -> None:
    works_for = {one["person"]: set(one.get("organisations", [])) for one in committee()}
    for dossier in dossiers("open").values():
        for reviewer, *_ in dossier.get("reviews", []):
            assert dossier.organisation not in works_for[reviewer], dossier.key
    bound = [one.key for one in dossiers("open").values() if one.organisation in works_for["second-reviewer"]]
    assert bound == ["lens-gouter-two"], "a conflict by organisation is there to be seen"


def test_decisions_are_on_dossiers_that_may_be_decided() -> None:
    written = calls()["open"]
    early = {key for key, one in dossiers("open").items() if one.get("first_batch")}
    assert early.isdisjoint(written["staged"])
    assert all(dossiers("open")[key].until == "under_review" for key in early | set(written["staged"]))
    decided = [one.get("first_batch") for one in dossiers("open").values() if one.get("first_batch")]
    granted = sum(one.get("amount", 0) for one in [*decided, *written["staged"].values()])
    assert granted <= written["budget"]
    assert {one["decision"] for one in written["staged"].values()} == {
        "labelled",
        "waitlisted",
        "not_labelled",
    }


def test_projects_hold_events_of_the_programme_by_their_titles() -> None:
    held = {(row.get("organisateur"), _plain(row["title"])) for row in rows(Edition(2027))}
    for dossier in dossiers("decided").values():
        name = organisations()[dossier.organisation].name
        for title in dossier.get("events", []):
            assert (name, " ".join(title.split())) in held, title
        if proposal := dossier.get("proposal"):
            assert proposal[0] in dossier.get("events")
    fates = [one.get("project") for one in dossiers("decided").values() if one.get("decision") == "labelled"]
    assert {"confirmed", "waiting", "cancelled"} == set(fates)
    not_entered = [
        one for one in dossiers("decided").values() if one.get("project") and not one.get("events")
    ]
    assert len(not_entered) > 3


def _plain(title: Any) -> str:
    return " ".join(str(title.get("fr") if isinstance(title, dict) else title).split())


def test_answers_are_those_of_the_form() -> None:
    answers = dossiers("decided")["papillons-nursery"].answers(Edition(2027), former="En 2026.")
    assert answers == {
        "contact_name": "Ernestine Papillaud",
        "contact_function": "Chargée de projets",
        "contact_email": "ernestine@papillons.example",
        "contact_phone": "03 53 01 12 12",
        "took_part_before": True,
        "former_participation": "En 2026.",
        "title": "La nuit des chenilles",
        "format": "single",
        "activity_type": "visit",
        "theme": "environment",
        "summary": dossiers("decided")["papillons-nursery"].get("summary"),
        "description": dossiers("decided")["papillons-nursery"].get("description"),
        "scientific_content": dossiers("decided")["papillons-nursery"].get("science"),
        "mediation": dossiers("decided")["papillons-nursery"].get("mediation"),
        "researchers": False,
        "audience": ["general_public", "schools"],
        "school_levels": ["nursery_school", "primary_school"],
        "expected_visitors": 320,
        "commune": "02691",
        "venue_name": "Serre des Chrysalides",
        "venue": {"street": "44 rue des Chrysalides", "postal_code": "02100", "city": "Saint-Quentin"},
        "sessions": [
            {
                "starts_at": "2027-10-06T18:00:00+02:00",
                "ends_at": "2027-10-06T21:00:00+02:00",
                "capacity": 40,
            },
            {
                "starts_at": "2027-10-07T18:00:00+02:00",
                "ends_at": "2027-10-07T21:00:00+02:00",
                "capacity": 40,
            },
        ],
        "is_free": True,
        "commitments": ["charter", "logo", "programme", "report"],
        "asks_support": False,
    }
    assert Edition(2027).starts_on == date(2027, 10, 1)


def test_a_dossier_that_nobody_has_filled_answers_nothing() -> None:
    assert dossiers("open")["baie-blank"].answers(Edition(2028)) == {}
    assert set(dossiers("open")["gaillettes-forgotten"].answers(Edition(2028))) == {
        "title", "format", "contact_name", "contact_function", "contact_email", "contact_phone",
    }  # fmt: skip


def test_what_is_attached_is_what_it_says() -> None:
    for field, start in (("presentation", b"%PDF-"), ("insurance", b"%PDF-"), ("picture", b"\x89PNG\r\n")):
        name, content = paper(field)
        assert content.startswith(start), name
        assert len(content) < 50_000


def test_everybody_who_writes_is_somebody() -> None:
    assert {one.by for _, one in EVERY} <= {key for key, person in people().items() if person.function}


@pytest.mark.parametrize(("which", "dossier"), EVERY, ids=[one.key for _, one in EVERY])
def test_what_befell_a_dossier_did_in_order_while_its_call_was_open(which: Which, dossier: Dossier) -> None:
    days = dossier.days_ago(which)
    due = days.pop("due", 0)
    order = ["begun", "sent", "asked", "answered", "judged", "decided", "confirmed"]
    told = [days[stage] for stage in order if stage in days]
    assert told == sorted(told, reverse=True)
    assert min(told) >= 0
    written = calls()[which]
    assert days["begun"] <= -written["opens"]
    if which == "decided":
        assert days["sent"] > -written["closes"]
        assert days["decided"] < -written["sitting_day"]
    assert (due > dossier.get("asked", {"due": 0})["due"]) is ("overdue" in (dossier.get("asked") or {}))
