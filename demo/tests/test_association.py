"""The season's association: sixty members, a board whose history keeps the rules on any day, fees that add up."""

from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise

import pytest
from ombelle_demo.season.association.paying import INVOICED
from ombelle_demo.season.association.tables import AMOUNTS, PARTLY, tables
from ombelle_demo.season.association.words import bureau, elections, members, persons, posts, speakers
from ombelle_demo.season.library import people
from stdnum import luhn

DAYS = [date(2026, 11, 22), date(2027, 1, 3), date(2027, 7, 1), date(2028, 2, 29), date(2031, 5, 6)]


def test_60_members_of_four_colleges() -> None:
    running = [row for row in tables(DAYS[0])["members"] if "left_on" not in row]
    assert Counter(row["kind"] for row in running) == {"legal": 53, "natural": 7}
    assert {row["college"] for row in running} == {"A", "B", "C", "D"}
    assert len({one.name for one in members().values()}) == 53
    accounts = [one.account for one in (*persons().values(), *speakers().values()) if one.account]
    assert len(set(accounts)) == len(accounts)
    assert set(accounts) <= set(people())


def test_organisations_have_a_siret_each_that_nobody_has() -> None:
    sirets = [one.siret for one in members().values()]
    assert len({siret for siret in sirets if siret and luhn.is_valid(siret)}) == len(sirets)
    assert all(siret and siret.startswith("000") and luhn.is_valid(siret[:9]) for siret in sirets)


def test_chorus_pro_is_for_public_bodies_that_owe_something_yet() -> None:
    assert {members()[key].kind for key in INVOICED} == {"local_authority", "college"}
    assert set(INVOICED) <= set(PARTLY)


@pytest.mark.parametrize("today", DAYS)
def test_the_board_keeps_the_rules_on_any_day(today: date) -> None:
    rows = tables(today)
    assert rows == tables(today)
    members_of = {row["member_id"]: row for row in rows["members"]}
    held, sat = defaultdict(list), defaultdict(list)
    for term in rows["board_terms"]:
        assert members_of[term["member_id"]]["joined_on"] <= term["elected_on"] < today
        assert members_of[term["member_id"]]["college"] == term["college"]
        held[term["post"]].append(term)
    assert len(held) == len(posts()) == 16
    for terms in held.values():
        for one, following in pairwise(terms):
            assert one.get("ended_on", following["elected_on"]) <= following["elected_on"]
        for one, following in [*pairwise(terms), (terms[-1], {"elected_on": date.max})]:
            sat[one["member_id"]].append((one["elected_on"], one.get("ended_on", following["elected_on"])))
    for spells in sat.values():
        assert all(one[1] <= other[0] for one, other in pairwise(sorted(spells)))
    on = date(2023, 5, 5)
    seated = {member for member, spells in sat.items() if any(first <= on < last for first, last in spells)}
    assert len(seated) == 16
    assert sum(members_of[one]["kind"] == "natural" for one in seated) == 2
    held = {(row["role"], row["elected_on"]) for row in rows["officers"]}
    assert held == {(role, day) for day, _ in list(elections(today))[:-1] for role in bureau(day.year)}
    for day, _ in elections(today):
        officers = bureau(day.year)
        assert len(set(officers.values())) == 4
        for member in officers.values():
            assert any(first <= day < last for first, last in sat[member]), (day, member)


@pytest.mark.parametrize("today", DAYS)
def test_fees_are_those_of_the_tariff_and_never_of_tomorrow(today: date) -> None:
    rows = tables(today)
    categories = {row["member_id"]: row["fee_category"] for row in rows["members"]}
    fees = rows["fees"]
    assert len({(row["member_id"], row["year"]) for row in fees}) == len(fees)
    for row in fees:
        assert row["amount_eur"] == AMOUNTS[categories[row["member_id"]]]
        assert row["called_on"] < today
        assert row["called_on"] < row.get("paid_on", today) <= today
    references = [row["reference"] for row in fees if "reference" in row]
    assert len(set(references)) == len(references)
    assert all(row["held_on"] < today and row["held_on"].weekday() < 5 for row in rows["meetings"])
