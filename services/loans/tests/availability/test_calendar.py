"""The public calendar of an item, and whether days are free: whole bodies, caches, bad input, statements."""

import json
from uuid import uuid4

import pytest


def _unit(unit, number, busy, module=None):
    return {
        "id": str(unit), "name": "", "copy_number": number, "module_number": module, "is_usable": True, "busy": busy,
    }  # fmt: skip


def busy(starts_on, ends_on, code):
    return {"starts_on": starts_on, "ends_on": ends_on, "code": code}


async def test_the_calendar_tells_when_an_item_is_free_and_never_who_has_it(people, stock, monday):
    await stock.settings(
        buffer_before_days=1, buffer_after_days=2, notice_days=10, min_days=7, max_days=60,
        near_departments=["80"], far_buffer_before_days=3, far_buffer_after_days=3,
    )  # fmt: skip
    await stock.closure("[2027-03-15,2027-03-19]", "Inventaire")
    item = await stock.item(copies=2, slug="pop-up")
    first, second = item.units
    await stock.block(first, "[2027-03-08,2027-03-12]", blocked="[2027-03-05,2027-03-23]")
    await stock.block(second, "[2027-03-10,2027-03-11]", "maintenance")
    await stock.block(first, "[2027-04-12,2027-04-16]", "loan", released_at="now()")
    found = await people.anonymous().get("/catalogue/pop-up/availability?from=2027-03-01&to=2027-03-31")
    assert found == {
        "item_id": str(item.id),
        "slug": "pop-up",
        "starts_on": "2027-03-01",
        "ends_on": "2027-03-31",
        "today": "2027-03-01",
        "is_lent_here": True,
        "first_day": "2027-03-11",
        "notice_days": 10,
        "min_days": 7,
        "max_days": 60,
        "opening_days": [1, 2, 3, 4, 5],
        "closed": [
            {"starts_on": "2027-03-15", "ends_on": "2027-03-19", "code": "closed_day", "label": "Inventaire"},
            {"starts_on": "2027-03-29", "ends_on": "2027-03-29", "code": "holiday", "label": "Lundi de Pâques"},
        ],
        "formats": [
            {
                "id": str(item.format_id),
                "format": "panels",
                "label": None,
                "retired_on": None,
                "buffer_before_days": 1,
                "buffer_after_days": 2,
                "busy": [
                    busy("2027-03-08", "2027-03-12", "taken"),
                ],
                "next_free": {"starts_on": "2027-03-22", "ends_on": "2027-03-30"},
                "units": [
                    _unit(first, 1, [
                        busy("2027-03-03", "2027-03-07", "buffer"), busy("2027-03-08", "2027-03-12", "taken"),
                        busy("2027-03-13", "2027-03-24", "buffer"),
                    ]),
                    _unit(second, 2, [
                        busy("2027-03-08", "2027-03-09", "buffer"), busy("2027-03-10", "2027-03-11", "maintenance"),
                        busy("2027-03-12", "2027-03-12", "buffer"),
                    ]),
                ],
            }
        ],
    }  # fmt: skip
    far = await people.anonymous().get(f"/catalogue/{item.id}/availability?department=59")
    assert (far["formats"][0]["buffer_before_days"], far["ends_on"]) == (3, "2028-02-29")
    assert "loan_id" not in json.dumps(found)


async def test_whether_days_are_free_and_which_units_serve(people, stock, monday):
    item = await stock.item(modules=3, slug="pop-up")
    await stock.block(item.units[1], "[2027-03-10,2027-03-12]", "hold", expires_at="now() + interval '1 day'")
    path = "/catalogue/pop-up/availability/check?starts_on=2027-03-08&ends_on=2027-03-12"
    days = {"starts_on": "2027-03-08", "ends_on": "2027-03-12"}
    base = {"item_id": str(item.id), "format_id": str(item.format_id), "blocked": days, **days}
    refused = await people.anonymous().get(path)
    assert refused == base | {
        "is_free": False,
        "unit_ids": [],
        "refusals": [
            {
                "code": "hold",
                "detail": "Une option est posée du mercredi 10 mars 2027 au vendredi 12 mars 2027.",
                "unit_id": str(item.units[1]),
                "days": {"starts_on": "2027-03-10", "ends_on": "2027-03-12"},
            }
        ],
        "next_free": {"starts_on": "2027-03-15", "ends_on": "2027-03-19"},
    }
    free = await people.anonymous().get(f"{path}&modules=1&modules=3")
    assert free == base | {
        "is_free": True,
        "unit_ids": [str(item.units[0]), str(item.units[2])],
        "refusals": [],
        "next_free": None,
    }
    assert await people.anonymous().get(f"{path}&modules=1,3") == free
    chosen = await people.anonymous().get(f"{path}&units={item.units[1]}&units={item.units[2]}")
    assert [one["code"] for one in chosen["refusals"]] == ["hold"]
    copies = await people.anonymous().get(f"{path}&copies=2")
    assert [one["code"] for one in copies["refusals"]] == ["no_unit", "no_unit", "no_unit"][:1]


async def test_a_caller_that_has_the_calendar_is_told_so(people, stock, monday):
    item = await stock.item(slug="pop-up")
    path = "/catalogue/pop-up/availability"
    first = await people.anonymous().call("GET", path)
    assert first.headers["cache-control"] == "public, no-cache"
    same = {"headers": {"If-None-Match": first.headers["etag"]}}
    assert (await people.anonymous().call("GET", path, **same)).status_code == 304
    await stock.block(item.units[0], "[2027-03-10,2027-03-12]")
    assert (await people.anonymous().call("GET", path, **same)).status_code == 200


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("from=2027-03-10&to=2027-03-09", "/query/to"),
        ("from=2027-03-10&to=2029-03-10", "/query/to"),
        ("from=2020-01-01", "/query/from"),
        ("from=2127-01-01", "/query/from"),
        ("from=hier", "/query/from"),
        ("copies=0", "/query/copies"),
        ("modules=0", "/query/modules/0"),
        ("department=Somme", "/query/department"),
        ("frm=2027-03-10", "/query/frm"),
    ],
)
async def test_a_window_that_is_none_is_refused(people, stock, monday, query, pointer):
    await stock.item(slug="pop-up")
    problem = await people.anonymous().get(f"/catalogue/pop-up/availability?{query}", 422)
    assert [error["pointer"] for error in problem["errors"]] == [pointer]


@pytest.mark.parametrize(
    ("days", "pointer"),
    [
        ("starts_on=2027-03-10&ends_on=2027-03-09", "/query/ends_on"),
        ("starts_on=0001-01-01&ends_on=2027-03-09", "/query/starts_on"),
        ("starts_on=2027-03-10&ends_on=9999-12-31", "/query/ends_on"),
        ("starts_on=2027-03-10", "/query/ends_on"),
    ],
)
async def test_days_that_are_no_loan_are_refused(people, stock, monday, days, pointer):
    await stock.item(slug="pop-up")
    problem = await people.anonymous().get(f"/catalogue/pop-up/availability/check?{days}", 422)
    assert [error["pointer"] for error in problem["errors"]] == [pointer]


@pytest.mark.parametrize(
    ("days", "codes"),
    [
        ("starts_on=2027-03-08&ends_on=2127-03-10", ["too_long"]),
        ("starts_on=2140-01-04&ends_on=2140-01-08", ["too_far"]),
        ("starts_on=2017-03-06&ends_on=2017-03-10", ["in_the_past"]),
    ],
)
async def test_a_hundred_years_the_past_and_the_far_future_are_answered(people, stock, monday, days, codes):
    await stock.item(slug="pop-up")
    found = await people.anonymous().get(f"/catalogue/pop-up/availability/check?{days}")
    assert [one["code"] for one in found["refusals"]] == codes


async def test_nothing_is_told_of_an_item_that_is_not_published(people, stock, monday):
    draft = await stock.item(publication="draft", published_at=None)
    for name in (draft.slug, draft.id, uuid4(), "rien"):
        assert (await people.anonymous().get(f"/catalogue/{name}/availability", 404))[
            "code"
        ] == "item_unknown"


async def test_of_several_formats_one_is_named(people, stock, monday):
    item = await stock.item(slug="pop-up")
    other = await stock.format(item.id, format="roll_up", position=1)
    await stock.unit(other)
    days = "starts_on=2027-03-08&ends_on=2027-03-12"
    anonymous = people.anonymous()
    problem = await anonymous.get(f"/catalogue/pop-up/availability/check?{days}", 422)
    assert problem["errors"][0]["pointer"] == "/query/format"
    found = await anonymous.get(f"/catalogue/pop-up/availability/check?{days}&format={other}")
    assert found["is_free"] is True
    shown = await anonymous.get("/catalogue/pop-up/availability")
    assert [one["id"] for one in shown["formats"]] == [str(item.format_id), str(other)]
    one = await anonymous.get(f"/catalogue/pop-up/availability?format={other}")
    assert [one["id"] for one in one["formats"]] == [str(other)]
    unknown = await anonymous.get(f"/catalogue/pop-up/availability?format={uuid4()}", 404)
    assert unknown["code"] == "format_unknown"


async def test_an_item_that_is_asked_of_its_owner_says_so(people, stock, monday):
    owner = await people.organisation("Muséum")
    await stock.item(slug="ailleurs", owner=owner, handling="forwarded", contact_email="prets@museum.example")
    days = "starts_on=2027-03-08&ends_on=2027-03-12"
    found = await people.anonymous().get(f"/catalogue/ailleurs/availability/check?{days}")
    assert [one["code"] for one in found["refusals"]] == ["not_lent_here"]


async def test_the_number_of_statements_does_not_grow(people, stock, monday, statements, period):
    item = await stock.item(copies=1, slug="pop-up")
    counts, sizes = [], []
    for copies in (2, 4, 30):
        unit = await stock.unit(item.format_id, copy_number=copies)
        for week in range(copies):
            await stock.block(unit, period(7 * week, 5))
        statements.clear()
        answer = await people.anonymous().call("GET", "/catalogue/pop-up/availability")
        counts.append(len(statements))
        sizes.append(len(answer.content))
    assert counts == [2, 2, 2]
    assert sizes[0] < sizes[1] < sizes[2]
