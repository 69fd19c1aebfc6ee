"""The season of loans: as many items and contributors as the agency counts, loans that keep the rules on any day."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from ombelle_demo.season.lending.asking import WISHES
from ombelle_demo.season.lending.loading import csv_of
from ombelle_demo.season.lending.tables import KEPT_FREE, UNDER_WAY, tables
from ombelle_demo.season.lending.words import agency_items, circulation, contributed_items, partners
from ombelle_demo.season.library import organisations, people


def test_the_agency_has_88_items_and_38_contributors_220() -> None:
    assert Counter(one.category for one in agency_items()) == {
        "light_exhibition": 78, "kit": 5, "interactive_exhibition": 5,
    }  # fmt: skip
    assert sum(one.format_of is not None for one in agency_items()) == 2
    assert (len(contributed_items()), len({one.owner for one in contributed_items()})) == (220, 38)
    titles = [one.title for one in (*agency_items(), *contributed_items()) if one.format_of is None]
    assert len(set(titles)) == len(titles) == 306
    abstracts = [one.abstract for one in agency_items()]
    assert len({*abstracts} - {None}) == 88
    assert {one.owner for one in contributed_items()} <= {*organisations(), *partners()}
    assert partners().keys().isdisjoint(organisations())


def test_21_contributors_tell_of_316_loans_for_4754_days() -> None:
    told = circulation()
    assert (len(told), sum(loans > 0 for loans, _ in told.values())) == (21, 15)
    assert [sum(column) for column in zip(*told.values(), strict=True)] == [316, 4754]
    assert set(told) <= {one.owner for one in contributed_items()}
    rows = tables(date(2026, 11, 22))["contributor_returns"]
    assert {(one["organisation_id"], one["year"], one["loans"], one["days"]) for one in rows} == {
        (key, 2025, loans, days) for key, (loans, days) in told.items()
    }


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2027, 1, 3), date(2027, 7, 1), date(2028, 2, 29)])
def test_loans_keep_the_rules_on_any_day(today: date) -> None:
    rows = tables(today)
    assert rows == tables(today)
    items = {one["item_id"]: one for one in rows["items"]}
    borrowers = {one["organisation_id"] for one in rows["organisations"]}
    assert {loan["borrower_organisation_id"] for loan in rows["loans"]} <= borrowers
    for item_id, item in items.items():
        loans = sorted(
            (one for one in rows["loans"] if one["item_id"] == item_id), key=lambda one: one["starts_on"]
        )
        assert all(item["added_on"] <= one["starts_on"] <= one["ends_on"] for one in loans)
        assert all(one["ends_on"] < other["starts_on"] for one, other in pairwise(loans))
    over = [one for one in rows["loans"] if one["status"] == "closed"]
    assert all(one["ends_on"] < today for one in over)
    assert min(one["starts_on"] for one in over) < today - timedelta(days=640)
    told = {one["loan_id"]: one for one in rows["loan_evaluations"]}
    assert 0.6 < len(told) / len(over) < 0.9
    assert all(("audience" in one) == (one["audience_method"] != "unknown") for one in told.values())
    assert csv_of(rows["loans"]).startswith(b"loan_id,item_id,borrower_organisation_id,channel,")


def test_whoever_asks_today_is_one_of_the_people_and_the_item_is_kept_for_them() -> None:
    assert {wish.item for wish in WISHES} == KEPT_FREE
    assert KEPT_FREE.isdisjoint(one.item for one in UNDER_WAY)
    assert {one.item for one in UNDER_WAY} | KEPT_FREE <= {one.key for one in agency_items()}
    for wish in WISHES:
        organisation = organisations()[wish.organisation]
        assert wish.by in people()
        assert wish.by in {organisation.holder, *organisation.editors, *organisation.members}
