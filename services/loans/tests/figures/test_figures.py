"""What figures count and what they leave out; who reads whose."""

from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from openpyxl import load_workbook


@pytest.fixture
async def lent(people, stock, desk):
    """Loans of one year and over its ends, of the agency's items and of a contributor's; returns the contributor."""
    owner, school = (
        await people.organisation("Musée", kind="museum_science_centre"),
        await people.organisation(),
    )
    town = await people.organisation("Ville", kind="local_authority")
    first = await stock.item(added_on=date(2020, 1, 1), themes=["health", "astronomy"])
    await stock.item(added_on=date(2025, 5, 1), retired_on=date(2025, 11, 1), slug="retired")
    await stock.item(added_on=date(2020, 1, 1), publication="draft", published_at=None, slug="draft")
    theirs = await stock.item(owner=owner, added_on=date(2020, 1, 1))
    for days, item, borrower, status, more in (
        ((date(2024, 12, 20), date(2025, 1, 10)), first, school, "closed", {"fee_cents": 5050}),
        ((date(2025, 3, 1), date(2025, 3, 1)), first, town, "closed", {"fee_cents": 3000}),
        ((date(2025, 12, 30), date(2026, 1, 5)), first, school, "returned", {}),
        ((date(2025, 6, 1), date(2025, 6, 5)), first, school, "cancelled", {"days_lost": 5}),
        ((date(2025, 7, 1), date(2025, 7, 5)), first, school, "cancelled", {"days_lost": 0}),
        ((date(2025, 8, 1), date(2025, 8, 5)), first, school, "declined", {}),
        ((date(2025, 9, 1), date(2025, 9, 10)), theirs, town, "closed", {}),
    ):  # fmt: skip
        settled = {"fee_state": "settled"} if "fee_cents" in more else {}
        if status in {"closed", "returned"}:
            more |= {"went_out_on": days[0], "returned_on": days[1]}
        await desk.row(borrower, item, status, starts_on=days[0], ends_on=days[1], **more, **settled)
    return owner


async def test_a_year_counts_what_begins_in_it_and_the_days_that_fall_in_it(people, lent):
    report = await people.lender().get("/reports/loans/2025")
    reference = report["top_items"][0]["item_id"]
    assert report["loans"] == {
        "items": 1, "items_by_category": {"light_exhibition": 1}, "new_items": 0, "new_formats": 0, "items_lent": 1,
        "use_rate_percent": 100.0, "loans": 2, "days_out": 10 + 1 + 2,
        "top_items": [{"item_id": reference, "loans": 2}], "top_items_days": 13, "cancelled": 1, "cancelled_days": 5,
        "fees_eur": 30, "evaluations": 0, "evaluation_rate_percent": 0.0,
        "satisfaction": {"very_satisfied": 0, "satisfied": 0, "not_very_satisfied": 0, "dissatisfied": 0},
        "audience": 0, "audience_method": {"estimated": 0, "counted": 0, "unknown": 0},
        "school_borrowers": 1, "school_borrowers_pass_culture": 0,
    }  # fmt: skip
    assert report["previous"]["loans"] == 1
    assert (report["previous"]["days_out"], report["previous"]["fees_eur"]) == (12, 50.5)
    assert report["years"] == [2025, 2024]
    assert report["by_theme"] == [
        {"value": "astronomy", "loans": 2, "days": 13, "borrowers": 2},
        {"value": "health", "loans": 2, "days": 13, "borrowers": 2},
    ]
    months = {one["value"]: (one["loans"], one["days"]) for one in report["by_month"]}
    assert (len(months), months["1"], months["3"], months["12"], months["6"]) == (
        12,
        (0, 10),
        (1, 1),
        (1, 2),
        (0, 0),
    )
    assert report["rules"]["version"] == 1


async def test_days_open_the_loans_that_have_them(people, lent):
    rows = await people.lender().get("/reports/loans/2025/rows", params={"figure": "days_out"})
    assert sorted((row["starts_on"], row["days"]) for row in rows["items"]) == [
        ("2024-12-20", 10), ("2025-03-01", 1), ("2025-12-30", 2),
    ]  # fmt: skip
    first = await people.lender().get("/reports/loans/2025/rows", params={"figure": "days_out", "limit": 2})
    query = {"figure": "days_out", "limit": 2, "after": first["next"]}
    second = await people.lender().get("/reports/loans/2025/rows", params=query)
    assert first["items"] + second["items"] == rows["items"]
    query = {"figure": "loans", "value": "1"}
    assert (await people.lender().get("/reports/loans/2025/rows", 422, params=query))[
        "code"
    ] == "invalid_input"


async def test_a_contributor_reads_its_own_figures_and_no_others(people, lent):
    editor, query = people.editor(lent), {"lender": str(lent)}
    report = await editor.get("/reports/loans/2025", params=query)
    assert (report["lender"], report["loans"]["loans"], report["loans"]["days_out"]) == (
        {"id": str(lent), "name": "Musée"}, 1, 10,
    )  # fmt: skip
    for path in ("/reports/loans/2025", "/reports/loans/2025.xlsx", "/reports/loans/2025/rows?figure=loans"):
        assert (await editor.get(path, 404))["code"] == "figures_unknown"
    stranger = people.editor(uuid4())
    assert (await stranger.get("/reports/loans/2025", 404, params=query))["code"] == "figures_unknown"
    await people.lender().get("/reports/loans/2025", params=query)
    await people.anonymous().get("/reports/loans/2025", 401)


async def test_the_workbook_holds_figures_rows_and_rules(people, lent):
    answer = await people.lender().call("GET", "/reports/loans/2025.xlsx")
    assert answer.headers["content-disposition"] == 'attachment; filename="prets-2025.xlsx"'
    book = load_workbook(BytesIO(answer.content))
    figures = {row[0]: row[1:] for row in book["Chiffres"].iter_rows(values_only=True)}
    assert figures["Prêts"] == (2, 1)
    assert figures["Jours de prêt"] == (13, 12)
    kinds = sorted(row[5] for row in book["Prêts"].iter_rows(min_row=2, values_only=True))
    assert kinds == ["Collectivité", "Collège"]
    assert book["Règles de comptage"].max_row > 10


async def test_a_year_without_anything_has_no_rates(people):
    report = await people.lender().get("/reports/loans/2001")
    loans = report["loans"]
    assert (loans["items"], loans["use_rate_percent"], loans["evaluation_rate_percent"], loans["top_items"]) == (
        0, None, None, [],
    )  # fmt: skip
    assert report["previous"] is None
