"""Maintenance, internal use and closures: who sees and changes them, what is in the way, races, merges."""

import asyncio
from collections import Counter
from uuid import uuid4

import pytest

WEEK = {"starts_on": "2027-03-08", "ends_on": "2027-03-12"}


def repair(*units, **values):
    return {
        "kind": "maintenance",
        "units": [str(unit) for unit in units],
        "reason": "Roll-up déchiré",
        **WEEK,
        **values,
    }


async def test_units_are_blocked_together_changed_and_released(people, stock):
    item = await stock.item(modules=2, slug="pop-up")
    lender = people.lender()
    made = await lender.post("/blocks", repair(*item.units), 201)
    first, second = sorted(made["items"], key=lambda one: one["module_number"])
    codes = await people.connection.fetch("SELECT code FROM unit ORDER BY module_number")
    assert first == {
        "id": first["id"],
        "unit_id": str(item.units[0]),
        "unit_code": codes[0]["code"],
        "unit_name": "",
        "copy_number": 1,
        "module_number": 1,
        "format_id": str(item.format_id),
        "item_id": str(item.id),
        "slug": "pop-up",
        "title": "Pop-up de l'histoire naturelle",
        "kind": "maintenance",
        "starts_on": "2027-03-08",
        "ends_on": "2027-03-12",
        "reason": "Roll-up déchiré",
        "released_at": None,
        "version": 1,
        "allowed_actions": ["edit", "release"],
    }
    path = f"/blocks/{first['id']}"
    changed = await lender.patch(
        path, {"starts_on": "2027-03-09", "ends_on": "2027-03-19", "reason": None}, if_match='"v1"'
    )
    assert changed == first | {
        "starts_on": "2027-03-09",
        "ends_on": "2027-03-19",
        "reason": None,
        "version": 2,
    }
    stale = await lender.patch(path, WEEK, 412, if_match='"v1"')
    assert stale["current"] == changed
    assert (await lender.patch(path, WEEK, 428, if_match=None))["code"] == "version_needed"
    released = await lender.post(f"{path}/release")
    assert (released["version"], released["allowed_actions"]) == (3, [])
    assert released["released_at"] is not None
    for refused in (lender.post(f"{path}/release", None, 409), lender.patch(path, WEEK, 409)):
        assert (await refused)["code"] == "block_released"
    assert await lender.get("/blocks?released=false") == {"items": [second], "next": None, "total": 1}
    assert (await lender.get(path)) == released


async def test_what_is_in_the_way_is_told_and_nothing_is_blocked(people, stock):
    item = await stock.item(modules=2)
    loan = uuid4()
    block = await stock.block(
        item.units[1], "[2027-03-12,2027-03-20]", blocked="[2027-03-11,2027-03-22]", loan_id=loan
    )
    lender = people.lender()
    problem = await lender.post("/blocks", repair(*item.units), 409)
    code = await people.connection.fetchval("SELECT code FROM unit WHERE id = $1", item.units[1])
    assert (problem["code"], problem["in_the_way"]) == (
        "unit_busy",
        [
            {
                "block_id": str(block), "unit_id": str(item.units[1]), "unit_name": "", "unit_code": code,
                "kind": "loan", "loan_id": str(loan), "starts_on": "2027-03-12", "ends_on": "2027-03-20",
                "blocked_from": "2027-03-11", "blocked_until": "2027-03-22",
            }
        ],
    )  # fmt: skip
    assert (await lender.get("/blocks"))["total"] == 0
    [made] = (
        await lender.post("/blocks", repair(item.units[1], starts_on="2027-03-01", ends_on="2027-03-05"), 201)
    )["items"]
    busy = await lender.patch(
        f"/blocks/{made['id']}", {"starts_on": "2027-03-01", "ends_on": "2027-03-11"}, 409
    )
    assert busy["code"] == "unit_busy"
    assert (await lender.get(f"/blocks/{made['id']}"))["version"] == 1


async def test_of_many_who_block_a_unit_one_does_and_the_others_are_told(people, stock):
    item = await stock.item(modules=3)
    lender = people.lender()
    answers = await asyncio.gather(
        *(lender.call("POST", "/blocks", json=repair(*item.units)) for _ in range(8))
    )
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 7}


@pytest.mark.parametrize(
    ("values", "pointer"),
    [
        ({"ends_on": "2027-03-07"}, "/body"),
        ({"ends_on": "2047-03-07"}, "/body"),
        ({"kind": "loan"}, "/body/kind"),
        ({"units": []}, "/body/units"),
        ({"units": [str(uuid4())]}, "/body/units/0"),
        ({"starts_on": "0001-01-01"}, "/body/starts_on"),
    ],
)
async def test_a_block_that_is_none_is_refused(people, stock, values, pointer):
    item = await stock.item()
    problem = await people.lender().post("/blocks", repair(*item.units) | values, 422)
    assert [error["pointer"] for error in problem["errors"]] == [pointer]


async def test_each_lender_has_its_own(people, stock):
    owner, stranger = await people.organisation("Muséum"), await people.organisation("Collège")
    item = await stock.item(owner=owner)
    [made] = (await people.editor(owner).post("/blocks", repair(*item.units), 201))["items"]
    other = people.editor(stranger)
    assert (await other.get("/blocks"))["total"] == 0
    path = f"/blocks/{made['id']}"
    for refused in (
        other.get(path, 404),
        other.patch(path, WEEK, 404),
        other.post(f"{path}/release", None, 404),
    ):
        assert (await refused)["code"] == "block_unknown"
    assert (
        await other.post(
            "/blocks",
            repair(
                *item.units,
            ),
            422,
        )
    )["errors"][0]["code"] == "unit_unknown"
    read = people.program(owner, "loans:read")
    assert (await read.get(path))["allowed_actions"] == []
    assert (await read.post(f"{path}/release", None, 403))["code"] == "scope_missing"
    assert (await people.lender().get("/blocks"))["total"] == 1


async def test_a_loan_is_no_block_of_this_list(people, stock):
    item = await stock.item()
    loan = await stock.block(item.units[0], "[2027-03-08,2027-03-12]")
    assert (await people.lender().get(f"/blocks/{loan}", 404))["code"] == "block_unknown"


async def test_the_same_request_sent_again_blocks_once(people, stock):
    item = await stock.item()
    lender, key = people.lender(), {"Idempotency-Key": "une-fois"}
    first = await lender.post("/blocks", repair(*item.units), 201, headers=key)
    assert await lender.post("/blocks", repair(*item.units), 201, headers=key) == first


async def test_a_closure_is_made_changed_and_removed(people):
    lender = people.lender()
    body = {"starts_on": "2027-08-02", "ends_on": "2027-08-20", "label": "Fermeture d'été"}
    made = await lender.post("/closures", body, 201)
    assert made == body | {
        "id": made["id"], "organisation_id": None, "version": 1, "allowed_actions": ["edit", "remove"],
    }  # fmt: skip
    path = f"/closures/{made['id']}"
    changed = await lender.patch(path, body | {"ends_on": "2027-08-27"}, if_match='"v1"')
    assert changed == made | {"ends_on": "2027-08-27", "version": 2}
    assert (await lender.patch(path, body, 412, if_match='"v1"'))["current"] == changed
    assert await lender.get("/closures?from=2027-08-27&to=2027-12-31") == {
        "items": [changed],
        "next": None,
        "total": 1,
    }
    assert (await lender.get("/closures?from=2027-08-28"))["total"] == 0
    await lender.delete(path)
    assert (await lender.get(path, 404))["code"] == "closure_unknown"


@pytest.mark.parametrize("last", ["2027-08-01", "2028-08-02"])
async def test_a_closure_ends_after_it_begins_and_within_a_year(people, last):
    body = {"starts_on": "2027-08-02", "ends_on": last, "label": "Travaux"}
    assert (await people.lender().post("/closures", body, 422))["errors"][0]["pointer"] == "/body"


async def test_each_lender_closes_for_itself(people, stock):
    owner, stranger = await people.organisation("Muséum"), await people.organisation("Collège")
    body = {"starts_on": "2027-08-02", "ends_on": "2027-08-20", "label": "Congés"}
    made = await people.editor(owner).post("/closures", body | {"lender": str(owner)}, 201)
    other = people.editor(stranger)
    assert (await other.get(f"/closures/{made['id']}", 404))["code"] == "closure_unknown"
    await other.delete(f"/closures/{made['id']}", 404)
    for lender in ("agency", str(owner), str(uuid4())):
        assert (await other.post("/closures", body | {"lender": lender}, 404))["code"] == "lender_unknown"
    assert (await other.get("/closures"))["total"] == 0
    assert (await people.lender().get("/closures?lender=agency"))["total"] == 0
    assert (await people.lender().get(f"/closures?lender={owner}"))["total"] == 1


async def test_closures_follow_a_merge(people, stock):
    one, other = await people.organisation("Muséum"), await people.organisation("Musée")
    await stock.closure("[2027-08-02,2027-08-20]", organisation_id=one)
    await people.delivers(
        "organisation.merged", str(one), {"organisation_id": str(one), "into": str(other)}, 2
    )
    assert (await people.editor(other).get("/closures"))["items"][0]["organisation_id"] == str(other)
