"""Contributors are asked of a year, tell two numbers, and see what all of them say together."""

import pytest
from ombelle_loans.availability.days import today_in_paris

YEAR = today_in_paris().year - 1


@pytest.fixture
async def contributors(people, stock):
    """Three organisations with an item each, and the agency with one."""
    found = [await people.organisation(name) for name in ("Musée", "Fablab", "Jardin")]
    for one in (*found, None):
        await stock.item(owner=one)
    return found


async def test_each_is_asked_once_and_told_by_mail(people, contributors, desk):
    lender = people.lender()
    assert await lender.post("/contributor-returns", {"year": YEAR}) == {"asked": 4}
    assert await lender.post("/contributor-returns", {"year": YEAR}) == {"asked": 0}
    subject = f"Vos prêts de {YEAR} : combien, et pour combien de jours ?"
    assert sorted(await desk.mails()) == sorted(
        ("contributor-return", str(one), subject) for one in contributors
    )


async def test_a_contributor_tells_its_own_and_the_agency_sees_all(people, contributors):
    lender, editor = people.lender(), people.editor(contributors[0])
    await lender.post("/contributor-returns", {"year": YEAR})
    [mine] = (await editor.get("/contributor-returns"))["items"]
    expected = {
        "id": mine["id"], "contributor": {"id": str(contributors[0]), "name": "Musée"}, "year": YEAR,
        "asked_at": mine["asked_at"], "loans": None, "days": None, "note": None, "answered_at": None,
        "known_loans": 0, "known_days": 0, "version": 1, "allowed_actions": ["answer"],
    }  # fmt: skip
    assert mine == expected
    told, headers = {"loans": 12, "days": 240, "note": "Deux tournées"}, {"If-Match": '"v1"'}
    path = f"/contributor-returns/{mine['id']}"
    written = await editor.put(path, told, headers=headers)
    assert written == expected | told | {"answered_at": written["answered_at"], "version": 2}
    stale = await editor.put(path, told | {"loans": 13}, 412, headers=headers)
    assert (stale["code"], stale["yours"]["loans"]) == ("changed_meanwhile", 13)
    stranger = people.editor(contributors[1])
    assert (await stranger.put(path, told, 404, headers=headers))["code"] == "contributor_return_unknown"
    listed = await lender.get("/contributor-returns", params={"year": YEAR})
    analysis = {name: listed[name] for name in listed if name not in {"items", "next"}}
    assert analysis == {
        "total": 4, "asked": 4, "answered": 1, "lent": 1, "loans": 12, "days": 240, "response_rate_percent": 25.0,
    }  # fmt: skip


async def test_the_analysis_is_shared_with_whoever_was_asked_and_with_nobody_else(people, contributors):
    lender, editor = people.lender(), people.editor(contributors[0])
    await lender.post("/contributor-returns", {"year": YEAR})
    for organisation, told in zip(
        contributors, ({"loans": 4, "days": 40}, {"loans": 0, "days": 0}), strict=False
    ):
        teller = people.editor(organisation)
        [own] = (await teller.get("/contributor-returns"))["items"]
        path = f"/contributor-returns/{own['id']}"
        await teller.put(path, told, headers={"If-Match": '"v1"'})
    listed = await editor.get("/contributor-returns", params={"year": YEAR})
    assert [one["contributor"]["name"] for one in listed.pop("items")] == ["Musée"]
    assert listed == {
        "next": None, "total": 1, "asked": 4, "answered": 2, "lent": 1, "loans": 4, "days": 40,
        "response_rate_percent": 50.0,
    }  # fmt: skip
    stranger = people.editor(await people.organisation("Théâtre"))
    assert await stranger.get("/contributor-returns", params={"year": YEAR}) == {
        "items": [], "next": None, "total": 0, "asked": 0, "answered": 0, "lent": 0, "loans": 0, "days": 0,
        "response_rate_percent": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [{"loans": 3, "days": 2}, {"loans": 0, "days": 4}, {"loans": 1, "days": 0}, {"loans": -1, "days": 0}],
)
async def test_numbers_that_do_not_agree_are_refused(people, contributors, told):
    await people.lender().post("/contributor-returns", {"year": YEAR})
    editor = people.editor(contributors[0])
    [mine] = (await editor.get("/contributor-returns"))["items"]
    await editor.put(f"/contributor-returns/{mine['id']}", told, 422, headers={"If-Match": "*"})


async def test_a_merged_contributor_s_return_is_the_other_s(people, contributors, connection):
    lender = people.lender()
    await lender.post("/contributor-returns", {"year": YEAR})
    merge = {"organisation_id": str(contributors[0]), "into": str(contributors[1])}
    await people.delivers("organisation.merged", str(contributors[0]), merge, 2)
    owners = await connection.fetch(
        "SELECT organisation_id FROM contributor_return WHERE organisation_id IS NOT NULL"
    )
    assert {row["organisation_id"] for row in owners} == set(contributors[1:])


async def test_the_figures_of_2022_come_by_import(people, contributors):
    lender = people.lender()
    names = ("Musée", "Fablab", "Jardin")
    files = {
        "organisations.csv": "organisation_id,name\n" + "".join(f"{name},{name}\n" for name in names),
        "contributor_returns.csv": "organisation_id,year,loans,days\n"
        "Musée,2022,300,4700\nFablab,2022,16,54\nJardin,2022,0,0\n",
    }  # fmt: skip
    for changed in (True, False):
        for name, content in files.items():
            options = {"files": {"file": (name, content.encode())}, "data": {"dry_run": "false"}}
            assert (await lender.post("/imports/loans", None, **options))["changed"] is changed
    listed = await lender.get("/contributor-returns", params={"year": 2022})
    assert [listed[name] for name in ("total", "answered", "lent", "loans", "days")] == [3, 3, 2, 316, 4754]


async def test_the_list_asks_as_much_of_many_as_of_one(people, stock, statements):
    lender, counts = people.lender(), []
    await lender.get("/contributor-returns")
    for number in (1, 2, 20):
        for _ in range(number):
            await stock.item(owner=await people.organisation())
        await lender.post("/contributor-returns", {"year": YEAR})
        statements.clear()
        await lender.get("/contributor-returns")
        counts.append(len(statements))
    assert counts == [counts[0]] * 3
