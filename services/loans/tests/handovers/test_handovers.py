"""From the shelf to the borrower and back: preparation, appointments, reports, hand-overs, incidents, labels."""

import io
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from ombelle_loans.availability.days import today_in_paris
from PIL import Image
from pypdf import PdfReader


def _photo(size: int = 0) -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(drawn, "JPEG")
    return drawn.getvalue() + b"\0" * size


async def _photographs(who, report, unit, content, **more):
    return await who.call(
        "POST", f"/condition-reports/{report['id']}/photos", data={"unit_id": unit} | more,
        files={"file": ("rayure.jpg", content, "image/jpeg")},
    )  # fmt: skip


def _at_hand(loan, organisation):
    told = {name: loan[name] for name in ("id", "number", "status", "starts_on", "ends_on")}
    return told | {"organisation": organisation}


async def test_a_loan_goes_out_comes_back_and_is_looked_at(desk, people, papers, stock):
    college = await people.organisation()
    item = await stock.item(modules=2)
    loan = await papers.confirmed(college, item)
    reports = f"/loans/{loan['id']}/condition-reports"
    nothing = {"items": [], "total": 0, "hand_overs": [], "allowed_actions": []}
    assert await people.editor(college).get(reports) == nothing
    assert await people.lender().get(reports) == nothing | {"allowed_actions": ["report_out"]}
    early = await desk.act(people.lender(), loan, "hand-over", {}, status=409)
    assert (early["code"], early["needs"]) == ("paper_missing", ["report_out"])
    made = await papers.report(loan, "out", "good", "worn", remarks="Caisse neuve")
    lines = [
        {"unit": unit, "state": state, "remarks": None, "before": None, "photos": []}
        for unit, state in zip(loan["units"], ("good", "worn"), strict=True)
    ]
    assert made == {
        "id": made["id"], "loan_id": loan["id"], "direction": "out", "made_on": today_in_paris().isoformat(),
        "remarks": "Caisse neuve", "is_frozen": False, "lines": lines, "version": 1,
        "created_at": made["created_at"], "allowed_actions": ["edit", "add_photo"],
    }  # fmt: skip
    out = await desk.act(people.lender(), loan, "hand-over", {"taken_by": "M. Petit", "packages": 2})
    assert (out["status"], out["went_out_on"]) == ("out", today_in_paris().isoformat())
    frozen = await people.lender().patch(f"/condition-reports/{made['id']}", {"remarks": "Autre"}, 409)
    assert frozen["code"] == "condition_report_frozen"
    with pytest.raises(Exception, match="stays as it was"):
        await people.connection.execute("UPDATE condition_line SET state = 'good'")
    await desk.act(people.lender(), loan, "return", {})
    back = await papers.report(loan, "in", "good", "worn")
    assert [line["before"] for line in back["lines"]] == ["good", "worn"]
    assert (await desk.act(people.lender(), loan, "inspect"))["status"] == "inspected"
    assert await desk.blocks() == []
    assert (await people.lender().get("/incidents"))["total"] == 0
    seen = await people.editor(college).get(reports)
    assert [one["direction"] for one in seen["items"]] == ["out", "in"]
    history = (await people.lender().get(f"/loans/{loan['id']}/history"))["items"]
    assert {"report_out", "report_in", "make_agreement"} <= {entry["action"] for entry in history}
    assert [entry for entry in history if entry["label"] == entry["action"]] == []
    assert seen["items"][0]["allowed_actions"] == []
    assert (seen["hand_overs"], seen["allowed_actions"]) == ([{
        "kind": "out", "direction": "out", "day": today_in_paris().isoformat(), "given_by": None,
        "taken_by": "M. Petit", "packages": 2, "remarks": None,
    }], [])  # fmt: skip


async def test_what_comes_back_worse_is_an_incident_until_it_is_closed(desk, people, papers, stock):
    college, item = await people.organisation(), await stock.item(modules=2)
    loan = await papers.out(college, item)
    await desk.act(people.lender(), loan, "return", {})
    report = await papers.report(loan, "in", "damaged", "missing")
    found = await people.lender().get("/incidents?open=true")
    assert [(one["kind"], one["unit"]["module_number"]) for one in found["items"]] == [
        ("loss", 2),
        ("damage", 1),
    ]
    states = "SELECT state FROM unit ORDER BY module_number"
    assert [row["state"] for row in await people.connection.fetch(states)] == ["damaged", "lost"]
    line = {"unit_id": loan["units"][1]["id"], "state": "good"}
    await people.lender().patch(f"/condition-reports/{report['id']}", {"lines": [line]})
    assert [row["state"] for row in await people.connection.fetch(states)] == ["damaged", "usable"]
    damage = (await people.lender().get("/incidents"))["items"][0]
    assert damage == {
        "id": damage["id"], "loan_id": loan["id"], "loan_number": loan["number"], "kind": "damage",
        "happened_on": today_in_paris().isoformat(), "description": "Dommage constaté au retour.",
        "estimated_cents": None, "insurer_told_on": None, "insurer_reference": None, "outcome": None,
        "closed_on": None, "report_id": report["id"], "unit": loan["units"][0],
        "item": {name: loan["item"][name] for name in ("id", "slug", "title")},
        "organisation": {"id": str(college), "name": "Collège Berlioz"}, "version": 1,
        "created_at": damage["created_at"], "allowed_actions": ["edit"],
    }  # fmt: skip
    path = f"/incidents/{damage['id']}"
    assert (await people.editor(college).get(path))["allowed_actions"] == []
    told = {
        "estimated_cents": 12000,
        "insurer_told_on": today_in_paris().isoformat(),
        "insurer_reference": "S-1",
    }
    changed = await people.lender().patch(path, told)
    assert {name: changed[name] for name in told} == told
    tomorrow = (today_in_paris() + timedelta(days=1)).isoformat()
    assert (await people.lender().patch(path, {"insurer_told_on": tomorrow}, 422))["code"] == "dates_wrong"
    closed = await people.lender().patch(path, {"outcome": "repaired"})
    assert (closed["closed_on"], closed["allowed_actions"]) == (today_in_paris().isoformat(), [])
    assert [row["state"] for row in await people.connection.fetch(states)] == ["usable", "usable"]
    assert (await people.lender().patch(path, {"estimated_cents": 1}, 409))["code"] == "incident_closed"
    assert (await people.editor(await people.organisation("Musée")).get(path, 404))[
        "code"
    ] == "incident_unknown"


async def test_one_borrower_hands_over_to_the_next(desk, people, papers, stock):
    college, hall = await people.organisation(), await people.organisation("Mairie", "town_hall")
    item = await stock.item(modules=2)
    first = await papers.out(college, item)
    following = await papers.confirmed(hall, item, 1)
    lines = [{"unit_id": unit["id"], "state": "worn"} for unit in first["units"]]
    early = await papers.report(following, "out", "good")
    assert (await desk.act(people.lender(), following, "hand-over", {}, status=409))[
        "code"
    ] == "unit_elsewhere"
    body = {"to_loan_id": following["id"], "lines": lines, "given_by": "Collège", "taken_by": "Mairie"}
    assert (await desk.act(people.lender(), first, "transfer", body, status=409))[
        "code"
    ] == "transfer_impossible"
    await people.connection.execute(
        "UPDATE loan SET condition_report_out_id = NULL WHERE id = $1", UUID(following["id"])
    )
    for table, column in (("condition_line", "report_id"), ("condition_report", "id")):
        await people.connection.execute(f"DELETE FROM {table} WHERE {column} = $1", UUID(early["id"]))
    gone = await desk.act(people.lender(), first, "transfer", body)
    assert (gone["id"], gone["status"]) == (following["id"], "out")
    assert await papers.status(first) == "inspected"
    assert [kind for kind, *_ in await desk.blocks()] == ["loan", "loan"]
    for loan, direction in ((first, "in"), (following, "out")):
        seen = await people.lender().get(f"/loans/{loan['id']}/condition-reports")
        told = seen["hand_overs"][-1]
        assert (told["kind"], told["direction"], told["taken_by"]) == ("transfer", direction, "Mairie")
        expected = ["incident"] if loan is first else ["report_in", "incident"]
        assert seen["allowed_actions"] == expected
    rows = await people.connection.fetch("SELECT direction, state FROM condition_report r JOIN condition_line l ON "
        "l.report_id = r.id WHERE r.made_on = $1 ORDER BY r.id", today_in_paris())  # fmt: skip
    assert [tuple(row) for row in rows][-4:] == [("in", "worn")] * 2 + [("out", "worn")] * 2
    assert await people.connection.fetchval(
        "SELECT to_loan_id FROM hand_over WHERE kind = 'transfer'"
    ) == UUID(following["id"])


async def test_a_transfer_takes_up_the_report_that_was_made_with_its_photographs(desk, people, papers, stock):
    college, hall = await people.organisation(), await people.organisation("Mairie", "town_hall")
    item = await stock.item(modules=2)
    first = await papers.out(college, item)
    following = await papers.confirmed(hall, item, 1)
    body = {"to_loan_id": following["id"]}
    missing = await desk.act(people.lender(), first, "transfer", body, status=409)
    assert (missing["code"], missing["needs"]) == ("paper_missing", ["report_in"])
    assert await papers.status(first) == "out"
    report = await papers.report(first, "in", "good", "worn")
    photo = await _photographs(people.lender(), report, first["units"][1]["id"], _photo())
    assert photo.status_code == 201, photo.text
    lines = [{"unit_id": unit["id"], "state": "good"} for unit in first["units"]]
    twice = await desk.act(people.lender(), first, "transfer", body | {"lines": lines}, status=409)
    assert twice["code"] == "condition_report_made"
    gone = await desk.act(people.lender(), first, "transfer", body)
    assert (gone["id"], gone["status"], await papers.status(first)) == (following["id"], "out", "inspected")
    told = {}
    for loan in (first, following):
        seen = await people.lender().get(f"/loans/{loan['id']}/condition-reports")
        told[loan["id"]] = [(one["state"], len(one["photos"])) for one in seen["items"][-1]["lines"]]
    assert told == {first["id"]: [("good", 0), ("worn", 1)], following["id"]: [("good", 0), ("worn", 0)]}


@pytest.mark.parametrize(
    ("states", "pointer"),
    [(("good",), "/body/lines"), (("good", "missing"), "/body/lines/1/state")],
)
async def test_a_report_tells_of_each_unit_and_nothing_that_is_missing_leaves(
    people, papers, stock, states, pointer
):
    loan = await papers.confirmed(await people.organisation(), await stock.item(modules=2))
    lines = [
        {"unit_id": unit["id"], "state": state} for unit, state in zip(loan["units"], states, strict=False)
    ]
    refused = await people.lender().post(
        f"/loans/{loan['id']}/condition-reports", {"direction": "out", "lines": lines}, 422
    )
    assert (refused["code"], refused["errors"][0]["pointer"]) == ("condition_report_incomplete", pointer)
    twice = [lines[0], lines[0]]
    refused = await people.lender().post(
        f"/loans/{loan['id']}/condition-reports", {"direction": "out", "lines": twice}, 422
    )
    assert refused["errors"][0]["pointer"] == "/body/lines/0/unit_id"


async def test_photographs_are_kept_small_and_too_large_ones_refused(people, papers, stock):
    college = await people.organisation()
    loan = await papers.confirmed(college, await stock.item())
    report, unit = await papers.report(loan, "out", "good"), loan["units"][0]["id"]
    added = await _photographs(people.lender(), report, unit, _photo(), caption="Rayure")
    assert added.status_code == 201, added.text
    photo = added.json()["lines"][0]["photos"][0]
    assert photo == {
        "id": photo["id"], "caption": "Rayure", "name": "rayure.webp", "media_type": "image/webp",
        "size_bytes": photo["size_bytes"], "url": f"/api/v1/condition-reports/{report['id']}/photos/{photo['id']}",
    }  # fmt: skip
    seen = await people.editor(college).call("GET", photo["url"].removeprefix("/api/v1"))
    assert Image.open(io.BytesIO(seen.content)).size == (40, 30)
    large = await _photographs(people.lender(), report, unit, _photo(50 * 1024 * 1024))
    assert (large.status_code, large.json()["code"]) == (413, "file_too_large")
    for content, code in ((b"%PDF-1.4\n%%EOF\n", "file_type_lies"), (b"", "file_empty")):
        wrong = await _photographs(people.lender(), report, unit, content)
        assert (wrong.status_code, wrong.json()["errors"][0]["code"]) == (422, code)
    other = await _photographs(people.lender(), report, str(uuid4()), _photo())
    assert (other.status_code, other.json()["errors"][0]["pointer"]) == (422, "/body/unit_id")
    assert (await _photographs(people.editor(college), report, unit, _photo())).status_code == 403
    assert await people.connection.fetchval("SELECT count(*) FROM condition_photo") == 1
    await people.lender().delete(photo["url"].removeprefix("/api/v1"))
    assert (await people.lender().get(photo["url"].removeprefix("/api/v1"), 404))[
        "code"
    ] == "condition_photo_unknown"


async def test_a_preparation_is_ticked_unit_by_unit(people, papers, stock):
    college = await people.organisation()
    item = await stock.item(modules=2, packages=4, transport="Utilitaire")
    loan = await papers.approved(college, item)
    path = f"/loans/{loan['id']}/preparation"
    listed = await people.lender().get(path)
    units = [
        unit | {"state": "usable", "state_note": None, "place": None, "last_condition": None, "is_ready": False,
            "checked_at": None}
        for unit in loan["units"]
    ]  # fmt: skip
    assert listed == {
        "loan_id": loan["id"], "number": loan["number"], "status": "approved", "title": loan["item"]["title"],
        "starts_on": loan["starts_on"], "units": units, "is_ready": False, "slot": None, "allowed_actions": ["tick"],
        "sheet": {"packages": 4, "weight_kg": None, "panels": 0, "dimensions": None, "transport": "Utilitaire",
            "setup": None},
    }  # fmt: skip
    for unit in loan["units"]:
        listed = await people.lender().put(f"{path}/{unit['id']}", None)
    assert listed["is_ready"]
    assert not (await people.lender().delete(f"{path}/{loan['units'][0]['id']}", 200))["is_ready"]
    assert (await people.editor(college).get(path, 403))["code"] == "action_forbidden"
    assert (await people.lender().put(f"{path}/{uuid4()}", None, 422))["code"] == "unit_of_another_loan"


async def test_appointments_are_on_days_on_which_the_lender_is_open(desk, people, papers, stock):
    college = await people.organisation()
    await stock.settings(opening_days=[1, 2, 5], buffer_before_days=1)
    loan = await papers.approved(college, await stock.item())
    path = f"/loans/{loan['id']}/slots/out"
    slot = {"kind": "at_lender", "day": loan["starts_on"], "from_time": "09:00", "to_time": "12:30"}
    assert await people.editor(college).get(f"/loans/{loan['id']}/slots") == {
        "items": [], "total": 0, "places": [], "openings": [
            {"direction": "out", "starts_on": loan["blocked"]["starts_on"], "ends_on": loan["ends_on"]},
            {"direction": "in", "starts_on": loan["starts_on"], "ends_on": loan["blocked"]["ends_on"]},
        ],
    }  # fmt: skip
    made = await people.editor(college).put(path, slot)
    assert made == slot | {
        "id": made["id"], "direction": "out", "from_time": "09:00:00", "to_time": "12:30:00", "place": None,
        "address": None, "note": None, "version": 1, "allowed_actions": ["edit", "remove"],
    }  # fmt: skip
    day = date.fromisoformat(loan["starts_on"])
    for other, pointer in (
        ({"day": (day + timedelta(days=2)).isoformat()}, "/body/day"),
        ({"day": (day - timedelta(days=60)).isoformat()}, "/body/day"),
        ({"place_id": str(uuid4())}, "/body/place_id"),
        ({"to_time": "08:00"}, "/body"),
    ):
        refused = await people.lender().call("PUT", path, json=slot | other, headers={"If-Match": "*"})
        assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, pointer)
    assert (await people.lender().put(path, slot, 428))["code"] == "version_needed"
    moved = await people.lender().call(
        "PUT", path, json=slot | {"to_time": "11:00"}, headers={"If-Match": '"v1"'}
    )
    assert moved.json()["version"] == 2
    assert (await people.editor(college).get(f"/loans/{loan['id']}/slots"))["total"] == 1
    gone = await people.editor(college).call("DELETE", path, headers={"If-Match": '"v2"'})
    assert gone.status_code == 204


async def test_labels_say_what_a_unit_is_and_open_its_page(people, papers, stock):
    item = await stock.item(modules=3, title="Abeilles")
    answer = await people.lender().call("GET", f"/labels.pdf?item={item.id}")
    pages = PdfReader(io.BytesIO(answer.content)).pages
    words = " ".join(page.extract_text() for page in pages)
    codes = [row["code"] for row in await people.connection.fetch("SELECT code FROM unit")]
    assert all(code in words for code in codes)
    assert "Exemplaire 1, module 3" in words
    loan = await papers.out(await people.organisation(), item)
    following = await papers.confirmed(await people.organisation("Mairie", "town_hall"), item, 1)
    at_hand = await people.lender().get(f"/units/{item.units[0]}/at-hand")
    assert at_hand == {
        "unit_id": str(item.units[0]), "code": loan["units"][0]["code"], "name": loan["units"][0]["name"],
        "copy_number": 1, "module_number": 1, "state": "usable", "state_note": None, "place": None,
        "item_id": str(item.id), "slug": loan["item"]["slug"], "title": "Abeilles",
        "format": loan["format"]["format"], "format_label": loan["format"]["label"],
        "loan": _at_hand(loan, "Collège Berlioz"), "next_loan": _at_hand(following, "Mairie"),
        "allowed_actions": ["report_in"],
    }  # fmt: skip
    stranger = people.editor(await people.organisation("Musée"))
    assert (await stranger.get(f"/units/{item.units[0]}/at-hand", 404))["code"] == "unit_unknown"
    assert (await stranger.get(f"/labels.pdf?unit={item.units[0]}", 404))["code"] == "unit_unknown"
    assert (await people.lender().get("/labels.pdf", 422))["errors"][0]["pointer"] == "/query/unit"


async def test_damage_is_told_while_it_is_out(desk, people, papers, stock):
    college = await people.organisation()
    loan = await papers.out(college, await stock.item())
    told = {"unit_id": loan["units"][0]["id"], "kind": "damage", "description": "Panneau 3 déchiré"}
    made = await people.lender().post(f"/loans/{loan['id']}/incidents", told, 201)
    assert (made["description"], made["unit"]["id"]) == ("Panneau 3 déchiré", told["unit_id"])
    assert (await desk.mails())[-1][:2] == ("loan-incident", str(college))
    assert (await people.lender().post(f"/loans/{loan['id']}/incidents", told, 409))[
        "code"
    ] == "incident_open"
    other = told | {"unit_id": str(uuid4())}
    assert (await people.lender().post(f"/loans/{loan['id']}/incidents", other, 422))[
        "code"
    ] == "unit_of_another_loan"
    assert (await people.editor(college).post(f"/loans/{loan['id']}/incidents", told, 403))[
        "code"
    ] == "action_forbidden"
