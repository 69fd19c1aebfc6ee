"""The planning: whole bodies, history, risks, today's movements, whose it is, pages, statements."""

from datetime import date
from uuid import uuid4

import pytest
from ombelle_loans.availability.planning.schemas import PlanningOut


def block(found, **more):
    return {
        "kind": "loan", "expires_at": None, "is_released": False, "is_late": False, "risks": [], "reason": None,
        "blocked_from": more.get("starts_on"), "blocked_until": more.get("ends_on"), "id": found,
    } | more  # fmt: skip


async def block_in_every_way(stock, unit, other):
    await stock.block(unit, "[2027-03-08,2027-03-09]", "hold", expires_at="'2027-03-05 11:30:00.250001+01'")
    await stock.block(unit, "[2027-03-15,2027-03-15]", "hold", expires_at="'2027-03-05 00:00+01'")
    await stock.block(other, "[2027-02-01,2027-02-26]")
    await stock.block(other, "[2027-03-02,2027-03-12]", "internal_use", released_at="'2027-03-05 00:30+01'")
    await stock.block(other, "[2027-03-22,2027-03-23]", "maintenance")


def blocks_of(found):
    units = [unit for item in found["items"] for one in item["formats"] for unit in one["units"]]
    return [block for unit in units for block in unit["blocks"]]


async def test_a_line_of_time_with_what_is_late_and_what_is_at_risk(people, stock, monday):
    await stock.settings(buffer_after_days=2)
    await stock.closure("[2027-03-17,2027-03-17]", "Inventaire")
    item = await stock.item(copies=1, slug="pop-up")
    [unit] = item.units
    loans = {name: uuid4() for name in ("late", "next", "closed", "cancelled", "past")}
    past = await stock.block(
        unit, "[2027-02-01,2027-02-05]", loan_id=loans["past"], released_at="'2027-02-04 10:00+01'"
    )
    await stock.block(
        unit, "[2027-04-05,2027-04-09]", loan_id=loans["cancelled"], released_at="'2027-02-20 10:00+01'"
    )
    late = await stock.block(unit, "[2027-02-15,2027-02-26]", loan_id=loans["late"])
    following = await stock.block(unit, "[2027-03-03,2027-03-05]", loan_id=loans["next"])
    closed = await stock.block(unit, "[2027-03-10,2027-03-17]", loan_id=loans["closed"])
    repair = await stock.block(unit, "[2027-03-22,2027-03-23]", "maintenance")
    found = await people.lender().get("/planning?from=2027-02-01&to=2027-04-30")
    code = await people.connection.fetchval("SELECT code FROM unit")
    assert found["items"] == [
        {
            "id": str(item.id),
            "slug": "pop-up",
            "title": "Pop-up de l'histoire naturelle",
            "category": "light_exhibition",
            "owner_organisation_id": None,
            "owner_name": None,
            "opening_days": [1, 2, 3, 4, 5],
            "closed": [
                {"starts_on": "2027-03-17", "ends_on": "2027-03-17", "code": "closed_day", "label": "Inventaire"},
                {"starts_on": "2027-03-29", "ends_on": "2027-03-29", "code": "holiday", "label": "Lundi de Pâques"},
            ],
            "formats": [
                {
                    "id": str(item.format_id),
                    "format": "panels",
                    "label": None,
                    "retired_on": None,
                    "buffer_before_days": 0,
                    "buffer_after_days": 2,
                    "units": [
                        {
                            "id": str(unit),
                            "code": code,
                            "name": "",
                            "copy_number": 1,
                            "module_number": None,
                            "state": "usable",
                            "blocks": [
                                block(str(past), loan_id=str(loans["past"]), starts_on="2027-02-01",
                                      ends_on="2027-02-04", is_released=True),
                                block(str(late), loan_id=str(loans["late"]), starts_on="2027-02-15",
                                      ends_on="2027-02-26", is_late=True, blocked_until="2027-03-03"),
                                block(str(following), loan_id=str(loans["next"]), starts_on="2027-03-03",
                                      ends_on="2027-03-05", risks=["late_before"]),
                                block(str(closed), loan_id=str(loans["closed"]), starts_on="2027-03-10",
                                      ends_on="2027-03-17", risks=["closed"]),
                                block(str(repair), kind="maintenance", loan_id=None, starts_on="2027-03-22",
                                      ends_on="2027-03-23"),
                            ],
                        }
                    ],
                }
            ],
        }
    ]  # fmt: skip
    assert (found["today"], found["next"], found["total"], found["loans"]) == ("2027-03-01", None, 1, {})
    await people.connection.execute("UPDATE unit SET state = 'damaged'")
    [line] = (await people.lender().get("/planning?from=2027-03-01"))["items"][0]["formats"][0]["units"]
    assert [one["risks"] for one in line["blocks"]] == [
        [], ["late_before", "unit_unusable"], ["unit_unusable", "closed"], [],
    ]  # fmt: skip


async def test_todays_movements(people, stock, monday):
    item = await stock.item(modules=2, slug="pop-up")
    other = await stock.item(slug="autre")
    leaving, back, late = uuid4(), uuid4(), uuid4()
    for unit in item.units:
        await stock.block(unit, "[2027-03-01,2027-03-12]", loan_id=leaving)
    await stock.block(other.units[0], "[2027-02-22,2027-03-01]", loan_id=back)
    third = await stock.item(slug="retard")
    await stock.block(third.units[0], "[2027-02-01,2027-02-26]", loan_id=late)
    found = await people.lender().get("/planning")
    assert found["leaving"] == [
        {
            "loan_id": str(leaving), "item_id": str(item.id), "slug": "pop-up",
            "title": "Pop-up de l'histoire naturelle", "starts_on": "2027-03-01", "ends_on": "2027-03-12",
            "unit_ids": sorted(str(unit) for unit in item.units),
        }
    ]  # fmt: skip
    assert [one["loan_id"] for one in found["coming_back"]] == [str(back)]
    assert [one["loan_id"] for one in found["late"]] == [str(late)]


async def test_each_lender_sees_its_own(people, stock, monday):
    owner = await people.organisation("Muséum")
    mine, theirs = await stock.item(owner=owner), await stock.item()
    for item in (mine, theirs):
        await stock.block(item.units[0], "[2027-03-01,2027-03-12]")
    seen = await people.editor(owner).get("/planning")
    assert ([one["id"] for one in seen["items"]], seen["items"][0]["owner_name"], seen["total"]) == (
        [str(mine.id)], "Muséum", 1,
    )  # fmt: skip
    assert [one["item_id"] for one in seen["leaving"]] == [str(mine.id)]
    nothing = await people.editor(uuid4()).get("/planning")
    assert (nothing["items"], nothing["leaving"], nothing["total"]) == ([], [], 0)
    assert (await people.lender().get("/planning"))["total"] == 2
    assert (await people.lender().get("/planning?lender=agency"))["total"] == 1
    assert (await people.lender().get(f"/planning?lender={owner}"))["total"] == 1


async def test_pages_and_filters(people, stock, monday):
    for title in ("Abeilles", "Étoiles", "Volcans"):
        await stock.item(title=title, category="kit" if title == "Volcans" else "light_exhibition")
    lender = people.lender()
    first = await lender.get("/planning?limit=2")
    second = await lender.get(f"/planning?limit=2&after={first['next']}")
    titles = [[one["title"] for one in page["items"]] for page in (first, second)]
    assert (titles, first["total"], second["next"]) == ([["Abeilles", "Étoiles"], ["Volcans"]], 3, None)
    assert [one["title"] for one in (await lender.get("/planning?q=etoile"))["items"]] == ["Étoiles"]
    assert [one["title"] for one in (await lender.get("/planning?category=kit"))["items"]] == ["Volcans"]


@pytest.mark.parametrize(
    "query", ["from=2027-03-10&to=2027-03-09", "to=2029-04-01", "limit=301", "depuis=2027-01-01"]
)
async def test_a_window_that_is_none_is_refused(people, monday, query):
    assert (await people.lender().get(f"/planning?{query}", 422))["errors"]


async def test_what_is_known_of_loans_comes_with_them(people, stock, desk):
    borrower = await people.organisation("Collège Berlioz")
    lasting = await desk.row(borrower, await stock.item(), "confirmed")
    owner = await people.organisation("Muséum")
    theirs = await desk.row(borrower, await stock.item(owner=owner), "confirmed")
    number = await people.connection.fetchval("SELECT number FROM loan WHERE id = $1", lasting)
    found = await people.lender().get("/planning?lender=agency")
    assert found["loans"] == {
        str(lasting): {
            "number": number, "status": "confirmed", "organisation_id": str(borrower),
            "organisation_name": "Collège Berlioz", "place_name": "CDI", "department": "80",
        }
    }  # fmt: skip
    assert list((await people.editor(owner).get("/planning"))["loans"]) == [str(theirs)]


async def test_the_body_is_what_the_documentation_says(people, stock, desk, monday):
    """PostgreSQL writes it: nobody else would say that it is not what is promised."""
    owner = await people.organisation("Muséum « d'à côté »")
    await stock.closure("[2027-03-08,2027-03-09]", 'Dit "fermé"')
    for item in (await stock.item(modules=2), await stock.item(owner=owner, copies=2)):
        await block_in_every_way(stock, *item.units)
    lent = {"starts_on": date(2027, 4, 5), "ends_on": date(2027, 4, 9)}
    borrower = await people.organisation("Collège Berlioz")
    lasting = await desk.row(borrower, await stock.item(), "confirmed", **lent)
    await people.connection.execute(
        """UPDATE unit_block SET reason = E'Un "cadre" \\\\ à refaire\\nvite « é »'"""
    )
    await people.connection.execute("UPDATE unit SET state = 'lost', name = 'Le \"grand\" panneau'")
    found = await people.lender().get("/planning?from=2027-02-01&to=2027-04-30&limit=2")
    rest = await people.lender().get(f"/planning?from=2027-02-01&to=2027-04-30&after={found['next']}")
    for body in (found, rest):
        assert PlanningOut.model_validate(body).model_dump(mode="json") == body
    blocks = [one for body in (found, rest) for one in blocks_of(body)]
    held = [(one["expires_at"], one["risks"]) for one in blocks if one["kind"] == "hold"]
    assert held == [
        ("2027-03-05T10:30:00.250001Z", ["unit_unusable", "closed"]),
        ("2027-03-04T23:00:00Z", ["unit_unusable"]),
        ("2027-03-05T10:30:00.250001Z", ["unit_unusable"]),  # another lender, who is open
        ("2027-03-04T23:00:00Z", ["unit_unusable"]),
    ]
    given_back = [one["ends_on"] for one in blocks if one["is_released"]]
    assert (given_back, list(rest["loans"])) == (2 * ["2027-03-05"], [str(lasting)])
    assert {one["reason"] for one in blocks} == {'Un "cadre" \\ à refaire\nvite « é »'}


async def test_the_number_of_statements_does_not_grow(people, stock, monday, statements, period):
    lender = people.lender()
    counts = {"/planning": [], "/blocks": [], "/closures": []}
    for round_of, count in enumerate((1, 2, 20)):
        for number in range(count):
            item = await stock.item(modules=2)
            await stock.block(item.units[0], period(7 * number, 5))
            await stock.block(item.units[1], period(7 * number, 5), "maintenance")
            await stock.closure(period(7 * (number + 20 * round_of), 2))
        for path, found in counts.items():
            statements.clear()
            answer = await lender.get(path)
            assert answer["total"] == {0: 1, 1: 3, 2: 23}[round_of]
            found.append(len(statements))
    assert counts == {"/planning": [5, 5, 5], "/blocks": [1, 1, 1], "/closures": [1, 1, 1]}
