"""What a lender looks at before answering, and the units that it chooses."""

from datetime import timedelta
from uuid import UUID

from loans_desk import line, week
from loans_papers import SIGNATORY
from ombelle_loans.availability.days import today_in_paris


def _span(first, last):
    return {"starts_on": str(first), "ends_on": str(last)}


async def test_a_lender_sees_what_is_free_who_else_asks_what_it_costs_and_what_would_be_signed(
    desk, people, stock
):
    college, town = await people.organisation(), await people.organisation("Mairie", "public_body")
    item = await stock.item(copies=2, title="Abeilles", insurance_value_cents=120_000)
    lender, (first, last) = people.lender(), week(0)
    other = await desk.row(town, item, "confirmed")  # the first copy, all the week
    request = await desk.ask(people.editor(college), college, line(item), signatory=SIGNATORY)
    loan = request["loans"][0]
    rival = await desk.row(town, item, "requested")
    found = await lender.get(f"/loans/{loan['id']}/approval")
    taken = {
        "code": "taken", "unit_id": str(item.units[0]), "days": _span(first, last),
        "detail": found["units"][0]["refusals"][0]["detail"],
    }  # fmt: skip
    neighbour = {
        "kind": "loan", "is_late": False, "blocked": _span(first, last), **_span(first, last),
        "loan": {"id": str(other), "number": found["units"][0]["in_the_way"][0]["loan"]["number"], "status": "confirmed",
                 "organisation": "Mairie"},
    }  # fmt: skip
    shared = {"name": None, "module_number": None, "state": "usable", "state_note": None, "place": None}
    codes = [unit["code"] for unit in found["units"]]
    assert found == {
        "loan_id": loan["id"],
        "is_possible": True,
        "blocked": _span(first, last),
        "refusals": [],
        "set_aside": [],
        "next_free": None,
        "units": [
            shared | {
                "id": str(item.units[0]), "code": codes[0], "copy_number": 1, "is_free": False, "is_chosen": False,
                "refusals": [taken], "in_the_way": [neighbour], "before": None, "after": None,
            },
            shared | {
                "id": str(item.units[1]), "code": codes[1], "copy_number": 2, "is_free": True, "is_chosen": True,
                "refusals": [], "in_the_way": [], "before": None, "after": None,
            },
        ],
        "rivals": [{
            "id": str(rival), "number": found["rivals"][0]["number"], "status": "requested", **_span(first, last),
            "organisation": {"id": str(town), "name": "Mairie", "kind": "public_body"},
            "since": found["rivals"][0]["since"],
        }],
        "fee": {"cents": None, "reason": None, "member_status": None, "tariff": None},
        "insurance": found["insurance"],
        "signatory": SIGNATORY,
        "agreement": found["agreement"],
        "agreement_problem": None,
        "today": str(today_in_paris()),
    }  # fmt: skip
    assert found["agreement"]["units"] == [{"code": codes[1], "name": "Exemplaire 2"}]
    assert {"name": "Outil", "value": "Abeilles"} in found["agreement"]["facts"]
    assert "Article 1. Objet" in found["agreement"]["text"]


async def test_who_does_not_lend_it_sees_nothing_of_it_and_an_answered_loan_has_nothing_to_study(
    desk, people, stock
):
    college, stranger, item = await people.organisation(), await people.organisation("B"), await stock.item()
    loan = await desk.held(college, item)
    path = f"/loans/{loan['id']}/approval"
    assert (await people.editor(college).get(path, 403))["code"] == "action_forbidden"
    assert (await people.editor(stranger).get(path, 404))["code"] == "loan_unknown"
    await desk.act(people.lender(), loan, "approve")
    assert (await people.lender().get(path, 409))["code"] == "action_impossible"


async def test_a_rule_that_the_lender_may_set_aside_is_told_apart_from_what_stands_against_the_loan(
    desk, people, stock
):
    college = await people.organisation()
    item = await stock.item(min_days=10)
    request = await desk.ask(people.editor(college), college, line(item, as_exception=True))
    loan, lender = request["loans"][0], people.lender()
    found = await lender.get(f"/loans/{loan['id']}/approval")
    assert (found["is_possible"], [one["code"] for one in found["set_aside"]]) == (True, ["too_short"])
    first, last = week(0)
    await stock.block(item.units[0], f"[{first},{last + timedelta(days=1)})", "maintenance")
    found = await lender.get(f"/loans/{loan['id']}/approval")
    assert (found["is_possible"], [one["code"] for one in found["refusals"]]) == (False, ["maintenance"])
    assert found["units"][0]["in_the_way"][0]["kind"] == "maintenance"
    assert found["next_free"] is not None


async def test_the_lender_chooses_which_units_go_out_of_a_hold_too(desk, people, stock):
    college, item = await people.organisation(), await stock.item(copies=2, modules=2)
    lender = people.lender()
    held = await desk.held(college, item)
    assert {UUID(unit["id"]) for unit in held["units"]} == set(item.units[:2])
    mixed = [str(item.units[2]), str(item.units[1])]
    for wrong in (mixed[:1], [*mixed, str(item.units[0])], [mixed[0], str(item.units[0])]):
        problem = await desk.act(lender, held, "approve", {"unit_ids": wrong}, status=422)
        assert problem["code"] == "units_wrong"
    approved = await desk.act(lender, held, "approve", {"unit_ids": mixed})
    assert {unit["id"] for unit in approved["units"]} == set(mixed)
    blocked = await people.connection.fetch("SELECT unit_id, kind FROM unit_block WHERE released_at IS NULL")
    assert {(str(row["unit_id"]), row["kind"]) for row in blocked} == {(unit, "loan") for unit in mixed}


async def test_a_unit_that_is_taken_is_not_to_be_chosen(desk, people, stock):
    college, town, item = (
        await people.organisation(),
        await people.organisation("B"),
        await stock.item(copies=2),
    )
    await desk.row(town, item, "confirmed")
    loan = await desk.held(college, item)
    problem = await desk.act(people.lender(), loan, "approve", {"unit_ids": [str(item.units[0])]}, status=409)
    assert problem["code"] == "taken"
    assert (await people.lender().get(f"/loans/{loan['id']}"))["units"] == loan["units"]
