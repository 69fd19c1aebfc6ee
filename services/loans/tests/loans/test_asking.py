"""Requests: sent whole or not at all, held, waiting or asked for as an exception; who may, and what is refused."""

import asyncio
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from loans_desk import PLACE, line, week
from ombelle_loans.availability.days import today_in_paris
from ombelle_loans.loans.jobs import settle_fees

SIGNATORY = {"name": "Ada Lovelace", "capacity": "Principale", "email": "ada@exemple.fr"}


TARIFF = {
    "basis": "flat",
    "period_days": None,
    "member_cents": 5000,
    "other_cents": 12000,
    "since": "2020-01-01",
}


async def _tariff(connection, owner=None, **values):
    values = {"basis": "flat", "member": 5000, "other": 12000} | values
    return await connection.fetchval(
        "INSERT INTO tariff (organisation_id, category, in_force, basis, period_days, member_cents, other_cents) "
        "VALUES ($1, 'light_exhibition', '[2020-01-01,)', $2, $3, $4, $5) RETURNING id",
        *(owner, values["basis"], values.get("days"), values["member"], values["other"]),
    )


async def test_a_request_of_two_items_holds_both_and_says_all_of_it(desk, people, stock, membership):
    college = await people.organisation("Collège Berlioz")
    await stock.settings(
        buffer_before_days=1, buffer_after_days=2, hold_days=10, email="prets@ombelle.example"
    )
    tariff = await _tariff(people.connection)
    membership.members = {college: True}
    whole, parts = await stock.item(title="Abeilles"), await stock.item(copies=2, modules=3, title="Ciel")
    ada = people.editor(college)
    request = await desk.ask(
        ada, college, line(whole), line(parts, 1, modules=[1, 3]), signatory=SIGNATORY, message="Merci !"
    )
    first, last = week(0)
    one, two = request["loans"]
    unit = await people.connection.fetchrow("SELECT * FROM unit WHERE id = $1", whole.units[0])
    assert request == {
        "id": request["id"],
        "number": request["number"],
        "organisation": {"id": str(college), "name": "Collège Berlioz", "kind": "college"},
        "place_of_use": PLACE | {"department": "80"},
        "signatory": SIGNATORY,
        "channel": "direct",
        "pass_culture": None,
        "message": "Merci !",
        "loans": [one, two],
        "version": 1,
        "created_at": request["created_at"],
        "updated_at": request["created_at"],
        "allowed_actions": ["edit"],
    }
    assert one == {
        "id": one["id"],
        "number": one["number"],
        "request": {"id": request["id"], "number": request["number"], "channel": "direct"},
        "status": "held",
        "item": {
            "id": str(whole.id), "slug": whole.slug, "title": "Abeilles", "category": "light_exhibition", "owner": None,
        },
        "format": {"id": str(whole.format_id), "format": "panels", "label": None},
        "modules": None,
        "units": [
            {"id": str(unit["id"]), "code": unit["code"], "name": None, "copy_number": 1, "module_number": None}
        ],
        "organisation": {"id": str(college), "name": "Collège Berlioz", "kind": "college"},
        "place_of_use": PLACE | {"department": "80"},
        "starts_on": first.isoformat(),
        "ends_on": last.isoformat(),
        "days": 5,
        "blocked": {
            "starts_on": (first - timedelta(days=3)).isoformat(), "ends_on": (last + timedelta(days=4)).isoformat(),
        },
        "is_late": False,
        "is_at_risk": False,
        "hold": {"until": one["hold"]["until"], "offered_at": None, "offer_accepted_at": None},
        "waiting": None,
        "decline_reason": None,
        "cancellation": None,
        "extension": None,
        "fee": {
            "state": "settled", "cents": 5000, "reason": None, "tariff_id": str(tariff), "tariff": TARIFF,
            "member_status": {"is_member": True, "on": first.isoformat()},
        },
        "papers": {
            "agreement_id": None, "signed_agreement_id": None, "insurance_asked": None,
            "insurance_certificate_id": None, "insurance_waiver": None, "certificates_waiting": 0,
            "condition_report_out_id": None, "condition_report_in_id": None,
        },
        "went_out_on": None,
        "returned_on": None,
        "version": 1,
        "created_at": one["created_at"],
        "updated_at": one["created_at"],
        "allowed_actions": ["edit", "cancel"],
    }  # fmt: skip
    assert [(unit["copy_number"], unit["module_number"]) for unit in two["units"]] == [(1, 1), (1, 3)]
    assert (two["modules"], two["status"]) == ([1, 3], "held")
    assert sorted(membership.asked) == sorted([(college, week(0)[0]), (college, week(1)[0])])
    assert await people.lender().get(f"/loan-requests/{request['id']}") == request | {
        "loans": [
            loan | {"allowed_actions": ["edit", "hold", "approve", "decline", "settle_fee", "cancel"]}
            for loan in request["loans"]
        ]
    }
    assert await ada.get(f"/loans/{one['id']}") == one
    number = request["number"]
    assert await desk.mails() == [
        ("loan-asked", str(college), f"Votre demande de prêt n° {number} est enregistrée"),
        ("loan-asked", "prets@ombelle.example", f"Demande de prêt n° {number} de Collège Berlioz"),
    ]
    assert await desk.notices() == [("loan.requested", str(college), "held")] * 2
    assert (
        await people.connection.fetchval("SELECT count(*) FROM audit_entry WHERE action = 'loan_requested'")
        >= 1
    )
    history = await ada.get(f"/loans/{one['id']}/history")
    assert history == {
        "items": [
            {
                "id": history["items"][0]["id"], "at": history["items"][0]["at"], "action": "ask",
                "label": "Prêt demandé", "part": "borrower", "is_mine": True, "status": "held", "reason": None,
                "changes": [],
            }
        ],
        "next": None,
    }  # fmt: skip


async def test_whoever_stands_on_neither_side_knows_of_nothing(desk, people, stock):
    college, other, owner = [await people.organisation(name) for name in ("Berlioz", "Autre", "Musée")]
    ours, theirs = await stock.item(), await stock.item(owner=owner)
    request = await desk.ask(people.editor(college), college, line(ours), line(theirs))
    mine, owned = request["loans"]
    for stranger in (
        people.editor(other),
        people.account(),
        people.program(other, "loans:read", "loans:write"),
    ):
        await stranger.get(f"/loan-requests/{request['id']}", 404)
        assert (await stranger.get("/loans"))["items"] == []
        assert await stranger.get("/loan-requests") == {"items": [], "next": None, "total": 0}
        for loan in request["loans"]:
            await stranger.get(f"/loans/{loan['id']}", 404)
            await stranger.get(f"/loans/{loan['id']}/history", 404)
            problem = await desk.act(stranger, loan, "cancel", {"reason": "x"}, 404)
            assert problem["code"] == "loan_unknown"
            await stranger.patch(f"/loans/{loan['id']}", {"ends_on": "2030-01-01"}, 404)
        await stranger.patch(f"/loan-requests/{request['id']}", {"message": "x"}, 404)
    keeper = people.editor(owner)
    seen = await keeper.get(f"/loan-requests/{request['id']}")
    assert [loan["id"] for loan in seen["loans"]] == [owned["id"]]
    await keeper.get(f"/loans/{mine['id']}", 404)
    await desk.act(keeper, owned, "approve")
    for someone, found in ((people.lender(), {mine["id"], owned["id"]}), (keeper, {owned["id"]})):
        listed = await someone.get("/loans")
        assert ({loan["id"] for loan in listed["items"]}, listed["total"]) == (found, len(found))


async def test_a_program_asks_within_its_scopes_and_never_lends(desk, people, stock):
    college, owner = await people.organisation(), await people.organisation("Musée")
    item = await stock.item(owner=owner)
    reads = people.program(college, "loans:read")
    assert (await desk.ask(reads, college, line(item), status=403))["code"] == "scope_missing"
    writes = people.program(college, "loans:read", "loans:write")
    loan = (await desk.ask(writes, college, line(item)))["loans"][0]
    assert loan["allowed_actions"] == ["edit", "cancel"]
    assert (await reads.get(f"/loans/{loan['id']}"))["allowed_actions"] == []
    lends = people.program(owner, "loans:read", "loans:write")
    assert (await lends.get(f"/loans/{loan['id']}"))["allowed_actions"] == []
    assert (await desk.act(lends, loan, "approve", status=403))["code"] == "action_forbidden"


async def test_nobody_asks_for_another_organisation_but_the_lender(desk, people, stock):
    college, item = await people.organisation(), await stock.item()
    problem = await desk.ask(people.editor(uuid4()), college, line(item), status=403)
    assert problem["code"] == "organisation_not_yours"
    lender = people.lender()
    request = await desk.ask(lender, college, line(item))
    assert (await lender.get(f"/loans/{request['loans'][0]['id']}/history"))["items"][0]["part"] == "lender"
    gone = uuid4()
    problem = await desk.ask(lender, gone, line(item, 1), status=422)
    assert (problem["code"], problem["errors"][0]["pointer"]) == (
        "organisation_unknown",
        "/body/organisation_id",
    )


@pytest.mark.parametrize(
    ("first", "last", "pointer"),
    [
        (5, 4, "ends_on"),
        (5, 36_525, "ends_on"),
        (36_525, 36_530, "starts_on"),
        (-40_000, -39_990, "starts_on"),
    ],
)
async def test_days_that_make_no_loan_are_refused(desk, people, stock, first, last, pointer):
    college, item, today = await people.organisation(), await stock.item(), today_in_paris()
    days = {"starts_on": str(today + timedelta(days=first)), "ends_on": str(today + timedelta(days=last))}
    problem = await desk.ask(people.editor(college), college, line(item) | days, status=422)
    assert (problem["code"], problem["errors"][0]["pointer"]) == ("dates_wrong", f"/body/loans/0/{pointer}")
    assert await desk.blocks() == []


async def test_what_cannot_be_had_is_told_item_by_item_and_nothing_is_kept(desk, people, stock):
    college, today = await people.organisation(), today_in_paris()
    retired = await stock.item(retired_on=today, added_on=date(2020, 1, 1))
    elsewhere = await stock.item(owner=college, handling="contact_only", contact_phone="03 22 00 00 00")
    free = await stock.item()
    past = {"starts_on": str(today - timedelta(days=9)), "ends_on": str(today - timedelta(days=5))}
    lines = [line(free), line(retired), line(elsewhere), line(free, 2) | past]
    problem = await desk.ask(people.editor(college), college, *lines, status=409)
    assert problem["code"] == "not_available"
    assert [(one["pointer"], one["code"]) for one in problem["errors"]] == [
        ("/body/loans/1", "retired"), ("/body/loans/2", "not_lent_here"), ("/body/loans/3", "in_the_past"),
    ]  # fmt: skip
    assert [(one["index"], one["refusals"][0]["code"]) for one in problem["loans"]] == [
        (1, "retired"), (2, "not_lent_here"), (3, "in_the_past"),
    ]  # fmt: skip
    assert await people.connection.fetchval("SELECT count(*) FROM loan_request") == 0
    assert await desk.blocks() == []


async def test_an_item_is_meant_by_one_of_its_formats_and_modules(desk, people, stock):
    college, two, whole = await people.organisation(), await stock.item(), await stock.item()
    await stock.unit(await stock.format(two.id, format="roll_up"))
    draft = await stock.item(publication="draft", published_at=None)
    wrong = [
        (line(two), "format_id"),
        (line(whole, format_id=str(two.format_id)), "format_id"),
        (line(whole, modules=[1]), "modules"),
        (line(draft), "item_id"),
        (line(whole) | {"item_id": str(uuid4())}, "item_id"),
    ]
    for asked, name in wrong:
        problem = await desk.ask(people.editor(college), college, asked, status=422)
        assert (problem["code"], problem["errors"][0]["pointer"]) == ("item_unknown", f"/body/loans/0/{name}")


async def test_of_whom_an_item_is_refused_members_is_not_asked(desk, people, stock, membership):
    college, other, item = await people.organisation(), await people.organisation("B"), await stock.item()
    await desk.held(other, item)
    problem = await desk.ask(people.editor(college), college, line(item), status=409)
    assert (problem["code"], membership.asked) == ("taken", [(other, week(0)[0])])


async def test_what_is_taken_waits_where_that_was_asked_for(desk, people, stock):
    college, other, item = await people.organisation(), await people.organisation("B"), await stock.item()
    await desk.held(other, item)
    ada = people.editor(college)
    problem = await desk.ask(ada, college, line(item), status=409)
    assert (problem["code"], problem["refusals"][0]["code"]) == ("taken", "hold")
    assert problem["next_free"]["starts_on"] > week(0)[1].isoformat()
    waits = (await desk.ask(ada, college, line(item, waitlist_if_taken=True)))["loans"][0]
    assert (waits["status"], waits["waiting"]["place"], waits["units"]) == ("waitlisted", 1, [])
    second = (await desk.ask(ada, college, line(item, waitlist_if_taken=True)))["loans"][0]
    assert second["waiting"]["place"] == 2
    assert len(await desk.blocks()) == 1


async def test_an_exception_is_asked_for_and_nothing_is_held_until_the_lender_answers(desk, people, stock):
    college = await people.organisation()
    item = await stock.item(max_days=3)
    ada, lender = people.editor(college), people.lender()
    problem = await desk.ask(ada, college, line(item), status=409)
    assert (problem["code"], problem["refusals"][0]["code"]) == ("not_available", "too_long")
    loan = (await desk.ask(ada, college, line(item, as_exception=True)))["loans"][0]
    assert (loan["status"], loan["blocked"], loan["units"]) == ("requested", None, [])
    approved = await desk.act(lender, loan, "approve")
    assert (approved["status"], len(approved["units"])) == ("approved", 1)


async def test_members_that_does_not_answer_leaves_the_fee_to_be_settled(desk, people, stock, membership):
    college, item = await people.organisation(), await stock.item()
    tariff = await _tariff(people.connection, basis="per_period", days=3)
    by_period = TARIFF | {"basis": "per_period", "period_days": 3}
    membership.is_away = True
    loan = await desk.held(college, item)
    assert loan["fee"] == {
        "state": "to_be_settled", "cents": None, "reason": None, "tariff_id": str(tariff), "tariff": by_period,
        "member_status": None,
    }  # fmt: skip

    sessions, public_url = desk.settings
    assert await settle_fees(sessions, membership, public_url) == 0
    membership.is_away, membership.members = False, {college: False}
    assert await settle_fees(sessions, membership, public_url) == 1
    assert await settle_fees(sessions, membership, public_url) == 0
    found = await people.lender().get(f"/loans/{loan['id']}")
    assert found["fee"] == {
        "state": "settled", "cents": 24000, "reason": None, "tariff_id": str(tariff), "tariff": by_period,
        "member_status": {"is_member": False, "on": loan["starts_on"]},
    }  # fmt: skip
    assert (await desk.mails())[-1][2] == "Prêt de « Pop-up de l'histoire naturelle » : le montant est fixé"


async def test_what_items_would_cost_is_told_before_they_are_asked_for(desk, people, stock, membership):
    college, item = await people.organisation(), await stock.item()
    kit = await stock.item(category="kit")
    await _tariff(people.connection)
    membership.members = {college: True}
    asked = [line(item), line(kit, 1)]
    priced = {
        **asked[0], "days": 5, "state": "settled", "cents": 5000, "tariff": TARIFF,
        "member_status": {"is_member": True, "on": asked[0]["starts_on"]},
    }  # fmt: skip
    free_of_tariff = {
        **asked[1], "days": 5, "state": "to_be_settled", "cents": None, "tariff": None,
        "member_status": {"is_member": True, "on": asked[1]["starts_on"]},
    }  # fmt: skip
    ada, body = people.editor(college), {"organisation_id": str(college), "loans": asked}
    quotes = await ada.post("/loan-requests/quote", body, 200)
    assert quotes == {"loans": [priced, free_of_tariff], "total_cents": None}
    only = await ada.post("/loan-requests/quote", body | {"loans": asked[:1]}, 200)
    assert only == {"loans": [priced], "total_cents": 5000}
    held = await desk.held(college, item)
    assert held["fee"]["cents"] == only["total_cents"]

    stranger = people.editor(await people.organisation("B"))
    assert (await stranger.post("/loan-requests/quote", body, 403))["code"] == "organisation_not_yours"
    unknown = {"loans": [asked[0] | {"item_id": str(college)}]}
    assert (await ada.post("/loan-requests/quote", body | unknown, 422))["code"] == "item_unknown"
    backwards = {"loans": [asked[0] | {"ends_on": "2026-01-01"}]}
    assert (await ada.post("/loan-requests/quote", body | backwards, 422))["code"] == "dates_wrong"


async def test_one_price_for_all_needs_nobody_s_word(desk, people, stock):
    college, item = await people.organisation(), await stock.item()
    await _tariff(people.connection, member=0, other=0)
    assert (await desk.held(college, item))["fee"]["cents"] == 0


async def test_a_request_sent_again_with_its_key_is_made_once(desk, people, stock):
    college, item = await people.organisation(), await stock.item(copies=3)
    ada, headers = people.editor(college), {"Idempotency-Key": "une-demande"}
    answers = await asyncio.gather(*(desk.ask(ada, college, line(item), headers=headers) for _ in range(4)))
    assert len({answer["id"] for answer in answers}) == 1
    assert len(await desk.blocks()) == 1
    other = await desk.ask(ada, college, line(item, 3), status=422, headers=headers)
    assert other["code"] == "idempotency_key_reused"


async def test_pass_culture_is_for_schools_and_goes_from_state_to_state(desk, people, stock):
    college, library, item = (
        await people.organisation(),
        await people.organisation("Médiathèque", "library"),
        await stock.item(copies=2),
    )
    booked = {"channel": "pass_culture", "pass_culture_offer": "PC-1"}
    problem = await desk.ask(people.editor(library), library, line(item), status=422, **booked)
    assert problem["code"] == "pass_culture_not_open"
    ada, lender = people.editor(college), people.lender()
    request = await desk.ask(ada, college, line(item), **booked)
    assert request["pass_culture"] == {"offer_number": "PC-1", "state": "pre_booked"}
    path = f"/loan-requests/{request['id']}"
    assert (await ada.patch(path, {"pass_culture_state": "confirmed"}, 403))[
        "code"
    ] == "organisation_not_yours"
    assert (await lender.patch(path, {"pass_culture_state": "done"}, 409))["code"] == "pass_culture_order"
    for state in ("confirmed", "done", "reimbursed"):
        assert (await lender.patch(path, {"pass_culture_state": state}))["pass_culture"]["state"] == state


async def test_a_request_changes_on_the_version_that_was_read(desk, people, stock):
    college, item = await people.organisation(), await stock.item()
    ada = people.editor(college)
    request = await desk.ask(ada, college, line(item))
    path = f"/loan-requests/{request['id']}"
    assert (await ada.patch(path, {"message": "x"}, 428, if_match=None))["code"] == "version_needed"
    changed = await ada.patch(path, {"signatory": SIGNATORY, "place_name": "Préau"}, if_match='"v1"')
    assert (changed["signatory"], changed["place_of_use"]["name"], changed["version"]) == (
        SIGNATORY,
        "Préau",
        2,
    )
    stale = await ada.patch(path, {"message": "y"}, 412, if_match='"v1"')
    assert (stale["current"]["version"], stale["yours"]) == (2, {"message": "y"})
    assert await people.connection.fetchval(
        "SELECT signatory_name FROM loan_request WHERE id = $1", UUID(request["id"])
    )
