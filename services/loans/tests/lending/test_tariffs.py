"""Dated tariffs: one a day, for each lender and category."""

import asyncio
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ombelle_loans.lending.domain import Price

_TARIFF = {
    "lender": "agency", "category": "kit", "starts_on": "2026-01-01", "ends_on": None, "basis": "flat",
    "period_days": None, "member_cents": 0, "other_cents": 12_000,
}  # fmt: skip
_AGENCY = {"id": None, "name": "Ombelliscience"}


def _told(made, **more):
    return {
        **_TARIFF,
        "id": made["id"],
        "lender": _AGENCY,
        "version": 1,
        "allowed_actions": ["edit", "remove"],
    } | more


async def test_a_tariff_is_told_whole_and_ends(people):
    lender = people.lender()
    made = await lender.post("/tariffs", _TARIFF, 201)
    assert made == _told(made)
    ended = await lender.patch(f"/tariffs/{made['id']}", {"ends_on": "2026-08-31"}, if_match='"v1"')
    assert ended == _told(made, ends_on="2026-08-31", version=2)
    following = await lender.post("/tariffs", _TARIFF | {"starts_on": "2026-09-01", "basis": "per_period",
        "period_days": 30, "other_cents": 15_000}, 201)  # fmt: skip
    assert await lender.get("/tariffs") == {"items": [following, ended], "next": None, "total": 2}
    assert (await lender.get("/tariffs?lender=agency&on=2026-08-31"))["items"] == [ended]
    page = await lender.get("/tariffs?limit=1")
    assert (await lender.get(f"/tariffs?limit=1&after={page['next']}"))["items"] == [ended]
    await lender.delete(f"/tariffs/{following['id']}")
    await lender.get(f"/tariffs/{following['id']}", 404)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "status"),
    [
        ("2025-01-01", "2025-12-31", 201),
        ("2025-01-01", "2026-01-01", 409),
        ("2026-06-30", "2026-06-30", 409),
        ("2026-07-01", None, 201),
        ("2025-01-01", None, 409),
        ("2026-02-01", "2026-03-01", 409),
    ],
)
async def test_two_never_hold_on_one_day(people, starts_on, ends_on, status):
    lender = people.lender()
    first = await lender.post("/tariffs", _TARIFF | {"ends_on": "2026-06-30"}, 201)
    answer = await lender.post("/tariffs", _TARIFF | {"starts_on": starts_on, "ends_on": ends_on}, status)
    if status == 409:
        assert (answer["code"], answer["overlaps"]) == ("tariff_overlaps", [first["id"]])
    await lender.post("/tariffs", _TARIFF | {"category": "light_exhibition"}, 201)


async def test_of_tariffs_made_at_once_one_holds(people):
    lender = people.lender()
    answers = await asyncio.gather(*(lender.call("POST", "/tariffs", json=_TARIFF) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 7
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"tariff_overlaps"}


async def test_the_same_request_again_makes_no_second_one(people):
    lender, key = people.lender(), {"headers": {"Idempotency-Key": "once"}}
    made = await lender.post("/tariffs", _TARIFF, 201, **key)
    assert await lender.post("/tariffs", _TARIFF, 201, **key) == made


@pytest.mark.parametrize(
    "values",
    [
        {"ends_on": "2025-12-31"},
        {"basis": "per_period"},
        {"period_days": 3},
        {"other_cents": -1},
        {"member_cents": 1.5},
        {"category": "loan"},
    ],
)
async def test_what_is_no_tariff_is_refused(people, values):
    await people.lender().post("/tariffs", _TARIFF | values, 422)
    assert await people.connection.fetchval("SELECT count(*) FROM tariff") == 0


async def test_a_tariff_does_not_end_before_it_begins(people):
    made = await people.lender().post("/tariffs", _TARIFF, 201)
    refused = await people.lender().patch(f"/tariffs/{made['id']}", {"ends_on": "2025-12-31"}, 422)
    assert refused["errors"][0]["pointer"] == "/body/ends_on"


async def test_anothers_tariffs_are_nobodys_to_know_of(people):
    mine, other = await people.organisation("Écomusée"), await people.organisation("Muséum")
    editor = people.editor(mine)
    own = await editor.post("/tariffs", _TARIFF | {"lender": str(mine)}, 201)
    theirs = await people.editor(other).post("/tariffs", _TARIFF | {"lender": str(other)}, 201)
    assert (await editor.get("/tariffs"))["items"] == [own]
    await editor.get(f"/tariffs/{theirs['id']}", 404)
    await editor.patch(f"/tariffs/{theirs['id']}", {"ends_on": None}, 404)
    await editor.delete(f"/tariffs/{theirs['id']}", 404)
    await editor.post("/tariffs", _TARIFF, 404)
    assert (await people.lender().get("/tariffs"))["total"] == 2


@given(days=st.integers(1, 400), period=st.integers(1, 366), cents=st.integers(0, 10**6))
def test_each_period_begun_is_asked_for(days, period, cents):
    fee = Price("per_period", period, 0, cents).fee_cents(days, is_member=False)
    begun = len({day // period for day in range(days)})
    assert fee == cents * begun
    assert Price("flat", None, cents, 1).fee_cents(days, is_member=True) == cents


def test_a_loan_has_a_day():
    with pytest.raises(ValueError, match="a day"):
        Price("flat", None, 0, 0).fee_cents((date(2026, 1, 1) - date(2026, 1, 1)).days, is_member=True)


async def test_a_merged_lender_leaves_what_the_other_has_not_set(people):
    old, kept = await people.organisation("Ancien"), await people.organisation("Nouveau")
    await people.editor(old).patch(f"/lending-settings/{old}", {"hold_days": 3})
    await people.editor(old).post("/tariffs", _TARIFF | {"lender": str(old)}, 201)
    await people.editor(kept).post("/tariffs", _TARIFF | {"lender": str(kept), "other_cents": 1}, 201)
    fact = {"organisation_id": str(old), "into": str(kept)}
    await people.delivers("organisation.merged", str(old), fact, 2)
    assert (await people.editor(kept).get(f"/lending-settings/{kept}"))["hold_days"] == 3
    held = (await people.editor(kept).get("/tariffs"))["items"]
    assert [one["other_cents"] for one in held] == [1]
